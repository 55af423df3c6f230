//! What the parts of a chart belong to, told by line, filling and form besides colour.
use kaizu_model::{Point, Rect};

use crate::draw::outline;
use crate::scene::{self, Item, Paint, Path, Stroke};
use crate::theme;

/// What a part of a chart belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// The work as it is: unbroken, filled.
    Today,
    /// The work as it is proposed: dashed, hatched.
    Proposal,
    /// Neither: dotted, pale.
    #[default]
    Plain,
    /// What should not be: dashes and dots, crossed.
    Warning,
}

/// A name and what it belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Toned {
    /// The name.
    pub name: String,
    /// What it belongs to.
    pub tone: Tone,
}

/// Half the width of the sign at a point.
const SIGN: f64 = 4.5;

impl Tone {
    /// The line of a quantity.
    pub(crate) fn line(self) -> Stroke {
        let (colour, _) = theme::tone(self);
        match self {
            Self::Today => Stroke::solid(colour, 2.75).round(),
            Self::Proposal => Stroke::solid(colour, 3.0).dashed(&[9.0, 4.0]),
            Self::Plain => Stroke::solid(colour, 2.5).dashed(&[0.1, 5.0]).round(),
            Self::Warning => Stroke::solid(colour, 2.75).dashed(&[10.0, 3.0, 2.0, 3.0]),
        }
    }

    /// The line of a mark across the plot: ink where it belongs to nothing.
    pub(super) fn mark(self) -> Stroke {
        match self {
            Self::Plain => Stroke::solid(theme::INK, 1.5),
            Self::Today | Self::Proposal | Self::Warning => Stroke::solid(theme::tone(self).0, 1.5),
        }
    }

    /// The edge of a column or class.
    pub(super) fn edge(self) -> Stroke {
        let (colour, _) = theme::tone(self);
        match self {
            Self::Today => Stroke::solid(colour, 1.25),
            Self::Plain => Stroke::solid(colour, 1.5).dashed(&[4.0, 3.0]),
            Self::Proposal => Stroke::solid(colour, 1.75),
            Self::Warning => Stroke::solid(colour, 1.5),
        }
    }

    /// A column or a class.
    pub(crate) fn area(self, area: Rect) -> Vec<Item> {
        let (colour, tint) = theme::tone(self);
        let ground = match self {
            Self::Today => theme::TODAY_AREA,
            Self::Proposal | Self::Plain | Self::Warning => tint,
        };
        let bare = |paint: Paint| {
            Item::from(scene::Rect {
                area,
                radius: 0.0,
                paint,
            })
        };
        let mut items = vec![bare(Paint::filled(ground))];
        let lines = |gap: f64, width: f64| {
            Item::from(Path {
                segments: outline::hatched(area, gap),
                paint: Paint::line(Stroke::solid(colour, width)),
            })
        };
        match self {
            Self::Today | Self::Plain => {}
            Self::Proposal => items.push(lines(theme::CHART_HATCH, 1.5)),
            Self::Warning => items.push(lines(theme::CHART_HATCH / 2.0, 1.5)),
        }
        items.push(bare(Paint::line(self.edge())));
        items
    }

    /// The sign of a single point.
    pub(crate) fn sign(self, at: Point) -> Item {
        let square = Rect::new(at.x - SIGN, at.y - SIGN, 2.0 * SIGN, 2.0 * SIGN);
        let segments = match self {
            Self::Today => outline::circle(at, SIGN),
            Self::Proposal => outline::polygon(&[
                Point::new(square.x, square.y),
                Point::new(square.right(), square.y),
                Point::new(square.right(), square.bottom()),
                Point::new(square.x, square.bottom()),
            ]),
            Self::Plain => outline::diamond(square.grown(0.5)),
            Self::Warning => outline::polygon(&[
                Point::new(at.x, square.y - 1.0),
                Point::new(square.right() + 1.0, square.bottom()),
                Point::new(square.x - 1.0, square.bottom()),
            ]),
        };
        let (colour, _) = theme::tone(self);
        Item::from(Path {
            segments,
            paint: Paint::edged(colour, Stroke::solid(theme::PAPER, 1.25)),
        })
    }
}
