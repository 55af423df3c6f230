//! Colours, strokes and spacing: the only literals of taste. Colours are tokens of the Digital Agency.
use kaizu_model::{Difference, Level, Medium};

use crate::charts::Tone;
use crate::scene::{Colour, Stroke};

/// Behind the picture.
pub(crate) const PAPER: Colour = Colour(0x00ff_ffff);
/// Every other lane.
pub(crate) const BAND: Colour = Colour(0x00fa_fbfd);
/// The head of a lane.
pub(crate) const HEAD: Colour = Colour(0x00ee_f1f7);
/// The head of the residents' lane.
pub(crate) const HEAD_RESIDENT: Colour = Colour(0x00fd_eefd);
/// The band of phases.
pub(crate) const PHASE: Colour = Colour(0x00e9_ecf4);
/// Hairlines between things.
pub(crate) const LINE: Colour = Colour(0x00d8_d8db);
/// Letters that matter.
pub(crate) const INK: Colour = Colour(0x001a_1a1c);
/// Letters that explain.
pub(crate) const SECONDARY: Colour = Colour(0x0062_6264);
/// The border of a step.
pub(crate) const BORDER: Colour = Colour(0x0094_9497);
/// Arrows.
pub(crate) const ARROW: Colour = Colour(0x003b_3b3e);
/// Arrows that lead back.
pub(crate) const ARROW_BACK: Colour = Colour(0x0076_7679);
/// Voices of staff: cyan-900.
pub(crate) const STAFF: Colour = Colour(0x0000_6f83);
/// Voices of residents: magenta-900.
pub(crate) const RESIDENT: Colour = Colour(0x008b_008b);
/// The ground of a step about which one person speaks; several; many.
pub(crate) const HEAT_ONE: Colour = Colour(0x00ff_e0c7);
/// See [`HEAT_ONE`].
pub(crate) const HEAT_SEVERAL: Colour = Colour(0x00ff_b27a);
/// See [`HEAT_ONE`].
pub(crate) const HEAT_MANY: Colour = Colour(0x00f2_803a);
/// What is only an example: yellow-1000 on yellow-50.
pub(crate) const EXAMPLE: Colour = Colour(0x0080_6300);
/// Behind the word that says so.
pub(crate) const EXAMPLE_GROUND: Colour = Colour(0x00fb_f5e0);

/// Corners of a step.
pub(crate) const CORNER: f64 = 7.0;
/// Corners of arrows.
pub(crate) const BEND: f64 = 4.0;
/// The strip that says the medium: room for an icon.
pub(crate) const STRIP: f64 = 20.0;
/// An icon's side.
pub(crate) const ICON: f64 = 16.0;
/// Thickness of an icon's lines.
pub(crate) const ICON_WIDTH: f64 = 1.25;
/// From an icon to the word for it, and from the word's baseline up to the icon's top.
pub(crate) const ICON_GAP: (f64, f64) = (4.0, 13.0);
/// Thickness of arrows.
pub(crate) const ARROW_WIDTH: f64 = 1.25;
/// Thickness of arrows with which a thing is carried.
pub(crate) const THING_WIDTH: f64 = 2.25;
/// Thickness of arrows along which data goes, and of the gap between their two lines.
pub(crate) const DATA_WIDTH: (f64, f64) = (4.25, 2.0);
/// Thickness of arrows for what is said.
pub(crate) const VOICE_WIDTH: f64 = 2.0;
/// Dots and gaps of them.
pub(crate) const DOTS_VOICE: [f64; 2] = [0.1, 4.0];
/// Dashes and gaps of arrows that lead back: colour alone says nothing.
pub(crate) const DASH_BACK: [f64; 2] = [4.0, 3.0];
/// Length and half width of an arrow's head.
pub(crate) const ARROW_HEAD: (f64, f64) = (9.0, 4.0);
/// Side of a voice counter.
pub(crate) const COUNTER: f64 = 18.0;
/// Height of flags and badges.
pub(crate) const BADGE: f64 = 16.0;
/// White space around the picture.
pub(crate) const MARGIN: f64 = 24.0;

/// How far marks reach beyond the corner they sit on.
pub(crate) const OVERHANG: f64 = 4.0;
/// Distance between the marks of a strip's pattern.
pub(crate) const TEXTURE: f64 = 6.0;
/// Thickness of signs in gateways and events, and of their edge.
pub(crate) const SIGN_WIDTH: f64 = 1.5;
/// Thickness of the edge of an end.
pub(crate) const END_WIDTH: f64 = 3.0;
/// From the edge of a gateway or event to a second one within.
pub(crate) const SECOND_EDGE: f64 = 3.0;
/// The largest corner of a pill.
pub(crate) const PILL_CORNER: f64 = 9.0;
/// Side of the sign of a handover on its arrow.
pub(crate) const HANDOVER: f64 = 18.0;
/// Side of the icon in it.
pub(crate) const HANDOVER_ICON: f64 = 13.0;
/// Side of the clock before a wait.
pub(crate) const CLOCK: f64 = 12.0;
/// Thickness of the edge around the shortest wait, and what a month adds.
pub(crate) const WAIT_WIDTH: (f64, f64) = (0.75, 1.5);
/// Distance between the lines over what goes.
pub(crate) const HATCH: f64 = 9.0;

/// Letters of the title.
pub(crate) const TITLE_SIZE: f64 = 20.0;
/// Letters of the figures.
pub(crate) const SUB_SIZE: f64 = 14.0;
/// Letters of the labels in the title block.
pub(crate) const BLOCK_LABEL: f64 = 12.0;
/// Height of a row of the title block.
pub(crate) const BLOCK_HEIGHT: f64 = 44.0;
/// From the border of a cell of the title block to its letters.
pub(crate) const BLOCK_PADDING: f64 = 10.0;
/// How far the corner of a step with a note is turned down.
pub(crate) const REMARK: f64 = 11.0;
/// Letters in flags, badges and counters.
pub(crate) const BADGE_SIZE: f64 = 12.0;
/// Letters of the legend.
pub(crate) const LEGEND_SIZE: f64 = 12.0;

/// Room for a sign of the legend: to its word, and its height.
pub(crate) const LEGEND_SIGN: (f64, f64) = (32.0, 20.0);
/// White space after a word of the legend.
pub(crate) const LEGEND_GAP: f64 = 24.0;

/// Half the width of the circle in which an arrow breaks off.
pub(crate) const CONNECTOR: f64 = 10.0;
/// Letters in that circle.
pub(crate) const CONNECTOR_SIZE: f64 = 13.0;
/// Around it.
pub(crate) const CONNECTOR_WIDTH: f64 = 1.5;
/// The frame of a sheet, in points.
pub(crate) const SHEET_FRAME: f64 = 1.0;

/// White space around a chart.
pub(crate) const CHART_MARGIN: f64 = 12.0;
/// Letters along the axes of a chart, those of its legend and marks, and those of the numbers that matter.
pub(crate) const CHART_SIZES: (f64, f64, f64) = (13.0, 14.0, 15.0);
/// The smallest of all.
pub(crate) const CHART_LEAST: f64 = 12.0;
/// Height of a row of words around a chart.
pub(crate) const CHART_ROW: f64 = 22.0;
/// From a sign of its legend to the word, and from its lines to theirs.
pub(crate) const CHART_GAP: f64 = 8.0;
/// Distance between the lines that fill what is proposed or plain in a chart.
pub(crate) const CHART_HATCH: f64 = 8.0;
/// Columns and classes of today: lighter than its lines, so that marks are seen before them.
pub(crate) const TODAY_AREA: Colour = Colour(0x0075_8fba);
/// Where ranges in a chart lie over one another.
pub(crate) const SHARED_TINT: Colour = Colour(0x00c6_dcdf);

/// The families a viewer should use, best first.
pub(crate) const FAMILIES: &str = "BIZ UDPGothic, Noto Sans JP, sans-serif";

/// A hairline.
pub(crate) fn hairline() -> Stroke {
    Stroke::solid(LINE, 1.0)
}

/// The edge of a gateway or an event.
pub(crate) fn sign_edge(change: Option<Difference>) -> Stroke {
    match change {
        None | Some(Difference::Same) => Stroke::solid(ARROW, SIGN_WIDTH),
        Some(Difference::Eliminated) => {
            Stroke::solid(difference(Difference::Eliminated), 1.5).dashed(&[5.0, 3.0])
        }
        Some(Difference::Reduced) => Stroke::solid(difference(Difference::Reduced), 2.0)
            .dashed(&[0.1, 4.0])
            .round(),
        Some(Difference::Changed) => Stroke::solid(difference(Difference::Changed), 2.0),
        Some(Difference::New) => Stroke::solid(difference(Difference::New), 2.75),
    }
}

/// The inner edge of a gateway or an event that changes: double, as that of a step.
pub(crate) fn second_edge(change: Option<Difference>) -> Option<Stroke> {
    (change == Some(Difference::Changed))
        .then(|| Stroke::solid(difference(Difference::Changed), 1.0))
}

/// What the strip of a step says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Strip {
    /// On paper.
    Paper,
    /// Held by a system.
    Digital,
    /// In a spreadsheet.
    Excel,
    /// Said.
    Voice,
    /// Coins and stamps.
    Cash,
}

impl Strip {
    /// The strip for `medium`.
    pub(crate) fn of(medium: Medium) -> Self {
        match medium {
            Medium::Paper | Medium::Fax => Self::Paper,
            Medium::Electronic | Medium::System | Medium::Mail | Medium::Disk => Self::Digital,
            Medium::Excel => Self::Excel,
            Medium::Phone | Medium::Voice => Self::Voice,
            Medium::Cash => Self::Cash,
        }
    }

    /// Its ground and the colour of the pattern on it.
    pub(crate) fn colours(self) -> (Colour, Colour) {
        match self {
            Self::Paper => (Colour(0x00ff_e6a1), Colour(0x00d9_b34d)),
            Self::Digital => (Colour(0x00c0_e4ff), Colour(0x004f_9bd9)),
            Self::Excel => (Colour(0x00b5_e3c8), Colour(0x0051_b883)),
            Self::Voice => (Colour(0x00dd_c2ff), Colour(0x009b_6fd6)),
            Self::Cash => (Colour(0x00e3_e3e6), Colour(0x0094_9497)),
        }
    }
}

/// The colour of a finding's flag.
pub(crate) fn severity(level: Level) -> Colour {
    match level {
        Level::High => Colour(0x00ce_0000),
        Level::Medium => Colour(0x00c7_4700),
        Level::Low | Level::Info => SECONDARY,
    }
}

/// The colour of a difference.
pub(crate) fn difference(difference: Difference) -> Colour {
    match difference {
        Difference::Eliminated => SECONDARY,
        Difference::Reduced => Colour(0x0080_6300),
        Difference::Changed => Colour(0x0000_55ad),
        Difference::New => Colour(0x0019_7a4b),
        Difference::Same => BORDER,
    }
}

/// What a tone is drawn with: its colour, and the ground of its areas.
pub(crate) fn tone(tone: Tone) -> (Colour, Colour) {
    match tone {
        Tone::Today => (Colour(0x0041_5a80), Colour(0x00d9_e2ef)),
        Tone::Proposal => (difference(Difference::New), Colour(0x00d3_ecdd)),
        Tone::Plain => (ARROW_BACK, Colour(0x00e8_e8eb)),
        Tone::Warning => (severity(Level::High), Colour(0x00ff_dfdc)),
    }
}
