//! Voices: how many of staff (square) and of residents (round) speak about something.
use kaizu_model::{Point, Rect};

use super::lettering::Style;
use crate::scene::{self, Item, Paint, Stroke};
use crate::theme;

/// White space between two counters.
const GAP: f64 = 3.0;
/// More voices than these are not counted out.
const MOST: u32 = 99;

/// Draws a number in an area.
type Counter = fn(&str, Rect) -> Vec<Item>;

/// The counters of one thing, from right to left.
pub(crate) struct Voices(Vec<(String, Counter)>);

impl Voices {
    /// Counters for `staff` and `residents`; none for nobody.
    pub(crate) fn of((staff, residents): (u32, u32)) -> Self {
        let counters: [(u32, Counter); 2] = [(staff, square), (residents, round)];
        let counters = counters.into_iter().filter(|(count, _)| *count > 0);
        Self(
            counters
                .map(|(count, draw)| (number(count), draw))
                .collect(),
        )
    }

    /// The counters with the upper right corner of the first at `at`.
    pub(crate) fn draw(&self, at: Point) -> Vec<Item> {
        let mut right = at.x;
        let mut items = Vec::new();
        for (number, draw) in &self.0 {
            let width = width(number);
            let area = Rect::new(right - width, at.y, width, theme::COUNTER);
            items.extend(draw(number, area));
            right -= width + GAP;
        }
        items
    }
}

/// What a counter says: three digits would make it a badge.
fn number(count: u32) -> String {
    if count > MOST {
        format!("{MOST}+")
    } else {
        count.to_string()
    }
}

fn width(number: &str) -> f64 {
    let letters = Style::bold(theme::BADGE_SIZE, theme::PAPER).width(number);
    theme::COUNTER.max(letters + theme::COUNTER / 2.0)
}

/// The staff's counter.
pub(crate) fn square(number: &str, area: Rect) -> Vec<Item> {
    let ground = scene::Rect {
        area,
        radius: 2.0,
        paint: Paint::edged(theme::STAFF, Stroke::solid(theme::PAPER, 1.0)),
    };
    let style = Style::bold(theme::BADGE_SIZE, theme::PAPER);
    vec![ground.into(), style.centred(number, area.centre()).into()]
}

/// The residents' counter.
pub(crate) fn round(number: &str, area: Rect) -> Vec<Item> {
    let inner = area.grown(-0.75);
    let ground = scene::Rect {
        area: inner,
        radius: inner.h / 2.0,
        paint: Paint::edged(theme::PAPER, Stroke::solid(theme::RESIDENT, 1.5)),
    };
    let style = Style::bold(theme::BADGE_SIZE, theme::RESIDENT);
    vec![ground.into(), style.centred(number, area.centre()).into()]
}
