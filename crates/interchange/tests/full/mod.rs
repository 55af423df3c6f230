//! A file with every key of the form, and variations of it.
use serde_json::Value;

/// Every key of the form, once.
pub(crate) const FULL: &str = include_str!("full.json");

/// The full example with the value at `pointer` replaced.
pub(crate) fn changed(pointer: &str, value: &Value) -> Vec<u8> {
    let mut whole: Value = serde_json::from_str(FULL).unwrap();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let parent = whole.pointer_mut(parent).unwrap();
    if let Some(fields) = parent.as_object_mut() {
        fields.insert(key.to_owned(), value.clone());
    } else {
        parent.as_array_mut().unwrap()[key.parse::<usize>().unwrap()] = value.clone();
    }
    serde_json::to_vec(&whole).unwrap()
}
