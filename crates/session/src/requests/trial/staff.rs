//! What if there are fewer people, up to a year far away?
use kaizu_analysis::{Backcast, backcast, metrics};
use kaizu_render::charts::{Category, Chart, Column, Columns, Number, Tone, Toned};

use super::stage::{Shown, Stage, number, percent};
use super::{Asked, Levers, Question, pictures, sentences};

/// About as many years are shown side by side.
const YEARS: usize = 8;

pub(super) struct Staff;

impl Asked for Staff {
    fn question(&self) -> Question {
        Question::Staff
    }

    fn levers(&self, all: &Levers) -> Levers {
        Levers {
            staff: all.staff,
            volume: all.volume,
            from_year: all.from_year,
            to_year: all.to_year,
            ..all.today()
        }
    }

    fn foresee(&self, stage: &Stage) -> Shown {
        let [today, then] = stage.desks();
        let mut shown = Shown::default();
        let minutes = stage.today.ask(|graph| metrics(graph).staff_min_per_case);
        let Levers {
            from_year,
            to_year,
            staff,
            volume,
            ..
        } = *stage.levers;
        let way = minutes.and_then(|minutes| backcast(minutes, from_year, to_year, staff, volume));
        if let Some(way) = &way {
            shown.says.push(needed(stage, way, to_year));
            if way.reduction() > 0.0 {
                let yearly = percent(1.0 - way.yearly);
                shown
                    .says
                    .push(stage.tell("staff-yearly", &[("share", yearly)]));
            }
        }
        shown.says.extend(sentences::busiest(stage, &then));
        shown.charts.extend(pictures::busy(stage, &today, &then));
        shown.charts.extend(way.map(|way| milestones(stage, &way)));
        shown
    }
}

/// How little a case may take then.
fn needed(stage: &Stage, way: &Backcast, year: i32) -> String {
    let values = [
        ("year", year.to_string()),
        ("now", number(way.minutes_now)),
        ("then", number(way.minutes_then)),
        ("share", percent(way.reduction().abs())),
    ];
    let id = if way.reduction() > 1e-9 {
        "staff-needed"
    } else {
        "staff-room"
    };
    stage.tell(id, &values)
}

/// How little a case may take from year to year.
fn milestones(stage: &Stage, way: &Backcast) -> Chart {
    let step = way.milestones.len().div_ceil(YEARS).max(1);
    // The last year is always there, and then every so many before it.
    let shown = way
        .milestones
        .iter()
        .rev()
        .step_by(step)
        .collect::<Vec<_>>();
    let category = |(year, minutes): &(i32, f64)| Category {
        label: stage.tell("chart-year", &[("year", year.to_string())]),
        columns: vec![Column {
            value: *minutes,
            low: *minutes,
            high: *minutes,
            label: number(*minutes),
            word: String::new(),
        }],
    };
    Chart::Columns(Columns {
        title: stage.say("chart-milestones"),
        up: stage.say("chart-milestones-up"),
        nothing: String::new(),
        number: Number::Plain,
        series: vec![Toned {
            name: stage.say("chart-milestones-series"),
            tone: Tone::Proposal,
        }],
        categories: shown.into_iter().rev().map(category).collect(),
        range: String::new(),
        level: None,
    })
}
