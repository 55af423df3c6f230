//! A flow that somebody types anew becomes what is typed, and what was there before stays what it was.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test ends where something is wrong"
)]
#[path = "random/command.rs"]
mod command;
mod random;

use command::command;
use kaizu_model::notation::{parse, print};
use kaizu_model::*;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use random::Dice;

/// `before` once `text` is typed in the place of its first flow.
fn typed(before: &Document, text: &str) -> (Document, WriteText) {
    typed_over(before, before.first_flow().unwrap(), text)
}

fn typed_over(before: &Document, flow: FlowId, text: &str) -> (Document, WriteText) {
    let mut ids = before.free_ids();
    let written = retyped(before, flow, text, &mut ids).unwrap_or_else(|it| panic!("{it}\n{text}"));
    let change = Command::from(written.clone()).apply(before).unwrap();
    let after = before.after(&change);
    assert_eq!(&after.after(&change.inverse()), before);
    (after, written)
}

fn step(document: &Document, name: &str) -> StepId {
    document.steps().find(|(_, it)| it.name == name).unwrap().0
}

/// What is typed over what, which step is still which, and how many records are touched.
type Row = (
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str)],
    usize,
);

const ROWS: &[Row] = &[
    // Another name at the same place; the arrows stay.
    (
        "窓口: 甲\n窓口: 乙\n窓口: 丙",
        "窓口: 甲\n窓口: 丁\n窓口: 丙",
        &[("乙", "丁"), ("丙", "丙")],
        1,
    ),
    // A line between two: the step, its arrow, and the arrow that leads elsewhere.
    (
        "窓口: 甲\n窓口: 乙",
        "窓口: 甲\n窓口: 丙\n窓口: 乙",
        &[("甲", "甲"), ("乙", "乙")],
        3,
    ),
    // A line less: the step and its arrow go, another arrow leads on.
    (
        "窓口: 甲\n窓口: 乙\n窓口: 丙",
        "窓口: 甲\n窓口: 丙",
        &[("甲", "甲"), ("丙", "丙")],
        3,
    ),
    // A key tells it wherever it goes and whatever it is called.
    (
        "窓口: 甲 [#A1]\n窓口: 乙",
        "窓口: 乙\n係長: 丁 [#A1]",
        &[("甲", "丁"), ("乙", "乙")],
        4,
    ),
    // Two of one name are told by their order.
    (
        "窓口: 甲 1分\n窓口: 甲 2分",
        "窓口: 甲 1分\n窓口: 甲 3分",
        &[],
        1,
    ),
    ("窓口: 甲 5分", "窓口: 甲 6分", &[("甲", "甲")], 1),
    ("窓口: 甲", "// 覚え書き\n\n窓口：甲", &[("甲", "甲")], 0),
];

#[test]
fn what_is_typed_is_what_is_there_and_little_else_changes() {
    for (before, text, same, n) in ROWS {
        let before = parse(before).unwrap();
        let (after, written) = typed(&before, text);
        let flow = before.first_flow().unwrap();
        let wanted = parse(text).unwrap();
        assert_eq!(
            print(&after, flow),
            print(&wanted, wanted.first_flow().unwrap())
        );
        for (was, is) in *same {
            assert_eq!(step(&before, was), step(&after, is), "{text}");
        }
        let touched = written.put.len() + written.remove.len();
        assert_eq!(touched, *n, "{text}: {written:?}");
    }
}

fn named(name: &str) -> Person {
    Person {
        name: name.into(),
        section: None,
        roles: Vec::new(),
    }
}

#[test]
fn what_a_text_does_not_say_stays() {
    let before = parse("窓口: 甲\n窓口: 乙\n@声 職員 不満 甲: 遅い").unwrap();
    let (id, voice) = before.complaints().next().unwrap();
    let person = PersonId(900);
    let told = Complaint {
        author: Some(person),
        ..voice.clone()
    };
    let commands: [Command; 2] = [
        Create::new(person, named("山田")).into(),
        Revise::new(id, told).into(),
    ];
    let before = commands
        .iter()
        .fold(before, |now, it| now.after(&it.apply(&now).unwrap()));
    let (after, _) = typed(&before, "窓口: 甲\n窓口: 乙\n@声 職員 不満 乙 [3件]: 遅い");
    let voice = after.complaint(id).unwrap();
    assert_eq!(voice.author, Some(person));
    assert_eq!(voice.steps, [NodeId::from(step(&after, "乙"))]);
}

#[test]
fn an_item_that_another_flow_uses_stays_when_the_text_drops_it() {
    let before = parse("窓口: 甲\n  読む: 氏名、住所").unwrap();
    let flow = before.first_flow().unwrap();
    let mut ids = before.free_ids();
    let copied = Copied::of_flow(&before, flow, &mut ids).unwrap();
    let before = copied
        .records
        .into_iter()
        .fold(before, |now, (id, record)| {
            now.after(&now.put(id, record).into())
        });
    let (after, written) = typed(&before, "窓口: 甲");
    assert_eq!(written.remove, []);
    assert_eq!(after.items().count(), 2);
}

/// The lines of a text, sorted, and without the numbers of things that share a name: arrows of one step, voices and items are
/// printed, and so counted, in the order in which they were made. A text without a name of the work leaves it its name.
fn sorted(text: &str) -> Vec<String> {
    let unnumbered = |line: &str| {
        let mut parts = line.split('#');
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |line, part| {
            let rest = part.trim_start_matches(|c: char| c.is_ascii_digit());
            line + if rest == part { "#" } else { "" } + rest
        })
    };
    let told = text.lines().filter(|line| !line.starts_with("# "));
    let mut lines: Vec<String> = told.map(unnumbered).collect();
    lines.sort_unstable();
    lines
}

proptest! {
    #![proptest_config(Config { cases: 96, rng_seed: RngSeed::Fixed(7), failure_persistence: None, ..Config::default() })]

    #[test]
    fn any_flow_typed_over_any_other_is_that_flow_and_typed_again_is_no_change(one in any::<u64>(), other in any::<u64>()) {
        let (before, flow) = random::flow::document(one, 6);
        let (wanted, wanted_flow) = random::flow::document(other, 6);
        for text in [print(&before, flow), print(&wanted, wanted_flow)] {
            let (after, _) = typed_over(&before, flow, &text);
            prop_assert_eq!(sorted(&print(&after, flow)), sorted(&text));
            let (_, again) = typed_over(&after, flow, &text);
            prop_assert!(again.is_empty(), "{:?}", again);
        }
        let (_, same) = typed_over(&before, flow, &print(&before, flow));
        prop_assert!(same.is_empty(), "{:?}", same);
    }

    #[test]
    fn after_any_edit_the_text_of_it_typed_over_what_was_before_is_that_edit(seed in any::<u64>()) {
        let (before, flow) = random::flow::document(seed, 6);
        let mut dice = Dice(seed);
        let name = dice.pick(Command::NAMES);
        let edit = command(&mut dice, &before, name);
        if let Ok(change) = edit.apply(&before) {
            let after = before.after(&change);
            prop_assume!(after.flow(flow).is_ok());
            let text = print(&after, flow);
            prop_assume!(parse(&text).is_ok());
            let (now, _) = typed_over(&before, flow, &text);
            let now = print(&now, flow);
            prop_assert_eq!(sorted(&now), sorted(&text), "{:?}", edit);
        }
    }
}
