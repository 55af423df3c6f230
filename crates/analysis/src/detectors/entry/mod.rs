//! Data that is written again although it is there.
mod asked_across;
pub(super) mod asked_again;
pub(super) mod asked_though_held;
pub(super) mod copied_by_hand;
pub(super) mod double_entry;
pub(super) mod parallel_ledgers;
pub(super) mod scattered_data;
pub(super) mod unread_item;
pub(super) mod unstructured_data;
