//! A paper, a file or an answer on a form that nobody reads afterwards.
//!
//! ## Why it is waste
//! It takes minutes to make and room to keep, and nothing would be missed without it.
//!
//! What is kept in a ledger or system may be read in other work, a form is read with all that stands on it, and a step
//! may read anything as long as nobody said what it reads: nothing is seen there.
//!
//! ## Flagged
//! ```flow
//! 住民: 申請書を書く 10分 [記入 紙]
//!   書く: 申請書、氏名
//! 福祉課: 集計表を作る 10分 [集計 紙 慣行]
//!   読む: 氏名
//!   書く: 集計表
//! 課長: 申請を決裁する 1分 [決裁 紙]
//!   読む: 申請書
//! ```
//!
//! ## Clean
//! ```flow
//! 住民: 申請書を書く 10分 [記入 紙]
//!   書く: 申請書、氏名
//! 福祉課: 集計表を作る 10分 [集計 紙 慣行]
//!   読む: 氏名
//!   書く: 集計表
//! 課長: 申請を決裁する 1分 [決裁 紙]
//!   読む: 集計表
//! ```
//!
//! ```flow
//! 住民: 申請書を書く 10分 [記入 紙]
//!   書く: 申請書、氏名
//! 福祉課: 申請を審査する 10分 [審査 紙]
//!   読む: 氏名
//! ```
//!
//! ```flow
//! 福祉課: 台帳に書く 10分 [転記 紙 慣行]
//!   システム: 福祉台帳
//!   書く: 氏名
//! 課長: 申請を決裁する 1分 [決裁 紙]
//! ```
//!
//! A slip that only accompanies the case, and a copy, are seen as such:
//! ```flow
//! @項目 受付番号 [内部管理番号]
//! 福祉課: 申し送り票を付ける 1分 [起案 紙 慣行]
//!   読む: 受付番号
//!   書く: 申し送り票
//! 福祉課: 通帳をコピーする 2分 [複写 紙 慣行]
//!   書く: 通帳の写し
//! 課長: 申請を決裁する 1分 [決裁 紙]
//!   読む: 受付番号
//! ```
//!
//! ## Guarded
//! ```flow
//! 出張者: 請求書を書く 10分 [記入 紙]
//!   書く: 請求書
//! 出張者: 復命書を作る 20分 [作成 紙 規則]
//!   書く: 復命書
//! 課長: 精算を決裁する 1分 [決裁 紙]
//!   読む: 請求書
//! ```
//!
//! ```flow
//! @項目: 画面の写し [写し]
//! 住民: 申請書を書く 10分 [記入 紙]
//!   書く: 申請書
//! 福祉課: 画面を印刷する 2分 [印刷 紙 慣行]
//!   書く: 画面の写し
//! 課長: 申請を決裁する 1分 [決裁 紙]
//!   読む: 申請書
//! ```
//!
//! ## What to do
//! Ask who needs it. Where nobody does and no rule has it kept, stop making it.
use std::collections::BTreeSet;

use kaizu_model::{Access, Basis, ItemClass, ItemId, Step, StepKind, folded};

use super::super::approval::handover_slip::is_slip;
use super::super::{Detector, Waste};
use crate::accesses::Accesses;
use crate::carriers::{are_copies, item_name, store_kind, written_to};
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::{Guard, protection};
use crate::metrics::sheets;

/// Sees what steps make that no later step reads and that is no required result.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "unread-item"
    }

    fn code(&self) -> &'static str {
        "E06"
    }

    fn source(&self) -> &'static str {
        include_str!("unread_item.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R01"]
    }

    fn practices(&self) -> &'static [u8] {
        &[5]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Overproduction)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let flow = Reading::of(graph);
        let making = graph.steps().filter(|(_, step)| is_making(step.kind));
        for (node, step) in making.filter(|(node, _)| !is_slip(graph, *node)) {
            let unread = flow.unread(node, step);
            if unread.is_empty() || flow.is_vague_behind(node) {
                continue;
            }
            let all = unread.len() == step.writes.len();
            let claim = Claim {
                minutes_share: unread.len() as f64 / step.writes.len() as f64,
                sheets: if all { sheets(graph, node) } else { 0.0 },
                ..Claim::default()
            };
            found.push(
                Finding::at(self, graph, [node])
                    .about(unread.iter().copied())
                    .claiming(graph, node, claim)
                    .forbidden(protection(graph, node))
                    .forbidden(kept_for(graph, step, &unread))
                    .names("items", unread.iter().map(|it| item_name(graph, *it)))
                    .number("share", claim.minutes_share),
            );
        }
    }
}

/// Whether a step of this kind is there to put something new down, not to copy it, look at it, decide on it or pass it on.
fn is_making(kind: Option<StepKind>) -> bool {
    matches!(
        kind,
        Some(
            StepKind::Fill
                | StepKind::Enter
                | StepKind::Transcribe
                | StepKind::Print
                | StepKind::Scan
                | StepKind::Draft
                | StepKind::Compose
                | StepKind::Calculate
                | StepKind::Aggregate
        )
    )
}

/// Why what nobody reads is kept all the same.
fn kept_for(graph: &Graph, step: &Step, unread: &[ItemId]) -> Option<Guard> {
    let forms = graph.document.forms();
    let kept: BTreeSet<String> = forms
        .filter(|(_, form)| form.process == graph.process_id && form.retention_years.is_some())
        .map(|(_, form)| folded(&form.name))
        .collect();
    let is_kept = |item: &ItemId| kept.contains(&folded(item_name(graph, *item)));
    let is_prescribed = matches!(step.basis, Some(Basis::Rule | Basis::Guideline));
    if unread.iter().any(is_kept) || (is_prescribed && unread.len() == step.writes.len()) {
        Some(Guard::KeptByRule)
    } else {
        are_copies(graph, unread).then_some(Guard::Evidence)
    }
}

/// Who reads what in a flow, as far as it was said.
struct Reading<'g, 'a> {
    graph: &'g Graph<'a>,
    accesses: &'g Accesses<'a>,
    /// Steps of the office that may read anything: nothing was said, or they read what nobody is known to write.
    vague: Vec<Index>,
}

impl<'g, 'a> Reading<'g, 'a> {
    fn of(graph: &'g Graph<'a>) -> Self {
        let accesses = graph.accesses();
        let is_open = |access: &Access| accesses.writers(access.item).is_empty();
        let steps = graph.steps().filter(|(node, _)| graph.is_staff(*node));
        let vague =
            steps.filter(|(_, step)| step.reads.is_empty() || step.reads.iter().any(is_open));
        let vague = vague.map(|(node, _)| node).collect();
        Self {
            graph,
            accesses,
            vague,
        }
    }

    /// Whether somebody behind `node` may read what is made there without its being said.
    fn is_vague_behind(&self, node: Index) -> bool {
        let reach = self.graph.reach();
        let takes = |next: Index| {
            let step = self.graph.step(next);
            self.graph.is_customers(next) && step.is_some_and(|step| step.reads.is_empty())
        };
        let next = || self.graph.next_steps(node).into_iter();
        // From behind: what comes later usually stands later.
        self.vague.iter().rev().any(|it| reach.reaches(node, *it))
            || (self.graph.is_staff(node) && next().any(|(next, _)| takes(next)))
    }

    /// What `step` is the first to put down and nobody reads.
    fn unread(&self, node: Index, step: &Step) -> Vec<ItemId> {
        let items = || step.writes.iter().map(|access| access.item);
        let nature = |item: ItemId| Nature::of(self.graph, item);
        let read: Vec<ItemId> = items().filter(|item| self.is_read(node, *item)).collect();
        let are_read = |what: Nature| read.iter().any(|item| nature(*item) == what);
        // Who reads a form takes in all that stands on it and hangs on it; who names what they read there leaves out the
        // rest.
        let are_papers = || items().all(|it| nature(it) == Nature::Paper);
        let is_alone = step.writes.len() == 1 || (read.is_empty() && are_papers());
        let is_named = are_read(Nature::Data) && !are_read(Nature::Paper);
        let is_judged = |access: &&Access| match nature(access.item) {
            Nature::Paper | Nature::Unknown => is_alone,
            Nature::Data => is_alone || is_named,
            Nature::Mark => false,
        };
        let made = step.writes.iter().filter(is_judged);
        made.filter(|access| !self.is_kept(node, step, access))
            .map(|access| access.item)
            .filter(|item| !read.contains(item) && self.is_first_made(node, step, *item))
            .collect()
    }

    fn is_read(&self, node: Index, item: ItemId) -> bool {
        let reach = self.graph.reach();
        let readers = self.accesses.readers(item);
        self.graph.process.required_outputs.contains(&item)
            || readers.iter().rev().any(|it| reach.reaches(node, it.node))
    }

    /// Whether nobody had it before, and it is no attachment to something that is read.
    fn is_first_made(&self, node: Index, step: &Step, item: ItemId) -> bool {
        let reach = self.graph.reach();
        let writers = self.accesses.writers(item);
        !step.attachments.contains(&item)
            && !step.reads.iter().any(|access| access.item == item)
            && !writers.iter().any(|it| reach.is_before(it.node, node))
    }

    /// Whether the office puts it where other work finds it: into a system, a spreadsheet with a name or a ledger. What a
    /// paper is made with is no place to keep it.
    fn is_kept(&self, node: Index, step: &Step, access: &Access) -> bool {
        let carrier = written_to(step, access);
        let is_loose = carrier.is_paper() && Nature::of(self.graph, access.item) == Nature::Paper;
        let is_place = |store: &str| !is_loose || store_kind(self.graph, store).is_some();
        self.graph.is_staff(node) && carrier.store.is_some_and(is_place)
    }
}

/// What an item is good for.
#[derive(Clone, Copy, PartialEq)]
enum Nature {
    /// A document or a copy: read as a whole.
    Paper,
    /// Something that is known, read by its name.
    Data,
    /// A seal, a date, a number of the case, a decision: it counts without a reader.
    Mark,
    Unknown,
}

impl Nature {
    fn of(graph: &Graph, item: ItemId) -> Self {
        match graph.document.item(item).ok().and_then(|item| item.class) {
            Some(ItemClass::Document | ItemClass::Copy) => Self::Paper,
            Some(
                ItemClass::Identity
                | ItemClass::Household
                | ItemClass::Account
                | ItemClass::Income
                | ItemClass::Requirement
                | ItemClass::Amount,
            ) => Self::Data,
            Some(
                ItemClass::CaseNumber
                | ItemClass::Decision
                | ItemClass::Date
                | ItemClass::Status
                | ItemClass::Seal,
            ) => Self::Mark,
            None => Self::Unknown,
        }
    }
}
