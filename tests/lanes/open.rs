//! A small flow of four lanes and three phases, open as a window opens it.
use std::collections::BTreeMap;

use kaizu_model::{
    Command, LaneId, Language, NodeId, PhaseId, Placement, Point, Rect, SetAttribute, StepId,
};
use kaizu_session::{Form, Session};
use serde_json::json;

pub(crate) const NOW: i64 = 1_800_000_000_000;
pub(crate) const FLOW: &str = "@担当 住民 [住民]\n@担当 窓口 [職員]\n@担当 審査係 [職員]\n@担当 会計課 [会計]\n\
    @工程 受付 審査 支払\n\
    ## 受付\n住民: 申請する 10分\n窓口: 受け取る 5分\n\
    ## 審査\n審査係: 確かめる 20分\n  10% 不備 → 受け取る\n  90% → 決める\n審査係: 決める 3分\n\
    ## 支払\n窓口: 通知を送る 4分\n住民: 受け取りを確かめる 2分\n";

/// What is open, and where its parts stand.
pub(crate) struct Open(pub(crate) Session);

impl Open {
    pub(crate) fn new() -> Self {
        Self::read(FLOW.as_bytes(), Form::Notation)
    }

    pub(crate) fn read(bytes: &[u8], form: Form) -> Self {
        Self(Session::read(bytes, form, None, Language::Ja).unwrap())
    }

    pub(crate) fn placed(&self) -> Placement {
        let document = self.0.document();
        kaizu_layout::place(document, document.first_flow().unwrap(), &self.0.wording())
    }

    pub(crate) fn send(&mut self, command: impl Into<Command>) {
        self.0.dispatch(&command.into(), NOW).unwrap();
    }

    pub(crate) fn node(&self, name: &str) -> NodeId {
        let document = self.0.document();
        let nodes = document.nodes_of(document.first_flow().unwrap());
        nodes.iter().find(|node| node.name == name).unwrap().id
    }

    pub(crate) fn step(&self, name: &str) -> StepId {
        self.node(name).step().unwrap()
    }

    pub(crate) fn lane(&self, name: &str) -> LaneId {
        let document = self.0.document();
        let lanes = document.lanes_of(document.first_flow().unwrap());
        lanes.iter().find(|(_, lane)| lane.name == name).unwrap().0
    }

    pub(crate) fn phase(&self, name: &str) -> PhaseId {
        let document = self.0.document();
        let phases = document.phases_of(document.first_flow().unwrap());
        phases
            .iter()
            .find(|(_, phase)| phase.name == name)
            .unwrap()
            .0
    }

    pub(crate) fn rect(&self, name: &str) -> Rect {
        let id = self.node(name);
        let placed = self.placed();
        placed.nodes.iter().find(|node| node.id == id).unwrap().rect
    }

    pub(crate) fn pin(&mut self, name: &str, at: Point) {
        let pin = json!({ "x": at.x, "y": at.y });
        self.send(SetAttribute::new(self.step(name), "pin", pin));
    }

    /// The bands by name, from top to bottom, each with its height.
    pub(crate) fn bands(&self) -> Vec<(String, f64)> {
        let name = |id| self.0.document().lane(id).unwrap().name.clone();
        let lanes = self.placed().lanes;
        lanes
            .iter()
            .map(|lane| (name(lane.id), lane.rect.h))
            .collect()
    }

    /// Asserts that lanes lie below each other without a gap, and each box whole in its own.
    #[track_caller]
    pub(crate) fn is_in_order(&self) {
        let placed = self.placed();
        let document = self.0.document();
        for pair in placed.lanes.windows(2) {
            assert!((pair[0].rect.bottom() - pair[1].rect.y).abs() < 1e-6);
        }
        let bands: BTreeMap<LaneId, Rect> =
            placed.lanes.iter().map(|it| (it.id, it.rect)).collect();
        let flow = document.first_flow().unwrap();
        assert_eq!(placed.nodes.len(), document.nodes_of(flow).len());
        assert_eq!(placed.edges.len(), document.edges_of(flow).count());
        for (n, node) in placed.nodes.iter().enumerate() {
            let band = bands[&document.node(node.id).unwrap().lane];
            let is_inside = band.y <= node.rect.y && node.rect.bottom() <= band.bottom();
            assert!(is_inside, "{} left its lane", node.id);
            let others = &placed.nodes[n + 1..];
            assert!(
                others
                    .iter()
                    .all(|other| !node.rect.grown(-0.01).overlaps(other.rect))
            );
        }
        for edge in &placed.edges {
            for pair in edge.points.windows(2) {
                let is_hit = |rect: Rect| rect.grown(-0.01).is_crossed_by(pair[0], pair[1]);
                assert!(placed.nodes.iter().all(|node| !is_hit(node.rect)));
            }
        }
    }
}
