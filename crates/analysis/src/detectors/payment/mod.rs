//! What residents pay, and how.
pub(super) mod cash_only;
mod paying;
pub(super) mod payment_trip;
