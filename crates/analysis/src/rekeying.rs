//! What a keying step types a second time, and what it types for the first: told item by item.
//!
//! A step may copy one item and enter another anew, so it is its items that are judged, never the step as a whole.
use kaizu_model::{Access, ItemId, LaneKind, Medium, Step, StepKind};

use crate::carriers::{Carrier, Origin, copies_before, read_from, written_to};
use crate::graph::{Graph, Index};

/// What a person types or writes down in a step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Keying<'a> {
    /// Items that the city already holds digitally, with the first place that holds them.
    pub again: Vec<(ItemId, Origin<'a>)>,
    /// Items taken from paper or speech that no machine holds yet, or that go onto paper once more.
    pub by_hand: Vec<ItemId>,
    /// How many items the step is about.
    pub n_items: usize,
}

impl Keying<'_> {
    /// The part of the items that is typed again.
    pub fn share_again(&self) -> f64 {
        self.part(self.again.len())
    }

    /// The part of the items that is copied by hand.
    pub fn share_by_hand(&self) -> f64 {
        self.part(self.by_hand.len())
    }

    /// The items that are typed again.
    pub fn items_again(&self) -> impl Iterator<Item = ItemId> {
        self.again.iter().map(|(item, _)| *item)
    }

    fn part(&self, of: usize) -> f64 {
        if self.n_items == 0 {
            0.0
        } else {
            of as f64 / self.n_items as f64
        }
    }
}

/// What is keyed at `node`; `None` where nobody of the city copies or enters anything.
pub fn keying<'a>(graph: &Graph<'a>, node: Index) -> Option<Keying<'a>> {
    let step = graph.step(node)?;
    if !is_done_for_the_city(graph, node)
        || !matches!(step.kind, Some(StepKind::Transcribe | StepKind::Enter))
    {
        return None;
    }
    let again: Vec<_> = step
        .writes
        .iter()
        .filter_map(|access| {
            let origin = first_copy(graph, node, access.item, written_to(step, access))?;
            Some((access.item, origin))
        })
        .collect();
    if again.is_empty()
        && let Some(keying) = into_a_record(graph, node, step)
    {
        return Some(keying);
    }
    let by_hand = by_hand(graph, node, step, &again);
    Some(Keying {
        again,
        by_hand,
        n_items: step.writes.len(),
    })
}

/// Whether a person of the city, or one who works for it, does the step.
fn is_done_for_the_city(graph: &Graph, node: Index) -> bool {
    match graph.lane_kind(node) {
        Some(LaneKind::Staff | LaneKind::Role | LaneKind::Accounting | LaneKind::Contractor) => {
            true
        }
        Some(LaneKind::Resident | LaneKind::Business | LaneKind::External | LaneKind::System)
        | None => false,
    }
}

/// The first place that holds `item` digitally before it is written to `target`.
///
/// What goes onto a removable disk is converted by a machine, not typed.
fn first_copy<'a>(
    graph: &Graph<'a>,
    node: Index,
    item: ItemId,
    target: Carrier,
) -> Option<Origin<'a>> {
    if !target.is_digital() || target.medium == Some(Medium::Disk) {
        return None;
    }
    copies_before(graph, item, node)
        .into_iter()
        .find(|origin| origin.is_copy_of_the_city(graph) && origin.carrier.differs_from(target))
}

/// A transcription that writes only a new record: what is typed into it is what is read from paper or by ear, where
/// the city holds that already.
fn into_a_record<'a>(graph: &Graph<'a>, node: Index, step: &'a Step) -> Option<Keying<'a>> {
    let is_new = |access: &Access| {
        !reads(step, access.item) && copies_before(graph, access.item, node).is_empty()
    };
    if step.kind != Some(StepKind::Transcribe) || !step.writes.iter().all(is_new) {
        return None;
    }
    let target = written_to(step, step.writes.first()?);
    let again: Vec<_> = step
        .reads
        .iter()
        .filter(|access| read_from(step, access).is_paper_or_voice())
        .filter_map(|access| {
            first_copy(graph, node, access.item, target).map(|origin| (access.item, origin))
        })
        .collect();
    (!again.is_empty()).then(|| Keying {
        again,
        by_hand: Vec::new(),
        n_items: step.reads.len(),
    })
}

fn by_hand(graph: &Graph, node: Index, step: &Step, again: &[(ItemId, Origin)]) -> Vec<ItemId> {
    let takes_in = |access: &&Access| read_from(step, access).is_paper_or_voice();
    let own = Carrier {
        medium: step.medium_in,
        store: None,
    };
    if !own.is_paper_or_voice() && !step.reads.iter().any(|access| takes_in(&access)) {
        return Vec::new();
    }
    let open = || {
        step.writes.iter().filter(|access| {
            let is_known = written_to(step, access).medium.is_some();
            is_known && again.iter().all(|(item, _)| *item != access.item)
        })
    };
    let is_read = |item: ItemId| {
        step.reads
            .iter()
            .filter(takes_in)
            .any(|access| access.item == item)
    };
    let was_written = |item: ItemId| {
        copies_before(graph, item, node)
            .iter()
            .any(|origin| origin.carrier.is_paper_or_voice())
    };
    let read: Vec<ItemId> = open()
        .map(|access| access.item)
        .filter(|item| is_read(*item))
        .collect();
    if !read.is_empty() || !again.is_empty() {
        return read;
    }
    let written: Vec<ItemId> = open()
        .map(|access| access.item)
        .filter(|item| was_written(*item))
        .collect();
    if written.is_empty() && step.kind == Some(StepKind::Transcribe) {
        return open().map(|access| access.item).collect();
    }
    written
}

fn reads(step: &Step, item: ItemId) -> bool {
    step.reads.iter().any(|access| access.item == item)
}
