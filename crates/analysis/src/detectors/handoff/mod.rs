//! Cases that change hands more often than the work demands.
pub(super) mod dispersed_work;
pub(super) mod fragmented_tasks;
pub(super) mod inter_office_query;
pub(super) mod key_person;
pub(super) mod many_handoffs;
pub(super) mod many_sections;
pub(super) mod ping_pong;
pub(super) mod shared_responsibility;
