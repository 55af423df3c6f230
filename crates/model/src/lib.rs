//! The process document and the only ways to change it.
//!
//! In reading order: what a record is called, in what units it is measured, what records there are, how they are
//! held together, how they change, and the plain data in which the other crates meet.
mod change;
mod commands;
mod content;
mod copy;
mod document;
mod erasure;
mod excerpt;
mod geometry;
mod handover;
mod id;
mod letters;
mod mark;
mod measure;
mod mending;
pub mod notation;
mod outcome;
mod paste;
mod placement;
mod printed;
mod progress;
mod records;
mod refusal;
mod removal;
mod retyped;
#[cfg(test)]
mod table;
mod usual;
mod vocabulary;
mod wanted;
mod wording;

pub use change::{Change, Edit};
pub use commands::*;
pub use content::content_mark;
pub use copy::Copied;
pub use document::Document;
pub use erasure::Erasure;
pub use geometry::{Point, Rect, Size};
pub use handover::Withheld;
pub use id::*;
pub use mark::{Mark, MarkKind};
pub use measure::{Minutes, OfficeHours, OutOfRange, Quantity, Rank, Share, Yen};
pub use outcome::{
    Assumption, Class, Cleared, Course, LaneOutcome, Outcome, StepOutcome, TimeSpread,
};
pub use paste::paste;
pub use placement::{
    Carrier, Handover, Line, PlacedEdge, PlacedGauge, PlacedLane, PlacedNode, PlacedNote,
    PlacedPhase, PlacedPill, Placement, Weight,
};
pub use printed::printed_ids;
pub use progress::{Cancel, Progress};
pub use records::*;
pub use refusal::Refusal;
pub use retyped::retyped;
pub use usual::{UsualItem, usual_items};
pub use vocabulary::*;
pub use wanted::{Found, Hit, Part, Replacing, Wanted};
pub use wording::Wording;
