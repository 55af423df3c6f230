//! Asking instead of forms, one counter for several, and neighbours who help.
//! Each is offered where the flow says enough for it, and not where anything speaks against it.
#![expect(
    clippy::panic,
    reason = "a text that cannot be read or improved is a failed test"
)]
mod composing;
mod offers;

use offers::{is_made_once, made, proposal, with};

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
