//! Every kind of waste Kaizu can see. One file each: declare it in its family, list it below.
pub(crate) mod approval;
pub(crate) mod check;
mod entry;
mod handoff;
mod journey;
mod medium;
mod rework;
mod soundness;
mod status;
#[cfg(test)]
mod tests;

use crate::finding::Finding;
use crate::graph::Graph;

/// How much a finding weighs by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gravity {
    /// The flow cannot be right: always high, and an error of `check`.
    Error,
    /// Something about the drawing is unclear: a warning of `check`.
    Warning,
    /// Waste: weighed by what could be avoided.
    Waste,
}

/// Sees one kind of waste.
pub trait Detector: Sync {
    /// The file name with dashes.
    fn id(&self) -> &'static str;
    /// The code in the catalogue.
    fn code(&self) -> &'static str;
    /// The file, whose first comment is the manual page.
    fn source(&self) -> &'static str;
    /// Codes of the rewrites that answer it.
    fn rewrites(&self) -> &'static [&'static str] {
        &[]
    }
    /// How much it weighs by itself.
    fn gravity(&self) -> Gravity {
        Gravity::Waste
    }
    /// All the places it sees.
    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>);
}

/// Declares the list: each detector's family and file.
macro_rules! detectors {
    ($($family:ident :: $file:ident),* $(,)?) => {
        /// Every detector, in the order of the catalogue.
        pub fn all() -> &'static [&'static dyn Detector] {
            &[$(&$family::$file::Rule),*]
        }

        #[cfg(test)]
        const LISTED: &[(&str, &str)] = &[$((stringify!($family), stringify!($file))),*];
    };
}

detectors! {
    soundness::several_starts,
    soundness::no_end,
    soundness::unreachable_step,
    soundness::endless_loop,
    soundness::unclear_branch,
    soundness::implicit_branch,
    soundness::deadlock,
    soundness::doubled_case,
    entry::double_entry,
    entry::copied_by_hand,
    entry::asked_again,
    medium::print_and_rekey,
    medium::paper_output,
    medium::useless_channel,
    check::double_check,
    check::triple_check,
    check::distrusted_entry,
    check::manual_matching,
    approval::baseless_seal,
    approval::long_approval_chain,
    approval::handover_slip,
    handoff::many_handoffs,
    handoff::ping_pong,
    rework::rework_loop,
    status::invisible_status,
    journey::many_counters,
}
