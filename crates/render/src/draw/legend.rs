//! The legend: a word for every sign that occurs in the picture, and for no other.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::{
    Difference, Document, Handover, Level, Mark, MarkKind, Medium, NodeId, Placement, Point, Rect,
    Transfer,
};

use super::arrow::{self, Shaft};
use super::heat::Heat;
use super::lettering::Style;
use super::{connector, difference, finding, pill, remark, sign, strip, voices};
use crate::scene::{self, Group, Item, Paint, Stroke};
use crate::theme;

/// The words of the legend. A sign without a word is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Legend {
    /// What steps and handovers are on.
    pub media: BTreeMap<Medium, String>,
    /// How handovers travel.
    pub transfers: BTreeMap<Transfer, String>,
    /// What becomes of steps.
    pub differences: BTreeMap<Difference, String>,
    /// Counters of staff.
    pub staff: String,
    /// Counters of residents.
    pub residents: String,
    /// Grounds of steps about which so many speak.
    pub heat: BTreeMap<Heat, String>,
    /// Flags.
    pub finding: String,
    /// Turned-down corners.
    pub note: String,
    /// Arrows with which paper or another thing is carried.
    pub thing: String,
    /// Arrows along which data goes.
    pub data: String,
    /// Arrows for what is said.
    pub voice: String,
    /// Arrows that lead back.
    pub back: String,
    /// Waits.
    pub wait: String,
    /// Circles in which arrows break off on one sheet and go on from on another.
    pub connector: String,
}

/// A sign of the legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sign {
    Medium(Medium),
    Shaft(Shaft),
    Transfer(Transfer),
    Wait,
    Staff,
    Residents,
    Heat(Heat),
    Finding,
    Note,
    Difference(Difference),
    Connector,
}

/// What the legend will say.
pub(crate) struct Entries<'a>(Vec<(Sign, &'a str)>);

/// A drawn legend.
pub(crate) struct Drawn {
    /// Its items.
    pub(crate) group: Group,
    /// The height it needs below the picture.
    pub(crate) height: f64,
}

/// The entries for the signs that occur.
pub(crate) fn entries<'a>(
    legend: &'a Legend,
    document: &Document,
    placement: &Placement,
    marks: &[Mark],
) -> Entries<'a> {
    let mut entries: Vec<(Sign, &str)> = Vec::new();
    for sign in occurring(document, placement, marks) {
        let word = legend.word(sign);
        // An icon may stand on steps and on arrows: it is explained once.
        if !word.is_empty() && entries.iter().all(|(_, other)| *other != word) {
            entries.push((sign, word));
        }
    }
    Entries(entries)
}

fn occurring(document: &Document, placement: &Placement, marks: &[Mark]) -> BTreeSet<Sign> {
    let mut signs = BTreeSet::new();
    for node in &placement.nodes {
        if let NodeId::Step(id) = node.id {
            let step = document.step(id).ok();
            signs.extend(step.and_then(|it| it.note.as_ref()).map(|_| Sign::Note));
            let media = step.and_then(strip::media);
            signs.extend(
                media
                    .into_iter()
                    .flat_map(|(from, to)| [from, to].map(Sign::Medium)),
            );
        }
    }
    for edge in &placement.edges {
        let shaft = Shaft::of(edge);
        signs.extend((shaft != Shaft::Plain).then_some(Sign::Shaft(shaft)));
        let shown = edge.handover.filter(|_| edge.sign.is_some());
        signs.extend(shown.map(|handover| match handover {
            Handover::By(transfer) => Sign::Transfer(transfer),
            Handover::On(medium) => Sign::Medium(medium),
        }));
        signs.extend(edge.wait.as_ref().map(|_| Sign::Wait));
    }
    for mark in marks {
        match mark.kind {
            MarkKind::Finding(_) => signs.extend([Sign::Finding]),
            MarkKind::Voices { staff, residents } => {
                signs.extend((staff > 0).then_some(Sign::Staff));
                signs.extend((residents > 0).then_some(Sign::Residents));
            }
            MarkKind::Heat { people } => signs.extend(Heat::of(people).map(Sign::Heat)),
            MarkKind::Difference(difference) => {
                let is_drawn = difference != Difference::Same;
                signs.extend(is_drawn.then_some(Sign::Difference(difference)));
            }
        }
    }
    signs
}

impl Legend {
    fn word(&self, sign: Sign) -> &str {
        match sign {
            Sign::Medium(medium) => self.media.get(&medium).map_or("", String::as_str),
            Sign::Transfer(transfer) => self.transfers.get(&transfer).map_or("", String::as_str),
            Sign::Difference(it) => self.differences.get(&it).map_or("", String::as_str),
            Sign::Staff => &self.staff,
            Sign::Residents => &self.residents,
            Sign::Heat(heat) => self.heat.get(&heat).map_or("", String::as_str),
            Sign::Finding => &self.finding,
            Sign::Note => &self.note,
            Sign::Shaft(Shaft::Plain) => "",
            Sign::Shaft(Shaft::Thing) => &self.thing,
            Sign::Shaft(Shaft::Data) => &self.data,
            Sign::Shaft(Shaft::Voice) => &self.voice,
            Sign::Shaft(Shaft::Back) => &self.back,
            Sign::Wait => &self.wait,
            Sign::Connector => &self.connector,
        }
    }
}

impl<'a> Entries<'a> {
    /// The entries and the one for circles in which arrows break off.
    pub(crate) fn with_connectors(mut self, legend: &'a Legend) -> Self {
        if !legend.connector.is_empty() {
            self.0.push((Sign::Connector, &legend.connector));
        }
        self
    }

    /// The width of the widest entry.
    pub(crate) fn widest(&self) -> f64 {
        self.0
            .iter()
            .map(|(_, word)| Self::width(word))
            .fold(0.0, f64::max)
    }

    /// The width of all entries side by side.
    pub(crate) fn whole(&self) -> f64 {
        self.0.iter().map(|(_, word)| Self::width(word)).sum()
    }

    fn width(word: &str) -> f64 {
        theme::LEGEND_SIGN.0 + style().width(word) + theme::LEGEND_GAP
    }

    /// The entries in rows of at most `width`, from `top` down.
    pub(crate) fn draw(&self, width: f64, top: f64) -> Drawn {
        let mut group = Group::default();
        let (mut x, mut middle) = (0.0, top + theme::LEGEND_SIGN.1 / 2.0);
        for (sign, word) in &self.0 {
            let wide = Self::width(word);
            if x > 0.0 && x + wide > width {
                x = 0.0;
                middle += theme::LEGEND_SIGN.1 + theme::LEGEND_SIZE / 2.0;
            }
            let at = Rect::new(
                x,
                middle - theme::LEGEND_SIGN.1 / 2.0,
                theme::LEGEND_SIGN.0,
                theme::LEGEND_SIGN.1,
            );
            group.items.extend(sign.draw(at));
            group.push(style().starting(word, at.right(), middle));
            x += wide;
        }
        let height = if self.0.is_empty() {
            0.0
        } else {
            middle + theme::LEGEND_SIGN.1 / 2.0 - top + theme::MARGIN
        };
        Drawn { group, height }
    }
}

fn style() -> Style {
    Style::regular(theme::LEGEND_SIZE, theme::INK)
}

impl Sign {
    /// The sign itself, at the left of `room`.
    fn draw(self, room: Rect) -> Vec<Item> {
        let middle = room.centre().y;
        let left = room.x;
        let square = Rect::new(left, room.y, theme::LEGEND_SIGN.1, theme::LEGEND_SIGN.1);
        match self {
            Self::Medium(medium) => strip::alone(medium, square),
            Self::Difference(it) => {
                let step = square.grown(-1.5);
                let mut items: Vec<Item> = difference::hatch(Some(it), step).into_iter().collect();
                items.extend(difference::borders(Some(it), step));
                items
            }
            Self::Staff => voices::square("3", counter(left, middle)),
            Self::Residents => voices::round("3", counter(left, middle)),
            Self::Heat(heat) => {
                let step = scene::Rect {
                    area: square.grown(-1.5),
                    radius: theme::CORNER / 2.0,
                    paint: Paint::edged(heat.colour(), Stroke::solid(theme::BORDER, 1.0)),
                };
                vec![step.into()]
            }
            Self::Finding => {
                let from = Point::new(left, middle - theme::BADGE / 2.0);
                vec![finding::shape(Level::High, from, theme::BADGE * 0.7).into()]
            }
            Self::Note => {
                let width = theme::LEGEND_SIGN.0 - 4.0;
                let step = Rect::new(left, room.y, width, theme::LEGEND_SIGN.1).grown(-1.5);
                let mut items = difference::borders(None, step);
                items.push(remark::draw(step));
                items
            }
            Self::Shaft(shaft) => arrow::along(&ends(left, middle), shaft),
            Self::Transfer(transfer) => {
                let centre = Point::new(left + theme::HANDOVER / 2.0, middle);
                sign::draw(Handover::By(transfer), centre)
            }
            Self::Wait => {
                let width = theme::LEGEND_SIGN.0 - 4.0;
                pill::sample(Rect::new(left, room.y, width, theme::LEGEND_SIGN.1))
            }
            Self::Connector => {
                let at = Point::new(left + theme::CONNECTOR, middle);
                connector::draw("A", at, theme::CONNECTOR * 0.9)
            }
        }
    }
}

fn ends(left: f64, middle: f64) -> [Point; 2] {
    [
        Point::new(left, middle),
        Point::new(left + theme::LEGEND_SIGN.0 - 6.0, middle),
    ]
}

fn counter(left: f64, middle: f64) -> Rect {
    Rect::new(
        left,
        middle - theme::COUNTER / 2.0,
        theme::COUNTER,
        theme::COUNTER,
    )
}
