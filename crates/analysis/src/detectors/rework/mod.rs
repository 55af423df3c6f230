//! Work done again.
pub(super) mod correction_by_seal;
pub(super) mod deficiency_rate;
pub(super) mod late_rejection;
mod loops;
pub(super) mod rework_loop;
