//! Kaizu on the command line.
fn main() {}
