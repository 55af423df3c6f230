//! What is typed again comes from where it is held, and what is typed from forms is read by machine: only where nothing
//! recorded speaks against it.
#![expect(
    clippy::panic,
    reason = "a text that cannot be read or improved is a failed test"
)]
mod composing;
mod places;

use kaizu_model::notation::print;
use kaizu_redesign::{Package, Parameters, Proposal, Wishes};

use composing::composed;
use places::places;

/// Two sections type the same names into their systems.
const TWO_SYSTEMS: &str = "@年間件数 1000
@項目 氏名 [個人情報]
@台帳: 住民記録 [業務システム]
@台帳: 福祉システム [業務システム]
@担当 市民課 [職員]
@担当 福祉課 [職員]
市民課: 異動を入力する 6分 [#1 入力 紙→業務システム 法令]
  システム: 住民記録
  書く: 氏名、住所
福祉課: 福祉システムに入力する 4分 [#2 転記 紙→業務システム 慣行]
  システム: 福祉システム
  読む: 氏名、住所
  書く: 氏名、住所、番号
福祉課: 決定を送る 2分 [#3 通知 業務システム→紙]
  読む: 氏名、番号
";

/// Somebody types paper forms into a system.
const FORMS: &str = "@年間件数 1000
@担当 住民 [住民]
@担当 窓口 [職員]
住民: 申込書に書く 10分 [#1 記入 紙]
  書く: 申込書、氏名、希望
窓口: システムに入力する 5分 [#2 転記 紙→業務システム 慣行]
  システム: 申込管理
  読む: 申込書、氏名、希望
  書く: 氏名、希望
窓口: 結果を送る 2分 [#3 通知 業務システム→紙]
  読む: 氏名、希望
";

/// Whether the rewrite fits anywhere.
fn fits(code: &str, text: &str) -> bool {
    places(code, text) > 0
}

fn proposal(text: &str, parameters: Parameters) -> Proposal {
    let wishes = Wishes {
        package: Package::Free,
        parameters,
        ..Wishes::default()
    };
    composed(text, &wishes)
}

#[test]
fn what_a_system_of_the_city_holds_is_not_typed_again() {
    let proposal = proposal(TWO_SYSTEMS, Parameters::default());
    let codes: Vec<&str> = proposal.changes.iter().map(|it| it.code).collect();
    assert_eq!(codes, ["R08"]);
    assert!(proposal.changes[0].procedures.contains(&"link-right"));
    assert!(proposal.invariants.iter().all(|result| result.holds));
    let text = print(&proposal.document, proposal.flow);
    assert!(
        text.contains("住民記録から福祉システムへ自動で取り込む"),
        "{text}"
    );
    assert!(text.contains("  書く: 番号\n"), "{text}");
}

#[test]
fn who_only_copies_is_not_needed_unless_a_law_says_so() {
    let copying = TWO_SYSTEMS
        .replace("住所、番号", "住所")
        .replace("氏名、番号", "氏名");
    let gone = proposal(&copying, Parameters::default());
    assert!(!print(&gone.document, gone.flow).contains("#2"));
    assert!(!fits(
        "R08",
        &copying.replace("業務システム 慣行", "業務システム 法令")
    ));
    assert!(fits(
        "R08",
        &TWO_SYSTEMS.replace("業務システム 慣行", "業務システム 法令")
    ));
}

#[test]
fn data_that_may_not_be_linked_as_far_as_is_recorded_go_on_being_typed() {
    let owned = |one: &str, other: &str| {
        TWO_SYSTEMS
            .replace(
                "住民記録 [業務システム]",
                &format!("住民記録 [業務システム 所管:{one}]"),
            )
            .replace(
                "福祉システム [業務システム]",
                &format!("福祉システム [業務システム 所管:{other}]"),
            )
    };
    assert!(fits("R08", TWO_SYSTEMS));
    assert!(fits("R08", &owned("市民課", "市民課")));
    assert!(!fits("R08", &owned("市民課", "福祉課")));
    let both = |text: &str, kind: &str| {
        text.replace(
            "@項目 氏名 [個人情報]",
            &format!("@項目 氏名 [{kind}]\n@項目 住所 [{kind}]"),
        )
    };
    for kind in ["所得 個人情報", "個人情報 特定個人情報", "個人情報 出典:税"]
    {
        assert!(!fits("R08", &both(TWO_SYSTEMS, kind)), "{kind}");
        assert!(
            fits("R08", &both(&owned("市民課", "市民課"), kind)),
            "{kind}"
        );
    }
    assert!(!fits(
        "R08",
        &TWO_SYSTEMS.replace("住民記録 [業務システム]", "住民記録 [外部]")
    ));
}

#[test]
fn what_is_not_held_for_every_case_or_has_changed_since_is_typed() {
    let typed = [
        (
            "  書く: 氏名、住所、番号",
            "  書く: 氏名、住所、番号\n  判断: 要",
        ),
        (
            "異動を入力する 6分 [#1 入力 紙→業務システム 法令]",
            "異動を書き出す 6分 [#1 入力 紙→Excel 法令]",
        ),
    ];
    for (was, is) in typed {
        let text = TWO_SYSTEMS.replace(was, is);
        assert_ne!(text, TWO_SYSTEMS);
        assert!(!fits("R08", &text), "{text}");
    }
    let other_way = TWO_SYSTEMS.replace(
        "市民課: 異動を入力する",
        "市民課: 市内の人か [分岐]\n  50% 市内 → #2\n  50% 市外 → #1\n市民課: 異動を入力する",
    );
    assert!(!fits("R08", &other_way));
    let changed = TWO_SYSTEMS.replace(
        "福祉課: 福祉システムに入力する",
        "福祉課: 転居先を聞く 2分 [#4 入力 電話→Excel]\n  システム: 連絡先.xlsx\n  書く: 氏名<更新>、住所<更新>\n福祉課: 福祉システムに入力する",
    );
    assert!(!fits("R08", &changed));
}

#[test]
fn a_form_of_the_applicants_is_no_register_of_the_citys() {
    let form = TWO_SYSTEMS
        .replace("@担当 市民課 [職員]", "@担当 市民課 [住民]")
        .replace("[#1 入力 紙→業務システム 法令]", "[#1 記入 電子]");
    assert!(!fits("R08", &form));
}

#[test]
fn forms_are_read_by_machine_where_that_is_quicker() {
    let read = proposal(FORMS, Parameters::default());
    assert!(read.changes.iter().any(|it| it.code == "R05b"));
    assert!(read.invariants.iter().all(|result| result.holds));
    let mut slow = Parameters::default();
    slow.own.insert("look-minutes-per-field".into(), 0.4);
    assert!(
        !proposal(FORMS, slow)
            .changes
            .iter()
            .any(|it| it.code == "R05b")
    );
}

#[test]
fn what_is_no_form_on_paper_or_must_be_typed_is_typed() {
    assert!(fits("R05b", FORMS));
    let typed = [
        ("業務システム 慣行]", "業務システム 法令]"),
        (
            "システムに入力する 5分 [#2 転記 紙",
            "システムに入力する 5分 [#2 転記 電話",
        ),
        (
            "  書く: 氏名、希望\n窓",
            "  書く: 氏名、希望\n  判断: 要\n窓",
        ),
        (
            "  読む: 申込書、氏名、希望",
            "  読む: 申込書、氏名、希望、手数料<現金等>",
        ),
        ("@担当 住民 [住民]", "@担当 住民 [職員]"),
        ("転記 紙→業務システム", "転記 紙"),
    ];
    for (was, is) in typed {
        let text = FORMS.replace(was, is);
        assert_ne!(text, FORMS);
        assert!(!fits("R05b", &text), "{text}");
    }
}

#[test]
fn prints_of_what_came_electronically_are_not_read_by_machine() {
    let two_ways = FORMS.replace(
        "住民: 申込書に書く",
        "住民: 方法 [分岐]\n  60% 電子 → #4\n  40% 紙 → #1\n住民: フォームに書く 5分 [#4 記入 電子]\n  システム: 電子申請\n  書く: 氏名、希望\n窓口: 印刷する 2分 [印刷 電子→紙 慣行]\n  読む: 氏名、希望\n  書く: 申込書\n  → #2\n住民: 申込書に書く",
    );
    assert!(!fits("R05b", &two_ways));
    assert!(fits("R05", &two_ways));
}
