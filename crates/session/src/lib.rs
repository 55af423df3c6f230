//! The API of Kaizu: open, dispatch, undo, redo, ask.
mod failures;
mod form;
mod history;
mod page;
mod problem;
pub mod requests;
mod session;
mod words;

pub use form::Form;
pub use kaizu_model as model;
pub use problem::{At, Problem};
pub use session::{LARGEST_FILE, Session, write_file};
pub use words::{Value, Words, message_ids};
