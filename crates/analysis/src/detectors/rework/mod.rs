//! Work done again.
pub(super) mod rework_loop;
