//! A flow of many steps in a row, to measure with.
use kaizu_model::{
    Document, Edge, EdgeId, Flow, FlowId, Lane, LaneId, LaneKind, Process, ProcessId, Rank, Record,
    RecordId, Split, Step, StepId, Variant,
};

/// The number of the first step.
pub(crate) const FIRST: u32 = 10;

/// A flow of `steps` steps in a row.
pub(crate) fn document(steps: u32) -> Document {
    let (process, flow, lane) = (ProcessId(1), FlowId(2), LaneId(3));
    let head: [(RecordId, Record); 3] = [
        (process.into(), Process::new("転入").into()),
        (flow.into(), Flow::new(process, Variant::AsIs, "").into()),
        (
            lane.into(),
            Lane::new(flow, Rank(0), LaneKind::Staff, "窓口").into(),
        ),
    ];
    let row = (0..steps).map(|n| {
        let step = Step::new(flow, Rank::nth(n as usize), lane, format!("手順{n}"));
        (StepId(FIRST + n).into(), step.into())
    });
    let arrows = (1..steps).map(|n| {
        let (from, to) = (StepId(FIRST + n - 1), StepId(FIRST + n));
        let edge = Edge::new(flow, from.into(), to.into(), Split::Sequence);
        (EdgeId(FIRST + steps + n).into(), edge.into())
    });
    head.into_iter().chain(row).chain(arrows).collect()
}
