//! The project file from outside: closed, opened, cut off, killed, undone.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]
#![expect(clippy::disallowed_methods, reason = "these tests are about files")]
mod away;
mod crash;
mod damage;
mod erase;
mod fixture;
mod hold;
mod kept;
mod known;
mod project;
mod replay;
mod salvage;
mod versions;
