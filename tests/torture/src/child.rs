//! A program of its own that works in a project until it is killed, refused, or done.
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use kaizu_model::{Document, Language};
use kaizu_session::Session;
use kaizu_store::{Care, Revision, Store, Writing};

use crate::Luck;
use crate::life::{self, Deed, NOW};

/// What the program is told.
const FILE: &str = "KAIZU_TORTURE_FILE";
const WRITING: &str = "KAIZU_TORTURE_WRITING";
const KEPT: &str = "KAIZU_TORTURE_KEPT";
const CHANCE: &str = "KAIZU_TORTURE_CHANCE";
const EDITS: &str = "KAIZU_TORTURE_EDITS";
/// Refusals after which it gives up.
const REFUSALS: usize = 6;

/// What one program is to do.
#[derive(Clone, Debug)]
pub struct Orders {
    /// Where it works.
    pub file: PathBuf,
    /// How it writes.
    pub writing: Writing,
    /// Whether it works as a window does: the project is held, looked after, and backed up.
    pub is_kept: bool,
    /// Where its choices come from.
    pub seed: u64,
    /// After how many edits it ends by itself.
    pub edits: usize,
}

/// What a program said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// The project is open and stands at this row.
    Opened(i64),
    /// It could not be opened.
    NotOpened(String),
    /// Row, and hash of the document.
    Acknowledged(i64, u64),
    /// The code, and what a second look at the file found.
    Refused(String, String),
    /// Everything was done, and the file closed.
    Ended,
}

impl Said {
    /// What a line of the program says; nothing where the test runner speaks.
    pub fn parsed(line: &str) -> Option<Self> {
        let mut words = line.strip_prefix("said ")?.split(' ');
        let mut next = || words.next().unwrap_or_default();
        Some(match next() {
            "opened" => Self::Opened(next().parse().ok()?),
            "not-opened" => Self::NotOpened(next().to_owned()),
            "acknowledged" => Self::Acknowledged(next().parse().ok()?, next().parse().ok()?),
            "refused" => Self::Refused(next().to_owned(), next().to_owned()),
            "ended" => Self::Ended,
            _ => return None,
        })
    }
}

/// This very program, to be started anew as one that runs only the test `name` and does what `orders` say there. Where
/// `blocks` are given, no file can grow larger than so many blocks of 512 bytes.
pub fn program(name: &str, orders: &Orders, blocks: Option<usize>) -> std::io::Result<Command> {
    let own = std::env::current_exe()?;
    let mut command = match blocks {
        None => Command::new(own),
        Some(blocks) => {
            // Without the trap the program would die where it is to be refused.
            let mut shell = Command::new("sh");
            shell.arg("-c").arg(format!(
                "trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\""
            ));
            shell.arg(own);
            shell
        }
    };
    let writing = life::MODES.iter().find(|(_, it)| *it == orders.writing);
    command
        .args(["--exact", name, "--nocapture"])
        .env(FILE, &orders.file)
        .env(WRITING, writing.map_or("", |(name, _)| name))
        .env(KEPT, if orders.is_kept { "yes" } else { "" })
        .env(CHANCE, orders.seed.to_string())
        .env(EDITS, orders.edits.to_string())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    Ok(command)
}

/// In the program that was started: does what it was told. Elsewhere nothing.
pub fn obey() {
    let said = |name| std::env::var(name).ok();
    let (Some(file), Some(writing)) = (said(FILE), said(WRITING)) else {
        return;
    };
    let writing = life::MODES.iter().find(|(name, _)| *name == writing);
    let number = |name| said(name).and_then(|text| text.parse::<u64>().ok());
    let orders = Orders {
        file: file.into(),
        writing: writing.map(|(_, writing)| *writing).unwrap_or_default(),
        is_kept: said(KEPT).is_some_and(|it| !it.is_empty()),
        seed: number(CHANCE).unwrap_or_default(),
        edits: number(EDITS).unwrap_or_default() as usize,
    };
    match Open::new(&orders) {
        Ok(mut open) => {
            say(&format!("opened {}", open.revision()));
            work(&mut open, &orders);
            drop(open);
            say("ended");
        }
        Err(code) => say(&format!("not-opened {code}")),
    }
}

/// Whole lines only, and at once: what was said before the end counts.
fn say(line: &str) {
    let _ = std::io::stdout().write_all(format!("\nsaid {line}\n").as_bytes());
    let _ = std::io::stdout().flush();
}

fn work(open: &mut Open, orders: &Orders) {
    let mut luck = Luck::new(orders.seed);
    let mut refusals = 0;
    for _ in 0..orders.edits {
        let deed = life::deed(&mut luck, open.document());
        match open.done(&deed) {
            Ok(true) => {
                let hash = life::hash(open.document());
                say(&format!("acknowledged {} {hash}", open.revision()));
            }
            Ok(false) => {}
            Err(code) => {
                say(&format!("refused {code} {}", open.again(&orders.file)));
                refusals += 1;
                if refusals == REFUSALS {
                    return;
                }
            }
        }
    }
}

/// How a window looks after the project `file`, in a hurry: it is folded and read back between two edits.
fn care(file: &Path) -> Care {
    Care {
        home: file.with_extension("home"),
        now_ms: || NOW,
        quiet: Duration::from_millis(1),
        hear: Arc::new(|_| {}),
    }
}

/// A project, open as the window opens it or below that.
enum Open {
    Session(Box<Session>),
    Store(Box<Store>),
}

impl Open {
    fn new(orders: &Orders) -> Result<Self, String> {
        if orders.writing == Writing::AsThePlaceAllows && !orders.is_kept {
            let session = Session::open(&orders.file, Language::Ja);
            return session
                .map(|session| Self::Session(Box::new(session)))
                .map_err(|problem| problem.code);
        }
        let store = if orders.is_kept {
            Store::keep(&orders.file, care(&orders.file))
        } else {
            Store::open(&orders.file)
        };
        store
            .map(|store| Self::Store(Box::new(store.writing(orders.writing))))
            .map_err(|failure| failure.code().to_owned())
    }

    fn document(&self) -> &Document {
        match self {
            Self::Session(session) => session.document(),
            Self::Store(store) => store.document(),
        }
    }

    fn revision(&self) -> i64 {
        match self {
            Self::Session(session) => session.revision() as i64,
            Self::Store(store) => store.revision().0,
        }
    }

    /// Does it; false where there was nothing to do, the code where it was refused.
    fn done(&mut self, deed: &Deed) -> Result<bool, String> {
        let session = match self {
            Self::Session(session) => session,
            Self::Store(store) => {
                return life::done(store, deed).map_err(|failure| failure.code().to_owned());
            }
        };
        let done = match deed {
            Deed::Do(it) => session.dispatch(&it.0, NOW).map(|()| true),
            Deed::Undo => session.undo(NOW),
            Deed::Redo => session.redo(NOW),
        };
        done.map_err(|problem| problem.code)
    }

    /// What a second look at the file finds.
    fn again(&self, file: &Path) -> String {
        match Store::open(file) {
            Ok(found) if found.revision() != Revision(self.revision()) => "another-row".into(),
            Ok(found) if found.document() != self.document() => "another-document".into(),
            Ok(_) => "same".into(),
            Err(failure) => failure.code().into(),
        }
    }
}
