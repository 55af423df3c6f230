//! How often a quantity falls into each class: areas, and an outline over them.
use kaizu_model::{Language, Point, Rect};

use super::canvas::{self, Canvas};
use super::data::{Class, Classes, Shares};
use super::legend::{Entry, Sign};
use super::number::Number;
use super::plot::{self, Around, Plot};
use super::scale::{Axis, Span, above_zero, sane};
use crate::scene::{Item, Stroke};
use crate::theme;

/// Draws `classes`; its title.
pub(super) fn draw(classes: &Classes, language: Language, canvas: &mut Canvas) -> String {
    let all = || {
        [Some(&classes.first), classes.second.as_ref()]
            .into_iter()
            .flatten()
    };
    let every = || all().flat_map(|it| &it.classes);
    let most = every().map(|it| above_zero(it.share)).fold(0.0, f64::max);
    let ends = every().flat_map(|it| [it.from, it.to]);
    let span = Span::of(ends.chain(classes.marks.iter().map(|mark| mark.at)));
    let across = Axis::over(span, classes.number, language);
    let around = Around {
        entries: entries(classes),
        up: &classes.up,
        axis: Axis::from_zero(most, Number::Percent, language),
        span: across.span,
        marks: &classes.marks,
        levels: &[],
        above: Vec::new(),
        foot: &|_| plot::foot(&classes.across),
    };
    let plot = Plot::laid(around, canvas);
    let ticks: Vec<(f64, &str)> = across
        .ticks
        .iter()
        .map(|(at, word)| (plot.x(*at), word.as_str()))
        .collect();
    plot::feet(&ticks, plot.area, canvas);
    plot::across(&classes.across, plot.area, canvas);
    let mut areas = canvas::named(&classes.first.name);
    areas.items = filled(&classes.first, &plot);
    canvas.items.push(areas.into());
    if let Some(second) = &classes.second {
        let mut outline = canvas::named(&second.name);
        outline.items = outlined(second, &plot);
        canvas.items.push(outline.into());
    }
    if all().all(|it| it.classes.is_empty()) {
        plot::nothing(&classes.nothing, plot.area, canvas);
    }
    plot.finish(canvas);
    classes.title.clone()
}

fn entries(classes: &Classes) -> Vec<Entry<'_>> {
    let first = Entry {
        sign: Sign::Area(classes.first.tone),
        word: &classes.first.name,
    };
    let second = classes.second.as_ref().map(|it| Entry {
        sign: Sign::Outline(it.tone),
        word: &it.name,
    });
    [first].into_iter().chain(second).collect()
}

fn area(class: &Class, plot: &Plot) -> Rect {
    let top = plot.y(above_zero(class.share));
    Rect::between(
        Point::new(plot.x(class.from), top),
        Point::new(plot.x(class.to), plot.area.bottom()),
    )
}

/// One area for each class, with a hair of white between them where they are wide enough.
fn filled(shares: &Shares, plot: &Plot) -> Vec<Item> {
    let shown = shares
        .classes
        .iter()
        .filter(|it| above_zero(it.share) > 0.0);
    let areas = shown.map(|class| {
        let area = area(class, plot);
        let gap = if area.w > 6.0 { 1.0 } else { 0.0 };
        Rect::new(area.x + gap, area.y, area.w - 2.0 * gap, area.h)
    });
    areas.flat_map(|area| shares.tone.area(area)).collect()
}

/// One line over all classes, on a light ground so that it is seen over areas too.
fn outlined(shares: &Shares, plot: &Plot) -> Vec<Item> {
    let mut classes = shares.classes.clone();
    classes.sort_by(|one, other| sane(one.from).total_cmp(&sane(other.from)));
    let mut points: Vec<Point> = Vec::new();
    let foot = plot.area.bottom();
    // What is too low to be seen would only draw the foot again.
    let areas = classes.iter().map(|class| area(class, plot));
    for area in areas.filter(|area| area.h >= 0.5) {
        let is_apart = points.last().is_none_or(|last| area.x - last.x > 0.5);
        if is_apart {
            points.extend(points.last().map(|last| Point::new(last.x, foot)));
            points.push(Point::new(area.x, foot));
        }
        points.push(Point::new(area.x, area.y));
        points.push(Point::new(area.right(), area.y));
    }
    points.extend(points.last().map(|last| Point::new(last.x, foot)));
    let ground = Stroke::solid(theme::PAPER, shares.tone.line().width + 3.0);
    if points.is_empty() {
        return Vec::new();
    }
    vec![
        canvas::through(&points, ground),
        canvas::through(&points, shares.tone.line()),
    ]
}
