//! The API of Kaizu: open, dispatch, undo, redo, ask.
mod choice;
pub mod desk;
mod edition;
mod failures;
mod form;
mod history;
mod keeping;
mod page;
mod problem;
mod reading;
pub mod requests;
mod session;
mod trail;
mod words;

pub use desk::{Answer, Call, Desk, DeskOptions};
pub use edition::Edition;
pub use form::Form;
pub use kaizu_fonts::files as font_files;
pub use kaizu_model as model;
pub use problem::{At, Problem};
pub use session::{LARGEST_FILE, Session, make_folder, write_file};
pub use trail::{keep_panic, note_call};
pub use words::{Value, Words, message_ids};
