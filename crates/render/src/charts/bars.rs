//! What moves a result: a bar for each cause, from the result at its lowest to the result at its highest.
use kaizu_model::{Language, Point, Rect};

use super::canvas::{self, Canvas};
use super::data::{Bar, Bars};
use super::folded::folded;
use super::plot;
use super::scale::{Axis, Span, sane};
use super::tone::Tone;
use crate::draw::lettering::Style;
use crate::scene::{self, Item, Paint, Stroke};
use crate::theme;

/// The least and the largest height of a row.
const ROWS: (f64, f64) = (26.0, 64.0);
/// Which part of its row a bar fills.
const FILLED: f64 = 0.58;
/// Names and the words at the ends of the bars take no more of the width.
const WIDEST: (f64, f64) = (0.34, 0.2);
/// Bars take at least so much of it.
const NARROWEST: f64 = 0.12;
/// From a bar to the word at its end.
const GAP: f64 = 6.0;

/// Where everything goes.
struct Frame {
    area: Rect,
    row: f64,
    shown: usize,
    span: Span,
    /// What lies beyond the axis on both sides for words.
    inset: (f64, f64),
}

/// Draws `bars`; its title.
pub(super) fn draw(bars: &Bars, language: Language, canvas: &mut Canvas) -> String {
    let ends = bars.rows.iter().flat_map(|row| [row.low, row.high]);
    let span = Span::of(ends.chain([bars.middle.at]));
    let axis = Axis::within(span, bars.number, language);
    let frame = Frame::laid(bars, span, canvas);
    if bars.rows.is_empty() {
        plot::nothing(&bars.nothing, frame.area, canvas);
        return bars.title.clone();
    }
    frame.grid(&axis, canvas);
    plot::across(&bars.across, frame.area, canvas);
    for (index, row) in bars.rows.iter().take(frame.shown).enumerate() {
        let middle = frame.area.y + frame.row * (index as f64 + 0.5);
        frame.name(row, middle, canvas);
        frame.bar(row, bars.middle.at, middle, canvas);
    }
    if frame.shown < bars.rows.len() {
        let y = frame.area.bottom() - theme::CHART_ROW / 2.0;
        let left = canvas.frame.x + theme::CHART_MARGIN;
        let rest = canvas.word(canvas::quiet(), "…", left, y);
        canvas.items.extend(rest.map(Into::into));
    }
    frame.middle(bars, canvas);
    bars.title.clone()
}

fn name_style() -> Style {
    canvas::plain()
}

fn end_style() -> Style {
    Style::bold(theme::CHART_SIZES.0, theme::INK)
}

fn widest<'a>(style: Style, words: impl Iterator<Item = &'a String>, room: f64) -> f64 {
    let widths = words.map(|word| style.width(word));
    widths.fold(0.0, f64::max).min(room)
}

impl Frame {
    fn laid(bars: &Bars, span: Span, canvas: &Canvas) -> Self {
        let frame = canvas.frame;
        let names = bars.rows.iter().map(|row| &row.label);
        let names = widest(name_style(), names, frame.w * WIDEST.0);
        let room = |words: Vec<&String>| {
            let widest = widest(end_style(), words.into_iter(), frame.w * WIDEST.1);
            if widest > 0.0 { widest + GAP } else { GAP }
        };
        let low = room(bars.rows.iter().map(|row| &row.low_label).collect());
        let high = room(bars.rows.iter().map(|row| &row.high_label).collect());
        let left = frame.x + theme::CHART_MARGIN + names + theme::CHART_MARGIN;
        let right = frame.right() - theme::CHART_MARGIN;
        // Where words would leave nothing of the bars, these go first.
        let (low, high) = if right - left - low - high < frame.w * NARROWEST {
            (GAP, GAP)
        } else {
            (low, high)
        };
        let top = frame.y + theme::CHART_MARGIN + theme::CHART_ROW;
        let bottom = frame.bottom() - theme::CHART_MARGIN / 2.0 - plot::foot(&bars.across);
        let height = (bottom - top).max(1.0);
        let count = bars.rows.len().max(1) as f64;
        let (row, shown) = if height / count >= ROWS.0 {
            ((height / count).min(ROWS.1), bars.rows.len())
        } else {
            let shown = ((height - theme::CHART_ROW) / ROWS.0).max(0.0).floor();
            (ROWS.0, shown as usize)
        };
        let height = if bars.rows.is_empty() || shown < bars.rows.len() {
            height
        } else {
            row * count
        };
        Self {
            area: Rect::new(left, top, right - left, height),
            row,
            shown,
            span,
            inset: (low, high),
        }
    }

    fn x(&self, value: f64) -> f64 {
        let (low, high) = self.inset;
        self.area.x + low + self.span.share(value) * (self.area.w - low - high)
    }

    fn grid(&self, axis: &Axis, canvas: &mut Canvas) {
        let ticks: Vec<(f64, &str)> = axis
            .ticks
            .iter()
            .map(|(at, word)| (self.x(*at), word.as_str()))
            .collect();
        for row in 1..self.shown {
            let y = self.area.y + self.row * row as f64;
            let from = Point::new(canvas.frame.x + theme::CHART_MARGIN, y);
            let to = Point::new(self.area.right(), y);
            canvas.items.push(canvas::line(from, to, theme::hairline()));
        }
        for (x, _) in &ticks {
            let ends = (
                Point::new(*x, self.area.y),
                Point::new(*x, self.area.bottom()),
            );
            canvas
                .items
                .push(canvas::line(ends.0, ends.1, theme::hairline()));
        }
        plot::feet(&ticks, self.area, canvas);
    }

    fn name(&self, row: &Bar, middle: f64, canvas: &mut Canvas) {
        let style = name_style();
        let left = canvas.frame.x + theme::CHART_MARGIN;
        let room = self.area.x - theme::CHART_MARGIN - left + 0.5;
        let line = style.size * 1.2;
        let lines = if self.row >= line * 2.0 {
            folded(style, &row.label, room, 2)
        } else {
            vec![canvas::fitted(style, &row.label, room)]
        };
        let top = middle - line * (lines.len().max(1) - 1) as f64 / 2.0;
        for (nth, word) in lines.iter().enumerate() {
            let text = canvas.word(style, word, left, top + line * nth as f64);
            canvas.items.extend(text.map(Into::into));
        }
    }

    fn bar(&self, row: &Bar, middle: f64, y: f64, canvas: &mut Canvas) {
        let (low, high) = (sane(row.low), sane(row.high));
        let (low, high) = (low.min(high), low.max(high));
        let height = self.row * FILLED;
        let between = |from: f64, to: f64| {
            let (from, to) = (self.x(from), self.x(to));
            Rect::new(from, y - height / 2.0, to - from, height)
        };
        let said = [&row.label, &row.low_label, &row.high_label];
        let said: Vec<&str> = said.into_iter().map(String::as_str).collect();
        let mut group = canvas::named(said.join(" ").trim());
        let turn = sane(middle).clamp(low, high);
        let pale = scene::Rect {
            area: between(low, turn),
            radius: 0.0,
            paint: Paint::edged(theme::tone(Tone::Today).1, Tone::Today.edge()),
        };
        let parts: [Vec<Item>; 2] = [vec![pale.into()], Tone::Today.area(between(turn, high))];
        group.items.extend(parts.into_iter().flatten());
        let style = end_style();
        let word = canvas::fitted(style, &row.low_label, self.inset.0 - GAP + 0.5);
        let left = self.x(low) - GAP - style.width(&word);
        let before = canvas.word(style, &word, left, y);
        let word = canvas::fitted(style, &row.high_label, self.inset.1 - GAP + 0.5);
        let after = canvas.word(style, &word, self.x(high) + GAP, y);
        for text in [before, after].into_iter().flatten() {
            let room = canvas::extent(style, &text.content, text.at.x, y);
            group.push(canvas::ground(room.grown(2.0)));
            group.push(text);
        }
        canvas.items.push(group.into());
    }

    /// The line from which all bars start, and its word above.
    fn middle(&self, bars: &Bars, canvas: &mut Canvas) {
        let mut group = canvas::named(&bars.middle.label);
        let x = self.x(bars.middle.at);
        let head = self.area.y - 4.0;
        let ends = (Point::new(x, head), Point::new(x, self.area.bottom()));
        group.push(canvas::line(ends.0, ends.1, Stroke::solid(theme::INK, 2.0)));
        let style = Style::bold(theme::CHART_SIZES.2, theme::INK);
        let room = canvas.frame.w - 2.0 * theme::CHART_MARGIN;
        let word = canvas::fitted(style, &bars.middle.label, room);
        let text = canvas.centred(style, &word, x, head - theme::CHART_ROW / 2.0);
        group.items.extend(text.map(Into::into));
        canvas.items.push(group.into());
    }
}
