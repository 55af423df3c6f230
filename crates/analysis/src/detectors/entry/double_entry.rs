//! Data typed once more although the city already holds it digitally.
//!
//! ## Why it is waste
//! The same letters are typed twice, and each time somebody can mistype them: that is why a check follows.
//!
//! ## Flagged
//! ```flow
//! 住民: 電子申請に入力する 10分 [記入 電子→電子]
//!   システム: 電子申請
//!   書く: 氏名、住所
//! 受付: 給付システムに手で入力する 4分 [転記 紙→業務システム]
//!   システム: 給付システム
//!   読む: 氏名、住所
//!   書く: 氏名、住所、受付番号
//! ```
//!
//! ## Clean
//! ```flow
//! 住民: 申請書に書く 10分 [記入 紙→紙]
//!   書く: 氏名、住所
//! 受付: 給付システムに入力する 4分 [入力 紙→業務システム]
//!   システム: 給付システム
//!   読む: 氏名、住所
//!   書く: 氏名、住所
//! ```
//!
//! ## Guarded
//! ```flow
//! @台帳: 税システム [業務システム 所管:税務課]
//! @台帳: 福祉システム [業務システム 所管:福祉課]
//! 税務課: 所得を入力する 3分 [入力 紙→業務システム]
//!   システム: 税システム
//!   書く: 所得
//! 福祉課: 所得を入力する 3分 [転記 紙→業務システム]
//!   システム: 福祉システム
//!   読む: 所得
//!   書く: 所得
//! ```
//!
//! ## What to do
//! Take the data over from where it was entered first: one store for all ways in, an interface, or an import.
use kaizu_model::ItemId;

use super::super::{Detector, Waste};
use crate::carriers::{are_separated, item_name};
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::Guard;
use crate::rekeying::Keying;

/// Sees steps that type what a digital form, spreadsheet or system of the city already holds.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "double-entry"
    }

    fn code(&self) -> &'static str {
        "E01"
    }

    fn source(&self) -> &'static str {
        include_str!("double_entry.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R05", "R06", "R08"]
    }

    fn practices(&self) -> &'static [u8] {
        &[25, 26, 3]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Motion)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        for (node, keying) in graph.typed_again() {
            found.push(finding(self, graph, node, keying));
        }
    }
}

fn finding(rule: &Rule, graph: &Graph, node: Index, keying: &Keying) -> Finding {
    let step = graph.step(node);
    let share = keying.share_again();
    let held = keying.share_held(graph, node);
    let mistakes = step.and_then(|step| step.error_rate);
    let claim = Claim {
        minutes_share: held,
        errors: held * mistakes.map_or(0.0, kaizu_model::Share::get),
        ..Claim::default()
    };
    let first: Vec<Index> = keying.again.iter().map(|held| held.node).collect();
    let stores = keying.again.iter().filter_map(|held| held.store.as_deref());
    let own = step.and_then(|step| step.system.as_deref());
    let is_separated = keying
        .again
        .iter()
        .any(|held| are_separated(graph, own, held.store.as_deref()));
    Finding::at(rule, graph, [node])
        .about(keying.items_again())
        .claiming(graph, node, claim)
        .forbidden(is_separated.then_some(Guard::LinkRightUnknown))
        .naming(graph, "steps", &[node])
        .naming(graph, "first", &distinct(&first))
        .names("items", names(graph, keying.items_again()))
        .names("stores", distinct(&stores.collect::<Vec<_>>()))
        .number("share", share)
        .yearly(graph, node)
}

fn names<'a>(graph: &Graph<'a>, items: impl Iterator<Item = ItemId>) -> Vec<&'a str> {
    items.map(|item| item_name(graph, item)).collect()
}

fn distinct<T: Copy + PartialEq>(all: &[T]) -> Vec<T> {
    let mut seen: Vec<T> = Vec::new();
    for one in all {
        if !seen.contains(one) {
            seen.push(*one);
        }
    }
    seen
}

#[cfg(test)]
mod tests {
    use kaizu_model::{Cancel, notation};

    use crate::find;

    #[test]
    fn only_what_came_electronically_is_claimed() {
        let text = "@年間件数 600件\n住民: どう申し込むか [分岐]\n  15% 電子 → #2\n  85% 紙 → #3\n\
                    住民: フォームに書く 5分 [#2 記入 電子→電子]\n  書く: 氏名\n  → #4\n\
                    住民: 用紙に書く 5分 [#3 記入 紙→紙]\n  書く: 氏名\n\
                    受付: 台帳に入力する 4分 [#4 入力 紙→業務システム]\n  読む: 氏名\n  書く: 氏名\n";
        let document = notation::parse(text).unwrap();
        let findings = find(
            &document,
            document.first_flow().unwrap(),
            None,
            &Cancel::default(),
        );
        let findings = findings.unwrap();
        let again = findings.iter().find(|it| it.code == "E01").unwrap();
        let minutes = again.avoidable.staff_minutes_per_year.unwrap();
        assert!((minutes - 600.0 * 0.15 * 4.0).abs() < 1e-6, "{minutes}");
    }
}
