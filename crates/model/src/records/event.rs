//! An event (始まり・終わり): drawn only where people want to name it.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Follow, Refers};
use crate::{EventKind, FlowId, LaneId, PhaseId, Point, Rank};

/// An event (始まり・終わり): drawn only where people want to name it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
#[ts(rename = "FlowEvent")]
pub struct Event {
    /// The flow it is part of.
    pub flow: FlowId,
    /// Where it stands in the list.
    pub rank: Rank,
    /// What a file calls it; printed, and kept through every round trip.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// What people call it.
    pub name: String,
    /// Who does it.
    pub lane: LaneId,
    /// The part of the work it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phase: Option<PhaseId>,
    /// Where a person put it; the layout keeps it there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pin: Option<Point>,
    /// Where it stands.
    pub kind: EventKind,
}

impl Event {
    /// An event.
    pub fn new(
        flow: FlowId,
        rank: Rank,
        lane: LaneId,
        kind: EventKind,
        name: impl Into<String>,
    ) -> Self {
        Self {
            flow,
            rank,
            key: None,
            name: name.into(),
            lane,
            phase: None,
            pin: None,
            kind,
        }
    }
}

impl Refers for Event {
    fn refer(&mut self, follow: Follow) -> bool {
        super::may(&mut self.phase, follow);
        let has_lane = super::needs(&mut self.lane, follow);
        super::needs(&mut self.flow, follow) && has_lane
    }
}
