//! Seals, approvals and papers that only accompany a case.
pub(super) mod baseless_seal;
pub(crate) mod handover_slip;
pub(super) mod long_approval_chain;
