//! Takes every channel's applications into one store: electronic ones directly, paper ones through a scanner.
//!
//! ## Before
//! ```flow
//! 住民: 申請方法を選ぶ [分岐]
//!   70% 電子 → 電子申請に入力する
//!   30% 紙 → 申請書に書く
//! 住民: 電子申請に入力する 12分 [記入 電子]
//!   システム: 電子申請
//!   書く: 申請データ、氏名、口座
//! 受付担当: 申請を1件ずつ印刷する 2分 [印刷 電子→紙 慣行]
//!   システム: 電子申請
//!   読む: 申請データ
//!   書く: 申請書
//!   → 管理表に入力し番号を振る
//! 住民: 申請書に書く 15分 [記入 紙]
//!   書く: 申請書、氏名、口座
//! 受付担当: 収受印を押す 2分 [受領 紙 規則]
//!   読む: 申請書
//!   書く: 受付日
//! 受付担当: 管理表に入力し番号を振る 2.5分 [転記 紙→Excel 慣行 待ち4時間]
//!   システム: 管理表.xlsx
//!   読む: 申請書、氏名
//!   書く: 氏名、受付番号
//! 審査担当: 審査する 4分 [審査 紙 要綱]
//!   読む: 申請書、受付番号
//!   書く: 判定
//! 入力担当: 給付システムに入力する 4分 [転記 紙→業務システム 慣行 待ち8時間]
//!   システム: 給付システム
//!   読む: 申請書、氏名、口座
//!   書く: 氏名、口座、給付額
//! 課長: 決裁する 1分 [決裁 電子 規則]
//!   読む: 判定、給付額
//! ```
//!
//! ## After
//! ```flow
//! @担当 住民 [住民]
//! @担当 受付担当 [職員]
//! @担当 審査担当 [職員]
//! @担当 入力担当 [職員]
//! @担当 課長 [役職]
//! @担当 システム [システム]
//! 住民: 申請方法を選ぶ [分岐]
//!   70% 電子 → 電子申請に入力する
//!   30% 紙 → 申請書に書く
//! 住民: 電子申請に入力する 12分 [記入 電子]
//!   システム: 電子申請
//!   書く: 申請データ、氏名、口座
//!   → #N1
//! 住民: 申請書に書く 15分 [記入 紙]
//!   書く: 申請書、氏名、口座
//! 受付担当: 収受印を押す 2分 [受領 紙 規則]
//!   読む: 申請書
//!   書く: 受付日
//!   → #N2
//! システム: 申請データを受付DBに自動登録 0分 [#N1 自動処理 電子 待ち0時間]
//!   システム: 申請受付DB
//!   読む: 申請データ、氏名、口座
//!   書く: 申請データ、氏名、口座、申請書、受付番号
//!   → 審査する
//! 受付担当: スキャンしAI-OCRで読み取り、画面で補正 1.295分 [#N2 スキャン 紙→電子 待ち4時間]
//!   システム: 申請受付DB
//!   読む: 氏名、口座、申請書
//!   書く: 氏名、口座、申請書、受付番号
//! 審査担当: 審査する 4分 [審査 電子 要綱]
//!   読む: 申請書、受付番号
//!   書く: 判定
//! システム: 受付データを給付システムへ自動で取り込む 0分 [#N3 自動処理 電子→業務システム 待ち0時間]
//!   システム: 給付システム
//!   読む: 申請書、氏名、口座
//!   書く: 氏名、口座、給付額
//! 課長: 決裁する 1分 [決裁 電子 規則]
//!   読む: 判定、給付額
//! ```
//!
//! ## Keeps
//! The receipt of paper applications, every item, every decision.
//!
//! ## Loses
//! The paper bundle as a place to look things up.
use std::collections::BTreeSet;

use kaizu_analysis::{Channels, Finding, Graph, Index, channels, protection};
use kaizu_model::{
    Access, Command, Difference, ItemClass, ItemId, LaneId, Medium, Minutes, NodeId, Refusal, Step,
    StepId, StepKind,
};

use super::{Cost, Rewrite, Site};
use crate::carriers;
use crate::draft::Draft;
use crate::parameters::Parameters;
use crate::screen::{is_carrying, is_own_staff, work_on_screen};
use crate::wording;

pub(super) struct Rule;

impl Rewrite for Rule {
    fn id(&self) -> &'static str {
        "unify-entry"
    }
    fn code(&self) -> &'static str {
        "R05"
    }
    fn source(&self) -> &'static str {
        include_str!("unify_entry.rs")
    }
    fn class(&self) -> Difference {
        Difference::Changed
    }
    fn cost(&self) -> Cost {
        Cost::Middle
    }
    fn answers(&self) -> &'static [&'static str] {
        &["M01", "M04", "E01", "E02"]
    }
    fn loses(&self) -> &'static [&'static str] {
        &["paper-bundle", "reading-errors"]
    }
    fn procedures(&self) -> &'static [&'static str] {
        &["store-ready"]
    }
    fn parameters(&self) -> &'static [&'static str] {
        &[
            "scan-minutes",
            "fields-per-form",
            "ocr-accuracy",
            "fix-minutes-per-field",
            "share-of-fields-looked-at",
            "look-minutes-per-field",
            "screen-reading-factor",
        ]
    }

    fn sites(&self, graph: &Graph, _: &[Finding]) -> Vec<Site> {
        channels(graph)
            .iter()
            .filter_map(|channel| Entry::of(graph, channel))
            .filter(|entry| !entry.prints.is_empty() || !entry.copies.is_empty())
            .map(|entry| {
                let nodes: BTreeSet<Index> = std::iter::once(entry.branch)
                    .chain(entry.prints)
                    .chain(entry.copies)
                    .collect();
                Site::at(nodes.into_iter().map(|n| graph.id(n)))
            })
            .collect()
    }

    fn commands(
        &self,
        graph: &Graph,
        site: &Site,
        parameters: &Parameters,
    ) -> Result<Vec<Command>, Refusal> {
        let mut draft = Draft::of(graph);
        let all = channels(graph);
        let branch = site.nodes.iter().find_map(|id| {
            let at = graph.index(*id)?;
            all.iter().find(|channel| channel.branch == at)
        });
        if let Some(entry) = branch.and_then(|channel| Entry::of(graph, channel)) {
            unify(&mut draft, graph, &entry, parameters)?;
        }
        Ok(draft.finish())
    }
}

/// A branch into channels with what lies before they come together again.
struct Entry {
    branch: Index,
    merge: Index,
    electronic: BTreeSet<Index>,
    other: BTreeSet<Index>,
    /// Steps that turn electronic applications into papers or move those, and what moves papers of the other channel.
    prints: BTreeSet<Index>,
    trays: BTreeSet<Index>,
    /// Steps behind the merge that only copy what then is in the store.
    copies: BTreeSet<Index>,
    /// What residents hand in on either way.
    items: BTreeSet<ItemId>,
}

impl Entry {
    fn of(graph: &Graph, channel: &Channels) -> Option<Self> {
        let merge = graph.reach().next_certain(channel.branch)?;
        let electronic = region(graph, &channel.electronic, merge);
        let other = region(graph, &channel.other, merge);
        let moves = |region: &BTreeSet<Index>| -> BTreeSet<Index> {
            let carried = region.iter().copied().filter(|n| {
                is_carrying(graph.kind(*n))
                    && is_own_staff(graph, *n)
                    && protection(graph, *n).is_none()
            });
            carried.collect()
        };
        let prints = moves(&electronic);
        let trays = moves(&other);
        let customers = electronic
            .union(&other)
            .copied()
            .filter(|n| graph.is_customers(*n));
        let items: BTreeSet<ItemId> = customers
            .chain(prints.iter().copied())
            .filter_map(|n| graph.step(n))
            .flat_map(|step| &step.writes)
            .map(|access| access.item)
            .filter(|item| !is_seal(graph, *item))
            .collect();
        let mut entry = Self {
            branch: channel.branch,
            merge,
            electronic,
            other,
            prints,
            trays,
            copies: BTreeSet::new(),
            items,
        };
        entry.copies = graph
            .indices()
            .filter(|n| entry.is_copying(graph, *n))
            .collect();
        Some(entry)
    }

    /// Whether the step only copies what the store will hold: read from papers, by hand, and nobody has to do it.
    fn is_copying(&self, graph: &Graph, node: Index) -> bool {
        let Some(step) = graph.step(node) else {
            return false;
        };
        let copied = step
            .writes
            .iter()
            .any(|access| self.items.contains(&access.item));
        let behind = node == self.merge || graph.reach().is_before(self.merge, node);
        behind
            && matches!(step.kind, Some(StepKind::Transcribe | StepKind::Enter))
            && is_own_staff(graph, node)
            && carriers::is_read_from_paper(step)
            && copied
            && step.needs_judgement != Some(true)
            && step
                .reads
                .iter()
                .any(|access| self.items.contains(&access.item))
            && protection(graph, node).is_none()
    }
}

fn is_seal(graph: &Graph, item: ItemId) -> bool {
    graph
        .document
        .item(item)
        .is_ok_and(|item| item.class == Some(ItemClass::Seal))
}

fn is_image(draft: &Draft, item: ItemId) -> bool {
    draft
        .document
        .item(item)
        .is_ok_and(|item| item.class == Some(ItemClass::Copy))
}

/// Everything between the first steps of a channel and the merge.
fn region(graph: &Graph, firsts: &[Index], merge: Index) -> BTreeSet<Index> {
    let mut seen: BTreeSet<Index> = firsts.iter().copied().collect();
    let mut open = firsts.to_vec();
    while let Some(node) = open.pop() {
        for arrow in graph.leaving(node) {
            if arrow.to != merge && seen.insert(arrow.to) {
                open.push(arrow.to);
            }
        }
    }
    seen
}

fn unify(
    draft: &mut Draft,
    graph: &Graph,
    entry: &Entry,
    parameters: &Parameters,
) -> Result<(), Refusal> {
    let merge = graph.id(entry.merge);
    let resubmissions = resubmissions(graph, entry);
    let reception = reception(graph, entry)?;
    // Ends of the two channels once what only moves papers is gone.
    for node in entry.prints.iter().chain(&entry.trays) {
        draft.remove(graph.id(*node))?;
    }
    let into = |draft: &Draft, region: &BTreeSet<Index>| -> Vec<NodeId> {
        let own = |id: NodeId| graph.index(id).is_some_and(|n| region.contains(&n));
        draft
            .document
            .edges_to(merge)
            .map(|(_, edge)| edge.from)
            .filter(|id| own(*id))
            .collect()
    };
    let (electronic, other) = (into(draft, &entry.electronic), into(draft, &entry.other));
    let numbers = fresh_at_reception(graph, entry);
    let system = draft.system_lane()?;
    let written = |draft: &Draft, items: &BTreeSet<ItemId>| -> Vec<Access> {
        items.iter().map(|item| in_store(draft, *item)).collect()
    };
    let handed_in = |region: &BTreeSet<Index>| -> BTreeSet<ItemId> {
        let customers = region.iter().filter(|n| graph.is_customers(**n));
        let written = customers
            .filter_map(|n| graph.step(*n))
            .flat_map(|step| &step.writes);
        written
            .map(|access| access.item)
            .filter(|item| !is_seal(graph, *item))
            .collect()
    };
    let papers = handed_in(&entry.other);
    let forms = handed_in(&entry.electronic);
    let printed: BTreeSet<ItemId> = entry
        .prints
        .iter()
        .filter_map(|n| graph.step(*n))
        .flat_map(|step| &step.writes)
        .map(|access| access.item)
        .collect();
    let take_in: BTreeSet<ItemId> = forms
        .iter()
        .chain(&printed)
        .chain(&numbers)
        .copied()
        .collect();
    let take_in = written(draft, &take_in);
    draft.insert_before(merge, &electronic, |blank| Step {
        lane: system,
        name: wording::TAKE_IN.into(),
        reads: forms.iter().copied().map(Access::to).collect(),
        writes: take_in,
        ..automatic(blank)
    })?;
    let scanned: BTreeSet<ItemId> = papers.iter().chain(&numbers).copied().collect();
    let scanned = written(draft, &scanned);
    let waited = graph
        .step(entry.merge)
        .filter(|_| entry.copies.contains(&entry.merge))
        .and_then(|step| step.wait);
    draft.insert_before(merge, &other, |blank| Step {
        name: wording::SCAN.into(),
        reads: papers.iter().copied().map(Access::to).collect(),
        writes: scanned,
        wait: waited.or(Some(kaizu_model::OfficeHours::ZERO)),
        ..scanning(blank, reception, parameters)
    })?;
    for node in resubmissions {
        scan_again(draft, node, reception, parameters)?;
    }
    for node in &entry.copies {
        if let Some(step) = graph.step_id(*node) {
            replace_copying(draft, step)?;
        }
    }
    work_on_screen(draft, parameters.get("screen-reading-factor"))
}

/// `item` in the receiving store.
fn in_store(draft: &Draft, item: ItemId) -> Access {
    Access {
        item,
        medium: None,
        store: None,
        is_structured: is_image(draft, item).then_some(false),
    }
}

/// A step that runs by itself and takes nobody's time.
fn automatic(blank: Step) -> Step {
    Step {
        kind: Some(StepKind::Automatic),
        minutes: Some(Minutes::ZERO),
        wait: Some(kaizu_model::OfficeHours::ZERO),
        medium_in: Some(Medium::Electronic),
        medium_out: Some(Medium::Electronic),
        system: Some(wording::RECEIVING_STORE.into()),
        ..blank
    }
}

/// Reading papers into the store, with what is then still looked at and put right by hand.
fn scanning(blank: Step, lane: LaneId, parameters: &Parameters) -> Step {
    let fields = parameters.get("fields-per-form");
    let looked_at =
        parameters.get("share-of-fields-looked-at") * parameters.get("look-minutes-per-field");
    let put_right =
        (1.0 - parameters.get("ocr-accuracy")) * parameters.get("fix-minutes-per-field");
    let minutes = parameters.get("scan-minutes") + fields * (looked_at + put_right);
    // Printed figures have at most three decimals; a step's minutes should not be finer than they.
    let minutes = (minutes * 1000.0).round() / 1000.0;
    Step {
        lane,
        kind: Some(StepKind::Scan),
        minutes: Minutes::try_from(minutes).ok(),
        medium_in: Some(Medium::Paper),
        medium_out: Some(Medium::Electronic),
        system: Some(wording::RECEIVING_STORE.into()),
        ..blank
    }
}

/// The lane that opens the papers: the last of the staff in the paper channel, else who does the merge.
fn reception(graph: &Graph, entry: &Entry) -> Result<LaneId, Refusal> {
    let staff = |n: &&Index| is_own_staff(graph, **n);
    let last = entry.other.iter().rfind(staff).copied();
    Ok(graph
        .document
        .node(graph.id(last.unwrap_or(entry.merge)))?
        .lane)
}

/// What copying by hand adds of its own when a case comes in, like a number: items that it writes first, from nothing
/// but what residents handed in, and not into a system that computes them.
fn fresh_at_reception(graph: &Graph, entry: &Entry) -> BTreeSet<ItemId> {
    let at_reception = entry
        .copies
        .iter()
        .copied()
        .filter(|n| !writes_into_system(graph, *n));
    at_reception
        .filter_map(|n| graph.step(n).map(|step| (n, step)))
        .filter(|(_, step)| {
            step.reads
                .iter()
                .all(|access| entry.items.contains(&access.item))
        })
        .flat_map(|(n, step)| step.writes.iter().map(move |access| (n, access.item)))
        .filter(|(n, item)| !carriers::is_always_written_before(graph, *n, *item))
        .map(|(_, item)| item)
        .collect()
}

fn writes_into_system(graph: &Graph, node: Index) -> bool {
    graph
        .step(node)
        .is_some_and(|step| step.medium_out == Some(Medium::System))
}

/// Residents' steps behind the merge that hand the same items in again on paper.
fn resubmissions(graph: &Graph, entry: &Entry) -> Vec<NodeId> {
    let again = |n: &Index| {
        let Some(step) = graph.step(*n) else {
            return false;
        };
        graph.is_customers(*n)
            && graph.reach().reaches(entry.merge, *n)
            && !entry.electronic.contains(n)
            && !entry.other.contains(n)
            && step.medium_out.is_some_and(Medium::is_paper)
            && step
                .writes
                .iter()
                .any(|access| entry.items.contains(&access.item))
    };
    graph.indices().filter(again).map(|n| graph.id(n)).collect()
}

/// Lets what comes back on paper be read into the store before it goes on.
fn scan_again(
    draft: &mut Draft,
    node: NodeId,
    reception: LaneId,
    parameters: &Parameters,
) -> Result<(), Refusal> {
    let onward: Vec<NodeId> = draft
        .document
        .edges_from(node)
        .map(|(_, edge)| edge.to)
        .collect();
    let [next] = onward.as_slice() else {
        return Ok(());
    };
    let items: Vec<ItemId> = node
        .step()
        .and_then(|id| draft.document.step(id).ok())
        .into_iter()
        .flat_map(|step| &step.writes)
        .map(|access| access.item)
        .collect();
    let writes: Vec<Access> = items.iter().map(|item| in_store(draft, *item)).collect();
    draft.insert_before(*next, &[node], |blank| Step {
        name: wording::SCAN_AGAIN.into(),
        reads: items.into_iter().map(Access::to).collect(),
        writes,
        wait: Some(kaizu_model::OfficeHours::ZERO),
        ..scanning(blank, reception, parameters)
    })?;
    Ok(())
}

/// Takes out a step that copies by hand. Where its result lives on in a system, the system takes the data over itself.
fn replace_copying(draft: &mut Draft, id: StepId) -> Result<(), Refusal> {
    let (is_needed, old) = {
        let graph = draft.graph()?;
        let Some(node) = graph.index(id) else {
            return Ok(());
        };
        let old = draft.document.step(id)?.clone();
        let adds = old
            .writes
            .iter()
            .any(|access| !carriers::is_always_written_before(&graph, node, access.item));
        let is_used = writes_into_system(&graph, node)
            && graph
                .steps()
                .any(|(n, step)| n != node && step.system.is_some() && step.system == old.system);
        (adds || is_used, old)
    };
    if is_needed {
        let lane = draft.system_lane()?;
        let system = old
            .system
            .clone()
            .unwrap_or_else(|| wording::RECEIVING_STORE.into());
        let (reads, writes) = (old.reads.clone(), old.writes.clone());
        let medium = old.medium_out.filter(|medium| medium.is_structured());
        draft.insert_before_all(id.into(), |blank| Step {
            lane,
            name: wording::import_into(&system),
            reads,
            writes,
            medium_out: medium.or(Some(Medium::Electronic)),
            system: Some(system),
            ..automatic(blank)
        })?;
    }
    draft.remove(id)?;
    adopt_ledger(draft, &old)
}

/// Whoever looked into the ledger that copying filled looks into the store.
fn adopt_ledger(draft: &mut Draft, old: &Step) -> Result<(), Refusal> {
    let is_ledger = old.system.is_some() && old.medium_out != Some(Medium::System);
    let own = |step: &Step| step.flow == draft.flow && step.system == old.system;
    let is_still_filled = draft
        .document
        .steps()
        .any(|(_, step)| own(step) && !step.writes.is_empty() && step.medium_out == old.medium_out);
    if !is_ledger || is_still_filled {
        return Ok(());
    }
    let users: Vec<StepId> = draft
        .document
        .steps()
        .filter(|(_, step)| own(step))
        .map(|(id, _)| id)
        .collect();
    for user in users {
        draft.revise(user, |step| {
            step.system = Some(wording::RECEIVING_STORE.into());
            if step.medium_in == Some(Medium::Excel) {
                step.medium_in = Some(Medium::Electronic);
            }
        })?;
    }
    Ok(())
}
