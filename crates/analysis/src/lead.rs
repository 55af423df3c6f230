//! Expected time from start to end: alternatives weighted, loops repeated, parallel branches by their maximum.
use std::collections::BTreeMap;

use kaizu_model::NodeId;

use crate::finding::Claim;
use crate::graph::{Graph, Index};
use crate::stretches::Stretches;

impl Graph<'_> {
    /// The hours that a case waits and is worked on at a node, as far as they are known.
    pub(crate) fn usual_hours(&self, node: Index) -> f64 {
        self.wait(node).unwrap_or(0.0) + work(self, node)
    }
}

fn work(graph: &Graph, node: Index) -> f64 {
    let minutes = graph.step(node).and_then(|step| step.minutes);
    minutes.map_or(0.0, |minutes| minutes.get() / 60.0)
}

/// Expected hours from the start to the end, where `hours` says what each node takes. `None` where a loop never ends
/// or a fork returns into itself.
pub(crate) fn lead(graph: &Graph, hours: &dyn Fn(Index) -> f64) -> Option<f64> {
    let hours = graph.lead()?.hours(hours);
    hours.is_finite().then_some(hours)
}

/// Expected hours that a case would take less with what is claimed on single steps. `None` where a claimed wait is
/// unknown. Other hours that are unknown count as none.
pub(crate) fn saved(graph: &Graph, claims: &BTreeMap<NodeId, Claim>) -> Option<f64> {
    let mut less: BTreeMap<Index, f64> = BTreeMap::new();
    for (id, claim) in claims {
        let Some(n) = graph.index(*id) else { continue };
        let wait = graph.wait(n);
        if claim.wait_share > 0.0 && wait.is_none() {
            return None;
        }
        let hours = claim.wait_share * wait.unwrap_or(0.0) + claim.minutes_share * work(graph, n);
        less.insert(n, hours);
    }
    if graph.forks().is_empty() {
        // Without branches side by side every hour counts as often as its step is done.
        let hours: f64 = less.iter().map(|(n, hours)| hours * graph.visit(*n)).sum();
        // A sum of nothing is −0, which nobody wants to read.
        return Some(hours + 0.0);
    }
    Some(graph.lead()?.saved(&less).max(0.0))
}

/// Where branches begin that run beside a longer one, each with the node at which all of them meet again.
pub(crate) fn outrun(graph: &Graph, hours: &dyn Fn(Index) -> f64) -> Vec<(Index, Option<Index>)> {
    let mut stretches = Stretches::default();
    let mut forks = Vec::new();
    for fork in graph.forks() {
        let join = graph.reach().next_certain(*fork);
        let begins = graph.leaving(*fork).map(|arrow| arrow.to);
        let branches = begins.filter_map(|it| Some((it, stretches.between(graph, it, join)?)));
        forks.push((join, branches.collect::<Vec<_>>()));
    }
    let hours = stretches.hours(hours);
    let mut outrun = Vec::new();
    for (join, branches) in forks {
        let longest = branches.iter().map(|it| hours[it.1]).fold(0.0, f64::max);
        let shorter = branches.iter().filter(|it| hours[it.1] < longest - 1e-9);
        outrun.extend(shorter.map(|it| (it.0, join)));
    }
    outrun
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
