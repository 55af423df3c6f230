//! A way past some steps: a branch in front of the first, from which part of the cases goes on to where the last leads.
use kaizu_model::{
    Edge, EdgeId, Gateway, GatewayId, GatewayKind, LaneId, NodeId, Refusal, Revise, Share, Split,
    Step, StepId,
};

use crate::draft::Draft;
use crate::wording;

/// What the branch asks, and how many cases pass by.
pub(crate) struct Bypass<'a> {
    /// Who parts the cases.
    pub(crate) lane: LaneId,
    /// What is asked.
    pub(crate) question: &'a str,
    /// Of whom it is true that they pass by.
    pub(crate) past: &'a str,
    /// Of whom it is not.
    pub(crate) through: &'a str,
    /// The part of the cases that passes by.
    pub(crate) share: Share,
}

/// Leads part of the cases past `first` to `last`, which is left by one arrow. Where it is not, nothing is done.
pub(crate) fn lead_past(
    draft: &mut Draft,
    first: StepId,
    last: StepId,
    bypass: &Bypass,
) -> Result<Option<GatewayId>, Refusal> {
    let at = draft.document.step(first)?.clone();
    let onward = draft.document.edges_from(last.into());
    let onward: Vec<EdgeId> = onward.map(|(it, _)| it).collect();
    let [onward] = onward.as_slice() else {
        return Ok(None);
    };
    let flow = draft.flow;
    let inward: Vec<(EdgeId, Edge)> = draft
        .document
        .edges_to(first.into())
        .map(|(id, edge)| (id, edge.clone()))
        .collect();
    let branch = Gateway {
        key: Some(draft.fresh_key()),
        phase: at.phase,
        ..Gateway::new(
            flow,
            at.rank,
            bypass.lane,
            GatewayKind::Branch,
            bypass.question,
        )
    };
    let branch: GatewayId = draft.create_before(first.into(), branch)?;
    for (id, edge) in inward {
        let to = branch.into();
        draft.run(Revise::new(id, Edge { to, ..edge }))?;
    }
    let target = free_target(draft, *onward, &at)?;
    let way = |to: NodeId, share: Share, condition: &str| Edge {
        share: Some(share),
        condition: Some(condition.to_owned()),
        ..Edge::new(flow, branch.into(), to, Split::Exclusive)
    };
    draft.draw(way(target, bypass.share, bypass.past))?;
    draft.draw(way(first.into(), bypass.share.rest(), bypass.through))?;
    Ok(Some(branch))
}

/// Where `onward` leads. A join would wait for both ways to it: they come together in front of it.
fn free_target(draft: &mut Draft, onward: EdgeId, at: &Step) -> Result<NodeId, Refusal> {
    let it = draft.document.edge(onward)?.clone();
    let NodeId::Gateway(join) = it.to else {
        return Ok(it.to);
    };
    if draft.document.gateway(join)?.kind != GatewayKind::Join {
        return Ok(it.to);
    }
    let merge = Gateway {
        key: Some(draft.fresh_key()),
        phase: at.phase,
        ..Gateway::new(
            draft.flow,
            at.rank,
            at.lane,
            GatewayKind::Merge,
            wording::MERGE,
        )
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
