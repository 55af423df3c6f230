//! Many waits of which none is long beside the others, and that still leave less than a twentieth of the time for work: the
//! cycle time efficiency is below 5 %.
//!
//! ## Why it is waste
//! Nearly all of the time is lying and moving; faster work would hardly be noticed, shorter waits would.
//!
//! Where single waits are long, they are named one by one, and nothing is said here.
//!
//! ## Flagged
//! ```flow
//! 受付係: 申請書を受け付ける 2分 [待ち1時間]
//! 調査係: 申請書の中身を調べる 2分 [待ち1時間]
//! 受付係: 台帳に番号を書く 2分 [待ち1時間]
//! 調査係: 要件を一つ調べる 2分 [待ち1時間]
//! 審査係: 要件をまとめる 2分 [待ち1時間]
//! 調査係: 要件をもう一つ調べる 2分 [待ち1時間]
//! 審査係: 申請を審査する 2分 [待ち1時間]
//! 調査係: 審査の材料をそろえる 2分 [待ち1時間]
//! 交付係: 許可証を用意する 2分 [待ち1時間]
//! 審査係: 許可証の中身を見る 2分 [待ち1時間]
//! 交付係: 許可証を渡す 2分 [待ち1時間]
//! ```
//!
//! ## Clean
//! ```flow
//! 窓口: 申請書を受け付ける 5分 [受領 待ち0時間]
//! 審査担当: 申請を審査する 10分 [審査 待ち8時間]
//! 交付係: 許可証を渡す 5分 [通知 待ち4時間]
//! ```
//! ```flow
//! 窓口: 申請書を受け付ける 5分 [受領 待ち0時間]
//! 審査担当: 申請を審査する 60分 [審査 待ち8時間]
//! 交付係: 許可証を渡す 5分 [通知 待ち4時間]
//! ```
//!
//! ## What to do
//! Begin with the longest waits, not with the longest work.
//!
//! ## Also
//! H01, H02
use super::dominant_wait::LARGE;
use super::longest::{longest, places};
use crate::detectors::{Detector, Gravity, Waste};
use crate::finding::Finding;
use crate::graph::Graph;
use crate::metrics::{lead_hours, touch_hours};

/// Below this part of the time from start to end, work hardly counts.
const LITTLE: f64 = 0.05;

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "low-cycle-time-efficiency"
    }

    fn code(&self) -> &'static str {
        "W06"
    }

    fn source(&self) -> &'static str {
        include_str!("low_cycle_time_efficiency.rs")
    }

    fn gravity(&self) -> Gravity {
        Gravity::Note
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Waiting)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let Some((lead, touch)) = lead_hours(graph).zip(touch_hours(graph)) else {
            return;
        };
        let waits = longest(graph, &|_| true);
        let are_short = waits.first().is_some_and(|(_, most)| *most < LARGE * lead);
        if touch < LITTLE * lead && are_short {
            found.push(
                Finding::at(self, graph, places(&waits))
                    .number("lead_hours", lead)
                    .number("touch_minutes", touch * 60.0)
                    .number("efficiency", touch / lead),
            );
        }
    }
}
