//! A proposal as cards: change by change, with what all of them give.
use std::collections::BTreeMap;

use kaizu_analysis::Metrics;
use kaizu_model::RecordId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Ask, Desk};
use crate::problem::Problem;
use crate::requests::analyze::Kept;
use crate::requests::told_proposal::{Alternative, ToldChange, ToldInvariant};

/// Asks for the proposal that made `flow`.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "ProposalCall")]
pub struct Proposal {
    /// The better flow.
    pub flow: RecordId,
}

/// A proposal as cards.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(optional_fields)]
pub struct ProposalCards {
    /// Change by change, in the order in which they were found.
    pub cards: Vec<Card>,
    /// The figures of today.
    pub before: Metrics,
    /// The figures of the better flow.
    pub after: Metrics,
    /// Staff minutes a case in the better flow, at the least and at the most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub staff_range: Option<[f64; 2]>,
    /// What must stay true.
    pub invariants: Vec<ToldInvariant>,
    /// What stays as it is.
    pub kept: Vec<Kept>,
    /// What the packages would give.
    pub alternatives: Vec<Alternative>,
    /// How many changes are taken.
    pub accepted: usize,
    /// How many there are.
    pub total: usize,
    /// Which record each name of a step stands for.
    pub keys: BTreeMap<String, RecordId>,
}

/// One change.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Card {
    /// The record that keeps it.
    pub improvement: RecordId,
    /// Whether it is taken.
    pub accepted: bool,
    /// What it is.
    #[serde(flatten)]
    pub change: ToldChange,
}

impl Ask for Proposal {
    type Answer = ProposalCards;

    fn answer(self, desk: &Desk) -> Result<ProposalCards, Problem> {
        Err(desk.not_yet())
    }
}
