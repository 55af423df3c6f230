//! What a search has come to: whether it is better than another, and the proposal made of it.
use kaizu_analysis::{Graph, Metrics, exact, metrics, slope};
use kaizu_model::Refusal;

use crate::compose::{Place, Search};
use crate::effect::{applied, staff_range};
use crate::invariants::{self, Trace};
use crate::kept::kept;
use crate::leftover::{emptied, moot};
use crate::lineage::Pair;
use crate::proposal::Proposal;
use crate::rehearsal::Played;

impl Search<'_> {
    /// Where changes were made that came to nothing.
    pub(crate) fn moot(&self) -> Vec<Place> {
        let moot = moot(&self.changes).into_iter();
        let place = |n: usize| {
            let (rewrite, site) = self.made_at.get(n)?;
            Some((rewrite.id(), site.nodes.clone()))
        };
        moot.filter_map(place).collect()
    }

    /// Whether fewer changes have cost staff or residents something, or are no fewer.
    pub(crate) fn is_worse_than(&self, other: &Self) -> Result<bool, Refusal> {
        let (own, others) = (self.current().0, other.current().0);
        let is = exact(&Graph::of(&own, self.lineage.to_be)?);
        let was = exact(&Graph::of(&others, other.lineage.to_be)?);
        let grows = |is: Option<f64>, was: Option<f64>| {
            is.zip(was).is_some_and(|(is, was)| is > was + 1e-9)
        };
        Ok(self.changes.len() >= other.changes.len()
            || grows(is.staff_min_per_case, was.staff_min_per_case)
            || grows(is.resident_min_per_case, was.resident_min_per_case))
    }

    /// Measures every change at both ends of its assumptions, which only those that are offered need.
    fn measure_ranges(&mut self) -> Result<(), Refusal> {
        let both = self.versions.iter().zip(&self.made_at);
        for (((before, _), (rewrite, site)), change) in both.zip(&mut self.changes) {
            if self.progress.cancel.is_cancelled() {
                break;
            }
            let before = Graph::of(before, self.lineage.to_be)?;
            let (parameters, likely) = (&self.wishes.parameters, change.staff.likely);
            change.staff = staff_range(*rewrite, site, &before, parameters, likely);
        }
        Ok(())
    }

    /// The proposal that the search has come to.
    pub(crate) fn finish(mut self) -> Result<Proposal, Refusal> {
        self.measure_ranges()?;
        let (document, _) = self.current();
        let first = self.versions.first().map(|(document, _)| document);
        let closing = emptied(first.unwrap_or(&document), &document, self.lineage.to_be);
        let document = applied(&document, &closing).unwrap_or(document);
        let seen = self.seen.take().filter(|_| closing.is_empty());
        let played = self.rehearsal.and_then(|rehearsal| {
            let again = || rehearsal.play(&document, self.lineage.to_be);
            Some(Played {
                before: rehearsal.before.clone(),
                after: seen.or_else(again)?,
            })
        });
        let (was, is) = (
            played.as_ref().map(|it| &it.before),
            played.as_ref().map(|it| &it.after),
        );
        let as_is = Graph::of(self.as_is.document, self.as_is.flow)?.with_outcome(was);
        let to_be = Graph::of(&document, self.lineage.to_be)?.with_outcome(is);
        self.commands.extend(closing);
        let pair = Pair {
            as_is: &as_is,
            to_be: &to_be,
            lineage: &self.lineage,
        };
        let kept = kept(&pair);
        let traces: Vec<Trace> = self.changes.iter().map(Trace::from).collect();
        let (before, after): (Metrics, Metrics) = (metrics(pair.as_is), metrics(pair.to_be));
        let invariants = invariants::check_all(&pair, &traces);
        let copies = self.lineage.surviving(&document);
        Ok(Proposal {
            package: self.wishes.package,
            as_is: self.lineage.as_is,
            flow: self.lineage.to_be,
            slope_before: slope(&document, self.lineage.as_is),
            slope_after: slope(&document, self.lineage.to_be),
            before,
            after,
            invariants,
            played,
            kept,
            copies,
            commands: self.commands,
            changes: self.changes,
            refused: self.refused,
            findings: self.findings.to_vec(),
            document,
        })
    }
}
