//! What if more come electronically?
use kaizu_analysis::Channels;
use kaizu_render::charts::{Chart, Course, Mark, Number, Series, Tick, Tone};

use super::stage::{Pair, Shown, Stage, number, percent};
use super::turned::first_channels;
use super::{Asked, Levers, Question, pictures, sentences};

pub(super) struct Channel;

impl Asked for Channel {
    fn question(&self) -> Question {
        Question::Channel
    }

    fn levers(&self, all: &Levers) -> Levers {
        Levers {
            online: all.online,
            ..all.today()
        }
    }

    fn foresee(&self, stage: &Stage) -> Shown {
        let Some(channels) = stage.today.ask(first_channels) else {
            return Shown {
                says: vec![stage.say("channel-none")],
                charts: Vec::new(),
            };
        };
        let minutes = |share: f64| channels.minutes_at_none + share * channels.slope();
        let share = stage.levers.online.unwrap_or(channels.share);
        let values = [
            ("share", percent(share)),
            ("now", number(minutes(channels.share))),
            ("then", number(minutes(share))),
        ];
        let mut says = vec![stage.tell("channel-minutes", &values)];
        let tenth = channels.slope() / 10.0;
        // Less than one part in two hundred is nothing that anybody would feel.
        let little = minutes(channels.share) / 200.0;
        let id = if tenth < -little {
            "channel-less"
        } else if tenth > little {
            "channel-more"
        } else {
            "channel-same"
        };
        says.push(stage.tell(id, &[("minutes", number(tenth.abs()))]));
        Shown {
            says,
            charts: vec![minutes_by_share(stage, &channels, share)],
        }
    }

    fn tell(&self, stage: &Stage, pair: &Pair) -> Shown {
        Shown {
            says: sentences::lead(stage, pair),
            charts: vec![pictures::lead(stage, pair)],
        }
    }
}

/// Minutes of staff by the share of cases that comes electronically.
fn minutes_by_share(stage: &Stage, channels: &Channels, share: f64) -> Chart {
    let minutes = |share: f64| channels.minutes_at_none + share * channels.slope();
    let point = |n: u32| (f64::from(n) / 10.0, minutes(f64::from(n) / 10.0));
    let tick = |n: u32| Tick {
        at: f64::from(n) / 10.0,
        label: format!("{}%", n * 10),
    };
    let mark = |at: f64, id: &str, tone| Mark {
        at,
        label: stage.tell(id, &[("share", percent(at))]),
        tone,
    };
    let mut marks = vec![mark(channels.share, "chart-channel-today", Tone::Today)];
    if (share - channels.share).abs() > 1e-9 {
        marks.push(mark(share, "chart-channel-then", Tone::Proposal));
    }
    Chart::Course(Course {
        title: stage.say("chart-channel"),
        up: stage.say("chart-channel-up"),
        across: stage.say("chart-channel-across"),
        nothing: String::new(),
        number: Number::Plain,
        ticks: (0..=5).map(|n| tick(n * 2)).collect(),
        series: vec![Series {
            name: stage.say("chart-channel-series"),
            tone: Tone::Plain,
            points: (0..=10).map(point).collect(),
            band: None,
        }],
        range: String::new(),
        marks,
        levels: Vec::new(),
    })
}
