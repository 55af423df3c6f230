//! Who looks after a project while it is open in a window: a thread with a connection of its own.
//!
//! First it looks at the whole file and keeps a copy of it; then, after each quiet second, it copies the log into the file
//! and reads back what was written.
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use crate::gate::{Gate, Health};
use crate::journal::Revision;
use crate::{Failure, backups, check, file};

/// What the keeper has to say.
#[derive(Debug)]
pub enum Report {
    /// Everything up to this row is in the file itself, and was read back.
    Verified(Revision),
    /// The file is damaged; nothing is written to it any more.
    Damaged(String),
    /// The file could not be looked after; edits still reach the disk, or say that they do not.
    Failed(Failure),
}

/// How a project is looked after.
#[derive(Clone)]
pub struct Care {
    /// The folder of what belongs to no project; copies are kept there.
    pub home: PathBuf,
    /// The moment, in milliseconds since 1970.
    pub now_ms: fn() -> i64,
    /// How long nobody must have edited before the log is copied into the file.
    pub quiet: Duration,
    /// Hears what the keeper has to say, on the keeper's thread.
    pub hear: Arc<dyn Fn(Report) + Send + Sync>,
}

impl std::fmt::Debug for Care {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Care")
            .field("home", &self.home)
            .field("quiet", &self.quiet)
            .finish_non_exhaustive()
    }
}

/// After what time something that could not be done is tried again.
const RETRY: Duration = Duration::from_secs(5);

/// The thread, as the store sees it. It ends when this is dropped.
#[derive(Debug)]
pub(crate) struct Keeper {
    edits: Option<Sender<()>>,
    gate: Arc<Gate>,
    thread: Option<JoinHandle<()>>,
}

impl Keeper {
    /// Begins to look after the file at `path`; edits wait for the first look unless `is_sure`. Where nothing `is_written`
    /// that look is all.
    pub(crate) fn start(path: &Path, care: Care, is_written: bool, is_sure: bool) -> Self {
        let gate = Arc::new(Gate::default());
        if is_sure {
            gate.learn(Health::Assumed);
        }
        let (edits, heard) = channel();
        let round = Round {
            path: path.to_owned(),
            care,
            is_written,
            gate: Arc::clone(&gate),
            verified: Revision::default(),
        };
        let thread = std::thread::spawn(move || round.go(&heard));
        Self {
            edits: Some(edits),
            gate,
            thread: Some(thread),
        }
    }

    /// Waits until the file may be written.
    pub(crate) fn admit(&self) -> Result<(), Failure> {
        self.gate.admit()
    }

    /// Whether something of the file is lost or makes no sense.
    pub(crate) fn is_damaged(&self) -> bool {
        self.gate.is_damaged()
    }

    /// Says that a write met damage: nothing is written any more.
    pub(crate) fn met_damage(&self, what: &str) {
        self.gate.learn(Health::Damaged(what.to_owned()));
    }

    /// Says that something was written.
    pub(crate) fn edited(&self) {
        if let Some(edits) = &self.edits {
            let _ = edits.send(());
        }
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.edits = None;
        self.gate.end();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// What the thread works with.
struct Round {
    path: PathBuf,
    care: Care,
    is_written: bool,
    gate: Arc<Gate>,
    /// The last row that was read back.
    verified: Revision,
}

impl Round {
    fn go(mut self, edits: &Receiver<()>) {
        let mut is_told = false;
        while let Err(failure) = self.first_look() {
            if let Failure::Damaged(what) = failure {
                return self.stop(what);
            }
            self.gate.put_off();
            if !std::mem::replace(&mut is_told, true) {
                self.say(Report::Failed(failure));
            }
            // A stick that was pulled out may come back.
            if edits.recv_timeout(RETRY) == Err(RecvTimeoutError::Disconnected) {
                return;
            }
        }
        self.gate.learn(Health::Whole);
        self.say(Report::Verified(self.verified));
        if self.is_written {
            self.attend(edits);
        }
    }

    /// Looks at everything once: at a copy, which then becomes a backup, so that nobody who writes has to wait; at the file
    /// itself where no copy can be drawn.
    fn first_look(&mut self) -> Result<(), Failure> {
        let connection = file::connect(&self.path, OpenFlags::empty())?;
        let drawn = self
            .is_written
            .then(|| backups::draw(&self.care.home, &self.path, &connection));
        let Some(Ok(draft)) = drawn else {
            return self.look_at(&connection);
        };
        drop(connection);
        self.look_at(&draft.look()?)?;
        if let Err(failure) = draft.keep((self.care.now_ms)()) {
            self.say(Report::Failed(failure));
        }
        Ok(())
    }

    fn look_at(&mut self, connection: &Connection) -> Result<(), Failure> {
        if !self.gate.begins(connection.get_interrupt_handle()) {
            return Ok(());
        }
        let looked = check::whole(connection);
        self.gate.ends_look();
        self.verified = looked?;
        Ok(())
    }

    /// After each quiet second, makes the file whole by itself; ends when the store does. What a program that died left
    /// beside the file is put into it first.
    fn attend(&mut self, edits: &Receiver<()>) {
        let mut is_behind = file::beside(&self.path, "-wal").exists();
        let (mut is_told, mut pause) = (false, self.care.quiet);
        loop {
            let heard = if is_behind {
                edits.recv_timeout(pause)
            } else {
                edits.recv().map_err(|_| RecvTimeoutError::Disconnected)
            };
            match heard {
                Ok(()) => (is_behind, pause) = (true, self.care.quiet),
                Err(RecvTimeoutError::Disconnected) => return,
                Err(RecvTimeoutError::Timeout) => match self.settle() {
                    Ok(is_done) => (is_behind, is_told) = (!is_done, false),
                    Err(Failure::Damaged(what)) => return self.stop(what),
                    Err(failure) => {
                        pause = RETRY;
                        if !std::mem::replace(&mut is_told, true) {
                            self.say(Report::Failed(failure));
                        }
                    }
                },
            }
        }
    }

    /// Copies the log into the file, and reads back what was written since the last time. False where another program
    /// is in the way.
    ///
    /// A connection of its own has nothing in memory that would answer in the place of the disk.
    fn settle(&mut self) -> Result<bool, Failure> {
        let fresh = file::connect(&self.path, OpenFlags::empty())?;
        if !file::checkpoint(&fresh)? {
            return Ok(false);
        }
        self.verified = check::since(&fresh, self.verified)?;
        self.say(Report::Verified(self.verified));
        Ok(true)
    }

    /// Nothing is written to the file any more.
    fn stop(&self, what: String) {
        self.gate.learn(Health::Damaged(what.clone()));
        self.say(Report::Damaged(what));
    }

    /// Says it, unless nobody listens any more.
    fn say(&self, report: Report) {
        if !self.gate.is_over() {
            (self.care.hear)(report);
        }
    }
}
