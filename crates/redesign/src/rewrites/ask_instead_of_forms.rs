//! Asks residents at the counter instead of letting them write (書かない窓口): the staff call up what the city knows, ask
//! for the rest, and the resident confirms and signs. What was asked is then taken over instead of typed from the paper.
//!
//! ## Before
//! ```flow
//! @項目 氏名 [本人特定 市が保有]
//! @項目 住所 [本人特定 市が保有]
//! @項目 児童 [世帯 市が保有]
//! @項目 口座 [口座 市は未保有]
//! 住民: 利用申請書に手書きする 12分 [記入 紙 要綱 待ち0時間]
//!   書く: 申請書、氏名、住所、児童、口座
//!   接点: 対面
//! 住民: 番号札を取り待つ 1分 [待機 紙 慣行 待ち0.5時間]
//!   待ちの理由: 順番待ち
//!   接点: 対面
//! こども課: 申請書を受け取る 3分 [受領 紙 要綱]
//!   読む: 申請書
//! こども課: 利用者システムに入力する 5分 [入力 紙→業務システム 慣行]
//!   システム: 利用者システム
//!   読む: 申請書、氏名、住所、児童、口座
//!   書く: 氏名、住所、児童、口座
//! こども課: 利用を決める 3分 [審査 業務システム 要綱]
//!   読む: 児童
//! ```
//!
//! ## After
//! ```flow
//! @項目 氏名 [本人特定 市が保有]
//! @項目 住所 [本人特定 市が保有]
//! @項目 児童 [世帯 市が保有]
//! @項目 口座 [口座 市は未保有]
//! 住民: 番号札を取り待つ 1分 [待機 紙 慣行 待ち0.5時間]
//!   待ちの理由: 順番待ち
//!   接点: 対面
//! こども課: 聞き取りながら申請書を作成・印字 3.1分 [#N1 作成 口頭→業務システム 待ち0時間]
//!   システム: 窓口支援システム
//!   書く: 氏名、住所、児童、口座、申請書<紙>
//! 住民: 印字された申請書を確認し署名 4.1分 [記入 紙 要綱 待ち0時間]
//!   読む: 申請書
//!   書く: 申請書
//!   接点: 対面
//! こども課: 申請書を受け取る 3分 [受領 紙 要綱]
//!   読む: 申請書
//! こども課: 利用者システムに入力する 1分 [入力 業務システム 慣行]
//!   システム: 利用者システム
//!   読む: 申請書、氏名、住所、児童、口座
//!   書く: 氏名、住所、児童、口座
//! こども課: 利用を決める 3分 [審査 業務システム 要綱]
//!   読む: 児童
//! ```
//!
//! ## Keeps
//! The paper that the resident signs, everybody who reads it, and who enters it into the system.
//!
//! ## Loses
//! Time of the staff at the counter, who now ask.
use std::collections::BTreeSet;

use kaizu_analysis::{Finding, Graph, Index};
use kaizu_model::{
    Access, Command, Difference, Edge, EdgeId, ItemId, Medium, Minutes, NodeId, OfficeHours, Place,
    Refusal, Reorder, Revise, Step, StepKind,
};

use super::{Cost, Rewrite, Site};
use crate::counter::Counter;
use crate::detected::open_at;
use crate::draft::Draft;
use crate::parameters::Parameters;
use crate::wording;

/// Findings without which there is no reason to ask instead.
const REASONS: &[&str] = &["E03", "E05", "J05"];

pub(super) struct Rule;

impl Rewrite for Rule {
    fn id(&self) -> &'static str {
        "ask-instead-of-forms"
    }
    fn code(&self) -> &'static str {
        "R13"
    }
    fn source(&self) -> &'static str {
        include_str!("ask_instead_of_forms.rs")
    }
    fn class(&self) -> Difference {
        Difference::Changed
    }
    fn cost(&self) -> Cost {
        Cost::Middle
    }
    fn answers(&self) -> &'static [&'static str] {
        &["E03", "E05", "J05", "E02"]
    }
    fn loses(&self) -> &'static [&'static str] {
        &["time-to-ask"]
    }
    fn procedures(&self) -> &'static [&'static str] {
        &["counter-system-ready"]
    }
    fn parameters(&self) -> &'static [&'static str] {
        &[
            "calling-up-minutes",
            "asking-factor",
            "confirming-minutes",
            "minutes-left-when-linked",
        ]
    }

    fn sites(&self, graph: &Graph, findings: &[Finding]) -> Vec<Site> {
        let seen = open_at(findings, REASONS);
        let is_asked_for = |form: &Index| seen.contains(&graph.id(*form));
        let forms = graph.indices().filter(is_asked_for);
        forms
            .filter_map(|form| Counter::at(graph, form))
            .map(|it| {
                let nodes = std::iter::once(it.form).chain(it.copies);
                Site::at(nodes.map(|n| graph.id(n)))
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
        let form = site.indices(graph).next();
        if let Some(counter) = form.and_then(|form| Counter::at(graph, form)) {
            ask(&mut draft, graph, &counter, parameters)?;
        }
        Ok(draft.finish())
    }
}

fn ask(
    draft: &mut Draft,
    graph: &Graph,
    counter: &Counter,
    parameters: &Parameters,
) -> Result<(), Refusal> {
    let (Some(form), Some(desk)) = (graph.step(counter.form), graph.step(counter.desk)) else {
        return Ok(());
    };
    let asking = counter.asking(graph, parameters);
    let confirming = asking + parameters.get("confirming-minutes");
    let is_quicker = form.minutes.is_some_and(|it| confirming < it.get());
    let Some(id) = graph.step_id(counter.form).filter(|_| is_quicker) else {
        return Ok(());
    };
    stand_in_line_first(draft, graph, counter)?;
    let is_paper = |access: &&Access| !counter.data.contains(&access.item);
    let papers: Vec<ItemId> = form
        .writes
        .iter()
        .filter(is_paper)
        .map(|it| it.item)
        .collect();
    let name = papers.first().and_then(|id| draft.document.item(*id).ok());
    let name = name.map_or_else(|| wording::FORM.to_owned(), |item| item.name.clone());
    let printed = papers.iter().map(|item| Access {
        medium: Some(Medium::Paper),
        ..Access::to(*item)
    });
    let written = counter.data.iter().copied().map(Access::to).chain(printed);
    draft.insert_before_all(id.into(), |blank| Step {
        lane: desk.lane,
        name: wording::ask_and_make(&name),
        kind: Some(StepKind::Compose),
        minutes: minutes(asking),
        wait: Some(OfficeHours::ZERO),
        medium_in: Some(Medium::Voice),
        medium_out: Some(Medium::System),
        system: Some(wording::COUNTER_SYSTEM.into()),
        writes: written.collect(),
        ..blank
    })?;
    let filled_in = counter.filled_in(graph);
    draft.revise(id, |step| {
        step.name = wording::confirm(&name);
        step.minutes = minutes(confirming);
        step.writes.retain(|it| !filled_in.contains(&it.item));
        let known: BTreeSet<ItemId> = step.reads.iter().map(|it| it.item).collect();
        let shown = papers.iter().filter(|it| !known.contains(it));
        step.reads.extend(shown.copied().map(Access::to));
    })?;
    for copy in counter.copies.iter().filter_map(|n| graph.step_id(*n)) {
        draft.revise(copy, |step| {
            take_over(step, parameters.get("minutes-left-when-linked"));
        })?;
    }
    Ok(())
}

/// Lets residents stand in line before the form and not with it.
fn stand_in_line_first(draft: &mut Draft, graph: &Graph, counter: &Counter) -> Result<(), Refusal> {
    let (Some(first), Some(last)) = (counter.waits.first(), counter.waits.last()) else {
        return Ok(());
    };
    let (form, desk) = (graph.id(counter.form), graph.id(counter.desk));
    let (first, last) = (graph.id(*first), graph.id(*last));
    let to = |edge: &Edge| -> Option<NodeId> {
        if edge.to == form {
            Some(first)
        } else if edge.from == form {
            Some(desk)
        } else if edge.from == last {
            Some(form)
        } else {
            None
        }
    };
    let edges = draft.document.edges_of(draft.flow);
    let moved: Vec<(EdgeId, Edge)> = edges
        .filter_map(|(id, edge)| {
            let to = to(edge)?;
            let bends = Vec::new();
            Some((
                id,
                Edge {
                    to,
                    bends,
                    ..edge.clone()
                },
            ))
        })
        .collect();
    for (id, edge) in moved {
        draft.run(Revise::new(id, edge))?;
    }
    draft.run(Reorder {
        id: form.into(),
        place: Place::After(last.into()),
    })
}

/// Takes over from the system what used to be typed from paper.
fn take_over(step: &mut Step, factor: f64) {
    let left = step.minutes.map(|it| it.get() * factor);
    step.minutes = left.and_then(minutes).or(step.minutes);
    step.medium_in = Some(Medium::System);
    let on_paper = |access: &&mut Access| access.medium.is_some_and(Medium::is_paper);
    for access in step.reads.iter_mut().filter(on_paper) {
        (access.medium, access.store) = (None, None);
    }
}

fn minutes(minutes: f64) -> Option<Minutes> {
    Minutes::try_from((minutes * 1000.0).round() / 1000.0).ok()
}
