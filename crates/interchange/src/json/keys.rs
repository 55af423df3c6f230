//! By which id a file calls each lane, phase and node.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::{Document, FlowId, RecordId};

/// The ids under which the lanes, phases and nodes of `flow` appear outside: their own key where they have one, else
/// the name of a lane or phase and a made one (`S5`) for a node. No two of a kind share one.
pub fn keys(document: &Document, flow: FlowId) -> BTreeMap<RecordId, String> {
    let lanes = document
        .lanes_of(flow)
        .into_iter()
        .map(|(id, lane)| Called::new(id, lane.key.as_deref(), Some(&lane.name)));
    let phases = document
        .phases_of(flow)
        .into_iter()
        .map(|(id, phase)| Called::new(id, phase.key.as_deref(), Some(&phase.name)));
    let nodes = document
        .nodes_of(flow)
        .into_iter()
        .map(|node| Called::new(node.id, node.key, None));
    let mut keys = BTreeMap::new();
    for called in [lanes.collect(), phases.collect(), nodes.collect::<Vec<_>>()] {
        name_each(&called, &mut keys);
    }
    keys
}

/// A record and what it would be called.
struct Called<'a> {
    id: RecordId,
    key: Option<&'a str>,
    name: Option<&'a str>,
}

impl<'a> Called<'a> {
    fn new(id: impl Into<RecordId>, key: Option<&'a str>, name: Option<&'a str>) -> Self {
        Self {
            id: id.into(),
            key: key.filter(|key| !key.is_empty()),
            name: name.filter(|name| !name.is_empty()),
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
        let wish = it
            .key
            .or(it.name)
            .map_or_else(|| made(it.id), str::to_owned);
        let mut key = wish.clone();
        let mut n = 2;
        while !taken.insert(key.clone()) {
            key = format!("{wish}-{n}");
            n += 1;
        }
        keys.insert(it.id, key);
    }
}

fn made(id: RecordId) -> String {
    let initial = id.word().get(..1).unwrap_or_default();
    format!("{}{}", initial.to_uppercase(), id.number())
}
