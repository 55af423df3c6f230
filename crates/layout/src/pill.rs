//! What stands on arrows: share and condition, and how long the case waits.
use kaizu_model::{NodeId, OfficeHours, PlacedPill, Point, Rect, Step, Weight, Wording};

use crate::flow::{Chart, Way};
use crate::text::{Broken, Style};

/// The widest text of a pill on one line.
const WIDTH: f64 = 120.0;
/// The widest text of a pill where room is scarce.
const NARROW: f64 = 56.0;
/// More lines are cut.
const LINES: usize = 3;
/// Left and right of the text.
const SIDE: f64 = 7.0;
/// A pill is a multiple of this wide.
const GROWTH: f64 = 4.0;
/// Above and below the text.
const AIR: f64 = 2.0;
/// The opening hours of a day.
const DAY: f64 = OfficeHours::A_DAY;

const TEXT: Style = Style {
    size: 11.0,
    weight: Weight::Regular,
    leading: 14.0,
};

/// A pill that has no place yet.
#[derive(Clone)]
pub(crate) struct Pill {
    text: Broken,
    /// Width and height.
    pub size: (f64, f64),
}

impl Pill {
    fn of(text: Broken) -> Self {
        let width = TEXT.widest(&text) + 2.0 * SIDE;
        let size = (
            (width / GROWTH).ceil() * GROWTH,
            TEXT.height(text.len()) + 2.0 * AIR,
        );
        Self { text, size }
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
        PlacedPill {
            rect,
            lines: TEXT.centred(&self.text, middle.x, rect.y + AIR),
        }
    }
}

/// A text for an arrow: as it should stand, and narrower.
#[derive(Clone)]
pub(crate) struct Note {
    /// On one line where it is short.
    pub wide: Pill,
    /// On as many lines as it takes.
    pub narrow: Pill,
}

impl Note {
    fn of(text: &str) -> Option<Self> {
        let wide = TEXT.broken(text, WIDTH, LINES);
        let narrow = TEXT.broken(text, NARROW, LINES);
        let narrow = if narrow.is_cut { wide.clone() } else { narrow };
        (wide.len() > 0).then(|| Self {
            wide: Pill::of(wide),
            narrow: Pill::of(narrow),
        })
    }
}

/// What one arrow carries.
#[derive(Clone, Default)]
pub(crate) struct Load {
    /// Share and condition.
    pub label: Option<Note>,
    /// How long the case waits at its end.
    pub wait: Option<Note>,
    /// Whether it is a handover on paper.
    pub has_sheet: bool,
}

/// What every arrow carries.
pub(crate) fn loads(chart: &Chart, wording: &Wording) -> Vec<Load> {
    let waits_on = waits_on(chart);
    let load = |(number, way): (usize, &Way)| {
        let wait = step(chart, way.to)
            .filter(|_| waits_on[way.to] == Some(number))
            .and_then(|step| step.wait)
            .and_then(|wait| wait_text(wait, wording));
        Load {
            label: label_text(way).and_then(|text| Note::of(&text)),
            wait: wait.and_then(|text| Note::of(&text)),
            has_sheet: is_paper_handover(chart, way),
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

fn step<'a>(chart: &Chart<'a>, stop: usize) -> Option<&'a Step> {
    let NodeId::Step(id) = chart.stops[stop].node.id else {
        return None;
    };
    chart.document.step(id).ok()
}

/// Share and condition.
pub(crate) fn label_text(way: &Way) -> Option<String> {
    let share = way.edge.share.map(kaizu_model::Share::get);
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

fn wait_text(wait: OfficeHours, wording: &Wording) -> Option<String> {
    let hours = wait.get();
    if hours <= 0.0 {
        None
    } else if hours < DAY {
        Some(Wording::fill(&wording.wait_hours, hours))
    } else {
        Some(Wording::fill(&wording.wait_days, hours / DAY))
    }
}

fn is_paper_handover(chart: &Chart, way: &Way) -> bool {
    let is_paper = step(chart, way.from)
        .and_then(|step| step.medium_out)
        .is_some_and(kaizu_model::Medium::is_paper);
    is_paper && chart.stops[way.from].lane != chart.stops[way.to].lane
}
