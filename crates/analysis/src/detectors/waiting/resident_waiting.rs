//! A resident who stands in line or hangs on the telephone.
//!
//! ## Why it is waste
//! It is residents' own time, which no figure of the office shows, and often half a day off work.
//!
//! ## Flagged
//! ```flow
//! 住民: 番号札を取り待つ 2分 [待機 待ち0.5時間]
//!   待ちの理由: 順番待ち
//! 窓口: 届出を受け付ける 10分 [受領]
//! ```
//!
//! ## Clean
//! Who is at home while the office works stands in no line:
//! ```flow
//! 住民: 決定を待つ 2分 [待機 待ち40時間]
//!   待ちの理由: 決裁待ち
//! 窓口: 決定を伝える 10分 [通知]
//! ```
//! ```flow
//! 住民: 届出の書類を用意する 2分 [作成 待ち0.5時間]
//!   待ちの理由: 順番待ち
//!   接点: 郵送
//! 窓口: 届出を受け付ける 10分 [受領]
//! ```
//!
//! ## What to do
//! Receive everything at one counter, write for the resident, take appointments, and let who can do it from home.
use kaizu_model::{Contact, Minutes, Step, StepKind, WaitCause};

use crate::detectors::{Detector, Waste};
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::protection;

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "resident-waiting"
    }

    fn code(&self) -> &'static str {
        "W02"
    }

    fn source(&self) -> &'static str {
        include_str!("resident_waiting.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R12", "R13", "R15"]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Waiting)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let own = graph.steps().filter(|(n, _)| graph.is_customers(*n));
        let waits: Vec<(Index, Claim, f64)> = own
            .filter_map(|(n, step)| {
                let (claim, minutes) = waited(step)?;
                let minutes = minutes * graph.visit(n);
                (minutes > 0.0).then_some((n, claim, minutes))
            })
            .collect();
        if waits.is_empty() {
            return;
        }
        let minutes: f64 = waits.iter().map(|(_, _, minutes)| minutes).sum();
        let places = waits.iter().map(|(n, _, _)| *n);
        let mut finding = Finding::at(self, graph, places).number("wait_minutes", minutes);
        for (n, claim, _) in waits {
            if protection(graph, n).is_none() {
                finding = finding.claiming(graph, n, claim);
            }
        }
        found.push(finding);
    }
}

/// What a resident would be spared of a step that is a wait in a line, or that begins with one, and how many minutes that is.
fn waited(step: &Step) -> Option<(Claim, f64)> {
    let is_queue = step.wait_cause == Some(WaitCause::Queue);
    let is_elsewhere = matches!(
        step.contact,
        Some(Contact::Post | Contact::Online | Contact::None)
    );
    let line = step.wait.map(|hours| hours.get() * 60.0);
    if is_elsewhere {
        None
    } else if step.kind == Some(StepKind::Wait) && (is_queue || step.wait_cause.is_none()) {
        let share = |is_known: bool| f64::from(u8::from(is_known));
        let claim = Claim {
            minutes_share: share(step.minutes.is_some()),
            wait_share: share(step.wait.is_some()),
            ..Claim::default()
        };
        let minutes = step.minutes.map_or(0.0, Minutes::get);
        Some((claim, line.unwrap_or(0.0) + minutes))
    } else {
        line.filter(|_| is_queue && step.contact.is_some())
            .map(|line| (Claim::WAIT, line))
    }
}
