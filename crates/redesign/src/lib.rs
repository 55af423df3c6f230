//! Composes a better flow out of rewrites and proves what it keeps.
//!
//! In reading order: what is assumed, the cures, what must stay true, how a proposal is composed, what it says, and
//! how two flows compare.
mod begin;
mod carriers;
mod compose;
mod difference;
mod draft;
mod effect;
mod entry;
mod intake;
mod invariants;
mod kept;
mod leftover;
mod lineage;
mod matching;
mod parameters;
mod proposal;
mod reasons;
mod rewrites;
mod screen;
mod sources;
mod trial;
mod voices;
mod wording;

pub use compose::propose;
pub use difference::{Pair, Why, compare};
pub use parameters::{Outlook, Parameter, Parameters, TABLE};
pub use proposal::{
    InvariantResult, Kept, Package, Proposal, ProposedChange, Refused, StaffRange, Wishes,
};
pub use rewrites::{Cost, Rewrite, Site, all};
