//! The journal in a real file: whatever people do, however the program ends, the file holds it and can take it back.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test cannot set up ends it"
)]
#[path = "../crates/model/tests/random/command.rs"]
mod command;
#[path = "../crates/model/tests/random/mod.rs"]
mod random;

use std::path::{Path, PathBuf};

use command::command;
use kaizu_model::{Command, Document, Language, Rename};
use kaizu_session::requests::convert::{Convert, Page};
use kaizu_session::requests::propose::{Package, Propose};
use kaizu_session::{Edition, Form, Session, write_file};
use kaizu_store::Store;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use random::Dice;
use tempfile::TempDir;

const NOW: i64 = 1_800_000_000_000;

fn sample(name: &str) -> Session {
    let path = kaizu_tests::repository().join(format!("samples/{name}.flow"));
    Session::open(&path, Language::Ja).unwrap()
}

fn open(path: &Path) -> Session {
    Session::open(path, Language::Ja).unwrap()
}

/// What is open in `session` as a project file in `folder`.
fn saved(session: &Session, folder: &TempDir) -> PathBuf {
    let path = folder.path().join("project.kaizu");
    let flow = session.choose(None, None).unwrap();
    let question = Convert {
        form: Form::Project,
        page: Page::Fit,
        edition: Edition::default(),
    };
    let bytes = session.ask(&question, flow).unwrap().bytes;
    write_file(&path, &bytes, Language::Ja).unwrap();
    path
}

/// The disk as it is the moment the program dies: the file, and the log beside it.
fn snatched(path: &Path, folder: &TempDir) -> PathBuf {
    let name = path.file_name().unwrap().to_str().unwrap();
    for file in [name.to_owned(), format!("{name}-wal")] {
        let from = path.with_file_name(&file);
        if from.exists() {
            std::fs::copy(from, folder.path().join(file)).unwrap();
        }
    }
    folder.path().join(name)
}

/// All that a person sees of the history.
fn seen(session: &Session) -> (&Document, Option<String>, Option<String>) {
    (
        session.document(),
        session.undo_label(),
        session.redo_label(),
    )
}

fn back(session: &mut Session) -> usize {
    let mut steps = 0;
    while session.undo(NOW).unwrap() {
        steps += 1;
    }
    steps
}

fn forth(session: &mut Session) -> usize {
    let mut steps = 0;
    while session.redo(NOW).unwrap() {
        steps += 1;
    }
    steps
}

/// A project file: a sample, or anything that can be said.
fn begun(dice: &mut Dice) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("project.kaizu");
    let document = match dice.below(3) {
        0 => sample("resident-record-by-mail").document().clone(),
        1 => sample("vaccination-ticket").document().clone(),
        _ => random::flow::document(dice.roll(), 6).0,
    };
    let store = Store::create(&path, &document, "Kaizu").unwrap();
    store.close().unwrap();
    (folder, path)
}

/// Does the same at random in a file and, as the measure, in memory.
fn live(seed: u64, length: usize) -> Result<(), TestCaseError> {
    let mut dice = Dice(seed);
    let (mut folder, mut path) = begun(&mut dice);
    let mut file = open(&path);
    let mut memory = file.beside().unwrap();
    let start = file.document().clone();
    for _ in 0..length {
        // Where all is gone there is nothing to do but to go back.
        let is_empty = file.document().records().next().is_none();
        match dice.below(6) {
            _ if is_empty => prop_assert!(file.undo(NOW).unwrap() && memory.undo(NOW).unwrap()),
            0 => prop_assert_eq!(file.undo(NOW).unwrap(), memory.undo(NOW).unwrap()),
            1 => prop_assert_eq!(file.redo(NOW).unwrap(), memory.redo(NOW).unwrap()),
            _ => {
                let name = dice.pick(Command::NAMES);
                let command = command(&mut dice, file.document(), name);
                let refused =
                    |done: Result<(), kaizu_session::Problem>| done.err().map(|it| it.code);
                let (one, two) = (file.dispatch(&command, NOW), memory.dispatch(&command, NOW));
                prop_assert_eq!(refused(one), refused(two));
            }
        }
        prop_assert!(seen(&file) == seen(&memory));
        // Another program looks at the file while it is open here.
        prop_assert!(seen(&open(&path)) == seen(&memory));
        match dice.below(4) {
            0 => {
                drop(file);
                file = open(&path);
            }
            1 => {
                let next = tempfile::tempdir().unwrap();
                path = snatched(&path, &next);
                std::mem::forget(std::mem::replace(&mut file, open(&path)));
                folder = next;
            }
            _ => {}
        }
        prop_assert!(seen(&file) == seen(&memory));
    }
    prop_assert_eq!(forth(&mut file), forth(&mut memory));
    let end = file.document().clone();
    prop_assert_eq!(back(&mut file), back(&mut memory));
    prop_assert!(*file.document() == start && file.undo_label().is_none());
    drop(file);
    let mut file = open(&path);
    prop_assert!(*file.document() == start);
    forth(&mut file);
    prop_assert!(*file.document() == end && file.redo_label().is_none());
    drop(file);
    prop_assert!(*open(&path).document() == end);
    drop(folder);
    Ok(())
}

proptest! {
    #![proptest_config(Config {
        cases: 16,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2),
        ..Config::default()
    })]

    #[test]
    fn the_file_holds_every_history_whenever_the_program_ends(seed: u64, length in 1_usize..40) {
        live(seed, length)?;
    }
}

#[test]
fn a_proposal_is_one_step_back_and_one_step_forth() {
    let today = sample("childcare-benefit-7-3");
    let flow = today.choose(None, None).unwrap();
    let proposed = today
        .ask(&Propose::new(Package::default(), NOW), flow)
        .unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = saved(&proposed.session, &folder);
    let mut file = open(&path);
    let both = file.document().clone();
    assert_eq!(both.flows().count(), 2);
    assert_eq!(&both, proposed.session.document());
    let title = file.undo_label().unwrap();
    assert_eq!(title, file.words().say("proposal-title"));

    assert!(file.undo(NOW).unwrap());
    assert_eq!(file.document(), today.document());
    assert!(!file.undo(NOW).unwrap());
    drop(file);

    let mut file = open(&path);
    assert_eq!(file.document(), today.document());
    assert_eq!(file.redo_label(), Some(title));
    assert!(file.redo(NOW).unwrap());
    assert_eq!(file.document(), &both);
    assert!(!file.redo(NOW).unwrap());
}

#[test]
fn numbers_of_what_was_taken_back_are_not_given_again() {
    let today = sample("childcare-benefit-7-3");
    let flow = today.choose(None, None).unwrap();
    let proposed = today
        .ask(&Propose::new(Package::default(), NOW), flow)
        .unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut file = open(&saved(&proposed.session, &folder));
    let free = file.ids();
    assert!(file.undo(NOW).unwrap());
    assert!(file.ids().peek() >= free.peek());
    assert!(file.document().free_ids().peek() < free.peek());
}

#[test]
fn who_writes_second_is_refused_and_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let path = saved(&sample("travel-expense-payment"), &folder);
    let (mut first, mut second) = (open(&path), open(&path));
    let (step, _) = first.document().steps().next().unwrap();
    let rename = |name: &str| -> Command {
        let (id, name) = (step.into(), name.to_owned());
        Rename { id, name }.into()
    };
    let name = |session: &Session| session.document().step(step).unwrap().name.clone();
    let before = name(&second);

    first.dispatch(&rename("先に書いた名前"), NOW).unwrap();
    let problem = second
        .dispatch(&rename("後から書いた名前"), NOW)
        .unwrap_err();
    assert_eq!(problem.code, "changed-elsewhere");
    assert!(!problem.message.is_empty() && !problem.hint.is_empty());
    assert_eq!(name(&second), before);
    let refused = second.undo(NOW);
    assert!(matches!(refused, Ok(false)), "{refused:?}");

    first.dispatch(&rename("もう一度書いた名前"), NOW).unwrap();
    drop((first, second));
    let mut third = open(&path);
    assert_eq!(name(&third), "もう一度書いた名前");
    third.dispatch(&rename("後から書いた名前"), NOW).unwrap();
    for expected in ["もう一度書いた名前", "先に書いた名前", before.as_str()] {
        assert!(third.undo(NOW).unwrap());
        assert_eq!(name(&third), expected);
    }
    assert!(!third.undo(NOW).unwrap());
}
