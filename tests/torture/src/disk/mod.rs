//! A disk below `SQLite` that fails on demand, and that can lose its power.
//!
//! `SQLite` reaches files only through a virtual file system (<https://www.sqlite.org/vfs.html>). This one passes everything
//! on to real files; on the way it fails at random (`weather.rs`), or keeps account of what would still be there after a
//! power cut (`power.rs`). It is the default of the whole process, so that the store above it runs unchanged.
mod locks;
mod power;
mod vfs;
mod weather;

use std::collections::BTreeMap;
use std::ffi::CString;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use sqlite_plugin::vars;
use sqlite_plugin::vfs::{RegisterOpts, register_static};

use crate::Luck;
use locks::Locks;
use power::Power;
use weather::{Fault, Operation};
pub use weather::{Tally, Weather};

/// The disk of this process.
#[derive(Clone)]
pub struct Disk(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    weather: Option<Weather>,
    tally: Tally,
    power: Option<Power>,
    locks: BTreeMap<PathBuf, Locks>,
    /// Memory of logs that nobody uses at this moment.
    spare: Vec<locks::Region>,
    handles: u64,
}

impl Disk {
    /// The disk, which from the first call on is the one that `SQLite` uses in this process. Fine weather.
    pub fn get() -> Result<Self, String> {
        static DISK: OnceLock<Result<Disk, String>> = OnceLock::new();
        DISK.get_or_init(Self::register).clone()
    }

    fn register() -> Result<Self, String> {
        let disk = Self(Arc::default());
        let name = CString::new("kaizu-torture").map_err(|why| why.to_string())?;
        let below = vfs::Below(disk.clone());
        register_static(name, below, RegisterOpts { make_default: true })
            .map_err(|code| format!("SQLite takes no file system: {code}"))?;
        Ok(disk)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// From here on operations fail as `weather` says; `None` is fine weather.
    pub fn set(&self, weather: Option<Weather>) -> Option<Weather> {
        std::mem::replace(&mut self.state().weather, weather)
    }

    /// How often what failed so far.
    pub fn tally(&self) -> Tally {
        self.state().tally.clone()
    }

    /// Keeps account from here on of what lies in `folder`, all of which is safe now, and cuts the power after so many
    /// operations that change something.
    pub fn plug(&self, folder: &Path, operations: usize) -> std::io::Result<()> {
        let power = Power::new(folder, operations)?;
        self.state().power = Some(power);
        Ok(())
    }

    /// Whether the power is gone.
    pub fn is_dark(&self) -> bool {
        self.state().power.as_ref().is_some_and(Power::is_cut)
    }

    /// Writes into the folder `to` what a power cut at this moment leaves, at random, and ends keeping account.
    pub fn unplug(&self, to: &Path, luck: &mut Luck) -> std::io::Result<()> {
        let power = self.state().power.take();
        power.map_or(Ok(()), |power| power.leave(to, luck))
    }
}

impl State {
    /// What becomes of an operation: nothing, a fault, or darkness.
    fn strike(&mut self, operation: Operation, changes: bool) -> Option<Fault> {
        if let Some(power) = &mut self.power {
            let was_cut = power.is_cut();
            if was_cut || changes && !power.lasts() {
                let code = if operation == Operation::Open {
                    vars::SQLITE_CANTOPEN
                } else {
                    vars::SQLITE_IOERR
                };
                // What was under way when the power went may have reached the disk.
                let part = if was_cut { 0 } else { 256 };
                return Some(Fault { code, part });
            }
        }
        let fault = self.weather.as_mut()?.strike(operation)?;
        self.tally.add(operation);
        Some(fault)
    }
}
