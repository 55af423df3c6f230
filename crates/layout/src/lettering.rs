//! The lines of text in or beside a sign.
use std::sync::Arc;

use kaizu_model::{Line, Minutes, NodeId, PlacedNode, Point, Rect, StepKind, Weight, Wording};

use crate::flow::{Chart, Stop};
use crate::sign::{self, BOTTOM, STEP, Sign, TITLE};
use crate::text::{Broken, Style};

/// The side of a gateway's square.
const GATEWAY: f64 = 38.0;
/// The side of an event's square.
const EVENT: f64 = 36.0;
/// The most lines of a title; what is longer is cut.
const LINES: usize = 5;
/// The widest title outside a sign.
const TITLE_WIDTH: f64 = 112.0;
/// From the left edge of a step to its text: the strip with the icons of its media, and air.
const LEFT: f64 = 26.0;
/// From the text to the right edge of a step.
const RIGHT: f64 = 8.0;
/// From the left edge of a step to the word for its kind, behind the icon.
const WORD: f64 = 43.0;
/// Between the word for the kind and the minutes.
const GAP: f64 = 8.0;
/// The narrowest word for a kind that says something.
const LEAST: f64 = 24.0;
/// The upper part of a step, with kind and minutes.
const TOP: f64 = 22.0;
/// The baseline of kind and minutes.
const TOP_BASELINE: f64 = 18.0;

const NAME: Style = Style::new(12.0, Weight::Bold);
const SMALL: Style = Style::new(12.0, Weight::Regular);

/// The texts of a node, in lines.
pub(crate) struct Lettering {
    title: Arc<Broken>,
    kind: Option<Arc<Broken>>,
    minutes: Option<Arc<Broken>>,
}

/// The texts of all stops.
pub(crate) fn letterings(chart: &Chart, wording: &Wording) -> Vec<Lettering> {
    let lettering = |stop: &Stop| match stop.node.id {
        NodeId::Step(_) => {
            let kind = stop.step.and_then(|step| step.kind);
            let minutes = stop.step.and_then(|step| step.minutes);
            Lettering::of_step(stop.node.name, kind, minutes, wording)
        }
        NodeId::Gateway(_) | NodeId::Event(_) => Lettering {
            title: TITLE.broken(stop.node.name, TITLE_WIDTH, LINES),
            kind: None,
            minutes: None,
        },
    };
    chart.stops.iter().map(lettering).collect()
}

impl Lettering {
    fn of_step(
        name: &str,
        kind: Option<StepKind>,
        minutes: Option<Minutes>,
        wording: &Wording,
    ) -> Self {
        let room = STEP.0 - WORD - RIGHT;
        // The icon says the kind as well: rather its word is cut, or left out, than the minutes.
        let minutes = minutes.map(|minutes| SMALL.cut(&wording.time(minutes), room));
        let left = room - minutes.as_ref().map_or(0.0, |time| time.widest());
        let kind = kind.filter(|_| left >= LEAST);
        let kind = kind.map(|kind| SMALL.cut(kind.word(wording.language), (left - GAP).max(LEAST)));
        Self {
            title: NAME.broken(name, STEP.0 - LEFT - RIGHT, LINES),
            kind,
            minutes,
        }
    }

    /// The sign of the node with these texts.
    pub(crate) fn sign(&self, id: NodeId) -> Sign {
        match id {
            NodeId::Step(_) => sign::step(self.top(), NAME.height(self.title.len())),
            NodeId::Gateway(_) => sign::outside(GATEWAY, &self.title),
            NodeId::Event(_) => sign::outside(EVENT, &self.title),
        }
    }

    /// The node with its `sign` at `rect`.
    pub(crate) fn placed(&self, id: NodeId, sign: &Sign, rect: Rect) -> PlacedNode {
        let top = Point::new(rect.x, rect.y + TOP_BASELINE);
        let right = rect.right() - RIGHT;
        PlacedNode {
            id,
            rect,
            title: self.title_lines(sign, rect),
            kind: self
                .kind
                .as_ref()
                .and_then(|text| SMALL.first(text, Point::new(top.x + WORD, top.y))),
            minutes: self
                .minutes
                .as_ref()
                .and_then(|text| SMALL.first(text, Point::new(right - text.widest(), top.y))),
        }
    }

    fn title_lines(&self, sign: &Sign, rect: Rect) -> Vec<Line> {
        if let Some(ground) = sign.title_ground(rect) {
            return TITLE.centred(&self.title, ground.centre().x, ground.y);
        }
        let top = self.top();
        let spare = rect.h - top - BOTTOM - NAME.height(self.title.len());
        NAME.ranged(&self.title, rect.x + LEFT, rect.y + top + spare / 2.0)
    }

    fn top(&self) -> f64 {
        if self.kind.is_some() || self.minutes.is_some() {
            TOP
        } else {
            BOTTOM
        }
    }
}
