//! The icon of each kind of step: the drawings of `icons/kinds`, read once.
use std::collections::BTreeMap;
use std::sync::LazyLock;

use kaizu_model::{Point, StepKind};
use resvg::tiny_skia::{self, PathSegment};
use resvg::usvg;

use super::outline;
use crate::scene::{Item, Paint, Path, Segment, Stroke};
use crate::theme;

/// The icon for `kind` with its top left corner at `corner`.
pub(crate) fn draw(kind: StepKind, corner: Point) -> Item {
    let strokes = DRAWINGS.get(&kind).map(Vec::as_slice).unwrap_or_default();
    Item::from(Path {
        segments: strokes
            .iter()
            .map(|segment| segment.moved(corner))
            .collect(),
        paint: Paint::line(Stroke::solid(theme::SECONDARY, theme::ICON_WIDTH).round()),
    })
}

static DRAWINGS: LazyLock<BTreeMap<StepKind, Vec<Segment>>> = LazyLock::new(|| {
    StepKind::ALL
        .iter()
        .map(|kind| (*kind, strokes(source(*kind))))
        .collect()
});

/// Every line of a drawing; none where it cannot be read, which a test rules out.
fn strokes(source: &str) -> Vec<Segment> {
    let mut all = Vec::new();
    if let Ok(tree) = usvg::Tree::from_str(source, &usvg::Options::default()) {
        gather(tree.root(), &mut all);
    }
    all
}

fn gather(group: &usvg::Group, all: &mut Vec<Segment>) {
    for node in group.children() {
        if let usvg::Node::Group(inner) = node {
            gather(inner, all);
        } else if let usvg::Node::Path(path) = node {
            let mut last = Point::default();
            for segment in path.data().segments() {
                all.push(read(segment, &mut last));
            }
        }
    }
}

fn read(segment: PathSegment, last: &mut Point) -> Segment {
    let from = *last;
    let read = match segment {
        PathSegment::MoveTo(to) => Segment::Move(point(to)),
        PathSegment::LineTo(to) => Segment::Line(point(to)),
        PathSegment::QuadTo(bend, to) => {
            let (bend, to) = (point(bend), point(to));
            Segment::Curve(
                outline::between(from, bend, 2.0 / 3.0),
                outline::between(to, bend, 2.0 / 3.0),
                to,
            )
        }
        PathSegment::CubicTo(first, second, to) => {
            Segment::Curve(point(first), point(second), point(to))
        }
        PathSegment::Close => Segment::Close,
    };
    if let Some(to) = read.end() {
        *last = to;
    }
    read
}

fn point(from: tiny_skia::Point) -> Point {
    Point::new(f64::from(from.x), f64::from(from.y))
}

/// The drawing of `kind`, sixteen pixels square.
fn source(kind: StepKind) -> &'static str {
    macro_rules! drawing {
        ($name:literal) => {
            include_str!(concat!("../../../../icons/kinds/", $name, ".svg"))
        };
    }
    match kind {
        StepKind::Fill => drawing!("fill"),
        StepKind::Enter => drawing!("enter"),
        StepKind::Transcribe => drawing!("transcribe"),
        StepKind::Receive => drawing!("receive"),
        StepKind::Sort => drawing!("sort"),
        StepKind::Number => drawing!("number"),
        StepKind::Print => drawing!("print"),
        StepKind::Copy => drawing!("copy"),
        StepKind::Scan => drawing!("scan"),
        StepKind::Send => drawing!("send"),
        StepKind::Carry => drawing!("carry"),
        StepKind::HandOver => drawing!("hand_over"),
        StepKind::Reconcile => drawing!("reconcile"),
        StepKind::Check => drawing!("check"),
        StepKind::Recalculate => drawing!("recalculate"),
        StepKind::Examine => drawing!("examine"),
        StepKind::Inspect => drawing!("inspect"),
        StepKind::Seal => drawing!("seal"),
        StepKind::Draft => drawing!("draft"),
        StepKind::Approve => drawing!("approve"),
        StepKind::Consent => drawing!("consent"),
        StepKind::Circulate => drawing!("circulate"),
        StepKind::Query => drawing!("query"),
        StepKind::Inquire => drawing!("inquire"),
        StepKind::Consult => drawing!("consult"),
        StepKind::Calculate => drawing!("calculate"),
        StepKind::Aggregate => drawing!("aggregate"),
        StepKind::Compose => drawing!("compose"),
        StepKind::Register => drawing!("register"),
        StepKind::Keep => drawing!("keep"),
        StepKind::Notify => drawing!("notify"),
        StepKind::Pay => drawing!("pay"),
        StepKind::Wait => drawing!("wait"),
        StepKind::Discard => drawing!("discard"),
        StepKind::Automatic => drawing!("automatic"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_step_has_its_own_icon_within_sixteen_pixels() {
        let mut seen = Vec::new();
        for kind in StepKind::ALL {
            let strokes = &DRAWINGS[kind];
            assert!(!strokes.is_empty(), "{kind:?} has no icon");
            assert!(!seen.contains(strokes), "{kind:?} looks like another");
            for to in strokes.iter().filter_map(Segment::end) {
                assert!(
                    (0.5..=15.5).contains(&to.x) && (0.5..=15.5).contains(&to.y),
                    "{kind:?} leaves its square"
                );
            }
            seen.push(strokes.clone());
        }
    }
}
