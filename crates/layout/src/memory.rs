//! What is remembered of texts that were broken into lines.
//!
//! Finding the phrases of a text takes longer than placing its box; and from one edit to the next almost all names are the
//! same.
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use kaizu_model::Weight;

use crate::text::Broken;

/// So many texts are remembered: several large flows.
const TEXTS: usize = 16384;
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

/// What is remembered, and how many texts that are in all settings together: headings have a width of their own each.
struct Found {
    texts: usize,
    by: BTreeMap<Setting, BTreeMap<Box<str>, Arc<Broken>>>,
}

impl Found {
    fn remember(&mut self, setting: Setting, text: &str, lines: Arc<Broken>) {
        if self.texts >= TEXTS {
            self.by.clear();
            self.texts = 0;
        }
        let own = self.by.entry(setting).or_default();
        self.texts += usize::from(own.insert(text.into(), lines).is_none());
    }
}

static FOUND: Mutex<Found> = Mutex::new(Found {
    texts: 0,
    by: BTreeMap::new(),
});

/// The lines of `text`: as they were `made` before, or made now.
pub(crate) fn broken(setting: Setting, text: &str, made: impl FnOnce() -> Broken) -> Arc<Broken> {
    let known = FOUND
        .lock()
        .ok()
        .and_then(|it| it.by.get(&setting)?.get(text).cloned());
    known.unwrap_or_else(|| {
        let lines = Arc::new(made());
        if let Some(mut found) = FOUND.lock().ok().filter(|_| text.len() <= LONGEST) {
            found.remember(setting, text, Arc::clone(&lines));
        }
        lines
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_remembered_is_made_once() {
        let setting = Setting::cut(1.0, Weight::Bold, 7.0);
        let once = broken(setting, "受付", Broken::default);
        let again = broken(setting, "受付", || panic!("it is known"));
        assert!(Arc::ptr_eq(&once, &again));
    }

    #[test]
    fn whatever_differs_makes_another_text() {
        let lines = |size, weight, width, most| Setting::lines(size, weight, width, most);
        let all = [
            lines(3.0, Weight::Bold, 7.0, 1),
            lines(4.0, Weight::Bold, 7.0, 1),
            lines(3.0, Weight::Regular, 7.0, 1),
            lines(3.0, Weight::Bold, 8.0, 1),
            lines(3.0, Weight::Bold, 7.0, 2),
            Setting::cut(3.0, Weight::Bold, 7.0),
        ];
        let mut n_made = 0;
        for setting in all {
            broken(setting, "審査", || {
                n_made += 1;
                Broken::default()
            });
        }
        assert_eq!(n_made, all.len());
    }

    #[test]
    fn the_memory_does_not_grow_without_end() {
        let mut found = Found {
            texts: 0,
            by: BTreeMap::new(),
        };
        for n in 0..=TEXTS {
            let setting = Setting::cut(1.0, Weight::Bold, n as f64);
            found.remember(setting, "工程", Arc::default());
            found.remember(setting, "工程", Arc::default());
        }
        let kept: usize = found.by.values().map(BTreeMap::len).sum();
        assert!(kept == found.texts && kept <= TEXTS && found.by.len() <= TEXTS);
    }

    #[test]
    fn what_is_longer_than_a_name_is_not_remembered() {
        let setting = Setting::cut(2.0, Weight::Bold, 1.0);
        let text = "長".repeat(LONGEST);
        let mut n_made = 0;
        for _ in 0..2 {
            broken(setting, &text, || {
                n_made += 1;
                Broken::default()
            });
        }
        assert_eq!(n_made, 2);
    }
}
