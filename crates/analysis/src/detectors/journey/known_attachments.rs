//! A resident who has to attach what the city can look up.
//!
//! ## Why it is waste
//! They fetch from one office what another one asks for; somebody checks that it is there, and sends it back where it
//! is not.
//!
//! ## Flagged
//! ```flow
//! @項目: 住民票の写し [写し 出典:住基]
//! 住民: 住民票の写しを付けて申請書を出す 10分 [送付 紙 規則]
//!   添付: 住民票の写し
//! 窓口: 申請書を受け取る 3分 [受領 紙]
//! ```
//!
//! ## Clean
//! ```flow
//! @項目: 通帳の写し [写し 出典:本人]
//! 住民: 通帳の写しを付けて申請書を出す 10分 [送付 紙 規則]
//!   添付: 通帳の写し
//! 窓口: 申請書を受け取る 3分 [受領 紙]
//! ```
//! ```flow
//! @項目: 前住所地の課税証明書 [書類 出典:税 市は未保有]
//! 住民: 課税証明書を付けて申請書を出す 10分 [送付 紙 規則]
//!   添付: 前住所地の課税証明書
//! 窓口: 申請書を受け取る 3分 [受領 紙]
//! ```
//!
//! ## Guarded
//! ```flow
//! @項目: 戸籍の附票の写し [写し 出典:住基]
//! 住民: 附票の写しを取って付ける 30分 [複写 紙 法令]
//!   添付: 戸籍の附票の写し
//! 窓口: 申請書を受け取る 3分 [受領 紙]
//! ```
//!
//! ## What to do
//! Look it up instead, by law or with the resident's consent, and strike it from the form.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::{Item, ItemId, Source, StepKind, folded};

use super::super::{Detector, Waste};
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::protection;

/// Sees attachments, recorded with a step or with the form that is filled in there, whose source is in reach.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "known-attachments"
    }

    fn code(&self) -> &'static str {
        "J04"
    }

    fn source(&self) -> &'static str {
        include_str!("known_attachments.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R10b"]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Overprocessing)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        for (node, Attached { known, all }) in attached(graph) {
            let part = known.len() as f64 / all as f64;
            found.push(
                Finding::at(self, graph, [node])
                    .about(known.iter().copied())
                    .naming(graph, "steps", &[node])
                    .claiming(graph, node, claim(graph, node, part))
                    .forbidden(protection(graph, node)),
            );
        }
    }
}

/// What residents attach at a step.
pub(in crate::detectors) struct Attached {
    /// What the city can look up.
    pub(in crate::detectors) known: BTreeSet<ItemId>,
    /// How much is attached altogether.
    all: usize,
}

/// The steps at which residents attach what the city can look up.
pub(in crate::detectors) fn attached(graph: &Graph) -> BTreeMap<Index, Attached> {
    let forms = forms(graph);
    let mut by = BTreeMap::new();
    for (node, step) in graph.steps().filter(|(node, _)| graph.is_customers(*node)) {
        let written = step.writes.iter().filter_map(|it| forms.get(&it.item));
        let of_forms = written.copied().flatten();
        let all: BTreeSet<ItemId> = step.attachments.iter().chain(of_forms).copied().collect();
        let in_reach = |id: &ItemId| graph.document.item(*id).is_ok_and(is_in_reach);
        let known: BTreeSet<ItemId> = all.iter().copied().filter(in_reach).collect();
        if !known.is_empty() {
            let all = all.len();
            by.insert(node, Attached { known, all });
        }
    }
    by
}

/// What is attached to each item that is a form of the process: forms and items are told apart by name only.
fn forms<'a>(graph: &Graph<'a>) -> BTreeMap<ItemId, &'a [ItemId]> {
    let own = graph
        .document
        .forms()
        .filter(|(_, form)| form.process == graph.process_id);
    let by_name: BTreeMap<String, &[ItemId]> = own
        .map(|(_, form)| (folded(&form.name), form.attachments.as_slice()))
        .collect();
    let items = graph.document.items();
    let found = items.filter_map(|(id, item)| Some((id, *by_name.get(&folded(&item.name))?)));
    found.collect()
}

/// Whether the city can look an item up: in its own records, unless these are known not to have it, or over the
/// network.
fn is_in_reach(item: &Item) -> bool {
    match item.source {
        Some(Source::NumberNetwork) => true,
        Some(Source::ResidentRegister | Source::Tax) => item.is_known_to_city != Some(false),
        Some(Source::Person | Source::Employer | Source::Section) | None => false,
    }
}

/// Who does nothing but make the copies is spared their part; else it is not known how long they take.
fn claim(graph: &Graph, node: Index, part: f64) -> Claim {
    let minutes_share = if graph.kind(node) == Some(StepKind::Copy) {
        part
    } else {
        0.0
    };
    Claim {
        minutes_share,
        ..Claim::default()
    }
}
