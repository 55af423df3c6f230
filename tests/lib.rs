//! What spans crates. The tests are beside this file.
