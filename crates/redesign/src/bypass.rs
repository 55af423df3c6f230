//! A way past a step for a part of the cases: where it leaves, and where it comes back.
use kaizu_model::{
    Edge, EdgeId, Gateway, GatewayId, GatewayKind, NodeId, Refusal, Revise, Share, Split, Step,
    StepId,
};

use crate::draft::Draft;

/// What a way past a step is called.
pub(crate) struct Words {
    /// The branch in front of it.
    pub(crate) branch: &'static str,
    /// The way to the step.
    pub(crate) through: &'static str,
    /// The way past it.
    pub(crate) past: &'static str,
}

/// Lets the part `share` of the cases go past the step `id`, which leads to one place. What `instead` makes is done on the
/// way.
pub(crate) fn go_past(
    draft: &mut Draft,
    id: StepId,
    share: Share,
    words: &Words,
    instead: Option<Step>,
) -> Result<(), Refusal> {
    let passed = draft.document.step(id)?.clone();
    let onward = draft.document.edges_from(id.into()).map(|(it, _)| it);
    let Some(onward) = onward.collect::<Vec<_>>().first().copied() else {
        return Ok(());
    };
    let branch = Gateway {
        key: Some(draft.fresh_key()),
        phase: passed.phase,
        ..Gateway::new(
            draft.flow,
            passed.rank,
            passed.lane,
            GatewayKind::Branch,
            words.branch,
        )
    };
    let branch: GatewayId = draft.create_before(id.into(), branch)?;
    let inward = draft.document.edges_to(id.into());
    let inward: Vec<(EdgeId, Edge)> = inward.map(|(edge, it)| (edge, it.clone())).collect();
    for (edge, it) in inward {
        let redirected = Edge {
            to: branch.into(),
            bends: Vec::new(),
            ..it
        };
        draft.run(Revise::new(edge, redirected))?;
    }
    let back = free_target(draft, onward, &passed)?;
    let flow = draft.flow;
    let way = |to: NodeId, share: Share, condition: &str| Edge {
        share: Some(share),
        condition: Some(condition.to_owned()),
        ..Edge::new(flow, branch.into(), to, Split::Exclusive)
    };
    draft.draw(way(id.into(), share.rest(), words.through))?;
    let Some(instead) = instead else {
        draft.draw(way(back, share, words.past))?;
        return Ok(());
    };
    let instead: StepId = draft.create_before(
        id.into(),
        Step {
            key: Some(draft.fresh_key()),
            phase: passed.phase,
            rank: passed.rank,
            ..instead
        },
    )?;
    draft.draw(way(instead.into(), share, words.past))?;
    draft.link(instead.into(), back, Split::Sequence)?;
    Ok(())
}

/// Where `onward`, which leaves the step `passed`, leads. A join would wait for both ways to it: they come together in front of it.
pub(crate) fn free_target(
    draft: &mut Draft,
    onward: EdgeId,
    passed: &Step,
) -> Result<NodeId, Refusal> {
    let it = draft.document.edge(onward)?.clone();
    let NodeId::Gateway(join) = it.to else {
        return Ok(it.to);
    };
    if draft.document.gateway(join)?.kind != GatewayKind::Join {
        return Ok(it.to);
    }
    let merge = Gateway {
        key: Some(draft.fresh_key()),
        phase: passed.phase,
        ..Gateway::new(draft.flow, passed.rank, passed.lane, GatewayKind::Merge, "")
    };
    let merge: GatewayId = draft.create_before(it.to, merge)?;
    draft.run(Revise::new(
        onward,
        Edge {
            to: merge.into(),
            ..it.clone()
        },
    ))?;
    draft.link(merge.into(), it.to, Split::Sequence)?;
    Ok(merge.into())
}
