//! `kaizu-process/1`: what goes in comes out.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod full;

use full::{FULL, changed};
use kaizu_interchange::{Format, read, write};
use kaizu_model::{Document, GatewayKind, Medium, SealKind, Share, Split, StepKind};
use serde_json::{Value, json};

fn reread(document: &Document) -> Value {
    let flow = document.first_flow().unwrap();
    let (bytes, losses) = write(Format::Json, document, flow).unwrap();
    assert_eq!(losses, [], "writing loses nothing");
    serde_json::from_slice(&bytes).unwrap()
}

/// Numbers without regard to how they are spelled: `3` is `3.0`.
fn same_numbers(value: &mut Value) {
    match value {
        Value::Number(number) => *value = json!(number.as_f64()),
        Value::Array(parts) => parts.iter_mut().for_each(same_numbers),
        Value::Object(parts) => parts.values_mut().for_each(same_numbers),
        Value::Null | Value::Bool(_) | Value::String(_) => {}
    }
}

#[test]
fn every_key_of_the_form_comes_back_as_it_was() {
    let (document, losses) = read(Format::Json, FULL.as_bytes()).unwrap();
    assert_eq!(losses, []);
    let (mut before, mut after) = (serde_json::from_str(FULL).unwrap(), reread(&document));
    same_numbers(&mut before);
    same_numbers(&mut after);
    assert_eq!(after, before);
}

#[test]
fn the_model_holds_what_the_file_says() {
    let (document, _) = read(Format::Json, FULL.as_bytes()).unwrap();
    let (_, process) = document.processes().next().unwrap();
    assert_eq!(process.key.as_deref(), Some("X"));
    let lanes = document.lanes_of(document.first_flow().unwrap());
    assert_eq!(lanes[0].1.key.as_deref(), Some("L1"));
    assert_eq!(lanes[1].1.key, None, "a key that is the name says nothing");
    let (_, gateway) = document.gateways().next().unwrap();
    assert_eq!(gateway.kind, GatewayKind::Branch);
    let steps: Vec<_> = document.steps().map(|(_, step)| step).collect();
    assert_eq!(steps[1].kind, Some(StepKind::Check));
    assert_eq!(steps[1].seals, [SealKind::Plain; 2]);
    assert_eq!(steps[2].kind, None);
    assert_eq!(steps[0].minutes, None, "a missing key is unknown, not zero");
    assert_eq!(steps[0].writes[1].medium, Some(Medium::Electronic));
    let edges: Vec<_> = document.edges().map(|(_, edge)| edge).collect();
    assert_eq!((edges[0].split, edges[0].share), (Split::Sequence, None));
    assert_eq!(edges[2].share, Share::try_from(0.2).ok());
    let items: Vec<_> = document
        .items()
        .map(|(_, item)| item.name.as_str())
        .collect();
    assert_eq!(items, ["氏名", "通知書", "住所", "続柄", "本人確認書類"]);
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "the shared samples lie outside the tree"
)]
fn the_shared_samples_come_back_but_for_what_is_expected_of_them() {
    let folder = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/data/processes"
    );
    let Ok(folder) = std::fs::read_dir(folder) else {
        return;
    };
    for file in folder {
        let path = file.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        let (document, losses) = read(Format::Json, &bytes).unwrap();
        assert_eq!(losses, [], "{}", path.display());
        let mut before: Value = serde_json::from_slice(&bytes).unwrap();
        before.as_object_mut().unwrap().remove("expected");
        let mut after = reread(&document);
        same_numbers(&mut before);
        same_numbers(&mut after);
        assert_eq!(after, before, "{}", path.display());
    }
}

#[test]
fn accepted_spellings_are_read_and_the_exact_ones_written() {
    let bytes = changed("/nodes/1/kind", &json!("点検"));
    let (document, losses) = read(Format::Json, &bytes).unwrap();
    assert_eq!(losses, []);
    assert_eq!(reread(&document)["nodes"][1]["kind"], "確認");
    let bytes = changed("/nodes/1/medium_in", &json!("外部媒体"));
    let (document, _) = read(Format::Json, &bytes).unwrap();
    assert_eq!(reread(&document)["nodes"][1]["medium_in"], "媒体(USB等)");
}

#[test]
fn a_byte_order_mark_and_expected_figures_do_not_matter() {
    let mut bytes = b"\xef\xbb\xbf".to_vec();
    bytes.extend(changed("/expected", &json!({ "handoffs": 2 })));
    assert_eq!(read(Format::Json, &bytes).unwrap().1, []);
}

#[test]
fn a_split_that_is_not_said_is_the_one_of_its_source() {
    let splits = |kind: &str| {
        let node = |id: &str, kind: &str| json!({"id": id, "name": id, "lane": "a", "kind": kind});
        let file = json!({
            "format": "kaizu-process/1", "id": "x", "name": "x",
            "lanes": [{"id": "a", "name": "a", "kind": "staff"}],
            "nodes": [node("1", "受領"), node("2", kind), node("3", "確認"), node("4", "確認")],
            "edges": [{"from": "1", "to": "2"}, {"from": "2", "to": "3"}, {"from": "2", "to": "4"}],
        });
        let (document, _) = read(Format::Json, file.to_string().as_bytes()).unwrap();
        document.edges().map(|(_, it)| it.split).collect::<Vec<_>>()
    };
    let after = |split: Split| vec![Split::Sequence, split, split];
    assert_eq!(splits("分岐AND"), after(Split::Parallel));
    assert_eq!(splits("分岐"), after(Split::Exclusive));
    assert_eq!(splits("合流"), after(Split::Sequence));
}
