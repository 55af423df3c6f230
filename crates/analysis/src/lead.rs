//! Expected time from start to end: alternatives weighted, loops repeated, parallel branches by their maximum.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::NodeId;

use crate::finding::Claim;
use crate::graph::{Graph, Index};
use crate::rounds::State;
use crate::visits::{gauss, identity, less};

/// Expected hours from the start to the end, where `hours` says what each node takes. `None` where a loop never ends
/// or a fork returns into itself.
pub(crate) fn lead(graph: &Graph, hours: &dyn Fn(Index) -> f64) -> Option<f64> {
    let start = graph.start()?;
    Lead::new(graph, hours).between(start, None)
}

/// Expected hours that a case would take less with what is claimed on single steps. `None` where a claimed wait is
/// unknown. Other hours that are unknown count as none.
pub(crate) fn saved(graph: &Graph, claims: &BTreeMap<NodeId, Claim>) -> Option<f64> {
    let wait = |n: Index| graph.wait(n).unwrap_or(0.0);
    let work = |n: Index| {
        let minutes = graph.step(n).and_then(|step| step.minutes);
        minutes.map_or(0.0, |minutes| minutes.get() / 60.0)
    };
    let mut less: BTreeMap<Index, f64> = BTreeMap::new();
    for (id, claim) in claims {
        let Some(n) = graph.index(*id) else { continue };
        if claim.wait_share > 0.0 && graph.wait(n).is_none() {
            return None;
        }
        less.insert(
            n,
            claim.wait_share * wait(n) + claim.minutes_share * work(n),
        );
    }
    if !graph.indices().any(|n| graph.is_fork(n)) {
        // Without branches side by side every hour counts as often as its step is done.
        let hours: f64 = less.iter().map(|(n, hours)| hours * graph.visit(*n)).sum();
        // A sum of nothing is −0, which nobody wants to read.
        return Some(hours + 0.0);
    }
    let all = lead(graph, &|n| wait(n) + work(n))?;
    let rest = lead(graph, &|n| wait(n) + work(n) - less.get(&n).unwrap_or(&0.0))?;
    Some((all - rest).max(0.0))
}

/// Where branches begin that run beside a longer one, each with the node at which all of them meet again.
pub(crate) fn outrun(graph: &Graph, hours: &dyn Fn(Index) -> f64) -> Vec<(Index, Option<Index>)> {
    let mut lead = Lead::new(graph, hours);
    let mut outrun = Vec::new();
    for fork in graph.indices().filter(|n| graph.is_fork(*n)) {
        let join = graph.reach().next_certain(fork);
        let begins = graph.leaving(fork).map(|arrow| arrow.to);
        let branches: Vec<(Index, f64)> = begins
            .filter_map(|begin| Some((begin, lead.between(begin, join)?)))
            .collect();
        let longest = branches.iter().map(|it| it.1).fold(0.0, f64::max);
        let shorter = branches.iter().filter(|it| it.1 < longest - 1e-9);
        outrun.extend(shorter.map(|it| (it.0, join)));
    }
    outrun
}

struct Lead<'g, 'a> {
    graph: &'g Graph<'a>,
    hours: &'g dyn Fn(Index) -> f64,
    known: BTreeMap<(State, Option<Index>), f64>,
    open: BTreeSet<(State, Option<Index>)>,
}

impl<'g, 'a> Lead<'g, 'a> {
    fn new(graph: &'g Graph<'a>, hours: &'g dyn Fn(Index) -> f64) -> Self {
        Self {
            graph,
            hours,
            known: BTreeMap::new(),
            open: BTreeSet::new(),
        }
    }

    /// Expected hours from `from`, included, to the node `to`, excluded; to the end where `to` is `None`.
    fn between(&mut self, from: State, to: Option<Index>) -> Option<f64> {
        let rounds = self.graph.rounds();
        if Some(rounds.node(from)) == to {
            return Some(0.0);
        }
        if let Some(hours) = self.known.get(&(from, to)) {
            return Some(*hours);
        }
        if !self.open.insert((from, to)) {
            return None;
        }
        let region = self.region(from, to);
        let place: BTreeMap<State, usize> = region
            .iter()
            .enumerate()
            .map(|(n, state)| (*state, n))
            .collect();
        let mut rows = identity(region.len());
        let mut right = vec![0.0; region.len()];
        for (n, state) in region.iter().enumerate() {
            let node = rounds.node(*state);
            right[n] = (self.hours)(node);
            if self.graph.is_fork(node) {
                right[n] += self.longest_branch(*state)?;
                if let Some(next) = self.behind(*state).and_then(|next| place.get(&next)) {
                    less(&mut rows[n], *next, 1.0);
                }
                continue;
            }
            for way in rounds.ways(*state) {
                if let Some(next) = place.get(&way.to) {
                    let part = rounds.share(self.graph, *state, *way, &|arrow| arrow.share);
                    less(&mut rows[n], *next, part);
                }
            }
        }
        let solved = gauss(rows, right)?;
        let hours = place.get(&from).and_then(|n| solved.get(*n)).copied()?;
        self.open.remove(&(from, to));
        self.known.insert((from, to), hours);
        hours.is_finite().then_some(hours)
    }

    fn longest_branch(&mut self, fork: State) -> Option<f64> {
        let rounds = self.graph.rounds();
        let join = self.graph.reach().next_certain(rounds.node(fork));
        let mut longest = 0.0_f64;
        for branch in rounds.ways(fork) {
            longest = longest.max(self.between(branch.to, join)?);
        }
        Some(longest)
    }

    /// Where the branches of a fork meet again.
    fn behind(&self, fork: State) -> Option<State> {
        let rounds = self.graph.rounds();
        let join = self.graph.reach().next_certain(rounds.node(fork));
        join.map(|join| rounds.at(fork, join))
    }

    /// The states a case can be in between `from` and `to`; what lies inside a fork is the fork's own affair.
    fn region(&self, from: State, to: Option<Index>) -> Vec<State> {
        let rounds = self.graph.rounds();
        let mut seen = BTreeSet::from([from]);
        let mut open = vec![from];
        while let Some(state) = open.pop() {
            let next: Vec<State> = if self.graph.is_fork(rounds.node(state)) {
                self.behind(state).into_iter().collect()
            } else {
                rounds.ways(state).iter().map(|way| way.to).collect()
            };
            for next in next {
                if Some(rounds.node(next)) != to && seen.insert(next) {
                    open.push(next);
                }
            }
        }
        seen.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use kaizu_model::notation;

    use super::*;

    /// A flow written down part by part.
    #[derive(Default)]
    struct Flow {
        text: String,
        n: usize,
    }

    impl Flow {
        fn line(mut self, name: &str, marks: &str) -> Self {
            self.n += 1;
            writeln!(self.text, "係: {name}{} [{marks}]", self.n).unwrap();
            self
        }

        fn seq(self, hours: &[f64]) -> Self {
            let step = |flow: Self, it: &f64| flow.line("手順", &format!("待ち{it}時間"));
            hours.iter().fold(self, step)
        }

        fn again(self, body: &[f64], percent: u8, times: &str) -> Self {
            let first = self.n;
            let mut flow = self.line("入口", &format!("#A{first} 待ち0時間"));
            flow = flow.seq(body).line("問い", "分岐");
            let rest = 100 - percent;
            writeln!(flow.text, "  {percent}% 否 → #A{first} {times}").unwrap();
            writeln!(flow.text, "  {rest}% 可 → #B{first}").unwrap();
            flow.line("出口", &format!("#B{first} 待ち0時間"))
        }

        fn parts(self, kind: [&str; 2], ways: &[(&str, f64)]) -> Self {
            let first = self.n;
            let mut flow = self.line("分かれる", kind[0]);
            for (n, (share, _)) in ways.iter().enumerate() {
                writeln!(flow.text, "  {share} → #P{first}-{n}").unwrap();
            }
            for (n, (_, hours)) in ways.iter().enumerate() {
                flow = flow.line("枝", &format!("#P{first}-{n} 待ち{hours}時間"));
                writeln!(flow.text, "  → #J{first}").unwrap();
            }
            flow.line("合わさる", &format!("#J{first} {}", kind[1]))
        }

        fn both(self, hours: &[f64]) -> Self {
            let ways: Vec<_> = hours.iter().map(|it| ("", *it)).collect();
            self.parts(["分岐AND", "合流AND"], &ways)
        }

        fn either(self, ways: [(&str, f64); 2]) -> Self {
            self.parts(["分岐", "合流"], &ways)
        }

        fn takes(self, hours: f64) {
            let document = notation::parse(&self.text).unwrap();
            let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
            let found = lead(&graph, &|n| graph.wait(n).unwrap_or(0.0)).unwrap();
            assert!((found - hours).abs() < 1e-9, "{found}:\n{}", self.text);
        }
    }

    #[test]
    fn parts_in_a_row_add_up_and_ways_are_weighted() {
        Flow::default().seq(&[10.0, 20.0]).takes(30.0);
        let tens = || Flow::default().seq(&[10.0]);
        tens().either([("50%", 20.0), ("50%", 10.0)]).takes(25.0);
        tens().either([("90%", 20.0), ("10%", 10.0)]).takes(29.0);
        tens().both(&[20.0, 10.0]).takes(30.0);
    }

    #[test]
    fn what_is_repeated_counts_as_often_as_it_is_done() {
        let end = |flow: Flow| flow.both(&[1.0, 3.0]).seq(&[3.0]);
        let ways = [("60%", 1.0), ("40%", 2.0)];
        let once = Flow::default().seq(&[1.0]);
        end(once).either(ways).takes(8.4);
        let again = Flow::default().again(&[1.0], 20, "");
        end(again).either(ways).takes(8.65);
        let again = Flow::default().again(&[2.0], 20, "").both(&[0.5, 3.0]);
        let ways = [("60%", 2.0), ("40%", 0.5)];
        again.seq(&[2.0]).either(ways).takes(8.9);
    }

    #[test]
    fn what_is_repeated_at_most_once_counts_once_more_at_most() {
        let cycle = Flow::default().seq(&[10.0]);
        let cycle = cycle.again(&[13.0, 6.0], 20, "[一度だけ]").seq(&[15.0]);
        let cycle = cycle.both(&[9.0, 3.0, 7.0]);
        let cycle = cycle.either([("90%", 17.0), ("10%", 0.0)]);
        cycle.seq(&[10.0]).takes(82.1);
        let touch = Flow::default().seq(&[3.0]);
        let touch = touch.again(&[8.0, 2.0], 20, "[一度だけ]").seq(&[5.0]);
        let touch = touch.both(&[2.0, 3.0, 5.0]);
        let touch = touch.either([("90%", 9.0), ("10%", 0.0)]);
        touch.seq(&[8.0]).takes(41.1);
    }

    #[test]
    fn a_shorter_branch_saves_only_what_the_longest_allows() {
        let mut flow = Flow::default().both(&[20.0, 30.0]);
        writeln!(flow.text, "係: 終える 30分 [待ち0時間]").unwrap();
        let document = notation::parse(&flow.text).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let without = |hours: f64| {
            let node = graph.indices().find(|n| graph.wait(*n) == Some(hours));
            let claims = BTreeMap::from([(graph.id(node.unwrap()), Claim::WHOLE)]);
            saved(&graph, &claims).unwrap()
        };
        assert!(without(20.0).abs() < 1e-9);
        assert!((without(30.0) - 10.0).abs() < 1e-9);
        assert!((without(0.0) - 0.5).abs() < 1e-9);
    }
}
