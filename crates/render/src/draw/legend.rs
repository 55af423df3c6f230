//! The legend: a word for every sign that occurs in the picture, and for no other.
use std::collections::BTreeSet;

use kaizu_model::{Document, Mark, MarkKind, NodeId, Placement, Point, Rect};

use super::lettering::Style;
use super::{arrow, connector, finding, sheet, step, voices};
use crate::scene::{self, Group, Item, Paint, Stroke};
use crate::theme::{self, Strip};

/// The words of the legend. A sign without a word is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Legend {
    /// Steps on paper.
    pub paper: String,
    /// Steps in a system.
    pub digital: String,
    /// Steps in a spreadsheet.
    pub excel: String,
    /// Steps by word of mouth.
    pub voice: String,
    /// Steps with cash or stamps.
    pub cash: String,
    /// Counters of staff.
    pub staff: String,
    /// Counters of residents.
    pub residents: String,
    /// Flags.
    pub finding: String,
    /// Sheets on arrows.
    pub handover: String,
    /// Arrows that lead back.
    pub back: String,
    /// Circles in which arrows break off on one sheet and go on from on another.
    pub connector: String,
}

/// A sign of the legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sign {
    Strip(Strip),
    Staff,
    Residents,
    Finding,
    Handover,
    Back,
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
    let entries = occurring(document, placement, marks).into_iter();
    let entries = entries.map(|sign| (sign, legend.word(sign)));
    Entries(entries.filter(|(_, word)| !word.is_empty()).collect())
}

fn occurring(document: &Document, placement: &Placement, marks: &[Mark]) -> BTreeSet<Sign> {
    let mut signs = BTreeSet::new();
    for node in &placement.nodes {
        if let NodeId::Step(id) = node.id {
            let medium = document
                .step(id)
                .ok()
                .and_then(|it| it.medium_out.or(it.medium_in));
            signs.extend(medium.map(|medium| Sign::Strip(Strip::of(medium))));
        }
    }
    for edge in &placement.edges {
        signs.extend(edge.sheet.map(|_| Sign::Handover));
        signs.extend(edge.is_return.then_some(Sign::Back));
    }
    for mark in marks {
        match mark.kind {
            MarkKind::Finding(_) => signs.extend([Sign::Finding]),
            MarkKind::Voices { staff, residents } => {
                signs.extend((staff > 0).then_some(Sign::Staff));
                signs.extend((residents > 0).then_some(Sign::Residents));
            }
            MarkKind::Difference(_) => {}
        }
    }
    signs
}

impl Legend {
    fn word(&self, sign: Sign) -> &str {
        match sign {
            Sign::Strip(Strip::Paper) => &self.paper,
            Sign::Strip(Strip::Digital) => &self.digital,
            Sign::Strip(Strip::Excel) => &self.excel,
            Sign::Strip(Strip::Voice) => &self.voice,
            Sign::Strip(Strip::Cash) => &self.cash,
            Sign::Staff => &self.staff,
            Sign::Residents => &self.residents,
            Sign::Finding => &self.finding,
            Sign::Handover => &self.handover,
            Sign::Back => &self.back,
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
        match self {
            Self::Strip(strip) => swatch(
                strip,
                Rect::new(left, room.y, theme::LEGEND_SIGN.1, theme::LEGEND_SIGN.1),
            ),
            Self::Staff => voices::square("3", counter(left, middle)),
            Self::Residents => voices::round("3", counter(left, middle)),
            Self::Finding => {
                let from = Point::new(left, middle - theme::BADGE / 2.0);
                vec![finding::shape(from, theme::BADGE * 0.7, theme::SECONDARY).into()]
            }
            Self::Handover => {
                let mut items = arrow::along(&ends(left, middle), false);
                items.extend(sheet::draw(Point::new(left + theme::SHEET.0 / 2.0, middle)));
                items
            }
            Self::Back => arrow::along(&ends(left, middle), true),
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

/// A small step with its strip.
fn swatch(strip: Strip, rect: Rect) -> Vec<Item> {
    let mut items = step::strip(strip, rect);
    items.push(Item::from(scene::Rect {
        area: rect,
        radius: theme::CORNER,
        paint: Paint::line(Stroke::solid(theme::BORDER, 1.0)),
    }));
    items
}
