//! What becomes of the work if: formulas that answer at once, and a simulation that takes its time.
//!
//! One file per question, each listed here. A question says which levers count for it, what formulas tell, and what a
//! simulation beside today's shows.
mod levers;

use kaizu_model::{FlowId, Progress, RecordId};
use kaizu_render::scene::Scene;
use serde::Serialize;
use ts_rs::TS;

pub use levers::{Levers, Question};

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
}

/// Which inputs move the lead time most.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Matters {
    /// In sentences, three at most.
    pub says: Vec<String>,
    /// How far each moves it.
    pub chart: Scene,
}

/// What formulas tell of `levers` about `flow`, at once.
pub(crate) fn forecast(
    session: &Session,
    flow: FlowId,
    question: Question,
    levers: &Levers,
) -> Result<Forecast, Problem> {
    let _ = (session, flow, question, levers);
    Ok(Forecast::default())
}

/// What a simulation shows of `levers` about `flow`, beside today's.
pub(crate) fn try_out(
    session: &Session,
    flow: FlowId,
    question: Question,
    levers: &Levers,
    progress: &Progress,
) -> Result<Trial, Problem> {
    let _ = (flow, question, levers, progress);
    Err(session.problem("nothing-drawn", &[]))
}

/// Which inputs move the lead time most.
pub(crate) fn what_matters(
    session: &Session,
    flow: FlowId,
    question: Question,
    levers: &Levers,
    progress: &Progress,
) -> Result<Matters, Problem> {
    let _ = (flow, question, levers, progress);
    Err(session.problem("nothing-drawn", &[]))
}
