//! Receives at the first counter what a resident only writes or hands in at the next one, after standing in line again.
//!
//! ## Before
//! ```flow
//! @担当 住民 [住民]
//! @担当 市民課 [職員]
//! @担当 国保年金課 [職員]
//! 住民: 異動届と国保届を書く 15分 [記入 紙 要綱]
//!   書く: 異動届、国保届
//!   接点: 対面
//! 市民課: 届出を受け取る 5分 [受領 紙 規則]
//!   読む: 異動届、国保届
//! 住民: 国保年金課へ移動し待つ 4分 [待機 紙 待ち0.4時間]
//!   待ちの理由: 順番待ち
//!   接点: 対面
//! 国保年金課: 国保届を受け取る 4分 [受領 紙 規則 待ち0時間]
//!   読む: 国保届
//! 国保年金課: 国保システムに入力する 5分 [入力 紙→業務システム 規則]
//!   システム: 国保システム
//!   読む: 国保届
//!   書く: 資格
//! ```
//!
//! ## After
//! ```flow
//! @担当 住民 [住民]
//! @担当 市民課 [職員]
//! @担当 国保年金課 [職員]
//! 住民: 異動届と国保届を書く 15分 [記入 紙 要綱]
//!   書く: 異動届、国保届
//!   接点: 対面
//! 市民課: 届出を受け取る 5分 [受領 紙 規則]
//!   読む: 異動届、国保届
//! 市民課: 国保届を国保年金課へ引き継ぐ 1分 [#N1 受渡 紙 待ち0時間]
//!   読む: 国保届
//!   → 国保届を受け取る [庁内便]
//! 国保年金課: 国保届を受け取る 4分 [受領 紙 規則 待ち4時間]
//!   読む: 国保届
//! 国保年金課: 国保システムに入力する 5分 [入力 紙→業務システム 規則]
//!   システム: 国保システム
//!   読む: 国保届
//!   書く: 資格
//! ```
//!
//! ## Keeps
//! What each section does and decides. Where residents are asked, seen or given something at the later counter, or bring what the
//! first one has not got, they still go there.
//!
//! ## Loses
//! A word with the section that works on it.

use kaizu_analysis::{Finding, Graph};
use kaizu_model::{
    Access, Command, Difference, Edge, EdgeId, ItemId, Medium, Minutes, OfficeHours, Refusal,
    Revise, Step, StepKind, Transfer,
};

use super::{Cost, Rewrite, Site};
use crate::carriers;
use crate::detected::open_at;
use crate::draft::Draft;
use crate::further_visit::Visit;
use crate::parameters::Parameters;
use crate::wording;

pub(super) struct Rule;

impl Rewrite for Rule {
    fn id(&self) -> &'static str {
        "serve-at-one-counter"
    }
    fn code(&self) -> &'static str {
        "R12"
    }
    fn source(&self) -> &'static str {
        include_str!("serve_at_one_counter.rs")
    }
    fn class(&self) -> Difference {
        Difference::Reduced
    }
    fn cost(&self) -> Cost {
        Cost::Low
    }
    fn answers(&self) -> &'static [&'static str] {
        &["J01", "W02"]
    }
    fn loses(&self) -> &'static [&'static str] {
        &["word-with-section"]
    }
    fn procedures(&self) -> &'static [&'static str] {
        &["receive-for-others"]
    }
    fn parameters(&self) -> &'static [&'static str] {
        &["passing-on-minutes", "passing-on-hours"]
    }

    fn sites(&self, graph: &Graph, findings: &[Finding]) -> Vec<Site> {
        let nodes = open_at(findings, &["J01"]);
        let is_seen = |visit: &Visit| {
            let mut steps = visit.steps.iter();
            steps.any(|n| nodes.contains(&graph.id(*n)))
        };
        let visits = graph.indices().filter_map(|n| Visit::from(graph, n));
        visits
            .filter(is_seen)
            .map(|visit| Site::at(graph.ids(&visit.steps)))
            .collect()
    }

    fn commands(
        &self,
        graph: &Graph,
        site: &Site,
        parameters: &Parameters,
    ) -> Result<Vec<Command>, Refusal> {
        let mut draft = Draft::of(graph);
        let first = site.indices(graph).next();
        if let Some(visit) = first.and_then(|n| Visit::from(graph, n)) {
            pass_on(&mut draft, graph, &visit, parameters)?;
        }
        Ok(draft.finish())
    }
}

fn pass_on(
    draft: &mut Draft,
    graph: &Graph,
    visit: &Visit,
    parameters: &Parameters,
) -> Result<(), Refusal> {
    let (Some(desk), Some(step)) = (graph.step_id(visit.desk), graph.step(visit.desk)) else {
        return Ok(());
    };
    for node in &visit.going {
        draft.remove(graph.id(*node))?;
    }
    if carriers::reads_digital(graph, visit.desk) {
        return Ok(());
    }
    let papers: Vec<ItemId> = step.reads.iter().map(|access| access.item).collect();
    let items = papers.iter().filter_map(|id| draft.document.item(*id).ok());
    let names: Vec<&str> = items.map(|item| item.name.as_str()).collect();
    let (papers_named, section) = (names.join("、"), graph.section(visit.desk));
    let name = if visit.going.len() == visit.steps.len() {
        wording::pass_on(&papers_named, section)
    } else {
        wording::receive_and_pass_on(&papers_named, section)
    };
    let lane = draft.document.node(graph.id(visit.before))?.lane;
    let minutes = parameters.get("passing-on-minutes");
    let passing = draft.insert_before_all(desk.into(), |blank| Step {
        lane,
        name,
        kind: Some(StepKind::HandOver),
        minutes: Minutes::try_from(minutes).ok(),
        wait: Some(OfficeHours::ZERO),
        medium_in: Some(Medium::Paper),
        medium_out: Some(Medium::Paper),
        reads: papers.into_iter().map(Access::to).collect(),
        ..blank
    })?;
    let onward: Vec<(EdgeId, Edge)> = draft
        .document
        .edges_from(passing.into())
        .map(|(id, edge)| (id, edge.clone()))
        .collect();
    for (id, edge) in onward {
        let transfer = Some(Transfer::InternalMail);
        draft.run(Revise::new(id, Edge { transfer, ..edge }))?;
    }
    let under_way = parameters.get("passing-on-hours");
    draft.revise(desk, |step| {
        let waits = step.wait.map_or(0.0, OfficeHours::get) + under_way;
        step.wait = OfficeHours::try_from(waits).ok().or(step.wait);
    })
}
