//! What is kept, for how long, and what becomes of it.
use kaizu_model::{Command, Document, Rename, notation};
use tempfile::TempDir;

use super::*;
use crate::Store;

/// A home, and a project that lies in it.
struct Desk {
    home: TempDir,
    path: PathBuf,
    store: Store,
}

fn document() -> Document {
    notation::parse("窓口: 受け取る\n窓口: 書く\n").unwrap()
}

impl Desk {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("市民課.kaizu");
        let store = Store::create(&path, &document(), "test").unwrap();
        Self { home, path, store }
    }

    fn home(&self) -> &Path {
        self.home.path()
    }

    fn edit(&mut self) {
        let (id, step) = self.store.document().steps().next().unwrap();
        let name = format!("{}る", step.name);
        let command: Command = Rename {
            id: id.into(),
            name,
        }
        .into();
        let change = command.apply(self.store.document()).unwrap();
        self.store.append(&command, &change, 1).unwrap();
    }

    fn keep(&self, now_ms: i64) {
        keep(self.home(), &self.path, &self.store.connection, now_ms).unwrap();
    }

    fn kept(&self) -> Vec<(i64, i64)> {
        let of = of(self.home(), &self.path).into_iter();
        of.map(|backup| (backup.at, backup.revision)).collect()
    }
}

#[test]
fn only_what_changed_is_kept_anew() {
    let mut desk = Desk::new();
    desk.keep(1);
    desk.keep(2);
    desk.edit();
    desk.keep(3);
    desk.keep(4);
    assert_eq!(desk.kept(), [(3, 1), (1, 0)]);
}

#[test]
fn another_project_of_the_same_length_in_the_same_place_is_kept() {
    let mut desk = Desk::new();
    desk.edit();
    desk.keep(1);
    desk.store = Store::create(&desk.home().join("other"), &document(), "test").unwrap();
    desk.edit();
    desk.edit();
    desk.store.undo(9).unwrap();
    desk.keep(2);
    desk.store = Store::create(&desk.home().join("third"), &document(), "test").unwrap();
    for _ in 0..3 {
        desk.edit();
    }
    desk.keep(3);
    assert_eq!(desk.kept(), [(3, 3), (2, 3), (1, 1)]);
}

#[test]
fn the_last_ten_are_kept() {
    let mut desk = Desk::new();
    for at in 1..=13 {
        desk.keep(at);
        desk.edit();
    }
    let newest: Vec<_> = (4..=13).rev().map(|at| (at, at - 1)).collect();
    assert_eq!(desk.kept(), newest);
    desk.keep(2);
    assert_eq!(desk.kept().len(), 10);
    assert_eq!(
        desk.kept()[9],
        (2, 13),
        "a clock that goes back loses nothing"
    );
}

#[test]
fn a_backup_is_one_complete_file_with_its_undo() {
    let mut desk = Desk::new();
    desk.edit();
    desk.keep(1);
    let [backup] = &of(desk.home(), &desk.path)[..] else {
        panic!("one is kept");
    };
    assert_eq!(backup.bytes, backup.path.metadata().unwrap().len());
    let names: Vec<PathBuf> = library::list(backup.path.parent().unwrap());
    assert_eq!(names.len(), 2, "it, and the place: {names:?}");
    assert!(is_backup(desk.home(), &backup.path));
    assert!(!is_backup(desk.home(), &desk.path));
    let mut copy = Store::open(&backup.path).unwrap();
    assert_eq!(copy.document(), desk.store.document());
    copy.undo(2).unwrap();
    assert_eq!(*copy.document(), document());
    keep(desk.home(), &backup.path, &copy.connection, 3).unwrap();
    assert_eq!(list(desk.home()).len(), 1, "nothing is kept of a backup");
}

#[test]
fn what_a_program_that_died_began_is_no_backup_and_in_nobodys_way() {
    let desk = Desk::new();
    let folder = folder(desk.home(), &desk.path);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(UNFINISHED), "half").unwrap();
    fs::write(folder.join("unfinished-journal"), "half").unwrap();
    desk.keep(1);
    assert_eq!(library::list(&folder).len(), 2);
    fs::write(&of(desk.home(), &desk.path)[0].path, "damaged").unwrap();
    desk.keep(2);
    assert_eq!(desk.kept(), [(2, 0), (1, 0)]);
}

#[test]
fn an_older_schema_is_kept_as_it_is() {
    const SCHEMA_1: &[u8] = include_bytes!("../../tests/store/schema-1.kaizu");
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("old.kaizu");
    fs::write(&path, SCHEMA_1).unwrap();
    let connection = file::connect(&path, OpenFlags::empty()).unwrap();
    keep(home.path(), &path, &connection, 1).unwrap();
    let [backup] = &of(home.path(), &path)[..] else {
        panic!("one is kept");
    };
    assert_eq!(backup.revision, 4);
    let version =
        looked_at(&backup.path)
            .unwrap()
            .pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0));
    assert_eq!(version.unwrap(), 1);
}

#[test]
fn projects_are_listed_with_the_newest_first_and_odd_files_are_passed_over() {
    let desk = Desk::new();
    let other = desk.home().join("other.kaizu");
    desk.keep(5);
    keep(desk.home(), &other, &desk.store.connection, 9).unwrap();
    let root = desk.home().join(BACKUPS);
    fs::create_dir_all(root.join("0123456789abcdef")).unwrap();
    fs::write(root.join("0123456789abcdee"), "a file").unwrap();
    fs::create_dir_all(root.join("odd")).unwrap();
    let folder = folder(desk.home(), &desk.path);
    for odd in ["a.kaizu", "1-2.txt", "x-1.kaizu", "1-.kaizu", "-.kaizu"] {
        fs::write(folder.join(odd), "odd").unwrap();
    }
    fs::create_dir(folder.join("8-8.kaizu")).unwrap();
    let listed: Vec<_> = list(desk.home())
        .into_iter()
        .map(|found| found.of)
        .collect();
    assert_eq!(listed, [other, desk.path.clone()]);
    assert_eq!(desk.kept(), [(5, 0)]);
    fs::write(folder.join(PLACE), "{").unwrap();
    assert_eq!(list(desk.home()).len(), 1);
    assert!(list(&desk.home().join("nowhere")).is_empty());
    clear(desk.home(), &desk.path).unwrap();
    assert!(folder.join("a.kaizu").exists(), "not ours");
}

#[test]
fn backups_follow_a_project_that_moved() {
    let mut desk = Desk::new();
    let new = desk.home().join("b").join("住民課.kaizu");
    keep(desk.home(), &new, &desk.store.connection, 1).unwrap();
    desk.edit();
    desk.keep(2);
    moved(desk.home(), &desk.path, &new).unwrap();
    moved(desk.home(), &desk.path, &new).unwrap();
    moved(desk.home(), &new, &new).unwrap();
    assert_eq!(desk.kept(), []);
    assert!(!folder(desk.home(), &desk.path).exists());
    let listed = list(desk.home());
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].of, new);
    assert_eq!(listed[0].backups.len(), 2, "those from before stay");
}

#[test]
fn only_backups_are_removed() {
    let mut desk = Desk::new();
    desk.keep(1);
    desk.edit();
    desk.keep(2);
    let newest = of(desk.home(), &desk.path)[0].path.clone();
    let way_out = newest.parent().unwrap().join("../../市民課.kaizu");
    let place = newest.with_file_name(PLACE);
    for other in [&desk.path, &way_out, &place] {
        let code = remove(desk.home(), other).unwrap_err().code();
        assert_eq!(code, "unwritten");
        assert!(other.exists());
    }
    remove(desk.home(), &newest).unwrap();
    let code = remove(desk.home(), &newest).unwrap_err().code();
    assert_eq!(code, "no-such-file");
    assert_eq!(desk.kept(), [(1, 0)]);
}

#[test]
fn all_of_one_project_go_or_all_of_all() {
    let desk = Desk::new();
    let others = ["b", "c"].map(|name| desk.home().join(name));
    desk.keep(1);
    for other in &others {
        keep(desk.home(), other, &desk.store.connection, 2).unwrap();
    }
    clear(desk.home(), &others[0]).unwrap();
    clear(desk.home(), &others[0]).unwrap();
    assert_eq!(list(desk.home()).len(), 2);
    clear_all(desk.home()).unwrap();
    clear_all(&desk.home().join("nowhere")).unwrap();
    assert!(list(desk.home()).is_empty());
    assert_eq!(fs::read_dir(desk.home().join(BACKUPS)).unwrap().count(), 0);
    assert!(desk.path.exists());
}
