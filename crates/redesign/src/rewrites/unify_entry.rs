//! Takes every channel's applications into one store: electronic ones directly, paper ones through a scanner.
//!
//! ## Before
//! ```flow
//! 住民: 申請方法を選ぶ [分岐]
//!   70% 電子 → 電子申請に入力する
//!   30% 紙 → 申請書に書く
//! 住民: 電子申請に入力する 12分 [記入 電子]
//!   システム: 電子申請
//!   書く: 申請データ、氏名、口座
//! 受付担当: 申請を1件ずつ印刷する 2分 [印刷 電子→紙 慣行]
//!   システム: 電子申請
//!   読む: 申請データ
//!   書く: 申請書
//!   → 管理表に入力し番号を振る
//! 住民: 申請書に書く 15分 [記入 紙]
//!   書く: 申請書、氏名、口座
//! 受付担当: 収受印を押す 2分 [受領 紙 規則]
//!   読む: 申請書
//!   書く: 受付日
//! 受付担当: 管理表に入力し番号を振る 2.5分 [転記 紙→Excel 慣行 待ち4時間]
//!   システム: 管理表.xlsx
//!   読む: 申請書、氏名
//!   書く: 氏名、受付番号
//! 審査担当: 審査する 4分 [審査 紙 要綱]
//!   読む: 申請書、受付番号
//!   書く: 判定
//! 入力担当: 給付システムに入力する 4分 [転記 紙→業務システム 慣行 待ち8時間]
//!   システム: 給付システム
//!   読む: 申請書、氏名、口座
//!   書く: 氏名、口座、給付額
//! 課長: 決裁する 1分 [決裁 電子 規則]
//!   読む: 判定、給付額
//! ```
//!
//! ## After
//! ```flow
//! @担当 住民 [住民]
//! @担当 システム [システム]
//! @担当 受付担当 [職員]
//! @担当 審査担当 [職員]
//! @担当 入力担当 [職員]
//! @担当 課長 [役職]
//! 住民: 申請方法を選ぶ [分岐]
//!   70% 電子 → 電子申請に入力する
//!   30% 紙 → 申請書に書く
//! 住民: 電子申請に入力する 12分 [記入 電子]
//!   システム: 電子申請
//!   書く: 申請データ、氏名、口座
//!   → #N1
//! 住民: 申請書に書く 15分 [記入 紙]
//!   書く: 申請書、氏名、口座
//! 受付担当: 収受印を押す 2分 [受領 紙 規則]
//!   読む: 申請書
//!   書く: 受付日
//!   → #N2
//! システム: 申請データを受付DBに自動登録 0分 [#N1 自動処理 電子 待ち0時間]
//!   システム: 申請受付DB
//!   読む: 申請データ、氏名、口座
//!   書く: 申請データ、氏名、口座、申請書、受付番号
//!   → 審査する
//! 受付担当: スキャンしAI-OCRで読み取り、画面で補正 1.295分 [#N2 スキャン 紙→電子 待ち4時間]
//!   システム: 申請受付DB
//!   読む: 氏名、口座、申請書
//!   書く: 氏名、口座、申請書、受付番号
//! 審査担当: 審査する 4分 [審査 電子 要綱]
//!   読む: 申請書、受付番号
//!   書く: 判定
//! システム: 受付データを給付システムへ自動で取り込む 0分 [#N3 自動処理 電子→業務システム 待ち0時間]
//!   システム: 給付システム
//!   読む: 申請書、氏名、口座
//!   書く: 氏名、口座、給付額
//! 課長: 決裁する 1分 [決裁 電子 規則]
//!   読む: 判定、給付額
//! ```
//!
//! ## Keeps
//! The receipt of paper applications, every item, every decision.
//!
//! ## Loses
//! The paper bundle as a place to look things up.
use kaizu_analysis::{Finding, Graph, channels};
use kaizu_model::{Command, Difference, Refusal};

use super::{Cost, Rewrite, Site};
use crate::draft::Draft;
use crate::entry::Entry;
use crate::intake::unify;
use crate::parameters::Parameters;

pub(super) struct Rule;

impl Rewrite for Rule {
    fn id(&self) -> &'static str {
        "unify-entry"
    }
    fn code(&self) -> &'static str {
        "R05"
    }
    fn source(&self) -> &'static str {
        include_str!("unify_entry.rs")
    }
    fn class(&self) -> Difference {
        Difference::Changed
    }
    fn cost(&self) -> Cost {
        Cost::Middle
    }
    fn answers(&self) -> &'static [&'static str] {
        &["M01", "M04", "E01", "E02"]
    }
    fn loses(&self) -> &'static [&'static str] {
        &["paper-bundle", "reading-errors"]
    }
    fn procedures(&self) -> &'static [&'static str] {
        &["store-ready"]
    }
    fn parameters(&self) -> &'static [&'static str] {
        &[
            "scan-minutes",
            "fields-per-form",
            "ocr-accuracy",
            "fix-minutes-per-field",
            "share-of-fields-looked-at",
            "look-minutes-per-field",
            "screen-reading-factor",
        ]
    }

    fn sites(&self, graph: &Graph, _: &[Finding]) -> Vec<Site> {
        channels(graph)
            .iter()
            .filter_map(|channel| Entry::of(graph, channel))
            .filter(|entry| !entry.prints.is_empty() || !entry.copies.is_empty())
            .map(|entry| {
                let changed = entry.prints.iter().chain(&entry.copies).copied();
                Site::at(
                    std::iter::once(entry.branch)
                        .chain(changed)
                        .map(|n| graph.id(n)),
                )
            })
            .collect()
    }

    fn commands(
        &self,
        graph: &Graph,
        site: &Site,
        parameters: &Parameters,
    ) -> Result<Vec<Command>, Refusal> {
        let mut draft = Draft::of(graph);
        let all = channels(graph);
        let branch = site.nodes.iter().find_map(|id| {
            let at = graph.index(*id)?;
            all.iter().find(|channel| channel.branch == at)
        });
        if let Some(entry) = branch.and_then(|channel| Entry::of(graph, channel)) {
            unify(&mut draft, graph, &entry, parameters)?;
        }
        Ok(draft.finish())
    }
}
