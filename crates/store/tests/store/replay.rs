//! Any history of edits, undo, redo and reopening: the disk says what memory says.
use kaizu_model::{
    Command, Create, Document, Lane, LaneId, LaneKind, Many, Rank, RecordId, Remove, Rename,
    SetAttribute, Step, StepId,
};
use kaizu_store::Store;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::fixture::{FLOW, small};

/// One thing that a person does.
#[derive(Clone, Debug)]
enum Deed {
    Edit(Box<Command>),
    Undo,
    Redo,
    Reopen,
}

fn command() -> impl Strategy<Value = Command> {
    let lane = || (10..14_u32).prop_map(LaneId);
    let step = || (20..26_u32).prop_map(StepId);
    let id = prop_oneof![
        lane().prop_map(RecordId::from),
        step().prop_map(RecordId::from)
    ];
    prop_oneof![
        (lane(), "[あ-ん]{1,4}").prop_map(|(id, name)| {
            Create::new(id, Lane::new(FLOW, Rank(0), LaneKind::Staff, name)).into()
        }),
        (step(), lane(), "[あ-ん]{1,4}").prop_map(|(id, lane, name)| {
            Create::new(id, Step::new(FLOW, Rank(0), lane, name)).into()
        }),
        (id.clone(), "[a-z]{1,4}").prop_map(|(id, name)| Rename { id, name }.into()),
        (step(), 0..900_u32).prop_map(|(id, minutes)| {
            SetAttribute::new(id, "minutes", f64::from(minutes) / 7.0).into()
        }),
        id.prop_map(|id| Remove::new(id).into()),
    ]
}

fn deed() -> impl Strategy<Value = Deed> {
    let many = vec(command(), 1..4).prop_map(|commands| {
        Many {
            title: "まとめ".into(),
            commands,
        }
        .into()
    });
    prop_oneof![
        6 => command().prop_map(|command| Deed::Edit(Box::new(command))),
        1 => many.prop_map(|command| Deed::Edit(Box::new(command))),
        2 => Just(Deed::Undo),
        2 => Just(Deed::Redo),
        1 => Just(Deed::Reopen),
    ]
}

/// What a person remembers: every document so far, and where undo stands.
struct Memory {
    past: Vec<Document>,
    now: usize,
}

impl Memory {
    fn document(&self) -> &Document {
        &self.past[self.now]
    }

    fn keep(&mut self, document: Document) {
        self.past.truncate(self.now + 1);
        self.past.push(document);
        self.now += 1;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn the_disk_says_what_memory_says(deeds in vec(deed(), 1..40)) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.kaizu");
        let mut store = Store::create(&path, &small(), "").unwrap();
        let mut memory = Memory { past: vec![small()], now: 0 };
        for deed in deeds {
            match deed {
                Deed::Edit(command) => {
                    if let Ok(change) = command.apply(memory.document()) {
                        let next = memory.document().after(&change);
                        memory.keep(next);
                        store.append(&command, &change, 1).unwrap();
                    }
                }
                Deed::Undo => {
                    prop_assert_eq!(store.undo(1).unwrap().is_some(), memory.now > 0);
                    memory.now = memory.now.saturating_sub(1);
                }
                Deed::Redo => {
                    let is_possible = memory.now + 1 < memory.past.len();
                    prop_assert_eq!(store.redo(1).unwrap().is_some(), is_possible);
                    memory.now += usize::from(is_possible);
                }
                Deed::Reopen => {
                    drop(store);
                    store = Store::open(&path).unwrap();
                }
            }
            prop_assert_eq!(store.document(), memory.document());
            prop_assert_eq!(store.undo_label().is_some(), memory.now > 0);
            prop_assert_eq!(store.redo_label().is_some(), memory.now + 1 < memory.past.len());
        }
        drop(store);
        let store = Store::open(&path).unwrap();
        prop_assert_eq!(store.document(), memory.document());
    }
}
