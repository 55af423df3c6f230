//! Thousands of results that follow fixed rules, each approved by itself.
//!
//! ## Why it is waste
//! Where a rule leaves nothing to decide, the time of who decides goes into turning pages, and the few cases that
//! need a decision wait among the others.
//!
//! ## Flagged
//! ```flow
//! @年間件数 4000件
//! 窓口: 要件を確かめる 3分 [審査 規則]
//!   書く: 起案文書
//! 課長: 1件ずつ決裁する 1分 [決裁 規則]
//!   読む: 起案文書
//!   定型性: 定型
//! ```
//!
//! ## Clean
//! ```flow
//! @年間件数 4000件
//! 窓口: 要件を確かめる 3分 [審査 規則]
//!   書く: 起案文書
//! 課長: 1件ずつ決裁する 1分 [決裁 規則]
//!   読む: 起案文書
//! ```
//! ```flow
//! @年間件数 4000件
//! 窓口: 要件を確かめる 3分 [審査 規則]
//!   書く: 起案文書
//! 課長: 一覧で決裁する 1分 [決裁 規則]
//!   読む: 起案文書
//!   定型性: 定型
//!   まとめ処理: 日次
//! ```
//!
//! ## Guarded
//! ```flow
//! @年間件数 4000件
//! 窓口: 要件を確かめる 3分 [審査 規則]
//!   書く: 起案文書
//! 課長: 1件ずつ処分を決裁する 1分 [決裁 法令]
//!   読む: 起案文書
//!   定型性: 定型
//!   判断: 要
//! ```
//!
//! ## What to do
//! Approve a list of them at once, or the rule once for all; what is out of the rule is decided by itself.
use kaizu_model::{Batch, Routine, Step, StepKind};

use crate::detectors::{Detector, Waste};
use crate::finding::Finding;
use crate::graph::Graph;
use crate::guards::{Guard, protection};

/// From more cases a year than this on, a list is worth while.
const MANY: f64 = 1000.0;

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "case-by-case-approval"
    }

    fn code(&self) -> &'static str {
        "A08"
    }

    fn source(&self) -> &'static str {
        include_str!("case_by_case_approval.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R11"]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Overprocessing)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let Some(volume) = graph.volume() else {
            return;
        };
        for (node, step) in graph.steps().filter(|(_, step)| is_routine_approval(step)) {
            let times = volume * graph.visit(node);
            if times <= MANY {
                continue;
            }
            let judged = (step.needs_judgement == Some(true)).then_some(Guard::NeedsJudgement);
            // What a list would save is not known: it is read, too, and waited for.
            found.push(
                Finding::at(self, graph, [node])
                    .naming(graph, "steps", &[node])
                    .number("times", times)
                    .guarded(protection(graph, node).into_iter().chain(judged)),
            );
        }
    }
}

/// Whether it is recorded that an approval follows fixed rules, and not that cases are approved together.
fn is_routine_approval(step: &Step) -> bool {
    step.kind == Some(StepKind::Approve)
        && step.routine == Some(Routine::Fixed)
        && !is_collected(step)
}

/// Whether it is recorded that several cases are done at once.
pub(super) fn is_collected(step: &Step) -> bool {
    let is_periodic = match step.batch {
        Some(Batch::Daily | Batch::Weekly | Batch::Monthly) => true,
        Some(Batch::None) | None => false,
    };
    is_periodic || step.batch_size.is_some_and(|size| size.get() > 1.0)
}
