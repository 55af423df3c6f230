//! An item that a step needs, and that nobody has written on some way to that step.
//!
//! ## Why it is waste
//! Either the step waits for what never comes, or the step that makes it is not drawn, and its minutes are in no figure.
//! What comes from outside, is attached, or is kept in a register is there without being written here: who makes an item
//! is asked only if some step of the city does.
//!
//! ## Flagged
//! ```flow
//! 審査: 申請書を見る 5分 [審査 紙]
//!   読む: 申請書
//! 審査: 不備はあるか [分岐]
//!   10% あり → #3
//!   90% なし → #2
//! 審査: 判定を書く 5分 [#2 作成 紙]
//!   書く: 判定
//! 課長: 判定を見て決める 1分 [#3 決裁 紙]
//!   読む: 判定
//! ```
//!
//! ## Clean
//! ```flow
//! 審査: 申請書を見る 5分 [審査 紙]
//!   読む: 申請書
//! 審査: 不備はあるか [分岐]
//!   10% あり → #2
//!   90% なし → #3
//! 審査: 不備ありの判定を書く 5分 [#2 作成 紙]
//!   書く: 判定
//!   → #4
//! 審査: 不備なしの判定を書く 5分 [#3 作成 紙]
//!   書く: 判定
//! 課長: 判定を見て決める 1分 [#4 決裁 紙]
//!   読む: 判定
//! ```
//!
//! ```flow
//! 審査: 同時に進める [分岐AND]
//!   → #2
//!   → #3
//! 審査: 判定を書く 5分 [#2 作成 紙]
//!   書く: 判定
//!   → #4
//! 税務: 所得を調べる 5分 [#3 照会 紙]
//! 審査: そろう [#4 合流AND]
//! 課長: 判定を見て決める 1分 [決裁 紙]
//!   読む: 判定
//! ```
//!
//! ```flow
//! 住民: 写しを付けるか [分岐]
//!   50% 付ける → #2
//!   50% 付けない → #3
//! 住民: 通帳の写しを付ける 5分 [#2 複写 紙]
//!   書く: 口座写し
//! 窓口: 口座写しを見る 2分 [#3 審査 紙]
//!   読む: 口座写し
//! ```
//!
//! ```flow
//! 窓口: 前の申請を探す 2分 [照会 Excel]
//!   読む: 受付番号<Excel・受付簿>
//! 窓口: 受付番号を付ける 1分 [付番 Excel]
//!   システム: 受付簿
//!   書く: 受付番号
//! ```
//!
//! ## What to do
//! Draw the step that makes it, on every way that leads here, or say where it comes from.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::{Item, ItemId, Source};

use super::super::{Detector, Gravity};
use crate::accesses::{Accesses, Use};
use crate::carriers::item_name;
use crate::finding::Finding;
use crate::graph::{Graph, Index};

/// Sees steps of the city that read what has not been made by then.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "missing-data"
    }

    fn code(&self) -> &'static str {
        "L12"
    }

    fn source(&self) -> &'static str {
        include_str!("missing_data.rs")
    }

    fn gravity(&self) -> Gravity {
        Gravity::Warning
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let accesses = graph.accesses();
        let brought = brought(graph);
        let items = accesses.read().map(|(item, _)| item);
        let made_here: Vec<ItemId> = items
            .filter(|item| !brought.contains(item))
            .filter(|item| is_made_here(graph, *item, accesses.writers(*item)))
            .collect();
        let made = Made::of(graph, accesses, &made_here);
        let mut missing: BTreeMap<Vec<Index>, Vec<ItemId>> = BTreeMap::new();
        for (place, item) in made_here.iter().enumerate() {
            let is_starved = |reader: &&Use| {
                // What is looked up in a ledger may be of an earlier case.
                let is_looked_up = reader.access.store.is_some();
                !is_looked_up && !graph.is_outside(reader.node) && made.lacks(reader.node, place)
            };
            let starved = accesses.readers(*item).iter().filter(is_starved);
            let starved: Vec<Index> = starved.map(|reader| reader.node).collect();
            if !starved.is_empty() {
                missing.entry(starved).or_default().push(*item);
            }
        }
        for (nodes, items) in missing {
            let names = items.iter().map(|item| item_name(graph, *item));
            found.push(
                Finding::at(self, graph, nodes)
                    .names("items", names)
                    .about(items.iter().copied()),
            );
        }
    }
}

/// Items that are there without being written: attachments, and what a store holds the right value of.
fn brought(graph: &Graph) -> BTreeSet<ItemId> {
    let process = graph.process_id;
    let stores = graph.document.stores();
    let stores = stores.filter(|(_, store)| store.process == process);
    let forms = graph.document.forms();
    let forms = forms.filter(|(_, form)| form.process == process);
    let attached = graph.steps().flat_map(|(_, step)| &step.attachments);
    attached
        .chain(stores.flat_map(|(_, store)| &store.authoritative_for))
        .chain(forms.flat_map(|(_, form)| &form.attachments))
        .copied()
        .collect()
}

/// Whether the drawing has to show who makes an item: nobody outside does, and no other section keeps it.
fn is_made_here(graph: &Graph, item: ItemId, writers: &[Use]) -> bool {
    let is_ours = |item: &Item| match item.source {
        Some(Source::Section) | None => !item.is_held_by_city(),
        Some(
            Source::ResidentRegister
            | Source::Tax
            | Source::NumberNetwork
            | Source::Person
            | Source::Employer,
        ) => false,
    };
    !writers.is_empty()
        && writers.iter().all(|writer| !graph.is_outside(writer.node))
        && graph.document.item(item).is_ok_and(is_ours)
}

/// Which items every case has had written before it comes to a node; a bit for each item.
struct Made {
    before: BTreeMap<Index, Vec<u64>>,
}

impl Made {
    fn of(graph: &Graph, accesses: &Accesses, items: &[ItemId]) -> Self {
        let mut own: BTreeMap<Index, Vec<usize>> = BTreeMap::new();
        for (place, item) in items.iter().enumerate() {
            for writer in accesses.writers(*item) {
                own.entry(writer.node).or_default().push(place);
            }
        }
        let nothing = vec![0; items.len().div_ceil(64)];
        let mut before: BTreeMap<Index, Vec<u64>> = BTreeMap::new();
        let mut behind: BTreeMap<Index, Vec<u64>> = BTreeMap::new();
        for node in onward(graph) {
            let ways = graph.reaching(node).filter_map(|it| behind.get(&it.from));
            let made = ways.cloned().reduce(|one, other| {
                let words = one.into_iter().zip(other);
                if graph.is_join(node) {
                    words.map(|(one, other)| one | other).collect()
                } else {
                    words.map(|(one, other)| one & other).collect()
                }
            });
            let made = made.unwrap_or_else(|| nothing.clone());
            let mut all = made.clone();
            for place in own.get(&node).into_iter().flatten() {
                all[place / 64] |= 1 << (place % 64);
            }
            before.insert(node, made);
            behind.insert(node, all);
        }
        Self { before }
    }

    /// Whether a case may come to `node` before the item at `place` was written.
    fn lacks(&self, node: Index, place: usize) -> bool {
        let before = self.before.get(&node);
        before.is_some_and(|made| made[place / 64] & (1 << (place % 64)) == 0)
    }
}

/// The nodes that cases come to, each behind all that lead to it without going back.
fn onward(graph: &Graph) -> Vec<Index> {
    let reach = graph.reach();
    let Some(start) = graph.start() else {
        return Vec::new();
    };
    let leads_on = |from: Index, to: Index| {
        !reach.is_return(from, to) && (from == start || reach.reaches(start, from))
    };
    let mut open: Vec<usize> = graph
        .indices()
        .map(|node| {
            let ways = graph.reaching(node);
            ways.filter(|it| leads_on(it.from, node)).count()
        })
        .collect();
    let mut order = vec![start];
    let mut n = 0;
    while let Some(node) = order.get(n).copied() {
        for arrow in graph.leaving(node).filter(|it| leads_on(node, it.to)) {
            open[arrow.to] -= 1;
            if open[arrow.to] == 0 {
                order.push(arrow.to);
            }
        }
        n += 1;
    }
    order
}
