//! A text that people look for in a flow, and what they put in its place.
//!
//! It reads the same in full and half width, in both kinds of kana and with or without capitals.
mod hits;
mod parts;

use std::collections::BTreeSet;
use std::ops::Range;

use crate::letters::Letters;
use crate::{Command, Document, FlowId, Record, RecordId, Refusal, Revise};

pub use hits::{Found, Hit};
pub use parts::Part;

/// A text that people look for.
#[derive(Clone, Debug)]
pub struct Wanted {
    letters: Letters,
}

/// What is put in its place, and where.
#[derive(Clone, Debug)]
pub struct Replacing<'a> {
    /// What stands there from now on.
    pub by: &'a str,
    /// In which parts.
    pub parts: &'a BTreeSet<Part>,
    /// At this one thing of the picture alone; in the whole flow where `None`.
    pub at: Option<RecordId>,
}

impl Wanted {
    /// The text without the blanks around it; nothing where nothing is left.
    pub fn new(text: &str) -> Option<Self> {
        let letters = Letters::alike(text.trim());
        (!letters.letters.is_empty()).then_some(Self { letters })
    }

    /// How often `text` holds it.
    pub fn count(&self, text: &str) -> usize {
        self.places(text).len()
    }

    /// `text` with `by` wherever it stands, and how often that is; nothing where it does not hold it.
    pub fn replaced(&self, text: &str, by: &str) -> Option<(String, usize)> {
        let places = self.places(text);
        let mut out = String::with_capacity(text.len());
        let mut done = 0;
        for place in &places {
            out.push_str(text.get(done..place.start)?);
            out.push_str(by);
            done = place.end;
        }
        out.push_str(text.get(done..)?);
        (!places.is_empty()).then_some((out, places.len()))
    }

    /// The commands that put `with` in its place in `flow`, and in how many places that is.
    pub fn replacing(
        &self,
        document: &Document,
        flow: FlowId,
        with: &Replacing,
    ) -> Result<(Vec<Command>, usize), Refusal> {
        let mut commands = Vec::new();
        let mut places = 0;
        for id in hits::holders(document, flow, with.at) {
            let mut record = document.expect_record(id)?.clone();
            let mut n = 0;
            parts::each(&mut record, &mut |part, text| {
                let next = with.parts.contains(&part).then_some(text.as_str());
                if let Some((next, here)) = next.and_then(|text| self.replaced(text, with.by)) {
                    *text = next;
                    n += here;
                }
            });
            if n > 0 {
                commands.push(Revise::new(id, named(id, record)?).into());
                places += n;
            }
        }
        Ok((commands, places))
    }

    /// The bytes of `text` that write it, in order and apart from each other.
    fn places(&self, text: &str) -> Vec<Range<usize>> {
        let there = Letters::alike(text);
        let length = self.letters.letters.len();
        let mut found: Vec<Range<usize>> = Vec::new();
        let mut at = 0;
        while let Some(written) = there.letters.get(at..at + length) {
            let is_here = (0..length).all(|n| there.letter(at + n) == self.letters.letter(n));
            let (Some(first), Some(last)) = (written.first(), written.last()) else {
                break;
            };
            let place = first.written.start..last.written.end;
            // One character may write several letters (㍻): it is replaced once.
            if is_here && found.last().is_none_or(|it| it.end <= place.start) {
                found.push(place);
                at += length;
            } else {
                at += 1;
            }
        }
        found
    }
}

/// `record`, unless what has to be called something is called nothing now.
fn named(id: RecordId, record: Record) -> Result<Record, Refusal> {
    // A branch or an end often needs no word; everything else does.
    let may_be_nameless = matches!(id, RecordId::Gateway(_) | RecordId::Event(_));
    let words = if let Record::Complaint(it) = &record {
        Some(it.text.as_str())
    } else {
        record.name()
    };
    if !may_be_nameless && words.is_some_and(|it| it.trim().is_empty()) {
        return Err(Refusal::EmptyName(id));
    }
    Ok(record)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Change, Many, notation};

    fn count(text: &str, within: &str) -> usize {
        Wanted::new(text).map_or(0, |it| it.count(within))
    }

    #[test]
    fn what_reads_the_same_is_found() {
        for (text, within) in [
            ("ガイド", "ｶﾞｲﾄﾞを見る"),
            ("がいど", "ガイドを見る"),
            ("ガイド", "か\u{3099}いどを見る"),
            ("dx", "ＤＸ推進"),
            ("ＤＸ", "dx推進"),
            (" 窓口　", "窓口係"),
            ("１２", "12件"),
            ("葛城", "葛\u{e0100}城さん"),
        ] {
            assert_eq!(count(text, within), 1, "{text} in {within}");
        }
    }

    #[test]
    fn what_reads_otherwise_is_not() {
        for (text, within) in [
            ("しか", "しがらみ"),
            ("窓口", "窓 口"),
            ("", "窓"),
            ("　", "　"),
        ] {
            assert_eq!(count(text, within), 0, "{text} in {within}");
        }
    }

    #[test]
    fn every_place_is_replaced_once() {
        let replaced = |text: &str, by: &str, within: &str| {
            Wanted::new(text).unwrap().replaced(within, by).unwrap()
        };
        let expected = ("市民課窓口と市民課窓口".to_owned(), 2);
        assert_eq!(replaced("窓口係", "市民課窓口", "窓口係と窓口係"), expected);
        assert_eq!(replaced("あア", "い", "アあアア"), ("いい".to_owned(), 2));
        assert_eq!(replaced("成", "x", "㍻"), ("x".to_owned(), 1));
    }

    /// The flow of `text` with `by` in the place of `wanted` in `parts`, and in how many places.
    fn after(
        text: &str,
        wanted: &str,
        by: &str,
        parts: &[Part],
    ) -> Result<(String, usize), Refusal> {
        let document = notation::parse(text).unwrap();
        let flow = document.first_flow().unwrap();
        let parts = parts.iter().copied().collect();
        let with = Replacing {
            by,
            parts: &parts,
            at: None,
        };
        let (commands, n) = Wanted::new(wanted)
            .unwrap()
            .replacing(&document, flow, &with)?;
        let title = String::new();
        let change: Change = Command::from(Many { title, commands }).apply(&document)?;
        Ok((notation::print(&document.after(&change), flow), n))
    }

    const FLOW: &str =
        "窓口係: 申請書を窓口係が受け取る 5分\n  システム: 窓口係台帳\n  メモ: 窓口係に聞く\n";

    #[test]
    fn only_the_chosen_parts_change() {
        let (text, n) = after(FLOW, "窓口係", "市民課", &[Part::Lane, Part::Note]).unwrap();
        assert_eq!(n, 2);
        assert!(text.contains("市民課: 申請書を窓口係が受け取る"), "{text}");
        assert!(
            text.contains("市民課に聞く") && text.contains("窓口係台帳"),
            "{text}"
        );
    }

    #[test]
    fn a_name_that_would_be_empty_is_refused() {
        let refused = after(FLOW, "窓口係", "", &[Part::Lane]).unwrap_err();
        assert!(matches!(refused, Refusal::EmptyName(RecordId::Lane(_))));
    }
}
