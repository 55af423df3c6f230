//! Where everything of one flow sits: the plain data between layout, drawing and interchange.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    EdgeId, LaneId, Medium, NodeId, PhaseId, Point, RecordId, Rect, Share, Size, Transfer,
};

/// How heavy a face is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// Regular.
    #[default]
    Regular,
    /// Bold.
    Bold,
}

/// One finished line of text: never broken or measured again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// What stands there.
    pub text: String,
    /// The left end of the baseline.
    pub at: Point,
    /// The sum of the advances.
    pub width: f64,
    /// Size of the letters, in pixels.
    pub size: f64,
    /// How heavy they are.
    pub weight: Weight,
    /// Whether it ends with … in place of the rest of the text.
    pub is_cut: bool,
}

/// A placed flow.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Placement {
    /// The whole picture.
    pub size: Size,
    /// From top to bottom.
    pub lanes: Vec<PlacedLane>,
    /// From left to right.
    pub phases: Vec<PlacedPhase>,
    /// In the order people gave them.
    pub nodes: Vec<PlacedNode>,
    /// Oldest first.
    pub edges: Vec<PlacedEdge>,
    /// The whole of every text that was cut, in the order of their numbers.
    pub notes: Vec<PlacedNote>,
}

/// A band with its head at the left.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlacedLane {
    /// Which lane.
    pub id: LaneId,
    /// The whole band, head included.
    pub rect: Rect,
    /// The head.
    pub head: Rect,
    /// The name, in lines; then the people, where they are known.
    pub lines: Vec<Line>,
}

/// A heading along the top.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlacedPhase {
    /// Which phase.
    pub id: PhaseId,
    /// The heading.
    pub rect: Rect,
    /// The name.
    pub lines: Vec<Line>,
}

/// A step, gateway or event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlacedNode {
    /// Which one.
    pub id: NodeId,
    /// The box; for gateways and events the square around the sign.
    pub rect: Rect,
    /// The name, in lines. For gateways and events it stands outside the sign.
    pub title: Vec<Line>,
    /// The word for its kind; in a step.
    pub kind: Option<Line>,
    /// The minutes, to the right; in a step.
    pub minutes: Option<Line>,
}

/// An arrow: a line of upright and level segments.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlacedEdge {
    /// Which edge.
    pub id: EdgeId,
    /// From the border of its source to the border of its target.
    pub points: Vec<Point>,
    /// Share and condition.
    pub label: Option<PlacedPill>,
    /// How long the case waits at its end.
    pub wait: Option<PlacedPill>,
    /// What it hands over, where it does.
    pub handover: Option<Handover>,
    /// The middle of the sign that says so.
    pub sign: Option<Point>,
    /// Whether it leads back.
    pub is_return: bool,
}

/// A short text with a rounded ground, on an arrow.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlacedPill {
    /// The ground.
    pub rect: Rect,
    /// The text.
    pub lines: Vec<Line>,
    /// The bar below the text and how full it is; where the text says how long something takes.
    pub gauge: Option<PlacedGauge>,
}

/// A bar that shows how long a wait is: a quarter of it each for up to an hour, a day, a week and a month.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlacedGauge {
    /// The whole bar.
    pub rect: Rect,
    /// How much of it is full.
    pub full: Share,
}

/// What passes along an arrow from one hand to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Handover {
    /// It is known how it travels.
    By(Transfer),
    /// It is only known what it is on.
    On(Medium),
}

/// What kind of thing a handover takes from one hand to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Carrier {
    /// Something is carried: paper, a stick, cash.
    Thing,
    /// Nothing but data goes through a line.
    Data,
    /// Somebody says it.
    Voice,
}

impl Handover {
    /// What it takes.
    pub fn carrier(self) -> Carrier {
        match self {
            Self::By(Transfer::Hand | Transfer::InternalMail | Transfer::Post)
            | Self::On(Medium::Paper | Medium::Fax | Medium::Disk | Medium::Cash) => Carrier::Thing,
            Self::By(Transfer::Email | Transfer::System)
            | Self::On(Medium::Electronic | Medium::System | Medium::Excel | Medium::Mail) => {
                Carrier::Data
            }
            Self::By(Transfer::Phone) | Self::On(Medium::Phone | Medium::Voice) => Carrier::Voice,
        }
    }
}

/// The whole of a text that was cut, to stand under the picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlacedNote {
    /// Whose text it is.
    pub id: RecordId,
    /// The number behind the text that was cut.
    pub mark: Line,
    /// The number again and the whole text, in lines, seen from the upper left corner of the note.
    pub lines: Vec<Line>,
    /// From there to the next note.
    pub height: f64,
}
