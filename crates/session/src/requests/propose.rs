//! A better flow, with the reasons for every change.
use kaizu_model::{Command, FlowId, Many, Progress};
pub use kaizu_redesign::Package;
use kaizu_redesign::{Parameters, Proposal, Wishes, propose};

use super::Request;
use super::told_proposal::{Alternative, ToldProposal, tell};
use crate::{Problem, Session};

/// Asks for a better flow.
#[derive(Clone, Debug, Default)]
pub struct Propose {
    /// How far it may go.
    pub package: Package,
    /// What it assumes.
    pub parameters: Parameters,
    /// The moment at which the better flow is written down, in milliseconds since 1970.
    pub at: i64,
    /// Stops the search and counts what it finds.
    pub progress: Progress,
}

impl Propose {
    /// Asks with the usual assumptions.
    pub fn new(package: Package, at: i64) -> Self {
        Self {
            package,
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
        for package in Package::ALL.iter().copied() {
            let other = if package == self.package {
                None
            } else {
                Some(compose(package)?)
            };
            alternatives.push(alternative(other.as_ref().unwrap_or(&proposal)));
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

fn alternative(proposal: &Proposal) -> Alternative {
    Alternative {
        package: proposal.package.name(),
        staff_min_per_case: proposal.after.staff_min_per_case,
        resident_min_per_case: proposal.after.resident_min_per_case,
        changes: proposal.changes.len(),
    }
}
