//! What residents write in several processes, because one event in their life sets all of them off.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::{ItemId, folded};

use super::super::DetectAcross;
use super::asked_again::{Rule, writers};
use crate::across::Group;
use crate::carriers::item_name;
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};

impl DetectAcross for Rule {
    /// What one event in a life makes people write in several processes. Items are the same where they are called the same.
    fn detect_across(&self, group: &Group, found: &mut Vec<Finding>) {
        if group.event.is_none() {
            return;
        }
        let by_flow: Vec<BTreeMap<String, (ItemId, Vec<Index>)>> =
            group.graphs.iter().map(named_writers).collect();
        let mut times: BTreeMap<&String, usize> = BTreeMap::new();
        for (name, (_, nodes)) in by_flow.iter().flatten() {
            *times.entry(name).or_default() += nodes.len();
        }
        let flows = |name: &String| by_flow.iter().filter(|it| it.contains_key(name)).count();
        times.retain(|name, _| flows(name) > 1);
        let mut written = BTreeSet::new();
        let parts = group
            .graphs
            .iter()
            .zip(&by_flow)
            .filter_map(|(graph, writers)| {
                let shared = writers.iter().filter(|(name, _)| times.contains_key(name));
                let again: BTreeMap<ItemId, &Vec<Index>> = shared
                    .clone()
                    .filter(|(name, _)| written.contains(*name))
                    .map(|(_, (item, nodes))| (*item, nodes))
                    .collect();
                written.extend(shared.clone().map(|(name, _)| name.clone()));
                self.part(graph, shared.map(|(_, it)| it), &again)
            });
        let counted = || times.iter().map(|(name, n)| format!("{name}×{n}"));
        let most = times.values().copied().max().unwrap_or(0);
        let parts: Vec<Finding> = parts.collect();
        let whole = parts.into_iter().reduce(Finding::and);
        found.extend(whole.map(|it| it.names("items", counted()).number("times", most as f64)));
    }
}

impl Rule {
    /// What is written at one flow, of which that in `again` was written in an earlier one; nothing where nothing is shared.
    fn part<'w>(
        &self,
        graph: &Graph,
        shared: impl Iterator<Item = &'w (ItemId, Vec<Index>)>,
        again: &BTreeMap<ItemId, &Vec<Index>>,
    ) -> Option<Finding> {
        let (mut items, mut nodes) = (BTreeSet::new(), BTreeSet::new());
        for (item, own) in shared {
            items.insert(*item);
            nodes.extend(own.iter().copied());
        }
        if nodes.is_empty() {
            return None;
        }
        let mut part = Finding::at(self, graph, nodes.iter().copied()).about(items);
        let is_declared = |node: &Index| graph.step(*node).is_some_and(|step| step.is_obligatory);
        for node in nodes.iter().filter(|node| !is_declared(node)) {
            let step = graph.step(*node);
            let writes = step.map_or(&[][..], |step| step.writes.as_slice());
            // Within a flow, what comes after its first writer is claimed there already.
            let is_again =
                |item: &ItemId| again.get(item).is_some_and(|own| own.first() == Some(node));
            let n = writes
                .iter()
                .filter(|access| is_again(&access.item))
                .count();
            let share = n as f64 / writes.len().max(1) as f64;
            part = part.claiming(
                graph,
                *node,
                Claim {
                    minutes_share: share,
                    ..Claim::default()
                },
            );
        }
        Some(part)
    }
}

/// The writers of each personal item by its name, as it is compared.
fn named_writers(graph: &Graph) -> BTreeMap<String, (ItemId, Vec<Index>)> {
    let writers = writers(graph).into_iter();
    writers
        .map(|(item, nodes)| (folded(item_name(graph, item)), (item, nodes)))
        .collect()
}
