//! A copy of a project to hand over: what is in it, without the people who took part.
use crate::removal::removal;
use crate::{Document, Erasure, RecordId};

/// What a copy to hand over leaves out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Withheld {
    /// People who were in the project.
    pub people: usize,
    /// Texts in which a name of theirs stood.
    pub texts: usize,
    /// Names of a single letter, which may be part of any word: they were not looked for in texts.
    pub short_names: usize,
}

impl Document {
    /// The project without its people: their records, what refers to them, and their names wherever texts hold them, in the
    /// place of which stands `word`. Names of anybody else cannot be known.
    pub fn without_people(&self, word: &str) -> (Self, Withheld) {
        let ids: Vec<RecordId> = self.people().map(|(id, _)| id.into()).collect();
        let names = self.people().map(|(_, person)| person.name.as_str());
        let (erasure, short_names) = Erasure::of_names(names, word);
        let left = self.after(&removal(self, &ids));
        let erasure = erasure.keeping_proposals(&left);
        let mut texts = 0;
        let next = left.records().map(|(id, record)| {
            let Some((next, count)) = erasure.counted(id, record) else {
                return (id, record.clone());
            };
            texts += count;
            (id, next)
        });
        let next = next.collect();
        let withheld = Withheld {
            people: ids.len(),
            texts,
            short_names,
        };
        (next, withheld)
    }
}
