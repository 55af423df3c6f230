//! Why a step exists, and which steps have lost their reason.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_analysis::{Finding, Graph, Index, exists_because, is_only_check, protection};
use kaizu_model::{Contact, ItemClass, ItemId, Medium, RecordId, StepKind, printed_ids};

use crate::carriers;
use crate::detected::open;
use crate::screen::{is_carrying, is_own_staff};

/// Steps of the city's own that nothing speaks for any more, those first that are least independent.
pub(crate) fn without_reason(graph: &Graph, findings: &[Finding]) -> Vec<Index> {
    let reasons = Reasons::of(graph);
    let mut found: Vec<Index> = graph
        .indices()
        .filter(|n| {
            is_own_staff(graph, *n)
                && protection(graph, *n).is_none()
                && !is_only_check(graph, *n)
                && !serves_others(graph, *n)
        })
        .filter(|n| {
            moves_no_paper(graph, *n)
                || is_needless_slip(graph, findings, *n)
                || (!is_used_later(graph, *n) && reasons.are_gone(graph, *n))
        })
        .collect();
    // Of several checks of one thing the later one sees more and is further from who made the mistake.
    found.sort_unstable();
    found
}

/// Whether the step itself is what somebody outside or a later reader gets: work that nobody may drop as a mere check.
pub(crate) fn serves_others(graph: &Graph, node: Index) -> bool {
    let is_service = matches!(
        graph.kind(node),
        Some(
            StepKind::Notify
                | StepKind::Send
                | StepKind::Pay
                | StepKind::Register
                | StepKind::Keep
                | StepKind::Approve
        )
    );
    let required = &graph.process.required_outputs;
    is_service
        || graph.step(node).is_some_and(|step| {
            step.contact.is_some_and(|contact| contact != Contact::None)
                || step.writes.iter().any(|it| required.contains(&it.item))
        })
}

/// Whether somebody works with what the step writes. A check mark that only who seals, checks or carries on reads is no
/// such thing.
pub(crate) fn is_used_later(graph: &Graph, node: Index) -> bool {
    let class = |item: ItemId| graph.document.item(item).ok().and_then(|it| it.class);
    let is_chain = |reader: Index, is_seal: bool| match graph.kind(reader) {
        Some(
            StepKind::Check
            | StepKind::Recalculate
            | StepKind::Reconcile
            | StepKind::Seal
            | StepKind::Consent
            | StepKind::Circulate,
        ) => true,
        Some(StepKind::Approve | StepKind::Examine) => is_seal,
        kind => is_carrying(kind),
    };
    graph.step(node).is_some_and(|step| {
        step.writes.iter().map(|access| access.item).any(|item| {
            let is_seal = class(item) == Some(ItemClass::Seal);
            let is_mark = is_seal || class(item).is_none();
            let readers = carriers::readers(graph, node, item);
            readers
                .into_iter()
                .any(|reader| reader != node && !(is_mark && is_chain(reader, is_seal)))
        })
    })
}

/// Moving papers on where everything the next desks read is on the screen.
fn moves_no_paper(graph: &Graph, node: Index) -> bool {
    let is_moving = matches!(
        graph.kind(node),
        Some(StepKind::Sort | StepKind::Carry | StepKind::HandOver)
    );
    let next = graph.next_steps(node);
    let reads_screen = |n: Index| {
        graph.step(n).is_some_and(|step| {
            step.reads.is_empty()
                || step
                    .reads
                    .iter()
                    .all(|it| carriers::is_digital_at(graph, n, it.item) || is_slip(graph, it.item))
        })
    };
    is_moving
        && graph.step(node).is_some_and(|step| {
            step.medium_in.is_some_and(Medium::is_paper) && step.writes.is_empty()
        })
        && !next.is_empty()
        && reads_screen(node)
        && next.iter().all(|(n, _)| reads_screen(*n))
}

/// A slip that the detector sees, and that nothing stands for.
fn is_needless_slip(graph: &Graph, findings: &[Finding], node: Index) -> bool {
    open(findings, &["A07"]).any(|finding| finding.nodes.first() == Some(&graph.id(node)))
}

/// Whether an item is read by nobody but who moves papers or checks them, though the city's staff write it on paper.
fn is_slip(graph: &Graph, item: ItemId) -> bool {
    let is_idle = |n: Index| {
        matches!(
            graph.kind(n),
            Some(StepKind::Sort | StepKind::Carry | StepKind::HandOver | StepKind::Check)
        )
    };
    let writers: Vec<Index> = graph
        .indices()
        .filter(|n| carriers::writes(graph, *n, item))
        .collect();
    !graph.process.required_outputs.contains(&item)
        && !writers.is_empty()
        && writers.iter().all(|n| {
            is_own_staff(graph, *n)
                && matches!(
                    graph.kind(*n),
                    Some(StepKind::Draft | StepKind::Compose | StepKind::Print | StepKind::Fill)
                )
        })
        && graph
            .indices()
            .filter(|n| carriers::reads(graph, *n, item))
            .all(is_idle)
}

/// The steps before `node` at which somebody copies or keys in by hand what the step reads.
pub(crate) fn copyists(graph: &Graph, node: Index) -> BTreeSet<Index> {
    let items: BTreeSet<ItemId> = graph
        .step(node)
        .into_iter()
        .flat_map(|step| &step.reads)
        .map(|it| it.item)
        .collect();
    let copies = |n: &Index| {
        matches!(graph.kind(*n), Some(StepKind::Transcribe | StepKind::Enter))
            && graph.is_staff(*n)
            && graph.reach().is_before(*n, node)
            && graph.step(*n).is_some_and(|step| {
                let touched = step.reads.iter().chain(&step.writes);
                touched.map(|it| it.item).any(|item| items.contains(&item))
            })
    };
    graph.indices().filter(copies).collect()
}

/// Why the steps of the flow that this one was made from existed, by the ids that both flows share.
struct Reasons {
    causes: BTreeMap<String, BTreeSet<String>>,
    here: BTreeMap<RecordId, String>,
}

impl Reasons {
    fn of(graph: &Graph) -> Self {
        let document = graph.document;
        let origin = document
            .flow(graph.flow)
            .ok()
            .and_then(|flow| flow.made_from);
        let before = origin.and_then(|flow| Graph::of(document, flow).ok());
        let causes = before.map(|before| {
            let ids = printed_ids(document, before.flow);
            let id = |n: Index| ids.get(&before.id(n).into()).cloned().unwrap_or_default();
            let reasons = exists_because(&before).into_iter();
            reasons
                .map(|(n, causes)| (id(n), causes.into_iter().map(id).collect()))
                .collect()
        });
        Self {
            causes: causes.unwrap_or_default(),
            here: printed_ids(document, graph.flow),
        }
    }

    /// Whether the step at `node` was there only because of steps that are gone, or that do their work by themselves.
    ///
    /// Who moves papers needs more than that: as long as the next desk reads any paper, somebody has to bring it.
    fn are_gone(&self, graph: &Graph, node: Index) -> bool {
        let id = |n: Index| self.here.get(&graph.id(n).into());
        let still_works = |cause: &String| {
            graph
                .steps()
                .any(|(n, step)| id(n) == Some(cause) && step.kind != Some(StepKind::Automatic))
        };
        !is_carrying(graph.kind(node))
            && id(node)
                .and_then(|id| self.causes.get(id))
                .is_some_and(|causes| !causes.is_empty() && !causes.iter().any(still_works))
    }
}
