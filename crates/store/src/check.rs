//! Whether a file is whole: every page, every record, every row of the journal, every snapshot.
use kaizu_model::{Record, RecordId};
use rusqlite::Connection;

use crate::journal::Revision;
use crate::{Failure, records, rows, snapshots, sums};

/// Looks at everything once: what was cut off or overwritten is noticed before anything is built on it.
/// Gives the last row of the journal.
pub(crate) fn whole(connection: &Connection) -> Result<Revision, Failure> {
    pages(connection)?;
    records::each_row(connection, |id, json, sum| {
        let _: (RecordId, Record) = records::parsed(id, json)?;
        is_as_written(sums::record(id, json) == sum, || id.to_owned())
    })?;
    let last = chain(connection, Revision(0))?;
    snapshots::each_row(connection, |revision, packed, sum| {
        is_as_written(snapshots::unpacked(revision, packed, sum).is_some(), || {
            format!("snapshot {revision}")
        })
    })?;
    Ok(last)
}

/// Follows the journal behind row `from`, row by row without a gap. Gives the last one.
fn chain(connection: &Connection, from: Revision) -> Result<Revision, Failure> {
    let mut before = (from.0, rows::sum_of(connection, from)?);
    rows::each_row_behind(connection, from, |row, sum| {
        let is_next = row.revision == before.0 + 1 && row.sum(before.1) == sum;
        let named = || format!("journal row {}", row.revision);
        before = (row.revision, sum);
        is_as_written(is_next, named)
    })?;
    Ok(Revision(before.0))
}

/// Looks at every page.
pub(crate) fn pages(connection: &Connection) -> Result<(), Failure> {
    let verdict: String = connection.pragma_query_value(None, "quick_check", |row| row.get(0))?;
    is_as_written(verdict == "ok", || verdict)
}

fn is_as_written(is_it: bool, what: impl FnOnce() -> String) -> Result<(), Failure> {
    if is_it {
        Ok(())
    } else {
        Err(Failure::Damaged(what()))
    }
}

/// Looks at every record, and at the rows of the journal behind row `from`, which was looked at before. Gives the last one.
pub(crate) fn since(connection: &Connection, from: Revision) -> Result<Revision, Failure> {
    // All at one moment: an erasure in between sums up every row anew.
    let moment = connection.unchecked_transaction()?;
    let last = chain(&moment, from)?;
    records::each_row(&moment, |id, json, sum| {
        is_as_written(sums::record(id, json) == sum, || id.to_owned())
    })?;
    Ok(last)
}
