//! What is approved on paper goes to the screen only where nobody would still need the paper.
#![expect(
    clippy::panic,
    reason = "a text that cannot be read or improved is a failed test"
)]

mod composing;

use kaizu_model::notation::print;
use kaizu_model::{Medium, StepKind};
use kaizu_redesign::{Package, Proposal, Wishes};

use composing::composed;

/// A draft is printed, approved and scanned.
const DRAFT: &str = "@年間件数 1000
@台帳 文書管理システム [文書管理]
庶務: 伺いを起案し印刷 5分 [起案 電子→紙 規則]
  読む: 申請データ
  書く: 伺い
課長: 伺いを決裁 1分 [#A 決裁 紙 規則 待ち8時間]
  読む: 伺い
  書く: 決裁
庶務: 決裁文書をスキャンして登録 3分 [#F スキャン 紙→業務システム 規則 待ち4時間]
  システム: 文書管理システム
  読む: 伺い、決裁
  書く: 公文書
";

fn proposal(text: &str) -> Proposal {
    let wishes = Wishes {
        package: Package::Free,
        ..Wishes::default()
    };
    composed(text, &wishes)
}

fn is_electronic(text: &str) -> bool {
    let codes = proposal(text).changes;
    codes.iter().any(|change| change.code == "R11d")
}

#[test]
fn what_is_approved_on_the_screen_is_filed_by_itself() {
    let proposal = proposal(DRAFT);
    assert!(is_electronic(DRAFT));
    assert!(proposal.invariants.iter().all(|result| result.holds));
    assert_eq!(proposal.after.staff_min_per_case, Some(6.0));
    let text = print(&proposal.document, proposal.flow);
    assert!(
        !text.contains("#F") && text.contains("書く: 決裁、公文書"),
        "{text}"
    );
    let steps = proposal.document.steps();
    let approval =
        steps.filter(|(_, it)| it.flow == proposal.flow && it.kind == Some(StepKind::Approve));
    let media: Vec<_> = approval.map(|(_, it)| it.medium_in).collect();
    assert_eq!(media, [Some(Medium::System)]);
}

#[test]
fn paper_stays_where_somebody_needs_it() {
    let bundle = DRAFT.replace("  読む: 伺い、決裁", "  読む: 伺い、決裁、図面");
    let official = DRAFT.replace("  書く: 決裁\n", "  書く: 決裁\n  印: 公印\n");
    let demanded = DRAFT.replace("起案 電子→紙 規則", "起案 電子→紙 法令");
    let handed_out = DRAFT.to_owned() + "住民: 伺いの写しを受け取る [受領 紙]\n  読む: 伺い\n";
    let application = DRAFT.replace(
        "庶務: 伺いを起案し印刷 5分 [起案 電子→紙 規則]\n  読む: 申請データ\n",
        "住民: 申請書を書く 5分 [記入 紙]\n",
    );
    let meant = DRAFT.replace(
        "庶務: 伺い",
        "@項目 伺い [書類 渡し先:監査委員]\n庶務: 伺い",
    );
    for text in [
        &bundle,
        &official,
        &demanded,
        &handed_out,
        &application,
        &meant,
    ] {
        assert!(!is_electronic(text), "{text}");
    }
}

#[test]
fn nobody_is_sent_to_a_system_that_the_city_does_not_have() {
    let listed = "@年間件数 1000
@台帳 文書管理システム [文書管理]
庶務: 決裁用の一覧を作り印刷 5分 [起案 Excel→紙 規則]
  読む: 給付額
  書く: 一覧
課長: 一覧を見て決裁 1分 [決裁 紙 規則 待ち8時間]
  読む: 一覧
  書く: 決裁
";
    assert!(is_electronic(listed));
    assert!(!is_electronic(
        &listed.replace("@台帳 文書管理システム [文書管理]\n", "")
    ));
}
