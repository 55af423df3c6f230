//! `kaizu-process/1`: one flow as JSON, the form in which other programs hand a process over.
mod context;
mod fields;
mod form;
mod losses;
mod read;
mod read_step;
mod unplaced;
mod write;
mod write_items;
mod write_node;

pub use kaizu_model::printed_ids as keys;
pub(crate) use read::read;
pub(crate) use write::write;

/// What the key `format` says.
const FORMAT: &str = "kaizu-process/1";
