//! The schema of a project file, one step a version. Only ever added to.
use rusqlite::{Connection, Transaction};
use rusqlite_migration::{HookError, M, Migrations};

use crate::{Failure, journal, records, rows, snapshots};

/// Marks a `SQLite` file as a Kaizu project: “KAIZ”.
pub(crate) const APPLICATION: i64 = 0x4B41_495A;

/// The schema version that this Kaizu writes.
pub(crate) const KNOWN: i64 = 2;

/// Brings an older file up to date, each step in a transaction of its own.
pub(crate) fn bring_up_to_date(connection: &mut Connection) -> Result<(), Failure> {
    let steps = vec![
        M::up(include_str!("sql/migrations/0001_project.sql")),
        M::up_with_hook(
            include_str!("sql/migrations/0002_versions.sql"),
            |transaction: &Transaction<'_>| {
                sum_up(transaction).map_err(|failure| HookError::Hook(failure.to_string()))
            },
        ),
    ];
    Migrations::new(steps).to_latest(connection)?;
    Ok(())
}

/// Gives every row its sum, and the project its first snapshot.
fn sum_up(connection: &Connection) -> Result<(), Failure> {
    records::sum_up(connection)?;
    rows::sum_up(connection)?;
    let (last, _) = journal::last(connection)?;
    if last.0 > 0 {
        snapshots::keep(connection, last.0, &records::document(connection)?)?;
    }
    Ok(())
}
