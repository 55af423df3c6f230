//! A text, or a person, taken out of everything that was ever written in a project.
//!
//! It is one mapping of records to records, the same at every moment: what an edit leaves is what the next one finds, so that
//! a history goes on leading from its start to its end.
mod command;
mod spelling;
mod written;

use std::collections::BTreeMap;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::{Change, Document, Edit, Person, PersonId, Record, RecordId, content_mark};
use spelling::{Blanks, Marking, Spelling};
use written::{Place, replaced};

/// A text or a person to be taken out of a project for good. In its place stands a mark, [`Erasure::mark`].
///
/// The same text is the same letters: full or half width, one character or put together (が), any variant of a character
/// (異体字セレクタ). Capitals are other letters. In the name of a person, a blank between Japanese letters may be there or not.
/// Words of Kaizu's own, such as the kinds of steps and the codes of findings, are no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erasure {
    marking: Marking,
    /// Whose record keeps nothing but its id.
    person: Option<PersonId>,
    /// What marks the contents of a flow, before and after: see [`content_mark`].
    content: BTreeMap<String, String>,
}

impl Erasure {
    /// Takes out `text`. Whether it is long enough to mean one thing alone is for the caller to say.
    pub fn text(text: &str) -> Self {
        Self::of(Spelling::new(text, Blanks::Count).into_iter().collect())
    }

    /// Takes out the person `id`, and `names` wherever they stand: those by which the person is or was known.
    pub fn person<'a>(id: PersonId, names: impl IntoIterator<Item = &'a str>) -> Self {
        let names = names.into_iter();
        let spellings = names.filter_map(|name| Spelling::new(name, Blanks::MayBeThere));
        Self {
            person: Some(id),
            ..Self::of(spellings.collect())
        }
    }

    /// Puts `word` in the place of `names` of two letters or more, and how many are shorter.
    pub(crate) fn of_names<'a>(names: impl Iterator<Item = &'a str>, word: &str) -> (Self, usize) {
        let spellings = names.filter_map(|name| Spelling::new(name, Blanks::MayBeThere));
        let (long, short): (Vec<_>, Vec<_>) = spellings.partition(|it| it.length() > 1);
        let mut it = Self::of(long);
        if !word.trim().is_empty() {
            word.clone_into(&mut it.marking.mark);
        }
        (it, short.len())
    }

    fn of(spellings: Vec<Spelling>) -> Self {
        let is_free = |mark: &char| !spellings.iter().any(|it| it.has(*mark));
        let mark = ('\u{25a0}'..='\u{25ff}').find(is_free).unwrap_or('■');
        Self {
            marking: Marking {
                spellings,
                mark: mark.into(),
            },
            person: None,
            content: BTreeMap::new(),
        }
    }

    /// The same, by which proposals in `document` that nobody edited go on being such.
    #[must_use]
    pub fn keeping_proposals(mut self, document: &Document) -> Self {
        if document.flows().all(|(_, flow)| flow.composed.is_none()) {
            return self;
        }
        let after = self.in_document(document);
        self.content = document
            .flows()
            .map(|(id, _)| (content_mark(document, id), content_mark(&after, id)))
            .filter(|(before, after)| before != after)
            .collect();
        self
    }

    /// What stands where something was taken out: ■, or another sign where that is part of the text.
    pub fn mark(&self) -> &str {
        &self.marking.mark
    }

    /// `text` without it; nothing where it does not hold it.
    pub fn in_text(&self, text: &str) -> Option<String> {
        self.marking.marked(text)
    }

    /// The record `id` without it; nothing where it does not hold it.
    pub fn in_record(&self, id: RecordId, record: &Record) -> Option<Record> {
        self.counted(id, record).map(|(record, _)| record)
    }

    /// The record without it, and in how many texts it stood.
    pub(crate) fn counted(&self, id: RecordId, record: &Record) -> Option<(Record, usize)> {
        if self.is_about(id) {
            let blank: Record = Person {
                name: self.marking.mark.clone(),
                section: None,
                roles: Vec::new(),
            }
            .into();
            return (*record != blank).then_some((blank, 1));
        }
        let found = self.in_typed(record, |record| record.fits(id));
        let (mut next, count) = found.unwrap_or_else(|| (record.clone(), 0));
        let is_remarked = self.remark(&mut next);
        (count > 0 || is_remarked).then_some((next, count))
    }

    /// Says of a flow what its contents are marked by from now on.
    fn remark(&self, record: &mut Record) -> bool {
        let Record::Flow(flow) = record else {
            return false;
        };
        let Some(composed) = &mut flow.composed else {
            return false;
        };
        let mut is_remarked = false;
        for mark in [&mut composed.mark, &mut composed.from_mark] {
            if let Some(next) = self.content.get(mark) {
                next.clone_into(mark);
                is_remarked = true;
            }
        }
        is_remarked
    }

    /// The document without it.
    #[must_use]
    pub fn in_document(&self, document: &Document) -> Document {
        let next = |id, record: &Record| self.in_record(id, record);
        let held = document
            .records()
            .filter_map(|(id, record)| Some(document.edit(id, Some(next(id, record)?))));
        document.after(&held.collect())
    }

    /// The records of `document` that hold it.
    pub fn holders(&self, document: &Document) -> Vec<RecordId> {
        let holds = |id, record| self.in_record(id, record).is_some();
        let held = document.records().filter(|(id, record)| holds(*id, record));
        held.map(|(id, _)| id).collect()
    }

    /// The change without it, in every state of every record; nothing where it does not hold it.
    pub fn in_change(&self, change: &Change) -> Option<Change> {
        let mut is_held = false;
        let mut state = |id, state: &Option<Record>| {
            let record = state.as_ref()?;
            let next = self.in_record(id, record);
            is_held |= next.is_some();
            Some(next.unwrap_or_else(|| record.clone()))
        };
        let next = change.edits.iter().map(|edit| Edit {
            id: edit.id,
            before: state(edit.id, &edit.before),
            after: state(edit.id, &edit.after),
        });
        let next = next.collect();
        is_held.then_some(next)
    }

    fn is_about(&self, id: RecordId) -> bool {
        self.person.is_some_and(|person| id == person.into())
    }

    /// What is written of `it` without the texts, read again: as far as it says the same then and `fits`.
    fn in_typed<T: Serialize + DeserializeOwned>(
        &self,
        it: &T,
        fits: impl Fn(&T) -> bool,
    ) -> Option<(T, usize)> {
        let read = |value: &Value| serde_json::from_value::<T>(value.clone()).ok();
        let is_sound = |value: &Value| {
            // A field under another name would be passed over: nothing may get lost.
            let is_same = |it: &T| serde_json::to_value(it).is_ok_and(|it| it == *value);
            read(value).is_some_and(|it| fits(&it) && is_same(&it))
        };
        let value = serde_json::to_value(it).ok()?;
        let (next, count) = replaced(&value, Place::NOWHERE, &self.marking, &is_sound)?;
        Some((read(&next)?, count))
    }
}
