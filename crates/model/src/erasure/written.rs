//! Texts replaced in what is written as JSON. What Kaizu itself says by a word is told from a text by trying.
use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::spelling::Marking;

/// Strings that are names of Kaizu's own (codes, keys of sentences, sums), though any string could stand there: the kind of
/// record and the field. What people write there all the same, a blank or a letter outside ASCII, is text.
///
/// Everything that is not listed is text: a field added later is not missed.
const OWN: &[(&str, &str)] = &[
    ("flow", "from_mark"),
    ("flow", "mark"),
    ("flow", "own"),
    ("improvement", "code"),
    ("improvement", "delta"),
    ("improvement", "detector"),
    ("improvement", "facts"),
    ("improvement", "loses"),
    ("improvement", "parameters"),
    ("improvement", "procedures"),
    ("improvement", "rewrite"),
    ("verdict", "basis"),
    ("verdict", "detector"),
];

/// Where a string stands.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    /// The kind of record.
    pub(super) kind: &'a str,
    /// The field of it.
    pub(super) field: &'a str,
}

impl Place<'_> {
    /// In no record.
    pub(super) const NOWHERE: Place<'static> = Place {
        kind: "",
        field: "",
    };
}

/// `value` with its strings and keys marked, and how many of them that are; nothing where there are none.
///
/// A string that cannot be replaced because `is_sound` refuses the whole then, is a word and no text: it stays.
pub(super) fn replaced(
    value: &Value,
    place: Place,
    marking: &Marking,
    is_sound: &dyn Fn(&Value) -> bool,
) -> Option<(Value, usize)> {
    let (all, hits) = pass(value, place, marking, &|_| true);
    if hits == 0 {
        return None;
    }
    if is_sound(&all) {
        return Some((all, hits));
    }
    let mut taken = BTreeSet::new();
    for hit in 0..hits {
        taken.insert(hit);
        if !is_sound(&pass(value, place, marking, &|n| taken.contains(&n)).0) {
            taken.remove(&hit);
        }
    }
    let (some, _) = pass(value, place, marking, &|n| taken.contains(&n));
    (!taken.is_empty()).then_some((some, taken.len()))
}

/// Replaces the hits that are `wanted`, by their number. Gives how many there are, wanted or not.
fn pass(
    value: &Value,
    place: Place,
    marking: &Marking,
    wanted: &dyn Fn(usize) -> bool,
) -> (Value, usize) {
    let mut walk = Walk {
        marking,
        wanted,
        hits: 0,
    };
    (walk.value(value, place), walk.hits)
}

struct Walk<'a> {
    marking: &'a Marking,
    wanted: &'a dyn Fn(usize) -> bool,
    hits: usize,
}

impl Walk<'_> {
    fn value(&mut self, value: &Value, place: Place) -> Value {
        match value {
            Value::String(text) => self
                .text(text, place)
                .map_or_else(|| value.clone(), Value::String),
            Value::Array(values) => values.iter().map(|it| self.value(it, place)).collect(),
            Value::Object(object) => self.object(object, place).into(),
            Value::Null | Value::Bool(_) | Value::Number(_) => value.clone(),
        }
    }

    fn object(&mut self, object: &Map<String, Value>, place: Place) -> Map<String, Value> {
        let mut out = Map::new();
        for (key, value) in object {
            let next = self.text(key, place).map(|mut next| {
                // Two keys may be one without what told them apart: both figures stay.
                while out.contains_key(&next) || object.contains_key(&next) {
                    next.push_str(&self.marking.mark);
                }
                next
            });
            // What stands at the top is the kind of record.
            let inner = Place {
                kind: if place.kind.is_empty() {
                    key
                } else {
                    place.kind
                },
                field: key,
            };
            let value = self.value(value, inner);
            out.insert(next.unwrap_or_else(|| key.clone()), value);
        }
        out
    }

    /// What is to stand in the place of `text`, where that is something else.
    fn text(&mut self, text: &str, place: Place) -> Option<String> {
        let is_word = text.bytes().all(|byte| byte.is_ascii_graphic());
        if is_word && OWN.contains(&(place.kind, place.field)) {
            return None;
        }
        let next = self.marking.marked(text)?;
        self.hits += 1;
        (self.wanted)(self.hits - 1).then_some(next)
    }
}
