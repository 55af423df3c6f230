//! What is seen only of the work as a whole.
pub(super) mod error_pressure;
pub(super) mod off_the_outcome;
pub(super) mod personal_data_spread;
pub(super) mod single_point_of_failure;
pub(super) mod tedium;
pub(super) mod unknown_basis;
