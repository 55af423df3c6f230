//! A check with the branch behind it, at which some cases are turned away, and how it is put elsewhere in the flow.
use kaizu_analysis::{Graph, Index, Rejects, parting, protection, rejects};
use kaizu_model::{Edge, EdgeId, NodeId, Place, Refusal, Reorder, Revise};

use crate::draft::Draft;
use crate::screen::is_own_staff;

/// A check with the branch behind it.
pub(crate) struct Turnstile {
    /// Where it is checked.
    pub(crate) check: Index,
    /// Where the cases part: the check itself, or the branch behind it.
    pub(crate) parting: Index,
    /// The way on which the cases go on that pass.
    pub(crate) onward: EdgeId,
    /// Where it leads.
    pub(crate) passing: Index,
    rejects: Rejects,
}

impl Turnstile {
    /// The check at `node` of the city's own people, where all cases that pass go one way and nothing demands the check.
    pub(crate) fn at(graph: &Graph, node: Index) -> Option<Self> {
        let rejects = rejects(graph, node)?;
        let [passing] = rejects.passing.as_slice() else {
            return None;
        };
        let (passing, parting) = (*passing, parting(graph, node)?);
        let onward = graph.leaving(parting).find(|arrow| arrow.to == passing)?.id;
        let is_free = is_own_staff(graph, node) && protection(graph, node).is_none();
        is_free.then_some(Self {
            check: node,
            parting,
            onward,
            passing,
            rejects,
        })
    }

    /// What it turns away in a minute, of the cases for which the work at `begin` is then in vain.
    pub(crate) fn worth(&self, graph: &Graph, begin: Index) -> Option<f64> {
        let minutes = graph.minutes(self.check).filter(|it| *it > 0.0)?;
        Some(self.rejects.in_vain(graph, begin) / minutes)
    }

    /// Whether cases are turned away from here straight to `node`.
    pub(crate) fn sends_to(&self, graph: &Graph, node: Index) -> bool {
        let mut away = graph.leaving(self.parting);
        away.any(|arrow| arrow.to == node && arrow.id != self.onward)
    }

    /// The check and the branch, in the order of the flow.
    fn nodes(&self) -> impl Iterator<Item = Index> {
        let branch = (self.parting != self.check).then_some(self.parting);
        std::iter::once(self.check).chain(branch)
    }

    /// Lets cases that pass go on to `to`.
    pub(crate) fn lead_on(
        &self,
        draft: &mut Draft,
        graph: &Graph,
        to: Index,
    ) -> Result<(), Refusal> {
        lead(draft, self.onward, graph.id(to))
    }

    /// Lists it behind `after`, or before `before` where it is the first. Tells what is then the last in the list.
    pub(crate) fn list(
        &self,
        draft: &mut Draft,
        graph: &Graph,
        first: Place,
    ) -> Result<Place, Refusal> {
        let mut place = first;
        for node in self.nodes() {
            let id = graph.id(node).into();
            if place.beside() != id {
                draft.run(Reorder { id, place })?;
            }
            place = Place::After(id);
        }
        Ok(place)
    }
}

/// Lets the arrow `edge` lead to `to`.
pub(crate) fn lead(draft: &mut Draft, edge: EdgeId, to: NodeId) -> Result<(), Refusal> {
    let it = draft.document.edge(edge)?.clone();
    if it.to == to {
        return Ok(());
    }
    let bends = Vec::new();
    draft.run(Revise::new(edge, Edge { to, bends, ..it }))
}
