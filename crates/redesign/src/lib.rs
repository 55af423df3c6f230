//! Composes a better flow out of rewrites and proves what it keeps.
//!
//! In reading order: what is assumed, the cures, what must stay true, how a proposal is composed, what it says, what
//! of it is kept with the project, and how two flows compare.
mod agreement;
mod automatic;
mod begin;
mod bypass;
mod carriers;
mod choosing;
mod circulation;
mod compose;
mod counter;
mod decided;
mod desks;
mod detected;
mod difference;
mod draft;
mod effect;
mod ends;
mod entry;
mod finish;
mod formal_checks;
mod further_visit;
mod improvement;
mod intake;
mod invariants;
mod kept;
mod leftover;
mod likes;
mod lineage;
mod links;
mod matching;
mod own_edits;
mod paper_way;
mod paperless;
mod parameters;
mod place_of;
mod proposal;
mod reading;
mod reasons;
mod registers;
mod rehearsal;
mod renaming;
mod returns;
mod rewrites;
mod screen;
mod second_way;
mod setback;
mod shares;
mod sources;
mod standing;
mod trial;
mod turnstile;
mod voices;
mod wording;
mod working_time;

pub use compose::propose;
pub use decided::Decided;
pub use difference::{Pair, Why, compare};
pub use kaizu_model::{Cost, Limits, Outlook, Package};
pub use own_edits::OwnEdits;
pub use parameters::{Parameter, Parameters, TABLE};
pub use place_of::Contents;
pub use proposal::{
    InvariantResult, Kept, Proposal, ProposedChange, Refused, StaffRange, Wishes, Without,
};
pub use rehearsal::Played;
pub use rewrites::{Rewrite, Site, all};
pub use standing::{Standing, standing};
