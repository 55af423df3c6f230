//! An arrow: upright and level lines with a solid head; lighter and dashed where it leads back.
use kaizu_model::{PlacedEdge, Point, Rect};

use super::outline;
use crate::scene::{Group, Item, Paint, Path, Stroke};
use crate::theme;

/// The line and its head.
pub(crate) fn draw(edge: &PlacedEdge) -> Item {
    let mut group = Group::of(edge.id);
    group.items = along(&edge.points, edge.is_return);
    group.into()
}

/// A line through `points` with a head at its end; `is_return` where it leads back.
pub(crate) fn along(points: &[Point], is_return: bool) -> Vec<Item> {
    let stroke = if is_return {
        Stroke::solid(theme::ARROW_BACK, theme::ARROW_WIDTH).dashed(&theme::DASH_BACK)
    } else {
        Stroke::solid(theme::ARROW, theme::ARROW_WIDTH)
    };
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
    let line = Path {
        segments: outline::bent(&points, theme::BEND),
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
    vec![line.into(), head.into()]
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
