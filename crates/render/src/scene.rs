//! The picture as data: five primitives, closed. The screen and every export paint exactly these.
use kaizu_model::{Language, Line, Point, RecordId, Weight};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use crate::colour::{Colour, NotAColour};

/// A finished picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Scene {
    /// The part of the plane that is shown. Records keep the places of their placement, so it may begin below zero.
    pub frame: kaizu_model::Rect,
    /// What it shows, in words.
    pub title: String,
    /// The language of its words.
    pub language: Language,
    /// From back to front.
    pub items: Vec<Item>,
}

/// One thing to paint.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Item {
    /// Several things that belong together.
    Group(Group),
    /// A rectangle.
    Rect(Rect),
    /// A line or an area.
    Path(Path),
    /// One line of text.
    Text(Text),
    /// A raster picture.
    Image(Image),
}

/// Several things that belong together.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
#[ts(rename = "GroupItem")]
pub struct Group {
    /// The record it stands for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<RecordId>,
    /// What it is, in words, for those who point at it or have it read to them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The one colour by which a screen shows it from so far away that nothing in it can be told apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub swatch: Option<Colour>,
    /// From back to front.
    pub items: Vec<Item>,
}

/// A rectangle.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(rename = "RectItem")]
pub struct Rect {
    /// Where.
    pub area: kaizu_model::Rect,
    /// The radius of its corners.
    pub radius: f64,
    /// Its colours.
    pub paint: Paint,
}

/// A line or an area.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(rename = "PathItem")]
pub struct Path {
    /// From the first point to the last.
    pub segments: Vec<Segment>,
    /// Its colours.
    pub paint: Paint,
}

/// A piece of a path.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Segment {
    /// Lifts the pen.
    Move(Point),
    /// Straight.
    Line(Point),
    /// Bent towards two points.
    Curve(Point, Point, Point),
    /// Straight, to where the pen was set down.
    Close,
}

/// One line of text, set without kerning; never broken or measured again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(rename = "TextItem")]
pub struct Text {
    /// What stands there.
    pub content: String,
    /// The left end of the baseline.
    pub at: Point,
    /// Size of the letters.
    pub size: f64,
    /// How heavy they are.
    pub weight: Weight,
    /// Their colour.
    pub colour: Colour,
}

/// A raster picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(rename = "ImageItem")]
pub struct Image {
    /// Where.
    pub area: kaizu_model::Rect,
    /// The picture itself, as a `data:` address.
    pub source: String,
}

/// The colours of a shape.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct Paint {
    /// Inside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fill: Option<Colour>,
    /// Along the edge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stroke: Option<Stroke>,
}

/// A drawn line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Stroke {
    /// Its colour.
    pub colour: Colour,
    /// Its width.
    pub width: f64,
    /// Lengths of dashes and gaps; unbroken where empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dash: Vec<f64>,
    /// Whether ends and joints are round.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_round: bool,
}

impl Paint {
    /// Filled, without an edge.
    pub fn filled(colour: Colour) -> Self {
        Self {
            fill: Some(colour),
            stroke: None,
        }
    }

    /// A line only.
    pub fn line(stroke: Stroke) -> Self {
        Self {
            fill: None,
            stroke: Some(stroke),
        }
    }

    /// Filled, with an edge.
    pub fn edged(fill: Colour, stroke: Stroke) -> Self {
        Self {
            fill: Some(fill),
            stroke: Some(stroke),
        }
    }
}

impl Stroke {
    /// An unbroken line.
    pub fn solid(colour: Colour, width: f64) -> Self {
        Self {
            colour,
            width,
            dash: Vec::new(),
            is_round: false,
        }
    }

    /// The same line, broken.
    #[must_use]
    pub fn dashed(mut self, dash: &[f64]) -> Self {
        self.dash = dash.to_vec();
        self
    }

    /// The same line with round ends and joints.
    #[must_use]
    pub fn round(mut self) -> Self {
        self.is_round = true;
        self
    }
}

impl Group {
    /// The group that stands for `id`.
    pub fn of(id: impl Into<RecordId>) -> Self {
        Self {
            id: Some(id.into()),
            ..Self::default()
        }
    }

    /// Lays `item` in front.
    pub fn push(&mut self, item: impl Into<Item>) {
        self.items.push(item.into());
    }
}

impl Segment {
    /// Where the pen is after it; closing leads back to where it was set down.
    pub fn end(&self) -> Option<Point> {
        match self {
            Self::Move(to) | Self::Line(to) | Self::Curve(_, _, to) => Some(*to),
            Self::Close => None,
        }
    }

    /// The same piece with every point where `place` has it.
    #[must_use]
    pub fn map(self, place: impl Fn(Point) -> Point) -> Self {
        match self {
            Self::Move(to) => Self::Move(place(to)),
            Self::Line(to) => Self::Line(place(to)),
            Self::Curve(first, second, to) => Self::Curve(place(first), place(second), place(to)),
            Self::Close => Self::Close,
        }
    }
}

impl Text {
    /// A finished line in `colour`.
    pub fn from_line(line: &Line, colour: Colour) -> Self {
        Self {
            content: line.text.clone(),
            at: line.at,
            size: line.size,
            weight: line.weight,
            colour,
        }
    }
}

macro_rules! items {
    ($($name:ident),*) => {$(
        impl From<$name> for Item {
            fn from(item: $name) -> Self {
                Self::$name(item)
            }
        }
    )*};
}

items!(Group, Rect, Path, Text, Image);

/// To a hundredth of a pixel: finer is never seen and makes files large and unstable.
pub fn hundredth(number: f64) -> f64 {
    if number.is_finite() {
        (number * 100.0).round() / 100.0 + 0.0
    } else {
        0.0
    }
}
