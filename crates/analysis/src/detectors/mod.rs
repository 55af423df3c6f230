//! Every kind of waste Kaizu can see. One file each: declare it in its family, list it below.
pub(crate) mod approval;
pub(crate) mod check;
mod entry;
mod handoff;
mod journey;
mod medium;
mod payment;
mod rework;
mod soundness;
mod status;
#[cfg(test)]
pub(crate) mod tests;
mod waiting;
mod whole;

use serde::Serialize;
use ts_rs::TS;

use crate::across::Group;
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
    /// A figure or a circumstance worth knowing, which claims nothing: never more than a remark.
    Note,
}

/// What a finding is about, for people who talk about one thing at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// The drawing itself.
    Drawing,
    /// Paper and changes of medium.
    Printing,
    /// Writing and typing what is known.
    Entry,
    /// Checks, and what goes back.
    Check,
    /// Seals and decisions.
    Approval,
    /// Who hands over to whom.
    Handover,
    /// Time in which nobody works.
    Waiting,
    /// What residents see of the office.
    Counter,
    /// What is about the work as a whole.
    Whole,
}

impl Theme {
    /// A stable name, the key of its word.
    pub fn code(self) -> &'static str {
        match self {
            Self::Drawing => "drawing",
            Self::Printing => "printing",
            Self::Entry => "entry",
            Self::Check => "check",
            Self::Approval => "approval",
            Self::Handover => "handover",
            Self::Waiting => "waiting",
            Self::Counter => "counter",
            Self::Whole => "whole",
        }
    }

    /// The theme of a family of the catalogue, by the letter of its codes.
    fn of_family(code: &str) -> Self {
        match code.as_bytes().first() {
            Some(b'L') => Self::Drawing,
            Some(b'M') => Self::Printing,
            Some(b'E') => Self::Entry,
            Some(b'C' | b'F') => Self::Check,
            Some(b'A') => Self::Approval,
            Some(b'H') => Self::Handover,
            Some(b'W') => Self::Waiting,
            Some(b'S' | b'J' | b'P') => Self::Counter,
            Some(_) | None => Self::Whole,
        }
    }
}

/// The eight wastes of lean work, as an office knows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Waste {
    /// 手直し: doing again what was not right.
    Defects,
    /// 作り過ぎ: making what nobody needs.
    Overproduction,
    /// 手待ち: waiting.
    Waiting,
    /// 人材の未活用: people who could do more.
    UnusedTalent,
    /// 運搬: carrying things about.
    Transport,
    /// 在庫・滞留: cases that lie about.
    Inventory,
    /// 動作・探し物: needless moves and searching.
    Motion,
    /// 加工し過ぎ: doing more than anybody asks for.
    Overprocessing,
}

impl Waste {
    /// A stable name, the key of its word.
    pub fn code(self) -> &'static str {
        match self {
            Self::Defects => "defects",
            Self::Overproduction => "overproduction",
            Self::Waiting => "waiting",
            Self::UnusedTalent => "unused-talent",
            Self::Transport => "transport",
            Self::Inventory => "inventory",
            Self::Motion => "motion",
            Self::Overprocessing => "overprocessing",
        }
    }
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
    /// Numbers of the best practices of Reijers and Liman Mansar (2005) that speak against it.
    fn practices(&self) -> &'static [u8] {
        &[]
    }
    /// Which of the eight wastes it is; `None` for what is wrong with a drawing.
    fn waste(&self) -> Option<Waste> {
        None
    }
    /// What it is about; that of its family, unless it says otherwise.
    fn theme(&self) -> Theme {
        Theme::of_family(self.code())
    }
    /// How much it weighs by itself.
    fn gravity(&self) -> Gravity {
        Gravity::Waste
    }
    /// All the places it sees.
    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>);
    /// The same over several flows, where there is something that only these show together.
    fn across(&self) -> Option<&dyn DetectAcross> {
        None
    }
}

/// Sees what several flows show together.
pub trait DetectAcross: Detector {
    /// All the places it sees that no flow shows by itself.
    fn detect_across(&self, group: &Group, found: &mut Vec<Finding>);
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
    soundness::absent_resident,
    soundness::unclear_name,
    soundness::confusing_symbol,
    soundness::missing_data,
    soundness::oversized_flow,
    entry::double_entry,
    entry::copied_by_hand,
    entry::asked_again,
    entry::scattered_data,
    entry::asked_though_held,
    entry::unread_item,
    entry::unstructured_data,
    entry::parallel_ledgers,
    medium::print_and_rekey,
    medium::paper_output,
    medium::spreadsheet_relay,
    medium::useless_channel,
    medium::physical_transport,
    medium::copying,
    medium::fax_or_mail_relay,
    medium::media_breaks,
    check::double_check,
    check::triple_check,
    check::distrusted_entry,
    check::manual_matching,
    check::late_check,
    check::knockout_order,
    check::never_failing_check,
    check::uniform_depth,
    check::machine_checkable_aspect,
    approval::baseless_seal,
    approval::long_approval_chain,
    approval::rubber_stamp_approval,
    approval::serial_consent,
    approval::papers_for_approval,
    approval::re_registration,
    approval::handover_slip,
    approval::case_by_case_approval,
    handoff::many_handoffs,
    handoff::ping_pong,
    handoff::many_sections,
    handoff::fragmented_tasks,
    handoff::shared_responsibility,
    handoff::key_person,
    handoff::inter_office_query,
    handoff::dispersed_work,
    waiting::dominant_wait,
    waiting::resident_waiting,
    waiting::batching,
    waiting::deadline_risk,
    waiting::overload,
    waiting::low_cycle_time_efficiency,
    waiting::needless_sequence,
    waiting::mail_round_trip,
    rework::rework_loop,
    rework::deficiency_rate,
    rework::late_rejection,
    rework::correction_by_seal,
    status::invisible_status,
    status::failure_demand,
    status::search_for_case,
    journey::many_counters,
    journey::required_visit,
    journey::several_portals,
    journey::known_attachments,
    journey::heavy_form,
    journey::office_hours_only,
    payment::cash_only,
    payment::payment_trip,
    whole::error_pressure,
    whole::tedium,
    whole::single_point_of_failure,
    whole::unknown_basis,
    whole::off_the_outcome,
    whole::personal_data_spread,
}
