//! The registers in which the city finds what it knows already.
use std::collections::BTreeSet;

use kaizu_analysis::Graph;
use kaizu_model::{ItemId, Source, StepKind};

use crate::wording;

/// The stores that hold the right value of any of `items`, by name.
pub(crate) fn holding(graph: &Graph, items: &BTreeSet<ItemId>) -> Vec<String> {
    let own = graph.document.stores();
    let own = own.filter(|(_, store)| store.process == graph.process_id);
    let holds = own.filter(|(_, store)| {
        let mut all = store.authoritative_for.iter();
        all.any(|item| items.contains(item))
    });
    let names: BTreeSet<String> = holds.map(|(_, store)| store.name.clone()).collect();
    names.into_iter().collect()
}

/// Where `item` is looked up: the store that holds its right value, else where the same source is asked already, else what
/// the source is usually called.
pub(crate) fn register_of(graph: &Graph, item: ItemId) -> Option<String> {
    let held = holding(graph, &BTreeSet::from([item])).into_iter().next();
    let source = graph.document.item(item).ok().and_then(|item| item.source);
    let is_like = |id: ItemId| {
        let item = graph.document.item(id);
        source.is_some() && item.is_ok_and(|item| item.source == source)
    };
    let mut queries = graph.steps().filter(|(_, step)| {
        let mut written = step.writes.iter().map(|access| access.item);
        step.kind == Some(StepKind::Query) && written.any(is_like)
    });
    let asked = queries.find_map(|(_, step)| step.system.clone());
    held.or(asked).or_else(|| {
        let name = match source? {
            Source::ResidentRegister => wording::RESIDENT_REGISTER,
            Source::Tax => wording::TAX_REGISTER,
            Source::NumberNetwork => wording::NUMBER_NETWORK,
            Source::Person | Source::Employer | Source::Section => return None,
        };
        Some(name.to_owned())
    })
}
