//! Composes a better flow out of rewrites and proves what it keeps.
//!
//! In reading order: what is assumed, the cures, what must stay true, how a proposal is composed, what it says, what
//! of it is kept with the project, and how two flows compare.
mod begin;
mod carriers;
mod circulation;
mod compose;
mod difference;
mod draft;
mod effect;
mod entry;
mod finish;
mod improvement;
mod intake;
mod invariants;
mod kept;
mod leftover;
mod lineage;
mod matching;
mod paperless;
mod parameters;
mod place_of;
mod proposal;
mod reasons;
mod rehearsal;
mod rewrites;
mod screen;
mod setback;
mod sources;
mod standing;
mod trial;
mod turnstile;
mod voices;
mod wording;

pub use compose::propose;
pub use difference::{Pair, Why, compare};
pub use kaizu_model::{Cost, Outlook, Package};
pub use parameters::{Parameter, Parameters, TABLE};
pub use place_of::{Contents, Decided};
pub use proposal::{
    InvariantResult, Kept, Proposal, ProposedChange, Refused, StaffRange, Wishes, Without,
};
pub use rehearsal::Played;
pub use rewrites::{Rewrite, Site, all};
pub use standing::{Standing, standing};
