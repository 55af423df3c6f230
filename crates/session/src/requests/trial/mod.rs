//! What becomes of the work if: formulas that answer at once, and a simulation that takes its time.
//!
//! One file per question, each listed here. A question says which levers count for it, what formulas tell, and what a
//! simulation beside today's shows.
mod channel;
mod compare;
mod desks;
mod levers;
mod matters;
mod pictures;
mod played;
mod pooling;
mod sentences;
mod staff;
mod stage;
mod turned;
mod volume;
mod waves;

use kaizu_analysis::{Graph, demand};
use kaizu_model::{FlowId, Outcome, Progress, RecordId, Variant};
use kaizu_render::scene::Scene;
use serde::Serialize;
use ts_rs::TS;

pub use levers::{Levers, Question};

pub(crate) use played::plan;
pub(crate) use turned::turned;

use played::Played;
use stage::{Pair, Shown, Side, Stage};
use turned::first_channels;

use super::told_outcome::ToldOutcome;
use crate::{Problem, Session};

/// What formulas tell at once.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct Forecast {
    /// What is known of today.
    pub given: Given,
    /// How busy everybody would be.
    pub lanes: Vec<ForecastLane>,
    /// What it means, in sentences; the first is the answer.
    pub says: Vec<String>,
    /// Pictures.
    pub charts: Vec<Scene>,
    /// What is missing for an answer, and where it is entered; empty where nothing is.
    pub missing: Vec<String>,
}

/// What is known of today, from which levers begin.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct Given {
    /// Cases a year.
    pub per_year: Option<f64>,
    /// The part of the cases that comes electronically.
    pub online: Option<f64>,
    /// The better flows that can be played beside today's, with their names.
    pub better: Vec<(RecordId, String)>,
}

/// How busy a lane would be.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ForecastLane {
    /// Which lane.
    pub id: RecordId,
    /// What people call it.
    pub name: String,
    /// How many people there are, as levers have it; `None` where nobody said.
    pub people: Option<f64>,
    /// The part of their time in which they work.
    pub utilisation: Option<f64>,
    /// Office hours that a piece of work waits for them; `None` where the queue never settles.
    pub wait_hours: Option<f64>,
    /// Cases that pile up in an office day, where more come than can be done.
    pub backlog_per_day: Option<f64>,
}

/// What a simulation showed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Trial {
    /// With what was turned.
    pub then: ToldOutcome,
    /// As it is today.
    pub today: ToldOutcome,
    /// What it means, in sentences; the first is the answer.
    pub says: Vec<String>,
    /// Pictures.
    pub charts: Vec<Scene>,
    /// What became of today's flow, where it was played as it is drawn: findings are told from it.
    #[serde(skip)]
    #[ts(skip)]
    pub(crate) as_drawn: Option<Outcome>,
}

/// Which inputs move the lead time most.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Matters {
    /// In sentences, three at most.
    pub says: Vec<String>,
    /// How far each moves it.
    pub chart: Scene,
}

/// One question.
trait Asked {
    /// Which.
    fn question(&self) -> Question;
    /// The levers that count for it.
    fn levers(&self, all: &Levers) -> Levers;
    /// The levers of what it is compared with.
    fn before(&self, all: &Levers) -> Levers {
        all.today()
    }
    /// What formulas tell.
    fn foresee(&self, stage: &Stage) -> Shown;
    /// What a simulation shows beside today's: how long cases take, and what is in hand.
    fn tell(&self, stage: &Stage, pair: &Pair) -> Shown {
        Shown {
            says: sentences::lead(stage, pair),
            charts: vec![pictures::lead(stage, pair), pictures::course(stage, pair)],
        }
    }
}

/// Every question, in the order of the pages.
const ALL: &[&dyn Asked] = &[
    &volume::Volume,
    &staff::Staff,
    &channel::Channel,
    &pooling::Pooling,
    &waves::Waves,
    &compare::Compare,
];

fn asked(question: Question) -> &'static dyn Asked {
    let found = ALL.iter().find(|asked| asked.question() == question);
    *found.unwrap_or(&ALL[0])
}

/// What a question looks at.
fn stage<'a>(session: &'a Session, flow: FlowId, levers: &'a Levers, before: &Levers) -> Stage<'a> {
    let side = |flow: FlowId, levers: &Levers| Side {
        document: turned(session.document(), flow, levers),
        flow,
    };
    Stage {
        words: session.words(),
        levers,
        today: side(flow, before),
        then: side(better(flow, levers), levers),
    }
}

/// The flow that is looked at with the levers turned.
fn better(flow: FlowId, levers: &Levers) -> FlowId {
    match levers.to_be {
        Some(RecordId::Flow(better)) => better,
        Some(_) | None => flow,
    }
}

/// What formulas tell of `levers` about `flow`, at once.
pub(crate) fn forecast(
    session: &Session,
    flow: FlowId,
    question: Question,
    levers: &Levers,
) -> Result<Forecast, Problem> {
    let asked = asked(question);
    let (counting, before) = (asked.levers(levers), asked.before(levers));
    let stage = stage(session, flow, &counting, &before);
    let graph = Graph::of(&stage.today.document, flow);
    let graph = graph.map_err(|refusal| session.refused(&refusal))?;
    let shown = asked.foresee(&stage);
    let desks = stage.then.desks();
    let mut missing = Vec::new();
    if desks.iter().all(|desk| desk.people.is_none()) {
        missing.push(stage.say("missing-people"));
    }
    if demand(&graph).normal.is_none() && counting.at_once.is_none() {
        missing.push(stage.say("missing-cases"));
    }
    Ok(Forecast {
        given: given(session, flow)?,
        lanes: desks::told(&stage.then.document, &desks, stage.day()),
        charts: shown.scenes(session),
        says: shown.says,
        missing,
    })
}

/// What is known of today.
fn given(session: &Session, flow: FlowId) -> Result<Given, Problem> {
    let document = session.document();
    let graph = Graph::of(document, flow).map_err(|refusal| session.refused(&refusal))?;
    let flows = document.flows_of(graph.process_id).into_iter();
    let better = flows.filter(|(id, record)| *id != flow && record.variant == Variant::ToBe);
    Ok(Given {
        per_year: graph.volume(),
        online: first_channels(&graph).map(|channels| channels.share),
        better: better
            .map(|(id, record)| (id.into(), record.name.clone()))
            .collect(),
    })
}

/// What a simulation shows of `levers` about `flow`, beside today's.
pub(crate) fn try_out(
    session: &Session,
    flow: FlowId,
    question: Question,
    levers: &Levers,
    progress: &Progress,
) -> Result<Trial, Problem> {
    let asked = asked(question);
    let (counting, before) = (asked.levers(levers), asked.before(levers));
    let stage = stage(session, flow, &counting, &before);
    let pair = Pair {
        today: Played::of(session, flow, &before, progress)?,
        then: Played::of(session, better(flow, &counting), &counting, progress)?,
    };
    let shown = asked.tell(&stage, &pair);
    Ok(Trial {
        then: pair.then.told(session)?,
        today: pair.today.told(session)?,
        charts: shown.scenes(session),
        says: shown.says,
        as_drawn: (before == Levers::default()).then_some(pair.today.outcome),
    })
}

/// Which inputs move the lead time most.
pub(crate) fn what_matters(
    session: &Session,
    flow: FlowId,
    question: Question,
    levers: &Levers,
    progress: &Progress,
) -> Result<Matters, Problem> {
    let counting = asked(question).levers(levers);
    let flow = better(flow, &counting);
    matters::matters(session, flow, &counting, progress)
}

#[cfg(test)]
mod tests;
