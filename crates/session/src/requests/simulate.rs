//! What becomes of the cases of a flow as time goes on: waits, busy people, and what piles up.
use kaizu_analysis::Graph;
use kaizu_model::{Document, FlowId, Outcome, Progress};
pub(crate) use kaizu_simulate::FIRST_DAY;
use kaizu_simulate::{People, Plan, Replications, Unplayable, run};

use super::Request;
use super::finding::Teller;
use super::told_outcome::ToldOutcome;
use crate::{Problem, Session};

/// Asks for it.
#[derive(Clone, Debug)]
pub struct Simulate {
    /// Cases in each replication; as many as are needed where nobody says.
    pub cases: Option<u64>,
    /// How often it is played; until the mean is known well enough where nobody says.
    pub replications: Option<u32>,
    /// What chance is drawn from.
    pub seed: u64,
    /// So much of everybody who is there today.
    pub staff: f64,
    /// Hears how many replications are done, and asks it to stop.
    pub progress: Progress,
}

impl Default for Simulate {
    fn default() -> Self {
        Self {
            cases: None,
            replications: None,
            seed: 1,
            staff: 1.0,
            progress: Progress::default(),
        }
    }
}

impl Request for Simulate {
    type Answer = ToldOutcome;

    fn answer(&self, session: &Session, flow: FlowId) -> Result<ToldOutcome, Problem> {
        let graph =
            Graph::of(session.document(), flow).map_err(|refusal| session.refused(&refusal))?;
        let mut plan = Plan::usual(&graph, FIRST_DAY);
        plan.seed = self.seed;
        if let Some(cases) = self.cases {
            plan.with_cases(cases);
        }
        if let Some(replications) = self.replications {
            plan.replications = Replications::Exactly(replications);
        }
        plan.people = People::Limited { factor: self.staff };
        let outcome = simulated(session, session.document(), flow, &plan, &self.progress)?;
        Ok(ToldOutcome::of(session, &graph, &plan, &outcome))
    }
}

/// What becomes of `flow` under `plan`, in the session's own document or in one that was made from it.
pub(crate) fn simulated(
    session: &Session,
    document: &Document,
    flow: FlowId,
    plan: &Plan,
    progress: &Progress,
) -> Result<Outcome, Problem> {
    run(document, flow, plan, progress).map_err(|reason| unplayable(session, flow, &reason))
}

/// Why a flow cannot be played, for people.
pub(crate) fn unplayable(session: &Session, flow: FlowId, reason: &Unplayable) -> Problem {
    let words = session.words();
    let plain = |code: &str| Problem::new(words, code, &[]);
    match reason {
        Unplayable::Refused(refusal) => session.refused(refusal),
        Unplayable::Empty => plain("nothing-drawn"),
        Unplayable::Unsound(stuck) => {
            let names = stuck.iter().filter_map(|(node, _)| {
                let node = session.document().node(*node).ok()?;
                Some(node.name.to_owned())
            });
            let names: Vec<String> = names.collect();
            let problem = Problem::new(words, "unsound", &[("steps", words.list(&names))]);
            let printed = Teller::new(words, session.document(), flow);
            match stuck.first() {
                Some((node, _)) => problem.about(printed.key(*node)),
                None => problem,
            }
        }
        Unplayable::Endless => plain("endless"),
        Unplayable::NeverOpen => plain("never-open"),
        Unplayable::Stuck => plain("stuck"),
        Unplayable::Cancelled => plain("cancelled"),
        Unplayable::TooLarge => plain("too-large-to-simulate"),
    }
}
