//! The text notation of one flow (`.flow`): typed, read, diffed and mailed. `docs/notation.md` describes it.
mod access;
mod arrow;
mod canonical;
mod draft;
mod field;
mod forms;
mod head;
mod keyword;
mod link;
mod mistake;
mod number;
mod outside;
mod parse;
mod piece;
mod print;
mod print_head;
mod print_node;
mod quote;
mod step;
mod target;
mod time;
mod voice;

pub use canonical::canonical;
pub use mistake::{Expected, Mistake};
pub use parse::parse;
pub use print::print;
