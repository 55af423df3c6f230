//! A better flow, with the reasons for every change.
use kaizu_model::{Command, FlowId, Many, Progress};
pub use kaizu_redesign::Package;
use kaizu_redesign::{Parameters, Wishes, propose};

use super::Request;
use super::told_proposal::{Alternative, ToldProposal, tell};
use crate::{Problem, Session};

/// Asks for a better flow.
#[derive(Clone, Debug, Default)]
pub struct Propose {
    /// How far it may go.
    pub package: Package,
    /// Which packages to tell the figures of beside it.
    pub alternatives: Vec<Package>,
    /// What it assumes.
    pub parameters: Parameters,
    /// The moment at which the better flow is written down, in milliseconds since 1970.
    pub at: i64,
    /// Stops the search and counts what it finds.
    pub progress: Progress,
}

impl Propose {
    /// Asks with the usual assumptions, and for what every package would give.
    pub fn new(package: Package, at: i64) -> Self {
        Self {
            package,
            alternatives: Package::ALL.to_vec(),
            at,
            ..Self::default()
        }
    }
}

/// A better flow: told, and at hand.
#[derive(Debug)]
pub struct Proposed {
    /// What is printed.
    pub told: ToldProposal,
    /// A session in which the better flow stands beside today's, made by one change that can be taken back.
    pub session: Session,
    /// The better flow.
    pub flow: FlowId,
}

impl Request for Propose {
    type Answer = Proposed;

    fn answer(&self, session: &Session, flow: FlowId) -> Result<Proposed, Problem> {
        let compose = |package| {
            let wishes = Wishes {
                package,
                parameters: self.parameters.clone(),
                ..Wishes::default()
            };
            propose(session.document(), flow, &wishes, &self.progress)
                .map_err(|refusal| session.refused(&refusal))
        };
        let proposal = compose(self.package)?;
        let mut alternatives = Vec::new();
        for package in &self.alternatives {
            alternatives.push(if *package == self.package {
                Alternative::of(&proposal)
            } else {
                Alternative::of(&compose(*package)?)
            });
        }
        let told = tell(session, flow, &proposal, alternatives)?;
        let mut proposed = session.beside()?;
        let name = session.words().say("proposal-title");
        proposed.dispatch(
            &Command::Many(Many {
                title: name,
                commands: proposal.commands.clone(),
            }),
            self.at,
        )?;
        Ok(Proposed {
            told,
            session: proposed,
            flow: proposal.flow,
        })
    }
}
