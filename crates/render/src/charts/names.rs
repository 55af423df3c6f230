//! The names of categories below a plot: in a few lines, every second or third left out where there is no room.
use kaizu_model::{Point, Rect};

use super::canvas::{self, Canvas};
use super::data::Category;
use super::folded::folded;
use crate::draw::lettering::Style;
use crate::theme;

/// A name has at least so much room, in ems.
const NARROWEST: f64 = 3.2;
/// Names take no more lines.
const MOST_LINES: usize = 3;
/// White space between two names.
const GAP: f64 = 3.0;
/// From the plot to the middle of the first line, from line to line, and below the last.
const LINES: (f64, f64, f64) = (16.0, 15.0, 9.0);

fn style() -> Style {
    Style::regular(theme::CHART_SIZES.0, theme::INK)
}

/// The room that the names take below a plot of `width`.
pub(super) fn height(categories: &[Category], width: f64) -> f64 {
    let (every, room) = sparse(categories, width);
    let chosen = categories.iter().step_by(every);
    let lines = chosen.map(|it| folded(style(), &it.label, room, MOST_LINES).len());
    let lines = lines.max().unwrap_or(0).max(1);
    LINES.0 + LINES.1 * (lines - 1) as f64 + LINES.2
}

/// Which names are written, and the room of each: where not all are, those that are take one line.
fn sparse(categories: &[Category], width: f64) -> (usize, f64) {
    let place = width / categories.len().max(1) as f64;
    let room = |every: usize| place * every as f64 - GAP;
    let fits = |every: &usize| {
        let in_one_line = |it: &Category| style().width(&it.label) <= room(*every);
        room(*every) >= style().size * NARROWEST
            && (*every == 1 || categories.iter().step_by(*every).all(in_one_line))
    };
    let every = (1..=categories.len()).find(fits);
    let every = every.unwrap_or(categories.len().max(1));
    (every, room(every))
}

/// Writes the names below `area`.
pub(super) fn draw(categories: &[Category], area: Rect, canvas: &mut Canvas) {
    let place = area.w / categories.len().max(1) as f64;
    let (every, room) = sparse(categories, area.w);
    for (index, category) in categories.iter().enumerate().step_by(every) {
        let x = area.x + place * (index as f64 + 0.5);
        let lines = folded(style(), &category.label, room, MOST_LINES);
        for (nth, line) in lines.iter().enumerate() {
            let middle = area.bottom() + LINES.0 + LINES.1 * nth as f64;
            let text = canvas.centred(style(), line, x, middle);
            canvas.items.extend(text.map(Into::into));
        }
        if every > 1 {
            let ends = (area.bottom(), area.bottom() + LINES.0 / 3.0);
            let tick = canvas::line(
                Point::new(x, ends.0),
                Point::new(x, ends.1),
                theme::hairline(),
            );
            canvas.items.push(tick);
        }
    }
}
