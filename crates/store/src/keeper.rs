//! Who looks after a project while it is open in a window: a thread with a connection of its own.
//!
//! First it looks at the whole file and keeps a copy of it; then, after each quiet second, it copies the log into the file
//! and reads back what was written.
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use crate::journal::{self, Revision};
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

/// The thread, as the store sees it. It ends when this is dropped.
#[derive(Debug)]
pub(crate) struct Keeper {
    edits: Option<Sender<()>>,
    gate: Arc<Gate>,
    thread: Option<JoinHandle<()>>,
}

/// What is known of the file, and who may write in it.
#[derive(Default)]
struct Gate {
    state: Mutex<Known>,
    changed: Condvar,
}

#[derive(Default)]
struct Known {
    health: Health,
    is_over: bool,
    /// Ends a long look at the file.
    look: Option<rusqlite::InterruptHandle>,
}

/// What is known of the file.
#[derive(Clone, Debug, Default)]
enum Health {
    /// Nothing: edits wait.
    #[default]
    Unknown,
    /// It was closed in order: edits need not wait until it was looked at.
    Assumed,
    /// It was looked at.
    Whole,
    /// It was looked at, and something is lost or makes no sense.
    Damaged(String),
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
        let mut known = self.gate.known();
        loop {
            match &known.health {
                Health::Assumed | Health::Whole => return Ok(()),
                Health::Damaged(what) => return Err(Failure::Damaged(what.clone())),
                Health::Unknown => {
                    let waited = self.gate.changed.wait(known);
                    known = waited.unwrap_or_else(PoisonError::into_inner);
                }
            }
        }
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
        {
            let mut known = self.gate.known();
            known.is_over = true;
            if let Some(look) = known.look.take() {
                look.interrupt();
            }
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl std::fmt::Debug for Gate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.known().health.fmt(f)
    }
}

impl Gate {
    fn known(&self) -> std::sync::MutexGuard<'_, Known> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn learn(&self, health: Health) {
        self.known().health = health;
        self.changed.notify_all();
    }

    fn is_over(&self) -> bool {
        self.known().is_over
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
        let connection = match self.first_look() {
            Ok(connection) => connection,
            Err(Failure::Damaged(what)) => {
                self.gate.learn(Health::Damaged(what.clone()));
                return self.say(Report::Damaged(what));
            }
            Err(failure) => {
                // Nothing is known against the file: the next write says itself what is wrong.
                self.gate.learn(Health::Assumed);
                return self.say(Report::Failed(failure));
            }
        };
        self.gate.learn(Health::Whole);
        if !self.is_written {
            return;
        }
        let kept = backups::keep(
            &self.care.home,
            &self.path,
            &connection,
            (self.care.now_ms)(),
        );
        if let Err(failure) = kept {
            self.say(Report::Failed(failure));
        }
        self.attend(&connection, edits);
    }

    /// Looks at everything once.
    fn first_look(&mut self) -> Result<Connection, Failure> {
        let connection = file::connect(&self.path, OpenFlags::empty())?;
        {
            let mut known = self.gate.known();
            known.look = Some(connection.get_interrupt_handle());
        }
        check::whole(&connection)?;
        self.verified = journal::last(&connection)?.0;
        self.gate.known().look = None;
        self.say(Report::Verified(self.verified));
        Ok(connection)
    }

    /// After each quiet second, makes the file whole by itself; ends when the store does.
    fn attend(&mut self, connection: &Connection, edits: &Receiver<()>) {
        while edits.recv().is_ok() {
            let mut is_behind = true;
            while is_behind {
                match edits.recv_timeout(self.care.quiet) {
                    Ok(()) => {}
                    Err(RecvTimeoutError::Disconnected) => return,
                    Err(RecvTimeoutError::Timeout) => {
                        // Where another program is in the way, it is tried again.
                        is_behind = match self.settle(connection) {
                            Ok(is_done) => !is_done,
                            Err(failure) => {
                                self.say(Report::Failed(failure));
                                false
                            }
                        };
                    }
                }
            }
        }
    }

    /// Copies the log into the file, and reads back what was written since the last time. False where another program
    /// is in the way.
    fn settle(&mut self, connection: &Connection) -> Result<bool, Failure> {
        if !file::checkpoint(connection)? {
            return Ok(false);
        }
        // A connection of its own has nothing in memory that would answer in the place of the disk.
        let fresh = file::connect(&self.path, OpenFlags::empty())?;
        self.verified = check::since(&fresh, self.verified)?;
        self.say(Report::Verified(self.verified));
        Ok(true)
    }

    /// Says it, unless nobody listens any more.
    fn say(&self, report: Report) {
        if !self.gate.is_over() {
            (self.care.hear)(report);
        }
    }
}
