//! When a name must stand in quotes, so that it is read back as it is.
use super::arrow;
use super::keyword::Claim;
use super::outside::unclosed_quote;
use super::piece::Piece;
use super::time;
use crate::Split;

/// A name where blanks may stand: a lane, an item, a step that is referred to.
pub(super) fn name(text: &str) -> String {
    quoted_unless(text, is_plain(text, " ・"))
}

/// A name where blanks and the middle dot part words.
pub(super) fn word(text: &str) -> String {
    quoted_unless(text, is_plain(text, ""))
}

/// The name of a step on its own line.
pub(super) fn step_name(text: &str) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    let count = chars.len();
    let is_untimed = matches!(time::cut(Piece::line(&chars, 1)), Ok((_, None)));
    // Nothing of the name may be taken for a part of the time behind it, however long that is.
    chars.extend(format!(" {}分", f64::MAX).chars());
    let stays = time::cut(Piece::line(&chars, 1)).is_ok_and(|(name, _)| name.chars.len() == count);
    quoted_unless(
        text,
        is_plain(text, " ・、。,:：/→%％?？!！") && is_untimed && stays,
    )
}

/// A text that takes the rest of the line.
pub(super) fn text(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let piece = Piece::line(&chars, 1);
    let is_plain = piece.trim().chars.len() == chars.len()
        && unclosed_quote(piece).is_none()
        && !text.is_empty()
        && !text.starts_with(['「', '｢', ':', '：'])
        && !text
            .chars()
            .any(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'));
    quoted_unless(text, is_plain)
}

/// The step that an arrow leads to.
pub(super) fn target(text: &str) -> String {
    let is_keyword = Claim::spelled(&crate::folded(text)) == Some(Claim::Stop);
    quoted_unless(text, is_plain(text, " ・") && !is_keyword)
}

/// When an arrow is taken.
pub(super) fn condition(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let folded = crate::folded(text);
    let is_misread = arrow::bare_number(Piece::line(&chars, 1)).is_some()
        || folded.starts_with("もし")
        || folded == "if"
        || folded.starts_with("if ")
        || Split::spelled(text).is_some();
    quoted_unless(text, is_plain(text, " ・") && !is_misread)
}

/// In quotes whatever it is.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::from("「");
    for c in text.chars() {
        match c {
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            '\\' | '「' | '」' | '｢' | '｣' => quoted.extend(['\\', c]),
            _ => quoted.push(c),
        }
    }
    quoted.push('」');
    quoted
}

fn quoted_unless(text: &str, is_plain: bool) -> String {
    if is_plain {
        text.to_owned()
    } else {
        quoted(text)
    }
}

/// Letters, digits and a few signs that mean nothing here, besides those in `also`.
fn is_plain(text: &str, also: &str) -> bool {
    let is_fine =
        |c: char| c.is_alphanumeric() || "ー々〜()（）_.'&+-".contains(c) || also.contains(c);
    let first = text.chars().next();
    let last = text.chars().next_back();
    first.is_some_and(|c| c.is_alphanumeric() || "(（".contains(c))
        && last.is_some_and(|c| c.is_alphanumeric() || ")）?？!！%％。".contains(c))
        && text.chars().all(is_fine)
        && !text.contains("  ")
}
