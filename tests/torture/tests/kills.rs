//! A program that is killed at any moment, again and again: every edit that it acknowledged is there, once, in order.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
use std::io::{BufRead, BufReader};
use std::path::PathBuf;

use kaizu_store::{Store, Writing};
use kaizu_torture::child::{self, Orders, Said};
use kaizu_torture::life::{self, Known};
use kaizu_torture::{Luck, seed, size, tell};
use tempfile::TempDir;

/// Kills after which one begins with a new file.
const KILLS_A_FILE: usize = 50;
/// Rows after which one begins with a new file: going through them all takes long.
const ROWS_A_FILE: i64 = 600;

/// Not a test of its own: the program that is killed.
#[test]
fn the_program_that_is_killed() {
    child::obey();
}

/// A project that is killed again and again.
struct Victim {
    folder: TempDir,
    path: PathBuf,
    writing: Writing,
    known: Known,
    kills: usize,
}

#[derive(Default)]
struct Count {
    kills: usize,
    files: usize,
    acknowledged: usize,
    unacknowledged: usize,
    while_opening: usize,
    compared: usize,
}

fn victim(luck: &mut Luck, writing: Writing) -> Victim {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("市民課.kaizu");
    let document = luck.document(5);
    Store::create(&path, &document, "torture")
        .and_then(Store::close)
        .unwrap();
    Victim {
        folder,
        path,
        writing,
        known: Known::new(&document),
        kills: 0,
    }
}

impl Victim {
    /// Lets a program work in the file, kills it, and compares.
    fn kill(&mut self, luck: &mut Luck, count: &mut Count) -> Result<(), String> {
        let orders = Orders {
            file: self.path.clone(),
            writing: self.writing,
            is_kept: luck.flip(),
            seed: luck.roll(),
            edits: usize::MAX >> 1,
        };
        let mut program = child::program("the_program_that_is_killed", &orders, None).unwrap();
        let mut child = program.spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut said = Vec::new();
        // Now and then it dies before it has said anything: while it starts, opens, or repairs.
        let patience = if luck.once_in(8) {
            0
        } else {
            1 + luck.below(24)
        };
        while said.len() < patience {
            let Some(line) = lines.next() else { break };
            said.extend(Said::parsed(&line.unwrap()));
        }
        let most = 1 << luck.below(20);
        for _ in 0..luck.below(most) {
            std::hint::spin_loop();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        said.extend(
            lines
                .map_while(Result::ok)
                .filter_map(|line| Said::parsed(&line)),
        );
        count.while_opening += usize::from(said.is_empty());
        for said in said {
            match said {
                Said::Opened(at) if at == self.known.last() => {}
                Said::Acknowledged(at, hash) => self.known.acknowledge(at, hash)?,
                other
                @ (Said::Opened(_) | Said::NotOpened(_) | Said::Refused(..) | Said::Ended) => {
                    return Err(format!("{other:?} after row {}", self.known.last()));
                }
            }
        }
        self.kills += 1;
        self.look(luck, count)
    }

    /// Opens the file, or a copy of it so that the next program finds what the last one left.
    fn look(&mut self, luck: &mut Luck, count: &mut Count) -> Result<(), String> {
        let beside = tempfile::tempdir().unwrap();
        let path = if luck.once_in(3) {
            self.path.clone()
        } else {
            for entry in self.folder.path().read_dir().unwrap() {
                let entry = entry.unwrap();
                // The folder of what belongs to no project lies here too.
                let is_file = entry.file_type().unwrap().is_file();
                if is_file && !entry.file_name().to_string_lossy().ends_with("-shm") {
                    std::fs::copy(entry.path(), beside.path().join(entry.file_name())).unwrap();
                }
            }
            beside.path().join(self.path.file_name().unwrap())
        };
        let store = Store::open(&path).map_err(|failure| failure.to_string())?;
        let before = self.known.last();
        self.known.compare(&store, 1, 3, luck)?;
        count.unacknowledged += (self.known.last() - before) as usize;
        count.compared += 5;
        Ok(())
    }
}

#[test]
fn a_program_that_is_killed_at_any_moment_leaves_every_acknowledged_edit_once_and_in_order() {
    let (kills, seed) = (size("KAIZU_KILLS", 200), seed());
    let mut luck = Luck::new(seed);
    let mut count = Count::default();
    while count.kills < kills {
        let (name, writing) = life::MODES[count.files % life::MODES.len()];
        let mut victim = victim(&mut luck, writing);
        count.files += 1;
        let told = |why: String, kill: usize| format!("seed {seed}, kill {kill}, {name}: {why}");
        while victim.kills < KILLS_A_FILE
            && victim.known.last() < ROWS_A_FILE
            && count.kills < kills
        {
            count.kills += 1;
            let survived = victim.kill(&mut luck, &mut count);
            survived.map_err(|why| told(why, count.kills)).unwrap();
        }
        let all = life::back_and_forth(&victim.path, &victim.known);
        all.map_err(|why| told(why, count.kills)).unwrap();
        count.acknowledged += victim.known.acknowledged;
    }
    tell(
        "kills",
        &[
            ("kills", &count.kills),
            ("before anything was said", &count.while_opening),
            ("files", &count.files),
            ("edits acknowledged", &count.acknowledged),
            (
                "edits found that nobody acknowledged",
                &count.unacknowledged,
            ),
            ("moments compared", &count.compared),
            ("edits lost", &0),
        ],
    );
}
