//! Who has a project open to write in it: one window at a time, on whatever machine.
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

pub(crate) use crate::holder::Holder;
use crate::lock::{self, Found, Lock};
use crate::{Failure, library, place};

/// The folder of tokens: one file for every project that this person's programs have open.
const RUNNING: &str = "running";
/// The file there that is locked by whoever takes something over.
const TURN: &str = "turn";
/// Letters of a token.
const LETTERS: usize = 16;
/// How often one tries to be faster than others who want the same.
const ATTEMPTS: usize = 4;

/// The right to write in a project. It ends when this is dropped.
#[derive(Debug)]
pub(crate) struct Hold {
    project: PathBuf,
    lock: PathBuf,
    text: Vec<u8>,
    #[expect(
        dead_code,
        reason = "held so that the token is locked as long as the project is open"
    )]
    token: Option<NamedTempFile>,
}

impl Hold {
    /// Takes the project at `path` for this program; and whether somebody before left it without an end.
    pub(crate) fn take(path: &Path, home: &Path, now_ms: i64) -> Result<(Self, bool), Failure> {
        let project = lock::project(path)?;
        place::writable(&project)?;
        let path = lock::of(&project);
        let running = library::absolute(home).join(RUNNING);
        let token = token(&running);
        let lock = described(&project, token.as_ref(), now_ms);
        let text = serde_json::to_vec(&lock)?;
        let mut was_left = false;
        let mut _turn = None;
        for _ in 0..ATTEMPTS {
            match lock::create(&path, &text) {
                Ok(()) => {
                    let hold = Self {
                        project,
                        lock: path,
                        text,
                        token,
                    };
                    return Ok((hold, was_left));
                }
                Err(source) if source.kind() == ErrorKind::AlreadyExists => {}
                Err(source) => return Err(place::refused(&path, source)),
            }
            let Some(found) = Found::at(&path) else {
                continue;
            };
            if found.is_alive(&project) {
                return Err(Failure::Held(found.holder()));
            }
            if !was_left {
                // Somebody may have been faster, and is judged anew.
                was_left = true;
                _turn = turn(&running);
                continue;
            }
            lock::take_away(&path, &found, &lock.token)
                .map_err(|source| place::refused(&path, source))?;
            sweep(&found, &running);
        }
        Err(Failure::Held(Holder::default()))
    }

    /// Says that somebody is still there.
    ///
    /// Whoever found this one silent for too long may have taken the project: their lock stays as it is.
    pub(crate) fn beat(&self) {
        let _ = match lock::text(&self.lock) {
            Ok(text) if text == self.text => lock::touch(&self.lock, &self.text),
            Err(Failure::Missing(_)) if self.project.exists() => {
                lock::create(&self.lock, &self.text)
            }
            Ok(_) | Err(_) => Ok(()),
        };
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        if lock::text(&self.lock).is_ok_and(|text| text == self.text) {
            let _ = fs::remove_file(&self.lock);
        }
    }
}

/// Waits until no other program of this person takes over anything.
///
/// Otherwise the second of two could take away what the first one has only just written.
fn turn(running: &Path) -> Option<File> {
    let turn = File::create(running.join(TURN)).ok()?;
    turn.lock().ok()?;
    Some(turn)
}

/// Removes the token that `found` names, if it is dead and lies in `running`: others may write any path into a lock, and one
/// that was copied along with a folder names the token of a project that is open.
fn sweep(found: &Found, running: &Path) {
    let ours = found
        .running()
        .filter(|token| token.parent() == Some(running) && lock::is_locked(token) == Some(false));
    if let Some(token) = ours {
        let _ = fs::remove_file(token);
    }
}

/// A new file in `running`, locked as long as it is held. Nothing where that cannot be: then the beat alone counts.
fn token(running: &Path) -> Option<NamedTempFile> {
    library::prepare(running).ok()?;
    let token = tempfile::Builder::new()
        .prefix("")
        .rand_bytes(LETTERS)
        .tempfile_in(running)
        .ok()?;
    token.as_file().try_lock().ok()?;
    Some(token)
}

fn described(project: &Path, token: Option<&NamedTempFile>, now_ms: i64) -> Lock {
    let file = token.map(NamedTempFile::path);
    let name = file.and_then(|path| path.file_name()?.to_str());
    let without = || format!("{}-{now_ms}", std::process::id());
    Lock {
        holder: Holder::me(now_ms),
        token: name.map_or_else(without, str::to_owned),
        running: file.and_then(|path| path.to_str()).map(str::to_owned),
        project: project.to_str().map(str::to_owned),
    }
}

#[cfg(test)]
mod tests;
