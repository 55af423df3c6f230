//! Ways for residents: online beside the counter, no application at all, asking instead of forms, one counter for several;
//! and neighbours who help.
//! Each is offered where the flow says enough for it, and not where anything speaks against it.
#![expect(
    clippy::panic,
    reason = "a text that cannot be read or improved is a failed test"
)]

use kaizu_model::notation::parse;
use kaizu_model::{Authority, Progress};
use kaizu_redesign::{Package, Proposal, Wishes, propose};

fn proposal(text: &str) -> Proposal {
    let document = parse(text).unwrap_or_else(|mistake| panic!("{mistake}"));
    let wishes = Wishes {
        package: Package::Free,
        ..Wishes::default()
    };
    let flow = document.first_flow();
    let proposal =
        flow.and_then(|flow| propose(&document, flow, &wishes, &Progress::default()).ok());
    proposal.unwrap_or_else(|| panic!("no proposal for {text}"))
}

/// How often a proposal for `text` makes the change, when everything it promises holds.
fn made(code: &str, text: &str) -> usize {
    let proposal = proposal(text);
    for result in &proposal.invariants {
        assert!(result.holds, "{result:?} in {text}");
    }
    let changes = proposal.changes.iter();
    changes.filter(|change| change.code == code).count()
}

/// `text` with one place said otherwise.
fn with(text: &str, was: &str, is: &str) -> String {
    assert!(text.contains(was), "{was}");
    text.replace(was, is)
}

/// Whether the change is made once, and no more in the flow that it leads to.
fn is_made_once(code: &str, text: &str) -> bool {
    let first = proposal(text);
    let flow = first.flow;
    let again = propose(
        &first.document,
        flow,
        &Wishes {
            package: Package::Free,
            ..Wishes::default()
        },
        &Progress::default(),
    );
    let again = again.unwrap_or_else(|_| panic!("no second proposal"));
    made(code, text) == 1 && again.changes.iter().all(|change| change.code != code)
}

const APPLICATION: &str = "@年間件数 1200
@項目 受付日 [日付]
@項目 受付番号 [内部管理番号]
住民: 利用申込書に記入 10分 [#A 記入 紙 要綱 待ち0時間]
  書く: 申込書、氏名、希望
住民: 窓口で申込書を出す 5分 [#B 送付 紙 要綱 待ち0.5時間]
  読む: 申込書
  接点: 対面
保育課: 申込書を受け取る 3分 [#C 受領 紙 規則 待ち0時間]
  読む: 申込書
  書く: 受付日
保育課: 利用者システムに入力する 5分 [#D 入力 紙→業務システム 慣行 待ち4時間]
  システム: 利用者システム
  読む: 申込書、氏名、希望
  書く: 氏名、希望、受付番号
保育課: 利用を決める 3分 [#E 審査 業務システム 要綱 待ち4時間]
  システム: 利用者システム
  読む: 希望、受付番号
  書く: 判定
";

#[test]
fn an_online_way_opens_where_everybody_behind_the_entry_works_in_the_system() {
    assert!(is_made_once("R15", APPLICATION));
    let proposal = proposal(APPLICATION);
    let change = proposal.changes.iter().find(|it| it.code == "R15");
    assert_eq!(change.map(|it| it.authority), Some(Authority::Mayor));
    assert!(proposal.after.staff_min_per_case < proposal.before.staff_min_per_case);
    assert!(proposal.after.resident_min_per_case < proposal.before.resident_min_per_case);
}

#[test]
fn no_online_way_opens_where_there_would_only_be_more_to_print() {
    let on_paper = with(APPLICATION, "審査 業務システム", "審査 紙");
    assert_eq!(made("R15", &on_paper), 0);
    let looks_it_up = with(APPLICATION, "読む: 希望、", "読む: 申込書<紙>、希望、");
    assert_eq!(made("R15", &looks_it_up), 0);
    let into_a_sheet = with(APPLICATION, "紙→業務システム", "紙→Excel");
    assert_eq!(made("R15", &into_a_sheet), 0);
}

#[test]
fn no_online_way_opens_past_a_law_a_check_a_judgement_a_seal_or_a_fee() {
    let rows = [
        ("#A 記入 紙 要綱", "#A 記入 紙 法令"),
        ("#B 送付 紙 要綱", "#B 送付 紙 要綱 必須"),
        ("#C 受領 紙 規則", "#C 確認 紙 規則"),
        ("  書く: 受付日\n", "  書く: 受付日\n  判断: 要\n"),
        (
            "  書く: 受付日\n",
            "  書く: 受付日\n  確認: 対象=申込 観点=添付\n",
        ),
        (
            "  書く: 申込書、氏名、希望\n",
            "  書く: 申込書、氏名、希望\n  印: 登録印\n",
        ),
        ("#B 送付 紙 要綱", "#B 支払 現金等 要綱"),
        ("氏名、希望、受付番号", "氏名、希望、受付番号、優先順位"),
    ];
    for (was, is) in rows {
        let mut text = with(APPLICATION, was, is);
        if is.contains("優先順位") {
            text = with(&text, "読む: 希望、受付番号", "読む: 優先順位、受付番号");
        }
        assert_eq!(made("R15", &text), 0, "{is}");
    }
}

#[test]
fn no_online_way_opens_where_there_is_one_or_nobody_knows_that_none_is_demanded() {
    let online = with(
        APPLICATION,
        "#A 記入 紙 要綱 待ち0時間]\n",
        "#A 記入 紙 要綱 待ち0時間]\n  接点: オンライン\n",
    );
    assert_eq!(made("R15", &online), 0);
    let unknown = with(APPLICATION, "#B 送付 紙 要綱", "#B 送付 紙");
    assert_eq!(made("R15", &unknown), 0);
}

const BENEFIT: &str = "@年間件数 3000
@種別 給付
@項目 氏名 [本人特定 市が保有 出典:住基]
@項目 口座 [口座 市が保有 出典:当課]
@項目 受付番号 [内部管理番号]
給付課: 対象世帯へ申請書を送る 1分 [#A 送付 業務システム→紙 要綱 待ち0時間]
  書く: 案内
  → #B [郵送]
住民: 申請書に記入 10分 [#B 記入 紙 要綱 待ち40時間]
  読む: 案内
  書く: 申請書、氏名、口座
住民: 申請書を郵送する 5分 [#C 送付 紙 要綱 待ち16時間]
  読む: 申請書
  接点: 郵送
給付課: 申請書を受け取る 2分 [#D 受領 紙 規則 待ち4時間]
  読む: 申請書
給付課: 給付システムに入力する 4分 [#E 入力 紙→業務システム 慣行 待ち16時間]
  システム: 給付システム
  読む: 申請書、氏名、口座
  書く: 氏名、口座、受付番号
給付課: 支給を決める 3分 [#F 審査 業務システム 要綱 待ち4時間]
  読む: 氏名、口座、受付番号
  書く: 判定
";

#[test]
fn whose_account_the_city_knows_and_may_use_need_not_apply() {
    assert!(is_made_once("R21", BENEFIT));
    let proposal = proposal(BENEFIT);
    let change = proposal.changes.iter().find(|it| it.code == "R21");
    assert_eq!(change.map(|it| it.authority), Some(Authority::Mayor));
}

#[test]
fn everybody_applies_where_the_city_does_not_know_all_or_may_not_use_it() {
    let rows = [
        ("@種別 給付", "@種別 許認可"),
        ("口座 [口座 市が保有", "口座 [口座 市は未保有"),
        ("口座 [口座 市が保有 出典:当課]", "口座 [口座 市が保有]"),
        ("口座 [口座 市が保有", "口座 [所得 市が保有"),
        (
            "氏名 [本人特定 市が保有 出典:住基",
            "氏名 [本人特定 市が保有 出典:税",
        ),
        (
            "読む: 氏名、口座、受付番号",
            "読む: 申請書、氏名、口座、受付番号",
        ),
        ("#A 送付 業務システム→紙", "#A 起案 業務システム→紙"),
        ("#B 記入 紙 要綱", "#B 記入 紙 法令"),
    ];
    for (was, is) in rows {
        assert_eq!(made("R21", &with(BENEFIT, was, is)), 0, "{is}");
    }
}

const FORM: &str = "@年間件数 1200
@担当 保育課 [職員]
@項目 氏名 [本人特定 市が保有]
@項目 住所 [本人特定 市が保有]
@項目 児童 [世帯 市が保有]
@項目 口座 [口座 市は未保有]
@台帳 住民記録 [業務システム]: 氏名、住所、児童
住民: 利用申請書に手書きする 12分 [#A 記入 紙 要綱 待ち0時間]
  書く: 申請書、氏名、住所、児童、口座
  接点: 対面
住民: 番号札を取り待つ 1分 [#B 待機 紙 慣行 待ち0.5時間]
  待ちの理由: 順番待ち
  接点: 対面
保育課: 申請書を確かめる 3分 [#C 確認 紙 要綱 待ち0時間]
  読む: 申請書
  確認: 対象=申請 観点=添付
保育課: 利用者システムに入力する 5分 [#D 入力 紙→業務システム 法令 待ち1時間]
  システム: 利用者システム
  読む: 申請書、氏名、住所、児童、口座
  書く: 氏名、住所、児童、口座
保育課: 利用を決める 3分 [#E 審査 業務システム 要綱 待ち1時間]
  読む: 児童
  書く: 判定
";

#[test]
fn who_comes_to_the_counter_is_asked_and_signs_whatever_law_the_entry_rests_on() {
    assert!(is_made_once("R13", FORM));
    let proposal = proposal(FORM);
    let kept = |key: &str| {
        let mut steps = proposal.document.steps();
        steps.any(|(_, step)| step.flow == proposal.flow && step.key.as_deref() == Some(key))
    };
    assert!(["A", "B", "C", "D", "E"].into_iter().all(kept));
    assert!(proposal.after.staff_min_per_case < proposal.before.staff_min_per_case);
    assert!(proposal.after.resident_min_per_case < proposal.before.resident_min_per_case);
}

#[test]
fn nobody_is_asked_where_the_city_knows_nothing_or_the_form_comes_from_elsewhere() {
    let rows = [
        ("市が保有", "市は未保有"),
        // What a resident reports is news to the register.
        ("システム: 利用者システム", "システム: 住民記録"),
        ("  接点: 対面\n住民: 番号札", "住民: 番号札"),
        (
            "口座\n  接点: 対面\n住民",
            "口座\n  接点: 対面\n  印: 登録印\n住民",
        ),
        ("  読む: 申請書、氏名", "  判断: 要\n  読む: 申請書、氏名"),
        ("#A 記入 紙 要綱", "#A 記入 電子 要綱"),
    ];
    for (was, is) in rows {
        assert_eq!(made("R13", &with(FORM, was, is)), 0, "{is}");
    }
}

#[test]
fn news_that_the_section_sees_in_a_document_from_elsewhere_is_called_up_too() {
    let long = with(FORM, "手書きする 12分", "手書きする 25分");
    let news = with(&long, "システム: 利用者システム", "システム: 住民記録");
    let rests = with(
        &news,
        "待ち0時間]\n  書く: 申請書、氏名",
        "待ち0時間]\n  読む: 転出証明\n  書く: 申請書、氏名",
    );
    let seen = with(
        &rests,
        "  読む: 申請書\n  確認",
        "  読む: 申請書、転出証明<業務システム・住基ネット>\n  確認",
    );
    let known = with(&seen, "@台帳", "@項目 転出証明 [書類]\n@台帳");
    assert_eq!((made("R13", &rests), made("R13", &known)), (0, 1));
}

const COUNTERS: &str = "@年間件数 1200
@担当 住民 [住民]
@担当 市民課 [職員]
@担当 国保年金課 [職員]
住民: 異動届と国保届を書く 15分 [#A 記入 紙 要綱 待ち0時間]
  書く: 異動届、国保届
  接点: 対面
市民課: 届出を受け取る 5分 [#B 受領 紙 規則 待ち0時間]
  読む: 異動届、国保届
住民: 国保年金課へ移動し待つ 8分 [#C 待機 紙 待ち0.8時間]
  待ちの理由: 順番待ち
  接点: 対面
国保年金課: 国保届を受け取る 4分 [#D 受領 紙 規則 待ち0時間]
  読む: 国保届
国保年金課: 国保システムに入力する 5分 [#E 入力 紙→業務システム 規則 待ち16時間]
  システム: 国保システム
  読む: 国保届
  書く: 資格
国保年金課: 資格確認書を郵送する 2分 [#F 通知 紙 規則 待ち8時間]
  読む: 資格
  → 資格確認書を受け取る [郵送]
住民: 資格確認書を受け取る 1分 [#G 受領 紙 待ち16時間]
";

#[test]
fn who_has_been_received_need_not_go_on_only_to_hand_something_over() {
    assert!(is_made_once("R12", COUNTERS));
}

#[test]
fn what_is_written_at_the_next_counter_is_written_and_received_at_the_first() {
    let written = with(
        COUNTERS,
        "国保年金課: 国保届を受け取る",
        "住民: 加入届を書く 5分 [#W 記入 紙 法令 待ち0時間]\n  書く: 加入届\n  接点: 対面\n国保年金課: 国保届を受け取る",
    );
    let written = with(
        &written,
        "待ち0時間]\n  読む: 国保届\n",
        "待ち0時間]\n  読む: 国保届、加入届\n",
    );
    assert!(is_made_once("R12", &written));
    let proposal = proposal(&written);
    let document = &proposal.document;
    let again = kaizu_analysis::find(
        document,
        proposal.flow,
        None,
        &kaizu_model::Cancel::default(),
    );
    let again = again.unwrap_or_else(|_| panic!("nothing can be found"));
    assert!(again.iter().all(|finding| finding.code != "J01"));
}

#[test]
fn residents_still_go_where_they_are_needed_or_bring_what_the_first_counter_has_not_got() {
    let rows = [
        ("#D 受領", "#D 確認"),
        ("#D 受領", "#D 相談"),
        ("#C 待機 紙 待ち", "#C 待機 紙 必須 待ち"),
        ("#C 待機", "#C 相談"),
        (
            "#D 受領 紙 規則 待ち0時間]\n  読む: 国保届",
            "#D 受領 紙 規則 待ち0時間]\n  読む: 国保届、保険証",
        ),
        ("  → 資格確認書を受け取る [郵送]\n", ""),
        ("#B 受領", "#B 相談"),
        (
            "@担当 国保年金課 [職員]",
            "@担当 国保年金課 [職員 課:市民課]",
        ),
    ];
    for (was, is) in rows {
        assert_eq!(made("R12", &with(COUNTERS, was, is)), 0, "{is}");
    }
}

const BUSY: &str = "@年間件数 6000
@担当 住民 [住民]
@担当 窓口 [職員 2人 課:市民課]
@担当 登録担当 [職員 3人 課:市民課]
住民: 届に記入 5分 [#A 記入 紙 待ち0時間]
  書く: 届
窓口: 届を受け取り、聞き取る 20分 [#B 受領 紙 要綱 待ち0時間]
  読む: 届
  書く: 聞取票
窓口: 届をスキャンする 16分 [#C スキャン 紙→電子 要綱 待ち0時間]
  システム: 届出管理システム
  読む: 届、聞取票
  書く: 届の画像
登録担当: 画像を見て登録する 10分 [#D 登録 電子→業務システム 要綱 待ち1時間]
  システム: 届出管理システム
  読む: 届の画像
  書く: 登録
";

#[test]
fn neighbours_who_have_time_take_over_plain_work() {
    assert!(is_made_once("R20", BUSY));
    let fits = with(BUSY, "[職員 2人", "[職員 3人");
    assert_eq!(made("R20", &fits), 0);
}

#[test]
fn nothing_is_handed_on_where_it_is_unknown_or_wrong_to_do_so() {
    let rows = [
        ("登録担当 [職員 3人", "登録担当 [職員"),
        ("@年間件数 6000\n", ""),
        // They would have too much to do themselves, belong elsewhere, or would look at their own work.
        ("登録担当 [職員 3人", "登録担当 [職員 1人"),
        (
            "登録担当 [職員 3人 課:市民課",
            "登録担当 [職員 3人 課:税務課",
        ),
        (
            "登録担当 [職員 3人 課:市民課",
            "登録担当 [職員 3人 課:市民課 場所:支所",
        ),
        ("#D 登録 電子→業務システム", "#D 審査 電子→業務システム"),
        (
            "#D 登録 電子→業務システム 要綱 待ち1時間]\n  システム: 届出管理システム",
            "#D 登録 電子→業務システム 要綱 待ち1時間]\n  システム: 別のシステム",
        ),
        ("#C スキャン 紙→電子 要綱", "#C スキャン 紙→電子 法令"),
        (
            "#C スキャン 紙→電子 要綱 待ち0時間]",
            "#C スキャン 紙→電子 要綱 待ち0時間]\n  判断: 要",
        ),
        ("#C スキャン 紙→電子 要綱", "#C 審査 紙→電子 要綱"),
    ];
    for (was, is) in rows {
        assert_eq!(made("R20", &with(BUSY, was, is)), 0, "{is}");
    }
}
