//! Places a flow: lanes, steps, arrows and broken text.
