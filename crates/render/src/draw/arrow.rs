//! An arrow: upright and level lines with a solid head. What it hands over is said by its line, as well as by its sign.
use kaizu_model::{Carrier, Handover, PlacedEdge, Point, Rect};

use super::outline;
use crate::scene::{Group, Item, Paint, Path, Stroke};
use crate::theme;

/// How the line of an arrow is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Shaft {
    /// The work goes on.
    Plain,
    /// A thing is handed over: heavy.
    Thing,
    /// Data is handed over: double.
    Data,
    /// Somebody says it: dotted.
    Voice,
    /// It leads back: dashed and lighter.
    Back,
}

impl Shaft {
    /// The line of `edge`.
    pub(crate) fn of(edge: &PlacedEdge) -> Self {
        if edge.is_return {
            return Self::Back;
        }
        match edge.handover.map(Handover::carrier) {
            None => Self::Plain,
            Some(Carrier::Thing) => Self::Thing,
            Some(Carrier::Data) => Self::Data,
            Some(Carrier::Voice) => Self::Voice,
        }
    }

    fn stroke(self) -> Stroke {
        match self {
            Self::Plain => Stroke::solid(theme::ARROW, theme::ARROW_WIDTH),
            Self::Thing => Stroke::solid(theme::ARROW, theme::THING_WIDTH),
            Self::Data => Stroke::solid(theme::ARROW, theme::DATA_WIDTH.0),
            Self::Voice => Stroke::solid(theme::ARROW, theme::VOICE_WIDTH)
                .dashed(&theme::DOTS_VOICE)
                .round(),
            Self::Back => {
                Stroke::solid(theme::ARROW_BACK, theme::ARROW_WIDTH).dashed(&theme::DASH_BACK)
            }
        }
    }
}

/// The line and its head.
pub(crate) fn draw(edge: &PlacedEdge) -> Item {
    let mut group = Group::of(edge.id);
    group.items = along(&edge.points, Shaft::of(edge));
    group.into()
}

/// A line through `points` with a head at its end.
pub(crate) fn along(points: &[Point], shaft: Shaft) -> Vec<Item> {
    let stroke = shaft.stroke();
    let colour = stroke.colour;
    let mut points = points.to_vec();
    points.dedup_by(|next, last| outline::distance(*next, *last) < 0.01);
    let [.., before, tip] = points.as_slice() else {
        return Vec::new();
    };
    let (before, tip) = (*before, *tip);
    let length = outline::distance(before, tip);
    let (head, half) = (theme::ARROW_HEAD.0.min(length), theme::ARROW_HEAD.1);
    let neck = outline::between(tip, before, head / length);
    // Half the head wide, at a right angle to the line.
    let aside = Point::new(
        (tip.y - before.y) / length * half,
        (before.x - tip.x) / length * half,
    );
    if let Some(last) = points.last_mut() {
        // The line ends inside the head, so that no seam shows.
        *last = outline::between(tip, before, head * 0.8 / length);
    }
    let segments = outline::bent(&points, theme::BEND);
    // Two thin lines are a wide one with its middle in the colour of the paper.
    let core = (shaft == Shaft::Data).then(|| Path {
        segments: segments.clone(),
        paint: Paint::line(Stroke::solid(theme::PAPER, theme::DATA_WIDTH.1)),
    });
    let line = Path {
        segments,
        paint: Paint::line(stroke),
    };
    let head = Path {
        segments: outline::polygon(&[
            tip,
            Point::new(neck.x + aside.x, neck.y + aside.y),
            Point::new(neck.x - aside.x, neck.y - aside.y),
        ]),
        paint: Paint::filled(colour),
    };
    let lines = [Some(line), core].into_iter().flatten();
    lines.chain([head]).map(Item::from).collect()
}

/// Where a mark on the arrow lies: its label or, without one, half way along it.
pub(crate) fn middle(edge: &PlacedEdge) -> Option<Rect> {
    if let Some(pill) = edge.label.as_ref().or(edge.wait.as_ref()) {
        return Some(pill.rect);
    }
    let lengths = edge
        .points
        .windows(2)
        .map(|pair| outline::distance(pair[0], pair[1]));
    let mut rest = lengths.sum::<f64>() / 2.0;
    for pair in edge.points.windows(2) {
        let length = outline::distance(pair[0], pair[1]);
        if length > 0.0 && rest <= length {
            let at = outline::between(pair[0], pair[1], rest / length);
            return Some(Rect::new(at.x, at.y, 0.0, 0.0));
        }
        rest -= length;
    }
    edge.points
        .first()
        .map(|at| Rect::new(at.x, at.y, 0.0, 0.0))
}
