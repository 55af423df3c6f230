//! Work on the screen instead of on paper: steps whose whole input has become digital are done from there.
use std::collections::BTreeSet;

use kaizu_analysis::{Graph, Index};
use kaizu_model::{
    Access, Basis, Edge, EdgeId, LaneKind, Medium, NodeId, Refusal, Revise, SealKind, Step, StepId,
    StepKind, Transfer,
};

use crate::carriers;
use crate::draft::Draft;
use crate::renaming;
use crate::sources::follow;
use crate::wording;

/// Kinds of work that only move a case or its papers on.
pub(crate) fn is_carrying(kind: Option<StepKind>) -> bool {
    matches!(
        kind,
        Some(
            StepKind::Print
                | StepKind::Sort
                | StepKind::Carry
                | StepKind::HandOver
                | StepKind::Number
        )
    )
}

/// Kinds of work that look at something and note a result: the same on a screen.
fn is_looking(kind: Option<StepKind>) -> bool {
    matches!(
        kind,
        Some(
            StepKind::Reconcile
                | StepKind::Check
                | StepKind::Recalculate
                | StepKind::Examine
                | StepKind::Consent
                | StepKind::Circulate
                | StepKind::Approve
                | StepKind::Keep
        )
    )
}

/// Whether a node is done by the city's own staff.
pub(crate) fn is_own_staff(graph: &Graph, node: Index) -> bool {
    matches!(
        graph.lane_kind(node),
        Some(LaneKind::Staff | LaneKind::Role)
    )
}

/// Lets every looking step whose input comes otherwise than in `before`, and digital, be done on the screen, its minutes times
/// `factor`, until none is left. Whoever reads a moved item reads it where it is, and cases travel through the system.
///
/// What a law demands is done all the same, on another medium; where it demands a seal, the paper stays.
pub(crate) fn work_on_screen(
    draft: &mut Draft,
    before: &Graph,
    factor: f64,
) -> Result<(), Refusal> {
    work_where_it_moved(draft, before, factor, &has_new_input)
}

/// The same for every looking step whose input `has_moved` since `before`: asked of its old place there and its place now.
pub(crate) fn work_where_it_moved(
    draft: &mut Draft,
    before: &Graph,
    factor: f64,
    has_moved: &dyn Fn(&Graph, Index, &Graph, Index) -> bool,
) -> Result<(), Refusal> {
    loop {
        let graph = draft.graph()?;
        let Some((id, medium, name)) = next(&graph, before, has_moved) else {
            break;
        };
        draft.revise(id, |step| {
            if step.medium_in.is_some_and(Medium::is_paper) {
                step.medium_in = Some(medium);
                let minutes = step.minutes.map(|minutes| minutes.get() * factor);
                step.minutes = minutes.and_then(|it| it.try_into().ok()).or(step.minutes);
            }
            if step.medium_out.is_some_and(Medium::is_paper) {
                step.medium_out = Some(medium);
            }
            let paper = |access: &&mut Access| access.medium.is_some_and(Medium::is_paper);
            for access in step.reads.iter_mut().chain(&mut step.writes).filter(paper) {
                (access.medium, access.store) = (None, None);
            }
            step.seals.clear();
            step.name = name;
        })?;
    }
    follow(draft, before)?;
    travel_by_system(draft)
}

/// Lets cases travel through the system between two steps that both work in it.
pub(crate) fn travel_by_system(draft: &mut Draft) -> Result<(), Refusal> {
    let is_digital = |node: NodeId, medium: fn(&Step) -> Option<Medium>| {
        let step = node.step().and_then(|id| draft.document.step(id).ok());
        step.and_then(medium).is_some_and(Medium::is_structured)
    };
    let by_hand = [Transfer::Hand, Transfer::InternalMail];
    let carried = draft.document.edges_of(draft.flow).filter(|(_, edge)| {
        edge.transfer.is_some_and(|it| by_hand.contains(&it))
            && is_digital(edge.from, |step| step.medium_out)
            && is_digital(edge.to, |step| step.medium_in)
    });
    let carried: Vec<(EdgeId, Edge)> = carried.map(|(id, edge)| (id, edge.clone())).collect();
    for (id, edge) in carried {
        let transfer = Some(Transfer::System);
        draft.run(Revise::new(id, Edge { transfer, ..edge }))?;
    }
    Ok(())
}

fn next(
    graph: &Graph,
    before: &Graph,
    has_moved: &dyn Fn(&Graph, Index, &Graph, Index) -> bool,
) -> Option<(StepId, Medium, String)> {
    graph.steps().find_map(|(n, step)| {
        let is_paper = |medium: Option<Medium>| medium.is_some_and(Medium::is_paper);
        let is_moved = |old: Index| has_moved(before, old, graph, n);
        let fits = graph.is_of_city(n)
            && is_looking(step.kind)
            && (is_paper(step.medium_in) || is_paper(step.medium_out))
            && can_do_without_seals(step)
            && carriers::reads_digital(graph, n)
            && before.index(graph.id(n)).is_none_or(is_moved)
            && (!is_paper(step.medium_out) || stays_inside(graph, n));
        let medium = fits.then(|| input_medium(graph, n))?;
        Some((graph.step_id(n)?, medium, name_on_screen(graph, step)))
    })
}

/// Whether anything that the step reads comes from other steps than it did.
fn has_new_input(before: &Graph, old: Index, graph: &Graph, node: Index) -> bool {
    let writers = |graph: &Graph, node: Index, access: &Access| -> BTreeSet<NodeId> {
        let found = carriers::definitions(graph, node, access.item);
        found.into_iter().map(|n| graph.id(n)).collect()
    };
    graph.step(node).is_some_and(|step| {
        step.reads
            .iter()
            .any(|access| writers(before, old, access) != writers(graph, node, access))
    })
}

/// A plain seal on paper is a name on the screen, unless a law stands behind the step.
pub(crate) fn can_do_without_seals(step: &Step) -> bool {
    let is_bound = step.basis.is_some_and(Basis::is_binding);
    step.seals
        .iter()
        .all(|seal| *seal == SealKind::Plain && !is_bound)
}

/// What the step is called when it is done on the screen.
fn name_on_screen(graph: &Graph, step: &Step) -> String {
    if step.kind != Some(StepKind::Keep) {
        let sealed = (!step.seals.is_empty()).then(|| renaming::without_seal(&step.name));
        return sealed.flatten().unwrap_or_else(|| step.name.clone());
    }
    let items = step
        .reads
        .iter()
        .filter_map(|access| graph.document.item(access.item).ok());
    let names: Vec<&str> = items.map(|item| item.name.as_str()).collect();
    wording::keep_in_store(&names.join("、"))
}

/// Whether everything the step writes is read within the city alone.
pub(crate) fn stays_inside(graph: &Graph, node: Index) -> bool {
    graph.step(node).is_some_and(|step| {
        step.writes.iter().all(|access| {
            !graph.process.required_outputs.contains(&access.item)
                && carriers::readers(graph, node, access.item)
                    .iter()
                    .all(|reader| graph.is_of_city(*reader))
        })
    })
}

/// What the input is on now: the electronic store where any of it is there.
fn input_medium(graph: &Graph, node: Index) -> Medium {
    let media = graph
        .step(node)
        .into_iter()
        .flat_map(|step| &step.reads)
        .flat_map(|access| {
            carriers::definitions(graph, node, access.item)
                .into_iter()
                .filter_map(|writer| carriers::written_on(graph.step(writer)?, access.item))
        });
    media.fold(Medium::Excel, |best, medium| match (best, medium) {
        (_, Medium::Electronic) | (Medium::Electronic, _) => Medium::Electronic,
        (_, Medium::System) | (Medium::System, _) => Medium::System,
        (best, _) => best,
    })
}
