//! The project file: one `SQLite` file in which every command is one transaction.
//!
//! What the store shows is what the disk holds: memory is changed only after the transaction is on the disk, so that
//! a document never says more than a restart would find.
//!
//! In reading order: how a project is opened and closed, how an edit reaches the disk, what is kept of every moment, how
//! the file is looked after, and what becomes of it when something goes wrong.
#![expect(
    clippy::disallowed_methods,
    reason = "the store is where files are read and written"
)]
pub mod backups;
mod check;
mod entries;
mod erase;
mod failure;
mod file;
pub mod files;
mod gate;
mod glance;
mod hold;
mod holder;
mod journal;
mod keeper;
pub mod library;
mod lock;
mod moments;
mod place;
mod pulse;
mod records;
mod rescue;
mod rows;
mod salvage;
mod schema;
pub mod settings;
mod snapshots;
mod store;
mod sums;
mod write;

pub use backups::Backup;
pub use entries::{Deed, Entry};
pub use erase::{Traces, erase_in_copy};
pub use failure::Failure;
pub use file::Writing;
pub use glance::glance;
pub use holder::{Holder, holder};
pub use journal::{Label, Revision};
pub use keeper::{Care, Report};
pub use moments::Moment;
pub use rescue::Rescued;
pub use salvage::{Missing, Salvaged, salvage};
pub use store::{Access, Store};
