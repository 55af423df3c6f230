//! Ranks for a list in a new order: what can keep its rank keeps it.
use crate::Rank;

/// Where a member of a list stands: lists are sorted by rank, and where that is the same, by number.
type Place = (Rank, u32);

/// Ranks that rise along the list. `had` is where its members stand; the longest rising run of them stays.
pub(super) fn ranks(had: &[Option<Place>]) -> Vec<Rank> {
    let stays = rising(had);
    let mut ranks: Vec<Option<i64>> = had
        .iter()
        .zip(&stays)
        .map(|(place, stays)| place.filter(|_| *stays).map(|(rank, _)| rank.0))
        .collect();
    let mut at = 0;
    while at < ranks.len() {
        let end = (at..ranks.len())
            .find(|at| ranks[*at].is_some())
            .unwrap_or(ranks.len());
        if end > at {
            let before = at.checked_sub(1).and_then(|it| ranks[it]);
            let after = ranks.get(end).copied().flatten();
            let Some(between) = between(before, after, end - at) else {
                return (0..had.len()).map(Rank::nth).collect();
            };
            for (place, rank) in ranks[at..end].iter_mut().zip(between) {
                *place = Some(rank);
            }
        }
        at = end + 1;
    }
    ranks.into_iter().flatten().map(Rank).collect()
}

/// `n` ranks between two; nothing where there is no room.
fn between(before: Option<i64>, after: Option<i64>, n: usize) -> Option<Vec<i64>> {
    let n = i64::try_from(n).ok()?;
    let (first, by) = match (before, after) {
        (Some(before), Some(after)) => {
            let by = (after - before) / (n + 1);
            (before + by, by)
        }
        (Some(before), None) => (before + Rank::GAP, Rank::GAP),
        (None, Some(after)) => (after - n * Rank::GAP, Rank::GAP),
        (None, None) => (Rank::nth(0).0, Rank::GAP),
    };
    (by > 0).then(|| (0..n).map(|nth| first + nth * by).collect())
}

/// Which members are part of a longest rising run (patience sorting; Fredman 1975).
fn rising(had: &[Option<Place>]) -> Vec<bool> {
    let mut ends: Vec<(Place, usize)> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; had.len()];
    for (at, place) in had.iter().enumerate() {
        let Some(place) = *place else { continue };
        let length = ends.partition_point(|(end, _)| *end < place);
        before[at] = length.checked_sub(1).map(|it| ends[it].1);
        if length == ends.len() {
            ends.push((place, at));
        } else {
            ends[length] = (place, at);
        }
    }
    let mut stays = vec![false; had.len()];
    let mut next = ends.last().map(|(_, at)| *at);
    while let Some(at) = next {
        stays[at] = true;
        next = before[at];
    }
    stays
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranked(had: &[Option<i64>]) -> Vec<i64> {
        let had: Vec<Option<Place>> = had.iter().map(|it| it.map(|it| (Rank(it), 1))).collect();
        ranks(&had).into_iter().map(|it| it.0).collect()
    }

    #[test]
    fn what_stands_in_order_keeps_its_rank() {
        assert_eq!(ranked(&[Some(10), None, Some(20)]), [10, 15, 20]);
        assert_eq!(ranked(&[Some(30), Some(10), Some(20)])[1..], [10, 20]);
        assert_eq!(ranked(&[Some(10), None])[0], 10);
    }

    #[test]
    fn where_there_is_no_room_all_are_counted_anew() {
        let all = ranked(&[Some(1), None, Some(2)]);
        assert!(all.is_sorted() && all[0] < all[1] && all[1] < all[2]);
        assert_eq!(all, [0, 1, 2].map(|nth| Rank::nth(nth).0));
    }

    #[test]
    fn what_comes_first_lies_below_all() {
        let all = ranked(&[None, None, Some(5)]);
        assert!(all[0] < all[1] && all[1] < 5);
    }
}
