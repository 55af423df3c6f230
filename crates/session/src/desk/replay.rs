//! The cases of a flow on their way, to be shown again; today's above a better one.
use kaizu_model::{Cancel, FlowId, RecordId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::look::flow;
use super::sheet::Sheet;
use super::{Ask, Desk, Painting};
use crate::problem::Problem;
use crate::requests::picture;
use crate::requests::replay::{ReplayTrace, traced};
use crate::requests::simulate::FIRST_DAY;
use crate::requests::trial::Levers;
use crate::session::Session;

/// Asks for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "ReplayCall")]
pub struct PlayBack {
    /// What is turned.
    pub levers: Levers,
    /// What the window calls this work.
    pub job: String,
}

/// One or two flows with what happens in them, under the same chances.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Replay {
    /// The day on which time begins, as in 2026-04-01.
    pub first_day: String,
    /// The flow of today, and the better one that is played beside it.
    pub flows: Vec<ReplayFlow>,
}

/// A flow with what happens in it.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(optional_fields)]
pub struct ReplayFlow {
    /// Which.
    pub flow: RecordId,
    /// Its picture, with nothing but the flow itself.
    pub painting: Painting,
    /// What happens.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trace: Option<ReplayTrace>,
    /// Why nothing can happen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<Problem>,
}

impl Ask for PlayBack {
    type Answer = Replay;

    fn answer(self, desk: &Desk) -> Result<Replay, Problem> {
        let (session, looked) = desk.snapshot()?;
        let flows = match self.levers.to_be {
            Some(id) => {
                let better = flow(&session, id)?;
                vec![today(&session, looked, better), better]
            }
            None => vec![looked],
        };
        desk.working(&self.job, |progress| {
            let told = flows
                .into_iter()
                .map(|flow| played(&session, flow, &self.levers, &progress.cancel));
            Ok(Replay {
                first_day: FIRST_DAY.to_string(),
                flows: told.collect::<Result<_, _>>()?,
            })
        })
    }
}

/// The flow of today that `better` is laid beside, where `looked` is looked at.
fn today(session: &Session, looked: FlowId, better: FlowId) -> FlowId {
    if looked != better {
        return looked;
    }
    let document = session.document();
    let record = document.flow(better).ok();
    let origin = record.and_then(|it| it.made_from);
    let origin = origin.filter(|origin| document.flow(*origin).is_ok());
    let of_process = record.map(|it| document.flows_of(it.process));
    // The first is an as-is, where there is one.
    let first = of_process.and_then(|flows| flows.first().map(|(id, _)| *id));
    origin.or(first).unwrap_or(looked)
}

/// A flow that cannot be played is shown all the same, with the reason.
fn played(
    session: &Session,
    flow: FlowId,
    levers: &Levers,
    cancel: &Cancel,
) -> Result<ReplayFlow, Problem> {
    let bare = picture::plain(session, flow)?;
    let traced = traced(session, flow, levers, cancel);
    if let Err(problem) = &traced
        && cancel.is_cancelled()
    {
        return Err(problem.clone());
    }
    let (trace, problem) = match traced {
        Ok(trace) => (Some(trace), None),
        Err(problem) => (None, Some(problem)),
    };
    Ok(ReplayFlow {
        flow: flow.into(),
        painting: Sheet::shown(bare).1,
        trace,
        problem,
    })
}
