//! What new steps, lanes and stores are called until people call them otherwise: data of the drawing, in Japanese.
use std::collections::BTreeSet;

use kaizu_model::Contact;

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
/// Tells simple cases from others.
pub(crate) const SORT_BY_CASE: &str = "定型かどうかをチェック表で見分ける";
/// What is looked at there.
pub(crate) const IS_SIMPLE: &str = "定型かどうか";
/// The branch behind it.
pub(crate) const SIMPLE_OR_NOT: &str = "定型か";
/// Its way to the short examination.
pub(crate) const SIMPLE: &str = "定型";
/// Its way to the full examination.
pub(crate) const NOT_SIMPLE: &str = "定型でない";
/// Examines a simple case.
pub(crate) const EXAMINE_SHORTLY: &str = "チェック表の項目だけを審査";
/// Applies a written rule.
pub(crate) const DECIDE_BY_RULE: &str = "要件を規則で自動判定";
/// The branch behind it.
pub(crate) const RULE_DECIDED: &str = "規則で判定できたか";
/// Its way past the examiners.
pub(crate) const DECIDED_BY_RULE: &str = "判定できた";
/// Its way to the examiners.
pub(crate) const LEFT_TO_PEOPLE: &str = "人が審査";
/// Takes a question and answers it from what is shown.
pub(crate) const ANSWER_AT_ONCE: &str = "問合せを受け、処理状況の画面を見て答える";
/// The branch behind it.
pub(crate) const ANSWERED_AT_ONCE: &str = "その場で答えられたか";
/// Its way on.
pub(crate) const ANSWERED: &str = "答えられた";
/// Its way to those who have the case.
pub(crate) const PASSED_ON: &str = "担当へ回す";
/// Where ways come together again.
pub(crate) const MERGE: &str = "合流";
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
/// Where residents decide how to apply.
pub(crate) const CHOOSE_WAY: &str = "申請方法を選ぶ";
/// The way that opens beside the others.
pub(crate) const ONLINE: &str = "オンライン";
/// Where cases part whose application the city can do without.
pub(crate) const ALL_IS_KNOWN: &str = "支給に必要な情報を市が持っているか";
/// Its way past the application.
pub(crate) const KNOWN: &str = "持っている";
/// Its way to the application.
pub(crate) const UNKNOWN: &str = "持っていない";
/// All that is left to residents on the way past it.
pub(crate) const HEAR_OF_IT: &str = "支給のお知らせを確かめる(辞退するときだけ連絡)";
/// The branch in front of a notice that need not be posted.
pub(crate) const WANTS_NOTICE_ONLINE: &str = "オンラインで受け取るか";
/// Its way to the letter.
pub(crate) const BY_POST: &str = "郵送";
/// Tells residents by itself.
pub(crate) const NOTIFY_ONLINE: &str = "通知をオンラインで自動送付";
/// Where residents fill in forms on the screen.
pub(crate) const ONLINE_SYSTEM: &str = "電子申請";
/// With what the staff at a counter fill in forms for residents.
pub(crate) const COUNTER_SYSTEM: &str = "窓口支援システム";
/// What a form is called whose name is not known.
pub(crate) const FORM: &str = "申請書";
/// Shows residents what is known of them, before they fill in a form.
pub(crate) const SHOW_KNOWN: &str = "市が持つ項目を申請画面に表示";
/// Looks at what residents enter while they enter it.
pub(crate) const CHECK_AT_ENTRY: &str = "記載漏れや形式の誤りを入力中に自動で確認";
/// What it looks at, where no document is named.
pub(crate) const ENTERED: &str = "入力内容";
/// The aspect of it.
pub(crate) const FORM_ASPECT: &str = "形式";
/// Where the city sees who lives where, until the drawing names it.
pub(crate) const RESIDENT_REGISTER: &str = "住民記録システム";
/// Where the city sees who earns what.
pub(crate) const TAX_REGISTER: &str = "税システム";
/// Where the city sees what other bodies know.
pub(crate) const NUMBER_NETWORK: &str = "情報提供ネットワークシステム";
/// The branch in front of a check that looks at a sample.
pub(crate) const IN_SAMPLE: &str = "抽出して確認するか";
/// Its way to the check.
pub(crate) const SAMPLED: &str = "抽出した";
/// Its way past it.
pub(crate) const NOT_SAMPLED: &str = "抽出しない";
/// The branch where residents choose how to pay.
pub(crate) const HOW_TO_PAY: &str = "支払方法を選ぶ";
/// The branch behind which only cash is handled.
pub(crate) const HOW_PAID: &str = "オンラインで支払われたか";
/// Their way as before.
pub(crate) const AS_BEFORE: &str = "これまでの方法";
/// Pays online.
pub(crate) const PAY_ONLINE: &str = "オンラインで支払う";
/// The aspect of a check that only asks whether copying went right.
pub(crate) const COPYING_ASPECT: &str = "入力";

/// Fills in the form on the screen, with pictures of papers where some are asked for.
pub(crate) fn fill_in_online(has_pictures: bool) -> String {
    let attached = if has_pictures {
        "し、必要な書類の画像を添付"
    } else {
        ""
    };
    format!("電子申請フォームに入力{attached}")
}

/// The ways of applying on which residents meet the city as `contacts` say.
pub(crate) fn other_ways(contacts: &BTreeSet<Contact>) -> String {
    let names: Vec<&str> = contacts
        .iter()
        .filter_map(|contact| match contact {
            Contact::InPerson => Some("窓口"),
            Contact::Phone => Some("電話"),
            Contact::Post => Some("郵送"),
            Contact::Online | Contact::None => None,
        })
        .collect();
    if names.is_empty() {
        "紙".to_owned()
    } else {
        names.join("・")
    }
}

/// Puts into `system` what the city holds of somebody.
pub(crate) fn enter_known_into(system: &str) -> String {
    format!("対象者の情報を{system}に自動登録")
}

/// Passes papers on to `section`, so that residents need not go there.
pub(crate) fn pass_on(papers: &str, section: &str) -> String {
    format!("{papers}を{section}へ引き継ぐ")
}

/// Takes forms from the screen into `system`.
pub(crate) fn enter_into(system: &str) -> String {
    format!("申請データを{system}に自動登録")
}

/// The same with papers that residents have only just written.
pub(crate) fn receive_and_pass_on(papers: &str, section: &str) -> String {
    format!("{papers}を受け取り、{section}へ引き継ぐ")
}

/// Asks residents instead of letting them write, and makes the form `paper` of it.
pub(crate) fn ask_and_make(paper: &str) -> String {
    format!("聞き取りながら{paper}を作成・印字")
}

/// Confirms what the staff have filled in.
pub(crate) fn confirm(paper: &str) -> String {
    format!("印字された{paper}を確認し署名")
}

/// Takes data over into `system` by itself.
pub(crate) fn import_into(system: &str) -> String {
    format!("受付データを{system}へ自動で取り込む")
}

/// Takes what the store `from` holds over into `to` by itself.
pub(crate) fn link_stores(from: &str, to: &str) -> String {
    format!("{from}から{to}へ自動で取り込む")
}

/// Takes `items` out of `system` by itself, instead of asking who has it.
pub(crate) fn take_from(system: &str, items: &str) -> String {
    format!("{system}から{items}を自動で取り込む")
}

/// Reads papers by machine into `system`, where one is named.
pub(crate) fn read_into(system: Option<&str>) -> String {
    system.map_or_else(
        || SCAN.to_owned(),
        |system| format!("{SCAN}して{system}に登録"),
    )
}

/// Takes what was paid online into `system` by itself.
pub(crate) fn import_payments(system: Option<&str>) -> String {
    system.map_or_else(
        || "収納データを自動で取り込む".to_owned(),
        |system| format!("収納データを{system}へ自動で取り込む"),
    )
}

/// Compares what the staff used to compare by hand, with what `system` holds where one is named.
pub(crate) fn match_with(system: Option<&str>) -> String {
    system.map_or_else(
        || "自動で照合".to_owned(),
        |system| format!("{system}と自動で照合"),
    )
}

/// Looks up what residents used to attach.
pub(crate) fn look_up(items: &str) -> String {
    format!("{items}の内容を照会")
}

/// Keeps in the system what used to be filed on paper.
pub(crate) fn keep_in_store(items: &str) -> String {
    format!("{items}を電子のまま保管")
}

/// Drafts in the document system `system` what used to be printed.
pub(crate) fn draft_in(papers: &str, system: &str) -> String {
    format!("{papers}を{system}で起案")
}
