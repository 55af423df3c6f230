//! What people say about a pasted piece, and who must not do two things of it.
use std::collections::BTreeMap;

use super::Paste;
use crate::{Complaint, ComplaintId, DutyId, Record, Revise};

impl Paste<'_> {
    /// A voice that the flow has already is not counted twice: it speaks about the new steps as well.
    pub(super) fn voices(&mut self) {
        let mut joined: BTreeMap<ComplaintId, Complaint> = BTreeMap::new();
        let voices: Vec<_> = self.piece.complaints_of(self.of).collect();
        for (_, voice) in voices {
            let Some(Record::Complaint(new)) = self.carried(&voice.clone().into()) else {
                continue;
            };
            let mut there = self.document.complaints_of(self.flow);
            let twin = there.find(|(_, it)| !it.steps.is_empty() && words(it) == words(&new));
            match twin {
                Some((id, it)) if !new.steps.is_empty() => {
                    let both = joined.entry(id).or_insert_with(|| it.clone());
                    both.steps.extend(new.steps);
                }
                Some(_) | None => {
                    let id: ComplaintId = self.ids.mint();
                    self.create(id, new);
                }
            }
        }
        let joined = joined
            .into_iter()
            .map(|(id, it)| Revise::new(id, it).into());
        self.commands.extend(joined);
    }

    pub(super) fn duties(&mut self) {
        let duties: Vec<_> = self.piece.duties_of(self.of).collect();
        for (_, duty) in duties {
            if let Some(record) = self.carried(&duty.clone().into()) {
                let id: DutyId = self.ids.mint();
                self.create(id, record);
            }
        }
    }
}

/// A voice without what it is about and who wrote it down.
fn words(voice: &Complaint) -> Complaint {
    Complaint {
        steps: Vec::new(),
        phase: None,
        author: None,
        ..voice.clone()
    }
}
