//! Check sums: what a row says of itself, by which one sees that it is as it was written.
//!
//! 64-bit XXH3 (<https://github.com/Cyan4973/xxHash>): it finds accidents, and is no seal against people.
use std::hash::Hasher;
use std::path::Path;

use twox_hash::XxHash3_64;

/// What a row of the journal holds beside its sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) revision: i64,
    pub(crate) at: i64,
    pub(crate) kind: String,
    pub(crate) head: i64,
    pub(crate) parent: Option<i64>,
    pub(crate) name: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) command: Option<String>,
    pub(crate) change: Option<String>,
    pub(crate) target: Option<i64>,
}

impl Row {
    /// The sum of the row that follows the row with the sum `before`; 0 stands before the first.
    pub(crate) fn sum(&self, before: i64) -> i64 {
        let mut sum = Sum::new("journal");
        for number in [before, self.revision, self.at, self.head] {
            sum.number(number);
        }
        for number in [self.parent, self.target] {
            sum.number(number.map_or(0, |_| 1));
            sum.number(number.unwrap_or_default());
        }
        sum.text(&self.kind);
        for text in [&self.name, &self.title, &self.command, &self.change] {
            sum.number(text.as_ref().map_or(0, |_| 1));
            sum.text(text.as_deref().unwrap_or_default());
        }
        sum.end()
    }
}

/// The sum of the record `id`, written as `json`.
pub(crate) fn record(id: &str, json: &str) -> i64 {
    let mut sum = Sum::new("record");
    sum.text(id);
    sum.text(json);
    sum.end()
}

/// The sum of a packed snapshot after row `revision`.
pub(crate) fn snapshot(revision: i64, packed: &[u8]) -> i64 {
    let mut sum = Sum::new("snapshot");
    sum.number(revision);
    sum.bytes(packed);
    sum.end()
}

/// The sum of a path: the same today and in ten years, for folders are called after it.
pub(crate) fn path(path: &Path) -> u64 {
    let mut sum = Sum::new("path");
    sum.text(&path.to_string_lossy());
    sum.end().cast_unsigned()
}

/// A sum in which every part counts with its length, so that nothing can move from one part to the next.
struct Sum(XxHash3_64);

impl Sum {
    fn new(of: &str) -> Self {
        let mut sum = Self(XxHash3_64::new());
        sum.text(of);
        sum
    }

    fn number(&mut self, number: i64) {
        self.0.write(&number.to_le_bytes());
    }

    fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.0.write(&(bytes.len() as u64).to_le_bytes());
        self.0.write(bytes);
    }

    /// As `SQLite` keeps it: the same 64 bits, with a sign.
    fn end(self) -> i64 {
        self.0.finish().cast_signed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row() -> Row {
        Row {
            revision: 3,
            at: 1,
            kind: "do".into(),
            head: 3,
            parent: Some(2),
            name: Some("rename".into()),
            title: None,
            command: Some("{}".into()),
            change: Some("[]".into()),
            target: None,
        }
    }

    #[test]
    fn every_part_of_a_row_and_the_row_before_count() {
        let changed: [fn(&mut Row); 10] = [
            |row| row.revision = 4,
            |row| row.at = 2,
            |row| row.kind = "undo".into(),
            |row| row.head = 2,
            |row| row.parent = None,
            |row| row.name = Some("remove".into()),
            |row| row.title = Some(String::new()),
            |row| row.command = Some("{ }".into()),
            |row| row.change = None,
            |row| row.target = Some(0),
        ];
        let sum = row().sum(7);
        assert_eq!(sum, row().sum(7));
        assert_ne!(sum, row().sum(8));
        for (n, change) in changed.iter().enumerate() {
            let mut row = row();
            change(&mut row);
            assert_ne!(sum, row.sum(7), "part {n}");
        }
    }

    #[test]
    fn letters_that_move_to_the_next_part_make_another_sum() {
        assert_ne!(record("lane/1", "2"), record("lane/", "12"));
    }
}
