//! Seals, approvals and papers that only accompany a case.
pub(super) mod baseless_seal;
pub(super) mod case_by_case_approval;
pub(crate) mod handover_slip;
pub(super) mod long_approval_chain;
pub(super) mod papers_for_approval;
pub(super) mod re_registration;
mod row;
pub(super) mod rubber_stamp_approval;
pub(super) mod serial_consent;
