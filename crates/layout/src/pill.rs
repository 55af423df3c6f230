//! What stands on arrows: share and condition, and how long the case waits.
use std::sync::Arc;

use kaizu_model::{
    Handover, OfficeHours, PlacedGauge, PlacedPill, Point, Rect, Share, Weight, Wording,
};

use crate::flow::{Chart, Way};
use crate::text::{Broken, Style};

/// The widest text of a pill on one line.
const WIDTH: f64 = 120.0;
/// The widest text of a pill where room is scarce.
const NARROW: f64 = 62.0;
/// More lines are cut.
const LINES: usize = 5;
/// Left and right of the text.
const SIDE: f64 = 7.0;
/// A pill is a multiple of this wide.
const GROWTH: f64 = 4.0;
/// Above and below the text.
const AIR: f64 = 2.0;
/// The opening hours of a day.
const DAY: f64 = OfficeHours::A_DAY;
/// Left of the text of a wait: a clock.
const CLOCK: f64 = 14.0;
/// Height of the bar below the text of a wait, and air below it.
const BAR: (f64, f64) = (4.0, 4.0);
/// How many hours fill each quarter of the bar: an hour, a day, a week, a month.
const QUARTERS: [f64; 4] = [1.0, DAY, 5.0 * DAY, 20.0 * DAY];

const TEXT: Style = Style {
    size: 12.0,
    weight: Weight::Regular,
    leading: 14.0,
};

/// A pill that has no place yet.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Pill {
    text: Arc<Broken>,
    full: Option<Share>,
    /// Width and height.
    pub size: (f64, f64),
}

impl Pill {
    fn of(text: Arc<Broken>, full: Option<Share>) -> Self {
        let more = full.map_or((0.0, 0.0), |_| (CLOCK, BAR.0 + BAR.1 - AIR));
        let width = text.widest() + 2.0 * SIDE + more.0;
        let size = (
            (width / GROWTH).ceil() * GROWTH,
            TEXT.height(text.len()) + 2.0 * AIR + more.1,
        );
        Self { text, full, size }
    }

    /// The pill around `middle`.
    pub(crate) fn placed(&self, middle: Point) -> PlacedPill {
        let (width, height) = self.size;
        let rect = Rect::new(
            middle.x - width / 2.0,
            middle.y - height / 2.0,
            width,
            height,
        );
        let aside = self.full.map_or(0.0, |_| CLOCK / 2.0);
        PlacedPill {
            rect,
            lines: TEXT.centred(&self.text, middle.x + aside, rect.y + AIR),
            gauge: self.full.map(|full| PlacedGauge {
                rect: Rect::new(
                    rect.x + SIDE,
                    rect.bottom() - BAR.0 - BAR.1,
                    width - 2.0 * SIDE,
                    BAR.0,
                ),
                full,
            }),
        }
    }
}

/// A text for an arrow: as it should stand, and narrower.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Note {
    /// On one line where it is short.
    pub wide: Pill,
    /// On as many lines as it takes.
    pub narrow: Pill,
}

impl Note {
    fn of(text: &str, full: Option<Share>) -> Option<Self> {
        let wide = TEXT.broken(text, WIDTH, LINES);
        let narrow = TEXT.broken(text, NARROW, LINES);
        let narrow = if narrow.is_cut {
            Arc::clone(&wide)
        } else {
            narrow
        };
        (wide.len() > 0).then(|| Self {
            wide: Pill::of(wide, full),
            narrow: Pill::of(narrow, full),
        })
    }
}

/// What one arrow carries.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Load {
    /// Share and condition.
    pub label: Option<Note>,
    /// How long the case waits at its end.
    pub wait: Option<Note>,
    /// What it hands over.
    pub handover: Option<Handover>,
}

/// What every arrow carries.
pub(crate) fn loads(chart: &Chart, wording: &Wording) -> Vec<Load> {
    let waits_on = waits_on(chart);
    let load = |(number, way): (usize, &Way)| {
        let wait = chart.stops[way.to]
            .step
            .filter(|_| waits_on[way.to] == Some(number))
            .and_then(|step| step.wait);
        let wait = wait.and_then(|wait| Note::of(&wording.wait(wait)?, Some(full(wait))));
        Load {
            label: label_text(way).and_then(|text| Note::of(&text, None)),
            wait,
            handover: handover(chart, way),
        }
    };
    chart.ways.iter().enumerate().map(load).collect()
}

/// For each stop, the arrow that shows its wait: the first that leads on, else the first.
fn waits_on(chart: &Chart) -> Vec<Option<usize>> {
    let mut first: Vec<Option<usize>> = vec![None; chart.stops.len()];
    for is_return in [false, true] {
        for (number, way) in chart.ways.iter().enumerate() {
            if way.is_return == is_return && first[way.to].is_none() {
                first[way.to] = Some(number);
            }
        }
    }
    first
}

/// Share and condition.
pub(crate) fn label_text(way: &Way) -> Option<String> {
    let share = way.edge.share.map(Share::get);
    // All of the cases says nothing.
    let share = share.filter(|share| *share < 1.0);
    let share = share.map(|share| Wording::fill("{n}%", share * 100.0));
    let parts: Vec<&str> = share
        .as_deref()
        .into_iter()
        .chain(way.edge.condition.as_deref())
        .collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// How much of the bar `wait` fills.
fn full(wait: OfficeHours) -> Share {
    let mut from = 0.0;
    let mut quarters = 0.0;
    for to in QUARTERS {
        quarters += ((wait.get() - from) / (to - from)).clamp(0.0, 1.0);
        from = to;
    }
    Share::try_from(quarters / 4.0).unwrap_or(Share::ALL)
}

/// What a person said about how the case travels or, from lane to lane, what its source leaves it on.
fn handover(chart: &Chart, way: &Way) -> Option<Handover> {
    let crosses = chart.stops[way.from].lane != chart.stops[way.to].lane;
    let medium = chart.stops[way.from]
        .step
        .and_then(|step| step.medium_out)
        .filter(|_| crosses);
    way.edge
        .transfer
        .map(Handover::By)
        .or(medium.map(Handover::On))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_a_day_a_week_and_a_month_fill_a_quarter_more_each() {
        let share = |hours: f64| full(OfficeHours::try_from(hours).unwrap()).get();
        let known = [
            (0.5, 0.125),
            (1.0, 0.25),
            (DAY, 0.5),
            (5.0 * DAY, 0.75),
            (20.0 * DAY, 1.0),
            (900.0 * DAY, 1.0),
        ];
        for (hours, part) in known {
            assert!((share(hours) - part).abs() < 1e-9, "{hours}");
        }
        assert!(share(2.5 * DAY) > share(1.5 * DAY));
    }
}
