//! What is taken out of a project is nowhere in it afterwards, and nothing else goes with it.
#![expect(
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm,
    reason = "a test ends where something is wrong and looks only at what it is about"
)]
use std::collections::BTreeMap;

use kaizu_model::*;
use serde_json::{Value, json};

fn unsound(document: &Document) -> Option<Refusal> {
    document.records().find_map(|(id, record)| {
        let same = Command::from(Revise::new(id, record.clone()));
        same.apply(document).err()
    })
}

fn step(name: &str) -> (RecordId, Record) {
    let step = Step::new(FlowId(1), Rank(0), LaneId(2), name);
    (StepId(3).into(), step.into())
}

#[test]
fn words_ids_and_codes_stay_where_a_text_is_spelled_like_them() {
    let (id, record) = step("fill in: name, step/3");
    let Record::Step(mut it) = record else {
        panic!()
    };
    it.kind = Some(StepKind::Fill);
    it.check = Some(Check {
        object: Some("the object".into()),
        ..Check::default()
    });
    it.reads = vec![Access {
        store: Some("my store".into()),
        ..Access::to(ItemId(7))
    }];
    for (text, name) in [
        ("fill", "■ in: name, step/3"),
        ("name", "fill in: ■, step/3"),
        ("step", "fill in: name, ■/3"),
        ("object", "fill in: name, step/3"),
        ("store", "fill in: name, step/3"),
    ] {
        let left = Erasure::text(text).in_record(id, &it.clone().into());
        let Some(Record::Step(left)) = left else {
            panic!("{text}")
        };
        assert_eq!(left.name, name);
        assert_eq!(left.kind, Some(StepKind::Fill));
        let object = if text == "object" {
            "the ■"
        } else {
            "the object"
        };
        assert_eq!(left.check.unwrap().object.as_deref(), Some(object));
        let store = if text == "store" {
            "my ■"
        } else {
            "my store"
        };
        assert_eq!(left.reads[0].store.as_deref(), Some(store));
    }
}

#[test]
fn the_code_of_a_detector_and_the_sum_of_a_verdict_stay() {
    let verdict = Verdict {
        flow: FlowId(1),
        detector: "F01".into(),
        nodes: Vec::new(),
        decision: Decision::ALL[0],
        why: None,
        reason: Some("F01 だから".into()),
        basis: Some("f01".into()),
    };
    let left = Erasure::text("F01").in_record(VerdictId(9).into(), &verdict.into());
    let Some(Record::Verdict(left)) = left else {
        panic!()
    };
    assert_eq!(
        (
            left.detector.as_str(),
            left.reason.as_deref(),
            left.basis.as_deref()
        ),
        ("F01", Some("■ だから"), Some("f01"))
    );
}

#[test]
fn a_text_goes_from_the_keys_of_a_table_and_no_figure_with_it() {
    let yen = |yen: f64| Yen::try_from(yen).unwrap();
    let project = Project {
        name: "山田町".into(),
        yen_per_hour_by_role: [("山田", 1.0), ("■", 2.0), ("主任", 3.0)]
            .map(|(role, figure)| (role.into(), yen(figure)))
            .into(),
        ..Project::default()
    };
    let id = "project/0".parse().unwrap();
    let Some(Record::Project(left)) = Erasure::text("山田").in_record(id, &project.into()) else {
        panic!()
    };
    let wanted = [("■■", 1.0), ("■", 2.0), ("主任", 3.0)];
    let wanted: BTreeMap<String, Yen> = wanted.map(|(role, it)| (role.into(), yen(it))).into();
    assert_eq!(
        (left.name.as_str(), left.yen_per_hour_by_role),
        ("■町", wanted)
    );
}

#[test]
fn the_value_of_an_attribute_is_a_text_or_a_word() {
    let id = StepId(3);
    let set = |attribute: &str, value: Value| SetAttribute::new(id, attribute, value).into();
    let rows: &[(&str, Command, Option<Value>)] = &[
        ("fill", set("kind", json!("fill")), None),
        ("fill", set("note", json!("fill")), Some(json!("■"))),
        (
            "ab",
            set("other_systems", json!(["ab", "c"])),
            Some(json!(["■", "c"])),
        ),
        (
            "ab",
            set("check", json!({"object": "ab"})),
            Some(json!({"object": "■"})),
        ),
        ("ab", set("minutes", json!(5)), None),
        (
            "item",
            set("reads", json!([{"item": 4, "store": "item"}])),
            Some(json!([{"item": 4, "store": "■"}])),
        ),
        ("ab", set("no such", json!(["ab"])), Some(json!(["■"]))),
    ];
    for (text, command, wanted) in rows {
        let left = Erasure::text(text).in_command(command);
        let value = left.map(|it| match it {
            Command::SetAttribute(it) => it.value,
            other => panic!("{other:?}"),
        });
        assert_eq!(value, *wanted, "{text} in {command:?}");
    }
}

#[test]
fn a_command_that_is_no_longer_known_loses_the_text_as_well() {
    let erasure = Erasure::text("山田");
    let left = |json: &str| erasure.in_written_command(json);
    assert_eq!(
        left(r#"{"type":"greet","whom":["山田"]}"#).as_deref(),
        Some(r#"{"type":"greet","whom":["■"]}"#)
    );
    assert_eq!(left("no JSON: 山田").as_deref(), Some("no JSON: ■"));
    assert_eq!(left(r#"{"type":"greet"}"#), None);
}

/// A project in which a person wrote a complaint that mentions two.
fn with_people() -> Document {
    let document = notation::parse(
        "窓口: 山田太郎に渡す\n窓口: 農林課へ送る\n@声 職員 不満: 山田　太郎さんと林さんに聞く\n",
    )
    .unwrap();
    let person = |name: &str| Person {
        name: name.into(),
        section: Some("農林課".into()),
        roles: vec!["発案".into()],
    };
    let (id, complaint) = document.complaints().next().unwrap();
    let author = Some(PersonId(90));
    let edits = [
        document.put(PersonId(90), person("山田 太郎")),
        document.put(PersonId(91), person("林")),
        document.put(
            id,
            Complaint {
                author,
                ..complaint.clone()
            },
        ),
    ];
    document.after(&edits.into_iter().collect())
}

#[test]
fn of_a_person_an_id_is_left() {
    let document = with_people();
    let erasure = Erasure::person(PersonId(90), ["山田 太郎"]);
    let left = erasure.in_document(&document);
    let blank = Person {
        name: "■".into(),
        section: None,
        roles: Vec::new(),
    };
    assert_eq!(left.person(PersonId(90)).unwrap(), &blank);
    assert_eq!(
        left.person(PersonId(91)).unwrap(),
        document.person(PersonId(91)).unwrap()
    );
    let (_, complaint) = left.complaints().next().unwrap();
    assert_eq!(complaint.text, "■さんと林さんに聞く");
    assert_eq!(complaint.author, Some(PersonId(90)));
    let flow = left.first_flow().unwrap();
    assert_eq!(left.nodes_of(flow)[0].name, "■に渡す");
    assert_eq!(erasure.holders(&document).len(), 3);
    let rename = |name: &str| {
        Rename {
            id: PersonId(90).into(),
            name: name.into(),
        }
        .into()
    };
    assert_eq!(erasure.in_command(&rename("旧姓")), Some(rename("■")));
    let set = |value: Value| SetAttribute::new(PersonId(90), "section", value).into();
    assert_eq!(
        erasure.in_command(&set(json!("税務課"))),
        Some(set(Value::Null))
    );
}

#[test]
fn a_copy_to_hand_over_has_no_people() {
    let document = with_people();
    let (copy, withheld) = document.without_people("（氏名）");
    assert_eq!(
        withheld,
        Withheld {
            people: 2,
            texts: 2,
            short_names: 1
        }
    );
    assert_eq!(copy.people().count(), 0);
    assert_eq!(unsound(&copy), None);
    let (_, complaint) = copy.complaints().next().unwrap();
    assert_eq!(complaint.text, "（氏名）さんと林さんに聞く");
    assert_eq!(complaint.author, None);
    let flow = copy.first_flow().unwrap();
    let names: Vec<&str> = copy.nodes_of(flow).iter().map(|node| node.name).collect();
    assert_eq!(names, ["（氏名）に渡す", "農林課へ送る"]);
    let (same, nothing) = copy.without_people("（氏名）");
    assert_eq!((same, nothing), (copy, Withheld::default()));
}

#[test]
fn a_proposal_that_nobody_edited_stays_one() {
    let document = with_people();
    let flow = document.first_flow().unwrap();
    let it = document.flow(flow).unwrap().clone();
    let composed = Some(Composed::default().marking(&document, flow));
    let document = document.after(&document.put(flow, Flow { composed, ..it }).into());
    let is_as_composed = |document: &Document| {
        let composed = document.flow(flow).unwrap().composed.clone();
        composed.unwrap().mark == content_mark(document, flow)
    };
    assert!(is_as_composed(&document));
    let erasure = Erasure::text("山田太郎");
    assert!(!is_as_composed(&erasure.in_document(&document)));
    let erasure = erasure.keeping_proposals(&document);
    assert!(is_as_composed(&erasure.in_document(&document)));
    assert!(is_as_composed(&document.without_people("某").0));
}
