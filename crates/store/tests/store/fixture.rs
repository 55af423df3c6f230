//! A small project, and edits to make in it.
use std::path::{Path, PathBuf};

use kaizu_model::{
    Command, Create, Document, Flow, FlowId, Lane, LaneId, LaneKind, Process, ProcessId, Rank,
    Record, RecordId, Variant,
};
use kaizu_store::Store;
use tempfile::TempDir;

/// The flow of the small project.
pub(crate) const FLOW: FlowId = FlowId(2);

/// One process with an empty flow.
pub(crate) fn small() -> Document {
    let process = ProcessId(1);
    let records: [(RecordId, Record); 2] = [
        (process.into(), Process::new("転入").into()),
        (
            FLOW.into(),
            Flow::new(process, Variant::AsIs, "現状").into(),
        ),
    ];
    records.into_iter().collect()
}

/// A lane called by its number.
pub(crate) fn lane(number: u32) -> Command {
    let lane = Lane::new(FLOW, Rank(0), LaneKind::Staff, format!("担当{number}"));
    Create::new(LaneId(number), lane).into()
}

/// Does `command` in `store`.
pub(crate) fn done(store: &mut Store, command: &Command) {
    let change = command.apply(store.document()).unwrap();
    store.append(command, &change, 1_700_000_000_000).unwrap();
}

/// A project on the disk with `lanes` edits made, and the folder it lies in.
pub(crate) fn on_disk(lanes: u32) -> (TempDir, PathBuf, Store) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("市民課.kaizu");
    let mut store = Store::create(&path, &small(), "kaizu test").unwrap();
    for number in 10..10 + lanes {
        done(&mut store, &lane(number));
    }
    (folder, path, store)
}

/// How many lanes `store` shows.
pub(crate) fn lanes(store: &Store) -> usize {
    store.document().lanes().count()
}

/// The log that lies beside the file at `path` while it is written.
pub(crate) fn log(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    name.into()
}
