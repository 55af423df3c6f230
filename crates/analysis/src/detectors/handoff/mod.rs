//! Cases that change hands more often than the work demands.
pub(super) mod key_person;
pub(super) mod many_handoffs;
pub(super) mod ping_pong;
