//! How often each node is executed a case, on any graph with branches, parallel work and loops.
//!
//! The visit ratios solve f = e + Pᵀ f, where e is one at the start: an exclusive branch passes its share on, a
//! parallel one passes everything along every arrow, and a join receives its arrows' sum divided by their number. What
//! happens at most once is unrolled before.
use std::collections::{BTreeMap, BTreeSet};

use crate::arrows::share;
use crate::graph::{Arrow, Graph, Index};
use crate::knots::Knots;
use crate::rounds::State;

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

/// Expected executions of each state a case; `None` where a loop never ends.
///
/// All of them are solved together: what every case passes then comes out as one, and not as a hair less.
pub(crate) fn visits(graph: &Graph) -> Option<Vec<f64>> {
    let start = graph.start()?;
    let rounds = graph.rounds();
    let mut begin = vec![0.0; rounds.len()];
    begin[start] = 1.0;
    let mut rows = identity(rounds.len());
    for state in 0..rounds.len() {
        for (to, part) in ways(graph, state, &|arrow| arrow.share) {
            less(&mut rows[to], state, part);
        }
    }
    let solved = gauss(rows, begin)?;
    solved.iter().all(|f| is_finite(*f)).then_some(solved)
}

/// The visits of each node that cases come to if every arrow had the share that `share` says: of `nodes`, and of others on
/// the way there.
pub(crate) fn visits_with(
    graph: &Graph,
    share: &dyn Fn(&Arrow) -> f64,
    nodes: &[Index],
) -> Option<BTreeMap<Index, f64>> {
    let rounds = graph.rounds();
    let begin = BTreeMap::from([(graph.start()?, 1.0)]);
    // Where there are further rounds, a node has states elsewhere as well.
    let has_one_round = rounds.len() == graph.len();
    let last = nodes.iter().map(|node| rounds.knots().of[*node]).min();
    let last = last.filter(|_| has_one_round).unwrap_or(0);
    let come = carried(rounds.knots(), begin, last, |state| {
        ways(graph, state, share)
    })?;
    let visits = by_node(graph, come);
    visits.values().all(|f| is_finite(*f)).then_some(visits)
}

/// The visits of each node where they change if the arrows that leave `branch` have the shares that `share` says, and all
/// others their own: what changes is carried on from there until the ways have met again.
pub(crate) fn visits_otherwise(
    graph: &Graph,
    branch: Index,
    share: &dyn Fn(&Arrow) -> f64,
) -> Option<BTreeMap<Index, f64>> {
    let rounds = graph.rounds();
    let usual = graph.states()?;
    let mut moved: BTreeMap<State, f64> = BTreeMap::new();
    for state in (0..rounds.len()).filter(|state| rounds.node(*state) == branch) {
        let is = ways(graph, state, share);
        let was = ways(graph, state, &|arrow| arrow.share);
        for ((to, is), (_, was)) in is.zip(was) {
            *moved.entry(to).or_default() += usual[state] * (is - was);
        }
    }
    let moved = carried(rounds.knots(), moved, 0, |state| ways(graph, state, share))?;
    let mut visits = by_node(graph, moved);
    for (node, f) in &mut visits {
        *f += graph.visit(*node);
        // Nothing but a rounding error is left where no case comes any more.
        if f.abs() < 1e-12 {
            *f = 0.0;
        }
    }
    visits.values().all(|f| is_finite(*f)).then_some(visits)
}

/// Where a case goes on from a state, each with the part of it that goes there: into a join goes a part of each arrow's.
fn ways<'g>(
    graph: &'g Graph,
    state: State,
    share: &'g dyn Fn(&Arrow) -> f64,
) -> impl Iterator<Item = (State, f64)> + 'g {
    let rounds = graph.rounds();
    rounds.ways(state).iter().map(move |way| {
        let to = rounds.node(way.to);
        let inward = if graph.is_join(to) {
            graph.reaching(to).count() as f64
        } else {
            1.0
        };
        let part = rounds.share(graph, state, *way, share);
        (way.to, part / inward)
    })
}

/// A loop with a repeat share of one or more has no finite answer; rounding may hide that in a huge number.
pub(crate) fn is_finite(f: f64) -> bool {
    f.is_finite() && (-1e-9..1e9).contains(&f)
}

/// What states add up to for each node.
pub(crate) fn by_node(
    graph: &Graph,
    states: impl IntoIterator<Item = (State, f64)>,
) -> BTreeMap<Index, f64> {
    let mut nodes: BTreeMap<Index, f64> = BTreeMap::new();
    for (state, f) in states {
        *nodes.entry(graph.rounds().node(state)).or_default() += f;
    }
    nodes
}

/// How often cases come to each state that begin as `begin` says and are carried along `ways`, each with its part of them;
/// `None` where some go round for ever. Behind the knot `last`, nothing is told.
///
/// Knot by knot, as cases come to them: only what goes round is solved together, with where it leads.
pub(crate) fn carried<W: Iterator<Item = (usize, f64)>>(
    knots: &Knots,
    begin: BTreeMap<usize, f64>,
    last: usize,
    ways: impl Fn(usize) -> W,
) -> Option<BTreeMap<usize, f64>> {
    let mut come = begin;
    let mut open: BTreeSet<usize> = come.keys().map(|state| knots.of[*state]).collect();
    while let Some(place) = open.pop_last().filter(|place| *place >= last) {
        let knot = &knots.all[place];
        // What is less than a rounding error goes nowhere.
        let is_come_to = |state| come.get(state).is_some_and(|f: &f64| f.abs() > 1e-15);
        if !knot.iter().any(is_come_to) {
            continue;
        }
        let all: Vec<(usize, usize, f64)> = knot
            .iter()
            .flat_map(|from| ways(*from).map(move |(to, part)| (*from, to, part)))
            .collect();
        let is_round = all.iter().any(|(_, to, _)| knots.of[*to] == place);
        if is_round {
            go_round(&mut come, knot, &all)?;
        }
        for (from, to, part) in all {
            if !is_round {
                let more = come.get(&from).copied().unwrap_or(0.0) * part;
                *come.entry(to).or_default() += more;
            }
            if knots.of[to] != place {
                open.insert(knots.of[to]);
            }
        }
    }
    Some(come)
}

/// Carries who has `come` to a knot round in it and out of it, along all `ways` from its states.
fn go_round(
    come: &mut BTreeMap<usize, f64>,
    knot: &[usize],
    ways: &[(usize, usize, f64)],
) -> Option<()> {
    let met: BTreeSet<usize> = knot
        .iter()
        .copied()
        .chain(ways.iter().map(|it| it.1))
        .collect();
    let place: BTreeMap<usize, usize> = met.iter().enumerate().map(|(n, it)| (*it, n)).collect();
    let mut rows = identity(met.len());
    for (from, to, part) in ways {
        less(&mut rows[place[to]], place[from], *part);
    }
    let right = met
        .iter()
        .map(|state| come.get(state).copied().unwrap_or(0.0))
        .collect();
    come.extend(met.iter().copied().zip(gauss(rows, right)?));
    Some(())
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
