//! The API of Kaizu: open, dispatch, undo, redo, ask.
