//! What rows are called where another row leads to them: by number, by name, as 「手順7へ」.
use std::collections::BTreeMap;

use super::line::Line;
use crate::folded;

/// What stands before the number of a row.
const BEFORE: &[&str] = &["手順", "項番", "番号", "no.", "no", "step", "#", "→"];
/// What stands behind what a row is called.
const BEHIND: &[&str] = &[
    "へ戻る",
    "に戻る",
    "へもどる",
    "にもどる",
    "へ進む",
    "に進む",
    "へすすむ",
    "にすすむ",
    "へ移る",
    "に移る",
    "に行く",
    "へ行く",
    "から再開",
    "へ",
    "に",
    "番",
    "。",
    ".",
];
/// What says that nothing follows.
const END: &[&str] = &[
    "終わり",
    "おわり",
    "終り",
    "終了",
    "完了",
    "終",
    "end",
    "finish",
    "done",
    "なし",
    "-",
    "ー",
    "―",
    "—",
    "–",
];

/// Where a way leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum To {
    /// To a line by its place.
    Line(usize),
    End,
}

/// What the lines are called.
pub(super) struct Calls {
    numbers: BTreeMap<String, usize>,
    names: BTreeMap<String, Vec<usize>>,
    keys: BTreeMap<String, String>,
}

impl Calls {
    pub(super) fn of(lines: &[Line]) -> Self {
        let mut calls = Self {
            numbers: BTreeMap::new(),
            names: BTreeMap::new(),
            keys: BTreeMap::new(),
        };
        let is_numbered = lines.iter().any(|it| !it.number.is_empty());
        for (at, line) in lines.iter().enumerate() {
            let number = if is_numbered {
                plain(&line.number)
            } else {
                (at + 1).to_string()
            };
            if !number.is_empty() && !calls.numbers.contains_key(&number) {
                if number.chars().any(|c| c.is_ascii_alphabetic()) {
                    let key = line.number.trim().trim_start_matches(['#', '＃']);
                    calls.keys.insert((at + 1).to_string(), key.to_owned());
                }
                calls.numbers.insert(number, at);
            }
            let name: String = line.name.iter().collect();
            calls.names.entry(folded(&name)).or_default().push(at);
        }
        calls
    }

    /// The key of a line that the draft calls by `number`: only what people call it, not which one it is in the list.
    pub(super) fn key(&self, number: &str) -> Option<String> {
        self.keys.get(number).cloned()
    }

    /// Where `text` leads from the line `own`.
    pub(super) fn to(&self, text: &str, own: usize) -> Option<To> {
        let mut text = folded(text);
        loop {
            let bare = bare(&text);
            if let Some(at) = self.line(bare) {
                return (at != own).then_some(To::Line(at));
            }
            if END.contains(&bare) {
                return Some(To::End);
            }
            let shorter = BEHIND.iter().find_map(|word| text.strip_suffix(word));
            let Some(shorter) = shorter.filter(|it| !it.trim().is_empty()) else {
                break;
            };
            text = shorter.trim().to_owned();
        }
        // 「窓口: 補正を頼む」 names the lane as well.
        let (_, name) = text.split_once(':')?;
        let at = self.line(bare(name)).filter(|at| *at != own)?;
        Some(To::Line(at))
    }

    fn line(&self, text: &str) -> Option<usize> {
        if let Some([only]) = self.names.get(text).map(Vec::as_slice) {
            return Some(*only);
        }
        let number = plain(text);
        (!number.is_empty()).then(|| self.numbers.get(&number).copied())?
    }
}

/// Without the quotes or brackets around it.
fn bare(text: &str) -> &str {
    let text = text.trim();
    [('「', '」'), ('[', ']'), ('(', ')'), ('『', '』')]
        .iter()
        .find_map(|(open, close)| text.strip_prefix(*open)?.strip_suffix(*close))
        .unwrap_or(text)
        .trim()
}

/// A number as it is compared: `No.7`, `(7)`, `７．` and `手順7` are 7. Nothing where it is none.
fn plain(number: &str) -> String {
    let mut text = folded(number);
    while let Some(rest) = BEFORE.iter().find_map(|word| text.strip_prefix(word)) {
        text = rest.trim().to_owned();
    }
    let text = text.trim_matches(|c: char| !c.is_alphanumeric());
    let is_short = text.chars().count() <= 16 && !text.contains(char::is_whitespace);
    if is_short {
        text.to_owned()
    } else {
        String::new()
    }
}
