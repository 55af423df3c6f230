//! Where quantities may lie: areas between two lines, and what two of them share.
use kaizu_model::Point;

use super::scale::above_zero;
use crate::draw::outline;
use crate::scene::{Item, Paint, Path};

/// A band from left to right: where, from where, to where.
pub(super) type Band = Vec<(f64, f64, f64)>;

/// `points` in order, with their ends the right way round.
pub(super) fn ordered(points: &[(f64, f64, f64)]) -> Band {
    let one = |(at, low, high): &(f64, f64, f64)| {
        let (low, high) = (above_zero(*low), above_zero(*high));
        (super::scale::sane(*at), low.min(high), low.max(high))
    };
    let mut band: Band = points.iter().map(one).collect();
    band.sort_by(|one, other| one.0.total_cmp(&other.0));
    band
}

/// The area of `band`, where `place` has its points.
pub(super) fn area(band: &Band, place: impl Fn(f64, f64) -> Point, paint: Paint) -> Option<Item> {
    let upper = band.iter().map(|(at, _, high)| place(*at, *high));
    let lower = band.iter().rev().map(|(at, low, _)| place(*at, *low));
    let corners: Vec<Point> = upper.chain(lower).collect();
    (band.len() > 1).then(|| {
        Item::from(Path {
            segments: outline::polygon(&corners),
            paint,
        })
    })
}

/// What `one` and `other` share, piece by piece.
pub(super) fn shared(one: &Band, other: &Band) -> Vec<Band> {
    let mut places: Vec<f64> = one.iter().chain(other).map(|(at, ..)| *at).collect();
    places.sort_by(f64::total_cmp);
    places.dedup();
    let crossings: Vec<f64> = places
        .windows(2)
        .filter_map(|pair| match pair {
            [from, to] => Some(crossings(one, other, *from, *to)),
            _ => None,
        })
        .flatten()
        .collect();
    places.extend(crossings);
    places.sort_by(f64::total_cmp);
    let mut pieces = Vec::new();
    let mut piece = Band::new();
    for at in places {
        let both = within(one, at).zip(within(other, at));
        match both.map(|(one, other)| (at, one.0.max(other.0), one.1.min(other.1))) {
            Some((at, low, high)) if low <= high => piece.push((at, low, high)),
            Some(_) | None => pieces.push(std::mem::take(&mut piece)),
        }
    }
    pieces.push(piece);
    pieces.retain(|piece| piece.len() > 1);
    pieces
}

/// From where to where `band` reaches at `at`.
fn within(band: &Band, at: f64) -> Option<(f64, f64)> {
    let next = band.partition_point(|(here, ..)| *here < at);
    let to = band.get(next)?;
    let from = next.checked_sub(1).and_then(|index| band.get(index));
    match from {
        None => (to.0 <= at).then_some((to.1, to.2)),
        Some(from) => {
            let share = (at - from.0) / (to.0 - from.0);
            let between = |from: f64, to: f64| from + (to - from) * share;
            Some((between(from.1, to.1), between(from.2, to.2)))
        }
    }
}

/// Where an edge of `one` meets one of `other` between two places.
fn crossings(one: &Band, other: &Band, from: f64, to: f64) -> Vec<f64> {
    let ends = [one, other].map(|band| within(band, from).zip(within(band, to)));
    let [Some(one), Some(other)] = ends else {
        return Vec::new();
    };
    let edges = |((low, high), (later_low, later_high))| [(low, later_low), (high, later_high)];
    let pairs = edges(one)
        .into_iter()
        .flat_map(|edge| edges(other).map(|second| (edge, second)));
    let meets = |(edge, second): ((f64, f64), (f64, f64))| {
        let (before, after): (f64, f64) = (edge.0 - second.0, edge.1 - second.1);
        (before * after < 0.0).then(|| from + (to - from) * before / (before - after))
    };
    pairs.filter_map(meets).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_share_what_lies_in_both() {
        let one = vec![(0.0, 0.0, 4.0), (10.0, 0.0, 4.0)];
        let other = vec![(0.0, 2.0, 6.0), (10.0, 2.0, 6.0)];
        assert_eq!(shared(&one, &other), [[(0.0, 2.0, 4.0), (10.0, 2.0, 4.0)]]);
        let above = vec![(0.0, 5.0, 6.0), (10.0, 5.0, 6.0)];
        assert!(shared(&one, &above).is_empty());
    }

    #[test]
    fn a_band_that_falls_through_another_shares_only_a_part_of_it() {
        let one = vec![(0.0, 0.0, 2.0), (10.0, 0.0, 2.0)];
        let falling = vec![(0.0, 8.0, 10.0), (10.0, -2.0, 0.0)];
        let pieces = shared(&one, &falling);
        assert_eq!(pieces.len(), 1);
        let ends = pieces[0].first().zip(pieces[0].last()).unwrap();
        assert!((ends.0.0 - 6.0).abs() < 1e-9 && (ends.1.0 - 10.0).abs() < 1e-9);
    }

    #[test]
    fn bands_of_one_point_or_none_share_nothing() {
        assert!(shared(&Vec::new(), &vec![(0.0, 0.0, 1.0)]).is_empty());
    }
}
