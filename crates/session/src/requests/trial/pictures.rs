//! The pictures that several questions show.
use kaizu_analysis::BUSY;
use kaizu_model::Outcome;
use kaizu_render::charts::{
    Category, Chart, Class, Classes, Column, Columns, Course, Mark, Number, Series, Shares, Tick,
    Tone, Toned,
};

use super::desks::Desk;
use super::played::Played;
use super::stage::{Pair, Stage, number};
use crate::requests::told_outcome::date_after;

/// So many days or fewer are marked along an axis of time.
const TICKS: f64 = 6.0;

/// How busy everybody is today and would be, where anybody knows how many they are.
pub(super) fn busy(stage: &Stage, today: &[Desk], then: &[Desk]) -> Option<Chart> {
    let column = |desk: Option<&Desk>| {
        let busy = desk.and_then(|desk| desk.utilisation).unwrap_or_default();
        Column {
            value: busy,
            low: busy,
            high: busy,
            label: format!("{}%", number((busy * 100.0).round())),
            word: if busy >= 1.0 {
                stage.say("overflows")
            } else {
                String::new()
            },
        }
    };
    let same = |desk: &Desk| {
        today
            .iter()
            .find(|it| it.name == desk.name || it.lanes.first() == desk.lanes.first())
    };
    let known = then.iter().filter(|desk| desk.utilisation.is_some());
    let categories: Vec<Category> = known
        .map(|desk| Category {
            label: desk.name.clone(),
            columns: vec![column(same(desk)), column(Some(desk))],
        })
        .collect();
    if categories.is_empty() {
        return None;
    }
    Some(Chart::Columns(Columns {
        title: stage.say("chart-busy"),
        up: stage.say("chart-busy-up"),
        nothing: String::new(),
        number: Number::Percent,
        series: tones(stage),
        categories,
        range: String::new(),
        level: Some(Mark {
            at: BUSY,
            label: stage.say("chart-busy-level"),
            tone: Tone::Warning,
        }),
    }))
}

/// The two flows that every picture compares.
fn tones(stage: &Stage) -> Vec<Toned> {
    let toned = |id: &str, tone| Toned {
        name: stage.say(id),
        tone,
    };
    vec![toned("today", Tone::Today), toned("then", Tone::Proposal)]
}

/// What was in hand as time went on, day by day.
pub(super) fn course(stage: &Stage, pair: &Pair) -> Chart {
    let [today, then] = [&pair.today, &pair.then];
    let hours =
        [today, then].map(|it| it.outcome.course.hours * it.outcome.course.in_hand.len() as f64);
    let days = hours[0].max(hours[1]) / 24.0;
    let step = (days / TICKS).ceil().max(1.0);
    let at = |n: f64| Tick {
        at: n * step,
        label: stage.words_date(&date_after(then.plan.start, n * step * 24.0)),
    };
    let ticks = (0..=(days / step) as u32).map(|n| at(f64::from(n)));
    Chart::Course(Course {
        title: stage.say("chart-course"),
        up: stage.say("chart-course-up"),
        across: String::new(),
        nothing: String::new(),
        number: Number::Whole,
        ticks: ticks.collect(),
        series: vec![
            series(&today.outcome, stage.say("today"), Tone::Today),
            series(&then.outcome, stage.say("then"), Tone::Proposal),
        ],
        range: stage.say("chart-range"),
        marks: cleared(stage, pair),
        levels: Vec::new(),
    })
}

fn series(outcome: &Outcome, name: String, tone: Tone) -> Series {
    let course = &outcome.course;
    let at = |n: usize| (n as f64 + 0.5) * course.hours / 24.0;
    let points = course.in_hand.iter().enumerate();
    let bounds = course.low.iter().zip(&course.high).enumerate();
    Series {
        name,
        tone,
        points: points.map(|(n, cases)| (at(n), *cases)).collect(),
        band: Some(
            bounds
                .map(|(n, (low, high))| (at(n), *low, *high))
                .collect(),
        ),
    }
}

/// The days on which everything is done that came all at once.
fn cleared(stage: &Stage, pair: &Pair) -> Vec<Mark> {
    let both = [
        (&pair.then, "then", Tone::Proposal),
        (&pair.today, "today", Tone::Today),
    ];
    let ends = |(played, _, _): &(&Played, _, _)| {
        matches!(played.plan.arrivals, kaizu_simulate::Arrivals::Waves(_))
    };
    let mark = |(played, id, tone): (&Played, &str, Tone)| {
        let hours = played.outcome.cleared.p50;
        let day = stage.words_date(&date_after(played.plan.start, hours));
        Mark {
            at: hours / 24.0,
            label: stage.tell("chart-cleared", &[("who", stage.say(id)), ("day", day)]),
            tone,
        }
    };
    both.into_iter().filter(ends).map(mark).collect()
}

/// How long cases take, today's beside the others.
pub(super) fn lead(stage: &Stage, pair: &Pair) -> Chart {
    let day = stage.day();
    // Days, unless nearly everything is done within one.
    let longest = pair
        .today
        .outcome
        .lead_hours
        .p90
        .max(pair.then.outcome.lead_hours.p90);
    let (unit, across) = if longest > 2.0 * day {
        (day, stage.say("chart-lead-days"))
    } else {
        (1.0, stage.say("chart-lead-hours"))
    };
    let shares = |outcome: &Outcome, name: String, tone| Shares {
        name,
        tone,
        classes: outcome
            .histogram
            .iter()
            .map(|class| Class {
                from: class.from / unit,
                to: class.to / unit,
                share: class.share,
            })
            .collect(),
    };
    let standard = stage.then.ask(|graph| graph.process.standard_days);
    let standard = standard.map(|days| Mark {
        at: days.get() * day / unit,
        label: stage.say("chart-standard"),
        tone: Tone::Warning,
    });
    Chart::Classes(Classes {
        title: stage.say("chart-lead"),
        up: stage.say("chart-lead-up"),
        across,
        nothing: String::new(),
        number: Number::Plain,
        first: shares(&pair.today.outcome, stage.say("today"), Tone::Today),
        second: Some(shares(
            &pair.then.outcome,
            stage.say("then"),
            Tone::Proposal,
        )),
        marks: standard.into_iter().collect(),
    })
}

impl Stage<'_> {
    /// A day of the form 2026-04-01, as people write it.
    pub(super) fn words_date(&self, date: &str) -> String {
        let mut parts = date.split('-').map(str::to_owned);
        let mut next = || parts.next().unwrap_or_default();
        let values = [
            ("year", next()),
            ("month", next().trim_start_matches('0').to_owned()),
            ("day", next().trim_start_matches('0').to_owned()),
        ];
        self.tell("date", &values)
    }
}
