//! What a window does, call by call, without a window.
#![expect(clippy::unwrap_used, reason = "what a test cannot set up ends it")]
#![expect(
    clippy::disallowed_methods,
    reason = "the tests lay out files of their own"
)]
mod bench;
mod decisions;
mod editing;
mod files;
mod findings;
mod heat;
mod history;
mod keeping;
mod merging;
mod places;
mod printing;
mod proposals;
mod room;
