//! The way of a resident through the city's offices.
mod counter;
pub(super) mod heavy_form;
pub(super) mod known_attachments;
pub(super) mod many_counters;
pub(super) mod office_hours_only;
pub(super) mod required_visit;
pub(super) mod several_portals;
