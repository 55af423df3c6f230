//! Offsets of pieces that share a line: apart where they run side by side, in the order that crosses least.

/// Offsets in units of one track. `before` has each pair that must not share a track, first the one with the lesser
/// offset. What is `fixed` stays at zero, the rest gathers around it or around zero.
pub(crate) fn spread(n: usize, before: &[(usize, usize)], fixed: &[bool]) -> Vec<f64> {
    let mut lesser = vec![Vec::new(); n];
    let mut greater = vec![Vec::new(); n];
    for (low, high) in before {
        lesser[*high].push(*low);
        greater[*low].push(*high);
    }
    let order = sorted(&lesser, &greater);
    let mut offsets = vec![0.0; n];
    for group in groups(&lesser, &greater) {
        let members: Vec<usize> = order
            .iter()
            .copied()
            .filter(|one| group.binary_search(one).is_ok())
            .collect();
        let known = if members.iter().any(|one| fixed[*one]) {
            around_fixed(&members, &lesser, &greater, fixed)
        } else {
            around_zero(&members, &lesser)
        };
        for (one, offset) in members.iter().zip(known) {
            offsets[*one] = offset;
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

/// Those that have to do with each other, each group rising.
fn groups(lesser: &[Vec<usize>], greater: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut is_seen = vec![false; lesser.len()];
    let mut groups = Vec::new();
    for start in 0..lesser.len() {
        let mut group = Vec::new();
        let mut open = vec![start];
        while let Some(one) = open.pop() {
            if !std::mem::replace(&mut is_seen[one], true) {
                group.push(one);
                open.extend(lesser[one].iter().chain(&greater[one]));
            }
        }
        group.sort_unstable();
        groups.push(group);
    }
    groups.retain(|group| !group.is_empty());
    groups
}

fn around_zero(members: &[usize], lesser: &[Vec<usize>]) -> Vec<f64> {
    let mut known: std::collections::BTreeMap<usize, f64> = std::collections::BTreeMap::new();
    for one in members {
        let least = lesser[*one]
            .iter()
            .filter_map(|low| known.get(low))
            .copied();
        known.insert(*one, least.fold(-1.0, f64::max) + 1.0);
    }
    let middle = known.values().copied().fold(0.0, f64::max) / 2.0;
    members
        .iter()
        .map(|one| known.get(one).copied().unwrap_or_default() - middle)
        .collect()
}

fn around_fixed(
    members: &[usize],
    lesser: &[Vec<usize>],
    greater: &[Vec<usize>],
    fixed: &[bool],
) -> Vec<f64> {
    let mut known: std::collections::BTreeMap<usize, f64> = members
        .iter()
        .filter(|one| fixed[**one])
        .map(|one| (*one, 0.0))
        .collect();
    while known.len() < members.len() {
        let n_known = known.len();
        for one in members.iter().filter(|one| !fixed[**one]) {
            let least = lesser[*one]
                .iter()
                .filter_map(|low| known.get(low))
                .copied();
            if let Some(least) = least.reduce(f64::max) {
                let own = known.entry(*one).or_insert(least + 1.0);
                *own = own.max(least + 1.0);
            }
        }
        for one in members.iter().rev() {
            let most = greater[*one]
                .iter()
                .filter_map(|high| known.get(high))
                .copied();
            if let (Some(most), None) = (most.reduce(f64::min), known.get(one)) {
                known.insert(*one, most - 1.0);
            }
        }
        if known.len() == n_known {
            break;
        }
    }
    members
        .iter()
        .map(|one| known.get(one).copied().unwrap_or_default())
        .collect()
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
    fn a_contradiction_still_gives_every_piece_a_place() {
        assert_eq!(spread(2, &[(0, 1), (1, 0)], &[false; 2]).len(), 2);
    }
}
