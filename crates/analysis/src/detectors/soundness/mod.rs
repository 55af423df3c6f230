//! Flows that cannot be right as they are drawn.
pub(super) mod absent_resident;
pub(super) mod confusing_symbol;
pub(super) mod deadlock;
pub(super) mod doubled_case;
pub(super) mod endless_loop;
pub(super) mod implicit_branch;
pub(super) mod missing_data;
pub(super) mod no_end;
pub(super) mod oversized_flow;
pub(super) mod several_starts;
pub(super) mod unclear_branch;
pub(super) mod unclear_name;
pub(super) mod unreachable_step;
