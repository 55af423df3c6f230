//! The row that names the columns, or the two, however people write it: 「**所要時間<br>（分）**」.
use std::ops::Range;

use kaizu_model::notation::Heading;
use kaizu_model::{Column, folded};

use super::halves;

/// So far down a head is looked for: above it stand a title, a date, an empty line.
const DEEPEST: usize = 6;

/// What names the columns.
pub(super) struct Head {
    /// The rows it takes.
    pub(super) rows: Range<usize>,
    /// A heading for each column.
    pub(super) cells: Vec<String>,
}

/// The head of `rows`: one of them, or two of which one goes on with the other.
pub(super) fn found(rows: &[Vec<String>]) -> Option<Head> {
    let Some(at) = row(rows) else {
        let pairs = rows.windows(2).take(DEEPEST).enumerate();
        let mut pairs = pairs.filter(|(_, pair)| halves::goes_on(&pair[0], &pair[1]));
        return pairs.find_map(|(at, pair)| {
            let cells = halves::joined(&pair[0], &pair[1]);
            let rows = at..at + 2;
            is_head(&cells).then_some(Head { rows, cells })
        });
    };
    let above = at.checked_sub(1).and_then(|it| rows.get(it));
    let below = rows.get(at + 1);
    if below.is_none_or(|below| !halves::goes_on(&rows[at], below))
        && let Some(above) = above.filter(|above| halves::stands_over(above, &rows[at]))
    {
        return Some(Head {
            rows: at - 1..at + 1,
            cells: halves::joined(above, &rows[at]),
        });
    }
    at_row(rows, at)
}

/// The head that begins at `rows[at]`.
pub(super) fn at_row(rows: &[Vec<String>], at: usize) -> Option<Head> {
    let first = rows.get(at)?;
    let below = rows.get(at + 1).filter(|it| halves::goes_on(first, it));
    Some(Head {
        rows: at..at + 1 + usize::from(below.is_some()),
        cells: below.map_or_else(|| first.clone(), |it| halves::joined(first, it)),
    })
}

/// Which of `rows` is the head.
pub(super) fn row(rows: &[Vec<String>]) -> Option<usize> {
    rows.iter().take(DEEPEST).position(|row| is_head(row))
}

/// At least half of what the row says are names of columns, and nothing in it is a number.
fn is_head(row: &[String]) -> bool {
    let said: Vec<&String> = row.iter().filter(|cell| !cell.is_empty()).collect();
    let known = said.iter().filter(|cell| spelled(cell).is_some()).count();
    // One word alone may be a title, unless the table has but one column.
    let least = if row.len() == 1 { 1 } else { 2 };
    known >= least && known * 2 >= said.len() && !said.iter().any(|cell| is_number(cell))
}

/// Whether a cell begins as a number does.
pub(super) fn is_number(cell: &str) -> bool {
    let text = folded(cell);
    text.chars().next().is_some_and(|c| c.is_ascii_digit())
}

/// What a cell of the head names, with the unit of the numbers below it. 「時間」 alone says that it is about time, not that it
/// counts hours: those stand in brackets.
pub(super) fn heading(cell: &str) -> Heading {
    if let Some(heading) = halves::heading(cell) {
        return heading;
    }
    let (name, inside) = parted(&plain(cell));
    let column = spelled(cell);
    let is_unit = |name: &&str| *name != "時間";
    let said = inside.as_deref().or(Some(name.as_str()).filter(is_unit));
    let unit = said.and_then(unit);
    Heading { column, unit }
}

/// The column that a cell of the head names.
fn spelled(cell: &str) -> Option<Column> {
    if let Some(heading) = halves::heading(cell) {
        return heading.column;
    }
    exact(cell).or_else(|| alike(&parted(&plain(cell)).0))
}

/// The column that is called exactly so, but for what stands in brackets.
pub(super) fn exact(cell: &str) -> Option<Column> {
    let whole = plain(cell);
    Column::spelled(&whole).or_else(|| Column::spelled(&parted(&whole).0))
}

/// The unit, where a cell is nothing else: 「分」, 「（日）」.
pub(super) fn lone_unit(cell: &str) -> Option<&'static str> {
    let bracket = |c: char| "()[]<>〈〉".contains(c);
    unit(plain(cell).trim_matches(bracket))
}

/// The cell without emphasis, breaks and blanks.
fn plain(cell: &str) -> String {
    let bare = |c: char| c.is_whitespace() || "*＊※_●■◆★☆【】「」".contains(c);
    let text: String = cell.chars().filter(|c| !bare(*c)).collect();
    folded(&text)
}

/// What stands before the brackets at the end, and in them.
fn parted(text: &str) -> (String, Option<String>) {
    let pairs = [('(', ')'), ('[', ']'), ('<', '>'), ('〈', '〉')];
    let found = pairs.iter().find_map(|(open, close)| {
        let (name, inside) = text.strip_suffix(*close)?.rsplit_once(*open)?;
        (!name.is_empty()).then(|| (name.to_owned(), Some(inside.to_owned())))
    });
    found.unwrap_or_else(|| (text.to_owned(), None))
}

/// The unit that `word` writes.
fn unit(word: &str) -> Option<&'static str> {
    let word = word
        .trim_start_matches("単位")
        .trim_start_matches([':', '=']);
    let word = word.split(['/', '・']).next().unwrap_or(word);
    match word {
        "分" | "分間" | "min" | "mins" | "minutes" => Some("分"),
        "時間" | "h" | "hr" | "hrs" | "hour" | "hours" => Some("時間"),
        "秒" | "秒間" | "sec" | "s" | "seconds" => Some("秒"),
        "%" | "パーセント" | "percent" => Some("%"),
        "日" | "日数" | "営業日" | "days" => Some("日"),
        _ => None,
    }
}

/// What a name that is no known spelling is most likely about.
fn alike(name: &str) -> Option<Column> {
    let rules: &[(&[&str], Column)] = &[
        (&["待ち時間", "待機", "滞留"], Column::Wait),
        (&["備考", "メモ", "補足", "特記"], Column::Note),
        (&["担当", "部署", "所属", "主体", "実施者"], Column::Lane),
        (&["媒体"], Column::Media),
        (&["システム", "ツール"], Column::System),
        (&["次の", "行き先", "遷移"], Column::Next),
        (
            &["所要", "作業時間", "処理時間", "時間数", "分数"],
            Column::Minutes,
        ),
        (
            &["作業内容", "業務内容", "処理内容", "手順", "作業"],
            Column::Name,
        ),
        (&["番号"], Column::Number),
        (&["根拠法令", "条文"], Column::Article),
        (&["工程", "フェーズ"], Column::Phase),
    ];
    if name.chars().count() > 12 {
        return None;
    }
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    rules
        .iter()
        .find(|(words, _)| has(words))
        .map(|(_, it)| *it)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Column::{Lane, Minutes, Name, Next, Note, Number, Wait};

    #[test]
    fn a_head_is_known_by_its_meaning() {
        let cases = [
            ("担当", Some(Lane), None),
            ("**担当者**", Some(Lane), None),
            ("担　当", Some(Lane), None),
            ("担当部署名", Some(Lane), None),
            ("作業\n内容", Some(Name), None),
            ("【手順】", Some(Name), None),
            ("所要時間（分）", Some(Minutes), Some("分")),
            ("時間（時間）", Some(Minutes), Some("時間")),
            ("作業時間[h]", Some(Minutes), Some("時間")),
            ("時間数（時間）", Some(Minutes), Some("時間")),
            ("時間", Some(Minutes), None),
            ("時 間", Some(Minutes), None),
            ("所要時間", Some(Minutes), None),
            ("作業時間", Some(Minutes), None),
            ("時間数", Some(Minutes), None),
            ("分", Some(Minutes), Some("分")),
            ("待ち時間\n(日)", Some(Wait), Some("日")),
            ("Ｎｏ．", Some(Number), None),
            ("№", Some(Number), None),
            ("#", Some(Number), None),
            ("次", Some(Next), None),
            ("備考欄", Some(Note), None),
            ("申請書を受け取る", None, None),
            ("手順書を配ってから内容を説明する", None, None),
        ];
        for (cell, column, unit) in cases {
            assert_eq!(heading(cell), Heading { column, unit }, "{cell}");
        }
    }
}
