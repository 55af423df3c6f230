//! What is typed although a system of the city's own holds it already, and may be taken over from there.
use std::collections::BTreeSet;

use kaizu_analysis::{Graph, Index, Origin, copies_before, keying, protection};
use kaizu_model::{
    Access, Contact, Item, ItemClass, ItemId, LaneKind, Medium, Source, Step, Store, StoreKind,
};

use crate::screen::is_own_staff;

/// What the systems of the city hold of what a step types: for each store that gives anything, its items.
pub(crate) struct Links {
    /// The stores.
    pub(crate) given: Vec<Given>,
    /// Whether nothing is left to do by hand.
    pub(crate) is_all: bool,
}

/// What one store gives.
pub(crate) struct Given {
    /// Its name.
    pub(crate) store: String,
    /// What it holds them on.
    pub(crate) medium: Medium,
    /// The items.
    pub(crate) items: BTreeSet<ItemId>,
}

impl Links {
    /// Whether some store gives `item`.
    pub(crate) fn include(&self, item: ItemId) -> bool {
        self.given.iter().any(|given| given.items.contains(&item))
    }
}

/// What could come by itself to the step at `node`; `None` where nothing could, or the step must go on as it is.
pub(crate) fn links(graph: &Graph, node: Index) -> Option<Links> {
    let step = graph.step(node).filter(|step| {
        is_own_staff(graph, node) && step.needs_judgement != Some(true) && step.check.is_none()
    })?;
    let target = step.system.as_deref()?;
    let mut open: Vec<Given> = Vec::new();
    for item in keying(graph, node)?
        .items_again()
        .filter(|it| takes(step, *it))
    {
        for origin in copies_before(graph, item, node).filter(|it| can_give(graph, it, item, node))
        {
            let (Some(store), Some(medium)) = (origin.carrier.store, origin.carrier.medium) else {
                continue;
            };
            if !are_one_zone(graph, store, target, item) {
                continue;
            }
            if let Some(known) = open.iter_mut().find(|it| it.store == store) {
                known.items.insert(item);
            } else {
                let (store, items) = (store.to_owned(), BTreeSet::from([item]));
                open.push(Given {
                    store,
                    medium,
                    items,
                });
            }
        }
    }
    let given = fewest(open);
    let links = Links {
        is_all: false,
        given,
    };
    let is_all = step.writes.iter().all(|it| links.include(it.item));
    let fits = !links.given.is_empty() && (!is_all || may_go(graph, node, step));
    fits.then_some(Links { is_all, ..links })
}

/// As few of the stores as give everything: each time the one that gives most, of several the first.
fn fewest(mut open: Vec<Given>) -> Vec<Given> {
    let mut taken: Vec<Given> = Vec::new();
    loop {
        let most = open.iter().map(|it| it.items.len()).max().unwrap_or(0);
        let Some(place) = open
            .iter()
            .position(|it| most > 0 && it.items.len() == most)
        else {
            return taken;
        };
        let best = open.remove(place);
        for other in &mut open {
            other.items.retain(|item| !best.items.contains(item));
        }
        taken.push(best);
    }
}

/// Whether `origin` is a system of the city's own that every case at `node` has been put into, and nothing has changed
/// since. A spreadsheet gives what somebody takes out of it at the screen anyway.
fn can_give(graph: &Graph, origin: &Origin, item: ItemId, node: Index) -> bool {
    let is_own = matches!(
        graph.lane_kind(origin.node),
        Some(LaneKind::Staff | LaneKind::Role | LaneKind::Accounting | LaneKind::System)
    );
    let taken = graph.step(node).and_then(|step| step.medium_in);
    let is_open = origin.carrier.medium.is_some_and(|medium| {
        medium.is_structured() || (medium == Medium::Excel && taken == Some(Medium::Excel))
    });
    let is_changed = || {
        graph.steps().any(|(n, step)| {
            let changes = |it: &Access| it.item == item && it.change.is_some();
            step.writes.iter().any(changes)
                && graph.reach().is_before(origin.node, n)
                && graph.reach().is_before(n, node)
        })
    };
    is_own
        && is_open
        && origin.is_copy_of_the_city(graph)
        && graph.reach().dominates(origin.node, node)
        && !is_changed()
}

/// Whether the step only puts the item into its own system.
fn takes(step: &Step, item: ItemId) -> bool {
    step.writes.iter().any(|it| {
        let medium = it.medium.or(step.medium_out);
        it.item == item
            && it.change.is_none()
            && it
                .store
                .as_ref()
                .is_none_or(|store| Some(store) == step.system.as_ref())
            && medium.is_some_and(Medium::is_structured)
    })
}

/// Whether `item` may go from one store to the other as far as is recorded: both are the city's own and one section answers
/// for them, or nobody said who does and the item is neither secret nor tied to an individual number.
fn are_one_zone(graph: &Graph, from: &str, to: &str, item: ItemId) -> bool {
    let recorded = |name: &str| -> Option<&Store> {
        let mut all = graph.document.stores();
        let own = all.find(|(_, it)| it.process == graph.process_id && it.name == name);
        own.map(|(_, store)| store)
    };
    let (one, other) = (recorded(from), recorded(to));
    let is_system = |store: Option<&Store>| {
        matches!(
            store.and_then(|store| store.kind),
            Some(StoreKind::System | StoreKind::Excel) | None
        )
    };
    let owner = |store: Option<&Store>| store.and_then(|store| store.owner.clone());
    let is_same_owner = owner(one)
        .zip(owner(other))
        .map(|(one, other)| one == other);
    let is_secret = |item: &Item| {
        item.is_specific_personal == Some(true)
            || item.class == Some(ItemClass::Income)
            || matches!(item.source, Some(Source::Tax | Source::NumberNetwork))
    };
    let is_free = || graph.document.item(item).is_ok_and(|item| !is_secret(item));
    from != to && is_system(one) && is_system(other) && is_same_owner.unwrap_or_else(is_free)
}

/// Whether nothing is missed where a step that only copies is gone.
fn may_go(graph: &Graph, node: Index, step: &Step) -> bool {
    protection(graph, node).is_none()
        && step.seals.is_empty()
        && step.attachments.is_empty()
        && step.contact.is_none_or(|contact| contact == Contact::None)
}
