//! Flows for tests, made without notation or files.
use kaizu_model::{
    Document, Edge, EdgeId, Event, EventId, EventKind, FlowId, Gateway, GatewayId, GatewayKind,
    Lane, LaneId, LaneKind, Medium, NodeId, Phase, PhaseId, Point, ProcessId, Rank, Record,
    RecordId, Share, Split, Step, StepId, StepKind,
};

pub(crate) const FLOW: FlowId = FlowId(2);

/// A node to be.
#[derive(Clone, Debug, Default)]
pub(crate) struct Node {
    /// 0 to 5 a step, 6 and 7 a gateway, 8 an event.
    pub(crate) kind: usize,
    pub(crate) lane: usize,
    pub(crate) name: String,
    pub(crate) phase: Option<usize>,
    pub(crate) pin: Option<(f64, f64)>,
    pub(crate) minutes: Option<f64>,
    pub(crate) wait: Option<f64>,
}

/// An arrow to be: source, target, share and condition.
pub(crate) type Arrow = (usize, usize, Option<f64>, Option<String>);

/// A flow to be.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sketch {
    pub(crate) lanes: Vec<String>,
    pub(crate) phases: Vec<String>,
    pub(crate) nodes: Vec<Node>,
    pub(crate) arrows: Vec<Arrow>,
}

impl Sketch {
    /// The document that holds it, as flow [`FLOW`].
    pub(crate) fn document(&self) -> Document {
        let mut records: Vec<(RecordId, Record)> = Vec::new();
        for (n, name) in self.lanes.iter().enumerate() {
            let lane = Lane::new(FLOW, Rank::nth(n), LaneKind::Staff, name.clone());
            records.push((lane_id(n).into(), lane.into()));
        }
        for (n, name) in self.phases.iter().enumerate() {
            let phase = Phase::new(FLOW, Rank::nth(n), name.clone());
            records.push((PhaseId(200 + n as u32).into(), phase.into()));
        }
        for (n, node) in self.nodes.iter().enumerate() {
            records.push((node_id(node, n).into(), node.record(n)));
        }
        for (n, arrow) in self.arrows.iter().enumerate() {
            records.push((EdgeId(100_000 + n as u32).into(), self.edge(arrow).into()));
        }
        let flow = kaizu_model::Flow::new(ProcessId(1), kaizu_model::Variant::AsIs, "試験");
        records.push((FLOW.into(), flow.into()));
        records.into_iter().collect()
    }

    fn edge(&self, (from, to, share, condition): &Arrow) -> Edge {
        let end = |n: usize| node_id(&self.nodes[n], n);
        let mut edge = Edge::new(FLOW, end(*from), end(*to), Split::Exclusive);
        edge.share = share.and_then(|share| Share::try_from(share).ok());
        edge.condition.clone_from(condition);
        edge
    }
}

impl Node {
    fn record(&self, n: usize) -> Record {
        let (rank, lane) = (Rank::nth(n), lane_id(self.lane));
        let phase = self.phase.map(|phase| PhaseId(200 + phase as u32));
        let pin = self.pin.map(|(x, y)| Point::new(x, y));
        match self.kind {
            0..=5 => {
                let mut step = Step::new(FLOW, rank, lane, self.name.clone());
                (step.phase, step.pin) = (phase, pin);
                step.kind = StepKind::ALL.get(self.kind * 5).copied();
                step.minutes = self.minutes.and_then(|it| it.try_into().ok());
                step.wait = self.wait.and_then(|it| it.try_into().ok());
                step.medium_out = Some(Medium::ALL[self.kind % 2]);
                step.into()
            }
            6 | 7 => {
                let kind = GatewayKind::ALL[self.kind - 6];
                let mut gateway = Gateway::new(FLOW, rank, lane, kind, self.name.clone());
                (gateway.phase, gateway.pin) = (phase, pin);
                gateway.into()
            }
            _ => {
                let mut event = Event::new(FLOW, rank, lane, EventKind::Timer, self.name.clone());
                (event.phase, event.pin) = (phase, pin);
                event.into()
            }
        }
    }
}

/// The id of the `n`th lane.
pub(crate) fn lane_id(n: usize) -> LaneId {
    LaneId(100 + n as u32)
}

/// The id of the `n`th node.
pub(crate) fn node_id(node: &Node, n: usize) -> NodeId {
    let number = 1000 + n as u32;
    match node.kind {
        0..=5 => StepId(number).into(),
        6 | 7 => GatewayId(number).into(),
        _ => EventId(number).into(),
    }
}
