//! A small flow placed by hand: residents, a desk and a system.
mod picture;

pub(crate) use picture::*;

use kaizu_model::{
    Document, Edge, EdgeId, Flow, FlowId, Gateway, GatewayId, GatewayKind, Handover, Lane, LaneId,
    LaneKind, Line, Medium, NodeId, Phase, PhaseId, PlacedEdge, PlacedLane, PlacedNode,
    PlacedPhase, PlacedPill, Placement, Point, ProcessId, Rank, Record, RecordId, Rect, Size,
    Split, Step, StepId, StepKind, Variant, Weight,
};

/// The flow that is drawn.
pub(crate) const FLOW: FlowId = FlowId(2);

fn line(text: &str, x: f64, y: f64, size: f64, weight: Weight) -> Line {
    let width = kaizu_fonts::advance(text, size, kaizu_fonts::Weight::Bold);
    Line {
        text: text.into(),
        at: Point::new(x, y),
        width,
        size,
        weight,
        is_cut: false,
    }
}

fn step(name: &str, lane: u32, kind: StepKind, medium: Medium) -> Step {
    Step {
        key: Some("A1".into()),
        kind: Some(kind),
        medium_out: Some(medium),
        ..Step::new(FLOW, Rank(0), LaneId(lane), name)
    }
}

/// Two lanes, two steps, a gateway, three arrows; the first step is called `name`.
pub(crate) fn document(name: &str) -> Document {
    let edge = |from: NodeId, to: NodeId| Edge::new(FLOW, from, to, Split::Sequence);
    let (fill, print, gate) = (
        NodeId::Step(StepId(10)),
        NodeId::Step(StepId(11)),
        NodeId::Gateway(GatewayId(12)),
    );
    let records: [(RecordId, Record); 10] = [
        (
            FLOW.into(),
            Flow::new(ProcessId(1), Variant::AsIs, "現状").into(),
        ),
        (
            LaneId(3).into(),
            Lane::new(FLOW, Rank(1), LaneKind::Resident, "住民").into(),
        ),
        (
            LaneId(4).into(),
            Lane::new(FLOW, Rank(2), LaneKind::Staff, "受付担当").into(),
        ),
        (PhaseId(5).into(), phase().into()),
        (
            StepId(10).into(),
            step(name, 3, StepKind::Fill, Medium::Paper).into(),
        ),
        (
            StepId(11).into(),
            step("申請データを紙に印刷", 4, StepKind::Print, Medium::System).into(),
        ),
        (
            GatewayId(12).into(),
            Gateway::new(FLOW, Rank(3), LaneId(4), GatewayKind::Branch, "不備?").into(),
        ),
        (EdgeId(20).into(), edge(fill, print).into()),
        (EdgeId(21).into(), edge(print, gate).into()),
        (EdgeId(22).into(), edge(gate, fill).into()),
    ];
    records.into_iter().collect()
}

fn phase() -> Phase {
    Phase {
        flow: FLOW,
        rank: Rank(0),
        key: None,
        name: "受付".into(),
    }
}

fn placed(id: NodeId, x: f64, y: f64, kind: &str, name: &str) -> PlacedNode {
    PlacedNode {
        id,
        rect: Rect::new(x, y, 150.0, 64.0),
        title: vec![line(name, x + 16.0, y + 40.0, 13.0, Weight::Bold)],
        kind: Some(line(kind, x + 36.0, y + 19.0, 12.0, Weight::Regular)),
        minutes: Some(line("15分", x + 118.0, y + 19.0, 12.0, Weight::Regular)),
    }
}

fn lane(id: u32, name: &str, y: f64) -> PlacedLane {
    PlacedLane {
        id: LaneId(id),
        rect: Rect::new(0.0, y, 520.0, 104.0),
        head: Rect::new(0.0, y, 104.0, 104.0),
        lines: vec![
            line(name, 30.0, y + 48.0, 14.0, Weight::Bold),
            line("4人", 42.0, y + 66.0, 12.0, Weight::Regular),
        ],
    }
}

fn arrow(id: u32, points: &[(f64, f64)]) -> PlacedEdge {
    PlacedEdge {
        id: EdgeId(id),
        points: points.iter().map(|(x, y)| Point::new(*x, *y)).collect(),
        label: None,
        wait: None,
        handover: None,
        sign: None,
        is_return: false,
    }
}

/// Where everything of [`document`] sits.
pub(crate) fn placement(name: &str) -> Placement {
    let pill = PlacedPill {
        rect: Rect::new(300.0, 46.0, 64.0, 18.0),
        lines: vec![line("不備 23%", 306.0, 59.0, 12.0, Weight::Regular)],
        gauge: None,
    };
    let gate = PlacedNode {
        id: NodeId::Gateway(GatewayId(12)),
        rect: Rect::new(400.0, 162.0, 36.0, 36.0),
        title: vec![line("不備?", 402.0, 214.0, 12.0, Weight::Regular)],
        kind: None,
        minutes: None,
    };
    Placement {
        size: Size { w: 520.0, h: 232.0 },
        lanes: vec![lane(3, "住民", 24.0), lane(4, "受付担当", 128.0)],
        phases: vec![PlacedPhase {
            id: PhaseId(5),
            rect: Rect::new(104.0, 0.0, 416.0, 24.0),
            lines: vec![line("受付", 112.0, 16.0, 12.0, Weight::Regular)],
        }],
        nodes: vec![
            placed(NodeId::Step(StepId(10)), 120.0, 44.0, "記入", name),
            placed(
                NodeId::Step(StepId(11)),
                120.0,
                148.0,
                "印刷",
                "申請データを紙に印刷",
            ),
            gate,
        ],
        edges: vec![
            PlacedEdge {
                handover: Some(Handover::On(Medium::Paper)),
                sign: Some(Point::new(195.0, 124.0)),
                ..arrow(20, &[(195.0, 108.0), (195.0, 148.0)])
            },
            arrow(21, &[(270.0, 180.0), (400.0, 180.0)]),
            PlacedEdge {
                label: Some(pill),
                is_return: true,
                ..arrow(22, &[(418.0, 162.0), (418.0, 76.0), (270.0, 76.0)])
            },
        ],
        notes: Vec::new(),
    }
}
