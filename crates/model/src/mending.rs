//! What has to go from a document of which a part was lost, so that the rest can be worked with.
use crate::commands::sound;
use crate::removal::removal;
use crate::{Change, Document, RecordId};

impl Document {
    /// The change after which every record is sound: mentions of what is not there are dropped, and what means nothing
    /// without it goes. Empty where nothing is lost.
    pub fn mending(&self) -> Change {
        let lost: Vec<RecordId> = self
            .records()
            .flat_map(|(_, record)| record.references())
            .filter(|other| self.record(*other).is_none())
            .collect();
        let mut mended = self.after(&removal(self, &lost));
        let left: Vec<RecordId> = mended.records().map(|(id, _)| id).collect();
        for id in left {
            let is_sound = mended
                .record(id)
                .is_none_or(|record| sound::check_record(&mended, id, record).is_ok());
            if !is_sound {
                mended = mended.after(&removal(&mended, &[id]));
            }
        }
        let edit = |(id, record)| {
            let after = mended.record(id);
            (after != Some(record)).then(|| self.edit(id, after.cloned()))
        };
        self.records().filter_map(edit).collect()
    }

    /// Whether what `change` touches is sound afterwards, and nothing mentions what it removes.
    pub fn stays_sound(&self, change: &Change) -> bool {
        sound::check(self, change).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Record, notation};

    fn document() -> Document {
        notation::parse("窓口: 受け取る\n審査: 調べる\n窓口: 渡す\n").unwrap()
    }

    fn without(document: &Document, lost: RecordId) -> Document {
        let records = document.records().filter(|(id, _)| *id != lost);
        records.map(|(id, record)| (id, record.clone())).collect()
    }

    #[test]
    fn a_whole_document_is_left_alone() {
        assert!(document().mending().edits.is_empty());
    }

    #[test]
    fn whatever_is_lost_the_rest_is_sound_and_nothing_else_goes() {
        let whole = document();
        for (lost, _) in whole.records() {
            let torn = without(&whole, lost);
            let change = torn.mending();
            let mended = torn.after(&change);
            assert!(mended.mending().edits.is_empty(), "{lost}");
            let expected = whole.after(&removal(&whole, &[lost]));
            assert_eq!(mended, expected, "{lost}");
        }
    }

    #[test]
    fn of_two_arrows_between_the_same_two_one_goes() {
        let whole = document();
        let (id, edge) = whole.edges().next().unwrap();
        let twin = RecordId::from(id).numbered(whole.free_ids().peek());
        let doubled = whole.after(&whole.put(twin, edge.clone()).into());
        let change = doubled.mending();
        assert_eq!(change.edits.len(), 1);
        assert!(matches!(change.edits[0].before, Some(Record::Edge(_))));
        assert!(change.edits[0].after.is_none());
    }
}
