//! Which changes are made where not all of them may be at once.
//!
//! A beam search (Lowerre 1976) from everything downwards: the sets that are worth most stand side by side, and each goes on
//! without one change that is worth little by itself. Every set is composed anew and measured as a whole, so that nothing is
//! summed up. Where all sets are few enough, all are composed.
use std::collections::BTreeSet;

use kaizu_analysis::{Graph, exact};
use kaizu_model::Refusal;

use crate::compose::{Beginning, Place, Search};
use crate::effect;

/// How many sets are composed at most, as long as one can be for each change that is left out.
const SETS: usize = 100;
/// Without how many different changes a set goes on at most, where not all of them are tried.
const TRIES: usize = 3;

/// What a voice that is answered is worth beside the weighed figures.
const VOICE: f64 = 0.02;

/// A set of changes: where nothing is done, what came of it, and how it weighs against today, less being better.
struct Set<'a> {
    skipped: BTreeSet<Place>,
    search: Search<'a>,
    weight: f64,
}

impl<'a> Beginning<'a> {
    /// `best` with as few changes as people allow, and where nothing is done for that.
    pub(crate) fn within_number(
        &self,
        best: Search<'a>,
        skipped: &BTreeSet<Place>,
    ) -> Result<(Search<'a>, BTreeSet<Place>), Refusal> {
        let most = self
            .wishes
            .limits
            .changes
            .map_or(usize::MAX, |n| n as usize);
        let (width, tries) = breadth(best.changes.len(), most);
        let mut seen = BTreeSet::new();
        let mut chosen: Option<Set> = None;
        let mut around = vec![weighed(best, skipped.clone())?];
        while around.iter().any(|set| set.search.changes.len() > most) {
            let mut next = Vec::new();
            for set in &around {
                for without in set.cheapest(tries) {
                    let mut skipped = set.skipped.clone();
                    skipped.insert(without);
                    if seen.insert(skipped.clone()) {
                        next.push(weighed(self.compose(&skipped)?, skipped)?);
                    }
                }
            }
            if next.is_empty() || self.progress.cancel.is_cancelled() {
                break;
            }
            next.sort_by(|one, other| one.weight.total_cmp(&other.weight));
            let (few, many): (Vec<Set>, Vec<Set>) = next
                .into_iter()
                .partition(|set| set.search.changes.len() <= most);
            let lighter = few.into_iter().next().filter(|set| {
                chosen
                    .as_ref()
                    .is_none_or(|chosen| set.weight < chosen.weight)
            });
            chosen = lighter.or(chosen);
            around = many.into_iter().take(width).collect();
        }
        let mut chosen = match (chosen, around.into_iter().next()) {
            (Some(chosen), _) | (None, Some(chosen)) => chosen,
            (None, None) => weighed(self.compose(skipped)?, skipped.clone())?,
        };
        if chosen.search.changes.len() > most {
            chosen.search.take_back(most);
        }
        Ok((chosen.search, chosen.skipped))
    }
}

/// How many sets stand side by side, and without how many changes each goes on: all of them where they are few.
fn breadth(changes: usize, most: usize) -> (usize, usize) {
    let levels = changes.saturating_sub(most).max(1);
    let (mut sets, mut all): (usize, usize) = (1, 0);
    for n in 0..levels {
        sets = sets.saturating_mul(changes.saturating_sub(n)) / (n + 1);
        all = all.saturating_add(sets);
    }
    if all <= SETS {
        return (usize::MAX, usize::MAX);
    }
    let each = (SETS / levels).max(1);
    let tries = each.min(TRIES);
    ((each / tries).max(1), tries)
}

impl Set<'_> {
    /// The places of the changes that are worth least by themselves.
    fn cheapest(&self, n: usize) -> Vec<Place> {
        let worth = |place: usize| {
            let change = self.search.changes.get(place);
            change.map_or(0.0, |it| {
                let minutes = ["staff_min_per_case", "resident_min_per_case"].iter();
                let less: f64 = minutes.filter_map(|name| it.delta.get(name)).sum();
                VOICE * it.complaints.len() as f64 - less
            })
        };
        let mut places: Vec<usize> = (0..self.search.changes.len()).collect();
        places.sort_by(|one, other| worth(*one).total_cmp(&worth(*other)));
        let made = places
            .into_iter()
            .filter_map(|it| self.search.made_at.get(it));
        made.take(n)
            .map(|(rewrite, site)| (rewrite.id(), site.nodes.clone()))
            .collect()
    }
}

/// The weighed figures of the flow against today's, less what the answered voices are worth.
fn weighed(search: Search<'_>, skipped: BTreeSet<Place>) -> Result<Set<'_>, Refusal> {
    let (document, _) = search.current();
    let is = exact(&Graph::of(&document, search.lineage.to_be)?);
    let voices: BTreeSet<_> = search
        .changes
        .iter()
        .flat_map(|it| &it.complaints)
        .collect();
    let weight = effect::relative(&exact(search.as_is), &is) - VOICE * voices.len() as f64;
    Ok(Set {
        skipped,
        search,
        weight,
    })
}
