//! A table of steps as people have it, one step a row: read as the notation reads it, into a flow by itself.
mod calls;
mod line;
mod row;
mod ways;

use std::collections::BTreeSet;

use super::draft::{Draft, FLOW};
use super::{Expected, canonical, link};
use crate::{Column, Document, Language, Record};
use calls::Calls;
use line::{Line, lines};

/// What a column says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// What it is about; nothing where it is left aside.
    pub column: Option<Column>,
    /// The unit of its bare numbers, where its head names one: 「時間」 in 「所要時間（時間）」.
    pub unit: Option<&'static str>,
}

impl Heading {
    /// A column about `column`.
    pub fn of(column: Column) -> Self {
        Self {
            column: Some(column),
            unit: None,
        }
    }
}

/// A table of steps.
#[derive(Clone, Copy, Debug)]
pub struct Listing<'a> {
    /// What each column says.
    pub headings: &'a [Heading],
    /// Row by row; a row may be shorter or longer than the headings.
    pub rows: &'a [Vec<String>],
    /// Who does what no row hands to anybody.
    pub lane: &'a str,
    /// In which what was not understood is kept.
    pub language: Language,
}

/// A cell that is not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// In which row, from 0.
    pub row: usize,
    /// In which column.
    pub column: Column,
    /// What stands there.
    pub found: String,
    /// What should have stood there.
    pub expected: Expected,
    /// Whether it stands in the note of its step.
    pub is_kept: bool,
}

/// A table that was read.
#[derive(Clone, Debug)]
pub struct Listed {
    /// One process with one flow, as a text of the notation makes it; without nodes where the table has no step.
    pub document: Document,
    /// What is not in it as it stood.
    pub unread: Vec<Unread>,
}

/// So many times the flow is tried without the arrows of a row that cannot be drawn; then without any.
const TRIES: usize = 12;

/// The flow that a table writes. Whatever stands in it, something comes of it.
pub fn listing(listing: &Listing) -> Listed {
    let (lines, skipped) = lines(listing);
    let calls = Calls::of(&lines);
    let mut without: BTreeSet<usize> = BTreeSet::new();
    for _ in 0..TRIES {
        let (draft, unread) = drawn(listing, &lines, &calls, &without);
        match link::document(draft) {
            Ok((document, _)) => return listed(&calls, &document, skipped, unread),
            Err(mistake) => without.insert(mistake.line.saturating_sub(1)),
        };
    }
    without.extend(0..listing.rows.len());
    let (draft, unread) = drawn(listing, &lines, &calls, &without);
    let (document, _) = link::document(draft).unwrap_or_default();
    listed(&calls, &document, skipped, unread)
}

/// The lines as a draft; arrows of the rows `without` are left out and told.
fn drawn<'a>(
    listing: &Listing<'a>,
    lines: &'a [Line],
    calls: &Calls,
    without: &BTreeSet<usize>,
) -> (Draft<'a>, Vec<Unread>) {
    let mut draft = Draft::new();
    let mut unread = Vec::new();
    for row in 0..lines.len() {
        let Some(mut row) = row::Row::of(listing, lines, row) else {
            continue;
        };
        row.read(&mut draft, calls, without);
        unread.append(&mut row.unread);
        draft.nodes.push(row.drawn);
    }
    (draft, unread)
}

/// Gives every node the key that people gave it in place of its number in the draft.
fn listed(calls: &Calls, document: &Document, skipped: Vec<Unread>, unread: Vec<Unread>) -> Listed {
    let rekeyed = |record: &Record| {
        let mut record = record.clone();
        if let Some((key, _)) = record.key_and_pin() {
            *key = key.take().and_then(|number| calls.key(&number));
        }
        record
    };
    let records = document.records().map(|(id, it)| (id, rekeyed(it)));
    let document: Document = records.collect();
    let mut unread: Vec<Unread> = skipped.into_iter().chain(unread).collect();
    unread.sort_by_key(|it| it.row);
    Listed {
        document: canonical(&document, FLOW),
        unread,
    }
}
