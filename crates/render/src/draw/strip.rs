//! The strip at the left of a step: the icon of its medium on the medium's ground; two of them where a step changes it.
use kaizu_model::{Medium, Point, Rect, Step};

use super::icon::{self, Icon};
use super::outline;
use crate::scene::{self, Item, Paint, Path, Segment, Stroke};
use crate::theme::{self, Strip};

/// From the top of a box to its icon, clear of a flag on the corner.
const TOP: f64 = 6.0;
/// Half the width, and the height, of the arrow from one medium to the other.
const TURN: (f64, f64) = (4.0, 5.0);

/// How long the line is that shows as a dot: no painter leaves it out.
const DOT: f64 = 0.1;

/// The media of `step`, as far as they are known; one where it keeps what it gets.
pub(crate) fn media(step: &Step) -> Option<(Medium, Medium)> {
    let last = step.medium_out.or(step.medium_in)?;
    Some((step.medium_in.unwrap_or(last), last))
}

/// The strip for `media` at the left of `rect`.
pub(crate) fn draw((from, to): (Medium, Medium), rect: Rect) -> Vec<Item> {
    let middle = rect.centre().y;
    let mut items = ground(Strip::of(to), rect);
    if from == to {
        items.extend(texture(Strip::of(to), rect));
        items.push(sign(to, rect, rect.y + TOP));
    } else {
        let (colour, _) = Strip::of(from).colours();
        let upper = Path {
            segments: outline::upper_strip(rect, theme::STRIP, theme::CORNER, middle),
            paint: Paint::filled(colour),
        };
        items.insert(1, upper.into());
        items.push(turn(Point::new(rect.x + theme::STRIP / 2.0, middle)));
        items.push(sign(from, rect, rect.y + TOP));
        items.push(sign(to, rect, rect.bottom() - TOP - theme::ICON));
    }
    items
}

/// The icon of `medium` alone on its ground in the square `area`, for the legend.
pub(crate) fn alone(medium: Medium, area: Rect) -> Vec<Item> {
    let (ground, _) = Strip::of(medium).colours();
    let ground = scene::Rect {
        area,
        radius: theme::BEND,
        paint: Paint::edged(ground, Stroke::solid(theme::BORDER, 1.0)),
    };
    let top = area.centre().y - theme::ICON / 2.0;
    vec![ground.into(), sign(medium, area, top)]
}

fn sign(medium: Medium, rect: Rect, top: f64) -> Item {
    let left = rect.x + (theme::STRIP - theme::ICON) / 2.0;
    icon::draw(Icon::Medium(medium), Point::new(left, top), theme::ARROW)
}

fn ground(strip: Strip, rect: Rect) -> Vec<Item> {
    let (colour, _) = strip.colours();
    let area = Path {
        segments: outline::left_strip(rect, theme::STRIP, theme::CORNER),
        paint: Paint::filled(colour),
    };
    let edge = Path {
        segments: outline::open(&[
            Point::new(rect.x + theme::STRIP, rect.y),
            Point::new(rect.x + theme::STRIP, rect.bottom()),
        ]),
        paint: Paint::line(theme::hairline()),
    };
    vec![area.into(), edge.into()]
}

/// What comes in above becomes what goes out below.
fn turn(middle: Point) -> Item {
    let (half, height) = TURN;
    let top = middle.y - height / 2.0;
    Item::from(Path {
        segments: outline::polygon(&[
            Point::new(middle.x - half, top),
            Point::new(middle.x + half, top),
            Point::new(middle.x, top + height),
        ]),
        paint: Paint::filled(theme::ARROW),
    })
}

/// Below the icon a pattern tells media apart where colours cannot: dots for what a system holds, lines for a
/// spreadsheet, waves for what is said, coins for cash, nothing for paper.
fn texture(strip: Strip, rect: Rect) -> Option<Item> {
    let (_, colour) = strip.colours();
    let (left, right) = (rect.x + 4.0, rect.x + theme::STRIP - 4.0);
    let middle = f64::midpoint(left, right);
    let first = rect.y + TOP + theme::ICON + theme::TEXTURE;
    let rows = (rect.bottom() - theme::CORNER - first) / theme::TEXTURE;
    let rows = (0..rows.clamp(0.0, 200.0).ceil() as u32)
        .map(|row| (row, first + theme::TEXTURE * f64::from(row)));
    let at = |x: f64, y: f64| Point::new(x, y);
    let segments: Vec<Segment> = match strip {
        Strip::Paper => Vec::new(),
        Strip::Digital => rows
            .flat_map(|(row, y)| {
                let aside = if row % 2 == 0 { 1.5 } else { 4.5 };
                [left + aside, left + aside + 6.0]
                    .into_iter()
                    .flat_map(move |x| outline::open(&[at(x, y), at(x + DOT, y)]))
            })
            .collect(),
        Strip::Excel => rows
            .flat_map(|(_, y)| outline::open(&[at(left, y), at(right, y)]))
            .collect(),
        Strip::Voice => rows
            .flat_map(|(_, y)| {
                outline::open(&[
                    at(left, y - 1.25),
                    at(f64::midpoint(left, middle), y + 1.25),
                    at(middle, y - 1.25),
                    at(f64::midpoint(middle, right), y + 1.25),
                    at(right, y - 1.25),
                ])
            })
            .collect(),
        Strip::Cash => rows
            .flat_map(|(_, y)| outline::circle(at(middle, y), 2.0))
            .collect(),
    };
    let width = match strip {
        Strip::Digital => 1.75,
        Strip::Paper | Strip::Excel | Strip::Voice | Strip::Cash => 1.0,
    };
    (!segments.is_empty()).then(|| {
        Item::from(Path {
            segments,
            paint: Paint::line(Stroke::solid(colour, width).round()),
        })
    })
}
