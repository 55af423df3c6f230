//! Which three inputs move the lead time most: each is moved by itself, and the flow is played with the same luck.
use kaizu_analysis::{Graph, minutes_of};
use kaizu_model::{Document, FlowId, Lane, Progress, Quantity};
use kaizu_render::charts::{Bar, Bars, Chart, Number, Tick, chart};
use kaizu_simulate::Replications;

use super::played::plan;
use super::stage::SIZE;
use super::turned::{turned, with_minutes};
use super::{Levers, Matters};
use crate::requests::office_time::{day, told};
use crate::requests::simulate::simulated;
use crate::words::Words;
use crate::{Problem, Session};

/// So many steps are moved: those that take most.
const STEPS: usize = 6;

/// So many inputs are told.
const TOLD: usize = 3;

/// Cases and people are moved by this part of them, and times that nobody gave a range for.
const MOVED: f64 = 0.2;

/// Each is played so often with so many cases: enough to tell what moves much from what moves little.
const REPLICATIONS: u32 = 6;
const CASES: u64 = 1_000;

/// An input that is moved.
struct Input {
    /// What it is.
    name: String,
    /// The project with less of it and with more of it.
    ends: [Document; 2],
}

/// What moves the lead time of `flow` most.
pub(super) fn matters(
    session: &Session,
    flow: FlowId,
    levers: &Levers,
    progress: &Progress,
) -> Result<Matters, Problem> {
    let document = turned(session.document(), flow, levers);
    let mean = |document: &Document| lead(session, document, flow, levers, progress);
    let middle = mean(&document)?;
    let mut moved = Vec::new();
    for input in inputs(session.words(), &document, flow) {
        let [one, other] = &input.ends;
        let (one, other) = (mean(one)?, mean(other)?);
        moved.push((input.name, one, other));
    }
    let width = |it: &(String, f64, f64)| (it.1 - it.2).abs();
    moved.sort_by(|a, b| width(b).total_cmp(&width(a)).then_with(|| a.0.cmp(&b.0)));
    moved.retain(|it| width(it) > 1e-9);
    moved.truncate(2 * TOLD);
    Ok(shown(session, middle, &moved))
}

/// The mean lead time in office hours.
fn lead(
    session: &Session,
    document: &Document,
    flow: FlowId,
    levers: &Levers,
    progress: &Progress,
) -> Result<f64, Problem> {
    let graph = Graph::of(document, flow).map_err(|refusal| session.refused(&refusal))?;
    let mut plan = plan(&graph, levers);
    plan.replications = Replications::Exactly(REPLICATIONS);
    if levers.at_once.is_none() {
        plan.with_cases(plan.cases.min(CASES));
    }
    Ok(simulated(session, document, flow, &plan, progress)?
        .lead_hours
        .mean)
}

/// Everything that is moved.
fn inputs(words: &Words, document: &Document, flow: FlowId) -> Vec<Input> {
    let with = |volume: f64| {
        let levers = Levers {
            volume,
            ..Levers::default()
        };
        turned(document, flow, &levers)
    };
    let volume = Input {
        name: words.say("trial-matters-volume"),
        ends: [with(1.0 - MOVED), with(1.0 + MOVED)],
    };
    let mut inputs = vec![volume];
    inputs.extend(people(words, document, flow));
    inputs.extend(minutes(words, document, flow));
    inputs
}

/// The people of each lane, where their number is known: one more or less, where a part of them is less than one.
fn people(words: &Words, document: &Document, flow: FlowId) -> Vec<Input> {
    let moved = |(id, lane): (kaizu_model::LaneId, &Lane)| {
        let people = lane.headcount.map(Quantity::get)?;
        let step = (people * MOVED).max(1.0).min(people / 2.0);
        let with = |people: f64| {
            let headcount = Quantity::try_from(people).ok();
            let lane = Lane {
                headcount,
                ..lane.clone()
            };
            document.after(&document.put(id, lane).into())
        };
        Some(Input {
            name: words.tell("trial-matters-people", &[("lane", lane.name.clone())]),
            ends: [with(people - step), with(people + step)],
        })
    };
    let lanes = document.lanes_of(flow).into_iter();
    lanes.filter_map(moved).collect()
}

/// The minutes of the steps that take most: to the ends of the range that people gave, where they gave one.
fn minutes(words: &Words, document: &Document, flow: FlowId) -> Vec<Input> {
    let Ok(graph) = Graph::of(document, flow) else {
        return Vec::new();
    };
    let load = |node: usize| graph.visit(node) * graph.minutes(node).unwrap_or_default();
    let mut steps: Vec<usize> = graph.steps().map(|(node, _)| node).collect();
    steps.sort_by(|a, b| load(*b).total_cmp(&load(*a)));
    steps.retain(|node| load(*node) > 0.0);
    let end = |node: usize, part: f64| {
        with_minutes(document, flow, &|id, step| {
            let range = minutes_of(step);
            let likely = range.likely.filter(|_| id == graph.id(node))?;
            let end = if part < 1.0 {
                Some(range.low)
            } else {
                range.high
            };
            Some(end.filter(|_| !range.is_exact()).unwrap_or(likely * part))
        })
    };
    let moved = |node: usize| Input {
        name: words.tell(
            "trial-matters-minutes",
            &[("step", graph.name(node).to_owned())],
        ),
        ends: [1.0 - MOVED, 1.0 + MOVED].map(|part| end(node, part)),
    };
    steps.into_iter().take(STEPS).map(moved).collect()
}

fn shown(session: &Session, middle: f64, moved: &[(String, f64, f64)]) -> Matters {
    let words = session.words();
    let unit = day(session.document());
    let time = |hours: f64| told(words, unit, hours, false);
    let say = |(name, one, other): &(String, f64, f64)| {
        let values = [
            ("what", name.clone()),
            ("low", time(one.min(*other))),
            ("high", time(one.max(*other))),
        ];
        words.tell("trial-matters", &values)
    };
    let bar = |(name, one, other): &(String, f64, f64)| Bar {
        label: name.clone(),
        low: one.min(*other) / unit,
        high: one.max(*other) / unit,
        low_label: time(one.min(*other)),
        high_label: time(one.max(*other)),
    };
    let bars = Chart::Bars(Bars {
        title: words.say("trial-chart-matters"),
        across: words.say("trial-chart-matters-across"),
        nothing: words.say("trial-matters-none"),
        number: Number::Plain,
        rows: moved.iter().map(bar).collect(),
        middle: Tick {
            at: middle / unit,
            label: time(middle),
        },
    });
    let mut says: Vec<String> = moved.iter().take(TOLD).map(say).collect();
    if says.is_empty() {
        says.push(words.say("trial-matters-none"));
    }
    Matters {
        says,
        chart: chart(&bars, SIZE, words.language()),
    }
}
