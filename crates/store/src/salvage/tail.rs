//! The end of the journal that can be carried over, and the new file with it.
use std::path::Path;

use kaizu_model::{Change, Document, Ids};
use rusqlite::Connection;

use super::found::Found;
use super::past::Past;
use super::rebuilt::Rebuilt;
use super::{Missing, Salvaged};
use crate::sums::Row;
use crate::{
    Failure, Moment, Revision, check, file, journal, moments, records, rows, snapshots, write,
};

/// Under which key the new file says when it was made, in milliseconds since 1970.
const SALVAGED_AT: &str = "salvaged_at";
/// The file's word on which number is free counts where it is at most so much higher than any number seen: beyond, it is
/// damage, and would leave few to give out.
const AHEAD: u32 = 1 << 20;

/// The rows of the journal that are carried over.
struct Tail<'a> {
    /// The first one.
    from: i64,
    /// The document before it.
    begin: Document,
    rows: Vec<&'a (Row, Change)>,
}

impl Tail<'_> {
    /// How a row is numbered in the new file; rows before the first one are the beginning.
    fn number(&self, row: i64) -> i64 {
        (row - self.from + 1).max(0)
    }
}

/// The longest end of the journal that leads back from `document` and undoes nothing that was done before it.
///
/// Undo inside it never reaches further back than its beginning, so that this can stand for all that was before.
fn tail<'a>(past: &'a Past, document: &Document, is_exact: bool) -> Tail<'a> {
    let end = past.end.unwrap_or_default();
    let mut now = document.clone();
    let mut earliest = i64::MAX;
    let mut found = (end.saturating_add(1), document.clone());
    for revision in (1..=end).rev() {
        let Some((row, effect)) = past.rows.get(&revision) else {
            break;
        };
        let back = effect.inverse();
        let leads_back =
            write::in_step(&now, &back).is_ok() && (is_exact || now.stays_sound(&back));
        if !leads_back {
            break;
        }
        now = now.after(&back);
        earliest = earliest.min(row.target.unwrap_or(revision));
        if earliest >= revision {
            found = (revision, now.clone());
        }
    }
    let (from, begin) = found;
    Tail {
        from,
        begin,
        rows: past
            .rows
            .iter()
            .filter(|(row, _)| (from..=end).contains(*row))
            .map(|(_, row)| row)
            .collect(),
    }
}

/// Writes the new project, which is there whole or not at all. Says what became of the old one.
pub(super) fn write(
    into: &Path,
    rebuilt: Rebuilt,
    found: &Found,
    (application, now_ms): (&str, i64),
) -> Result<Salvaged, Failure> {
    let Rebuilt {
        document,
        is_exact,
        past,
        mut missing,
    } = rebuilt;
    let tail = tail(&past, &document, is_exact);
    if tail.from > 1 || past.end.is_none() {
        missing.push(Missing::History {
            from: Revision(1),
            to: past.end.map(|_| Revision(tail.from - 1)),
        });
    }
    let (kept, lost): (Vec<&Moment>, Vec<&Moment>) = found
        .moments
        .iter()
        .partition(|moment| makes_sense(moment, &tail, past.end));
    missing.extend(lost.into_iter().map(|it| Missing::Moment(it.name.clone())));
    let written = fill(into, &document, &tail, |connection| {
        records::put_free_ids(connection, free_ids(&document, &past, found))?;
        records::put_meta(connection, "application", application)?;
        records::put_meta(connection, SALVAGED_AT, &now_ms.to_string())?;
        for moment in &kept {
            let revision = Revision(tail.number(moment.revision.0));
            moments::name(connection, revision, Some(&moment.name), moment.named_at)?;
        }
        Ok(())
    });
    if let Err(failure) = written {
        // What is half there is no project.
        let _ = std::fs::remove_file(into);
        return Err(failure);
    }
    Ok(Salvaged {
        records: document.records().count(),
        edits: tail.rows.len(),
        missing,
    })
}

/// Whether the row that a moment names is there, or the document before the first row.
fn makes_sense(moment: &Moment, tail: &Tail, end: Option<i64>) -> bool {
    let row = moment.revision.0;
    !moment.name.is_empty() && end.is_some_and(|end| (tail.from - 1..=end).contains(&row))
}

/// Writes everything in one transaction, and looks at it before that ends.
fn fill(
    into: &Path,
    document: &Document,
    tail: &Tail,
    more: impl FnOnce(&Connection) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut connection = file::create(into)?;
    let transaction = connection.transaction()?;
    records::insert(&transaction, document)?;
    snapshots::keep(&transaction, 0, &tail.begin)?;
    let mut now = tail.begin.clone();
    let mut sum = 0;
    for (row, effect) in &tail.rows {
        now = now.after(effect);
        let row = Row {
            revision: tail.number(row.revision),
            head: tail.number(row.head),
            parent: row.parent.map(|parent| tail.number(parent)),
            target: row.target.map(|target| tail.number(target)),
            ..row.clone()
        };
        sum = rows::insert(&transaction, sum, &row)?;
        if row.revision % snapshots::EVERY == 0 {
            snapshots::keep(&transaction, row.revision, &now)?;
        }
    }
    more(&transaction)?;
    journal::position(&transaction)?;
    check::whole(&transaction)?;
    Ok(transaction.commit()?)
}

/// Numbers that no record has or had, as far as one knows.
fn free_ids(document: &Document, past: &Past, found: &Found) -> Ids {
    let seen = past.states.keys().chain(found.records.keys());
    let highest = seen.map(|id| id.number()).max().unwrap_or_default();
    let free = document.free_ids().peek().max(highest.saturating_add(1));
    let said = found
        .next_id
        .filter(|said| said.saturating_sub(free) <= AHEAD);
    Ids::from(said.unwrap_or(free).max(free))
}
