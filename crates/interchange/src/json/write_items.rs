//! Writes the list of items.
use std::collections::BTreeSet;

use kaizu_model::{Access, Item, ItemClass, ItemId, Process, RecordId, Source};

use super::form::ItemForm;
use super::write::Writer;
use crate::LossKind;

/// Items that are not said by their mention alone.
pub(super) fn items(writer: &mut Writer, process: &Process) -> Vec<ItemForm> {
    let mentioned = mentioned(writer, process);
    let mut names = BTreeSet::new();
    let mut forms = Vec::new();
    for (id, item) in writer.document.items_of(writer.process) {
        let at = RecordId::from(id).to_string();
        if item.name.is_empty() {
            writer.losses.dropped(LossKind::NoPlace, at, "");
            continue;
        }
        if !names.insert(&item.name) {
            // A file tells items apart by name alone, so that two of one name become one.
            writer.losses.kept(LossKind::Renamed, at, &item.name);
            continue;
        }
        let Item {
            process: _,
            name,
            class,
            is_known_to_city,
            source,
            is_personal,
            is_specific_personal,
            recipient,
        } = item;
        let losses = &mut writer.losses;
        losses.answer(name, "is_specific_personal", *is_specific_personal);
        losses.attribute(name, "recipient", recipient);
        let says_more = class.is_some()
            || is_known_to_city.is_some()
            || source.is_some()
            || is_personal.is_some();
        if says_more || !mentioned.contains(&id) {
            forms.push(ItemForm {
                id: name.clone(),
                class: class.map(ItemClass::ja),
                known_to_city: *is_known_to_city,
                source: source.map(Source::ja),
                personal: *is_personal,
            });
        }
    }
    forms
}

/// Items that this file mentions besides their own list.
fn mentioned(writer: &Writer, process: &Process) -> BTreeSet<ItemId> {
    let mut mentioned: BTreeSet<ItemId> = process.required_outputs.iter().copied().collect();
    for (_, step) in writer.document.steps() {
        if step.flow == writer.flow {
            let accesses = step.reads.iter().chain(&step.writes);
            mentioned.extend(accesses.map(|access: &Access| access.item));
            mentioned.extend(&step.attachments);
        }
    }
    mentioned
}
