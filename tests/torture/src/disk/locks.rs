//! Who has which lock on a file, and the memory that those who use a log share: all within this process.
use std::collections::BTreeSet;
use std::ptr::NonNull;
use std::sync::atomic::{AtomicU64, Ordering};

use sqlite_plugin::flags::{LockLevel, ShmLockMode};

/// A piece of shared memory. It is never given back, only used again.
pub(crate) type Region = &'static [AtomicU64];

/// Locks on shared memory.
const SLOTS: usize = 8;

/// The locks on one file; who holds one is known by a number.
#[derive(Default)]
pub(crate) struct Locks {
    shared: BTreeSet<u64>,
    reserved: Option<u64>,
    pending: Option<u64>,
    exclusive: Option<u64>,
    /// Who uses the shared memory.
    users: BTreeSet<u64>,
    regions: Vec<Region>,
    readers: [BTreeSet<u64>; SLOTS],
    writers: [Option<u64>; SLOTS],
}

fn is_of_another(holder: Option<u64>, me: u64) -> bool {
    holder.is_some_and(|holder| holder != me)
}

impl Locks {
    /// Takes a lock on the file itself (<https://www.sqlite.org/lockingv3.html>); false where somebody is in the way.
    pub(crate) fn take(&mut self, me: u64, level: LockLevel) -> bool {
        let is_closing = is_of_another(self.pending, me) || is_of_another(self.exclusive, me);
        let is_reserved = is_closing || is_of_another(self.reserved, me);
        match level {
            LockLevel::Unlocked => true,
            LockLevel::Shared => {
                if !is_closing {
                    self.shared.insert(me);
                }
                !is_closing
            }
            LockLevel::Reserved => {
                if !is_reserved {
                    self.reserved = Some(me);
                }
                !is_reserved
            }
            LockLevel::Pending | LockLevel::Exclusive => {
                if is_reserved {
                    return false;
                }
                self.pending = Some(me);
                let is_alone = self.shared.iter().all(|holder| *holder == me);
                if is_alone {
                    self.exclusive = Some(me);
                }
                is_alone
            }
        }
    }

    /// Gives back what is above `level`.
    pub(crate) fn give_back(&mut self, me: u64, level: LockLevel) {
        for lock in [&mut self.reserved, &mut self.pending, &mut self.exclusive] {
            if *lock == Some(me) {
                *lock = None;
            }
        }
        if level == LockLevel::Unlocked {
            self.shared.remove(&me);
        }
    }

    /// Whether anybody is about to write.
    pub(crate) fn is_reserved(&self) -> bool {
        self.reserved.or(self.pending).or(self.exclusive).is_some()
    }

    /// The piece `index` of the shared memory, with so many bytes; nothing where there is none and none is to be made.
    pub(crate) fn region(
        &mut self,
        me: u64,
        index: usize,
        bytes: usize,
        extend: bool,
        spare: &mut Vec<Region>,
    ) -> Option<NonNull<u8>> {
        self.users.insert(me);
        while self.regions.len() <= index && extend {
            let fresh = || -> Region {
                let words = std::iter::repeat_with(AtomicU64::default).take(bytes / 8);
                Box::leak(words.collect::<Vec<_>>().into_boxed_slice())
            };
            self.regions.push(spare.pop().unwrap_or_else(fresh));
        }
        let region = self.regions.get(index)?;
        NonNull::new(region.as_ptr().cast_mut().cast())
    }

    /// Ends the use of the shared memory; who used it last leaves nothing of it.
    pub(crate) fn leave(&mut self, me: u64, spare: &mut Vec<Region>) {
        self.users.remove(&me);
        for slot in 0..SLOTS {
            self.free(me, slot);
        }
        if self.users.is_empty() {
            for region in self.regions.drain(..) {
                for word in region {
                    word.store(0, Ordering::SeqCst);
                }
                spare.push(region);
            }
        }
    }

    fn free(&mut self, me: u64, slot: usize) {
        self.readers[slot].remove(&me);
        if self.writers[slot] == Some(me) {
            self.writers[slot] = None;
        }
    }

    /// Takes or gives back locks on the shared memory; false where somebody is in the way.
    pub(crate) fn slots(&mut self, me: u64, first: usize, count: usize, mode: ShmLockMode) -> bool {
        let slots = first..(first + count).min(SLOTS);
        let is_written = |slot: usize| is_of_another(self.writers[slot], me);
        let is_read = |slot: usize| self.readers[slot].iter().any(|holder| *holder != me);
        match mode {
            ShmLockMode::LockShared if slots.clone().any(is_written) => return false,
            ShmLockMode::LockExclusive
                if slots.clone().any(|slot| is_written(slot) || is_read(slot)) =>
            {
                return false;
            }
            ShmLockMode::LockShared
            | ShmLockMode::LockExclusive
            | ShmLockMode::UnlockShared
            | ShmLockMode::UnlockExclusive => {}
        }
        for slot in slots {
            match mode {
                ShmLockMode::LockShared => {
                    self.readers[slot].insert(me);
                }
                ShmLockMode::LockExclusive => self.writers[slot] = Some(me),
                ShmLockMode::UnlockShared | ShmLockMode::UnlockExclusive => self.free(me, slot),
            }
        }
        true
    }
}
