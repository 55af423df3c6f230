//! Work on the screen instead of on paper: steps whose whole input has become digital are done from there.
use kaizu_analysis::{Graph, Index, protection};
use kaizu_model::{LaneKind, Medium, Refusal, StepId, StepKind};

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
/// left. Protected steps are left as they are.
pub(crate) fn work_on_screen(draft: &mut Draft, factor: f64) -> Result<(), Refusal> {
    while let Some((id, medium)) = next(&draft.graph()?) {
        draft.revise(id, |step| {
            step.medium_in = Some(medium);
            if step.medium_out.is_some_and(Medium::is_paper) {
                step.medium_out = Some(medium);
            }
            for access in step.reads.iter_mut().chain(&mut step.writes) {
                access.medium = access.medium.filter(|medium| !medium.is_paper());
            }
            if let Some(minutes) = step.minutes {
                step.minutes = (minutes.get() * factor).try_into().ok().or(step.minutes);
            }
        })?;
    }
    Ok(())
}

fn next(graph: &Graph) -> Option<(StepId, Medium)> {
    graph.steps().find_map(|(n, step)| {
        let fits = is_own_staff(graph, n)
            && is_looking(step.kind)
            && step.medium_in.is_some_and(Medium::is_paper)
            && protection(graph, n).is_none()
            && carriers::reads_digital(graph, n)
            && (!step.medium_out.is_some_and(Medium::is_paper) || stays_inside(graph, n));
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
