//! The layout of a flow as positions.
use kaizu_model::{FlowId, Placement, Rect};
use serde::Serialize;

use super::Request;
use super::finding::Teller;
use crate::page::Page;
use crate::{Problem, Session};

/// Asks where everything sits.
#[derive(Clone, Copy, Debug)]
pub struct Place;

/// A box by its top left corner.
#[derive(Clone, Debug, Serialize)]
pub struct Placed {
    /// Which lane or node.
    pub id: String,
    /// Left edge, in pixels.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

/// An arrow by its corners.
#[derive(Clone, Debug, Serialize)]
pub struct Routed {
    /// Which edge.
    pub id: String,
    /// Where it begins.
    pub source: String,
    /// Where it leads.
    pub target: String,
    /// Its corners, ends included.
    pub points: Vec<[f64; 2]>,
}

/// Where everything sits.
#[derive(Clone, Debug, Serialize)]
pub struct Positions {
    /// Left to right.
    pub flow: &'static str,
    /// The bands.
    pub lanes: Vec<Placed>,
    /// Steps and gateways.
    pub nodes: Vec<Placed>,
    /// Arrows.
    pub edges: Vec<Routed>,
}

impl Request for Place {
    type Answer = Positions;

    fn answer(&self, session: &Session, flow: FlowId) -> Result<Positions, Problem> {
        let document = session.document();
        document
            .flow(flow)
            .map_err(|refusal| session.refused(&refusal))?;
        let placement: Placement = kaizu_layout::place(document, flow, &session.wording());
        let teller = Teller::new(session.words(), document, flow);
        let placed = |id: String, rect: Rect| Placed {
            id,
            x: rect.x,
            y: rect.y,
            w: rect.w,
            h: rect.h,
        };
        let route = |edge: &kaizu_model::PlacedEdge| {
            let record = document.edge(edge.id).ok()?;
            Some(Routed {
                id: kaizu_model::RecordId::from(edge.id).to_string(),
                source: teller.key(record.from),
                target: teller.key(record.to),
                points: edge.points.iter().map(|point| [point.x, point.y]).collect(),
            })
        };
        Ok(Positions {
            flow: "LR",
            lanes: placement
                .lanes
                .iter()
                .map(|lane| placed(teller.key(lane.id), lane.rect))
                .collect(),
            nodes: placement
                .nodes
                .iter()
                .map(|node| placed(teller.key(node.id), node.rect))
                .collect(),
            edges: placement.edges.iter().filter_map(route).collect(),
        })
    }
}

impl Positions {
    /// As lines for people: each box with its corner and size.
    pub fn text(&self) -> String {
        let rows = self.lanes.iter().chain(&self.nodes);
        let mut page = Page::default();
        page.lines(rows.map(|it| format!("{}\t{}\t{}\t{}\t{}", it.id, it.x, it.y, it.w, it.h)));
        page.text()
    }
}
