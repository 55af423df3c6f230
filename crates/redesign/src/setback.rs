//! Changes after which, once the flow is played, it does not keep what today's keeps: they are left.
use kaizu_analysis::Graph;
use kaizu_model::{Outcome, Refusal};

use crate::compose::{Place, Search};
use crate::invariants;
use crate::lineage::Pair;
use crate::proposal::Refused;

impl Search<'_> {
    /// The first change after which the flow, played, breaks something that today's keeps, and what.
    pub(crate) fn setback(&mut self) -> Result<Option<(usize, &'static str)>, Refusal> {
        let mut bad = self.versions.len().saturating_sub(1);
        let after = self.play(bad);
        let broken = self.breaks(bad, after.as_ref())?;
        self.seen = after;
        let Some(mut why) = broken else {
            return Ok(None);
        };
        // The copy of today's flow breaks nothing, the last version does: it begins in between.
        let mut good = 0;
        while bad > good + 1 {
            let middle = usize::midpoint(good, bad);
            match self.breaks(middle, self.play(middle).as_ref())? {
                Some(broken) => (bad, why) = (middle, broken),
                None => good = middle,
            }
        }
        Ok(bad.checked_sub(1).map(|change| (change, why)))
    }

    /// What becomes of a version, where it can be played.
    fn play(&self, version: usize) -> Option<Outcome> {
        let (document, _) = self.versions.get(version)?;
        self.rehearsal?.play(document, self.lineage.to_be)
    }

    /// What a version breaks that today's flow keeps, where it was played.
    fn breaks(
        &self,
        version: usize,
        after: Option<&Outcome>,
    ) -> Result<Option<&'static str>, Refusal> {
        let played = self.rehearsal.zip(after).filter(|_| version > 0);
        let Some(((rehearsal, after), (document, _))) = played.zip(self.versions.get(version))
        else {
            return Ok(None);
        };
        let as_is = Graph::of(self.as_is.document, self.as_is.flow)?;
        let to_be = Graph::of(document, self.lineage.to_be)?;
        Ok(invariants::forbidding_once_played(&Pair {
            as_is: &as_is.with_outcome(&rehearsal.before),
            to_be: &to_be.with_outcome(after),
            lineage: &self.lineage,
        }))
    }

    /// Where the change was made, and that it was refused for `why`.
    pub(crate) fn given_up(&self, change: usize, why: &'static str) -> Option<(Place, Refused)> {
        let (rewrite, site) = self.made_at.get(change)?;
        let origins = site.nodes.iter();
        let refused = Refused {
            code: rewrite.code(),
            steps: origins.filter_map(|it| self.lineage.origin(*it)).collect(),
            why,
        };
        Some(((rewrite.id(), site.nodes.clone()), refused))
    }

    /// Takes back the change and all after it: what is left was found without them.
    pub(crate) fn take_back(&mut self, change: usize) {
        if let Some(first) = self.changes.get(change) {
            self.commands.truncate(first.commands.start);
        }
        self.changes.truncate(change);
        self.made_at.truncate(change);
        self.versions.truncate(change + 1);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use kaizu_analysis::find_in;
    use kaizu_model::{Cancel, Package, Progress, notation};

    use super::*;
    use crate::compose::Beginning;
    use crate::proposal::{Proposal, Wishes};
    use crate::rehearsal::Rehearsal;

    /// Two seals without a basis in a period that nothing can keep.
    const SEALED: &str = "@年間件数 960件
@標準処理期間 0.01日
@担当 窓口 [職員 2人]
窓口: 申請書を受け付ける 5分 [受領 紙 規則]
  書く: 受付簿
係長: 確認印を押す 2分 [押印 紙 慣行 待ち4時間]
  押印: 認印
窓口: 申請を審査する 9分 [審査 紙 規則]
係長: 審査印を押す 2分 [押印 紙 慣行 待ち4時間]
  押印: 認印
窓口: 結果を知らせる 5分 [通知 紙 規則]
";

    /// The proposal after which today's flow was played, and said to have so great a part of late cases.
    fn proposal(late_today: f64) -> Proposal {
        let document = notation::parse(SEALED).unwrap();
        let as_is = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let progress = Progress::default();
        let mut rehearsal = Rehearsal::of(&as_is, &progress.cancel).unwrap();
        rehearsal.before.over_standard_period = Some(late_today);
        let wishes = Wishes {
            package: Package::Free,
            ..Wishes::default()
        };
        let begin = Beginning {
            as_is: &as_is,
            findings: &find_in(&as_is, &Cancel::default()),
            wishes: &wishes,
            rehearsal: Some(&rehearsal),
            progress: &progress,
        };
        let best = begin.compose(&BTreeSet::new()).unwrap();
        let kept = begin.without_setbacks(best, BTreeSet::new()).unwrap();
        kept.finish().unwrap()
    }

    #[test]
    fn changes_that_break_a_period_once_played_are_given_up_and_told() {
        let proposal = proposal(0.0);
        assert_eq!(proposal.changes, []);
        assert!(proposal.refused.iter().any(|it| it.why == "I8"));
    }

    #[test]
    fn where_today_s_flow_was_late_as_well_they_are_made() {
        let proposal = proposal(1.0);
        assert!(!proposal.changes.is_empty());
        assert!(proposal.refused.iter().all(|it| it.why != "I8"));
    }
}
