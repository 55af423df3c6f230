//! Every sentence a person reads, from one catalogue per language.
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use kaizu_model::Language;
use unic_langid::LanguageIdentifier;

/// The Japanese catalogue.
const JA: &str = include_str!("../text/ja.ftl");
/// The English catalogue.
const EN: &str = include_str!("../text/en.ftl");

/// The catalogue of one language, ready to speak.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words")
            .field("language", &self.language)
            .finish_non_exhaustive()
    }
}

/// One value that a sentence mentions: its name and its text.
pub type Value<'a> = (&'a str, String);

impl Words {
    /// The catalogue of `language`.
    pub fn new(language: Language) -> Self {
        let tag = match language {
            Language::Ja => "ja",
            Language::En => "en",
        };
        let source = catalogue(language);
        let mut bundle = FluentBundle::new_concurrent(vec![
            tag.parse::<LanguageIdentifier>().unwrap_or_default(),
        ]);
        // Marks that isolate directions would end up in office files and fail in fonts.
        bundle.set_use_isolating(false);
        // A mistake in a catalogue fails a test; what could be read is used.
        let resource =
            FluentResource::try_new(source.to_owned()).unwrap_or_else(|(partial, _)| partial);
        bundle.add_resource_overriding(resource);
        Self { language, bundle }
    }

    /// The language spoken.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether the catalogue has the message `id`.
    pub fn has(&self, id: &str) -> bool {
        self.bundle
            .get_message(id)
            .and_then(|message| message.value())
            .is_some()
    }

    /// The message `id`; the id itself where the catalogue lacks it.
    pub fn say(&self, id: &str) -> String {
        self.tell(id, &[])
    }

    /// The message `id` with `values` in their places.
    pub fn tell(&self, id: &str, values: &[Value<'_>]) -> String {
        let Some(pattern) = self
            .bundle
            .get_message(id)
            .and_then(|message| message.value())
        else {
            return id.to_owned();
        };
        let mut args = FluentArgs::new();
        for (name, value) in values {
            args.set(*name, FluentValue::from(without_turns(value)));
        }
        let mut errors = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(&args), &mut errors)
            .into_owned()
    }

    /// Several names, joined as the language joins them.
    pub fn list<T: AsRef<str>>(&self, names: &[T]) -> String {
        let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
        names.join(match self.language {
            Language::Ja => "、",
            Language::En => ", ",
        })
    }

    /// A number as people read it: at most one decimal from ten on, two below, groups of three digits.
    pub fn number(number: f64) -> String {
        let digits = if number.abs() >= 10.0 { 1 } else { 2 };
        let text = format!("{number:.digits$}");
        let text = if text.contains('.') {
            text.trim_end_matches('0').trim_end_matches('.')
        } else {
            &text
        };
        grouped(if text == "-0" { "0" } else { text })
    }
}

/// `text` without controls of direction: no name turns the sentence around that mentions it.
fn without_turns(text: &str) -> String {
    let is_turn =
        |letter: char| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(|letter| !is_turn(*letter)).collect()
}

/// Digits in groups of three before the point.
fn grouped(number: &str) -> String {
    let (sign, digits) = number
        .strip_prefix('-')
        .map_or(("", number), |digits| ("−", digits));
    let (whole, fraction) = digits
        .split_once('.')
        .map_or((digits, None), |(whole, part)| (whole, Some(part)));
    let mut out = String::from(sign);
    for (n, digit) in whole.chars().enumerate() {
        if n > 0 && (whole.chars().count() - n) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// The source of the catalogue of `language`.
pub(crate) fn catalogue(language: Language) -> &'static str {
    match language {
        Language::Ja => JA,
        Language::En => EN,
    }
}

/// The ids of the messages of one catalogue, in the order of the file.
pub fn message_ids(language: Language) -> Vec<String> {
    let source = catalogue(language);
    let is_message =
        |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase()) && line.contains(" =");
    source
        .lines()
        .filter(is_message)
        .filter_map(|line| line.split_once(" ="))
        .map(|(id, _)| id.to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn variables(source: &str) -> Vec<(String, BTreeSet<String>)> {
        let mut found: Vec<(String, BTreeSet<String>)> = Vec::new();
        for line in source.lines() {
            if let Some((id, _)) = line
                .split_once(" =")
                .filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
            {
                found.push((id.to_owned(), BTreeSet::new()));
            }
            for part in line.split("{ $").skip(1).chain(line.split("{$").skip(1)) {
                let name: String = part
                    .chars()
                    .take_while(|c| c.is_alphanumeric() || *c == '_' || *c == '-')
                    .collect();
                if let Some((_, names)) = found.last_mut() {
                    names.insert(name);
                }
            }
        }
        found.sort();
        found
    }

    #[test]
    fn a_name_turns_no_sentence_around() {
        let words = Words::new(Language::Ja);
        let values = |name: &str| [("process", name.to_owned()), ("flow", "現状".to_owned())];
        assert_eq!(
            words.tell("picture-title", &values("\u{202e}abc\u{2067}")),
            words.tell("picture-title", &values("abc"))
        );
    }

    #[test]
    fn both_languages_have_the_same_messages_with_the_same_values() {
        let (japanese, english) = (variables(JA), variables(EN));
        let ids = |all: &[(String, BTreeSet<String>)]| {
            all.iter()
                .map(|(id, _)| id.clone())
                .collect::<BTreeSet<_>>()
        };
        let missing: Vec<_> = ids(&japanese)
            .symmetric_difference(&ids(&english))
            .cloned()
            .collect();
        assert!(missing.is_empty(), "{missing:?}");
        // The Japanese of a problem leaves out what a program said in English.
        let differ: Vec<_> = japanese
            .iter()
            .zip(&english)
            .filter(|((id, ja), (_, en))| {
                if id.starts_with("problem-") {
                    !ja.is_subset(en)
                } else {
                    ja != en
                }
            })
            .collect();
        assert!(differ.is_empty(), "{differ:?}");
    }

    #[test]
    fn both_catalogues_are_well_formed() {
        for source in [JA, EN] {
            assert!(FluentResource::try_new(source.to_owned()).is_ok());
        }
    }

    #[test]
    fn no_message_is_written_twice() {
        let ids = message_ids(Language::Ja);
        let unique: BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len());
    }

    #[test]
    fn numbers_read_as_people_write_them() {
        assert_eq!(Words::number(18_756.84), "18,756.8");
        assert_eq!(Words::number(0.3), "0.3");
        assert_eq!(Words::number(-1_234.0), "−1,234");
        assert_eq!(Words::number(37.0), "37");
    }
}
