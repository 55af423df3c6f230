//! A quantity over time: bands behind, lines before them.
use kaizu_model::{Language, Point};

use super::bands::{self, Band};
use super::canvas::{self, Canvas};
use super::data::{Course, Series};
use super::legend::{Entry, Sign};
use super::plot::{self, Around, Plot};
use super::scale::{Axis, Span, above_zero, sane};
use super::tone::Tone;
use crate::scene::{Item, Paint, Stroke};
use crate::theme;

/// Points stand out where they are so far apart.
const FAR_APART: f64 = 36.0;

/// Draws `course`; its title.
pub(super) fn draw(course: &Course, language: Language, canvas: &mut Canvas) -> String {
    let around = Around {
        entries: entries(course),
        up: &course.up,
        axis: Axis::from_zero(most(course), course.number, language),
        span: span(course),
        marks: &course.marks,
        levels: &course.levels,
        above: Vec::new(),
        foot: &|_| plot::foot(&course.across),
    };
    let plot = Plot::laid(around, canvas);
    let ticks = plot::placed(&course.ticks, |at| plot.x(at));
    plot::feet(&ticks, plot.area, canvas);
    plot::across(&course.across, plot.area, canvas);
    canvas.items.extend(grounds(course, &plot));
    for series in &course.series {
        let mut group = canvas::named(&series.name);
        group.items = line(series, &plot);
        canvas.items.push(group.into());
    }
    if course.series.iter().all(|series| series.points.is_empty()) {
        plot::nothing(&course.nothing, plot.area, canvas);
    }
    plot.finish(canvas);
    course.title.clone()
}

fn entries(course: &Course) -> Vec<Entry<'_>> {
    let line = |series: &Series| Sign::Line(series.tone);
    let names = course.series.iter().map(|series| Entry {
        sign: line(series),
        word: &series.name,
    });
    let banded = course.series.iter().filter(|it| it.band.is_some());
    let tones: Vec<Tone> = banded.map(|it| it.tone).collect();
    let range = (!tones.is_empty()).then_some(Entry {
        sign: Sign::Bands(tones),
        word: &course.range,
    });
    names.chain(range).collect()
}

fn most(course: &Course) -> f64 {
    let likely = |series: &Series| series.points.iter().map(|(_, value)| *value).collect();
    let high = |series: &Series| {
        let band = series.band.iter().flatten();
        band.flat_map(|(_, low, high)| [*low, *high]).collect()
    };
    let values = course
        .series
        .iter()
        .flat_map(|series| -> [Vec<f64>; 2] { [likely(series), high(series)] })
        .flatten();
    let levels = course.levels.iter().map(|mark| mark.at);
    values.chain(levels).map(above_zero).fold(0.0, f64::max)
}

fn span(course: &Course) -> Span {
    let points = course.series.iter().flat_map(|series| {
        let band = series.band.iter().flatten().map(|(at, ..)| *at);
        series.points.iter().map(|(at, _)| *at).chain(band)
    });
    let ticks = course.ticks.iter().map(|tick| tick.at);
    let marks = course.marks.iter().map(|mark| mark.at);
    Span::of(points.chain(ticks).chain(marks))
}

/// The bands, what they share, and their edges.
fn grounds(course: &Course, plot: &Plot) -> Vec<Item> {
    let banded = course.series.iter();
    let banded: Vec<(Tone, Band)> = banded
        .filter_map(|it| Some((it.tone, bands::ordered(it.band.as_deref()?))))
        .collect();
    let place = |at: f64, value: f64| Point::new(plot.x(at), plot.y(value));
    let mut items = Vec::new();
    for (tone, band) in &banded {
        items.extend(bands::area(
            band,
            place,
            Paint::filled(theme::tone(*tone).1),
        ));
    }
    for (index, (_, band)) in banded.iter().enumerate() {
        for (_, other) in banded.iter().skip(index + 1) {
            let shared = bands::shared(band, other);
            let paint = || Paint::filled(theme::SHARED_TINT);
            items.extend(
                shared
                    .iter()
                    .filter_map(|it| bands::area(it, place, paint())),
            );
        }
    }
    for (tone, band) in &banded {
        let edge = || Stroke::solid(theme::tone(*tone).0, 1.0);
        let upper: Vec<Point> = band.iter().map(|(at, _, high)| place(*at, *high)).collect();
        let lower: Vec<Point> = band.iter().map(|(at, low, _)| place(*at, *low)).collect();
        items.extend([upper, lower].map(|points| canvas::through(&points, edge())));
    }
    items
}

/// The line of `series` with signs at its points: at the last one only where they lie close.
fn line(series: &Series, plot: &Plot) -> Vec<Item> {
    let mut points: Vec<(f64, f64)> = series
        .points
        .iter()
        .map(|(at, value)| (sane(*at), above_zero(*value)))
        .collect();
    points.sort_by(|one, other| one.0.total_cmp(&other.0));
    let places: Vec<Point> = points
        .into_iter()
        .map(|(at, value)| Point::new(plot.x(at), plot.y(value)))
        .collect();
    let is_loose = plot.area.w / places.len().max(1) as f64 >= FAR_APART;
    let first_sign = if is_loose { 0 } else { places.len().max(1) - 1 };
    let mut items = Vec::new();
    if places.len() > 1 {
        items.push(canvas::through(&places, series.tone.line()));
    }
    items.extend(
        places
            .iter()
            .skip(first_sign)
            .map(|at| series.tone.sign(*at)),
    );
    items
}
