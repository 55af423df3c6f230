//! What a cell of the column 次 says: `7`, 「そろっている 80 % → 7、足りない 20 % → 6」, 「不備の場合は6へ」, 「終わり」.
use super::calls::{Calls, To};
use crate::notation::piece::Piece;
use crate::{Share, Split};

/// One way on.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Way {
    pub(super) share: Option<Share>,
    pub(super) condition: Option<String>,
    pub(super) split: Option<Split>,
    pub(super) to: To,
}

/// So many pieces between commas may make one way: 「書類不足、記載誤り、押印もれ → 6」.
const PIECES: usize = 6;
/// What ends a condition where no arrow does.
const WHEN: &[&str] = &[
    "の場合は",
    "場合は",
    "場合に",
    "場合",
    "ならば",
    "なら",
    "ときは",
    "とき",
    "たら",
    "れば",
    ":",
];

/// The ways that `text` names from the line `own`, and what of it names none.
pub(super) fn ways(text: &str, calls: &Calls, own: usize) -> (Vec<Way>, Vec<String>) {
    let (mut ways, mut unread) = (Vec::new(), Vec::new());
    let lines = text.split(['\n', ';', '；']).map(str::trim);
    for line in lines.filter(|it| !it.is_empty()) {
        let chars: Vec<char> = line.chars().collect();
        let whole = Piece::line(&chars, 1);
        let comma = |piece: Piece, at| usize::from(matches!(piece.sign(at), Some(',' | '/')));
        let pieces = whole.parts(comma);
        let pieces: Vec<Piece> = pieces.into_iter().filter(|it| !it.is_empty()).collect();
        let mut rest = pieces.as_slice();
        while !rest.is_empty() {
            let most = rest.len().min(PIECES);
            let found = (1..=most).find_map(|n| {
                let ways = several(Piece::joined(rest, n), calls, own)?;
                Some((n, ways))
            });
            let Some((taken, found)) = found else {
                unread.push(Piece::joined(rest, rest.len()).text());
                break;
            };
            ways.extend(found);
            rest = rest.get(taken..).unwrap_or_default();
        }
    }
    (ways, unread)
}

/// What is written between commas: one way, or several with blanks between them: 「はい→7 いいえ→6」.
fn several(piece: Piece, calls: &Calls, own: usize) -> Option<Vec<Way>> {
    let parts = piece.parts(Piece::arrow);
    let [first, middle @ .., last] = parts.as_slice() else {
        return Some(vec![unmarked(piece, calls, own)?]);
    };
    let mut head = *first;
    let mut ways = Vec::new();
    for part in middle {
        let place = *part.words().first()?;
        ways.push(way(&head.text(), calls.to(&place.text(), own)?));
        head = part.from(place.chars.len()).trim();
    }
    ways.push(way(&head.text(), calls.to(&last.text(), own)?));
    Some(ways)
}

/// A way without an arrow: where it leads alone, or 「不備なら6へ」.
fn unmarked(piece: Piece, calls: &Calls, own: usize) -> Option<Way> {
    let text = piece.text();
    if let Some(to) = calls.to(&text, own) {
        return Some(way("", to));
    }
    let text = text.replace('：', ":");
    WHEN.iter().find_map(|word| {
        let end = text.rfind(word)? + word.len();
        let (head, tail) = text.split_at_checked(end)?;
        let tail = tail.trim_start_matches(['、', '，', ',', ' ', '　']);
        Some(way(head, calls.to(tail, own)?))
    })
}

/// The way to `to` under what `head` says: share, condition, or that it is gone beside others.
fn way(head: &str, to: To) -> Way {
    let (share, condition) = parted(head);
    let split = condition.as_deref().and_then(Split::spelled);
    Way {
        share,
        condition: condition.filter(|it| split.is_none() && !it.is_empty()),
        split,
        to,
    }
}

/// The share that stands somewhere in `head`, and the condition around it.
fn parted(head: &str) -> (Option<Share>, Option<String>) {
    let sign = head.find(['%', '％', '割']);
    let found = sign.and_then(|sign| {
        let before = head.get(..sign)?.trim_end();
        let digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c) || ".．".contains(c);
        let start = before.trim_end_matches(digit).len();
        let digits = crate::folded(before.get(start..)?);
        let power = if head.get(sign..)?.starts_with('割') {
            "e-1"
        } else {
            "e-2"
        };
        let share: f64 = format!("{digits}{power}").parse().ok()?;
        let behind = head
            .get(sign..)?
            .chars()
            .next()
            .map_or(sign, |c| sign + c.len_utf8());
        let around = format!("{} {}", head.get(..start)?, head.get(behind..)?);
        Some((Share::try_from(share).ok()?, around))
    });
    match found {
        Some((share, around)) => (Some(share), Some(condition(&around))),
        None => (None, Some(condition(head))),
    }
}

/// A condition without the words and signs that only introduce it.
fn condition(text: &str) -> String {
    let sign = |c: char| c.is_whitespace() || "、，,:：()（）・".contains(c);
    let mut text = text.trim_matches(sign);
    for word in ["もし", "If ", "if "] {
        text = text.strip_prefix(word).unwrap_or(text);
    }
    for word in ["約", "およそ"] {
        text = text.strip_suffix(word).unwrap_or(text).trim_end();
    }
    // 「不備の場合は」 is a condition as 「不備の場合」.
    let is_topic = text.ends_with("場合は") || text.ends_with("ときは");
    text = text.strip_suffix('は').filter(|_| is_topic).unwrap_or(text);
    text.trim_matches(sign).to_owned()
}
