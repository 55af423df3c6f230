//! Categories side by side: columns with their whiskers, values and warnings.
use std::collections::BTreeSet;

use kaizu_model::{Language, Rect};

use super::canvas::{self, Canvas};
use super::data::{Column, Columns};
use super::legend::{self, Entry, Sign};
use super::names;
use super::plot::{self, Around, Plot};
use super::scale::{Axis, Span, above_zero};
use super::tone::Tone;
use crate::draw::lettering::Style;
use crate::scene::{self, Group, Item, Paint};
use crate::theme;

/// Which part of its place a category fills.
const FILLED: f64 = 0.78;
/// No column is wider.
const WIDEST: f64 = 64.0;
/// Words that are narrower than their column may be moved aside so far.
const ASIDE: f64 = 4.0;
/// So large a part of the values has to have room, or else only the largest are written.
const ENOUGH: f64 = 0.85;
/// Height of a value above its column, and of a warning above that.
const WORDS: (f64, f64) = (19.0, 22.0);

/// Where a column stands among those of its category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Beside {
    Alone,
    First,
    Last,
}

/// A column where it stands.
struct Standing<'a> {
    column: &'a Column,
    category: &'a str,
    series: &'a str,
    tone: Tone,
    place: Beside,
    area: Rect,
    /// The upper and lower end of its whisker.
    whisker: Option<(f64, f64)>,
}

/// Draws `columns`; its title.
pub(super) fn draw(columns: &Columns, language: Language, canvas: &mut Canvas) -> String {
    let all = || columns.categories.iter().flat_map(|it| &it.columns);
    let level = columns.level.iter().map(|mark| mark.at);
    let values = all().flat_map(|it| [it.value, it.low, it.high]);
    let most = values.chain(level).map(above_zero).fold(0.0, f64::max);
    let around = Around {
        entries: entries(columns),
        up: &columns.up,
        axis: Axis::from_zero(most, columns.number, language),
        span: Span { from: 0.0, to: 1.0 },
        marks: &[],
        levels: columns.level.as_slice(),
        above: all().map(above).collect(),
        foot: &|width| names::height(&columns.categories, width),
    };
    let plot = Plot::laid(around, canvas);
    let standing = standing(columns, &plot);
    let base = columns.level.as_ref().map(|mark| plot.y(mark.at));
    for it in &standing {
        let mut group = it.named();
        group.items = it.draw(base);
        canvas.items.push(group.into());
        canvas.take(it.area);
    }
    names::draw(&columns.categories, plot.area, canvas);
    if columns.categories.is_empty() {
        plot::nothing(&columns.nothing, plot.area, canvas);
    }
    plot.finish(canvas);
    words(&standing, canvas);
    columns.title.clone()
}

/// What stands over which number.
fn above(column: &Column) -> (f64, f64) {
    let room = |word: &str, room: f64| if word.is_empty() { 0.0 } else { room };
    let top = column.value.max(column.low).max(column.high);
    (
        above_zero(top),
        room(&column.label, WORDS.0) + room(&column.word, WORDS.1),
    )
}

fn entries(columns: &Columns) -> Vec<Entry<'_>> {
    let names = columns.series.iter().map(|it| Entry {
        sign: Sign::Area(it.tone),
        word: &it.name,
    });
    let mut all = columns.categories.iter().flat_map(|it| &it.columns);
    let range = all.any(|it| whisker(it).is_some()).then_some(Entry {
        sign: Sign::Whisker,
        word: &columns.range,
    });
    names.chain(range).collect()
}

/// From where to where the value of `column` may lie, where that is more than one number.
fn whisker(column: &Column) -> Option<(f64, f64)> {
    let (low, high) = (above_zero(column.low), above_zero(column.high));
    let is_wide = (high - low).abs() > 1e-9 * high.max(low);
    is_wide.then_some((low.min(high), low.max(high)))
}

fn standing<'a>(columns: &'a Columns, plot: &Plot) -> Vec<Standing<'a>> {
    let count = columns.categories.len().max(1) as f64;
    let place = plot.area.w / count;
    let most = columns.categories.iter().map(|it| it.columns.len()).max();
    let beside = most.unwrap_or(1).max(1) as f64;
    let width = (place * FILLED / beside).min(WIDEST);
    let mut all = Vec::new();
    for (index, category) in columns.categories.iter().enumerate() {
        let middle = plot.area.x + place * (index as f64 + 0.5);
        let left = middle - width * category.columns.len() as f64 / 2.0;
        for (nth, column) in category.columns.iter().enumerate() {
            let toned = columns.series.get(nth);
            let top = plot.y(above_zero(column.value));
            let x = left + width * nth as f64;
            // A hair of white between columns.
            let area = Rect::new(
                x + 1.0,
                top,
                (width - 2.0).max(0.5),
                plot.area.bottom() - top,
            );
            all.push(Standing {
                column,
                category: &category.label,
                series: toned.map_or("", |it| it.name.as_str()),
                tone: toned.map(|it| it.tone).unwrap_or_default(),
                place: match (nth, category.columns.len()) {
                    (_, 1) => Beside::Alone,
                    (0, _) => Beside::First,
                    (nth, count) if nth + 1 == count => Beside::Last,
                    (_, _) => Beside::Alone,
                },
                area,
                whisker: whisker(column).map(|(low, high)| (plot.y(high), plot.y(low))),
            });
        }
    }
    all
}

impl Standing<'_> {
    fn named(&self) -> Group {
        let words = [
            self.category,
            self.series,
            &self.column.label,
            &self.column.word,
        ];
        let said: Vec<&str> = words.into_iter().filter(|it| !it.is_empty()).collect();
        canvas::named(&said.join(" "))
    }

    /// The column, a warning from the height `limit` up, and its whisker.
    fn draw(&self, limit: Option<f64>) -> Vec<Item> {
        let mut items = self.tone.area(self.area);
        let over = limit.filter(|limit| *limit > self.area.y + 0.5);
        if let Some(limit) = over {
            let (x, y, w) = (self.area.x, self.area.y, self.area.w);
            let height = limit.min(self.area.bottom()) - y;
            items.extend(Tone::Warning.area(Rect::new(x, y, w, height)));
        }
        if let Some((top, bottom)) = self.whisker {
            items.extend(legend::whisker(self.area.centre().x, top, bottom));
        }
        items
    }

    /// Where its words begin.
    fn head(&self) -> f64 {
        let whisker = self.whisker.map_or(self.area.y, |(top, _)| top);
        whisker.min(self.area.y)
    }
}

/// The values and warnings above the columns: all of them, or only the largest values and what is warned of where there is
/// not room for all.
fn words(standing: &[Standing], canvas: &mut Canvas) {
    for it in standing {
        if let Some((top, bottom)) = it.whisker {
            let x = it.area.centre().x;
            canvas.take(Rect::new(x - 4.0, top, 8.0, bottom - top));
        }
    }
    let sizes = [
        theme::CHART_SIZES.2,
        theme::CHART_SIZES.0,
        theme::CHART_LEAST,
    ];
    let all: Vec<&Standing> = standing.iter().collect();
    let written = |size: f64, part: f64| {
        let mut trial = canvas.trial();
        let count = all.iter().filter(|it| said(it, size, &mut trial)).count();
        (count as f64 >= all.len() as f64 * part).then_some(trial)
    };
    let written = [1.0, ENOUGH]
        .into_iter()
        .find_map(|part| sizes.into_iter().find_map(|size| written(size, part)));
    let trial = written.unwrap_or_else(|| {
        let mut trial = canvas.trial();
        let mut some: Vec<&Standing> = all.clone();
        some.retain(|it| !it.column.word.is_empty());
        for series in all.iter().map(|it| it.series).collect::<BTreeSet<_>>() {
            let own = all.iter().filter(|it| it.series == series);
            some.extend(own.max_by(|one, other| one.area.h.total_cmp(&other.area.h)));
        }
        for it in some {
            said(it, theme::CHART_SIZES.0, &mut trial);
        }
        trial
    });
    *canvas = trial;
}

/// Writes the value and the warning of one column; whether both have room.
fn said(it: &Standing, size: f64, canvas: &mut Canvas) -> bool {
    let style = Style::bold(size, theme::INK);
    let mut top = it.head();
    let middle = top - WORDS.0 / 2.0;
    let label = &it.column.label;
    let value = beside(it, it.place, style, label, middle, canvas);
    let has_room = value.is_some() || label.is_empty();
    if let Some(text) = value {
        let room = canvas::extent(style, label, text.at.x, middle);
        let inner = Rect::new(room.x - 1.0, room.y + 1.0, room.w + 2.0, room.h - 2.5);
        canvas.items.push(canvas::ground(inner));
        canvas.items.push(text.into());
        top -= WORDS.0;
    }
    warned(it, top, canvas) && has_room
}

/// `word` over the column, or a little aside where another column is in the way: columns of one category make room for
/// each other.
fn beside(
    it: &Standing,
    place: Beside,
    style: Style,
    word: &str,
    middle: f64,
    canvas: &mut Canvas,
) -> Option<scene::Text> {
    let over = (style.width(word) - it.area.w) / 2.0;
    let aside = if over > 0.0 { over + 0.25 } else { ASIDE };
    let x = it.area.centre().x;
    let places = match place {
        Beside::First if over > 0.0 => [-1.0, -0.5, 0.0, 0.5, 1.0],
        Beside::Last if over > 0.0 => [1.0, 0.5, 0.0, -0.5, -1.0],
        Beside::Alone | Beside::First => [0.0, -0.5, -1.0, 0.5, 1.0],
        Beside::Last => [0.0, 0.5, 1.0, -0.5, -1.0],
    };
    places
        .into_iter()
        .find_map(|by| canvas.centred(style, word, x + aside * by, middle))
}

/// Writes the warning on its ground; whether it has room.
fn warned(it: &Standing, top: f64, canvas: &mut Canvas) -> bool {
    let style = Style::bold(theme::CHART_SIZES.0, theme::PAPER);
    let middle = top - WORDS.1 / 2.0;
    let room = canvas.frame.w - 2.0 * theme::CHART_MARGIN;
    let word = canvas::fitted(style, &it.column.word, room);
    let Some(text) = beside(it, Beside::Alone, style, &word, middle, canvas) else {
        return it.column.word.is_empty();
    };
    let room = canvas::extent(style, &word, text.at.x, middle);
    let badge = scene::Rect {
        area: Rect::new(room.x - 5.0, room.y - 1.5, room.w + 10.0, room.h + 3.0),
        radius: theme::BEND,
        paint: Paint::filled(theme::tone(Tone::Warning).0),
    };
    canvas.take(badge.area);
    canvas.items.push(badge.into());
    canvas.items.push(text.into());
    true
}
