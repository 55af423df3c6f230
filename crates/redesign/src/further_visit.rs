//! A resident who has been received at one counter and goes on to another one for nothing but to hand something in there.
use std::collections::BTreeSet;

use kaizu_analysis::{Arrow, Graph, Index, protection};
use kaizu_model::{Access, Contact, Step, StepKind, Transfer};

use crate::carriers;
use crate::paper_way::only;
use crate::screen::is_own_staff;

/// A way to a further counter on which a resident does nothing but write what they could write before, or bring what the
/// city has already.
pub(crate) struct Visit {
    /// The last of the staff at the counter before.
    pub(crate) before: Index,
    /// What the resident does until they are met, first to last.
    pub(crate) steps: Vec<Index>,
    /// Those of the steps that are nothing but the way there, the line, and handing over.
    pub(crate) going: Vec<Index>,
    /// Who receives them.
    pub(crate) desk: Index,
}

impl Visit {
    /// The visit whose first step is at `first`.
    pub(crate) fn from(graph: &Graph, first: Index) -> Option<Self> {
        let before = only(graph.reaching(first))
            .filter(|it| !it.is_parallel())?
            .from;
        let is_first = is_own_staff(graph, before)
            && graph.kind(before) != Some(StepKind::Consult)
            && only(graph.leaving(before)).is_some();
        if !is_first || !was_there(graph, before) {
            return None;
        }
        let mut steps = Vec::new();
        let mut at = first;
        while !is_own_staff(graph, at) {
            let arrow: &Arrow = only(graph.leaving(at)).filter(|it| !it.is_parallel())?;
            let is_alone = only(graph.reaching(at)).is_some();
            let fits = is_only_going(graph, at) || is_filling(graph, at);
            if !is_alone || !fits || steps.contains(&at) {
                return None;
            }
            steps.push(at);
            at = arrow.to;
        }
        let own = steps.iter().copied();
        let visit = Self {
            before,
            going: own.filter(|n| is_only_going(graph, *n)).collect(),
            steps,
            desk: at,
        };
        let is_other = graph.section(at) != graph.section(before);
        let is_alone = only(graph.reaching(at)).is_some();
        let is_spared = is_other && is_alone && !visit.going.is_empty();
        (is_spared && visit.needs_nobody(graph)).then_some(visit)
    }

    /// Whether the section of the desk works without the resident from then on.
    fn needs_nobody(&self, graph: &Graph) -> bool {
        let section = graph.section(self.desk);
        let is_later = |n: &Index| *n == self.desk || graph.reach().is_before(self.desk, *n);
        let mut own = graph.steps().filter(|(n, _)| {
            is_later(n) && !graph.is_customers(*n) && graph.section(*n) == section
        });
        let meets = |n: Index| {
            !self.steps.contains(&n)
                && is_in_person(graph, n)
                && met(graph, n).is_none_or(|desk| graph.section(desk) == section)
        };
        let is_there_before = |access: &Access| {
            let found = carriers::definitions(graph, self.desk, access.item);
            !found.is_empty() && carriers::is_always_written_before(graph, self.desk, access.item)
        };
        let reads = graph.step(self.desk).map_or(&[][..], |step| &step.reads);
        own.all(|(n, step)| is_behind_counter(graph, n, step))
            && !graph.indices().any(meets)
            && !reads.is_empty()
            && reads.iter().all(is_there_before)
    }
}

fn is_in_person(graph: &Graph, node: Index) -> bool {
    let contact = graph.step(node).and_then(|step| step.contact);
    graph.is_customers(node) && contact == Some(Contact::InPerson)
}

/// The first of the staff whom a resident meets from `node` on, along the only way.
fn met(graph: &Graph, node: Index) -> Option<Index> {
    let mut seen = BTreeSet::from([node]);
    let mut at = node;
    loop {
        at = only(graph.leaving(at))?.to;
        if !graph.is_customers(at) {
            return Some(at);
        }
        if !seen.insert(at) {
            return None;
        }
    }
}

/// Whether every resident has come in person to the section of `before`, and not only to be shown the way.
fn was_there(graph: &Graph, before: Index) -> bool {
    let came = |n: Index| {
        is_in_person(graph, n)
            && graph.reach().dominates(n, before)
            && met(graph, n).is_some_and(|desk| {
                graph.kind(desk) != Some(StepKind::Consult)
                    && graph.section(desk) == graph.section(before)
            })
    };
    graph.indices().any(came)
}

/// Whether a resident only goes, brings something or stands in line, and leaves nothing behind that was not there.
fn is_only_going(graph: &Graph, node: Index) -> bool {
    let kinds = [
        StepKind::Wait,
        StepKind::Send,
        StepKind::Carry,
        StepKind::HandOver,
    ];
    is_in_person(graph, node)
        && protection(graph, node).is_none()
        && graph.step(node).is_some_and(|step| {
            step.kind.is_some_and(|kind| kinds.contains(&kind))
                && step.writes.is_empty()
                && step.seals.is_empty()
                && step.attachments.is_empty()
        })
}

/// Whether a resident writes something that any counter can hand out.
fn is_filling(graph: &Graph, node: Index) -> bool {
    is_in_person(graph, node) && graph.kind(node) == Some(StepKind::Fill)
}

/// Whether a step of the section is done without the resident.
fn is_behind_counter(graph: &Graph, node: Index, step: &Step) -> bool {
    let is_sent = || {
        let is_far = |arrow: &Arrow| {
            matches!(
                arrow.edge.transfer,
                Some(Transfer::Post | Transfer::Email | Transfer::System)
            )
        };
        graph.leaving(node).next().is_some() && graph.leaving(node).all(is_far)
    };
    let is_apart = match step.kind {
        Some(
            StepKind::Receive
            | StepKind::Sort
            | StepKind::Number
            | StepKind::Transcribe
            | StepKind::Enter
            | StepKind::Register
            | StepKind::Scan
            | StepKind::Copy
            | StepKind::Print
            | StepKind::Keep
            | StepKind::Calculate
            | StepKind::Aggregate
            | StepKind::Automatic
            | StepKind::Reconcile
            | StepKind::Recalculate
            | StepKind::Examine
            | StepKind::Draft
            | StepKind::Approve
            | StepKind::Consent
            | StepKind::Circulate,
        ) => true,
        Some(StepKind::Notify | StepKind::Send) => is_sent(),
        Some(
            StepKind::Fill
            | StepKind::Carry
            | StepKind::HandOver
            | StepKind::Check
            | StepKind::Inspect
            | StepKind::Seal
            | StepKind::Query
            | StepKind::Inquire
            | StepKind::Consult
            | StepKind::Compose
            | StepKind::Pay
            | StepKind::Wait
            | StepKind::Discard,
        )
        | None => false,
    };
    is_apart && matches!(step.contact, Some(Contact::None) | None)
}
