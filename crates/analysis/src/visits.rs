//! How often each node is executed a case, on any graph with branches, parallel work and loops.
//!
//! The visit ratios solve f = e + Pᵀ f, where e is one at the start: an exclusive branch passes its share on, a
//! parallel one passes everything along every arrow, and a join receives its arrows' sum divided by their number. What
//! happens at most once is unrolled before.
use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Arrow, Graph, share};

/// Gives every arrow of one source its share: the parts of a branch that are not said share what is left equally.
pub(crate) fn share_out(arrows: &mut [Arrow], leaving: &[usize]) {
    let exclusive: Vec<usize> = leaving
        .iter()
        .copied()
        .filter(|n| !arrows[*n].is_parallel())
        .collect();
    if exclusive.len() < 2 {
        for n in exclusive {
            arrows[n].share = share(arrows[n].edge).unwrap_or(1.0);
        }
        return;
    }
    let said: f64 = exclusive
        .iter()
        .filter_map(|n| share(arrows[*n].edge))
        .sum();
    let unsaid = exclusive
        .iter()
        .filter(|n| arrows[**n].edge.share.is_none())
        .count();
    let rest = (1.0 - said).max(0.0) / unsaid.max(1) as f64;
    for n in exclusive {
        arrows[n].share = share(arrows[n].edge).unwrap_or(rest);
    }
}

/// Expected executions of each node a case; `None` where a loop never ends.
pub(crate) fn visits(graph: &Graph) -> Option<Vec<f64>> {
    visits_with(graph, &|arrow| arrow.share)
}

/// The visits if every arrow had the share that `share` says.
pub(crate) fn visits_with(graph: &Graph, share: &dyn Fn(&Arrow) -> f64) -> Option<Vec<f64>> {
    let start = graph.start()?;
    let rounds = graph.rounds();
    let mut begin = vec![0.0; rounds.len()];
    begin[start] = 1.0;
    let mut rows = identity(rounds.len());
    for state in 0..rounds.len() {
        for way in rounds.ways(state) {
            let to = graph.arrows()[way.arrow].to;
            let inward = if graph.is_join(to) {
                graph.reaching(to).count() as f64
            } else {
                1.0
            };
            let part = rounds.share(graph, state, *way, share);
            less(&mut rows[way.to], state, part / inward);
        }
    }
    let solved = gauss(rows, begin)?;
    // A loop with a repeat share of one or more has no finite answer; rounding may hide that in a huge number.
    let is_finite = |f: &f64| f.is_finite() && *f >= -1e-9 && *f < 1e9;
    if !solved.iter().all(is_finite) {
        return None;
    }
    let mut visits = vec![0.0; graph.len()];
    for (state, f) in solved.into_iter().enumerate() {
        visits[rounds.node(state)] += f;
    }
    Some(visits)
}

/// A row of a system of equations: the factors that are not zero, by column.
pub(crate) type Row = BTreeMap<usize, f64>;

/// Each row with a one in its own column.
pub(crate) fn identity(n: usize) -> Vec<Row> {
    (0..n).map(|row| Row::from([(row, 1.0)])).collect()
}

/// Takes `part` from the factor in `column`.
pub(crate) fn less(row: &mut Row, column: usize, part: f64) {
    *row.entry(column).or_default() -= part;
}

/// Gaussian elimination with partial pivoting; `None` where the system has no single answer.
///
/// Flows are sparse, and so are their equations: only what is not zero is touched.
pub(crate) fn gauss(mut rows: Vec<Row>, mut right: Vec<f64>) -> Option<Vec<f64>> {
    let n = right.len();
    let at = |row: &Row, column: usize| row.get(&column).copied().unwrap_or(0.0);
    let mut holders: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); n];
    for (row, factors) in rows.iter().enumerate() {
        for column in factors.keys() {
            holders[*column].insert(row);
        }
    }
    for column in 0..n {
        let size = |row: usize| at(&rows[row], column).abs();
        let candidates = holders[column].range(column..).copied();
        let pivot = candidates.max_by(|a, b| size(*a).total_cmp(&size(*b)))?;
        if size(pivot) < 1e-12 {
            return None;
        }
        swap(&mut rows, &mut holders, column, pivot);
        right.swap(column, pivot);
        let top = rows[column].clone();
        let below: Vec<usize> = holders[column].range(column + 1..).copied().collect();
        for row in below {
            // What stands before the diagonal is done with.
            let lead = rows[row].remove(&column).unwrap_or(0.0);
            let factor = lead / at(&top, column);
            for (next, above) in top.range(column + 1..) {
                less(&mut rows[row], *next, factor * above);
                holders[*next].insert(row);
            }
            right[row] -= factor * right[column];
        }
    }
    for row in (0..n).rev() {
        let later = rows[row].range(row + 1..);
        let known: f64 = later.map(|(column, factor)| factor * right[*column]).sum();
        right[row] = (right[row] - known) / at(&rows[row], row);
    }
    Some(right)
}

/// Swaps two rows, and who holds what.
fn swap(rows: &mut [Row], holders: &mut [BTreeSet<usize>], one: usize, other: usize) {
    for (from, to) in [(one, other), (other, one)] {
        for column in rows[from]
            .keys()
            .filter(|column| !rows[to].contains_key(column))
        {
            holders[*column].remove(&from);
            holders[*column].insert(to);
        }
    }
    rows.swap(one, other);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equations_are_solved_whatever_their_order() {
        // y + 2z = 8, 2x + y = 4, x + z = 4: x = 1, y = 2, z = 3.
        let rows = vec![
            Row::from([(1, 1.0), (2, 2.0)]),
            Row::from([(0, 2.0), (1, 1.0)]),
            Row::from([(0, 1.0), (2, 1.0)]),
        ];
        let solved = gauss(rows, vec![8.0, 4.0, 4.0]).unwrap();
        for (is, expected) in solved.iter().zip([1.0, 2.0, 3.0]) {
            assert!((is - expected).abs() < 1e-12, "{solved:?}");
        }
    }

    #[test]
    fn equations_without_a_single_answer_have_none() {
        let twice = Row::from([(0, 1.0), (1, -1.0)]);
        assert_eq!(gauss(vec![twice.clone(), twice], vec![1.0, 1.0]), None);
        assert_eq!(gauss(vec![Row::new(), Row::new()], vec![0.0, 0.0]), None);
    }
}
