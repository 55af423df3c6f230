//! What a finished search leaves behind and nobody needs: changes that came to nothing, lanes without work.
use std::collections::BTreeSet;

use kaizu_model::{Command, Document, FlowId, LaneId, NodeId, Remove};

use crate::proposal::ProposedChange;

/// The places of changes that touched nothing but what later ones drop altogether.
pub(crate) fn moot(changes: &[ProposedChange]) -> Vec<usize> {
    let is_moot = |n: &usize| {
        let (change, later) = (&changes[*n], changes.iter().skip(n + 1));
        let gone: BTreeSet<&NodeId> = later.flat_map(|it| &it.dropped).collect();
        !change.touched.is_empty()
            && change.new_steps.is_empty()
            && change.touched.iter().all(|node| gone.contains(node))
    };
    (0..changes.len()).filter(is_moot).collect()
}

/// Takes out the lanes of `flow` in which nobody has anything to do any more. Lanes that had no work in `first` stay.
pub(crate) fn emptied(first: &Document, document: &Document, flow: FlowId) -> Vec<Command> {
    let busy = |document: &Document| -> BTreeSet<LaneId> {
        let nodes = document.nodes_of(flow).into_iter();
        nodes.map(|node| node.lane).collect()
    };
    let (before, after) = (busy(first), busy(document));
    let empty = before.difference(&after);
    empty.map(|lane| Remove::new(*lane).into()).collect()
}
