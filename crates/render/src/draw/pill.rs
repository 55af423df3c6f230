//! What rides on an arrow: its share and condition, the wait at its end, the sign of a handover.
use kaizu_model::{
    Edge, Handover, Language, PlacedEdge, PlacedGauge, PlacedPill, Point, Share, StepKind,
};

use super::icon::{self, Icon};
use super::{outline, sign};
use crate::scene::{Group, Item, Paint, Path, Rect, Stroke, Text};
use crate::theme;

/// Whether anything rides on `edge`.
pub(crate) fn rides(edge: &PlacedEdge) -> bool {
    let has_sign = edge.handover.is_some() && edge.sign.is_some();
    has_sign || edge.label.is_some() || edge.wait.is_some()
}

/// Everything that rides on `edge`.
pub(crate) fn draw(record: Option<&Edge>, edge: &PlacedEdge, language: Language) -> Item {
    let mut group = Group::of(edge.id);
    let condition = record.and_then(|edge| edge.condition.clone());
    let handover = edge.handover.map(|handover| match handover {
        Handover::By(transfer) => transfer.word(language).to_owned(),
        Handover::On(medium) => medium.word(language).to_owned(),
    });
    let words: Vec<String> = condition.into_iter().chain(handover).collect();
    group.title = (!words.is_empty()).then(|| words.join(" ・ "));
    if let (Some(handover), Some(at)) = (edge.handover, edge.sign) {
        group.items.extend(sign::draw(handover, at));
    }
    for pill in edge.label.iter().chain(&edge.wait) {
        ground(pill, &mut group);
        if let Some(wait) = pill.gauge {
            let top = pill.lines.first().map_or(pill.rect.y, |line| line.at.y);
            group.items.push(clock(wait, top));
            group.items.extend(bar(wait));
        }
        group.items.extend(
            pill.lines
                .iter()
                .map(|line| Text::from_line(line, theme::SECONDARY).into()),
        );
    }
    group.into()
}

/// The longer the wait, the heavier the edge of its pill.
fn ground(pill: &PlacedPill, group: &mut Group) {
    let edge = pill.gauge.map_or(theme::hairline(), |wait| {
        Stroke::solid(
            theme::ARROW_BACK,
            theme::WAIT_WIDTH.0 + theme::WAIT_WIDTH.1 * wait.full.get(),
        )
    });
    group.push(Rect {
        area: pill.rect,
        radius: (pill.rect.h / 2.0).min(theme::PILL_CORNER),
        paint: Paint::edged(theme::PAPER, edge),
    });
}

/// The sign of a wait before its text, the baseline of which is at `baseline`.
fn clock(wait: PlacedGauge, baseline: f64) -> Item {
    let side = theme::CLOCK;
    let corner = Point::new(wait.rect.x - 1.0, baseline - side * 0.85);
    let icon = Icon::Kind(StepKind::Wait);
    icon::sized(icon, corner, side, theme::SECONDARY)
}

/// A small wait without words in `area`, for the legend.
pub(crate) fn sample(area: kaizu_model::Rect) -> Vec<Item> {
    let wait = PlacedGauge {
        rect: kaizu_model::Rect::new(area.x + 5.0, area.bottom() - 6.0, area.w - 10.0, 3.0),
        full: Share::try_from(0.6).unwrap_or(Share::ALL),
    };
    let pill = PlacedPill {
        rect: area,
        lines: Vec::new(),
        gauge: Some(wait),
    };
    let mut group = Group::default();
    ground(&pill, &mut group);
    let middle = area.centre().x - theme::CLOCK / 2.0 + 1.0;
    group.items.push(icon::sized(
        Icon::Kind(StepKind::Wait),
        Point::new(middle, area.y + 1.0),
        theme::CLOCK - 2.0,
        theme::SECONDARY,
    ));
    group.items.extend(bar(wait));
    group.items
}

/// The bar of a wait: empty, as full as it is, and parted after an hour, a day and a week.
fn bar(wait: PlacedGauge) -> Vec<Item> {
    let rect = wait.rect;
    let piece = |width: f64, colour| {
        Item::from(Rect {
            area: kaizu_model::Rect::new(rect.x, rect.y, width, rect.h),
            radius: 0.0,
            paint: Paint::filled(colour),
        })
    };
    let gaps = [0.25, 0.5, 0.75].map(|share| {
        let x = rect.x + rect.w * share;
        outline::open(&[Point::new(x, rect.y), Point::new(x, rect.bottom())])
    });
    let gaps = Path {
        segments: gaps.concat(),
        paint: Paint::line(Stroke::solid(theme::PAPER, 1.0)),
    };
    vec![
        piece(rect.w, theme::LINE),
        piece(rect.w * wait.full.get(), theme::ARROW),
        gaps.into(),
    ]
}
