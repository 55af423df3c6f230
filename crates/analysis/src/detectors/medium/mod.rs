//! Changes of medium that nobody needs.
pub(super) mod paper_output;
pub(super) mod print_and_rekey;
mod printing;
pub(super) mod useless_channel;
