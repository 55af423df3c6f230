//! A disk with no room left: what is refused says so, what is shown is on the disk, and with room it goes on.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![cfg(unix)]
use std::path::{Path, PathBuf};
use std::process::Command;

use kaizu_store::{Store, Writing};
use kaizu_torture::child::{self, Orders, Said};
use kaizu_torture::life::{self, Known};
use kaizu_torture::{Luck, say, seed, size, tell};

/// Edits of one program.
const EDITS: usize = 5000;

/// Not a test of its own: the program whose disk is full.
#[test]
fn the_program_whose_disk_is_full() {
    child::obey();
}

/// A project, and where its programs work.
struct Victim {
    path: PathBuf,
    writing: Writing,
    known: Known,
    luck: Luck,
    count: Count,
}

#[derive(Default)]
struct Count {
    acknowledged: usize,
    full: usize,
    unreachable: usize,
    not_opened: usize,
}

impl Victim {
    fn new(folder: &Path, seed: u64, writing: Writing) -> Self {
        let mut luck = Luck::new(seed);
        let path = folder.join("project.kaizu");
        let document = luck.document(4);
        Store::create(&path, &document, "torture")
            .and_then(Store::close)
            .unwrap();
        Self {
            path,
            writing,
            known: Known::new(&document),
            luck,
            count: Count::default(),
        }
    }

    /// Lets a program work until it gives up or is done. Gives how often it was refused.
    fn work(&mut self, blocks: Option<usize>, edits: usize) -> Result<usize, String> {
        let orders = Orders {
            file: self.path.clone(),
            writing: self.writing,
            is_kept: false,
            seed: self.luck.roll(),
            edits,
        };
        let program = child::program("the_program_whose_disk_is_full", &orders, blocks);
        let output = program.unwrap().output().unwrap();
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let said: Vec<Said> = text.lines().filter_map(Said::parsed).collect();
        let mut refusals = 0;
        for said in &said {
            match said {
                Said::Opened(at) if *at == self.known.last() => {}
                Said::Acknowledged(at, hash) => self.known.acknowledge(*at, *hash)?,
                Said::Refused(code, found) if found == "same" => {
                    refusals += 1;
                    match code.as_str() {
                        "disk-full" => self.count.full += 1,
                        "out-of-reach" => self.count.unreachable += 1,
                        other => return Err(format!("refused as {other}")),
                    }
                }
                Said::NotOpened(code) if code == "disk-full" || code == "out-of-reach" => {
                    refusals += 1;
                    self.count.not_opened += 1;
                }
                Said::Ended => {}
                other @ (Said::Opened(_) | Said::NotOpened(_) | Said::Refused(..)) => {
                    return Err(format!("{other:?} after row {}", self.known.last()));
                }
            }
        }
        if output.status.success() && !said.is_empty() {
            Ok(refusals)
        } else {
            Err(format!("the program died: {:?}", output.status))
        }
    }

    /// Everything is there, and nothing that was refused.
    fn is_whole(&mut self) -> Result<(), String> {
        let store = Store::open(&self.path).map_err(|failure| format!("{failure:?}"))?;
        self.known.compare(&store, 0, 20, &mut self.luck)
    }

    /// Works without room and, as soon as `make_room` was called, with it.
    fn live(&mut self, blocks: Option<usize>, make_room: impl FnOnce()) -> Result<(), String> {
        if self.work(blocks, EDITS)? == 0 {
            return Err("there was room for everything".into());
        }
        self.is_whole()?;
        self.work(blocks, EDITS)?;
        self.is_whole()?;
        make_room();
        if self.work(None, 30)? > 0 {
            return Err("refused although there is room".into());
        }
        self.is_whole()?;
        self.count.acknowledged += self.known.acknowledged;
        life::back_and_forth(&self.path, &self.known)
    }
}

fn told(part: &str, disks: usize, counts: &[Count]) {
    let sum = |of: fn(&Count) -> usize| counts.iter().map(of).sum::<usize>();
    tell(
        part,
        &[
            ("full disks", &disks),
            ("edits acknowledged", &sum(|count| count.acknowledged)),
            ("refused as disk-full", &sum(|count| count.full)),
            ("refused as out-of-reach", &sum(|count| count.unreachable)),
            ("not opened", &sum(|count| count.not_opened)),
            ("edits lost", &0),
        ],
    );
}

#[test]
fn where_a_file_may_not_grow_nothing_is_lost_and_memory_is_what_the_disk_holds() {
    let (disks, seed) = (size("KAIZU_FULL_DISKS", 3), seed());
    let mut counts = Vec::new();
    for n in 0..disks {
        let folder = tempfile::tempdir().unwrap();
        let (name, writing) = life::MODES[n % life::MODES.len()];
        let case = seed.wrapping_mul(1_000_037).wrapping_add(n as u64);
        let mut victim = Victim::new(folder.path(), case, writing);
        // Between 130 KiB and 280 KiB; the project itself begins at some 70 KiB.
        let blocks = 260 + victim.luck.below(300);
        let lived = victim.live(Some(blocks), || {});
        lived
            .map_err(|why| format!("seed {seed}, disk {n} of {blocks} blocks, {name}: {why}"))
            .unwrap();
        counts.push(victim.count);
    }
    told("files that may not grow", disks, &counts);
}

/// A small disk in memory, as long as it lives.
struct Small(tempfile::TempDir);

impl Small {
    /// Where this may be mounted.
    fn new(kilobytes: usize) -> Option<Self> {
        let folder = tempfile::tempdir().ok()?;
        let size = format!("size={kilobytes}k");
        let is_mounted = run(
            "mount",
            &["-t", "tmpfs", "-o", &size, "tmpfs"],
            folder.path(),
        );
        is_mounted.then_some(Self(folder))
    }

    fn grow(&self) {
        let is_larger = run("mount", &["-o", "remount,size=16m"], self.0.path());
        assert!(is_larger, "a mounted disk can be made larger");
    }
}

impl Drop for Small {
    fn drop(&mut self) {
        run("umount", &[], self.0.path());
    }
}

fn run(program: &str, arguments: &[&str], path: &Path) -> bool {
    let mut command = Command::new(program);
    let output = command.args(arguments).arg(path).output();
    output.is_ok_and(|output| output.status.success())
}

#[test]
fn on_a_disk_without_room_nothing_is_lost_and_memory_is_what_the_disk_holds() {
    let (disks, seed) = (size("KAIZU_FULL_DISKS", 3), seed());
    let mut counts = Vec::new();
    for n in 0..disks {
        let (name, writing) = life::MODES[n % life::MODES.len()];
        let case = seed.wrapping_mul(1_000_039).wrapping_add(n as u64);
        let kilobytes = 240 + Luck::new(case).below(200);
        let Some(small) = Small::new(kilobytes) else {
            say("figures | disks without room | skipped: no disk may be mounted here");
            return;
        };
        let mut victim = Victim::new(small.0.path(), case, writing);
        let lived = victim.live(None, || small.grow());
        lived
            .map_err(|why| format!("seed {seed}, disk {n} of {kilobytes} KiB, {name}: {why}"))
            .unwrap();
        counts.push(victim.count);
    }
    told("disks without room", disks, &counts);
}
