//! What is remembered of texts that were broken into lines.
//!
//! Finding the phrases of a text takes longer than placing its box; and from one edit to the next almost all names are the
//! same.
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use kaizu_model::Weight;

use crate::text::Broken;

/// So many texts are remembered of each setting: several large flows.
const TEXTS: usize = 8192;
/// Longer texts are not, in bytes.
const LONGEST: usize = 600;

/// All that the lines of a text depend on but the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Setting {
    size: u64,
    is_bold: bool,
    width: u64,
    /// How many lines there may be; none where what does not fit on one is left out without a note.
    most: Option<usize>,
}

impl Setting {
    /// In at most `most` lines of at most `width`.
    pub(crate) fn lines(size: f64, weight: Weight, width: f64, most: usize) -> Self {
        Self {
            size: size.to_bits(),
            is_bold: weight == Weight::Bold,
            width: width.to_bits(),
            most: Some(most),
        }
    }

    /// On one line of at most `width`.
    pub(crate) fn cut(size: f64, weight: Weight, width: f64) -> Self {
        Self {
            most: None,
            ..Self::lines(size, weight, width, 1)
        }
    }
}

type Found = BTreeMap<Setting, BTreeMap<Box<str>, Arc<Broken>>>;

static FOUND: Mutex<Found> = Mutex::new(BTreeMap::new());

/// The lines of `text`: as they were `made` before, or made now.
pub(crate) fn broken(setting: Setting, text: &str, made: impl FnOnce() -> Broken) -> Arc<Broken> {
    let known = FOUND
        .lock()
        .ok()
        .and_then(|it| it.get(&setting)?.get(text).cloned());
    known.unwrap_or_else(|| {
        let lines = Arc::new(made());
        if let Some(mut found) = FOUND.lock().ok().filter(|_| text.len() <= LONGEST) {
            let found = found.entry(setting).or_default();
            if found.len() >= TEXTS {
                found.clear();
            }
            found.insert(text.into(), Arc::clone(&lines));
        }
        lines
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn setting() -> Setting {
        Setting::cut(1.0, Weight::Bold, 7.0)
    }

    #[test]
    fn what_is_remembered_is_made_once() {
        let once = broken(setting(), "受付", Broken::default);
        let again = broken(setting(), "受付", || panic!("it is known"));
        assert!(Arc::ptr_eq(&once, &again));
    }

    #[test]
    fn another_setting_is_another_text() {
        let narrow = Setting::lines(1.0, Weight::Bold, 6.0, 1);
        for other in [
            narrow,
            Setting {
                most: Some(2),
                ..narrow
            },
            Setting::cut(1.0, Weight::Regular, 7.0),
        ] {
            let mut is_made = false;
            broken(setting(), "審査", Broken::default);
            broken(other, "審査", || {
                is_made = true;
                Broken::default()
            });
            assert!(is_made, "{other:?}");
        }
    }

    #[test]
    fn the_memory_does_not_grow_without_end() {
        let own = Setting::cut(2.0, Weight::Bold, 1.0);
        for n in 0..=TEXTS {
            broken(own, &n.to_string(), Broken::default);
        }
        broken(own, &"長".repeat(LONGEST), Broken::default);
        let found = FOUND.lock().unwrap();
        let own = &found[&own];
        assert!(own.len() <= TEXTS && own.keys().all(|text| text.len() <= LONGEST));
    }
}
