//! Who works on a case: residents, the city's own people, and others.
use kaizu_model::{Lane, LaneKind};

use crate::graph::{Graph, Index};

impl<'a> Graph<'a> {
    /// Who does a node.
    pub fn lane(&self, node: Index) -> Option<&'a Lane> {
        self.lanes[node]
    }

    /// What kind of party does a node.
    pub fn lane_kind(&self, node: Index) -> Option<LaneKind> {
        self.lane(node).map(|lane| lane.kind)
    }

    /// Whether a node is a resident's or a business's.
    pub fn is_customers(&self, node: Index) -> bool {
        self.lane_kind(node).is_some_and(LaneKind::is_customer)
    }

    /// Whether a node is done by the city or on its behalf.
    pub fn is_staff(&self, node: Index) -> bool {
        !self.is_customers(node)
    }

    /// Whether the city's own people do a node, its accounting section included.
    pub fn is_of_city(&self, node: Index) -> bool {
        self.lane_kind(node).is_some_and(LaneKind::is_own)
    }

    /// Whether a resident, a business or another body does a node.
    pub fn is_outside(&self, node: Index) -> bool {
        self.is_customers(node) || self.lane_kind(node) == Some(LaneKind::External)
    }

    /// Whether a person of the city, or one who works for it, does a node.
    pub(crate) fn is_done_for_the_city(&self, node: Index) -> bool {
        match self.lane_kind(node) {
            Some(
                LaneKind::Staff | LaneKind::Role | LaneKind::Accounting | LaneKind::Contractor,
            ) => true,
            Some(
                LaneKind::Resident | LaneKind::Business | LaneKind::External | LaneKind::System,
            )
            | None => false,
        }
    }

    /// The section that a node belongs to: the lane's own, else the lane's name.
    pub fn section(&self, node: Index) -> &'a str {
        self.lane(node)
            .map_or("", |lane| lane.section.as_deref().unwrap_or(&lane.name))
    }
}
