//! Checks that nobody would miss: repeated ones, ones that exist because of copying, ones a machine does better.
pub(crate) mod distrusted_entry;
pub(super) mod double_check;
pub(super) mod manual_matching;
pub(super) mod triple_check;
