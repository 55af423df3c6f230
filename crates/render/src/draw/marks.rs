//! The marks over a record: flag and badge along the upper left, counters below.
use std::collections::BTreeMap;

use kaizu_model::{
    Difference, FlowId, Language, Level, Mark, MarkKind, NodeId, Placement, Point, RecordId, Rect,
};

use super::heat::{self, Ground};
use super::{arrow, difference, finding, voices};
use crate::scene::{Group, Item};
use crate::theme;

/// What is marked at one record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Over {
    /// The gravest finding there.
    finding: Option<Level>,
    /// What becomes of it, where it does not stay as it is.
    difference: Option<Difference>,
    /// Voices of staff and of residents together.
    voices: (u32, u32),
    /// How many people speak about it, where the ground tells.
    heat: Option<u32>,
}

impl Over {
    fn of(kinds: &[MarkKind]) -> Self {
        let mut over = Self::default();
        for kind in kinds {
            match *kind {
                MarkKind::Finding(level) => {
                    over.finding = Some(over.finding.map_or(level, |had| had.min(level)));
                }
                MarkKind::Difference(it) => over.difference = over.difference.or(Some(it)),
                MarkKind::Voices { staff, residents } => {
                    over.voices.0 = over.voices.0.saturating_add(staff);
                    over.voices.1 = over.voices.1.saturating_add(residents);
                }
                MarkKind::Heat { people } => {
                    over.heat = Some(over.heat.unwrap_or_default().saturating_add(people));
                }
            }
        }
        over.difference = over.difference.filter(|it| *it != Difference::Same);
        over
    }

    /// Whether nothing lies over it.
    fn is_bare(&self) -> bool {
        let people = self.heat.unwrap_or_default();
        self.finding.is_none() && self.difference.is_none() && self.voices == (0, 0) && people == 0
    }

    /// The marks over `record`.
    pub(super) fn draw(&self, record: RecordId, spot: Spot, language: Language) -> Item {
        let flag = self.finding.map_or(0.0, |it| finding::width(it, language));
        let badge = self
            .difference
            .map_or(0.0, |it| difference::width(it, language));
        let at = spot.upper_left(flag + badge);
        let mut group = Group::of(record);
        if let Some(level) = self.finding {
            group.items.extend(finding::draw(level, language, at));
        }
        if let Some(difference) = self.difference {
            let at = Point::new(at.x + flag, at.y);
            group
                .items
                .extend(difference::badge(difference, language, at));
        }
        let voices = voices::Voices::of(self.voices);
        group.items.extend(voices.draw(spot.counters()));
        if let (Some(people @ 1..), Some(at)) = (self.heat, spot.upper_right()) {
            group.items.extend(heat::badge(people, language, at));
        }
        group.into()
    }
}

/// A place for marks.
#[derive(Clone, Copy, Debug)]
pub(super) enum Spot {
    /// A box: marks sit on its corners.
    Box(Rect),
    /// A diamond or circle: marks sit before it, above and below the arrow that comes in.
    Sign(Rect),
}

impl Spot {
    /// What is marked.
    pub(super) fn area(self) -> Rect {
        match self {
            Self::Box(area) | Self::Sign(area) => area,
        }
    }

    /// Whether marks sit there as on `other`.
    pub(super) fn is_kind_of(self, other: Self) -> bool {
        matches!(
            (self, other),
            (Self::Box(_), Self::Box(_)) | (Self::Sign(_), Self::Sign(_))
        )
    }

    /// The upper left corner for a row of marks of this `width`.
    fn upper_left(self, width: f64) -> Point {
        match self {
            Self::Box(rect) => Point::new(
                rect.x - theme::OVERHANG,
                rect.y - theme::BADGE + theme::OVERHANG,
            ),
            Self::Sign(rect) => Point::new(
                rect.centre().x - theme::OVERHANG - width,
                rect.centre().y - theme::BADGE - theme::OVERHANG,
            ),
        }
    }

    /// The upper right corner of the number on a warm ground. Beside a sign there is room for the counters alone.
    fn upper_right(self) -> Option<Point> {
        match self {
            Self::Box(rect) => Some(Point::new(
                rect.right() + theme::OVERHANG,
                rect.y - theme::BADGE + theme::OVERHANG,
            )),
            Self::Sign(_) => None,
        }
    }

    /// The upper right corner for a row of counters.
    fn counters(self) -> Point {
        match self {
            Self::Box(rect) => Point::new(
                rect.right() + theme::OVERHANG,
                rect.bottom() - theme::COUNTER * 0.4,
            ),
            Self::Sign(rect) => Point::new(rect.x, rect.centre().y + theme::OVERHANG),
        }
    }
}

/// The marks of a picture, by record.
pub(super) struct Marked(BTreeMap<RecordId, Over>);

impl Marked {
    pub(super) fn of(marks: &[Mark]) -> Self {
        let mut kinds: BTreeMap<RecordId, Vec<MarkKind>> = BTreeMap::new();
        for mark in marks {
            kinds.entry(mark.at).or_default().push(mark.kind);
        }
        let over = kinds.into_iter().map(|(id, kinds)| (id, Over::of(&kinds)));
        Self(over.collect())
    }

    /// What becomes of `record`.
    pub(super) fn difference(&self, record: RecordId) -> Option<Difference> {
        self.0.get(&record).and_then(|over| over.difference)
    }

    /// What `record` stands on.
    pub(super) fn ground(&self, record: RecordId) -> Ground {
        Ground::of(self.0.get(&record).and_then(|over| over.heat))
    }

    /// Everything that is marked, with its place, from back to front.
    pub(super) fn spots(&self, flow: FlowId, placement: &Placement) -> Vec<(RecordId, Over, Spot)> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let mut spots = Vec::new();
        let mut put = |id: RecordId, spot: &dyn Fn() -> Option<Spot>| {
            let over = self.0.get(&id).copied().filter(|over| !over.is_bare());
            spots.extend(over.and_then(|over| Some((id, over, spot()?))));
        };
        let whole = Rect::new(0.0, 0.0, placement.size.w, placement.size.h);
        put(flow.into(), &|| Some(Spot::Box(whole)));
        for it in &placement.lanes {
            put(it.id.into(), &|| Some(Spot::Box(it.head)));
        }
        for it in &placement.phases {
            put(it.id.into(), &|| Some(Spot::Box(it.rect)));
        }
        for it in &placement.edges {
            put(it.id.into(), &|| arrow::middle(it).map(Spot::Box));
        }
        for it in &placement.nodes {
            put(it.id.into(), &|| {
                Some(match it.id {
                    NodeId::Step(_) => Spot::Box(it.rect),
                    NodeId::Gateway(_) | NodeId::Event(_) => Spot::Sign(it.rect),
                })
            });
        }
        spots
    }
}
