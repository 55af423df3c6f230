//! What is asked for once: of the process, or of a lane.
use std::collections::BTreeSet;

use kaizu_model::{LaneId, LaneKind, Quantity, RecordId, WaitCause};

use super::{Gap, Part};
use crate::graph::{Graph, Index};
use crate::needs::{Need, PEOPLE, STANDARD, VOLUME};

/// A need of something else than a step.
pub(super) struct Whole {
    need: &'static Need,
    /// How many know it.
    known: usize,
    /// Who does not.
    open: Vec<RecordId>,
    /// What each answer tells of, once it is known.
    tells_of: usize,
}

impl Whole {
    fn of_process(
        graph: &Graph,
        need: &'static Need,
        is_known: Option<f64>,
        tells_of: usize,
    ) -> Self {
        let open = is_known.is_none().then(|| graph.process_id.into());
        Self {
            need,
            known: usize::from(is_known.is_some()),
            open: open.into_iter().collect(),
            tells_of,
        }
    }

    pub(super) fn part(&self) -> Part {
        let first = self.open.first();
        Part {
            name: self.need.part,
            known: self.known,
            of: self.known + self.open.len(),
            first: first.map(|id| (*id, self.need.attribute)),
        }
    }

    pub(super) fn gap(self) -> Gap {
        let told = self.need.answers.len() * self.open.len() * self.tells_of;
        Gap {
            need: self.need,
            of: self.open,
            told,
        }
    }
}

/// How many cases there are: everything that is told of a year hangs on it.
pub(super) fn volume(graph: &Graph, n_steps: usize) -> Whole {
    Whole::of_process(graph, &VOLUME, graph.volume(), n_steps)
}

/// The published period, where residents or businesses apply.
pub(super) fn standard(graph: &Graph) -> Whole {
    let mut whole = Whole::of_process(
        graph,
        &STANDARD,
        graph.process.standard_days.map(Quantity::get),
        1,
    );
    let mut steps = graph.steps();
    if !steps.any(|(node, _)| graph.is_customers(node)) {
        (whole.known, whole.open) = (0, Vec::new());
    }
    whole
}

/// How many people there are in the lanes for which somebody waits in line.
pub(super) fn people(graph: &Graph) -> Whole {
    let waits = |node: Index| {
        let step = graph.step(node);
        step.is_some_and(|it| it.wait_cause == Some(WaitCause::Queue))
    };
    let is_waited_for = |node: Index| {
        let mut before = graph.reaching(node).map(|arrow| arrow.from);
        waits(node) || before.any(|from| graph.is_customers(from) && waits(from))
    };
    let busy = graph.steps().filter(|(node, _)| {
        graph.lane_kind(*node).is_some_and(LaneKind::is_own) && is_waited_for(*node)
    });
    let lanes: BTreeSet<LaneId> = busy.map(|(_, step)| step.lane).collect();
    let is_known = |id: &LaneId| {
        let lane = graph.document.lane(*id);
        lane.is_ok_and(|lane| lane.headcount.is_some())
    };
    let (known, open): (Vec<LaneId>, Vec<LaneId>) = lanes.into_iter().partition(is_known);
    Whole {
        need: &PEOPLE,
        known: known.len(),
        open: open.into_iter().map(RecordId::from).collect(),
        tells_of: 1,
    }
}
