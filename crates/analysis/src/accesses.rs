//! Who reads and who writes each item of a flow, told in one pass.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::{Access, AccessChange, Document, ItemId, Step, folded};

use crate::carriers::{Origin, written_to};
use crate::graph::Index;

/// One step that reads or writes an item.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Use<'a> {
    pub(crate) node: Index,
    pub(crate) step: &'a Step,
    pub(crate) access: &'a Access,
}

impl<'a> Use<'a> {
    /// What it puts the item on, where it writes.
    pub(crate) fn origin(&self) -> Origin<'a> {
        Origin {
            node: self.node,
            carrier: written_to(self.step, self.access),
            is_fields: self.access.is_structured != Some(false),
        }
    }
}

/// Who reads and who writes each item, in the document's order, and what items are called.
#[derive(Default)]
pub(crate) struct Accesses<'a> {
    read: BTreeMap<ItemId, Vec<Use<'a>>>,
    written: BTreeMap<ItemId, Vec<Use<'a>>>,
    touched: BTreeMap<ItemId, Vec<Index>>,
    named: BTreeMap<String, Vec<ItemId>>,
}

impl<'a> Accesses<'a> {
    /// Those of the steps of a flow in `document`, each at its index.
    pub(crate) fn of(document: &Document, steps: &[Option<&'a Step>]) -> Self {
        let mut all = Self::default();
        for (node, step) in steps.iter().enumerate() {
            let Some(step) = *step else { continue };
            let used = |access: &'a Access| Use { node, step, access };
            for access in &step.reads {
                all.read.entry(access.item).or_default().push(used(access));
            }
            let touched: BTreeSet<ItemId> = step.writes.iter().map(|it| it.item).collect();
            for item in touched {
                all.touched.entry(item).or_default().push(node);
            }
            // Who strikes an item out writes none.
            let is_left = |access: &&Access| access.change != Some(AccessChange::Delete);
            for access in step.writes.iter().filter(is_left) {
                all.written
                    .entry(access.item)
                    .or_default()
                    .push(used(access));
            }
        }
        for (id, item) in document.items() {
            all.named.entry(folded(&item.name)).or_default().push(id);
        }
        all
    }

    /// Who writes `item` or strikes it out, each once.
    pub(crate) fn touching(&self, item: ItemId) -> &[Index] {
        self.touched.get(&item).map_or(&[], Vec::as_slice)
    }

    /// The items of a name, which is folded.
    pub(crate) fn named(&self, name: &str) -> &[ItemId] {
        self.named.get(name).map_or(&[], Vec::as_slice)
    }

    /// Who reads `item`.
    pub(crate) fn readers(&self, item: ItemId) -> &[Use<'a>] {
        self.read.get(&item).map_or(&[], Vec::as_slice)
    }

    /// Who writes `item`.
    pub(crate) fn writers(&self, item: ItemId) -> &[Use<'a>] {
        self.written.get(&item).map_or(&[], Vec::as_slice)
    }

    /// Every item that is read, with its readers.
    pub(crate) fn read(&self) -> impl Iterator<Item = (ItemId, &[Use<'a>])> {
        self.read.iter().map(|(item, all)| (*item, all.as_slice()))
    }

    /// Every item that is written, with its writers.
    pub(crate) fn written(&self) -> impl Iterator<Item = (ItemId, &[Use<'a>])> {
        self.written
            .iter()
            .map(|(item, all)| (*item, all.as_slice()))
    }
}
