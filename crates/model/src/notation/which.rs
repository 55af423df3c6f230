//! Which node of a flow a person means who calls it by its number in the list, its key or its name.
use super::draft::numbered;
use super::piece::Piece;
use super::target::only;
use super::{Expected, Mistake};
use crate::{Document, FlowId, NodeId, StepId};

/// The node of `flow` that `target` calls: `4`, `#A16`, 審査 or 審査#2; nothing where none is called so.
pub(super) fn node(
    document: &Document,
    flow: FlowId,
    target: Piece,
) -> Result<Option<NodeId>, Mistake> {
    let nodes = document.nodes_of(flow);
    let unknown = || target.mistake(Expected::KnownStep);
    if let Ok(nth) = target.folded().parse::<usize>() {
        let mut steps = nodes.iter().filter_map(|it| it.id.step());
        let found = nth.checked_sub(1).and_then(|nth| steps.nth(nth));
        return found.map(|id| Some(id.into())).ok_or_else(unknown);
    }
    if target.sign(0) == Some('#') {
        let key = target.from(1).name();
        let found = nodes.iter().find(|it| it.key == Some(&key));
        return found.map(|it| Some(it.id)).ok_or_else(unknown);
    }
    let called = |name: String| -> Vec<usize> {
        let all = 0..nodes.len();
        all.filter(|at| nodes[*at].name == name).collect()
    };
    let known = called(target.name());
    if !known.is_empty() {
        return Ok(Some(nodes[only(&known, target)?].id));
    }
    let (named, nth) = numbered(target);
    let alike = called(named.name());
    Ok(alike.get(nth - 1).map(|at| nodes[*at].id))
}

/// The steps of `flow` that a list calls.
pub(super) fn steps(
    document: &Document,
    flow: FlowId,
    list: Piece,
) -> Result<Vec<StepId>, Mistake> {
    let one = |piece: Piece| {
        let step = node(document, flow, piece)?.and_then(NodeId::step);
        step.ok_or_else(|| piece.mistake(Expected::KnownStep))
    };
    list.list().into_iter().map(one).collect()
}
