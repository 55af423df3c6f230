//! The command line as its users meet it: what it prints, and what it writes.
#![expect(clippy::unwrap_used, reason = "what a test cannot set up ends it")]
#![expect(
    clippy::disallowed_methods,
    reason = "these tests read what the program wrote"
)]
mod program;

use program::{Folder, kaizu, sample};
use serde_json::Value;

/// The one JSON value that a command printed.
fn json(arguments: &[&str]) -> Value {
    let output = kaizu(arguments);
    assert!(
        output.status.code() != Some(2),
        "{}",
        String::from_utf8_lossy(&output.stdout)
    );
    serde_json::from_slice(&output.stdout).unwrap()
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
fn a_step_without_a_key_has_one_id_in_both_flows_of_a_project() {
    let folder = Folder::new();
    let text = "# 届出\n@年間件数 600件\n窓口: 届を受け取る 2分 [受領 紙 慣行]\n  書く: 届\n\
                係長: 届を確認する 2分 [確認 紙 慣行]\n  読む: 届\n  確認: 対象=届 観点=記載\n\
                課長: もう一度確認する 2分 [確認 紙 慣行]\n  読む: 届\n  確認: 対象=届 観点=記載\n\
                窓口: 台帳に載せる 2分 [登録 紙→業務システム 慣行]\n  読む: 届\n";
    let (flow, project) = (
        folder.with("a.flow", text.as_bytes()),
        folder.text("a.kaizu"),
    );
    let proposed = json(&["propose", &flow, "-o", &project, "--json"]);
    assert_eq!(proposed["changes"][0]["steps"][0], "S3");
    let compared = json(&["compare", &project, "--json"]);
    let steps = compared["steps"].as_array().unwrap();
    let eliminated = steps.iter().filter(|step| step["kind"] == "eliminated");
    assert_eq!(eliminated.count(), 1);
    let same: Vec<&Value> = steps.iter().filter(|it| it["kind"] == "same").collect();
    assert_eq!(same.len(), 3);
    for step in same {
        assert_eq!(step["before"], step["after"]);
    }
}
