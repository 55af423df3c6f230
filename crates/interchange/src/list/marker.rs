//! What stands before an item of a list: a bullet, a number, a letter.

/// What kind of sign it is. Items of one level have the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Bullet(char),
    /// `1.`, `1)`, 「1　」
    Number,
    /// `(1)`
    Bracketed,
    /// ①
    Circled,
    /// 「ア　」
    Kana,
    /// 「一、」
    Kanji,
    /// `a)`
    Letter,
    /// `2-1`, `2.1.3`: so many numbers.
    Nested(usize),
}

/// A marker cut off its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marked<'a> {
    pub(super) kind: Kind,
    /// What it numbers the item with; empty for a bullet.
    pub(super) number: &'a str,
    pub(super) rest: &'a str,
}

const BULLETS: &str = "・･•‣●○◎■□◆◇▪▫▶▷►★☆➢✓✔*＊·";

/// The marker at the head of `line`.
pub(super) fn cut(line: &str) -> Option<Marked<'_>> {
    let first = line.chars().next()?;
    let rest = |from: usize| {
        line.get(from..)
            .map(str::trim_start)
            .filter(|it| !it.is_empty())
    };
    if BULLETS.contains(first) {
        let rest = rest(first.len_utf8())?;
        return Some(Marked {
            kind: Kind::Bullet(first),
            number: "",
            rest,
        });
    }
    if matches!(first, '-' | '–' | '－') && line.chars().nth(1).is_some_and(char::is_whitespace)
    {
        let rest = rest(first.len_utf8())?;
        return Some(Marked {
            kind: Kind::Bullet('-'),
            number: "",
            rest,
        });
    }
    if ('①'..='⑳').contains(&first)
        || ('㉑'..='㉟').contains(&first)
        || ('❶'..='❿').contains(&first)
    {
        let end = first.len_utf8();
        return Some(Marked {
            kind: Kind::Circled,
            number: line.get(..end)?,
            rest: rest(end)?,
        });
    }
    if let Some(inner) = line.strip_prefix(['(', '（']) {
        let open = first.len_utf8();
        let close = inner.find([')', '）'])?;
        let number = inner.get(..close)?;
        let is_short = number.chars().count() <= 3;
        let is_number = number
            .chars()
            .all(|c| c.is_numeric() || is_letter(c) || is_kana(c));
        let behind = line.get(open + close..)?.chars().next()?.len_utf8();
        let rest = rest(open + close + behind)?;
        let is_marker = is_short && is_number && !number.is_empty();
        return is_marker.then_some(Marked {
            kind: Kind::Bracketed,
            number,
            rest,
        });
    }
    numbered(line)
}

/// A number or letter with a sign or a blank behind it.
fn numbered(line: &str) -> Option<Marked<'_>> {
    let line_of = ["手順", "STEP", "Step", "step", "ステップ", "第"]
        .iter()
        .find_map(|word| {
            let rest = line.strip_prefix(word)?.trim_start();
            rest.starts_with(is_digit).then_some(rest)
        });
    let has_word = line_of.is_some();
    let from = line_of.unwrap_or(line);
    let digits = |c: char| is_digit(c) || "-.－．‐".contains(c);
    let length = from.find(|c| !digits(c)).unwrap_or(from.len());
    let run = from.get(..length)?;
    let number = run.trim_end_matches(|c| !is_digit(c));
    let (kind, number) = if number.starts_with(is_digit) {
        let parts = number
            .split(|c| !is_digit(c))
            .filter(|it| !it.is_empty())
            .count();
        (
            if parts > 1 {
                Kind::Nested(parts)
            } else {
                Kind::Number
            },
            number,
        )
    } else {
        let first = from.chars().next()?;
        let kind = match first {
            _ if is_kana(first) => Kind::Kana,
            _ if is_letter(first) => Kind::Letter,
            _ if "一二三四五六七八九十".contains(first) => Kind::Kanji,
            _ => return None,
        };
        (kind, from.get(..first.len_utf8())?)
    };
    let behind = from.get(number.len()..)?;
    let sign = behind.chars().next()?;
    let is_end =
        matches!(sign, '.' | '．' | ')' | '）' | '、' | ':' | '：' | '】') || sign.is_whitespace();
    // 「1.5時間」 is no item, nor is 「9:30に集まる」; 「ア」 and 「一」 want more than a blank that may be anything.
    let rest = behind.get(sign.len_utf8()..)?;
    let is_time = matches!(sign, ':' | '：') && rest.starts_with(is_digit);
    let is_word = !has_word && kind == Kind::Letter && sign.is_whitespace();
    let rest = rest.trim_start();
    (is_end && !is_time && !is_word && !rest.is_empty()).then_some(Marked { kind, number, rest })
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || ('ａ'..='ｚ').contains(&c) || ('Ａ'..='Ｚ').contains(&c)
}

fn is_kana(c: char) -> bool {
    ('ア'..='ン').contains(&c) || ('ｱ'..='ﾝ').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_marker_is_parted_from_its_item() {
        let cases = [
            ("・受け取る", Kind::Bullet('・'), ""),
            ("- 受け取る", Kind::Bullet('-'), ""),
            ("1. 受け取る", Kind::Number, "1"),
            ("１．受け取る", Kind::Number, "１"),
            ("12) 受け取る", Kind::Number, "12"),
            ("3　受け取る", Kind::Number, "3"),
            ("(1) 受け取る", Kind::Bracketed, "1"),
            ("（ア）受け取る", Kind::Bracketed, "ア"),
            ("①受け取る", Kind::Circled, "①"),
            ("ア　受け取る", Kind::Kana, "ア"),
            ("一、受け取る", Kind::Kanji, "一"),
            ("a) 受け取る", Kind::Letter, "a"),
            ("2-1 受け取る", Kind::Nested(2), "2-1"),
            ("2.1.3 受け取る", Kind::Nested(3), "2.1.3"),
            ("手順2：受け取る", Kind::Number, "2"),
            ("第3 受け取る", Kind::Number, "3"),
        ];
        for (line, kind, number) in cases {
            let found = cut(line).unwrap();
            assert_eq!(
                (found.kind, found.number, found.rest),
                (kind, number, "受け取る"),
                "{line}"
            );
        }
    }

    #[test]
    fn what_only_looks_like_a_marker_stays() {
        for line in [
            "10分待つ",
            "9:30に集まる",
            "3月に集める",
            "アンケートを配る",
            "一人で決める",
            "(仮)受付",
            "-5分",
            "・",
            "A 係に渡す",
            "",
        ] {
            assert_eq!(cut(line), None, "{line}");
        }
    }
}
