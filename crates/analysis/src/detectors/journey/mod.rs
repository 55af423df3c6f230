//! The way of a resident through the city's offices.
pub(super) mod many_counters;
