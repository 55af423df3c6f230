//! Names of steps as they are called once something of them is gone or new, and what names tell.
use kaizu_model::{Aspect, StepKind};

use crate::wording::RECEIVING_STORE;

/// `name` where known items are printed on what is sent.
pub(crate) fn with_known_printed(name: &str) -> String {
    with_remark(name, "(市が持つ項目を印字)")
}

/// `name` where known items need not be written.
pub(crate) fn only_confirming_known(name: &str) -> String {
    with_remark(name, "(市が持つ項目は確認のみ)")
}

/// `name` where `items` need not be attached any more.
pub(crate) fn without_attaching(name: &str, items: &str) -> String {
    with_remark(name, &format!("({items}は不要)"))
}

fn with_remark(name: &str, remark: &str) -> String {
    let told = name.strip_suffix(remark).unwrap_or(name);
    format!("{told}{remark}")
}

/// `text` with the receiving store in the place of the ledger or tray `place`, which it has taken over from.
pub(crate) fn in_the_store(text: &str, place: &str) -> String {
    let name = place.split('.').next().unwrap_or_default();
    if name.chars().count() < 2 {
        return text.to_owned();
    }
    let told = text
        .replace(&format!("Excel{name}"), RECEIVING_STORE)
        .replace(name, RECEIVING_STORE);
    let twice = format!("{RECEIVING_STORE}と{RECEIVING_STORE}");
    told.replace(&twice, RECEIVING_STORE)
}

/// What is done one after the other: `names`, the last of them as it is told, the others going on.
pub(crate) fn one_after_another(names: &[String]) -> String {
    let Some((last, before)) = names.split_last() else {
        return String::new();
    };
    let comma = if last.is_ascii() { ", " } else { "、" };
    let before = before.iter().map(|name| going_on(name));
    before.chain([last.clone()]).collect::<Vec<_>>().join(comma)
}

/// `name` as it is told where something else follows: a verb at its end in the form that goes on (連用形).
fn going_on(name: &str) -> String {
    /// Last sounds of verbs, and what they become.
    const SOUNDS: &[(char, char)] = &[
        ('う', 'い'),
        ('く', 'き'),
        ('ぐ', 'ぎ'),
        ('す', 'し'),
        ('つ', 'ち'),
        ('ぬ', 'に'),
        ('ぶ', 'び'),
        ('む', 'み'),
    ];
    /// Sounds before る in verbs that only lose it; so do a few that are written in one letter before it.
    const BEFORE_RU: &str = "えけせてねへめれげぜでべいきしちにみりぎじび見着似煮出得経寝";
    if let Some(stem) = name.strip_suffix("する") {
        return format!("{stem}し");
    }
    let mut letters = name.chars();
    let Some(end) = letters.next_back() else {
        return String::new();
    };
    let stem = letters.as_str();
    if end == 'る'
        && stem
            .chars()
            .next_back()
            .is_some_and(|it| BEFORE_RU.contains(it))
    {
        return stem.to_owned();
    }
    let sound = SOUNDS.iter().find(|(from, _)| *from == end);
    match (end, sound) {
        ('る', _) => format!("{stem}り"),
        (_, Some((_, to))) => format!("{stem}{to}"),
        (_, None) => name.to_owned(),
    }
}

/// `name` without its words about printing, where what is left is whole.
pub(crate) fn without_printing(name: &str) -> String {
    const ENDINGS: &[(&str, &str)] = &[
        ("し、印刷する", "する"),
        ("し印刷する", "する"),
        ("して印刷する", "する"),
        ("し、印刷", ""),
        ("し印刷", ""),
        ("して印刷", ""),
        ("・印刷", ""),
        ("、印刷", ""),
        ("(印刷)", ""),
    ];
    let ended = ENDINGS.iter().find_map(|(ending, rest)| {
        let stem = name.strip_suffix(ending)?;
        (!stem.trim().is_empty()).then(|| format!("{stem}{rest}"))
    });
    let told = ended.unwrap_or_else(|| name.to_owned());
    match told.strip_prefix("印刷・") {
        Some(rest) => rest.to_owned(),
        None => told.replace("印刷・", "、"),
    }
}

/// `name` without its last words about a seal, where it ends with them.
pub(crate) fn without_seal(name: &str) -> Option<String> {
    const ENDINGS: &[&str] = &[
        "のうえ、押印",
        "のうえ押印",
        "の上、押印",
        "の上押印",
        "し、記名押印",
        "して、押印",
        "し、押印",
        "し記名押印",
        "し押印",
        "して押印",
        "・押印",
        "(記名押印)",
        "(押印)",
        "、押印",
    ];
    ENDINGS
        .iter()
        .find_map(|ending| name.strip_suffix(ending))
        .filter(|rest| !rest.trim().is_empty())
        .map(str::to_owned)
}

/// Whether `text` is about what is attached.
pub(crate) fn tells_of_attachments(text: &str) -> bool {
    let text = text.to_lowercase();
    let mut words = Aspect::Attachment.spellings().iter();
    words.any(|word| text.contains(word))
}

/// Whether `name` says that something is looked over. A seal that is called after a check, as in 確認印, is none.
pub(crate) fn tells_of_checking(name: &str) -> bool {
    const CHECKS: &[StepKind] = &[
        StepKind::Check,
        StepKind::Reconcile,
        StepKind::Recalculate,
        StepKind::Examine,
        StepKind::Inspect,
    ];
    let name = name.to_lowercase();
    let is_told = |word: &str| {
        name.match_indices(word).any(|(at, _)| {
            name.get(at + word.len()..)
                .is_some_and(|rest| !rest.starts_with('印'))
        })
    };
    CHECKS
        .iter()
        .flat_map(|kind| kind.spellings())
        .any(|word| is_told(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_of_a_check_in_any_spelling_but_not_by_its_seal() {
        let checks = [
            "内容を確認し押印",
            "台帳と照合して押印",
            "読み合わせ・押印",
            "Check and seal",
        ];
        for name in checks {
            assert!(tells_of_checking(name), "{name}");
        }
        for name in ["受付に押印", "係長の確認印をもらう", "点検印を押す", ""]
        {
            assert!(!tells_of_checking(name), "{name}");
        }
    }

    #[test]
    fn what_is_done_one_after_the_other_is_told_as_one() {
        let rows: &[(&[&str], &str)] = &[
            (
                &["申請を受け付ける", "番号を付ける"],
                "申請を受け付け、番号を付ける",
            ),
            (
                &["台帳に書く", "控えを取る", "登録する"],
                "台帳に書き、控えを取り、登録する",
            ),
            (&["画面を見る", "結果を記す"], "画面を見、結果を記す"),
            (&["手数料を記録", "発行を予約"], "手数料を記録、発行を予約"),
            (
                &["Register it", "Give it a number"],
                "Register it, Give it a number",
            ),
        ];
        for (names, told) in rows {
            let names: Vec<String> = names.iter().map(|it| (*it).to_owned()).collect();
            assert_eq!(one_after_another(&names), *told);
        }
    }

    #[test]
    fn the_printing_leaves_a_name_only_where_what_is_left_is_whole() {
        let rows = [
            ("決定伺いを起案し印刷", "決定伺いを起案"),
            ("伺いを起案し印刷する", "伺いを起案する"),
            ("一覧をExcelで作り印刷・起案", "一覧をExcelで作り、起案"),
            ("印刷・回議", "回議"),
            ("印刷", "印刷"),
            ("伺いを印刷する", "伺いを印刷する"),
        ];
        for (name, left) in rows {
            assert_eq!(without_printing(name), left, "{name}");
        }
    }

    #[test]
    fn the_seal_leaves_a_name_only_where_what_is_left_is_whole() {
        let rows = [
            ("内容を確認し、押印", Some("内容を確認")),
            ("記載を点検のうえ押印", Some("記載を点検")),
            ("審査・押印", Some("審査")),
            ("確認して係長印を押す", None),
            ("押印", None),
        ];
        for (name, left) in rows {
            assert_eq!(without_seal(name).as_deref(), left, "{name}");
        }
    }
}
