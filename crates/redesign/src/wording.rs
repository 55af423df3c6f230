//! What new steps, lanes and stores are called until people call them otherwise: data of the drawing, in Japanese.
use kaizu_model::StepKind;

/// The lane of what runs by itself.
pub(crate) const SYSTEM_LANE: &str = "システム";
/// The one store that receives applications of every channel.
pub(crate) const RECEIVING_STORE: &str = "申請受付DB";
/// Takes electronic applications into the store.
pub(crate) const TAKE_IN: &str = "申請データを受付DBに自動登録";
/// Reads paper applications into the store.
pub(crate) const SCAN: &str = "スキャンしAI-OCRで読み取り、画面で補正";
/// Reads resubmitted papers into the store.
pub(crate) const SCAN_AGAIN: &str = "補正書類をスキャンしAI-OCRで読み取り";
/// The branch behind it.
pub(crate) const MATCHED: &str = "自動照合で一致したか";
/// Its way past the staff.
pub(crate) const MATCHES: &str = "一致";
/// Its way to the staff.
pub(crate) const DIFFERS: &str = "不一致";
/// Where several people begin at once.
pub(crate) const SIDE_BY_SIDE: &str = "同時に進める";
/// Where the case goes on when all of them are done.
pub(crate) const TOGETHER: &str = "そろったら次へ";
/// Tells residents that their case has come in.
pub(crate) const SHOW_RECEIVED: &str = "受付済みと自動で表示";
/// Tells residents that their case is decided.
pub(crate) const SHOW_DECIDED: &str = "決定済みと自動で表示";
/// What they then read.
pub(crate) const STATUS_ITEM: &str = "処理状況";
/// Where they read it.
pub(crate) const STATUS_STORE: &str = "処理状況照会ページ";
/// The aspect of a check that only asks whether copying went right.
pub(crate) const COPYING_ASPECT: &str = "入力";

/// Takes data over into `system` by itself.
pub(crate) fn import_into(system: &str) -> String {
    format!("受付データを{system}へ自動で取り込む")
}

/// Compares what the staff used to compare by hand, with what `system` holds where one is named.
pub(crate) fn match_with(system: Option<&str>) -> String {
    system.map_or_else(
        || "自動で照合".to_owned(),
        |system| format!("{system}と自動で照合"),
    )
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

/// Keeps in the system what used to be filed on paper.
pub(crate) fn keep_in_store(items: &str) -> String {
    format!("{items}を電子のまま保管")
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

/// Drafts in the document system `system` what used to be printed.
pub(crate) fn draft_in(papers: &str, system: &str) -> String {
    format!("{papers}を{system}で起案")
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
