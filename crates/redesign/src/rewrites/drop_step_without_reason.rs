//! Drops work whose reason is gone: papers that are no longer moved, slips nobody needs, checks of copying that no
//! longer happens.
//!
//! ## Before
//! ```flow
//! @項目 受付番号 [内部管理番号]
//! システム: 申請を登録し番号を振る 0分 [自動処理 電子]
//!   書く: 申請データ、受付番号
//! 受付担当: 申し送り票を付ける 1分 [起案 紙→紙 慣行]
//!   読む: 受付番号
//!   書く: 申し送り票
//! 受付担当: 紙の束を審査担当へ回す 1分 [運搬 紙→紙 慣行 待ち8時間]
//!   読む: 申請データ、申し送り票
//! 審査担当: 審査する 4分 [審査 電子 要綱]
//!   読む: 申請データ
//! ```
//!
//! ## After
//! ```flow
//! @担当 システム [システム]
//! @担当 受付担当 [職員]
//! @担当 審査担当 [職員]
//! @項目 受付番号 [内部管理番号]
//! @項目 申し送り票
//! システム: 申請を登録し番号を振る 0分 [自動処理 電子]
//!   書く: 申請データ、受付番号
//! 審査担当: 審査する 4分 [審査 電子 要綱]
//!   読む: 申請データ
//! ```
//!
//! ## Keeps
//! Every protected step and the last check of anything.
//!
//! ## Loses
//! One more pair of eyes.
use kaizu_analysis::{Finding, Graph};
use kaizu_model::{Command, Difference, Refusal};

use super::{Cost, Rewrite, Site};
use crate::draft::Draft;
use crate::parameters::Parameters;
use crate::reasons;
use crate::screen::travel_by_system;

pub(super) struct Rule;

impl Rewrite for Rule {
    fn id(&self) -> &'static str {
        "drop-step-without-reason"
    }
    fn code(&self) -> &'static str {
        "R02"
    }
    fn source(&self) -> &'static str {
        include_str!("drop_step_without_reason.rs")
    }
    fn class(&self) -> Difference {
        Difference::Eliminated
    }
    fn cost(&self) -> Cost {
        Cost::Low
    }
    fn answers(&self) -> &'static [&'static str] {
        &["C04", "A07", "C02", "C03", "M01", "M04", "H01"]
    }
    fn loses(&self) -> &'static [&'static str] {
        &["one-check-fewer"]
    }
    fn parameters(&self) -> &'static [&'static str] {
        &["error-rate", "check-catch-rate", "check-correlation"]
    }

    fn sites(&self, graph: &Graph, findings: &[Finding]) -> Vec<Site> {
        reasons::without_reason(graph, findings)
            .into_iter()
            .map(|n| Site::at([graph.id(n)]))
            .collect()
    }

    fn commands(
        &self,
        graph: &Graph,
        site: &Site,
        _: &Parameters,
    ) -> Result<Vec<Command>, Refusal> {
        let mut draft = Draft::of(graph);
        for id in site.steps() {
            draft.retire(id)?;
        }
        travel_by_system(&mut draft)?;
        Ok(draft.finish())
    }
}
