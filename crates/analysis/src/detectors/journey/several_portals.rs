//! Residents who have to find their way through two portals or more.
//!
//! ## Why it is waste
//! Each has its own address, its own account and its own way of asking; who does not know which one to use, calls.
//!
//! ## Flagged
//! ```flow
//! 住民: マイナポータルで申請する 10分 [記入 電子]
//!   システム: マイナポータル
//! こども課: 申請を受け取る 2分 [受領 電子]
//! 住民: 予約サイトで面談の日を選ぶ 5分 [記入 電子]
//!   システム: 予約サイト
//! ```
//!
//! ## Clean
//! ```flow
//! 住民: マイナポータルで申請する 10分 [記入 電子]
//!   システム: マイナポータル
//! こども課: 申請を受け取る 2分 [受領 電子]
//!   システム: 受付システム
//! 住民: 写しを郵送する 5分 [送付 紙]
//!   システム: 郵送
//! 住民: 面談の日を選ぶ 5分 [記入 電子]
//!   システム: ﾏｲﾅﾎﾟｰﾀﾙ
//! ```
//!
//! ## What to do
//! Offer one entrance that asks what they need and leads on, with one account.
use std::collections::BTreeMap;

use kaizu_model::{Contact, Medium, Step, folded};

use super::super::{Detector, Waste};
use crate::finding::Finding;
use crate::graph::{Graph, Index};

/// Sees what residents use online, by name.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "several-portals"
    }

    fn code(&self) -> &'static str {
        "J03"
    }

    fn source(&self) -> &'static str {
        include_str!("several_portals.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R18"]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Motion)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let mut names: BTreeMap<String, &str> = BTreeMap::new();
        let mut nodes: Vec<Index> = Vec::new();
        let online = graph
            .steps()
            .filter(|(node, step)| graph.is_customers(*node) && is_online(step));
        for (node, step) in online {
            let used = step.system.iter().chain(&step.other_systems);
            for name in used {
                names.entry(folded(name)).or_insert(name);
                nodes.push(node);
            }
        }
        if names.len() > 1 {
            found.push(
                Finding::at(self, graph, nodes)
                    .number("portals", names.len() as f64)
                    .names("systems", names.into_values()),
            );
        }
    }
}

/// Whether it is known that a step is done online: what a resident calls a system may be the post or a counter.
fn is_online(step: &Step) -> bool {
    let is_form = |medium: Option<Medium>| medium.is_some_and(Medium::is_structured);
    step.contact == Some(Contact::Online) || is_form(step.medium_in) || is_form(step.medium_out)
}
