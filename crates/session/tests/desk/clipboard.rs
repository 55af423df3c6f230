//! What is copied in one window is pasted in another; cut and duplicated within one, each as one step to take back.
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::bench::{Bench, with_sample};

/// The names of all steps in the order of the list.
fn names(bench: &Bench) -> Vec<String> {
    let view = bench.ask(&json!({ "type": "look" }));
    let records = view["records"].as_object().unwrap();
    let mut steps: Vec<&Value> = records
        .values()
        .filter_map(|it| it.get("step").or_else(|| it.get("gateway")))
        .collect();
    steps.sort_by_key(|it| it["rank"].as_i64().unwrap());
    let name = |it: &&Value| it["name"].as_str().unwrap().to_owned();
    steps.iter().map(name).collect()
}

/// A project of its own with two steps in a line.
fn small() -> (Bench, Value) {
    let bench = Bench::new();
    bench.ask(&json!({ "type": "create", "name": "転入届" }));
    let text = "窓口: 届を受ける 5分 [紙]\n窓口: 住所を入力する";
    let view = bench.ask(&json!({ "type": "paste", "text": text }));
    (bench, view)
}

#[test]
fn what_was_copied_in_one_project_is_pasted_in_another_with_all_that_belongs_to_it() {
    let (from, view) = with_sample("special-fixed-benefit");
    let name = "通帳の写しを撮影し添付";
    let chosen = [
        Bench::id_of(&view, name),
        Bench::id_of(&view, "暗証番号を入れ電子署名して送信"),
    ];
    let copied = from.ask(&json!({ "type": "copy_selection", "nodes": chosen }));
    assert_eq!(copied["told"], "手順2つをコピーしました。");
    let text = copied["text"].as_str().unwrap();
    assert!(text.starts_with("※ Kaizu"), "{text}");
    let (to, view) = small();
    let at = Bench::id_of(&view, "届を受ける");
    // A mail says something before it.
    let text = format!("お世話になっております。\n\n{text}");
    let view = to.ask(&json!({ "type": "paste", "text": text, "at": at }));
    assert_eq!(view["undo_label"], "貼り付け(手順2つ)");
    let wanted = [
        "届を受ける",
        name,
        "暗証番号を入れ電子署名して送信",
        "住所を入力する",
    ];
    assert_eq!(names(&to), wanted);
    let pasted = &view["records"][Bench::id_of(&view, name)]["step"];
    assert_eq!(
        (&pasted["minutes"], &pasted["system"]),
        (&json!(5.0), &json!("マイナポータル"))
    );
    let lane = &view["records"][format!("lane/{}", pasted["lane"])]["lane"];
    assert_eq!(
        (&lane["name"], &lane["kind"]),
        (&json!("住民"), &json!("resident"))
    );
    let item = &view["records"][format!("item/{}", pasted["reads"][0]["item"])]["item"];
    assert_eq!(
        (&item["name"], &item["is_personal"]),
        (&json!("口座"), &json!(true))
    );
    to.ask(&json!({ "type": "undo" }));
    assert_eq!(names(&to), ["届を受ける", "住所を入力する"]);
}

#[test]
fn what_is_cut_closes_up_and_takes_its_voices_along_and_comes_back_as_it_was() {
    let (bench, view) = small();
    let voice = |steps: &Value| json!({ "complaint": { "flow": 2, "steps": steps, "voice": "staff", "kind": "complaint", "text": "遅い" } });
    let ids = ["届を受ける", "住所を入力する"].map(|name| Bench::id_of(&view, name));
    let next = view["next"].as_u64().unwrap();
    let command = json!({ "type": "create", "id": format!("complaint/{next}"), "record": voice(&json!([ids[0]])) });
    bench.ask(&json!({ "type": "send", "command": command }));
    let nodes = [&ids[0]];
    let copied = bench.ask(&json!({ "type": "copy_selection", "nodes": nodes }));
    let view = bench.ask(&json!({ "type": "cut", "nodes": nodes }));
    assert_eq!(view["undo_label"], "切り取り(手順1つ)");
    let has_voices = |view: &Value| {
        let records = view["records"].as_object().unwrap();
        records.keys().any(|id| id.starts_with("complaint/"))
    };
    assert!(!has_voices(&view));
    let view = bench.ask(&json!({ "type": "paste", "text": copied["text"], "at": ids[1] }));
    assert_eq!(names(&bench), ["住所を入力する", "届を受ける"]);
    assert!(has_voices(&view));
    bench.ask(&json!({ "type": "undo" }));
    bench.ask(&json!({ "type": "undo" }));
    assert_eq!(names(&bench), ["届を受ける", "住所を入力する"]);
}

#[test]
fn what_is_chosen_is_had_twice_behind_the_last_of_it() {
    let (bench, view) = small();
    let ids = ["住所を入力する", "届を受ける"].map(|name| Bench::id_of(&view, name));
    let view = bench.ask(&json!({ "type": "duplicate", "nodes": ids }));
    assert_eq!(view["undo_label"], "複製(手順2つ)");
    let twice = [
        "届を受ける",
        "住所を入力する",
        "届を受ける",
        "住所を入力する",
    ];
    assert_eq!(names(&bench), twice);
}

#[test]
fn what_is_no_piece_of_a_flow_is_told_apart_from_one_with_a_mistake() {
    let (bench, _) = small();
    let problem = |text: &str| bench.problem(&json!({ "type": "paste", "text": text }));
    assert_eq!(problem("担当\t手順\n窓口\t受ける")["code"], "no-excerpt");
    assert_eq!(problem("")["code"], "no-excerpt");
    let broken = problem("※ Kaizu 手順\n窓口 受ける");
    assert_eq!(
        (&broken["code"], &broken["at"]["line"]),
        (&json!("notation"), &json!(2))
    );
}

#[test]
fn where_nothing_is_chosen_nothing_is_copied_and_looking_back_nothing_is_changed() {
    let (bench, view) = small();
    let id = Bench::id_of(&view, "届を受ける");
    for call in ["copy_selection", "cut", "duplicate"] {
        let problem = bench.problem(&json!({ "type": call, "nodes": [] }));
        assert_eq!(problem["code"], "nothing-chosen", "{call}");
    }
    bench.ask(&json!({ "type": "look_back", "revision": 1 }));
    for call in ["cut", "duplicate"] {
        let problem = bench.problem(&json!({ "type": call, "nodes": [id] }));
        assert_eq!(problem["code"], "looking-back", "{call}");
    }
    let paste = bench.problem(&json!({ "type": "paste", "text": "窓口: 受ける" }));
    assert_eq!(paste["code"], "looking-back");
    bench.ask(&json!({ "type": "copy_selection", "nodes": [id] }));
}

#[test]
fn the_picture_and_the_text_of_what_is_chosen_hold_nothing_else() {
    let (bench, view) = with_sample("special-fixed-benefit");
    let chosen = "通帳の写しを撮影し添付";
    let only = [Bench::id_of(&view, chosen)];
    let exported = |ending: &str, only: &[String]| {
        let call = json!({ "type": "export", "ending": ending, "only": only });
        let file = bench.ask(&call);
        STANDARD.decode(file["base64"].as_str().unwrap()).unwrap()
    };
    let svg = |only: &[String]| String::from_utf8(exported("svg", only)).unwrap();
    let (part, whole) = (svg(&only), svg(&[]));
    assert!(part.contains(&format!("{chosen}</title>")), "{part}");
    assert!(
        part.contains(">住民</text>") && !part.contains("会計課"),
        "{part}"
    );
    // It comes from somewhere and goes on: two short arrows.
    let times = |svg: &str| svg.matches(&format!("data-id=\"{}\"", only[0])).count();
    assert_eq!(times(&part), times(&whole) + 2, "{part}");
    assert!(exported("png", &only).starts_with(b"\x89PNG"));
    let text = String::from_utf8(exported("flow", &only)).unwrap();
    assert!(
        text.contains(chosen) && text.matches("住民: ").count() == 1,
        "{text}"
    );
}
