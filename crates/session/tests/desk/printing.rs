//! Pictures on paper: what their title block says, and how many sheets they take.
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::bench::Bench;

/// The picture that is looked at, as SVG.
fn drawn(bench: &Bench) -> String {
    let file = bench.ask(&json!({ "type": "export", "ending": "svg", "what": "flow" }));
    let bytes = STANDARD.decode(file["base64"].as_str().unwrap()).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// Whether the words stand in `svg`, in this order.
fn says(svg: &str, words: &[&str]) -> bool {
    let mut rest = svg;
    words.iter().all(|word| {
        let found = rest.split_once(&format!(">{word}</text>"));
        rest = found.map_or("", |(_, rest)| rest);
        found.is_some()
    })
}

#[test]
fn a_title_block_says_name_variant_version_day_section_and_that_figures_are_examples() {
    let bench = Bench::new();
    bench.ask(&json!({ "type": "open_sample", "sample": "special-fixed-benefit" }));
    let begun = drawn(&bench);
    let order = [
        "業務",
        "特別定額給付金(令和2年型・一律給付)",
        "現状",
        "作成日",
        "令和5年11月15日",
        "例示",
        "担当課",
        "給付金担当課",
    ];
    assert!(says(&begun, &order), "{begun}");
    assert!(!begun.contains(">版</text>"));
}

#[test]
fn the_version_is_the_name_of_the_moment_or_how_often_the_project_was_changed() {
    let bench = Bench::new();
    let view = bench.ask(&json!({ "type": "create", "name": "転入届" }));
    let process = Bench::id_of(&view, "転入届");
    let rename = |name: &str| {
        let command = json!({ "type": "rename", "id": process, "name": name });
        bench.ask(&json!({ "type": "send", "command": command }))
    };
    rename("転入届の受付");
    assert!(says(&drawn(&bench), &["転入届の受付", "版", "変更 1 回"]));
    bench.ask(&json!({ "type": "name_moment", "revision": 1, "name": "課長説明用" }));
    assert!(says(&drawn(&bench), &["版", "課長説明用"]));
    rename("転入届の受理");
    assert!(says(&drawn(&bench), &["転入届の受理", "版", "変更 2 回"]));
    bench.ask(&json!({ "type": "look_back", "revision": 1 }));
    assert!(says(&drawn(&bench), &["転入届の受付", "版", "課長説明用"]));
}

#[test]
fn how_many_sheets_a_picture_takes_is_told_before_it_is_exported() {
    let bench = Bench::new();
    bench.ask(&json!({ "type": "open_sample", "sample": "special-fixed-benefit" }));
    let flow = bench.ask(&json!({ "type": "propose", "job": "a" }))["flow"].clone();
    let asked = |page: &str, what: &str| -> Value {
        bench.ask(&json!({ "type": "sheets", "page": page, "what": what, "flow": flow }))
    };
    for (page, word) in [("a3", "A3"), ("a4", "A4")] {
        for what in ["flow", "compare"] {
            let told = asked(page, what);
            let call = json!({
                "type": "export", "ending": "pdf", "what": what, "flow": flow, "page": page,
            });
            let file = bench.ask(&call);
            let pdf = STANDARD.decode(file["base64"].as_str().unwrap()).unwrap();
            let pages = String::from_utf8_lossy(&pdf).matches("/Type/Page/").count() as u64;
            assert_eq!(told["n"].as_u64(), Some(pages), "{page} {what}");
            let sentence = told["sentence"].as_str().unwrap();
            assert!(sentence.starts_with(word) && sentence.ends_with(&format!("{pages}枚")));
        }
    }
    assert!(asked("a4", "compare")["n"].as_u64() > asked("a4", "flow")["n"].as_u64());
    assert_eq!(asked("fit", "flow")["n"], 1);
}
