//! Every cure Kaizu knows. One file each: declare it here, list it below in the order in which it is applied.
//!
//! The order is causes first, compensation later: ends (R10), source (R05), compensation (R03, R02, R09), shape (R11 to R12),
//! then automation (R07, R16). What copies are made of goes before what only guarded the copies, and nothing is
//! automated that should not exist.
mod approve_electronically;
mod drop_seal;
mod drop_step_without_reason;
mod handle_at_once;
mod join_steps;
mod keep_in_one_hand;
mod keep_one_check;
mod match_automatically;
mod shorten_approval;
mod show_status;
mod sort_out_early;
mod stop_printing;
mod unify_entry;
mod work_side_by_side;

use kaizu_analysis::{Finding, Graph};
use kaizu_model::{Authority, Basis, Command, Cost, Difference, NodeId, Refusal};

use crate::parameters::Parameters;
use crate::trial::authority_over;

/// A place where a rewrite fits.
#[derive(Clone, Debug, PartialEq)]
pub struct Site {
    /// The nodes that tell this place from others, in the flow's order.
    pub nodes: Vec<NodeId>,
    /// Who has to agree at least, besides what the basis of the touched steps demands.
    pub authority: Authority,
    /// Nodes that the change is for without touching them: who asks, who waits.
    pub serves: Vec<NodeId>,
}

impl Site {
    /// A place that the section itself may change.
    pub fn at(nodes: impl IntoIterator<Item = NodeId>) -> Self {
        Self {
            nodes: nodes.into_iter().collect(),
            authority: Authority::Section,
            serves: Vec::new(),
        }
    }

    /// The same, if `authority` agrees.
    #[must_use]
    pub fn asking(self, authority: Authority) -> Self {
        Self { authority, ..self }
    }

    /// The same, if those agree who can change the rules that steps of the place rest on: a rule may set their order.
    fn asking_for_order(self, graph: &Graph) -> Self {
        let steps = self
            .nodes
            .iter()
            .filter_map(|id| graph.step(graph.index(*id)?));
        let ruled = steps.filter(|step| step.basis == Some(Basis::Rule));
        let authority = ruled
            .map(authority_over)
            .fold(self.authority, Authority::max);
        self.asking(authority)
    }
}

/// Cures one kind of waste.
pub trait Rewrite: Sync {
    /// The file name with dashes.
    fn id(&self) -> &'static str;
    /// The code in the catalogue.
    fn code(&self) -> &'static str;
    /// The file, whose first comment is the manual page.
    fn source(&self) -> &'static str;
    /// Whether it drops, lessens or changes.
    fn class(&self) -> Difference;
    /// What it costs to bring about.
    fn cost(&self) -> Cost;
    /// Codes of the findings it answers.
    fn answers(&self) -> &'static [&'static str];
    /// Whether it is for the whole flow, wherever its commands are at work.
    fn is_for_whole_flow(&self) -> bool {
        false
    }
    /// What one gives up with it: keys of sentences.
    fn loses(&self) -> &'static [&'static str] {
        &[]
    }
    /// What has to be done formally whatever the touched steps rest on: keys of sentences.
    fn procedures(&self) -> &'static [&'static str] {
        &[]
    }
    /// The assumptions it uses: names of the table.
    fn parameters(&self) -> &'static [&'static str] {
        &[]
    }
    /// Where it fits. Cheap; called on every version of the flow.
    fn sites(&self, graph: &Graph, findings: &[Finding]) -> Vec<Site>;
    /// What to do there. Commands, not edits: a person could have made them by hand.
    fn commands(
        &self,
        graph: &Graph,
        site: &Site,
        parameters: &Parameters,
    ) -> Result<Vec<Command>, Refusal>;
}

/// Declares the list. The modules stand outside it, where the formatter finds them.
macro_rules! rewrites {
    ($($file:ident),* $(,)?) => {
        /// Every rewrite, in the order in which they are applied.
        pub fn all() -> &'static [&'static dyn Rewrite] {
            &[$(&$file::Rule),*]
        }

        #[cfg(test)]
        const LISTED: &[&str] = &[$(stringify!($file)),*];
    };
}

rewrites! {
    drop_seal,
    unify_entry,
    stop_printing,
    drop_step_without_reason,
    keep_one_check,
    shorten_approval,
    sort_out_early,
    work_side_by_side,
    approve_electronically,
    handle_at_once,
    keep_in_one_hand,
    join_steps,
    match_automatically,
    show_status,
}

#[cfg(test)]
mod tests;
