//! The examples in the headers of all detectors.
