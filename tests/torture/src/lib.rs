//! What a project file goes through, and still holds every edit that was acknowledged.
//!
//! In reading order: how people work at random (`life`), a project to which something happens (`victim`), a program that
//! works until it is killed or refused (`child`), and a disk that fails below `SQLite` (`disk`). The tests are in `tests/`; `docs/reliability.md` has their figures.
#![expect(
    clippy::disallowed_methods,
    reason = "these tests are about files, and take their size from the environment"
)]
mod chance;
pub mod child;
pub mod disk;
pub mod life;
pub mod victim;

use std::fmt::Display;
use std::io::Write;

pub use chance::Luck;

/// How much of something is tried: what the variable `name` of the environment says, else `bounded`.
pub fn size(name: &str, bounded: usize) -> usize {
    let said = std::env::var(name).ok();
    said.and_then(|said| said.parse().ok()).unwrap_or(bounded)
}

/// The number from which all chance follows.
pub fn seed() -> u64 {
    size("KAIZU_SEED", 1) as u64
}

/// Says the figures of one part, one line a part, whatever the test runner keeps to itself.
pub fn tell(part: &str, figures: &[(&str, &dyn Display)]) {
    let told: Vec<String> = figures
        .iter()
        .map(|(name, figure)| format!("{name} {figure}"))
        .collect();
    say(&format!("figures | {part} | {}", told.join(" | ")));
}

/// Says a line, past the test runner.
pub fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}
