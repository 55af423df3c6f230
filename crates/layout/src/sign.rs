//! What stands for a node: its size, and the lines of text in or beside it.
use kaizu_model::{Minutes, NodeId, PlacedNode, Point, Rect, StepKind, Weight, Wording};

use crate::flow::{Chart, Stop};
use crate::grid::{Cell, Grid};
use crate::text::Style;

/// The box of a step.
pub(crate) const STEP: (f64, f64) = (162.0, 64.0);
/// The side of a gateway's square.
const GATEWAY: f64 = 38.0;
/// The side of an event's square.
const EVENT: f64 = 36.0;
/// The widest title outside a sign.
const TITLE_WIDTH: f64 = 112.0;
/// Between a sign and its title.
const TITLE_GAP: f64 = 3.0;
/// From the left edge of a step to its text: the strip with the icons of its media, and air.
const LEFT: f64 = 26.0;
/// From the text to the right edge of a step.
const RIGHT: f64 = 8.0;
/// From the left edge of a step to the word for its kind, behind the icon.
const WORD: f64 = 43.0;
/// The upper part of a step, with kind and minutes.
const TOP: f64 = 22.0;
/// The baseline of kind and minutes.
const TOP_BASELINE: f64 = 18.0;
/// Below a step's title: the counters of voices stand on the corner there.
const BOTTOM: f64 = 10.0;

const NAME: Style = Style::new(12.0, Weight::Bold);
const TITLE: Style = Style::new(12.0, Weight::Regular);
const SMALL: Style = Style::new(11.0, Weight::Regular);

/// Where the title of a sign stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Title {
    /// In the box.
    Inside,
    /// Over the sign.
    Above,
    /// Under the sign.
    Below,
}

/// What stands for a node.
pub(crate) struct Sign {
    /// Width and height of the box.
    pub size: (f64, f64),
    /// Where the title stands.
    pub title_at: Title,
    title: Vec<String>,
    kind: Option<String>,
    minutes: Option<String>,
}

impl Sign {
    /// From the middle of the box to the top of all.
    pub(crate) fn above(&self) -> f64 {
        self.size.1 / 2.0
            + if self.title_at == Title::Above {
                self.outside()
            } else {
                0.0
            }
    }

    /// From the middle of the box to the bottom of all.
    pub(crate) fn below(&self) -> f64 {
        self.size.1 / 2.0
            + if self.title_at == Title::Below {
                self.outside()
            } else {
                0.0
            }
    }

    /// The width of all.
    pub(crate) fn width(&self) -> f64 {
        let style = self.style();
        let title = self.title.iter().map(|line| style.width(line));
        title.fold(self.size.0, f64::max).ceil()
    }

    /// Whether arrows may only touch the middle of each side.
    pub(crate) fn has_corners(&self) -> bool {
        self.title_at != Title::Inside
    }

    /// The sign with its box at `rect`.
    pub(crate) fn placed(&self, id: NodeId, rect: Rect) -> PlacedNode {
        let top = Point::new(rect.x, rect.y + TOP_BASELINE);
        let right = rect.right() - RIGHT;
        PlacedNode {
            id,
            rect,
            title: self.title_lines(rect),
            kind: self
                .kind
                .as_ref()
                .map(|text| SMALL.line(text.clone(), Point::new(top.x + WORD, top.y))),
            minutes: self
                .minutes
                .as_ref()
                .map(|text| SMALL.line(text.clone(), Point::new(right - SMALL.width(text), top.y))),
        }
    }

    /// The ground of a title outside the box at `rect`.
    pub(crate) fn title_ground(&self, rect: Rect) -> Option<Rect> {
        if self.title.is_empty() {
            return None;
        }
        let (width, height) = (self.width(), TITLE.height(self.title.len()));
        let y = match self.title_at {
            Title::Inside => return None,
            Title::Above => rect.y - TITLE_GAP - height,
            Title::Below => rect.bottom() + TITLE_GAP,
        };
        Some(Rect::new(rect.centre().x - width / 2.0, y, width, height))
    }

    fn style(&self) -> Style {
        if self.title_at == Title::Inside {
            NAME
        } else {
            TITLE
        }
    }

    fn outside(&self) -> f64 {
        if self.title.is_empty() {
            0.0
        } else {
            TITLE_GAP + TITLE.height(self.title.len())
        }
    }

    fn title_lines(&self, rect: Rect) -> Vec<kaizu_model::Line> {
        if let Some(ground) = self.title_ground(rect) {
            return TITLE.centred(&self.title, ground.centre().x, ground.y);
        }
        let top = self.top();
        let spare = rect.h - top - BOTTOM - NAME.height(self.title.len());
        NAME.ranged(&self.title, rect.x + LEFT, rect.y + top + spare / 2.0)
    }

    fn top(&self) -> f64 {
        if self.kind.is_some() || self.minutes.is_some() {
            TOP
        } else {
            BOTTOM
        }
    }
}

/// The signs of all stops.
pub(crate) fn signs(chart: &Chart, wording: &Wording) -> Vec<Sign> {
    let sign = |stop: &Stop| match stop.node.id {
        NodeId::Step(id) => {
            let step = chart.document.step(id).ok();
            let kind = step.and_then(|step| step.kind);
            let minutes = step.and_then(|step| step.minutes);
            step_sign(stop.node.name, kind, minutes, wording)
        }
        NodeId::Gateway(_) => outside_sign(stop.node.name, GATEWAY),
        NodeId::Event(_) => outside_sign(stop.node.name, EVENT),
    };
    chart.stops.iter().map(sign).collect()
}

/// Puts each title that stands outside where fewer arrows go on their `paths`. Arrows that leave count more: those
/// that come can always come from the left.
pub(crate) fn turn_titles(signs: &mut [Sign], chart: &Chart, grid: &Grid, paths: &[Vec<Cell>]) {
    let mut lean = vec![0_i64; signs.len()];
    for (way, path) in chart.ways.iter().zip(paths) {
        let (from, to) = (grid.cells[way.from].y as i64, grid.cells[way.to].y as i64);
        // Where as many leave by either side, the nearer ends of the others decide.
        let away = if way.is_return {
            0
        } else {
            (to - from).signum()
        };
        let (mut leaving, mut entering) = (0, 0);
        if let ([first, second, ..], [.., before, last]) = (path.as_slice(), path.as_slice()) {
            leaving = second.y as i64 - first.y as i64;
            entering = before.y as i64 - last.y as i64;
        }
        lean[way.from] += 16 * leaving + 2 * away;
        lean[way.to] += 8 * entering - away;
    }
    for (sign, lean) in signs.iter_mut().zip(lean) {
        if sign.has_corners() && lean < 0 {
            sign.title_at = Title::Below;
        }
    }
}

fn step_sign(
    name: &str,
    kind: Option<StepKind>,
    minutes: Option<Minutes>,
    wording: &Wording,
) -> Sign {
    let room = STEP.0 - WORD - RIGHT;
    let kind = kind.map(|kind| SMALL.cut(kind.word(wording.language), room));
    let taken = kind.as_ref().map_or(0.0, |kind| SMALL.width(kind) + 8.0);
    let minutes = minutes.map(|minutes| {
        SMALL.cut(
            &Wording::fill(&wording.minutes, minutes.get()),
            (room - taken).max(24.0),
        )
    });
    let mut sign = Sign {
        size: STEP,
        title_at: Title::Inside,
        title: NAME.broken(name, STEP.0 - LEFT - RIGHT),
        kind,
        minutes,
    };
    let needed = sign.top() + NAME.height(sign.title.len()) + BOTTOM;
    sign.size.1 = needed.max(STEP.1).ceil();
    sign
}

/// A sign with its title outside.
fn outside_sign(name: &str, side: f64) -> Sign {
    Sign {
        size: (side, side),
        title_at: Title::Above,
        title: TITLE.broken(name, TITLE_WIDTH),
        kind: None,
        minutes: None,
    }
}
