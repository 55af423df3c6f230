//! Whatever people do, in whatever order: the document stays sound, every step back leads where it was, and forth again.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::wildcard_enum_match_arm,
    reason = "a test ends where something is wrong and looks only at what it is about"
)]
#[path = "random/command.rs"]
mod command;
mod random;

use std::collections::BTreeSet;

use command::command;
use kaizu_model::*;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use random::Dice;

/// Every record refers to what is there and nothing else: it could be put where it is.
fn unsound(document: &Document) -> Option<Refusal> {
    document.records().find_map(|(id, record)| {
        let same = Command::from(Revise::new(id, record.clone()));
        same.apply(document).err()
    })
}

/// What must be true of the list of nodes after `command`: the new or moved one stands where it was put.
fn is_in_place(command: &Command, before: &Document, after: &Document) -> bool {
    let (first, second): (RecordId, RecordId) = match command {
        Command::AddGateway(AddGateway {
            gateway,
            after: Some(first),
            ..
        }) => ((*first).into(), (*gateway).into()),
        Command::AddStep(AddStep {
            step,
            after: Some(first),
            ..
        }) => ((*first).into(), (*step).into()),
        Command::SplitStep(SplitStep { step, second, .. }) => ((*step).into(), (*second).into()),
        Command::Reorder(Reorder {
            id,
            place: Place::After(first),
        }) if id != first => (*first, *id),
        Command::Reorder(Reorder {
            id,
            place: Place::Before(second),
        }) if id != second => (*id, *second),
        Command::InsertStep(it) if before.step(it.step).is_err() => {
            (before.edge(it.into).unwrap().from.into(), it.step.into())
        }
        _ => return true,
    };
    let flow = after.record(first).unwrap().flow().unwrap();
    let order: Vec<RecordId> = match first {
        RecordId::Lane(_) => after
            .lanes_of(flow)
            .iter()
            .map(|(id, _)| (*id).into())
            .collect(),
        RecordId::Phase(_) => after
            .phases_of(flow)
            .iter()
            .map(|(id, _)| (*id).into())
            .collect(),
        _ => after
            .nodes_of(flow)
            .iter()
            .map(|node| node.id.into())
            .collect(),
    };
    order.windows(2).any(|pair| pair == [first, second])
}

/// Does commands at random; the names of those that were done.
fn live(seed: u64, size: usize, length: usize) -> Result<BTreeSet<&'static str>, TestCaseError> {
    let (start, _) = random::flow::document(seed, size);
    prop_assert_eq!(unsound(&start), None);
    let mut dice = Dice(seed);
    let mut done = BTreeSet::new();
    let mut past: Vec<Change> = Vec::new();
    let mut now = start.clone();
    for _ in 0..length {
        // Removing a process may leave nothing that another command could be about.
        if now.records().next().is_none() {
            break;
        }
        let name = dice.pick(Command::NAMES);
        let command = command(&mut dice, &now, name);
        prop_assert_eq!(command.name(), name);
        let text = serde_json::to_string(&command).unwrap();
        prop_assert_eq!(
            &serde_json::from_str::<Command>(&text).unwrap(),
            &command,
            "{}",
            text
        );
        let Ok(change) = command.apply(&now) else {
            continue;
        };
        let next = now.after(&change);
        prop_assert_eq!(unsound(&next), None, "{}", text);
        prop_assert!(is_in_place(&command, &now, &next), "{}", text);
        prop_assert!(next.after(&change.inverse()) == now, "{}", text);
        let kept = serde_json::to_string(&change).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Change>(&kept).unwrap(), &change);
        done.insert(name);
        past.push(change);
        now = next;
    }
    let end = now.clone();
    for change in past.iter().rev() {
        now = now.after(&change.inverse());
    }
    prop_assert!(now == start);
    for change in &past {
        now = now.after(change);
    }
    prop_assert!(now == end);
    Ok(done)
}

proptest! {
    #![proptest_config(Config {
        cases: 256,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2),
        ..Config::default()
    })]

    #[test]
    fn a_history_undone_is_the_start_and_redone_is_the_end(seed: u64, size in 1_usize..8, length in 1_usize..30) {
        live(seed, size, length)?;
    }
}

#[test]
fn every_command_is_done_somewhere_in_these_histories() {
    let done: BTreeSet<&str> = (0..60)
        .flat_map(|seed| live(seed, 6, 40).unwrap())
        .collect();
    let all: BTreeSet<&str> = Command::NAMES.iter().copied().collect();
    assert_eq!(done, all);
}
