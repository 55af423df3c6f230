//! What people decided about the changes of a better flow.
use std::collections::BTreeSet;

use kaizu_model::{Improvement, ImprovementId};

/// What people decided so far.
#[derive(Clone, Debug, Default)]
pub struct Decided {
    /// Every change of the flow as it was known, in the order of the list.
    pub improvements: Vec<(ImprovementId, Improvement)>,
    /// The one that was rejected just now.
    pub rejected: Option<ImprovementId>,
}

impl Decided {
    pub(crate) fn get(&self, id: ImprovementId) -> Option<&Improvement> {
        let mut all = self.improvements.iter();
        all.find(|(other, _)| *other == id).map(|(_, it)| it)
    }

    /// The changes that people rejected and without which `id` cannot be made, nearest first.
    pub fn refused_causes(&self, id: ImprovementId) -> Vec<ImprovementId> {
        let mut seen = BTreeSet::from([id]);
        let mut next = vec![id];
        let mut causes = Vec::new();
        while let Some(it) = next.pop().and_then(|id| self.get(id)) {
            for cause in it.falls_with.iter().chain(&it.depends_on) {
                if !seen.insert(*cause) {
                    continue;
                }
                next.push(*cause);
                causes.extend(Some(*cause).filter(|id| self.is_refused(*id)));
            }
        }
        causes
    }

    fn is_refused(&self, id: ImprovementId) -> bool {
        self.get(id).is_some_and(Improvement::is_refused)
    }
}
