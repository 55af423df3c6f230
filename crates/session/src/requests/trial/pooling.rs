//! What if desks share their people?
use kaizu_render::charts::{Category, Chart, Column, Columns, Number, Tone, Toned};

use super::desks::Desk;
use super::stage::{Shown, Stage};
use super::{Asked, Levers, Question, sentences};

pub(super) struct Pooling;

impl Asked for Pooling {
    fn question(&self) -> Question {
        Question::Pooling
    }

    fn levers(&self, all: &Levers) -> Levers {
        Levers {
            pooled: all.pooled.clone(),
            volume: all.volume,
            ..all.today()
        }
    }

    fn foresee(&self, stage: &Stage) -> Shown {
        let [today, then] = stage.desks();
        let pooled = then
            .iter()
            .find(|desk| desk.lanes.len() > 1 && is_new(desk, &today));
        let Some(pooled) = pooled else {
            return Shown {
                says: vec![stage.say("pooling-choose")],
                charts: Vec::new(),
            };
        };
        let apart: Vec<&Desk> = today
            .iter()
            .filter(|desk| desk.lanes.iter().all(|lane| pooled.lanes.contains(lane)))
            .collect();
        let mut says = Vec::new();
        if let Some(wait) = pooled.wait_hours {
            let longest = apart
                .iter()
                .filter_map(|desk| desk.wait_hours)
                .fold(0.0, f64::max);
            let values = [
                ("lanes", pooled.name.clone()),
                ("now", stage.time(longest)),
                ("then", stage.time(wait)),
            ];
            says.push(stage.tell("pooling-wait", &values));
        } else {
            says.extend(sentences::busiest(stage, &then));
        }
        says.push(stage.say("pooling-needs"));
        Shown {
            says,
            charts: vec![waits(stage, &apart, pooled)],
        }
    }
}

/// Whether nobody shares these people today.
fn is_new(desk: &Desk, today: &[Desk]) -> bool {
    !today.iter().any(|it| it.lanes == desk.lanes)
}

/// How long work waits at each desk, and at the common one.
fn waits(stage: &Stage, apart: &[&Desk], pooled: &Desk) -> Chart {
    let column = |desk: &Desk| {
        let minutes = desk.wait_hours.map(|hours| hours * 60.0);
        Column {
            value: minutes.unwrap_or_default(),
            low: minutes.unwrap_or_default(),
            high: minutes.unwrap_or_default(),
            label: desk
                .wait_hours
                .map_or_else(String::new, |hours| stage.time(hours)),
            word: if minutes.is_none() {
                stage.say("overflows")
            } else {
                String::new()
            },
        }
    };
    let category = |desk: &Desk, label: String| Category {
        label,
        columns: vec![column(desk)],
    };
    let mut categories: Vec<Category> = apart
        .iter()
        .map(|desk| category(desk, desk.name.clone()))
        .collect();
    categories.push(category(pooled, stage.say("chart-pooled")));
    Chart::Columns(Columns {
        title: stage.say("chart-pooling"),
        up: stage.say("chart-pooling-up"),
        nothing: String::new(),
        number: Number::Plain,
        series: vec![Toned {
            name: stage.say("chart-pooling-series"),
            tone: Tone::Plain,
        }],
        categories,
        range: String::new(),
        level: None,
    })
}
