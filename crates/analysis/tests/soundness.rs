//! Soundness against the plainest player there is: every marking of any small flow, nothing drawn together.
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use kaizu_analysis::{Graph, soundness};
use kaizu_model::notation;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// A node of a small flow: what it is, and where it leads: numbers of other nodes, in any direction but back to the first.
#[derive(Clone, Debug)]
struct Node {
    sort: Sort,
    targets: BTreeSet<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Sort {
    /// One way in is enough, one way out is taken.
    Choice,
    /// One way in is enough, all ways out are taken.
    Fork,
    /// All ways in are needed, one way out is taken.
    Join,
}

fn flows() -> impl Strategy<Value = Vec<Node>> {
    (3..9_usize).prop_flat_map(|n| (0..n).map(|at| node(at, n)).collect::<Vec<_>>())
}

/// The node at `at` of `n`: mostly onward, now and then back.
fn node(at: usize, n: usize) -> impl Strategy<Value = Node> {
    let sort = prop_oneof![4 => Just(Sort::Choice), 3 => Just(Sort::Fork), 3 => Just(Sort::Join)];
    let onward = at + 1..n.max(at + 2);
    let target = prop_oneof![6 => onward, 1 => 1..n];
    (sort, prop::collection::btree_set(target, 1..4)).prop_map(move |(sort, targets)| Node {
        sort: if at == 0 && sort == Sort::Join {
            Sort::Choice
        } else {
            sort
        },
        targets: targets
            .into_iter()
            .filter(|to| *to < n && *to != at)
            .collect(),
    })
}

/// The flow as text.
fn text(nodes: &[Node]) -> String {
    let mut text = String::new();
    for (n, node) in nodes.iter().enumerate() {
        let word = match node.sort {
            Sort::Choice => " 分岐",
            Sort::Fork => " 分岐AND",
            Sort::Join => " 合流AND",
        };
        let _ = writeln!(text, "係: 手順{n} [#N{n}{word}]");
        for to in &node.targets {
            let _ = writeln!(text, "  → #N{to}");
        }
        if node.targets.is_empty() {
            text.push_str("  → ここまで\n");
        }
    }
    text
}

/// What the plain player sees: joins at which a case gets stuck, and whether a case comes to a node twice.
#[derive(Debug, Default, PartialEq)]
struct Seen {
    stuck: BTreeSet<usize>,
    is_doubled: bool,
}

/// Tokens by the node they come from and the node they go to.
type Tokens = BTreeMap<(usize, usize), usize>;

fn play(nodes: &[Node]) -> Seen {
    let mut seen = Seen::default();
    let mut known = BTreeSet::new();
    let mut open = after(nodes, &Tokens::new(), 0);
    while let Some(tokens) = open.pop() {
        if !known.insert(tokens.clone()) {
            continue;
        }
        let at = |node: usize| tokens.iter().filter(move |((_, to), _)| *to == node);
        let is_doubled = |node: usize| match nodes[node].sort {
            Sort::Join => at(node).any(|(_, n)| *n > 1),
            Sort::Choice | Sort::Fork => at(node).map(|(_, n)| n).sum::<usize>() > 1,
        };
        if (0..nodes.len()).any(is_doubled) {
            seen.is_doubled = true;
            continue;
        }
        let ready: Vec<usize> = (0..nodes.len())
            .filter(|node| is_ready(nodes, &tokens, *node))
            .collect();
        if ready.is_empty() {
            seen.stuck.extend(tokens.keys().map(|(_, to)| *to));
        }
        for node in ready {
            open.extend(after(nodes, &tokens, node));
        }
    }
    seen
}

fn is_ready(nodes: &[Node], tokens: &Tokens, node: usize) -> bool {
    let mut sources = (0..nodes.len()).filter(|from| nodes[*from].targets.contains(&node));
    let has = |from: usize| tokens.contains_key(&(from, node));
    match nodes[node].sort {
        Sort::Join => sources.clone().next().is_some() && sources.all(has),
        Sort::Choice | Sort::Fork => sources.any(has),
    }
}

/// Every way in which `node` can go on.
fn after(nodes: &[Node], tokens: &Tokens, node: usize) -> Vec<Tokens> {
    let mut rest = tokens.clone();
    let taken: Vec<_> = rest.keys().filter(|(_, to)| *to == node).copied().collect();
    let n = if nodes[node].sort == Sort::Join {
        taken.len()
    } else {
        1
    };
    for place in taken.into_iter().take(n) {
        let left = rest.remove(&place).unwrap_or_default();
        if left > 1 {
            rest.insert(place, left - 1);
        }
    }
    let with = |targets: &[usize]| {
        let mut next = rest.clone();
        for to in targets {
            *next.entry((node, *to)).or_default() += 1;
        }
        next
    };
    let targets: Vec<usize> = nodes[node].targets.iter().copied().collect();
    match nodes[node].sort {
        Sort::Fork => vec![with(&targets)],
        Sort::Choice | Sort::Join if targets.is_empty() => vec![with(&[])],
        Sort::Choice | Sort::Join => targets.iter().map(|to| with(&[*to])).collect(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, rng_seed: RngSeed::Fixed(7), ..ProptestConfig::default() })]

    #[test]
    fn it_agrees_with_playing_every_marking(nodes in flows()) {
        let text = text(&nodes);
        let document = notation::parse(&text).map_err(|mistake| TestCaseError::fail(format!("{mistake}\n{text}")))?;
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let (seen, found) = (play(&nodes), soundness(&graph));
        prop_assert!(found.is_complete);
        prop_assert_eq!(seen.is_doubled, !found.doubled.is_empty(), "{}", text);
        let stuck: BTreeSet<usize> = found.deadlocks.keys().copied().collect();
        if !seen.is_doubled {
            prop_assert_eq!(&seen.stuck, &stuck, "{}", text);
        }
    }
}

#[test]
fn the_flows_it_is_tried_on_are_of_all_sorts() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::new_with_rng(
        ProptestConfig::default(),
        proptest::test_runner::TestRng::deterministic_rng(
            proptest::test_runner::RngAlgorithm::ChaCha,
        ),
    );
    let mut times = BTreeMap::new();
    for _ in 0..1_000 {
        let nodes = flows().new_tree(&mut runner).unwrap().current();
        let Seen { stuck, is_doubled } = play(&nodes);
        *times.entry((stuck.is_empty(), is_doubled)).or_insert(0) += 1;
    }
    assert!(
        times.values().all(|n| *n > 20) && times.len() == 4,
        "{times:?}"
    );
}
