//! Phrases (文節) of a Japanese text, as `BudouX` finds them.
//!
//! Every letter is looked at in forty ways, which takes longer than placing its box; and from one edit to the next almost
//! all names are the same. So what was found is remembered.
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

/// So many texts are remembered: several large flows.
const TEXTS: usize = 8192;
/// Longer texts are not, in bytes.
const LONGEST: usize = 600;

static FOUND: Mutex<BTreeMap<Box<str>, Arc<[usize]>>> = Mutex::new(BTreeMap::new());

/// Where the phrases of `text` end.
pub(crate) fn ends(text: &str) -> Arc<[usize]> {
    let known = FOUND.lock().ok().and_then(|it| it.get(text).cloned());
    known.unwrap_or_else(|| {
        let ends: Arc<[usize]> = found(text).into();
        if let Some(mut found) = FOUND.lock().ok().filter(|_| text.len() <= LONGEST) {
            if found.len() >= TEXTS {
                found.clear();
            }
            found.insert(text.into(), Arc::clone(&ends));
        }
        ends
    })
}

fn found(text: &str) -> Vec<usize> {
    let model = budoux::models::default_japanese_model();
    let words = text.split_inclusive(' ');
    let mut end = 0;
    let phrases = words.flat_map(|word| budoux::parse(model, word));
    phrases
        .map(|phrase| {
            end += phrase.len();
            end
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_remembered_is_what_was_found() {
        for text in ["申請書を受け取り、内容を確認する", "A4で 2部コピーする", ""]
        {
            let once = ends(text);
            assert_eq!(*once, *found(text));
            assert_eq!(once, ends(text));
        }
    }

    #[test]
    fn the_memory_does_not_grow_without_end() {
        for n in 0..=TEXTS {
            ends(&n.to_string());
        }
        ends(&"長".repeat(LONGEST));
        let found = FOUND.lock().unwrap();
        assert!(found.len() <= TEXTS && found.keys().all(|text| text.len() <= LONGEST));
    }
}
