//! Reads and writes the formats of other programs.
