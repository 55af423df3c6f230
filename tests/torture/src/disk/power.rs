//! What is left after a power cut: what was synced, and of the rest anything, in any order, torn anywhere.
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::Luck;

/// Bytes that reach a disk together or not at all.
const SECTOR: usize = 512;

/// Something done to a file that may be lost.
enum Step {
    Write(usize, Vec<u8>),
    Truncate(usize),
}

/// What was done to the names in the folder; a file system keeps to the order.
enum Naming {
    Link(PathBuf, u64),
    Unlink(PathBuf),
}

/// A file, by whatever name.
#[derive(Default)]
struct Inode {
    safe: Vec<u8>,
    unsafe_yet: Vec<Step>,
}

/// Keeps account of one folder.
pub(crate) struct Power {
    folder: PathBuf,
    /// Operations until the power is cut.
    left: usize,
    inodes: BTreeMap<u64, Inode>,
    names: BTreeMap<PathBuf, u64>,
    safe_names: BTreeMap<PathBuf, u64>,
    namings: Vec<Naming>,
    /// Files whose removal is on the disk when it is acknowledged: those with `synchronous=EXTRA`.
    extra: BTreeMap<PathBuf, bool>,
}

impl Power {
    pub(crate) fn new(folder: &Path, operations: usize) -> std::io::Result<Self> {
        let mut power = Self {
            folder: folder.to_owned(),
            left: operations,
            inodes: BTreeMap::new(),
            names: BTreeMap::new(),
            safe_names: BTreeMap::new(),
            namings: Vec::new(),
            extra: BTreeMap::new(),
        };
        for entry in folder.read_dir()? {
            let (path, number) = (entry?.path(), power.inodes.len() as u64);
            let safe = std::fs::read(&path)?;
            let inode = Inode {
                safe,
                unsafe_yet: Vec::new(),
            };
            power.inodes.insert(number, inode);
            power.names.insert(path, number);
        }
        power.safe_names = power.names.clone();
        Ok(power)
    }

    pub(crate) fn is_cut(&self) -> bool {
        self.left == 0
    }

    /// Counts an operation that changes something; false where the power is gone.
    pub(crate) fn lasts(&mut self) -> bool {
        self.left = self.left.saturating_sub(1);
        self.left > 0
    }

    /// The file now opened as `path`, where it is one of the folder.
    pub(crate) fn opened(&mut self, path: &Path) -> Option<u64> {
        if path.parent() != Some(&self.folder) {
            return None;
        }
        if let Some(known) = self.names.get(path) {
            return Some(*known);
        }
        let number = self.inodes.len() as u64;
        self.inodes.insert(number, Inode::default());
        self.names.insert(path.to_owned(), number);
        self.namings.push(Naming::Link(path.to_owned(), number));
        Some(number)
    }

    pub(crate) fn written(&mut self, inode: u64, offset: usize, data: &[u8]) {
        self.add(inode, Step::Write(offset, data.to_owned()));
    }

    pub(crate) fn truncated(&mut self, inode: u64, size: usize) {
        self.add(inode, Step::Truncate(size));
    }

    fn add(&mut self, inode: u64, step: Step) {
        if let Some(inode) = self.inodes.get_mut(&inode) {
            inode.unsafe_yet.push(step);
        }
    }

    /// What was done to the file is safe; with `names`, so is what was done in the folder, as when `SQLite` syncs a log that
    /// it has just made.
    pub(crate) fn synced(&mut self, inode: u64, names: bool) {
        if let Some(inode) = self.inodes.get_mut(&inode) {
            for step in std::mem::take(&mut inode.unsafe_yet) {
                step.apply(&mut inode.safe);
            }
        }
        if names {
            self.names_synced();
        }
    }

    fn names_synced(&mut self) {
        self.namings.clear();
        self.safe_names.clone_from(&self.names);
    }

    pub(crate) fn deleted(&mut self, path: &Path) {
        if self.names.remove(path).is_some() {
            self.namings.push(Naming::Unlink(path.to_owned()));
        }
        let of = |(file, is_extra): (&PathBuf, &bool)| {
            let name = file.as_os_str().as_encoded_bytes();
            *is_extra && path.as_os_str().as_encoded_bytes().starts_with(name)
        };
        if self.extra.iter().any(of) {
            self.names_synced();
        }
    }

    /// Hears how thoroughly the file at `path` is to be synced.
    pub(crate) fn told(&mut self, path: &Path, synchronous: &str) {
        let is_extra = synchronous.eq_ignore_ascii_case("extra") || synchronous == "3";
        self.extra.insert(path.to_owned(), is_extra);
    }

    /// Writes what is left into the folder `to`.
    pub(crate) fn leave(mut self, to: &Path, luck: &mut Luck) -> std::io::Result<()> {
        let kept = luck.below(self.namings.len() + 1);
        for naming in self.namings.drain(..).take(kept) {
            match naming {
                Naming::Link(path, inode) => self.safe_names.insert(path, inode),
                Naming::Unlink(path) => self.safe_names.remove(&path),
            };
        }
        // All of what was not synced, or nothing of it, or some.
        let mood = luck.below(4);
        for inode in self.inodes.values_mut() {
            for step in std::mem::take(&mut inode.unsafe_yet) {
                match (mood, luck.below(3)) {
                    (0, _) | (_, 0) => {}
                    (1, _) | (_, 1) => step.apply(&mut inode.safe),
                    _ => step.tear(&mut inode.safe, luck),
                }
            }
        }
        for (path, number) in &self.safe_names {
            if let (Some(name), Some(inode)) = (path.file_name(), self.inodes.get(number)) {
                std::fs::write(to.join(name), &inode.safe)?;
            }
        }
        Ok(())
    }
}

impl Step {
    fn apply(self, bytes: &mut Vec<u8>) {
        match self {
            Self::Write(offset, data) => put(bytes, offset, &data),
            Self::Truncate(size) => bytes.resize(size, 0),
        }
    }

    /// Some sectors of it.
    fn tear(self, bytes: &mut Vec<u8>, luck: &mut Luck) {
        let Self::Write(offset, data) = self else {
            return self.apply(bytes);
        };
        let mut at = 0;
        while at < data.len() {
            let end = (at + SECTOR - (offset + at) % SECTOR).min(data.len());
            if luck.flip() {
                put(bytes, offset + at, &data[at..end]);
            }
            at = end;
        }
    }
}

fn put(bytes: &mut Vec<u8>, offset: usize, data: &[u8]) {
    let end = offset + data.len();
    if bytes.len() < end {
        bytes.resize(end, 0);
    }
    bytes[offset..end].copy_from_slice(data);
}
