//! Where the words of a chart go: none over another, none beyond the frame.
use kaizu_model::{Point, Rect};

use crate::draw::lettering::Style;
use crate::draw::outline;
use crate::scene::{self, Group, Item, Paint, Path, Stroke, Text};
use crate::theme;

/// What stands for the rest of a word.
const REST: &str = "…";
/// Height of a line of letters, in ems.
const LINE: f64 = 1.15;

#[derive(Clone)]
/// The chart as far as it is drawn, and where no word has room any more.
pub(super) struct Canvas {
    /// All of it.
    pub(super) frame: Rect,
    /// From back to front.
    pub(super) items: Vec<Item>,
    taken: Vec<Rect>,
}

/// Letters along the axes.
pub(super) fn quiet() -> Style {
    Style::regular(theme::CHART_SIZES.0, theme::SECONDARY)
}

/// Letters of names.
pub(super) fn plain() -> Style {
    Style::regular(theme::CHART_SIZES.1, theme::INK)
}

/// A line from `from` to `to`.
pub(super) fn line(from: Point, to: Point, stroke: Stroke) -> Item {
    through(&[from, to], stroke)
}

/// A line through `points`.
pub(super) fn through(points: &[Point], stroke: Stroke) -> Item {
    Item::from(Path {
        segments: outline::open(points),
        paint: Paint::line(stroke),
    })
}

/// Paper behind a word, so that no line runs through it.
pub(super) fn ground(area: Rect) -> Item {
    Item::from(scene::Rect {
        area,
        radius: 2.0,
        paint: Paint::filled(theme::PAPER),
    })
}

/// A group that is called `title`.
pub(super) fn named(title: &str) -> Group {
    Group {
        title: (!title.is_empty()).then(|| title.to_owned()),
        ..Group::default()
    }
}

/// The room that `text` takes with its left end at `x`.
pub(super) fn extent(style: Style, text: &str, x: f64, middle: f64) -> Rect {
    let height = style.size * LINE;
    Rect::new(x, middle - height / 2.0, style.width(text), height)
}

/// `text`, or as much of its beginning as has room together with …; nothing where not even that has.
pub(super) fn fitted(style: Style, text: &str, room: f64) -> String {
    if style.width(text) <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    for cluster in kaizu_fonts::clusters(text) {
        let longer = format!("{kept}{cluster}");
        if style.width(&format!("{longer}{REST}")) > room {
            break;
        }
        kept = longer;
    }
    if kept.is_empty() {
        String::new()
    } else {
        format!("{}{REST}", kept.trim_end())
    }
}

impl Canvas {
    /// An empty one.
    pub(super) fn new(frame: Rect) -> Self {
        Self {
            frame,
            items: Vec::new(),
            taken: Vec::new(),
        }
    }

    /// The same, to be thrown away where something has no room.
    pub(super) fn trial(&self) -> Self {
        self.clone()
    }

    /// Whether a word has room at `area`.
    pub(super) fn is_free(&self, area: Rect) -> bool {
        self.frame.contains(area) && !self.taken.iter().any(|taken| taken.overlaps(area))
    }

    /// From here on no word may lie at `area`.
    pub(super) fn take(&mut self, area: Rect) {
        self.taken.push(area);
    }

    /// `text` with its left end at `x`, where it has room there.
    pub(super) fn word(&mut self, style: Style, text: &str, x: f64, middle: f64) -> Option<Text> {
        let area = extent(style, text, x, middle);
        if text.is_empty() || !self.is_free(area) {
            return None;
        }
        self.take(area);
        Some(style.starting(text, x, middle))
    }

    /// `text` around `x`, moved aside as far as the frame demands.
    pub(super) fn centred(
        &mut self,
        style: Style,
        text: &str,
        x: f64,
        middle: f64,
    ) -> Option<Text> {
        let left = self.kept_inside(x - style.width(text) / 2.0, style.width(text));
        self.word(style, text, left, middle)
    }

    /// Where something of `width` begins that should begin at `left` and may not leave the frame.
    pub(super) fn kept_inside(&self, left: f64, width: f64) -> f64 {
        let edge = theme::CHART_MARGIN / 2.0;
        left.min(self.frame.right() - edge - width)
            .max(self.frame.x + edge)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_without_room_ends_with_an_ellipsis_or_is_left_out() {
        let style = plain();
        assert_eq!(fitted(style, "受付担当", 100.0), "受付担当");
        assert_eq!(fitted(style, "受付担当", 45.0), "受付…");
        assert_eq!(fitted(style, "受付担当", 10.0), "");
    }

    #[test]
    fn no_word_lies_over_another_or_beyond_the_frame() {
        let mut canvas = Canvas::new(Rect::new(0.0, 0.0, 100.0, 50.0));
        assert!(canvas.word(plain(), "受付", 10.0, 20.0).is_some());
        assert!(canvas.word(plain(), "審査", 30.0, 25.0).is_none());
        assert!(canvas.word(plain(), "審査", 90.0, 40.0).is_none());
        assert!(canvas.centred(plain(), "審査", 98.0, 40.0).is_some());
    }
}
