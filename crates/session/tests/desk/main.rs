//! What a window does, call by call, without a window.
#![expect(clippy::unwrap_used, reason = "what a test cannot set up ends it")]
#![expect(
    clippy::disallowed_methods,
    reason = "the tests lay out files of their own"
)]
mod assuming;
mod bench;
mod cells;
mod clipboard;
mod decisions;
mod editing;
mod files;
mod finding;
mod findings;
mod gaps;
mod heat;
mod history;
mod keeping;
mod lists;
mod merging;
mod own_edits;
mod places;
mod printing;
mod proposals;
mod replays;
mod room;
mod text;
mod ways;
