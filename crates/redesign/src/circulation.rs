//! What goes round on paper to be approved: who makes it, who approves it, and who puts it on file by hand afterwards.
use std::collections::BTreeSet;

use kaizu_analysis::{
    Finding, Graph, Index, is_document_system, protection, read_from, written_to,
};
use kaizu_model::{Contact, ItemId, Medium, NodeId, SealKind, Step, StepKind};

use crate::carriers;
use crate::detected::open;
use crate::screen::{can_do_without_seals, is_own_staff, stays_inside};

/// Findings about papers for approval, and about approved papers that are filed by hand.
const CODES: &[&str] = &["A05", FILED];
const FILED: &str = "A06";

/// What goes round on paper, and who has a part in it.
#[derive(Clone, PartialEq)]
pub(crate) struct Circulation {
    /// What is read and written on paper when it is approved.
    pub(crate) papers: BTreeSet<ItemId>,
    /// Who makes the papers.
    pub(crate) makers: Vec<Index>,
    /// Who approves them.
    pub(crate) approvals: Vec<Index>,
    /// Who puts them into the document system afterwards, each with the approval that the case comes from.
    pub(crate) filers: Vec<(Index, Index)>,
    /// The document system.
    pub(crate) system: String,
}

/// What goes round on paper although nothing demands it, as `findings` tell, where the city has a document system.
pub(crate) fn circulations(graph: &Graph, findings: &[Finding]) -> Vec<Circulation> {
    let all: Vec<&Finding> = open(findings, CODES).collect();
    let filed = all.iter().filter(|it| it.code == FILED);
    let filers = filed.filter_map(|it| graph.index(*it.nodes.first()?));
    let filers: Vec<Index> = filers.collect();
    let mut found: Vec<Circulation> = Vec::new();
    for finding in all {
        let about = finding.items.iter().copied().collect();
        let seen = Circulation::of(graph, about, &filers);
        found.extend(seen.filter(|it| !found.contains(it)));
    }
    found
}

impl Circulation {
    /// The round of papers that the city's people approve at `nodes`, where others of `nodes` make them and file them.
    pub(crate) fn at(graph: &Graph, nodes: &[NodeId]) -> Option<Self> {
        let nodes: Vec<Index> = nodes.iter().filter_map(|id| graph.index(*id)).collect();
        let approvals = nodes.iter().filter(|n| is_approving(graph.kind(**n)));
        let about = approvals.flat_map(|n| paper_read(graph, *n)).collect();
        Self::of(graph, about, &nodes)
    }

    fn of(graph: &Graph, about: BTreeSet<ItemId>, filers: &[Index]) -> Option<Self> {
        let (papers, approvals) = round(graph, about)?;
        let makers = makers(graph, &papers, &approvals)?;
        let filers = filers
            .iter()
            .copied()
            .filter(|n| !makers.contains(n) && !approvals.contains(n))
            .filter(|n| only_files(graph, *n, &papers, &approvals))
            .filter_map(|n| Some((n, approved_before(graph, n, &approvals)?)))
            .collect::<Vec<_>>();
        let system = document_system(graph, &filers)?;
        Some(Self {
            papers,
            makers,
            approvals,
            filers,
            system,
        })
    }

    /// Everybody who has a part in it, in the flow's order.
    pub(crate) fn nodes(&self) -> BTreeSet<Index> {
        let filers = self.filers.iter().map(|(filer, _)| filer);
        let all = self.makers.iter().chain(&self.approvals).chain(filers);
        all.copied().collect()
    }
}

/// The papers that are approved together with `about`, and those who approve them; `None` where nobody does, or where what
/// is done with them is to seal them.
fn round(graph: &Graph, about: BTreeSet<ItemId>) -> Option<(BTreeSet<ItemId>, Vec<Index>)> {
    let mut papers = about;
    loop {
        let touches = |n: Index| {
            let mut touched = paper_read(graph, n).chain(paper_written(graph, n));
            touched.any(|item| papers.contains(&item))
        };
        let all = graph.indices().filter(|n| is_own_staff(graph, *n));
        let approving = all.filter(|n| is_approving(graph.kind(*n)));
        let round: Vec<Index> = approving.filter(|n| touches(*n)).collect();
        let read: BTreeSet<ItemId> = round.iter().flat_map(|n| paper_read(graph, *n)).collect();
        if read.is_subset(&papers) {
            let kinds = || round.iter().map(|n| graph.kind(*n));
            let is_decided = kinds().any(|kind| kind == Some(StepKind::Approve));
            let is_sealed = kinds().any(|kind| kind == Some(StepKind::Seal));
            return (is_decided && !is_sealed && !read.is_empty()).then_some((read, round));
        }
        papers.extend(read);
    }
}

/// What the step at `node` reads from paper.
fn paper_read(graph: &Graph, node: Index) -> impl Iterator<Item = ItemId> {
    let step = graph.step(node).into_iter();
    let reads = step.flat_map(|step| step.reads.iter().map(move |it| (step, it)));
    reads
        .filter(|(step, it)| read_from(step, it).is_paper())
        .map(|(_, it)| it.item)
}

/// What the step at `node` writes on paper.
fn paper_written(graph: &Graph, node: Index) -> impl Iterator<Item = ItemId> {
    let step = graph.step(node).into_iter();
    let writes = step.flat_map(|step| step.writes.iter().map(move |it| (step, it)));
    writes
        .filter(|(step, it)| written_to(step, it).is_paper())
        .map(|(_, it)| it.item)
}

fn is_approving(kind: Option<StepKind>) -> bool {
    matches!(
        kind,
        Some(StepKind::Approve | StepKind::Consent | StepKind::Circulate | StepKind::Seal)
    )
}

/// Who makes the papers: `None` where one of them is meant for somebody, or comes from anywhere else than from the city's own
/// drafts.
fn makers(graph: &Graph, papers: &BTreeSet<ItemId>, approvals: &[Index]) -> Option<Vec<Index>> {
    let mut makers = BTreeSet::new();
    for item in papers {
        let writers = graph
            .indices()
            .filter(|n| carriers::writes(graph, *n, *item));
        let own: Vec<Index> = writers.filter(|n| !approvals.contains(n)).collect();
        let is_drafted = !own.is_empty() && own.iter().all(|n| drafts(graph, *n));
        let is_mark =
            own.is_empty() && approvals.iter().any(|n| carriers::writes(graph, *n, *item));
        let is_for_somebody = graph
            .document
            .item(*item)
            .is_ok_and(|it| it.recipient.is_some());
        if is_for_somebody || (!is_drafted && !is_mark) {
            return None;
        }
        makers.extend(own);
    }
    Some(makers.into_iter().collect())
}

/// Whether the city's own people make a paper here that nobody outside needs and nothing demands.
fn drafts(graph: &Graph, node: Index) -> bool {
    graph.step(node).is_some_and(|step| {
        let is_draft = match step.kind {
            Some(StepKind::Draft | StepKind::Compose | StepKind::Aggregate) => true,
            Some(StepKind::Print) => step.medium_in.is_some_and(Medium::is_digital),
            Some(_) | None => false,
        };
        is_draft
            && is_own_staff(graph, node)
            && protection(graph, node).is_none()
            && can_do_without_seals(step)
            && step.contact.is_none_or(|it| it == Contact::None)
            && stays_inside(graph, node)
    })
}

/// Whether all that is done at `node` is to register by hand what was approved.
fn only_files(graph: &Graph, node: Index, papers: &BTreeSet<ItemId>, approvals: &[Index]) -> bool {
    let is_of_round = |item: ItemId| {
        papers.contains(&item) || approvals.iter().any(|n| carriers::writes(graph, *n, item))
    };
    graph.step(node).is_some_and(|step| {
        let is_filing = matches!(
            step.kind,
            Some(StepKind::Scan | StepKind::Enter | StepKind::Transcribe | StepKind::Register)
        );
        is_filing
            && is_own_staff(graph, node)
            && protection(graph, node).is_none()
            && step.check.is_none()
            && step.seals.iter().all(|it| *it == SealKind::Plain)
            && step.contact.is_none_or(|it| it == Contact::None)
            && !step.reads.is_empty()
            && step.reads.iter().all(|it| is_of_round(it.item))
    })
}

/// The last of `approvals` after which every case comes to `filer`, and no other case does.
fn approved_before(graph: &Graph, filer: Index, approvals: &[Index]) -> Option<Index> {
    let reach = graph.reach();
    let is_certain = |n: &Index| reach.dominates(*n, filer) && reach.post_dominates(filer, *n);
    let decides = |n: &Index| graph.kind(*n) == Some(StepKind::Approve);
    let before = approvals.iter().copied();
    before
        .filter(|n| is_certain(n) && decides(n))
        .reduce(|last, n| if reach.is_before(last, n) { n } else { last })
}

/// The document system: the one in which it is filed today, else one that the process knows.
fn document_system(graph: &Graph, filers: &[(Index, Index)]) -> Option<String> {
    let of_step = |step: &Step| -> Vec<String> {
        let accesses = step.reads.iter().chain(&step.writes);
        let stores = accesses.filter_map(|it| it.store.clone());
        let systems = step.system.iter().chain(&step.other_systems).cloned();
        systems.chain(stores).collect()
    };
    let filers = filers.iter().filter_map(|(filer, _)| graph.step(*filer));
    let all = graph.steps().map(|(_, step)| step);
    let stores = graph.document.stores();
    let recorded = stores.filter(|(_, store)| store.process == graph.process_id);
    filers
        .chain(all)
        .flat_map(of_step)
        .chain(recorded.map(|(_, store)| store.name.clone()))
        .find(|name| is_document_system(graph, name))
}
