//! The legend at the head of a chart: each sign before its word.
use kaizu_model::{Point, Rect};

use super::canvas::{self, Canvas};
use super::tone::Tone;
use crate::scene::{self, Group, Item, Paint, Stroke};
use crate::theme;

/// What a word of the legend explains.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Sign {
    /// A quantity over time.
    Line(Tone),
    /// Where quantities may lie.
    Bands(Vec<Tone>),
    /// Columns or classes.
    Area(Tone),
    /// An outline over classes.
    Outline(Tone),
    /// The whisker of a column.
    Whisker,
}

/// A sign and its word.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry<'a> {
    /// The sign.
    pub(super) sign: Sign,
    /// The word.
    pub(super) word: &'a str,
}

/// White space after a word.
const GAP: f64 = 22.0;
/// More rows are never drawn.
const MOST_ROWS: u32 = 2;

/// Draws `entries` in rows from the top of the frame; where they end.
pub(super) fn draw(entries: &[Entry], canvas: &mut Canvas) -> f64 {
    let row = theme::CHART_ROW;
    let left = canvas.frame.x + theme::CHART_MARGIN;
    let right = canvas.frame.right() - theme::CHART_MARGIN;
    let top = canvas.frame.y + theme::CHART_MARGIN;
    let style = canvas::plain();
    let (mut x, mut rows) = (left, 0);
    for entry in entries.iter().filter(|it| !it.word.is_empty()) {
        let sign = entry.sign.width();
        let room = sign + theme::CHART_GAP;
        let word = canvas::fitted(style, entry.word, right - left - room);
        let width = room + style.width(&word);
        if rows == 0 || x + width > right {
            (x, rows) = (left, rows + 1);
        }
        if rows > MOST_ROWS {
            return top + row * f64::from(MOST_ROWS);
        }
        let middle = top + row * (f64::from(rows) - 0.5);
        if let Some(text) = canvas.word(style, &word, x + room, middle) {
            let mut group = Group::default();
            let area = Rect::new(x, middle - 7.0, sign, 14.0);
            group.items.extend(entry.sign.draw(area));
            group.push(text);
            canvas.items.push(group.into());
        }
        x += width + GAP;
    }
    top + row * f64::from(rows)
}

impl Sign {
    fn width(&self) -> f64 {
        match self {
            Self::Line(_) | Self::Bands(_) | Self::Outline(_) => 34.0,
            Self::Area(_) => 24.0,
            Self::Whisker => 10.0,
        }
    }

    fn draw(&self, area: Rect) -> Vec<Item> {
        let middle = area.centre().y;
        let ends = [Point::new(area.x, middle), Point::new(area.right(), middle)];
        match self {
            Self::Line(tone) => vec![
                canvas::through(&ends, tone.line()),
                tone.sign(area.centre()),
            ],
            Self::Bands(tones) => {
                let width = area.w / tones.len().max(1) as f64;
                let part = |(index, tone): (usize, &Tone)| {
                    Item::from(scene::Rect {
                        area: Rect::new(area.x + width * index as f64, area.y, width, area.h),
                        radius: 0.0,
                        paint: Paint::edged(
                            theme::tone(*tone).1,
                            Stroke::solid(theme::tone(*tone).0, 1.0),
                        ),
                    })
                };
                tones.iter().enumerate().map(part).collect()
            }
            Self::Area(tone) => tone.area(area),
            Self::Outline(tone) => vec![canvas::through(&ends, tone.line())],
            Self::Whisker => whisker(area.centre().x, area.y, area.bottom()),
        }
    }
}

/// The line from `top` to `bottom` that says where a value may lie.
pub(super) fn whisker(x: f64, top: f64, bottom: f64) -> Vec<Item> {
    let level = |y: f64| [Point::new(x - 4.0, y), Point::new(x + 4.0, y)];
    let upright = [Point::new(x, top), Point::new(x, bottom)];
    let lines = [upright, level(top), level(bottom)];
    let ground = || Stroke::solid(theme::PAPER, 4.5);
    let ink = || Stroke::solid(theme::INK, 1.75);
    let behind = lines.iter().map(|ends| canvas::through(ends, ground()));
    let before = lines.iter().map(|ends| canvas::through(ends, ink()));
    behind.chain(before).collect()
}
