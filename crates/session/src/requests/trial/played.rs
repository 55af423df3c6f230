//! A flow with its levers turned, played: what a question tells of.
use kaizu_analysis::{Graph, hours_a_day};
use kaizu_model::{Document, FlowId, Outcome, Progress};
use kaizu_simulate::{Arrivals, Plan, Replications, Wave};

use super::Levers;
use super::turned::{Guess, guessed, has_guesses, turned};
use crate::requests::simulate::{FIRST_DAY, simulated};
use crate::requests::told_outcome::ToldOutcome;
use crate::{Problem, Session};

/// No more cases than this are played in each replication, where they do not all come at once.
const CASES: u64 = 4_000;

/// Half the confidence interval of the mean lead time as a part of it.
const SURE: f64 = 0.03;

/// No more replications than this, of a rush and of others.
const REPLICATIONS: [u32; 2] = [10, 60];

/// A flow with its levers turned, and what became of it.
pub(super) struct Played {
    /// The project with the levers turned.
    pub(super) document: Document,
    /// Which flow of it.
    pub(super) flow: FlowId,
    /// How it was played.
    pub(super) plan: Plan,
    /// What became of it.
    pub(super) outcome: Outcome,
    /// The mean lead times where every guess is wrong to the same side; `None` where nobody guessed.
    pub(super) guesses: Option<(f64, f64)>,
}

impl Played {
    /// `flow` of `session` with `levers` turned.
    pub(super) fn of(
        session: &Session,
        flow: FlowId,
        levers: &Levers,
        progress: &Progress,
    ) -> Result<Self, Problem> {
        let document = turned(session.document(), flow, levers);
        let (plan, outcome) = play(session, &document, flow, levers, progress)?;
        let guesses = if has_guesses(&document, flow) {
            let mean = |guess: Guess| {
                let end = guessed(&document, flow, guess);
                let (_, outcome) = play(session, &end, flow, levers, progress)?;
                Ok::<f64, Problem>(outcome.lead_hours.mean)
            };
            Some((mean(Guess::Short)?, mean(Guess::Long)?))
        } else {
            None
        };
        Ok(Self {
            document,
            flow,
            plan,
            outcome,
            guesses,
        })
    }

    /// As it is told.
    pub(super) fn told(&self, session: &Session) -> Result<ToldOutcome, Problem> {
        let graph = Graph::of(&self.document, self.flow);
        let graph = graph.map_err(|refusal| session.refused(&refusal))?;
        Ok(ToldOutcome::of(session, &graph, &self.plan, &self.outcome))
    }

    /// From when to when the mean lead time lies: chance and guesses together, in office hours.
    pub(super) fn range(&self) -> (f64, f64) {
        let lead = self.outcome.lead_hours;
        let (low, high) = self.guesses.unwrap_or((lead.mean, lead.mean));
        (lead.low95.min(low), lead.high95.max(high))
    }
}

/// Plays `flow` of a project whose levers are turned already.
pub(super) fn play(
    session: &Session,
    document: &Document,
    flow: FlowId,
    levers: &Levers,
    progress: &Progress,
) -> Result<(Plan, Outcome), Problem> {
    let graph = Graph::of(document, flow).map_err(|refusal| session.refused(&refusal))?;
    let plan = plan(&graph, levers);
    let outcome = simulated(session, document, flow, &plan, progress)?;
    Ok((plan, outcome))
}

/// How a flow whose levers are turned already is played.
pub(crate) fn plan(graph: &Graph, levers: &Levers) -> Plan {
    let mut plan = Plan::usual(graph, FIRST_DAY);
    let [rush, usual] = REPLICATIONS;
    if let Some(cases) = levers.at_once.filter(|cases| *cases > 0) {
        plan.arrivals = Arrivals::Waves(waves(graph, levers, cases));
    } else if !matches!(plan.arrivals, Arrivals::Waves(_) | Arrivals::Seasons(_)) {
        plan.with_cases(plan.cases.min(CASES));
    }
    plan.replications = match plan.arrivals {
        Arrivals::Waves(_) | Arrivals::Seasons(_) => Replications::Exactly(rush),
        Arrivals::Alone | Arrivals::Random { .. } | Arrivals::Even { .. } => {
            Replications::UntilWithin {
                part: SURE,
                at_most: usual,
            }
        }
    };
    plan
}

/// A rush in as many waves as wanted, each of which comes as fast as the whole would.
fn waves(graph: &Graph, levers: &Levers, cases: u64) -> Vec<Wave> {
    let cases = (cases as f64 * levers.volume).round() as u64;
    let waves = u64::from(levers.waves.max(1));
    let hours = levers.at_once_days.max(0.0) * hours_a_day(graph.document) / waves as f64;
    let share = |n: u64| cases / waves + u64::from(n < cases % waves);
    (0..waves)
        .map(|n| Wave {
            day: n as u32 * levers.wave_days,
            cases: share(n),
            hours,
        })
        .filter(|wave| wave.cases > 0)
        .collect()
}
