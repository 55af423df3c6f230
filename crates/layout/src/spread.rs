//! Offsets of pieces that share a line: apart where they run side by side, in the order that crosses least.

/// Offsets in units of one track. `before` has each pair that must not share a track, first the one with the lesser
/// offset; where such wishes contradict each other some are turned round, but no pair shares a track unless both are
/// `fixed`. What is fixed stays at zero, the rest gathers around it or around zero.
pub(crate) fn spread(n: usize, before: &[(usize, usize)], fixed: &[bool]) -> Vec<f64> {
    let mut lesser = vec![Vec::new(); n];
    let mut greater = vec![Vec::new(); n];
    for (low, high) in before {
        lesser[*high].push(*low);
        greater[*low].push(*high);
    }
    let order = sorted(&lesser, &greater);
    let mut offsets = vec![0.0; n];
    let group_of = groups(&lesser, &greater);
    let n_groups = group_of.iter().max().map_or(0, |last| last + 1);
    let mut members = vec![Vec::new(); n_groups];
    for one in order {
        members[group_of[one]].push(one);
    }
    let mut tracks = Tracks {
        lesser: &lesser,
        greater: &greater,
        known: vec![None; n],
    };
    for group in members {
        if group.iter().any(|one| fixed[*one]) {
            tracks.around_fixed(&group, fixed, &mut offsets);
        } else {
            tracks.around_zero(&group, &mut offsets);
        }
    }
    offsets
}

/// All, each behind those that must be lesser as far as they do not contradict each other.
fn sorted(lesser: &[Vec<usize>], greater: &[Vec<usize>]) -> Vec<usize> {
    let mut missing: Vec<usize> = lesser.iter().map(Vec::len).collect();
    let mut left: std::collections::BTreeSet<(usize, usize)> = missing
        .iter()
        .enumerate()
        .map(|(one, n)| (*n, one))
        .collect();
    let mut order = Vec::with_capacity(missing.len());
    while let Some((_, one)) = left.pop_first() {
        order.push(one);
        for next in &greater[one] {
            if left.remove(&(missing[*next], *next)) {
                missing[*next] -= 1;
                left.insert((missing[*next], *next));
            }
        }
    }
    order
}

/// For each, the number of the group of those that have to do with each other.
fn groups(lesser: &[Vec<usize>], greater: &[Vec<usize>]) -> Vec<usize> {
    let mut group_of = vec![usize::MAX; lesser.len()];
    let mut n_groups = 0;
    for start in 0..lesser.len() {
        if group_of[start] != usize::MAX {
            continue;
        }
        let mut open = vec![start];
        while let Some(one) = open.pop() {
            if std::mem::replace(&mut group_of[one], n_groups) == usize::MAX {
                let all = lesser[one].iter().chain(&greater[one]).copied();
                open.extend(all.filter(|other| group_of[*other] == usize::MAX));
            }
        }
        n_groups += 1;
    }
    group_of
}

/// Tracks that are being given.
struct Tracks<'a> {
    lesser: &'a [Vec<usize>],
    greater: &'a [Vec<usize>],
    known: Vec<Option<i32>>,
}

impl Tracks<'_> {
    /// The tracks of those that must not share one with `one`, as far as they are known.
    fn near(&self, one: usize) -> impl Iterator<Item = i32> + '_ {
        let all = self.lesser[one].iter().chain(&self.greater[one]);
        all.filter_map(|other| self.known[*other])
    }

    fn around_zero(&mut self, members: &[usize], offsets: &mut [f64]) {
        let mut most = 0;
        for one in members {
            let track = self.near(*one).max().map_or(0, |last| last + 1);
            self.known[*one] = Some(track);
            most = most.max(track);
        }
        for one in members {
            let track = f64::from(self.known[*one].unwrap_or_default());
            offsets[*one] = track - f64::from(most) / 2.0;
        }
    }

    /// Those that lead to a fixed one lie before it, all others behind.
    fn around_fixed(&mut self, members: &[usize], fixed: &[bool], offsets: &mut [f64]) {
        for one in members.iter().filter(|one| fixed[**one]) {
            self.known[*one] = Some(0);
        }
        let mut is_before = fixed.to_vec();
        let mut is_behind = fixed.to_vec();
        for one in members {
            is_behind[*one] |= self.lesser[*one].iter().any(|low| is_behind[*low]);
        }
        for one in members.iter().rev() {
            let leads = self.greater[*one].iter().any(|high| is_before[*high]);
            is_before[*one] |= leads && !is_behind[*one];
        }
        for one in members
            .iter()
            .rev()
            .filter(|one| is_before[**one] && !fixed[**one])
        {
            let track = self.near(*one).min().map_or(0, |next| next - 1);
            self.known[*one] = Some(track);
        }
        for one in members
            .iter()
            .filter(|one| !is_before[**one] && !fixed[**one])
        {
            let track = self.near(*one).max().map_or(0, |last| (last + 1).max(0));
            self.known[*one] = Some(track);
        }
        for one in members {
            offsets[*one] = f64::from(self.known[*one].unwrap_or_default());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn side_by_side_they_gather_around_the_middle() {
        assert_eq!(
            spread(3, &[(2, 0), (0, 1), (2, 1)], &[false; 3]),
            [0.0, 1.0, -1.0]
        );
    }

    #[test]
    fn what_is_fixed_stays_and_the_rest_keeps_its_side() {
        assert_eq!(
            spread(3, &[(0, 1), (1, 2), (0, 2)], &[false, true, false]),
            [-1.0, 0.0, 1.0]
        );
    }

    #[test]
    fn what_never_meets_shares_a_track() {
        assert_eq!(spread(2, &[], &[false; 2]), [0.0, 0.0]);
    }

    #[test]
    fn a_contradiction_still_gives_every_piece_a_track_of_its_own() {
        let offsets = spread(2, &[(0, 1), (1, 0)], &[false; 2]);
        assert!((offsets[0] - offsets[1]).abs() >= 1.0);
        let offsets = spread(3, &[(0, 1), (1, 2), (2, 0)], &[true, false, false]);
        assert!(offsets[0].abs() < 1e-9 && (offsets[1] - offsets[2]).abs() >= 1.0);
    }
}
