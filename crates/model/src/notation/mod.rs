//! The text notation of one flow (`.flow`).
