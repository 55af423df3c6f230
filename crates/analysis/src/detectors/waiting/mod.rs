//! Time in which a case lies and nobody works on it.
pub(super) mod batching;
pub(super) mod deadline_risk;
pub(super) mod dominant_wait;
mod longest;
pub(super) mod low_cycle_time_efficiency;
pub(super) mod mail_round_trip;
pub(super) mod needless_sequence;
pub(super) mod overload;
pub(super) mod resident_waiting;
mod rush;
