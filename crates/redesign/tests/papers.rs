//! Papers that are no longer made are no longer read, carried or stamped; papers that somebody needs are still made.
#![expect(
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a text that cannot be read or improved is a failed test"
)]
use std::path::Path;

use kaizu_analysis::Graph;
use kaizu_model::notation::{parse, print};
use kaizu_model::{Document, Medium, Progress};
use kaizu_redesign::{Package, Proposal, Wishes, propose};

/// A payment order is printed, approved, carried and filed.
const ORDER: &str = "@年間件数 1000
庶務: 支出命令を入力する 6分 [入力 業務システム 待ち0時間]
  システム: 財務会計
  書く: 支出命令
庶務: 支出命令書を印刷する 3分 [印刷 業務システム→紙 待ち0時間]
  システム: 財務会計
  読む: 支出命令
  書く: 支出命令書
課長: 支出命令を決裁する 1分 [決裁 紙 法令 待ち8時間]
  読む: 支出命令書
  書く: 決裁
庶務: 支出命令書を会計課へ運ぶ 3分 [運搬 紙 慣行 待ち4時間]
  読む: 支出命令書
会計課: 支出命令を審査する 4分 [審査 紙 法令 待ち16時間]
  読む: 支出命令書、決裁
  書く: 審査結果
庶務: 支出命令書を綴じる 1分 [保管 紙 待ち0時間]
  読む: 支出命令書
";

fn proposal(document: &Document) -> Proposal {
    let wishes = Wishes {
        package: Package::Free,
        ..Wishes::default()
    };
    let flow = document.first_flow();
    let proposal =
        flow.and_then(|flow| propose(document, flow, &wishes, &Progress::default()).ok());
    proposal.unwrap_or_else(|| panic!("no proposal"))
}

fn of_text(text: &str) -> Proposal {
    proposal(&parse(text).unwrap_or_else(|mistake| panic!("{mistake}")))
}

fn of_sample(name: &str) -> Proposal {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples");
    let text = std::fs::read_to_string(samples.join(name)).unwrap_or_default();
    of_text(&text)
}

fn codes(proposal: &Proposal) -> Vec<&str> {
    proposal.changes.iter().map(|change| change.code).collect()
}

#[test]
fn a_print_goes_with_the_walk_it_caused_and_law_is_obeyed_on_the_screen() {
    let proposal = of_text(ORDER);
    assert_eq!(codes(&proposal), ["R03"]);
    let graph = Graph::of(&proposal.document, proposal.flow).unwrap();
    let names: Vec<&str> = graph.steps().map(|(_, step)| step.name.as_str()).collect();
    let all = [
        "支出命令を入力する",
        "支出命令を決裁する",
        "支出命令を審査する",
        "支出命令書を電子のまま保管",
    ];
    assert_eq!(names, all);
    let media = |step: &kaizu_model::Step| [step.medium_in, step.medium_out];
    let is_paper = |it: &Option<Medium>| it.is_some_and(Medium::is_paper);
    assert!(
        !graph
            .steps()
            .any(|(_, step)| media(step).iter().any(is_paper))
    );
    assert!(proposal.invariants.iter().all(|result| result.holds));
}

#[test]
fn a_print_stays_where_a_seal_that_law_demands_is_put_on_it() {
    let sealed = ORDER.replace("  書く: 決裁\n", "  書く: 決裁\n  印: 認印\n");
    assert_eq!(codes(&of_text(&sealed)), Vec::<&str>::new());
}

#[test]
fn a_print_stays_where_it_is_the_cover_of_a_bundle_of_other_papers() {
    let proposal = of_sample("travel-expense-payment.flow");
    assert!(!codes(&proposal).contains(&"R03"));
    let text = print(&proposal.document, proposal.flow);
    assert!(
        ["#D16", "#D18", "#D24"]
            .iter()
            .all(|key| text.contains(key))
    );
}

#[test]
fn who_searched_a_tray_and_a_ledger_searches_the_store() {
    let proposal = of_sample("special-fixed-benefit.flow");
    let text = print(&proposal.document, proposal.flow);
    let steps = text.split("## ").skip(1).flat_map(str::lines);
    let steps: Vec<&str> = steps.filter(|line| !line.starts_with('@')).collect();
    let told = steps
        .iter()
        .filter(|line| line.contains("トレー") || line.contains("受付簿"));
    assert_eq!(told.collect::<Vec<_>>(), Vec::<&&str>::new());
    assert!(steps.contains(&"  読む: 受付番号、申請書"), "{text}");
}

/// Two channels; somebody takes the money of those who pay at the counter to the safe.
const MONEY: &str = "@年間件数 1000
@担当 住民 [住民]
住民: 方法 [#G 分岐]
  60% 電子 → #E
  40% 紙 → #P
住民: 電子で申請 5分 [#E 記入 電子 待ち0時間]
  システム: 電子申請
  書く: 申請データ、氏名
受付: 印刷する 2分 [#PR 印刷 電子→紙 慣行 待ち1時間]
  読む: 申請データ
  書く: 申請書
  → #M
住民: 紙で申請し現金を払う 9分 [#P 記入 紙 待ち0時間]
  書く: 申請書、氏名
受付: 現金を金庫へ運ぶ 3分 [#C 運搬 現金等 慣行 待ち0時間]
  読む: 現金
受付: 台帳に入力 2分 [#M 転記 紙→業務システム 慣行 待ち1時間]
  システム: 台帳
  読む: 申請書、氏名
  書く: 氏名
課長: 決裁する 1分 [#X 決裁 紙 規則 待ち1時間]
  読む: 申請書
";

fn goes(text: &str, key: &str) -> bool {
    let proposal = of_text(text);
    assert!(codes(&proposal).contains(&"R05"), "{:?}", codes(&proposal));
    !print(&proposal.document, proposal.flow).contains(key)
}

#[test]
fn one_entry_for_all_takes_over_papers_but_never_money_or_what_is_not_named() {
    assert!(goes(MONEY, "#PR"));
    assert!(!goes(MONEY, "#C"));
    assert!(!goes(&MONEY.replace("  読む: 現金\n", ""), "#C"));
    assert!(!goes(
        &MONEY.replace("  読む: 現金\n", "  読む: 申請書\n"),
        "#C"
    ));
    let paper = MONEY.replace("運搬 現金等", "運搬 紙");
    assert!(goes(
        &paper.replace("  読む: 現金\n", "  読む: 申請書\n"),
        "#C"
    ));
}
