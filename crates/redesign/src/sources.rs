//! What a step is said to take an item from: it must be there, and where it has moved, the step follows it.
use kaizu_analysis::{Graph, Index, protection};
use kaizu_model::{Access, Medium, Refusal, Step, StepId, StepKind};

use crate::carriers;
use crate::draft::Draft;
use crate::screen::is_own_staff;

/// Whether paper that is read is made: false where `access` reads from paper what now only comes in other forms.
pub(crate) fn is_made_as_read(graph: &Graph, node: Index, access: &Access) -> bool {
    let medium = graph.step(node).and_then(|step| read_on(step, access));
    medium.is_none_or(|medium| comes_on(graph, node, access, medium))
}

/// Lets every step of the city's own read from where its items are now, where it read from where they were in `before`.
/// Who moved papers moves those that are left, and goes where none are.
pub(crate) fn follow(draft: &mut Draft, before: &Graph) -> Result<(), Refusal> {
    let revised: Vec<(StepId, Step)> = {
        let after = draft.graph()?;
        let followed = |(node, step): (Index, &Step)| {
            let old = before.index(after.id(node))?;
            let step = if is_free_to_move(&after, node) {
                unburdened(before, old, &after, node, step)
            } else if after.is_of_city(node) && !handles_paper(step.kind) {
                followed(before, old, &after, node, step)
            } else {
                None
            };
            after.step_id(node).zip(step)
        };
        after.steps().filter_map(followed).collect()
    };
    for (id, step) in revised {
        if is_moving(step.kind) && step.reads.is_empty() {
            draft.remove(id)?;
        } else {
            draft.revise(id, |it| *it = step)?;
        }
    }
    Ok(())
}

/// Kinds of work that take papers from one desk to another.
pub(crate) fn is_moving(kind: Option<StepKind>) -> bool {
    matches!(
        kind,
        Some(StepKind::Sort | StepKind::Carry | StepKind::HandOver)
    )
}

/// Whether the step only takes papers along, and nothing demands it.
fn is_free_to_move(graph: &Graph, node: Index) -> bool {
    is_own_staff(graph, node)
        && protection(graph, node).is_none()
        && graph
            .step(node)
            .is_some_and(|step| is_moving(step.kind) && step.writes.is_empty())
}

/// The step without the papers that nobody makes any more, where there are such.
fn unburdened(before: &Graph, old: Index, after: &Graph, node: Index, step: &Step) -> Option<Step> {
    let is_gone = |access: &Access| {
        is_on_medium(before, old, step, access) && !is_on_medium(after, node, step, access)
    };
    step.reads.iter().any(is_gone).then(|| Step {
        reads: step
            .reads
            .iter()
            .filter(|access| !is_gone(access))
            .cloned()
            .collect(),
        ..step.clone()
    })
}

/// The step with its reading put right, where anything about it was wrong.
fn followed(before: &Graph, old: Index, after: &Graph, node: Index, step: &Step) -> Option<Step> {
    let was_there = |access: &Access, there: fn(&Graph, Index, &Step, &Access) -> bool| {
        there(before, old, step, access) && !there(after, node, step, access)
    };
    let has_moved = |access: &Access| {
        !carriers::definitions(after, node, access.item).is_empty()
            && (was_there(access, is_on_medium) || was_there(access, is_in_store))
    };
    if !step.reads.iter().any(has_moved) {
        return None;
    }
    let mut step = step.clone();
    if step.medium_in.is_some_and(Medium::is_paper) && carriers::reads_digital(after, node) {
        let media = step.reads.iter().map(|it| now_on(after, node, it));
        step.medium_in = media.fold(None, best).or(step.medium_in);
    }
    let (own, system) = (step.medium_in, step.system.clone());
    for access in step.reads.iter_mut().filter(|access| has_moved(access)) {
        let (medium, store) = (now_on(after, node, access), now_in(after, node, access));
        let is_own = medium == own && (store.is_none() || store == system);
        access.medium = medium.filter(|_| !is_own);
        access.store = store.filter(|_| !is_own);
    }
    Some(step)
}

/// Kinds of work on the paper itself: on a screen there is nothing to do for them.
fn handles_paper(kind: Option<StepKind>) -> bool {
    matches!(
        kind,
        Some(
            StepKind::Receive
                | StepKind::Sort
                | StepKind::Number
                | StepKind::Print
                | StepKind::Copy
                | StepKind::Scan
                | StepKind::Send
                | StepKind::Carry
                | StepKind::HandOver
                | StepKind::Seal
                | StepKind::Keep
                | StepKind::Discard
        )
    )
}

/// The medium that a reading names, or the paper that the step works on.
fn read_on(step: &Step, access: &Access) -> Option<Medium> {
    let own = step.medium_in.filter(|medium| medium.is_paper());
    access.medium.or(own)
}

fn is_on_medium(graph: &Graph, node: Index, step: &Step, access: &Access) -> bool {
    read_on(step, access).is_none_or(|medium| comes_on(graph, node, access, medium))
}

fn comes_on(graph: &Graph, node: Index, access: &Access, medium: Medium) -> bool {
    let is_like = |it: Medium| it == medium || (it.is_paper() && medium.is_paper());
    writers(graph, node, access)
        .any(|step| carriers::written_on(step, access.item).is_none_or(is_like))
}

fn is_in_store(graph: &Graph, node: Index, _: &Step, access: &Access) -> bool {
    access.store.as_ref().is_none_or(|store| {
        writers(graph, node, access).any(|step| store_of(step, access) == Some(store))
    })
}

/// The best medium on which the item comes.
fn now_on(graph: &Graph, node: Index, access: &Access) -> Option<Medium> {
    let media = writers(graph, node, access).map(|step| carriers::written_on(step, access.item));
    media.fold(None, best)
}

/// The store in which all of them put the item.
fn now_in(graph: &Graph, node: Index, access: &Access) -> Option<String> {
    let mut stores = writers(graph, node, access).map(|step| store_of(step, access));
    let first = stores.next()??;
    stores
        .all(|store| store == Some(first))
        .then(|| first.clone())
}

fn store_of<'s>(step: &'s Step, access: &Access) -> Option<&'s String> {
    let written = step.writes.iter().find(|it| it.item == access.item)?;
    written.store.as_ref().or(step.system.as_ref())
}

fn writers<'g>(
    graph: &'g Graph,
    node: Index,
    access: &Access,
) -> impl Iterator<Item = &'g Step> + use<'g> {
    let found = carriers::definitions(graph, node, access.item);
    found.into_iter().filter_map(|n| graph.step(n))
}

/// Of two media the one that is more of a store.
fn best(one: Option<Medium>, other: Option<Medium>) -> Option<Medium> {
    let order = [Medium::Electronic, Medium::System];
    let first = |medium: &Medium| one == Some(*medium) || other == Some(*medium);
    order.into_iter().find(first).or(one).or(other)
}
