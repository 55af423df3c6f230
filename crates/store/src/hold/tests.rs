//! Who gets a project, who is refused, and who is no longer there.
use std::time::Duration;

use tempfile::TempDir;

use super::*;
use crate::holder::holder;

/// A folder with a project in it; it serves as home as well.
fn desk() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("市民課.kaizu");
    fs::write(&path, "").unwrap();
    (folder, path)
}

/// A lock of nobody who is there, on the machine `host`.
fn forged(path: &Path, home: &Path, host: &str) -> Holder {
    let running = home.join(RUNNING);
    fs::create_dir_all(&running).unwrap();
    fs::write(running.join("dead"), "").unwrap();
    let mut lock = described(path, None, 5);
    lock.holder.host = host.to_owned();
    lock.running = running.join("dead").to_str().map(str::to_owned);
    lock::create(&lock::of(path), &serde_json::to_vec(&lock).unwrap()).unwrap();
    lock.holder
}

fn age(path: &Path, minutes: u64) {
    let lock = File::options().write(true).open(lock::of(path)).unwrap();
    let now = lock.metadata().unwrap().modified().unwrap();
    lock.set_modified(now - Duration::from_mins(minutes))
        .unwrap();
}

fn refusal(path: &Path, home: &Path) -> Failure {
    Hold::take(path, home, 9).unwrap_err()
}

#[test]
fn a_project_that_is_held_says_by_whom_and_since_when() {
    let (folder, path) = desk();
    let (hold, was_left) = Hold::take(&path, folder.path(), 7).unwrap();
    assert!(!was_left);
    let Failure::Held(by) = refusal(&path, folder.path()) else {
        panic!("it is held");
    };
    assert_eq!(by, Holder::me(7));
    assert_eq!(holder(&path), Some(by));
    age(&path, 60);
    assert!(holder(&path).is_some(), "the token says more");
    drop(hold);
    assert_eq!(holder(&path), None);
    assert_eq!(library::list(folder.path()), std::slice::from_ref(&path));
    assert!(library::list(&folder.path().join(RUNNING)).is_empty());
    assert!(!Hold::take(&path, folder.path(), 8).unwrap().1);
}

#[cfg(unix)]
#[test]
fn another_way_to_the_same_file_is_held_as_well() {
    let (folder, path) = desk();
    let other = folder.path().join("other.kaizu");
    std::os::unix::fs::symlink(&path, &other).unwrap();
    let _hold = Hold::take(&path, folder.path(), 7).unwrap();
    assert_eq!(refusal(&other, folder.path()).code(), "held");
}

#[test]
fn what_a_dead_program_left_is_taken_over() {
    let (folder, path) = desk();
    forged(&path, folder.path(), &lock::host());
    assert_eq!(holder(&path), None);
    let (_hold, was_left) = Hold::take(&path, folder.path(), 7).unwrap();
    assert!(was_left);
    assert_eq!(holder(&path), Some(Holder::me(7)));
    assert!(!folder.path().join(RUNNING).join("dead").exists());
}

#[test]
fn of_many_who_want_what_a_dead_program_left_one_gets_it() {
    let (folder, path) = desk();
    for _ in 0..50 {
        forged(&path, folder.path(), &lock::host());
        let take = || Hold::take(&path, folder.path(), 7).ok();
        let holds: Vec<_> = std::thread::scope(|scope| {
            let all: Vec<_> = (0..8).map(|_| scope.spawn(take)).collect();
            all.into_iter()
                .filter_map(|one| one.join().unwrap())
                .collect()
        });
        assert_eq!(holds.len(), 1);
        assert!(holder(&path).is_some());
    }
}

#[test]
fn a_lock_of_another_machine_counts_as_long_as_it_beats() {
    let (folder, path) = desk();
    let other = forged(&path, folder.path(), "other");
    assert_eq!(holder(&path), Some(other));
    assert_eq!(refusal(&path, folder.path()).code(), "held");
    age(&path, 4);
    assert_eq!(holder(&path), None);
    assert!(Hold::take(&path, folder.path(), 7).unwrap().1);
}

#[test]
fn a_lock_that_was_copied_with_its_folder_is_judged_by_its_beat() {
    let (folder, path) = desk();
    let copy = folder.path().join("copy.kaizu");
    fs::write(&copy, "").unwrap();
    let _hold = Hold::take(&path, folder.path(), 7).unwrap();
    fs::copy(lock::of(&path), lock::of(&copy)).unwrap();
    age(&copy, 4);
    assert_eq!(holder(&copy), None);
    assert!(Hold::take(&copy, folder.path(), 8).unwrap().1);
    assert!(holder(&path).is_some(), "its token is still there");
}

#[test]
fn a_beat_makes_the_lock_young_and_leaves_that_of_others_alone() {
    let (folder, path) = desk();
    let (hold, _) = Hold::take(&path, folder.path(), 7).unwrap();
    let modified = || lock::of(&path).metadata().unwrap().modified().unwrap();
    age(&path, 4);
    let before = modified();
    hold.beat();
    assert!(modified() > before + Duration::from_mins(3));
    fs::remove_file(lock::of(&path)).unwrap();
    hold.beat();
    assert!(holder(&path).is_some(), "it is there again");
    fs::remove_file(lock::of(&path)).unwrap();
    let other = forged(&path, folder.path(), "other");
    hold.beat();
    drop(hold);
    assert_eq!(holder(&path), Some(other));
}

#[test]
fn where_nothing_may_be_written_nothing_is_held() {
    let (folder, path) = desk();
    let refuse = |path: &Path, is_it: bool| {
        let mut permissions = path.metadata().unwrap().permissions();
        permissions.set_readonly(is_it);
        fs::set_permissions(path, permissions).unwrap();
    };
    let places = [path.as_path(), folder.path()];
    for place in places.iter().take(if cfg!(unix) { 2 } else { 1 }) {
        refuse(place, true);
        assert_eq!(refusal(&path, folder.path()).code(), "read-only");
        refuse(place, false);
    }
    assert_eq!(library::list(folder.path()), [path]);
}

#[test]
fn what_is_not_there_is_not_held() {
    let (folder, path) = desk();
    let missing = folder.path().join("b.kaizu");
    assert_eq!(refusal(&missing, folder.path()).code(), "no-such-file");
    assert_eq!(refusal(folder.path(), folder.path()).code(), "is-a-folder");
    assert_eq!(holder(&missing), None);
    let home_is_a_file = path.clone();
    let _hold = Hold::take(&path, &home_is_a_file, 7).unwrap();
    assert_eq!(refusal(&path, folder.path()).code(), "held");
}
