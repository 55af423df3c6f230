//! Checks that nobody would miss: repeated ones, ones that exist because of copying, ones a machine does better; and
//! checks in the wrong place.
pub(crate) mod distrusted_entry;
pub(super) mod double_check;
pub(super) mod knockout_order;
pub(super) mod late_check;
pub(super) mod machine_checkable_aspect;
pub(super) mod manual_matching;
pub(super) mod never_failing_check;
pub(super) mod triple_check;
pub(super) mod uniform_depth;
