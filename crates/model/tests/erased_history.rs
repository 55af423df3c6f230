//! What is taken out of a project is nowhere in it afterwards, and its history still leads from the start to the end.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test ends where something is wrong"
)]
#[path = "random/command.rs"]
mod command;
mod random;

use command::command;
use kaizu_model::*;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use random::Dice;
use serde_json::Value;

/// Texts that random documents hold; those in ASCII may also be words of Kaizu's own or parts of them.
const TEXTS: &[&str] = &[
    "確認",
    "手順1",
    "申請書",
    "書類、口座を見る",
    "住所 氏名",
    "法令",
    "職員の不満",
    "審査",
    "■",
    "確認■",
    "step",
    "flow",
    "name",
    "fill",
    "object",
    "item",
    "medium",
    "12",
    "en",
    "type",
];

/// Whether `text` stands in a string or key of `value`, as far as letters outside ASCII tell: those are in no word.
fn is_in(text: &str, value: &Value) -> bool {
    !text.is_ascii() && value.to_string().contains(text)
}

fn unsound(document: &Document) -> Option<Refusal> {
    document.records().find_map(|(id, record)| {
        let same = Command::from(Revise::new(id, record.clone()));
        same.apply(document).err()
    })
}

fn written(it: &impl serde::Serialize) -> Value {
    serde_json::to_value(it).unwrap()
}

/// A random history, erased: what a store would do with it goes on being possible.
fn erased(seed: u64, erasure: &Erasure, text: &str) -> Result<(), TestCaseError> {
    let (start, _) = random::flow::document(seed, 4);
    let mut dice = Dice(seed);
    let mut now = start.clone();
    let mut left = erasure.in_document(&start);
    let first = left.clone();
    let mut past = Vec::new();
    for _ in 0..20 {
        let name = dice.pick(Command::NAMES);
        let command = command(&mut dice, &now, name);
        let Ok(change) = command.apply(&now) else {
            continue;
        };
        now = now.after(&change);
        let json = written(&command).to_string();
        let kept = erasure.in_written_command(&json).unwrap_or(json);
        let kept = serde_json::from_str::<Command>(&kept);
        prop_assert!(kept.is_ok(), "{command:?}");
        prop_assert!(!is_in(text, &written(&kept.unwrap())), "{command:?}");
        let change = erasure.in_change(&change).unwrap_or(change);
        for edit in &change.edits {
            let (before, after) = (edit.before.as_ref(), edit.after.as_ref());
            prop_assert!(
                [before, after]
                    .into_iter()
                    .flatten()
                    .all(|it| it.fits(edit.id))
            );
        }
        let next = left.after(&change);
        prop_assert!(next.after(&change.inverse()) == left, "in step");
        prop_assert!(next == erasure.in_document(&now), "in step");
        let again = serde_json::from_value::<Change>(written(&change)).unwrap();
        prop_assert_eq!(&again, &change);
        prop_assert!(!is_in(text, &written(&change)));
        past.push(change);
        left = next;
        if now.records().next().is_none() {
            break;
        }
    }
    prop_assert_eq!(unsound(&left), None);
    prop_assert_eq!(erasure.holders(&left), vec![]);
    for change in past.iter().rev() {
        left = left.after(&change.inverse());
    }
    prop_assert!(left == first, "undone to the start");
    Ok(())
}

proptest! {
    #![proptest_config(Config {
        cases: 256,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(5),
        ..Config::default()
    })]

    #[test]
    fn a_history_without_a_text_is_a_history(seed: u64, n in 0..TEXTS.len()) {
        erased(seed, &Erasure::text(TEXTS[n]), TEXTS[n])?;
    }

    #[test]
    fn a_project_without_its_people_is_sound(seed: u64, n in 0..TEXTS.len()) {
        let (document, _) = random::flow::document(seed, 4);
        let id = PersonId(document.free_ids().peek());
        let person = Person { name: TEXTS[n].into(), section: None, roles: Vec::new() };
        let mut edits = vec![document.put(id, person)];
        edits.extend(document.complaints().map(|(voice, it)| {
            document.put(voice, Complaint { author: Some(id), ..it.clone() })
        }));
        let document = document.after(&edits.into_iter().collect());
        prop_assert_eq!(unsound(&document), None);
        let (copy, withheld) = document.without_people("某");
        prop_assert_eq!(unsound(&copy), None);
        prop_assert_eq!(withheld.people, 1);
        for (_, record) in copy.records() {
            prop_assert!(withheld.short_names == 1 || !is_in(TEXTS[n], &written(record)));
        }
    }
}
