//! The row that names the columns, however people write it: 「**所要時間<br>（分）**」.
use kaizu_model::notation::Heading;
use kaizu_model::{Column, folded};

/// So far down a head is looked for: above it stand a title, a date, an empty line.
const DEEPEST: usize = 6;

/// Which of `rows` is the head.
pub(super) fn row(rows: &[Vec<String>]) -> Option<usize> {
    rows.iter().take(DEEPEST).position(|row| is_head(row))
}

/// At least half of what the row says are names of columns, and nothing in it is a number.
fn is_head(row: &[String]) -> bool {
    let said: Vec<&String> = row.iter().filter(|cell| !cell.is_empty()).collect();
    let known = said.iter().filter(|cell| spelled(cell).is_some()).count();
    let is_number = |cell: &&String| {
        let text = folded(cell);
        text.chars().next().is_some_and(|c| c.is_ascii_digit())
    };
    // One word alone may be a title, unless the table has but one column.
    let least = if row.len() == 1 { 1 } else { 2 };
    known >= least && known * 2 >= said.len() && !said.iter().any(is_number)
}

/// What a cell of the head names, with the unit of the numbers below it. 「時間」 alone says that it is about time, not that it
/// counts hours: those stand in brackets.
pub(super) fn heading(cell: &str) -> Heading {
    let (name, inside) = parted(&plain(cell));
    let column = spelled(cell);
    let is_unit = |name: &&str| *name != "時間";
    let said = inside.as_deref().or(Some(name.as_str()).filter(is_unit));
    let unit = said.and_then(unit);
    Heading { column, unit }
}

/// The column that a cell of the head names.
fn spelled(cell: &str) -> Option<Column> {
    let whole = plain(cell);
    let (name, _) = parted(&whole);
    Column::spelled(&whole)
        .or_else(|| Column::spelled(&name))
        .or_else(|| alike(&name))
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
