//! Cases of which nobody outside can see how far they are.
pub(super) mod invisible_status;
