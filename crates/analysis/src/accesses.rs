//! Who reads and who writes each item of a flow, told in one pass.
use std::collections::BTreeMap;

use kaizu_model::{Access, AccessChange, ItemId, Step};

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

/// Who reads and who writes each item, in the document's order.
#[derive(Default)]
pub(crate) struct Accesses<'a> {
    read: BTreeMap<ItemId, Vec<Use<'a>>>,
    written: BTreeMap<ItemId, Vec<Use<'a>>>,
}

impl<'a> Accesses<'a> {
    /// Those of the steps of a flow, each at its index.
    pub(crate) fn of(steps: &[Option<&'a Step>]) -> Self {
        let mut all = Self::default();
        for (node, step) in steps.iter().enumerate() {
            let Some(step) = *step else { continue };
            let used = |access: &'a Access| Use { node, step, access };
            for access in &step.reads {
                all.read.entry(access.item).or_default().push(used(access));
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
        all
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
