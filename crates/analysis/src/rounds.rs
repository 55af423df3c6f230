//! The flow unrolled by what happens at most once: a return marked so leads to a second round that lacks it.
//!
//! In `A, B, 20 % back to A once, C` the second round is A, B, C: there the arrow back does not exist, nor do ways
//! that lead only to it, and the other ways of the branch share its part. Whoever leaves the loop is in the first
//! round again, so that two loops one after the other, or one inside the other, count each for itself.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::Repeat;

use crate::graph::{Arrow, Graph, Index};
use crate::knots::Knots;

/// More returns than this are not open inside one another: what goes on after them goes on without a further round.
const MOST: usize = 4;

/// A node in one round; the first round's states have the numbers of their nodes.
pub(crate) type State = usize;

/// A way from one state to another.
#[derive(Clone, Copy)]
pub(crate) struct Way {
    /// Where it leads.
    pub(crate) to: State,
    /// The place of its arrow among the graph's.
    pub(crate) arrow: usize,
}

/// Every node in every round in which a case can come to it.
pub(crate) struct Rounds {
    nodes: Vec<Index>,
    used: Vec<BTreeSet<usize>>,
    places: BTreeMap<(Index, BTreeSet<usize>), State>,
    ways: Vec<Vec<Way>>,
    /// States between which a case can go round.
    knots: Knots,
    /// The loop of each return that happens at most once, by its arrow.
    loops: BTreeMap<usize, BTreeSet<Index>>,
}

impl Rounds {
    pub(crate) fn of(graph: &Graph) -> Self {
        let reach = graph.reach();
        let is_once = |arrow: &Arrow| {
            arrow.edge.repeat == Some(Repeat::Once) && reach.is_return(arrow.from, arrow.to)
        };
        let once = graph
            .arrows()
            .iter()
            .enumerate()
            .filter(|(_, it)| is_once(it));
        let mut rounds = Self {
            nodes: Vec::new(),
            used: Vec::new(),
            places: BTreeMap::new(),
            ways: Vec::new(),
            knots: Knots::of(&[]),
            loops: once
                .map(|(n, arrow)| (n, reach.loop_of(arrow.from, arrow.to)))
                .collect(),
        };
        for node in graph.indices() {
            rounds.place(node, BTreeSet::new());
        }
        let mut state = 0;
        while state < rounds.nodes.len() {
            rounds.go_on(graph, state);
            state += 1;
        }
        if !rounds.loops.is_empty() {
            rounds.close_blind_ways(graph);
        }
        let ahead = |ways: &Vec<Way>| ways.iter().map(|way| way.to).collect();
        let ahead: Vec<Vec<State>> = rounds.ways.iter().map(ahead).collect();
        rounds.knots = Knots::of(&ahead);
        rounds
    }

    /// How many states there are.
    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The node of a state.
    pub(crate) fn node(&self, state: State) -> Index {
        self.nodes[state]
    }

    /// The knots that the ways tie the states in.
    pub(crate) fn knots(&self) -> &Knots {
        &self.knots
    }

    /// The ways out of a state.
    pub(crate) fn ways(&self, state: State) -> &[Way] {
        &self.ways[state]
    }

    /// Where a case is that comes from `state` to `node` without another return.
    pub(crate) fn at(&self, state: State, node: Index) -> State {
        let used = self.still_used(&self.used[state], node);
        self.places.get(&(node, used)).copied().unwrap_or(node)
    }

    /// The part of the cases that takes a way, where `share` says what each arrow takes when all are open.
    pub(crate) fn share(
        &self,
        graph: &Graph,
        state: State,
        way: Way,
        share: &dyn Fn(&Arrow) -> f64,
    ) -> f64 {
        let arrow = &graph.arrows()[way.arrow];
        if self.loops.is_empty() {
            return share(arrow);
        }
        let all = || {
            graph
                .leaving(self.nodes[state])
                .filter(|arrow| !arrow.is_parallel())
        };
        let open = || {
            let arrows = self.ways[state]
                .iter()
                .map(|way| &graph.arrows()[way.arrow]);
            arrows.filter(|arrow| !arrow.is_parallel())
        };
        let (n_all, n_open) = (all().count(), open().count());
        if arrow.is_parallel() || n_all == n_open {
            return share(arrow);
        }
        let whole: f64 = all().map(share).sum();
        let left: f64 = open().map(share).sum();
        if left > 0.0 {
            share(arrow) * whole / left
        } else {
            whole / n_open as f64
        }
    }

    fn place(&mut self, node: Index, used: BTreeSet<usize>) -> State {
        if let Some(state) = self.places.get(&(node, used.clone())) {
            return *state;
        }
        let state = self.nodes.len();
        self.places.insert((node, used.clone()), state);
        self.nodes.push(node);
        self.used.push(used);
        self.ways.push(Vec::new());
        state
    }

    fn go_on(&mut self, graph: &Graph, state: State) {
        let used = self.used[state].clone();
        for (n, arrow) in graph.numbered(self.nodes[state]) {
            let is_once = self.loops.contains_key(&n);
            if is_once && (used.contains(&n) || used.len() >= MOST) {
                continue;
            }
            let mut then = self.still_used(&used, arrow.to);
            then.extend(is_once.then_some(n));
            let to = self.place(arrow.to, then);
            self.ways[state].push(Way { to, arrow: n });
        }
    }

    /// The returns behind a case that comes to `node`: those in whose loop it still is.
    fn still_used(&self, used: &BTreeSet<usize>, node: Index) -> BTreeSet<usize> {
        let is_inside = |n: &usize| self.loops.get(n).is_some_and(|it| it.contains(&node));
        used.iter().copied().filter(is_inside).collect()
    }

    /// Takes away ways from which no end can be reached any more, though it could with all arrows.
    fn close_blind_ways(&mut self, graph: &Graph) {
        let mut before = vec![Vec::new(); self.len()];
        for (state, ways) in self.ways.iter().enumerate() {
            for way in ways {
                before[way.to].push(state);
            }
        }
        let ends: BTreeSet<Index> = graph.ends().collect();
        let is_end = |state: &State| ends.contains(&self.nodes[*state]);
        let mut open: Vec<State> = (0..self.len()).filter(is_end).collect();
        let mut can_end: BTreeSet<State> = open.iter().copied().collect();
        while let Some(state) = open.pop() {
            for earlier in &before[state] {
                if can_end.insert(*earlier) {
                    open.push(*earlier);
                }
            }
        }
        let nodes = &self.nodes;
        for ways in &mut self.ways {
            ways.retain(|way| can_end.contains(&way.to) || !can_end.contains(&nodes[way.to]));
        }
    }
}

#[cfg(test)]
mod tests {
    use kaizu_model::notation;

    use crate::graph::Graph;
    use crate::metrics::exact;

    /// How often each node is come to, by its name, and the hours from start to end.
    fn counted(text: &str, names: &[&str]) -> (Vec<f64>, f64) {
        let text = format!("窓口: 受け取る 0分 [待ち0時間]\n{text}");
        let document = notation::parse(&text).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let index_of = |name: &&str| graph.indices().find(|n| graph.name(*n) == *name).unwrap();
        let visits = names.iter().map(|name| graph.visit(index_of(name)));
        (visits.collect(), exact(&graph).lead_working_hours.unwrap())
    }

    fn assert_near(is: &[f64], expected: &[f64]) {
        let is_near = |(is, expected): (&f64, &f64)| (is - expected).abs() < 1e-9;
        let all = is.len() == expected.len() && is.iter().zip(expected).all(is_near);
        assert!(all, "{is:?}, not {expected:?}");
    }

    #[test]
    fn a_second_round_has_no_third() {
        let text = "窓口: 確認する 10分 [#1 待ち0時間]\n窓口: よいか [分岐]\n  20% 不備 → #1 [一度だけ]\n  80% 良 → 終える\n\
                    窓口: 終える 0分 [待ち0時間]\n";
        let (visits, hours) = counted(text, &["確認する", "終える"]);
        assert_near(&visits, &[1.2, 1.0]);
        assert_near(&[hours * 60.0], &[12.0]);
    }

    #[test]
    fn ways_that_lead_only_to_the_return_are_gone_as_well() {
        let text = "窓口: 確認する 10分 [#1 待ち0時間]\n窓口: よいか [分岐]\n  20% 不備 → #2\n  80% 良 → #3\n\
                    住民: 直す 10分 [#2 待ち0時間]\n  → #1 [一度だけ]\n窓口: 終える 10分 [#3 待ち0時間]\n";
        let (visits, hours) = counted(text, &["確認する", "直す", "終える"]);
        assert_near(&visits, &[1.2, 0.2, 1.0]);
        assert_near(&[hours * 60.0], &[24.0]);
    }

    #[test]
    fn loops_one_after_the_other_and_inside_one_another_count_each_for_itself() {
        let loops = |first: &str| {
            format!(
                "係: 一 10分 [#1 待ち0時間]\n係: 一でよいか [分岐]\n  20% 否 → #1 [一度だけ]\n  80% 可 → #2\n\
                 係: 二 10分 [#2 待ち0時間]\n係: 二でよいか [分岐]\n  30% 否 → {first} [一度だけ]\n  70% 可 → #3\n\
                 係: 三 0分 [#3 待ち0時間]\n"
            )
        };
        let (visits, hours) = counted(&loops("#2"), &["一", "二", "三"]);
        assert_near(&visits, &[1.2, 1.3, 1.0]);
        assert_near(&[hours * 60.0], &[25.0]);
        let (visits, hours) = counted(&loops("#1"), &["一", "二", "三"]);
        assert_near(&visits, &[1.3 * 1.2, 1.3, 1.0]);
        assert_near(&[hours * 60.0], &[1.3 * 22.0]);
    }
}
