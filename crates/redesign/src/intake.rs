//! One store for every channel: electronic applications go in by themselves, paper ones are read in, and what used to
//! be copied from paper is taken over from there.
use std::collections::BTreeSet;

use kaizu_analysis::{Graph, Index};
use kaizu_model::{
    Access, ItemClass, ItemId, LaneId, Medium, Minutes, NodeId, OfficeHours, Refusal, Step, StepId,
    StepKind,
};

use crate::automatic::by_itself;
use crate::carriers;
use crate::draft::Draft;
use crate::entry::{Entry, writes_into_system, written_by};
use crate::parameters::Parameters;
use crate::reading::reading_minutes;
use crate::renaming;
use crate::screen::work_on_screen;
use crate::wording;

/// Lets every application of `entry` come into one store.
pub(crate) fn unify(
    draft: &mut Draft,
    graph: &Graph,
    entry: &Entry,
    parameters: &Parameters,
) -> Result<(), Refusal> {
    let lane = entry.reception(graph)?;
    for node in entry.prints.iter().chain(&entry.trays) {
        draft.remove(graph.id(*node))?;
    }
    take_in(draft, graph, entry)?;
    read_in(draft, graph, entry, lane, parameters)?;
    for node in entry.resubmissions(graph) {
        scan_again(draft, node, lane, parameters)?;
    }
    for step in entry.copies.iter().filter_map(|n| graph.step_id(*n)) {
        replace_copying(draft, step)?;
    }
    let removed = entry.prints.iter().chain(&entry.trays);
    for step in removed.filter_map(|n| graph.step(*n)) {
        adopt_ledger(draft, step)?;
        leave_tray(draft, step)?;
    }
    work_on_screen(draft, graph, parameters.get("screen-reading-factor"))
}

/// Puts electronic applications into the store, at the end of their channel.
fn take_in(draft: &mut Draft, graph: &Graph, entry: &Entry) -> Result<(), Refusal> {
    let forms = Entry::handed_in(graph, &entry.electronic);
    let printed = written_by(graph, &entry.prints);
    let kept = forms
        .iter()
        .copied()
        .chain(printed)
        .chain(entry.numbers(graph));
    let kept = in_store(draft, kept);
    let lane = draft.system_lane()?;
    let (merge, sources) = last_of(draft, graph, entry, &entry.electronic);
    draft.insert_before(merge, &sources, |blank| Step {
        lane,
        name: wording::TAKE_IN.into(),
        reads: forms.into_iter().map(Access::to).collect(),
        writes: kept,
        ..automatic(blank)
    })?;
    Ok(())
}

/// Reads paper applications into the store, at the end of their channel.
fn read_in(
    draft: &mut Draft,
    graph: &Graph,
    entry: &Entry,
    lane: LaneId,
    parameters: &Parameters,
) -> Result<(), Refusal> {
    let papers = Entry::handed_in(graph, &entry.other);
    let typed = written_by(graph, &entry.trays);
    let kept = papers
        .iter()
        .copied()
        .chain(typed)
        .chain(entry.numbers(graph));
    let kept = in_store(draft, kept);
    let (merge, sources) = last_of(draft, graph, entry, &entry.other);
    draft.insert_before(merge, &sources, |blank| Step {
        name: wording::SCAN.into(),
        reads: papers.into_iter().map(Access::to).collect(),
        writes: kept,
        wait: Some(entry.wait(graph)),
        ..scanning(blank, lane, parameters)
    })?;
    Ok(())
}

/// The merge, and the nodes of a channel that lead to it as things stand.
fn last_of(
    draft: &Draft,
    graph: &Graph,
    entry: &Entry,
    region: &BTreeSet<Index>,
) -> (NodeId, Vec<NodeId>) {
    let merge = graph.id(entry.merge);
    let own = |id: &NodeId| graph.index(*id).is_some_and(|n| region.contains(&n));
    let inward = draft.document.edges_to(merge).map(|(_, edge)| edge.from);
    (merge, inward.filter(own).collect())
}

/// Items as the store holds them: each once, copies of papers as pictures.
pub(crate) fn in_store(draft: &Draft, items: impl IntoIterator<Item = ItemId>) -> Vec<Access> {
    let items: BTreeSet<ItemId> = items.into_iter().collect();
    let is_picture = |item: ItemId| {
        let item = draft.document.item(item);
        item.is_ok_and(|item| item.class == Some(ItemClass::Copy))
    };
    let held = |item| Access {
        is_structured: is_picture(item).then_some(false),
        ..Access::to(item)
    };
    items.into_iter().map(held).collect()
}

/// A step that runs by itself and takes nobody's time.
pub(crate) fn automatic(blank: Step) -> Step {
    Step {
        medium_in: Some(Medium::Electronic),
        medium_out: Some(Medium::Electronic),
        system: Some(wording::RECEIVING_STORE.into()),
        ..by_itself(blank)
    }
}

/// Reading papers into the store, with what is then still looked at and put right by hand.
fn scanning(blank: Step, lane: LaneId, parameters: &Parameters) -> Step {
    // Printed figures have at most three decimals; a step's minutes should not be finer than they.
    let minutes = (reading_minutes(parameters) * 1000.0).round() / 1000.0;
    Step {
        lane,
        kind: Some(StepKind::Scan),
        minutes: Minutes::try_from(minutes).ok(),
        medium_in: Some(Medium::Paper),
        medium_out: Some(Medium::Electronic),
        system: Some(wording::RECEIVING_STORE.into()),
        ..blank
    }
}

/// Lets what comes back on paper be read into the store before it goes on.
fn scan_again(
    draft: &mut Draft,
    node: NodeId,
    lane: LaneId,
    parameters: &Parameters,
) -> Result<(), Refusal> {
    let onward: Vec<NodeId> = draft
        .document
        .edges_from(node)
        .map(|(_, edge)| edge.to)
        .collect();
    let ([next], Some(step)) = (onward.as_slice(), node.step()) else {
        return Ok(());
    };
    let written = draft.document.step(step)?.writes.iter();
    let items: Vec<ItemId> = written.map(|access| access.item).collect();
    let writes = in_store(draft, items.iter().copied());
    draft.insert_before(*next, &[node], |blank| Step {
        name: wording::SCAN_AGAIN.into(),
        reads: items.into_iter().map(Access::to).collect(),
        writes,
        wait: Some(OfficeHours::ZERO),
        ..scanning(blank, lane, parameters)
    })?;
    Ok(())
}

/// Takes out a step that copies by hand. Where its result lives on in a system, the system takes the data over itself.
fn replace_copying(draft: &mut Draft, id: StepId) -> Result<(), Refusal> {
    let old = draft.document.step(id)?.clone();
    if lives_on(draft, id, &old)? {
        let lane = draft.system_lane()?;
        let system = old
            .system
            .clone()
            .unwrap_or_else(|| wording::RECEIVING_STORE.into());
        let medium = old.medium_out.filter(|medium| medium.is_structured());
        draft.insert_before_all(id.into(), |blank| Step {
            lane,
            name: wording::import_into(&system),
            reads: old.reads.clone(),
            writes: old.writes.clone(),
            medium_out: medium.or(Some(Medium::Electronic)),
            system: Some(system),
            ..automatic(blank)
        })?;
    }
    draft.remove(id)?;
    adopt_ledger(draft, &old)
}

/// Whether the step writes something that not every case has before, or feeds a system that others use.
fn lives_on(draft: &Draft, id: StepId, old: &Step) -> Result<bool, Refusal> {
    let graph = draft.graph()?;
    let Some(node) = graph.index(id) else {
        return Ok(false);
    };
    let is_new = |access: &Access| !carriers::is_always_written_before(&graph, node, access.item);
    let uses =
        |(n, step): (Index, &Step)| n != node && step.system.is_some() && step.system == old.system;
    Ok(old.writes.iter().any(is_new)
        || (writes_into_system(&graph, node) && graph.steps().any(uses)))
}

/// Whoever looked into the ledger that copying filled looks into the store.
fn adopt_ledger(draft: &mut Draft, old: &Step) -> Result<(), Refusal> {
    let is_copied = matches!(old.kind, Some(StepKind::Transcribe | StepKind::Enter));
    if !is_copied || old.system.is_none() || old.medium_out == Some(Medium::System) {
        return Ok(());
    }
    let is_user = |step: &Step| step.flow == draft.flow && step.system == old.system;
    let fills =
        |step: &Step| is_user(step) && !step.writes.is_empty() && step.medium_out == old.medium_out;
    if draft.document.steps().any(|(_, step)| fills(step)) {
        return Ok(());
    }
    let users = draft.document.steps().filter(|(_, step)| is_user(step));
    let users: Vec<StepId> = users.map(|(id, _)| id).collect();
    for user in users {
        draft.revise(user, |step| {
            tell_place(step, step.system.clone().as_deref());
            step.system = Some(wording::RECEIVING_STORE.into());
            if step.medium_in == Some(Medium::Excel) {
                step.medium_in = Some(Medium::Electronic);
            }
        })?;
    }
    Ok(())
}

/// Whoever searched a tray that nobody fills any more searches the store.
fn leave_tray(draft: &mut Draft, old: &Step) -> Result<(), Refusal> {
    let is_here = |step: &Step| step.flow == draft.flow && old.system.is_some();
    let fills = |step: &Step| is_here(step) && step.system == old.system;
    if old.kind == Some(StepKind::Print) || draft.document.steps().any(|(_, step)| fills(step)) {
        return Ok(());
    }
    let searches =
        |step: &Step| is_here(step) && step.reads.iter().any(|it| it.store == old.system);
    let readers = draft.document.steps().filter(|(_, step)| searches(step));
    let readers: Vec<StepId> = readers.map(|(id, _)| id).collect();
    for reader in readers {
        draft.revise(reader, |step| tell_place(step, old.system.as_deref()))?;
    }
    Ok(())
}

/// Names the store where the step's texts name the `place` that it has taken over from.
fn tell_place(step: &mut Step, place: Option<&str>) {
    let Some(place) = place else {
        return;
    };
    step.name = renaming::in_the_store(&step.name, place);
    if let Some(against) = step.check.as_mut().and_then(|check| check.against.as_mut()) {
        *against = renaming::in_the_store(against, place);
    }
}
