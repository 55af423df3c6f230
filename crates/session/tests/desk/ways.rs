//! Ways as they are typed on the cards: a branch parts, a step does not without being asked.
use serde_json::{Value, json};

use crate::bench::Bench;

fn way(bench: &Bench, from: &str, text: &str) -> Value {
    let view = bench.ask(&json!({ "type": "look" }));
    let at = Bench::id_of(&view, from);
    json!({ "type": "write_way", "at": at, "text": text })
}

fn begun(flow: &str) -> Bench {
    let bench = Bench::new();
    bench.ask(&json!({ "type": "create", "name": "届" }));
    bench.ask(&json!({ "type": "paste", "text": flow }));
    bench
}

#[test]
fn a_step_that_leads_on_is_not_parted_in_silence() {
    let bench = begun("窓口: 受ける\n窓口: 決める\n窓口: 送る");
    for (from, text) in [
        ("受ける", "80% 不備 → 送る"),
        ("受ける", "→ 送る"),
        ("送る", "不備 → 受ける"),
    ] {
        let problem = bench.problem(&way(&bench, from, text));
        assert_eq!(problem["code"], "no-branch", "{from} {text}");
        let message = problem["message"].as_str().unwrap();
        assert!(message.contains(from), "{message}");
    }
    bench.ask(&way(&bench, "送る", "→ 受ける"));
}

#[test]
fn a_step_that_was_drawn_to_part_has_further_ways() {
    let bench = begun("窓口: 受ける\n  50% 可 → 送る\n  30% 否 → 戻す\n窓口: 送る\n窓口: 戻す");
    bench.ask(&way(&bench, "受ける", "20% 不明 → 待つ"));
}

#[test]
fn the_rest_of_a_branch_is_said_of_the_way_that_goes_on() {
    let bench = begun("窓口: 可否 [分岐]\n  20% ある → 補う\n  → 送る\n窓口: 補う\n窓口: 送る");
    let view = bench.ask(&way(&bench, "可否", "80% なし"));
    let records = view["records"].as_object().unwrap();
    let said = records.values().filter_map(|it| it.get("edge"));
    let said: Vec<&Value> = said.filter(|it| it["condition"] == "なし").collect();
    assert_eq!(said.len(), 1, "{records:?}");
    assert_eq!(said[0]["share"], 0.8);
}
