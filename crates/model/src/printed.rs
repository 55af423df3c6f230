//! Under which id each lane, phase and node of a flow is printed.
use std::collections::{BTreeMap, BTreeSet};

use crate::{Document, FlowId, RecordId};

/// The ids under which the lanes, phases and nodes of `flow` appear outside: their own key where they have one, else
/// the name of a lane or phase and a made one (`S5`, the fifth in the list) for a node. No two of a kind share one.
pub fn printed_ids(document: &Document, flow: FlowId) -> BTreeMap<RecordId, String> {
    let lanes = document
        .lanes_of(flow)
        .into_iter()
        .enumerate()
        .map(|(place, (id, lane))| {
            Called::new(
                id,
                lane.key.as_deref(),
                name_or_place(&lane.name, 'L', place),
            )
        });
    let phases = document
        .phases_of(flow)
        .into_iter()
        .enumerate()
        .map(|(place, (id, phase))| {
            Called::new(
                id,
                phase.key.as_deref(),
                name_or_place(&phase.name, 'P', place),
            )
        });
    let nodes = document.nodes_of(flow).into_iter().enumerate();
    let nodes =
        nodes.map(|(place, node)| Called::new(node.id, node.key, name_or_place("", 'S', place)));
    let mut keys = BTreeMap::new();
    for called in [lanes.collect(), phases.collect(), nodes.collect::<Vec<_>>()] {
        name_each(&called, &mut keys);
    }
    keys
}

fn name_or_place(name: &str, initial: char, place: usize) -> String {
    if name.is_empty() {
        format!("{initial}{}", place + 1)
    } else {
        name.to_owned()
    }
}

/// A record and what it would be called.
struct Called<'a> {
    id: RecordId,
    key: Option<&'a str>,
    /// What it is called where it has no key.
    name: String,
}

impl<'a> Called<'a> {
    fn new(id: impl Into<RecordId>, key: Option<&'a str>, name: String) -> Self {
        Self {
            id: id.into(),
            key: key.filter(|key| !key.is_empty()),
            name,
        }
    }
}

/// Own keys first, so that a made one never takes a key away.
fn name_each(called: &[Called], keys: &mut BTreeMap<RecordId, String>) {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for it in called {
        if let Some(key) = it.key
            && taken.insert(key.to_owned())
        {
            keys.insert(it.id, key.to_owned());
        }
    }
    for it in called {
        if keys.contains_key(&it.id) {
            continue;
        }
        let wish = it.key.map_or_else(|| it.name.clone(), str::to_owned);
        let mut key = wish.clone();
        let mut n = 2;
        while !taken.insert(key.clone()) {
            key = format!("{wish}-{n}");
            n += 1;
        }
        keys.insert(it.id, key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation::parse;

    #[test]
    fn what_has_no_key_is_called_by_its_place_unless_somebody_else_is() {
        let document =
            parse("窓口: 一つ目\n窓口: 二つ目 [#S4]\n窓口: 三つ目\n窓口: 四つ目\n").unwrap();
        let flow = document.first_flow().unwrap();
        let ids = printed_ids(&document, flow);
        let nodes = document.nodes_of(flow).into_iter();
        let printed: Vec<&str> = nodes.map(|node| ids[&node.id.into()].as_str()).collect();
        assert_eq!(printed, ["S1", "S4", "S3", "S4-2"]);
        let (lane, _) = document.lanes_of(flow)[0];
        assert_eq!(ids[&lane.into()], "窓口");
    }
}
