//! The icons of kinds, media and ways to hand over: the drawings of `icons`, read once.
use std::collections::BTreeMap;
use std::sync::LazyLock;

use kaizu_model::{Handover, Medium, Point, StepKind, Transfer};
use resvg::tiny_skia::{self, PathSegment};
use resvg::usvg;

use super::{outline, pictogram};
use crate::scene::{Colour, Item, Paint, Path, Segment, Stroke, hundredth};
use crate::theme;

/// What an icon says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Icon {
    /// What is done in a step.
    Kind(StepKind),
    /// What carries the information.
    Medium(Medium),
    /// How a case travels.
    Transfer(Transfer),
}

impl Icon {
    /// The icon of a handover: how it travels or, where nobody knows, what it is on.
    pub(crate) fn of(handover: Handover) -> Self {
        match handover {
            Handover::By(transfer) => Self::Transfer(transfer),
            Handover::On(medium) => Self::Medium(medium),
        }
    }

    fn all() -> impl Iterator<Item = Self> {
        let kinds = StepKind::ALL.iter().map(|it| Self::Kind(*it));
        let media = Medium::ALL.iter().map(|it| Self::Medium(*it));
        kinds
            .chain(media)
            .chain(Transfer::ALL.iter().map(|it| Self::Transfer(*it)))
    }

    fn source(self) -> &'static str {
        match self {
            Self::Kind(kind) => pictogram::of_kind(kind),
            Self::Medium(medium) => pictogram::of_medium(medium),
            Self::Transfer(transfer) => pictogram::of_transfer(transfer),
        }
    }
}

/// `icon` with its top left corner at `corner`.
pub(crate) fn draw(icon: Icon, corner: Point, colour: Colour) -> Item {
    sized(icon, corner, theme::ICON, colour)
}

/// `icon` with sides of `side`.
pub(crate) fn sized(icon: Icon, corner: Point, side: f64, colour: Colour) -> Item {
    let strokes = DRAWINGS.get(&icon).map(Vec::as_slice).unwrap_or_default();
    let scale = side / theme::ICON;
    // What is finer than files hold would only make a scene long.
    let placed = |at: Point| {
        Point::new(
            hundredth(corner.x + at.x * scale),
            hundredth(corner.y + at.y * scale),
        )
    };
    let segments = strokes.iter().map(|segment| segment.map(placed));
    Item::from(Path {
        segments: segments.collect(),
        paint: Paint::line(Stroke::solid(colour, theme::ICON_WIDTH).round()),
    })
}

static DRAWINGS: LazyLock<BTreeMap<Icon, Vec<Segment>>> = LazyLock::new(|| {
    Icon::all()
        .map(|icon| (icon, strokes(icon.source())))
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

#[cfg(test)]
mod tests {
    use super::*;

    /// One drawing for one meaning: what goes by e-mail, telephone or system has the icon of that medium.
    const SHARED: [(Transfer, Medium); 3] = [
        (Transfer::Email, Medium::Mail),
        (Transfer::System, Medium::System),
        (Transfer::Phone, Medium::Phone),
    ];

    #[test]
    fn every_meaning_has_its_own_icon_within_sixteen_pixels() {
        let mut seen: Vec<(Icon, &Vec<Segment>)> = Vec::new();
        for icon in Icon::all() {
            let strokes = &DRAWINGS[&icon];
            assert!(!strokes.is_empty(), "{icon:?} has no drawing");
            for to in strokes.iter().filter_map(Segment::end) {
                assert!(
                    (0.5..=15.5).contains(&to.x) && (0.5..=15.5).contains(&to.y),
                    "{icon:?} leaves its square"
                );
            }
            let twin = seen.iter().find(|(_, other)| *other == strokes);
            let meant = SHARED
                .iter()
                .find(|(transfer, _)| icon == Icon::Transfer(*transfer))
                .map(|(_, medium)| Icon::Medium(*medium));
            assert_eq!(twin.map(|(icon, _)| *icon), meant, "{icon:?}");
            seen.push((icon, strokes));
        }
    }
}
