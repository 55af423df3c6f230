//! A way past a step: where it comes back.
use kaizu_model::{
    Edge, EdgeId, Gateway, GatewayId, GatewayKind, NodeId, Refusal, Revise, Split, Step,
};

use crate::draft::Draft;

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
