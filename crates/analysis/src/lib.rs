//! Finds waste in a process. Reads documents, changes nothing.
