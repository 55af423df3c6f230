//! The plot and what stands around it: legend above, numbers at the left, words below, marks on all sides.
use kaizu_model::{Point, Rect};

use super::canvas::{self, Canvas};
use super::data::{Mark, Tick};
use super::flags::{self, Flags};
use super::legend::{self, Entry};
use super::levels;
use super::scale::{Axis, Span};
use crate::draw::lettering::Style;
use crate::scene::Stroke;
use crate::theme;

/// The plot never takes less height where marks could go without words.
const LEAST_HEIGHT: f64 = 80.0;
/// Distance between the middles of two numbers of the upright axis, at the least.
const LINE: f64 = 17.0;
/// From the upright axis to its numbers.
const GAP: f64 = 8.0;
/// White space between two words below the plot.
const WORD_GAP: f64 = 10.0;
/// Height of the words below the plot: they lie lower than the lowest number beside it.
const WORDS_BELOW: f64 = 26.0;
/// The axis takes no more of the width.
const WIDEST: f64 = 0.4;

/// What stands around a plot.
pub(super) struct Around<'a> {
    /// The words above.
    pub(super) entries: Vec<Entry<'a>>,
    /// What stands at the head of the upright axis.
    pub(super) up: &'a str,
    /// The upright axis.
    pub(super) axis: Axis,
    /// The level axis.
    pub(super) span: Span,
    /// Upright marks.
    pub(super) marks: &'a [Mark],
    /// Level marks.
    pub(super) levels: &'a [Mark],
    /// What stands over which number, and how high.
    pub(super) above: Vec<(f64, f64)>,
    /// The room below a plot of some width.
    pub(super) foot: &'a dyn Fn(f64) -> f64,
}

/// A plot that is laid out.
pub(super) struct Plot<'a> {
    /// Where quantities are drawn.
    pub(super) area: Rect,
    around: Around<'a>,
    flags: Flags<'a>,
    head: f64,
}

impl Around<'_> {
    /// What a plot has to leave of `height` for what stands over its numbers.
    fn headroom(&self, height: f64) -> f64 {
        let needed = self.above.iter().map(|(value, words)| {
            let share = self.axis.span.share(*value);
            let left_over = (1.0 - share) * height;
            if *words > left_over {
                (words - left_over) / share
            } else {
                0.0
            }
        });
        needed.fold(0.0, f64::max).clamp(0.0, height.max(0.0) / 2.0)
    }
}

impl<'a> Plot<'a> {
    /// Draws the legend, the lines and numbers behind everything, and finds room for the rest.
    pub(super) fn laid(around: Around<'a>, canvas: &mut Canvas) -> Self {
        let frame = canvas.frame;
        let top = legend::draw(&around.entries, canvas).max(frame.y + theme::CHART_MARGIN);
        let style = canvas::quiet();
        let widths = around.axis.ticks.iter().map(|(_, word)| style.width(word));
        let widest = widths.fold(0.0, f64::max).min(frame.w * WIDEST);
        let left = frame.x + theme::CHART_MARGIN + widest + GAP;
        let beside = levels::room(around.levels, canvas);
        let right = (frame.right() - beside - theme::CHART_MARGIN).max(left + 1.0);
        let bottom = frame.bottom() - theme::CHART_MARGIN / 2.0 - (around.foot)(right - left);
        let up_left = frame.x + theme::CHART_MARGIN;
        let up_room = frame.right() - theme::CHART_MARGIN - up_left;
        let spare = bottom - top - around.headroom(bottom - top) - LEAST_HEIGHT;
        let up = if spare > 0.0 { around.up } else { "" };
        let up = canvas::fitted(style, up, up_room);
        let most_rows = (spare / theme::CHART_ROW).clamp(0.0, f64::from(flags::MOST_ROWS)) as u32;
        let free_from = if up.is_empty() {
            frame.x
        } else {
            up_left + style.width(&up) + WORD_GAP
        };
        let flags = Flags::arranged(
            around.marks,
            around.span,
            (left, right),
            free_from,
            most_rows,
            canvas,
        );
        let rows = flags.rows.max(u32::from(!up.is_empty()));
        let head = top + theme::CHART_ROW * f64::from(rows);
        if let Some(text) = canvas.word(style, &up, up_left, head - theme::CHART_ROW / 2.0) {
            canvas.items.push(text.into());
        }
        let upper = head + theme::CHART_MARGIN - 2.0;
        let upper = upper + around.headroom(bottom - upper);
        let area = Rect::new(left, upper, right - left, (bottom - upper).max(1.0));
        let plot = Self {
            area,
            around,
            flags,
            head,
        };
        plot.grid(canvas);
        plot
    }

    /// How high `value` stands.
    pub(super) fn y(&self, value: f64) -> f64 {
        self.area.bottom() - self.around.axis.span.share(value) * self.area.h
    }

    /// How far right `at` lies.
    pub(super) fn x(&self, at: f64) -> f64 {
        self.area.x + self.around.span.share(at) * self.area.w
    }

    fn grid(&self, canvas: &mut Canvas) {
        let ticks = &self.around.axis.ticks;
        let apart = self.area.h / (ticks.len().max(2) - 1) as f64;
        let every = (LINE / apart.max(0.1)).ceil().max(1.0) as usize;
        let style = canvas::quiet();
        for (at, word) in ticks.iter().step_by(every) {
            let y = self.y(*at);
            let ends = (Point::new(self.area.x, y), Point::new(self.area.right(), y));
            canvas
                .items
                .push(canvas::line(ends.0, ends.1, theme::hairline()));
            let room = self.area.x - GAP - canvas.frame.x;
            let word = canvas::fitted(style, word, room);
            let left = self.area.x - GAP - style.width(&word);
            let text = canvas.word(style, &word, left, y);
            canvas.items.extend(text.map(Into::into));
        }
    }

    /// Draws in front of the quantities what must be seen: the foot of the plot, and the marks with their words.
    pub(super) fn finish(&self, canvas: &mut Canvas) {
        let stroke = Stroke::solid(theme::BORDER, 1.5);
        let (left, right) = (self.area.x, self.area.right());
        let y = self.area.bottom();
        let foot = canvas::line(Point::new(left, y), Point::new(right, y), stroke);
        canvas.items.push(foot);
        levels::draw(self.around.levels, self.area, &self.around.axis, canvas);
        self.flags.draw(self.area, self.head, canvas);
    }
}

/// The room that the words below a plot take.
pub(super) fn foot(across: &str) -> f64 {
    if across.is_empty() {
        WORDS_BELOW
    } else {
        WORDS_BELOW + theme::CHART_ROW
    }
}

/// Writes `words` below `area`, each around its place: all of them, or every second, third … where they would touch.
pub(super) fn feet(words: &[(f64, &str)], area: Rect, canvas: &mut Canvas) {
    let style = canvas::quiet();
    let extent = |(x, word): &(f64, &str)| {
        let width = style.width(word);
        let left = canvas.kept_inside(x - width / 2.0, width);
        (left, left + width)
    };
    let extents: Vec<(f64, f64)> = words.iter().map(extent).collect();
    let is_loose = |every: &usize| {
        let chosen: Vec<&(f64, f64)> = extents.iter().step_by(*every).collect();
        let mut pairs = chosen.iter().zip(chosen.iter().skip(1));
        pairs.all(|(one, next)| one.1 + WORD_GAP <= next.0)
    };
    let every = (1..=words.len()).find(is_loose).unwrap_or(1);
    let middle = area.bottom() + WORDS_BELOW - theme::CHART_SIZES.0 * 0.6;
    for (x, word) in words.iter().step_by(every) {
        let foot = Point::new(*x, area.bottom());
        let tick = Point::new(*x, area.bottom() + 5.0);
        let stroke = Stroke::solid(theme::BORDER, 1.0);
        canvas.items.push(canvas::line(foot, tick, stroke));
        let text = canvas.centred(style, word, *x, middle);
        canvas.items.extend(text.map(Into::into));
    }
}

/// The ticks of `axis` or of a caller, where `place` has them.
pub(super) fn placed(ticks: &[Tick], place: impl Fn(f64) -> f64) -> Vec<(f64, &str)> {
    let mut placed: Vec<(f64, &str)> = ticks
        .iter()
        .map(|tick| (place(tick.at), tick.label.as_str()))
        .collect();
    placed.sort_by(|one, other| one.0.total_cmp(&other.0));
    placed
}

/// Writes what the level axis is about in the lowest row, at its right end.
pub(super) fn across(word: &str, area: Rect, canvas: &mut Canvas) {
    let style = canvas::quiet();
    let right = canvas.frame.right() - theme::CHART_MARGIN;
    let word = canvas::fitted(style, word, right - canvas.frame.x - theme::CHART_MARGIN);
    let width = style.width(&word);
    let left = (area.centre().x - width / 2.0).min(right - width);
    let left = canvas.kept_inside(left, width);
    let text = canvas.word(
        style,
        &word,
        left,
        area.bottom() + WORDS_BELOW + theme::CHART_ROW / 2.0,
    );
    canvas.items.extend(text.map(Into::into));
}

/// Writes in the middle of `area` that there is nothing.
pub(super) fn nothing(word: &str, area: Rect, canvas: &mut Canvas) {
    let style = Style::regular(theme::CHART_SIZES.1, theme::SECONDARY);
    let word = canvas::fitted(style, word, area.w - 2.0 * theme::CHART_MARGIN);
    let centre = area.centre();
    let text = canvas.centred(style, &word, centre.x, centre.y - theme::CHART_ROW / 2.0);
    canvas.items.extend(text.map(Into::into));
}
