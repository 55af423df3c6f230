//! Drafts and approves in the document system, which then holds the document: it is neither printed nor scanned.
//!
//! ## Before
//! ```flow
//! 庶務: 決定伺いを起案し印刷 5分 [起案 電子→紙 規則]
//!   読む: 申請データ
//!   書く: 起案文書
//!   枚数: 2枚
//! 庶務: 起案文書を課長へ運ぶ 1分 [運搬 紙 慣行 待ち4時間]
//!   読む: 起案文書
//! 課長: 決定伺いを決裁し押印 1分 [決裁 紙 規則 待ち8時間]
//!   読む: 起案文書
//!   書く: 決裁
//!   印: 認印
//! 庶務: 決裁文書をスキャンして登録 3分 [スキャン 紙→業務システム 規則 待ち4時間]
//!   システム: 文書管理システム
//!   読む: 起案文書、決裁
//!   書く: 公文書
//! 会計課: 支出命令を審査する 4分 [審査 紙 法令 待ち16時間]
//!   読む: 決裁
//! ```
//!
//! ## After
//! ```flow
//! @担当 庶務 [職員]
//! @担当 課長 [役職]
//! @担当 会計課 [会計]
//! 庶務: 決定伺いを起案 5分 [起案 電子→業務システム 規則]
//!   ほかのシステム: 文書管理システム
//!   読む: 申請データ
//!   書く: 起案文書<文書管理システム>
//! 課長: 決定伺いを決裁 1分 [決裁 業務システム 規則 待ち8時間]
//!   システム: 文書管理システム
//!   読む: 起案文書
//!   書く: 決裁、公文書
//! 会計課: 支出命令を審査する 4分 [審査 業務システム 法令 待ち16時間]
//!   読む: 決裁
//! ```
//!
//! ## Keeps
//! Every approval, by the same people in the same order, and what is put on file. Paper stays where somebody would still
//! need it: an application that came in on paper, a seal that a law demands, a bundle with other papers.
//!
//! ## Loses
//! Paper to take notes on.
use kaizu_analysis::{Finding, Graph};
use kaizu_model::{Command, Difference, Refusal};

use super::{Cost, Rewrite, Site};
use crate::circulation::{Circulation, circulations};
use crate::draft::Draft;
use crate::parameters::Parameters;

pub(super) struct Rule;

impl Rewrite for Rule {
    fn id(&self) -> &'static str {
        "approve-electronically"
    }
    fn code(&self) -> &'static str {
        "R11d"
    }
    fn source(&self) -> &'static str {
        include_str!("approve_electronically.rs")
    }
    fn class(&self) -> Difference {
        Difference::Changed
    }
    fn cost(&self) -> Cost {
        Cost::Middle
    }
    fn answers(&self) -> &'static [&'static str] {
        &["A05", "A06"]
    }
    fn loses(&self) -> &'static [&'static str] {
        &["paper-for-notes"]
    }
    fn procedures(&self) -> &'static [&'static str] {
        &["document-rules"]
    }
    fn parameters(&self) -> &'static [&'static str] {
        &["screen-reading-factor"]
    }

    fn sites(&self, graph: &Graph, findings: &[Finding]) -> Vec<Site> {
        let can_move = |it: &Circulation| it.in_the_system(graph, 1.0).is_ok_and(|it| it.is_some());
        circulations(graph, findings)
            .into_iter()
            .filter(can_move)
            .map(|it| Site::at(it.nodes().into_iter().map(|n| graph.id(n))))
            .collect()
    }

    fn commands(
        &self,
        graph: &Graph,
        site: &Site,
        parameters: &Parameters,
    ) -> Result<Vec<Command>, Refusal> {
        let factor = parameters.get("screen-reading-factor");
        let here = Circulation::at(graph, &site.nodes);
        let draft = here.map(|it| it.in_the_system(graph, factor)).transpose()?;
        Ok(draft.flatten().map(Draft::finish).unwrap_or_default())
    }
}
