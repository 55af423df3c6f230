//! Work on the screen instead of on paper: steps whose whole input has become digital are done from there.
use kaizu_analysis::{Graph, Index};
use kaizu_model::{
    Basis, Edge, EdgeId, LaneKind, Medium, NodeId, Refusal, Revise, Step, StepId, StepKind,
    Transfer,
};

use crate::carriers;
use crate::draft::Draft;

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

/// Lets every looking step whose input is digital be done on the screen, its minutes times `factor`, until none is
/// left, and cases then travel through the system. What a law or an ordinance demands is left as it is.
pub(crate) fn work_on_screen(draft: &mut Draft, factor: f64) -> Result<(), Refusal> {
    while let Some((id, medium)) = next(&draft.graph()?) {
        draft.revise(id, |step| {
            if step.medium_in.is_some_and(Medium::is_paper) {
                step.medium_in = Some(medium);
                let minutes = step.minutes.map(|minutes| minutes.get() * factor);
                step.minutes = minutes.and_then(|it| it.try_into().ok()).or(step.minutes);
            }
            if step.medium_out.is_some_and(Medium::is_paper) {
                step.medium_out = Some(medium);
            }
            for access in step.reads.iter_mut().chain(&mut step.writes) {
                access.medium = access.medium.filter(|medium| !medium.is_paper());
            }
        })?;
    }
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

fn next(graph: &Graph) -> Option<(StepId, Medium)> {
    graph.steps().find_map(|(n, step)| {
        let is_paper = |medium: Option<Medium>| medium.is_some_and(Medium::is_paper);
        let is_bound = step.basis.is_some_and(Basis::is_binding);
        let fits = is_own_staff(graph, n)
            && is_looking(step.kind)
            && (is_paper(step.medium_in) || is_paper(step.medium_out))
            && !is_bound
            && carriers::reads_digital(graph, n)
            && (!is_paper(step.medium_out) || stays_inside(graph, n));
        let medium = fits.then(|| input_medium(graph, n))?;
        graph.step_id(n).zip(Some(medium))
    })
}

/// Whether everything the step writes is read by the city's own staff alone.
pub(crate) fn stays_inside(graph: &Graph, node: Index) -> bool {
    graph.step(node).is_some_and(|step| {
        step.writes.iter().all(|access| {
            !graph.process.required_outputs.contains(&access.item)
                && carriers::readers(graph, node, access.item)
                    .iter()
                    .all(|reader| is_own_staff(graph, *reader))
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
