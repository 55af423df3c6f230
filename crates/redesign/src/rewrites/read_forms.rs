//! Lets a machine read forms that somebody types in, where all of them come on paper; people look at what it read.
//!
//! ## Before
//! ```flow
//! 住民: 申込書に書く 10分 [記入 紙]
//!   書く: 申込書、氏名、住所、希望
//! 窓口: 受付印を押す 1分 [受領 紙 規則]
//!   読む: 申込書
//! 窓口: 申込管理システムに入力する 5分 [転記 紙→業務システム 慣行 待ち4時間]
//!   システム: 申込管理システム
//!   読む: 申込書、氏名、住所、希望
//!   書く: 氏名、住所、希望
//! 係長: 申込書と見比べる 2分 [確認 紙 慣行]
//!   読む: 申込書、氏名
//!   確認: 対象=申込データ 観点=入力 相手=申込書
//! ```
//!
//! ## After
//! ```flow
//! 住民: 申込書に書く 10分 [記入 紙]
//!   書く: 申込書、氏名、住所、希望
//! 窓口: 受付印を押す 1分 [受領 紙 規則]
//!   読む: 申込書
//! 窓口: スキャンしAI-OCRで読み取り、画面で補正して申込管理システムに登録 1.295分 [スキャン 紙→業務システム 慣行 待ち4時間]
//!   システム: 申込管理システム
//!   読む: 申込書、氏名、住所、希望
//!   書く: 氏名、住所、希望
//! 係長: 申込書と見比べる 2分 [確認 紙 慣行]
//!   読む: 申込書、氏名
//!   確認: 対象=申込データ 観点=入力 相手=申込書
//! ```
//!
//! ## Keeps
//! The paper, every item, and whoever checks what came in.
//!
//! What also comes electronically is not printed to be read again: one entry for all channels is better there.
//!
//! ## Loses
//! Nothing but time where hardly any forms come, or nobody can read the handwriting.
use std::collections::BTreeSet;

use kaizu_analysis::{Finding, Graph, Index, Keying, keying, protection};
use kaizu_model::{
    Command, Contact, Difference, ItemId, Medium, Minutes, NodeId, Refusal, Step, StepKind,
};

use super::{Cost, Rewrite, Site};
use crate::carriers;
use crate::detected::open_at;
use crate::draft::Draft;
use crate::parameters::Parameters;
use crate::reading::{READING, reading_minutes};
use crate::screen::is_own_staff;
use crate::wording;

pub(super) struct Rule;

impl Rewrite for Rule {
    fn id(&self) -> &'static str {
        "read-forms"
    }
    fn code(&self) -> &'static str {
        "R05b"
    }
    fn source(&self) -> &'static str {
        include_str!("read_forms.rs")
    }
    fn class(&self) -> Difference {
        Difference::Reduced
    }
    fn cost(&self) -> Cost {
        Cost::Middle
    }
    fn answers(&self) -> &'static [&'static str] {
        &["E02"]
    }
    fn loses(&self) -> &'static [&'static str] {
        &["reading-errors"]
    }
    fn procedures(&self) -> &'static [&'static str] {
        &["reader-ready"]
    }
    fn parameters(&self) -> &'static [&'static str] {
        READING
    }

    fn sites(&self, graph: &Graph, findings: &[Finding]) -> Vec<Site> {
        let seen = open_at(findings, &["E02"]);
        let is_seen = |n: Index| seen.contains(&graph.id(n));
        graph
            .indices()
            .filter(|n| is_seen(*n) && types_forms(graph, *n))
            .map(|n| Site::at([graph.id(n)]))
            .collect()
    }

    fn commands(
        &self,
        graph: &Graph,
        site: &Site,
        parameters: &Parameters,
    ) -> Result<Vec<Command>, Refusal> {
        let mut draft = Draft::of(graph);
        for id in &site.nodes {
            let share = graph.index(*id).and_then(|n| keying(graph, n));
            let (Some(share), Some(id)) = (share.map(Keying::share_by_hand), NodeId::step(*id))
            else {
                continue;
            };
            let typed = draft.document.step(id)?.minutes.map_or(0.0, Minutes::get);
            let minutes = reading_minutes(parameters) + typed * (1.0 - share);
            if minutes < typed {
                draft.revise(id, |step| read(step, minutes))?;
            }
        }
        Ok(draft.finish())
    }
}

/// Typing from forms of residents that no machine has read, into a system or spreadsheet; nobody has to do it by hand.
fn types_forms(graph: &Graph, node: Index) -> bool {
    let is_plain = |step: &Step| {
        let is_paper = |medium: Option<Medium>| medium.is_none_or(|it| it == Medium::Paper);
        let is_stored = |medium: Option<Medium>| {
            medium.is_some_and(|it| it.is_structured() || it == Medium::Excel)
        };
        matches!(step.kind, Some(StepKind::Transcribe | StepKind::Enter))
            && step.medium_in == Some(Medium::Paper)
            && step.reads.iter().all(|it| is_paper(it.medium))
            && step
                .writes
                .iter()
                .all(|it| is_stored(it.medium.or(step.medium_out)))
            && step.minutes.is_some()
            && step.people.is_none()
            && step.needs_judgement != Some(true)
            && step.check.is_none()
            && step.seals.is_empty()
            && step.contact.is_none_or(|contact| contact == Contact::None)
    };
    let is_typed = |keying: &Keying| {
        keying.again.is_empty()
            && !keying.by_hand.is_empty()
            && keying
                .by_hand
                .iter()
                .all(|item| is_on_a_form(graph, node, *item))
    };
    is_own_staff(graph, node)
        && protection(graph, node).is_none()
        && graph.step(node).is_some_and(is_plain)
        && keying(graph, node).is_some_and(is_typed)
}

/// Whether the step reads the item from papers that residents have written, and from no others.
fn is_on_a_form(graph: &Graph, node: Index, item: ItemId) -> bool {
    let writers: BTreeSet<Index> = carriers::definitions(graph, node, item);
    let is_form = |n: &Index| {
        let step = graph.step(*n);
        graph.is_customers(*n)
            && step.and_then(|step| carriers::written_on(step, item)) == Some(Medium::Paper)
    };
    carriers::reads(graph, node, item) && !writers.is_empty() && writers.iter().all(is_form)
}

/// The same step with a machine that reads.
fn read(step: &mut Step, minutes: f64) {
    step.name = wording::read_into(step.system.as_deref());
    step.kind = Some(StepKind::Scan);
    let minutes = (minutes * 1000.0).round() / 1000.0;
    step.minutes = Minutes::try_from(minutes).ok().or(step.minutes);
    (step.work, step.method) = (None, None);
}
