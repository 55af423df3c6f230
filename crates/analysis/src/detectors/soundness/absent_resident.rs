//! A process for residents or businesses whose drawing shows none of them.
//!
//! ## Why it is waste
//! What people outside write, wait for and travel for is the larger part of many procedures. A drawing that begins at
//! the counter cannot show it, and a change may save the office's minutes at their cost.
//!
//! ## Flagged
//! ```flow
//! @種別 申請
//! 窓口: 申請書を受け取る 3分
//! 審査: 書類を確認する 10分
//! ```
//!
//! ## Clean
//! ```flow
//! @種別 申請
//! 住民: 申請書を書く 15分
//! 窓口: 申請書を受け取る 3分
//! ```
//!
//! ```flow
//! @種別 内部
//! 庶務: 伺いを書く 10分
//! 課長: 伺いを見る 1分
//! ```
//!
//! ```flow
//! 窓口: 申請書を受け取る 3分
//! 審査: 書類を確認する 10分
//! ```
//!
//! ## What to do
//! Add a lane for who applies, and draw what they do from first hearing of it to the result.
use kaizu_model::ProcessKind;

use super::super::{Detector, Gravity};
use crate::finding::Finding;
use crate::graph::Graph;

/// Sees flows of applications, benefits, permits and certificates without anybody who applies.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "absent-resident"
    }

    fn code(&self) -> &'static str {
        "L09"
    }

    fn source(&self) -> &'static str {
        include_str!("absent_resident.rs")
    }

    fn gravity(&self) -> Gravity {
        Gravity::Warning
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let lanes = graph.document.lanes();
        let mut own = lanes.filter(|(_, lane)| lane.flow == graph.flow);
        if !graph.process.kind.is_some_and(is_asked_for)
            || own.any(|(_, lane)| lane.kind.is_customer())
        {
            return;
        }
        if let Some(first) = graph.start().or_else(|| graph.indices().next()) {
            found.push(Finding::at(self, graph, [first]));
        }
    }
}

/// Whether somebody outside the city asks for it.
fn is_asked_for(kind: ProcessKind) -> bool {
    match kind {
        ProcessKind::Application
        | ProcessKind::Benefit
        | ProcessKind::Permit
        | ProcessKind::Certificate => true,
        ProcessKind::Notification | ProcessKind::Query | ProcessKind::Internal => false,
    }
}
