//! A text as it is painted: in letters that the faces have, composed, and without what would run out of its box.
//! The document itself keeps every letter as it was typed.
use unicode_normalization::UnicodeNormalization;

use crate::cluster::{clusters, is_ignorable, is_mark, is_pictograph, is_plain};
use crate::{MISSING, has_glyph};

/// Marks on one letter: more would run into the lines above and below.
const MARKS: usize = 2;
/// Letters in one cluster: a script whose letters join without end would fill more than a line.
const LETTERS: usize = 5;
/// Pictures joined into one, colours of skin included: no face has any of more.
const PICTURES: usize = 7;
/// Everything in one cluster together.
const MOST: usize = 16;

/// `text` as it is painted, on the screen as on paper.
///
/// - A letter and its mark become one letter where there is one (か and ゙ become が). Kanji keep their own shape: those
///   that Unicode keeps for compatibility are never exchanged.
/// - What no face has is written as something that looks and means the same, where there is such: a hyphen that does
///   not break as a hyphen, a ticked box as a tick.
/// - Controls of direction are left out: letters find their direction by themselves, and no name turns another around.
/// - Of letters with more marks than a line is high for, and of clusters wider than a line, the rest is left out.
pub fn writable(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let kept: String = text.chars().filter(|it| !is_direction(*it)).collect();
    for cluster in clusters(&kept) {
        write(cluster, &mut out);
    }
    out
}

fn write(cluster: &str, out: &mut String) {
    let first = cluster.chars().next();
    let is_alone = cluster.len() == first.map_or(0, char::len_utf8);
    if is_alone || first.is_some_and(is_compatible) {
        out.extend(cluster.chars().take(MOST).map(with_twin));
        return;
    }
    let (mut marks, mut letters, mut pictures) = (0, 0, 0);
    for letter in cluster.nfc().take(MOST) {
        if is_mark(letter) {
            marks += 1;
        } else if is_pictograph(letter) {
            pictures += 1;
        } else if !is_ignorable(letter) {
            letters += 1;
            marks = 0;
        }
        if letters > LETTERS || pictures > PICTURES {
            break;
        }
        let is_text_already = letter == '\u{fe0f}' && first.is_some_and(is_written);
        if marks <= MARKS && !is_text_already {
            out.push(with_twin(letter));
        }
    }
}

/// Whether the faces have `letter` and other programs do not make a colour picture of it.
fn is_written(letter: char) -> bool {
    has_glyph(letter) && !is_pictograph(letter) && !letter.is_ascii()
}

fn with_twin(letter: char) -> char {
    twin(letter)
        .filter(|_| !has_glyph(letter))
        .unwrap_or(letter)
}

fn twin(letter: char) -> Option<char> {
    Some(match letter {
        '\u{2011}' => '-',
        '\u{2611}' | '\u{2705}' => '✓',
        '\u{2610}' => '□',
        '\u{00a0}' | '\u{2007}' | '\u{202f}' => ' ',
        // As wide as a sentence in some faces.
        '\u{fdfd}' => MISSING,
        _ => return None,
    })
}

/// Embeddings, overrides, isolates and marks of direction, and what is never seen and joins nothing.
fn is_direction(letter: char) -> bool {
    matches!(letter,
        '\u{61c}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}'
        | '\u{ad}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{fffe}'..='\u{ffff}')
}

/// Kanji kept for compatibility, which composing would exchange for others.
fn is_compatible(letter: char) -> bool {
    matches!(letter, '\u{f900}'..='\u{faff}' | '\u{2f800}'..='\u{2fa1f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_and_its_mark_become_one_letter() {
        assert_eq!(writable("か\u{3099}ハ\u{309a}"), "がパ");
        assert_eq!(writable("e\u{323}\u{302}"), "ệ");
        assert_eq!(writable("か\u{309a}"), "か\u{309a}");
    }

    #[test]
    fn kanji_of_names_keep_their_shape() {
        let names = "神\u{fa19}﨑\u{fa11}葛\u{e0100}𠮷";
        assert_eq!(writable(names), names);
    }

    #[test]
    fn nothing_turns_another_name_around() {
        assert_eq!(writable("\u{202e}abc\u{2067}شكرا\u{200f}"), "abcشكرا");
    }

    #[test]
    fn letters_are_not_piled_up_nor_joined_without_end() {
        let piled = format!("a{}b", "\u{316}".repeat(60));
        assert_eq!(writable(&piled), "a\u{316}\u{316}b");
        let joined = writable(&["👩"; 40].join("\u{200d}"));
        assert_eq!(joined.chars().filter(|it| *it == '👩').count(), PICTURES);
        assert!(writable(&"\u{1100}".repeat(300)).chars().count() <= LETTERS);
        assert_eq!(writable("👩🏽‍❤️‍💋‍👨🏽"), "👩🏽‍❤️‍💋‍👨🏽");
        assert_eq!(
            writable("🏴\u{e0067}\u{e0062}\u{e007f}"),
            "🏴\u{e0067}\u{e0062}\u{e007f}"
        );
    }

    #[test]
    fn what_looks_the_same_is_written_instead() {
        assert_eq!(writable("☑済 😀"), "✓済 😀");
        assert_eq!(writable("☀\u{fe0f}"), "☀");
        assert_eq!(writable("1\u{fe0f}\u{20e3}"), "1\u{fe0f}\u{20e3}");
    }
}
