//! Random documents and commands: those of the model's own tests, from a seed.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "in the model these are tests, to which other rules apply"
)]
#![cfg_attr(
    not(test),
    expect(clippy::wildcard_imports, reason = "which tests may do")
)]
#[path = "../../../crates/model/tests/random/command.rs"]
mod command;
#[path = "../../../crates/model/tests/random/mod.rs"]
mod random;

use kaizu_model::{Command, Document};
use random::Dice;

/// Makes choices; the same seed makes the same ones.
pub struct Luck(Dice);

impl Luck {
    /// The choices that follow from `seed`.
    pub fn new(seed: u64) -> Self {
        Self(Dice(seed))
    }

    /// Any number.
    pub fn roll(&mut self) -> u64 {
        self.0.roll()
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0.below(end)
    }

    /// True once in `n` times.
    pub fn once_in(&mut self, n: usize) -> bool {
        self.0.once_in(n)
    }

    /// True every other time.
    pub fn flip(&mut self) -> bool {
        self.0.flip()
    }

    /// One of `all`.
    pub fn pick<T: Copy>(&mut self, all: &[T]) -> T {
        self.0.pick(all)
    }

    /// Anything that can be said, with about twice `size` nodes.
    pub fn document(&mut self, size: usize) -> Document {
        random::flow::document(self.0.roll(), size).0
    }

    /// A command for `document`, which holds something; it may be refused.
    pub fn command(&mut self, document: &Document) -> Command {
        let name = self.0.pick(Command::NAMES);
        command::command(&mut self.0, document, name)
    }
}
