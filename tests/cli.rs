//! The command line as its users meet it: what it prints, what it answers to bad input, and what it leaves alone.
#![expect(
    clippy::disallowed_methods,
    reason = "these tests write files for the program to read"
)]
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn kaizu(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kaizu"))
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn sample(name: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples");
    root.join(format!("{name}.flow")).display().to_string()
}

fn json(arguments: &[&str]) -> Value {
    let output = kaizu(arguments);
    assert!(
        output.status.code() != Some(2),
        "{}",
        String::from_utf8_lossy(&output.stdout)
    );
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The one problem that a command printed.
fn problem(arguments: &[&str]) -> Value {
    let output = kaizu(arguments);
    assert_eq!(
        output.status.code(),
        Some(2),
        "{}",
        String::from_utf8_lossy(&output.stdout)
    );
    let value: Value = serde_json::from_slice(&output.stdout).unwrap();
    for key in ["code", "message", "hint"] {
        assert!(
            value[key].as_str().is_some_and(|text| !text.is_empty()),
            "{key}: {value}"
        );
    }
    assert!(value["at"].is_object());
    value
}

fn steps_of<'a>(analysis: &'a Value, detector: &str) -> Vec<Vec<&'a str>> {
    let findings = analysis["findings"].as_array().unwrap().iter();
    findings
        .filter(|finding| finding["detector"] == detector)
        .map(|finding| {
            finding["steps"]
                .as_array()
                .unwrap()
                .iter()
                .filter_map(Value::as_str)
                .collect()
        })
        .collect()
}

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn text(&self, name: &str) -> String {
        self.path(name).display().to_string()
    }

    fn with(&self, name: &str, bytes: &[u8]) -> String {
        std::fs::write(self.path(name), bytes).unwrap();
        self.text(name)
    }
}

#[test]
fn the_fixed_benefit_is_analysed_as_its_figures_and_findings_demand() {
    let analysis = json(&["analyze", &sample("special-fixed-benefit"), "--json"]);
    let metrics = &analysis["metrics"];
    for (name, expected) in [
        ("staff_min_per_case", 37.514),
        ("resident_min_per_case", 54.443),
        ("lead_working_hours", 142.020),
        ("handoffs", 15.147),
        ("media_changes", 8.597),
        ("transcriptions", 3.0),
        ("checks", 3.299),
        ("seals_approvals", 2.85),
        ("staff_hours_per_year", 18_756.8),
    ] {
        assert!(
            (metrics[name].as_f64().unwrap() - expected).abs() < 1e-9,
            "{name}: {}",
            metrics[name]
        );
    }
    assert!(
        steps_of(&analysis, "M01")
            .iter()
            .any(|steps| steps.first() == Some(&"A16") && steps.contains(&"A38"))
    );
    assert!(!steps_of(&analysis, "M04").is_empty());
    assert!(steps_of(&analysis, "C03").contains(&vec!["A34", "A39", "A40"]));
    assert!(!steps_of(&analysis, "C05").is_empty());
    let protected = analysis["protected"].as_array().unwrap();
    for step in ["A48", "A51", "A52"] {
        assert!(protected.iter().any(|kept| kept["step"] == step), "{step}");
    }
    assert!(analysis["seconds"].is_number());
    assert!((analysis["visit_ratios"]["A36"].as_f64().unwrap() - 0.298_701).abs() < 1e-6);
}

#[test]
fn the_childcare_benefit_becomes_lighter_and_keeps_what_the_law_demands() {
    let folder = Folder::new();
    let out = folder.text("to-be.json");
    let proposal = json(&[
        "propose",
        &sample("childcare-benefit-7-3"),
        "-o",
        &out,
        "--json",
    ]);
    assert!((proposal["before"]["staff_min_per_case"].as_f64().unwrap() - 34.978).abs() < 1e-9);
    assert!(proposal["after"]["staff_min_per_case"].as_f64().unwrap() <= 22.0);
    assert!(
        proposal["invariants"]
            .as_array()
            .unwrap()
            .iter()
            .all(|it| it["holds"] == true)
    );
    for step in ["B25", "B26"] {
        assert!(
            proposal["kept"]
                .as_array()
                .unwrap()
                .iter()
                .any(|kept| kept["step"] == step),
            "{step}"
        );
    }
    assert!(proposal["electronic_slope"][1].as_f64().unwrap() < 0.0);
    let again = json(&["analyze", &out, "--json"]);
    assert_eq!(again["metrics"], proposal["after"]);
    for step in ["B25", "B26"] {
        assert!(again["visit_ratios"][step].is_number(), "{step}");
    }
}

#[test]
fn a_project_holds_both_flows_and_is_compared_within_itself() {
    let folder = Folder::new();
    let project = folder.text("both.kaizu");
    let proposal = json(&[
        "propose",
        &sample("childcare-benefit-7-3"),
        "-o",
        &project,
        "--json",
    ]);
    let compared = json(&["compare", &project, "--json"]);
    assert_eq!(compared["before"], proposal["before"]);
    assert_eq!(compared["after"], proposal["after"]);
    let kinds: Vec<&str> = compared["steps"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|it| it["kind"].as_str())
        .collect();
    assert!(kinds.contains(&"eliminated") && kinds.contains(&"same") && kinds.contains(&"new"));
    for (flow, key) in [("as-is", "before"), ("to-be", "after")] {
        let metrics = json(&["analyze", &project, "--flow", flow, "--json"])["metrics"].clone();
        assert_eq!(metrics, proposal[key]);
    }
}

#[test]
fn more_electronic_cases_save_time_only_afterwards() {
    let folder = Folder::new();
    let minutes = |flow: &str, electronic: &str, paper: &str| {
        let shifted = flow.replace("70%", electronic).replace("30%", paper);
        let file = folder.with("shifted.flow", shifted.as_bytes());
        json(&["analyze", &file, "--json"])["metrics"]["staff_min_per_case"]
            .as_f64()
            .unwrap()
    };
    let before = std::fs::read_to_string(sample("childcare-benefit-7-3")).unwrap();
    assert!(minutes(&before, "90%", "10%") > minutes(&before, "10%", "90%"));
    let out = folder.text("to-be.flow");
    json(&[
        "propose",
        &sample("childcare-benefit-7-3"),
        "-o",
        &out,
        "--json",
    ]);
    let after = std::fs::read_to_string(&out).unwrap();
    assert!(minutes(&after, "90%", "10%") < minutes(&after, "10%", "90%"));
}

#[test]
fn every_sample_goes_through_every_form() {
    let folder = Folder::new();
    for name in [
        "travel-expense-payment",
        "moving-in-life-event",
        "vaccination-ticket",
    ] {
        let figures = json(&["analyze", &sample(name), "--json"])["metrics"].clone();
        for ending in ["json", "flow", "kaizu"] {
            let out = folder.text(&format!("{name}.{ending}"));
            assert_eq!(
                kaizu(&["convert", &sample(name), &out]).status.code(),
                Some(0)
            );
            assert_eq!(
                json(&["analyze", &out, "--json"])["metrics"],
                figures,
                "{name}.{ending}"
            );
        }
    }
}

#[test]
fn pictures_are_what_their_endings_say() {
    let folder = Folder::new();
    for (ending, start) in [
        ("svg", &b"<"[..]),
        ("png", &b"\x89PNG"[..]),
        ("pdf", &b"%PDF"[..]),
    ] {
        let out = folder.text(&format!("a.{ending}"));
        assert_eq!(
            kaizu(&["convert", &sample("child-allowance-claim"), &out])
                .status
                .code(),
            Some(0)
        );
        assert!(std::fs::read(&out).unwrap().starts_with(start), "{ending}");
    }
}

#[test]
fn broken_inputs_are_a_problem_and_leave_the_output_alone() {
    let folder = Folder::new();
    let whole = std::fs::read(sample("special-fixed-benefit")).unwrap();
    let as_json = folder.text("whole.json");
    kaizu(&["convert", &sample("special-fixed-benefit"), &as_json]);
    let form = std::fs::read_to_string(&as_json).unwrap();
    let broken = |from: &str, to: &str| {
        assert!(form.contains(from), "{from}");
        form.replacen(from, to, 1).into_bytes()
    };
    let cut = whole.iter().rposition(|byte| *byte == b'[').unwrap();
    let inputs = [
        folder.with("truncated.flow", &whole[..=cut]),
        folder.with(
            "type.json",
            &broken(
                "\"volume_per_year\": 30000",
                "\"volume_per_year\": \"many\"",
            ),
        ),
        folder.with(
            "negative.json",
            &broken("\"probability\": 0.15", "\"probability\": -0.15"),
        ),
        folder.with(
            "dangling.json",
            &broken("\"to\": \"A01\"", "\"to\": \"Z99\""),
        ),
        folder.with("empty.flow", b""),
        folder.with("empty.json", b""),
        folder.with("empty.kaizu", b""),
        folder.with("text.kaizu", "窓口: 申請書を受け取る\n".as_bytes()),
        folder.with("nested.json", "[".repeat(200_000).as_bytes()),
        folder.with("nested.flow", "[".repeat(200_000).as_bytes()),
        folder.with("binary.flow", &[0xff, 0xfe, 0x00, 0x80]),
        folder.with("unknown.xyz", b"x"),
        folder.text("missing.flow"),
        folder.0.path().display().to_string(),
    ];
    let target = folder.with("out.svg", b"what was there");
    for input in &inputs {
        for command in ["check", "analyze", "propose", "place", "text"] {
            problem(&[command, input, "--json"]);
        }
        problem(&["convert", input, &target, "--json"]);
        problem(&["propose", input, "-o", &target, "--json"]);
        assert_eq!(
            std::fs::read(&target).unwrap(),
            b"what was there",
            "{input}"
        );
    }
}

#[test]
fn a_mistake_in_a_text_is_shown_with_line_column_and_example() {
    let folder = Folder::new();
    let file = folder.with(
        "a.flow",
        "窓口: 受け取る\n  120% 不備 → 受け取る\n".as_bytes(),
    );
    let found = problem(&["check", &file, "--json", "--lang", "ja"]);
    assert_eq!(found["code"], "notation");
    assert_eq!(found["at"]["line"], 2);
    assert_eq!(found["at"]["column"], 3);
    assert!(found["message"].as_str().unwrap().contains("120%"));
}

#[test]
fn unsound_flows_exit_with_one_and_show_the_way_there() {
    let folder = Folder::new();
    let text = "受付: 受け取る\n受付: 分ける [#G 分岐]\n  50% 甲 → #A\n  50% 乙 → #B\n受付: 甲を見る [#A]\n  → #J\n\
                受付: 乙を見る [#B]\n  → #J\n受付: そろう [#J 合流AND]\n受付: 終える\n";
    let file = folder.with("a.flow", text.as_bytes());
    let output = kaizu(&["check", &file, "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let checked: Value = serde_json::from_slice(&output.stdout).unwrap();
    let deadlock = checked["errors"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["detector"] == "L07")
        .unwrap();
    assert_eq!(deadlock["steps"].as_array().unwrap().last().unwrap(), "J");
    assert!(!deadlock["facts"]["trace"].as_array().unwrap().is_empty());
}

#[test]
fn the_same_question_gets_the_same_answer() {
    for command in ["analyze", "propose", "place"] {
        let mut answers = (0..2)
            .map(|_| json(&[command, &sample("special-fixed-benefit"), "--json"]))
            .map(|mut value| {
                value.as_object_mut().unwrap().remove("seconds");
                value
            });
        assert_eq!(answers.next(), answers.next(), "{command}");
    }
}

#[test]
fn it_speaks_both_languages() {
    let japanese = kaizu(&["analyze", &sample("special-fixed-benefit"), "--lang", "ja"]);
    let english = kaizu(&["analyze", &sample("special-fixed-benefit"), "--lang", "en"]);
    assert!(String::from_utf8_lossy(&japanese.stdout).contains("職員の作業時間"));
    assert!(String::from_utf8_lossy(&english.stdout).contains("Staff time"));
    let help = kaizu(&["analyze", "--help", "--lang", "en"]);
    assert!(String::from_utf8_lossy(&help.stdout).contains("Usage"));
    let help = kaizu(&["--help", "--lang", "ja"]);
    assert!(String::from_utf8_lossy(&help.stdout).contains("使い方"));
}

#[test]
fn standard_input_needs_its_format() {
    assert_eq!(problem(&["check", "-", "--json"])["code"], "from-missing");
    let mut child = Command::new(env!("CARGO_BIN_EXE_kaizu"))
        .args(["check", "-", "--from", "flow", "--json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    std::io::Write::write_all(
        &mut child.stdin.take().unwrap(),
        "窓口: 受け取る\n".as_bytes(),
    )
    .unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
}
