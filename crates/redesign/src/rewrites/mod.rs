//! Every cure Kaizu knows. One file each: declare it here, list it below in the order in which it is applied.
//!
//! The order is causes first, compensation later: ends (R01, R10, R10b), source (R05, R21, R15, R04, R06, R10c, R08, R08b, R05b,
//! R13), compensation (R03, R02, R09, R09b), shape (R11 to R12d), then automation (R07, R16, R16b, R17, R19), and at last people
//! (R20). What copies are made of goes before what only guarded the copies, nothing is automated that should not exist, and
//! nobody is given work that others need not do.
mod answer_at_once;
mod approve_electronically;
mod ask_instead_of_forms;
mod check_at_entry;
mod check_samples;
mod decide_by_rule;
mod drop_seal;
mod drop_step_without_reason;
mod drop_unread_output;
mod handle_at_once;
mod join_steps;
mod keep_in_one_hand;
mod keep_one_check;
mod link_systems;
mod look_up_in_house;
mod match_automatically;
mod notify_online;
mod omit_attachment;
mod open_online;
mod pay_online;
mod prefill_known_items;
mod read_forms;
mod send_without_application;
mod serve_at_one_counter;
mod shorten_approval;
mod show_status;
mod sort_by_case;
mod sort_out_early;
mod spread_the_load;
mod stop_printing;
mod unify_entry;
mod work_side_by_side;

use kaizu_analysis::{Finding, Graph, Index};
use kaizu_model::{Authority, Basis, Command, Cost, Difference, NodeId, Refusal, Step, StepId};

use crate::agreement::authority_over;
use crate::parameters::Parameters;

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

    /// The same, if those agree who can change what the steps of the place rest on.
    fn asking_owners(self, graph: &Graph) -> Self {
        self.asking_over(graph, |_| true)
    }

    /// The same, if those agree who can change the rules that steps of the place rest on: a rule may set their order.
    fn asking_for_order(self, graph: &Graph) -> Self {
        self.asking_over(graph, |step| step.basis == Some(Basis::Rule))
    }

    fn asking_over(self, graph: &Graph, is_meant: fn(&Step) -> bool) -> Self {
        let steps = self.indices(graph).filter_map(|n| graph.step(n));
        let meant = steps.filter(|step| is_meant(step)).map(authority_over);
        let authority = meant.fold(self.authority, Authority::max);
        self.asking(authority)
    }

    /// The nodes that are still there.
    fn indices(&self, graph: &Graph) -> impl Iterator<Item = Index> {
        self.nodes.iter().filter_map(|id| graph.index(*id))
    }

    /// Those of the nodes that are steps.
    fn steps(&self) -> impl Iterator<Item = StepId> {
        self.nodes.iter().copied().filter_map(NodeId::step)
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
    drop_unread_output,
    drop_seal,
    omit_attachment,
    unify_entry,
    send_without_application,
    open_online,
    check_at_entry,
    prefill_known_items,
    pay_online,
    link_systems,
    look_up_in_house,
    read_forms,
    ask_instead_of_forms,
    stop_printing,
    drop_step_without_reason,
    keep_one_check,
    check_samples,
    shorten_approval,
    sort_out_early,
    work_side_by_side,
    approve_electronically,
    handle_at_once,
    keep_in_one_hand,
    join_steps,
    serve_at_one_counter,
    sort_by_case,
    match_automatically,
    show_status,
    notify_online,
    answer_at_once,
    decide_by_rule,
    spread_the_load,
}

#[cfg(test)]
mod tests;
