//! Cases of which nobody outside can see how far they are, and what comes of that.
pub(super) mod failure_demand;
mod inquiries;
pub(super) mod invisible_status;
pub(super) mod search_for_case;
