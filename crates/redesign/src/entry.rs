//! Where applications come in by several channels: what lies before they come together, and what only copies them.
use std::collections::BTreeSet;

use kaizu_analysis::{Channels, Graph, Index, protection};
use kaizu_model::{
    Access, ItemClass, ItemId, LaneId, Medium, NodeId, OfficeHours, Refusal, StepKind,
};

use crate::carriers;
use crate::screen::{is_carrying, is_own_staff};

/// A branch into channels with what lies before they come together again.
pub(crate) struct Entry {
    /// Where the cases part.
    pub(crate) branch: Index,
    /// The first node that every case comes to.
    pub(crate) merge: Index,
    /// Between branch and merge on electronic forms.
    pub(crate) electronic: BTreeSet<Index>,
    /// Between branch and merge on paper.
    pub(crate) other: BTreeSet<Index>,
    /// Of the electronic channel: what prints, moves prints or types them in again.
    pub(crate) prints: BTreeSet<Index>,
    /// Of the paper channel: what moves papers or types them in.
    pub(crate) trays: BTreeSet<Index>,
    /// From the merge on: what only copies what the store will hold.
    pub(crate) copies: BTreeSet<Index>,
    /// What is handed in on either way, with what the prints call it.
    pub(crate) items: BTreeSet<ItemId>,
}

impl Entry {
    /// The entry at `channel`, where its channels come together.
    pub(crate) fn of(graph: &Graph, channel: &Channels) -> Option<Self> {
        let merge = graph.reach().next_certain(channel.branch)?;
        let mut entry = Self {
            branch: channel.branch,
            merge,
            electronic: region(graph, &channel.electronic, merge),
            other: region(graph, &channel.other, merge),
            prints: BTreeSet::new(),
            trays: BTreeSet::new(),
            copies: BTreeSet::new(),
            items: BTreeSet::new(),
        };
        let both = || entry.electronic.union(&entry.other).copied();
        let customers: BTreeSet<Index> = both().filter(|n| graph.is_customers(*n)).collect();
        let mut sources = customers;
        // What is printed is another name of what was handed in, and may be moved on or printed in its turn.
        loop {
            entry.items = written_by(graph, &sources);
            let moved = |n: &Index| is_moving(graph, *n, &entry.items);
            let moved: Vec<Index> = entry.electronic.iter().copied().filter(moved).collect();
            let known = sources.len();
            sources.extend(moved);
            if sources.len() == known {
                break;
            }
        }
        let goes = |n: &Index| is_moving(graph, *n, &entry.items) || entry.is_copying(graph, *n);
        let prints = entry.electronic.iter().copied().filter(goes).collect();
        let trays = entry.other.iter().copied().filter(goes).collect();
        let is_behind = |n: &Index| *n == merge || graph.reach().is_before(merge, *n);
        let copies = graph
            .indices()
            .filter(is_behind)
            .filter(|n| entry.is_copying(graph, *n))
            .collect();
        (entry.prints, entry.trays, entry.copies) = (prints, trays, copies);
        Some(entry)
    }

    /// Whether the step copies by hand from paper what the store will hold, and nobody has to do it.
    fn is_copying(&self, graph: &Graph, node: Index) -> bool {
        let Some(step) = graph.step(node) else {
            return false;
        };
        let of_entry =
            |accesses: &[Access]| accesses.iter().any(|it| self.items.contains(&it.item));
        matches!(step.kind, Some(StepKind::Transcribe | StepKind::Enter))
            && is_own_staff(graph, node)
            && carriers::is_read_from_paper(step)
            && of_entry(&step.writes)
            && of_entry(&step.reads)
            && step.needs_judgement != Some(true)
            && protection(graph, node).is_none()
    }

    /// What residents hand in on the way through `region`.
    pub(crate) fn handed_in(graph: &Graph, region: &BTreeSet<Index>) -> BTreeSet<ItemId> {
        let customers = region
            .iter()
            .copied()
            .filter(|n| graph.is_customers(*n))
            .collect();
        written_by(graph, &customers)
    }

    /// What copying by hand adds of its own when a case comes in, like a number: items that not every case has before,
    /// made from nothing but what was handed in, and not by a system that computes them.
    pub(crate) fn numbers(&self, graph: &Graph) -> BTreeSet<ItemId> {
        let is_of_entry = |n: &Index| {
            let step = graph.step(*n);
            !writes_into_system(graph, *n)
                && step
                    .is_some_and(|step| step.reads.iter().all(|it| self.items.contains(&it.item)))
        };
        let at_reception = self.copies.iter().copied().filter(is_of_entry);
        let is_new =
            |(n, item): &(Index, ItemId)| !carriers::is_always_written_before(graph, *n, *item);
        at_reception
            .flat_map(|n| {
                written_by(graph, &BTreeSet::from([n]))
                    .into_iter()
                    .map(move |item| (n, item))
            })
            .filter(is_new)
            .map(|(_, item)| item)
            .collect()
    }

    /// Residents' steps behind the merge that hand the same items in again on paper.
    pub(crate) fn resubmissions(&self, graph: &Graph) -> Vec<NodeId> {
        let again = |n: &Index| {
            let is_within = self.electronic.contains(n) || self.other.contains(n);
            graph.is_customers(*n)
                && !is_within
                && graph.reach().reaches(self.merge, *n)
                && graph.step(*n).is_some_and(|step| {
                    step.medium_out.is_some_and(Medium::is_paper)
                        && step.writes.iter().any(|it| self.items.contains(&it.item))
                })
        };
        graph.indices().filter(again).map(|n| graph.id(n)).collect()
    }

    /// The lane that opens the papers: the last of the staff in the paper channel, else who does the merge.
    pub(crate) fn reception(&self, graph: &Graph) -> Result<LaneId, Refusal> {
        let last = self
            .other
            .iter()
            .rfind(|n| is_own_staff(graph, **n))
            .copied();
        let node = graph.document.node(graph.id(last.unwrap_or(self.merge)))?;
        Ok(node.lane)
    }

    /// How long papers wait until somebody types them in today.
    pub(crate) fn wait(&self, graph: &Graph) -> OfficeHours {
        let at_merge = self.copies.iter().copied().filter(|n| *n == self.merge);
        let typed = self
            .trays
            .iter()
            .copied()
            .filter(|n| !is_moving(graph, *n, &self.items))
            .chain(at_merge);
        let waits = typed.filter_map(|n| graph.step(n)?.wait);
        waits.fold(OfficeHours::ZERO, |longest, wait| {
            if wait > longest { wait } else { longest }
        })
    }
}

/// Whether the step only moves or makes papers with what was handed in, in the city's own hands, and may go.
///
/// Whoever moves anything else, like money, or does not say what, goes on doing so.
fn is_moving(graph: &Graph, node: Index, handed_in: &BTreeSet<ItemId>) -> bool {
    let is_known =
        |access: &Access| handed_in.contains(&access.item) || is_slip(graph, access.item);
    is_carrying(graph.kind(node))
        && is_own_staff(graph, node)
        && protection(graph, node).is_none()
        && graph.step(node).is_some_and(|step| {
            let accesses = step.reads.iter().chain(&step.writes);
            let media = accesses.map(|access| access.medium);
            let mut media = media.chain([step.medium_in, step.medium_out]);
            !step.reads.is_empty()
                && step.reads.iter().all(is_known)
                && media.all(|medium| medium != Some(Medium::Cash))
        })
}

/// Whether an item is written by the city's own staff for nobody but who moves papers or checks them.
fn is_slip(graph: &Graph, item: ItemId) -> bool {
    let of = |touches: fn(&Graph, Index, ItemId) -> bool| {
        graph.indices().filter(move |n| touches(graph, *n, item))
    };
    let is_idle = |n: Index| is_carrying(graph.kind(n)) || graph.kind(n) == Some(StepKind::Check);
    !graph.process.required_outputs.contains(&item)
        && of(carriers::writes).next().is_some()
        && of(carriers::writes).all(|n| is_own_staff(graph, n))
        && of(carriers::reads).all(is_idle)
}

/// Whether the step puts its result into a system that may compute something from it.
pub(crate) fn writes_into_system(graph: &Graph, node: Index) -> bool {
    graph
        .step(node)
        .is_some_and(|step| step.medium_out == Some(Medium::System))
}

/// What some steps write; seals are marks, not data.
pub(crate) fn written_by(graph: &Graph, nodes: &BTreeSet<Index>) -> BTreeSet<ItemId> {
    let is_seal = |item: &ItemId| {
        let item = graph.document.item(*item);
        item.is_ok_and(|item| item.class == Some(ItemClass::Seal))
    };
    let steps = nodes.iter().filter_map(|n| graph.step(*n));
    steps
        .flat_map(|step| &step.writes)
        .map(|access| access.item)
        .filter(|item| !is_seal(item))
        .collect()
}

/// Everything between the first steps of a channel and the merge.
fn region(graph: &Graph, firsts: &[Index], merge: Index) -> BTreeSet<Index> {
    let mut seen: BTreeSet<Index> = firsts.iter().copied().collect();
    let mut open = firsts.to_vec();
    while let Some(node) = open.pop() {
        for arrow in graph.leaving(node) {
            if arrow.to != merge && seen.insert(arrow.to) {
                open.push(arrow.to);
            }
        }
    }
    seen
}
