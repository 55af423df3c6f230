//! The project file: one SQLite file in which every command is one transaction.
