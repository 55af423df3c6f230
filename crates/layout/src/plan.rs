//! What the picture of a flow depends on beside its course, and nothing else: the room of its texts, and what people put
//! somewhere.
use kaizu_model::{EdgeId, NodeId, Point, Wording};

use crate::flow::{Chart, Way};
use crate::lane::{self, Heading, Heads};
use crate::lettering::Lettering;
use crate::pill::{self, Load};
use crate::sign::Sign;

/// An arrow, as far as the picture depends on it.
#[derive(Debug, PartialEq)]
pub(crate) struct Arrow {
    /// Which edge.
    pub id: EdgeId,
    /// As somebody drew it between two boxes that stand where they were put; none for any other.
    pub bends: Vec<Point>,
}

/// What the picture depends on beside the course.
#[derive(Debug, PartialEq)]
pub(crate) struct Plan {
    /// The heads of the lanes.
    pub heads: Heads,
    /// The headings of the phases.
    pub headings: Vec<Heading>,
    /// Which nodes there are.
    pub ids: Vec<NodeId>,
    /// Where a person put each.
    pub pins: Vec<Option<Point>>,
    /// What stands for each.
    pub signs: Vec<Sign>,
    /// The arrows.
    pub arrows: Vec<Arrow>,
    /// What each carries.
    pub loads: Vec<Load>,
}

impl Plan {
    /// The plan of a flow whose nodes have these texts.
    pub(crate) fn of(chart: &Chart, letterings: &[Lettering], wording: &Wording) -> Self {
        let is_pinned = |stop: usize| chart.stops[stop].pin.is_some();
        let arrow = |way: &Way| Arrow {
            id: way.id,
            bends: if is_pinned(way.from) && is_pinned(way.to) {
                way.edge.bends.clone()
            } else {
                Vec::new()
            },
        };
        let signs = chart.stops.iter().zip(letterings);
        Self {
            heads: lane::heads(chart, wording),
            headings: lane::headings(chart),
            ids: chart.stops.iter().map(|stop| stop.node.id).collect(),
            pins: chart.stops.iter().map(|stop| stop.pin).collect(),
            signs: signs.map(|(stop, it)| it.sign(stop.node.id)).collect(),
            arrows: chart.ways.iter().map(arrow).collect(),
            loads: pill::loads(chart, wording),
        }
    }
}
