//! What carries an item where a step reads or writes it, and where it was held before.
//!
//! An access that names no medium or store is on the step's own: its medium in and system for reads, its medium out
//! and system for writes.
use std::collections::BTreeMap;

use kaizu_model::{Access, ItemClass, ItemId, LaneKind, Medium, Step, StoreKind, folded};

use crate::accesses::Use;
use crate::graph::{Graph, Index};

/// A medium and a ledger or system, each where known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Carrier<'a> {
    /// The medium.
    pub medium: Option<Medium>,
    /// The ledger, spreadsheet or system.
    pub store: Option<&'a str>,
}

impl Carrier<'_> {
    /// Known to be readable by a machine.
    pub fn is_digital(self) -> bool {
        self.medium.is_some_and(Medium::is_digital)
    }

    /// Known to be paper.
    pub fn is_paper(self) -> bool {
        self.medium.is_some_and(Medium::is_paper)
    }

    /// Known to be paper or speech: something that a person has to take in.
    pub fn is_paper_or_voice(self) -> bool {
        self.medium
            .is_some_and(|medium| medium.is_paper() || medium.is_voice())
    }

    /// Known to be another one. Two accesses to one medium differ only where both stores are known.
    pub fn differs_from(self, other: Self) -> bool {
        match (self.store, other.store) {
            (Some(one), Some(other)) => one != other,
            (Some(_) | None, Some(_) | None) => self
                .medium
                .zip(other.medium)
                .is_some_and(|(one, other)| one != other),
        }
    }
}

/// What `step` takes the item of `access` from.
pub fn read_from<'a>(step: &'a Step, access: &'a Access) -> Carrier<'a> {
    Carrier {
        medium: access.medium.or(step.medium_in),
        store: store(step, access),
    }
}

/// What `step` puts the item of `access` on.
pub fn written_to<'a>(step: &'a Step, access: &'a Access) -> Carrier<'a> {
    Carrier {
        medium: access.medium.or(step.medium_out),
        store: store(step, access),
    }
}

fn store<'a>(step: &'a Step, access: &'a Access) -> Option<&'a str> {
    access.store.as_deref().or(step.system.as_deref())
}

/// A step that wrote an item, and what it wrote it on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin<'a> {
    /// The step.
    pub node: Index,
    /// What it wrote the item on.
    pub carrier: Carrier<'a>,
    /// Whether it holds the item as fields; a picture does not, and unknown counts as fields.
    pub is_fields: bool,
}

impl Origin<'_> {
    /// Whether the item can be taken from here by a machine: digital, as fields, and in the city's own hands.
    ///
    /// What an applicant types into the city's form is the city's; what stays in a spreadsheet of theirs, with a
    /// bank or another body is not.
    pub fn is_copy_of_the_city(&self, graph: &Graph) -> bool {
        let is_outside = graph.lane_kind(self.node) == Some(LaneKind::External)
            || self
                .carrier
                .store
                .is_some_and(|name| store_kind(graph, name) == Some(StoreKind::External));
        let is_form = self.carrier.medium.is_some_and(Medium::is_structured);
        self.is_fields
            && !is_outside
            && self.carrier.is_digital()
            && (is_form || graph.is_staff(self.node))
    }
}

/// Where `item` was written before `node`, in the document's order; not by `node` itself, and not by going back.
pub fn copies_before<'a>(
    graph: &Graph<'a>,
    item: ItemId,
    node: Index,
) -> impl Iterator<Item = Origin<'a>> {
    let reach = graph.reach();
    let writers = graph.accesses().writers(item).iter();
    writers
        .filter(move |writer| writer.node != node && reach.is_after(node, writer.node))
        .map(Use::origin)
}

/// The steps that make a copy of each item which the city holds, in order.
pub(crate) fn held(graph: &Graph) -> BTreeMap<ItemId, Vec<Index>> {
    let holders = |writers: &[Use]| {
        let copies = writers.iter().map(Use::origin);
        let copies = copies.filter(|origin| origin.is_copy_of_the_city(graph));
        copies.map(|origin| origin.node).collect()
    };
    let written = graph.accesses().written();
    written
        .map(|(item, writers)| (item, holders(writers)))
        .collect()
}

/// The kind of the store that steps call `name`, where it is recorded.
pub(crate) fn store_kind(graph: &Graph, name: &str) -> Option<StoreKind> {
    graph
        .document
        .stores()
        .find(|(_, store)| store.process == graph.process_id && store.name == name)
        .and_then(|(_, store)| store.kind)
}

/// Whether a store is the document system: as recorded, else as its name says.
pub fn is_document_system(graph: &Graph, name: &str) -> bool {
    match store_kind(graph, name) {
        Some(kind) => kind == StoreKind::Archive,
        None => folded(name).contains("文書管理"),
    }
}

/// Who answers for the store that steps call `name`, where it is recorded.
fn store_owner<'a>(graph: &Graph<'a>, name: &str) -> Option<&'a str> {
    graph
        .document
        .stores()
        .find(|(_, store)| store.process == graph.process_id && store.name == name)
        .and_then(|(_, store)| store.owner.as_deref())
}

/// Whether two sections answer for the two stores: whether the one may be linked with the other has to be asked.
pub(crate) fn are_separated(graph: &Graph, one: Option<&str>, other: Option<&str>) -> bool {
    let owner = |store: Option<&str>| store.and_then(|name| store_owner(graph, name));
    owner(one)
        .zip(owner(other))
        .is_some_and(|(one, other)| one != other)
}

/// What people call an item.
pub(crate) fn item_name<'a>(graph: &Graph<'a>, item: ItemId) -> &'a str {
    graph
        .document
        .item(item)
        .map_or("", |item| item.name.as_str())
}

/// Whether all of `items` are copies of something, kept to prove it later.
pub(crate) fn are_copies<'i>(graph: &Graph, items: impl IntoIterator<Item = &'i ItemId>) -> bool {
    items.into_iter().all(|item| {
        let item = graph.document.item(*item);
        item.is_ok_and(|item| item.class == Some(ItemClass::Copy))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(medium: Medium, store: Option<&str>) -> Carrier<'_> {
        Carrier {
            medium: Some(medium),
            store,
        }
    }

    #[test]
    fn one_medium_is_two_carriers_only_where_both_stores_are_known() {
        let ledger = on(Medium::System, Some("住民記録"));
        assert!(ledger.differs_from(on(Medium::System, Some("国保"))));
        assert!(!ledger.differs_from(on(Medium::System, Some("住民記録"))));
        assert!(!ledger.differs_from(on(Medium::System, None)));
        assert!(ledger.differs_from(on(Medium::Excel, None)));
        assert!(!ledger.differs_from(Carrier::default()));
    }

    #[test]
    fn one_store_is_one_carrier_on_whatever_medium() {
        let screen = on(Medium::System, Some("住民記録"));
        assert!(!screen.differs_from(on(Medium::Excel, Some("住民記録"))));
    }
}
