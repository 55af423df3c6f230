//! What the command line answers to bad input, and what it leaves alone.
#![expect(clippy::unwrap_used, reason = "what a test cannot set up ends it")]
#![expect(
    clippy::disallowed_methods,
    reason = "these tests read what the program wrote"
)]
mod program;

use std::process::{Command, Stdio};

use program::{Folder, kaizu, sample};
use serde_json::Value;

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
