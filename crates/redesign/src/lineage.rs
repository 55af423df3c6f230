//! Which node of the better flow each node of today's flow became.
use std::collections::BTreeMap;

use kaizu_analysis::{Graph, Index};
use kaizu_model::{Document, FlowId, NodeId};

/// Today's flow and a better one beside it in one document.
pub(crate) struct Lineage {
    pub(crate) as_is: FlowId,
    pub(crate) to_be: FlowId,
    /// Each node of today with the id its copy has or had.
    pub(crate) nodes: BTreeMap<NodeId, NodeId>,
}

impl Lineage {
    /// Today's node of which `node` is the copy.
    pub(crate) fn origin(&self, node: NodeId) -> Option<NodeId> {
        self.nodes
            .iter()
            .find(|(_, copy)| **copy == node)
            .map(|(origin, _)| *origin)
    }

    /// The copies that are still there.
    pub(crate) fn surviving(&self, document: &Document) -> BTreeMap<NodeId, NodeId> {
        let is_there = |(_, copy): &(&NodeId, &NodeId)| document.node(**copy).is_ok();
        self.nodes
            .iter()
            .filter(is_there)
            .map(|(origin, copy)| (*origin, *copy))
            .collect()
    }
}

/// Both flows as graphs, for what must stay true from one to the other.
pub(crate) struct Pair<'a> {
    pub(crate) as_is: &'a Graph<'a>,
    pub(crate) to_be: &'a Graph<'a>,
    pub(crate) lineage: &'a Lineage,
}

impl Pair<'_> {
    /// Where today's `node` is in the better flow.
    pub(crate) fn copy(&self, node: Index) -> Option<Index> {
        let copy = self.lineage.nodes.get(&self.as_is.id(node))?;
        self.to_be.index(*copy)
    }

    /// Where the better flow's `node` was.
    pub(crate) fn origin(&self, node: Index) -> Option<Index> {
        self.as_is.index(self.lineage.origin(self.to_be.id(node))?)
    }
}
