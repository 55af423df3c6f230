//! Flows whose answer is known: by hand, by the formulas of queues, by the figures of a flow, or by the calendar.
#![expect(clippy::unwrap_used, reason = "a test ends where something is wrong")]
mod by_calendar;
mod figures;
mod networks;
mod office;
mod one_day;
mod queues;
mod same_seed;
mod truth;
mod unplayable;
