//! How often which operation fails, and how.
use std::collections::BTreeMap;
use std::fmt;

use sqlite_plugin::vars;

use crate::Luck;

/// An operation that may fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Operation {
    Open,
    Read,
    Write,
    Sync,
    Truncate,
    Delete,
    Size,
    Access,
    Map,
}

/// How an operation fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// What `SQLite` is told.
    pub(crate) code: i32,
    /// How much of a write, in parts of 256, reaches the file before it fails.
    pub(crate) part: usize,
}

/// Operations fail at random, alone or in gusts.
pub struct Weather {
    luck: Luck,
    /// One operation in so many begins a gust.
    rare: usize,
    /// Operations in a gust, at most.
    longest: usize,
    gust: usize,
}

impl Weather {
    /// One operation in `rare` fails, and up to `longest` after it.
    pub fn new(seed: u64, rare: usize, longest: usize) -> Self {
        Self {
            luck: Luck::new(seed),
            rare,
            longest,
            gust: 0,
        }
    }

    /// What becomes of an operation.
    pub(crate) fn strike(&mut self, operation: Operation) -> Option<Fault> {
        if self.gust > 0 {
            self.gust -= 1;
        } else if self.luck.once_in(self.rare) {
            self.gust = self.luck.below(self.longest);
        } else {
            return None;
        }
        let is_full = self.luck.once_in(3);
        let code = match operation {
            Operation::Open => vars::SQLITE_CANTOPEN,
            Operation::Read => vars::SQLITE_IOERR_READ,
            Operation::Write if is_full => vars::SQLITE_FULL,
            Operation::Write => vars::SQLITE_IOERR_WRITE,
            Operation::Sync => vars::SQLITE_IOERR_FSYNC,
            Operation::Truncate => vars::SQLITE_IOERR_TRUNCATE,
            Operation::Delete => vars::SQLITE_IOERR_DELETE,
            Operation::Size => vars::SQLITE_IOERR_FSTAT,
            Operation::Access => vars::SQLITE_IOERR_ACCESS,
            Operation::Map => vars::SQLITE_IOERR_SHMMAP,
        };
        let part = if self.luck.flip() {
            self.luck.below(257)
        } else {
            0
        };
        Some(Fault { code, part })
    }
}

/// How often what failed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally(BTreeMap<Operation, usize>);

impl Tally {
    pub(crate) fn add(&mut self, operation: Operation) {
        *self.0.entry(operation).or_default() += 1;
    }

    /// All faults.
    pub fn sum(&self) -> usize {
        self.0.values().sum()
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let each = self.0.iter();
        let each: Vec<String> = each
            .map(|(operation, count)| format!("{count} {operation:?}").to_lowercase())
            .collect();
        f.write_str(&each.join(", "))
    }
}
