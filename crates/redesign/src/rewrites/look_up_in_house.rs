//! Looks up in a system of the city what one section asks another one in writing.
//!
//! ## Before
//! ```flow
//! @項目 用途地域 [市が保有 個人情報でない]
//! 住民: 確認申請書を書く 20分 [記入 紙]
//!   書く: 申請書、地番
//! 建築課: 都市計画課へ照会書を送る 3分 [照会 紙 慣行]
//!   読む: 地番
//!   書く: 照会書
//! 都市計画課: 地図を引いて回答を書く 5分 [照会 紙 慣行 待ち16時間]
//!   システム: 都市計画情報
//!   読む: 照会書、用途地域<業務システム・都市計画情報>
//!   書く: 用途地域<紙・回答書>、回答書
//! 建築課: 回答を審査票に書き写す 2分 [転記 紙 慣行 待ち4時間]
//!   読む: 回答書、用途地域
//!   書く: 用途地域
//! 建築課: 審査する 10分 [審査 紙 規則]
//!   読む: 申請書、用途地域
//!   書く: 審査結果
//! ```
//!
//! ## After
//! ```flow
//! @担当 住民 [住民]
//! @担当 システム [システム]
//! @担当 建築課 [職員]
//! @担当 都市計画課 [職員]
//! @項目 用途地域 [市が保有 個人情報でない]
//! @項目 照会書
//! @項目 回答書
//! 住民: 確認申請書を書く 20分 [記入 紙]
//!   書く: 申請書、地番
//! システム: 都市計画情報から用途地域を自動で取り込む 0分 [#N1 自動処理 業務システム 待ち0時間]
//!   システム: 都市計画情報
//!   読む: 地番、用途地域<業務システム・都市計画情報>
//!   書く: 用途地域
//! 建築課: 審査する 10分 [審査 紙 規則]
//!   読む: 申請書、用途地域<業務システム・都市計画情報>
//!   書く: 審査結果
//! ```
//!
//! ## Keeps
//! What was answered, for everybody who reads it. Who was told it by letter is told it by the system, and nobody else.
//!
//! Where the data are secret even within the city, an ordinance or the consent of the person has to allow it: such a place
//! is offered only where the assembly may be asked.
//!
//! ## Loses
//! The eye of the section that answered.
use std::collections::BTreeSet;

use kaizu_analysis::{Finding, Graph, Guard, Index, protection};
use kaizu_model::{
    Access, Authority, Command, Difference, ItemId, Medium, Refusal, Step, StepKind,
};

use super::{Cost, Rewrite, Site};
use crate::automatic::by_itself;
use crate::carriers;
use crate::draft::Draft;
use crate::parameters::Parameters;
use crate::screen::{is_own_staff, work_on_screen};
use crate::wording;

pub(super) struct Rule;

impl Rewrite for Rule {
    fn id(&self) -> &'static str {
        "look-up-in-house"
    }
    fn code(&self) -> &'static str {
        "R08b"
    }
    fn source(&self) -> &'static str {
        include_str!("look_up_in_house.rs")
    }
    fn class(&self) -> Difference {
        Difference::Changed
    }
    fn cost(&self) -> Cost {
        Cost::Middle
    }
    fn answers(&self) -> &'static [&'static str] {
        &["H07", "E02"]
    }
    fn loses(&self) -> &'static [&'static str] {
        &["eyes-of-others"]
    }
    fn procedures(&self) -> &'static [&'static str] {
        &["link-right"]
    }
    fn parameters(&self) -> &'static [&'static str] {
        &["screen-reading-factor"]
    }

    fn sites(&self, graph: &Graph, findings: &[Finding]) -> Vec<Site> {
        let seen = findings.iter().filter(|it| it.code == "H07");
        seen.filter_map(|finding| {
            let open = finding.guards.is_empty();
            let is_secret = || finding.guards.iter().all(|it| *it == Guard::Confidential);
            let authority = if open {
                Authority::Department
            } else if is_secret() {
                Authority::Assembly
            } else {
                return None;
            };
            let way: Vec<Index> = finding
                .nodes
                .iter()
                .filter_map(|id| graph.index(*id))
                .collect();
            let query = Query::of(graph, &way)?;
            Some(Site::at(graph.ids(&query.gone)).asking(authority))
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
        let mut way: Vec<Index> = site.indices(graph).collect();
        // Where the answer is used directly, the place ends with who answers.
        let next = way
            .last()
            .map(|last| graph.next_steps(*last))
            .unwrap_or_default();
        way.extend(next.first().map(|(next, _)| *next));
        if let Some(query) = Query::of(graph, &way) {
            query.look_up(&mut draft, graph)?;
            work_on_screen(&mut draft, graph, parameters.get("screen-reading-factor"))?;
        }
        Ok(draft.finish())
    }
}

/// A question in writing to another section, and its way back.
struct Query<'g> {
    asked: Index,
    answer: &'g Step,
    /// Where the answer stands.
    system: String,
    /// What somebody outside of the question reads of the answer.
    told: BTreeSet<ItemId>,
    /// What goes: the question, the answer, and who only copies it.
    gone: Vec<Index>,
}

impl<'g> Query<'g> {
    /// The question whose way is `way`, up to where its answer is used; `None` where something on it has to stay.
    fn of(graph: &Graph<'g>, way: &[Index]) -> Option<Self> {
        let asked = *way.first()?;
        let asking = graph.step(asked)?;
        let is_answer = |n: &&Index| {
            graph
                .step(**n)
                .is_some_and(|step| step.lane != asking.lane && !step.writes.is_empty())
        };
        let place = way.iter().rposition(|n| is_answer(&n))?;
        let answer = graph.step(*way.get(place)?)?;
        let mut gone: Vec<Index> = way.get(..=place)?.to_vec();
        gone.extend(
            way.get(place + 1)
                .filter(|n| only_copies(graph, **n, answer)),
        );
        let outside = |item: ItemId| {
            let readers = graph.indices().filter(|n| !gone.contains(n));
            readers.into_iter().any(|n| carriers::reads(graph, n, item))
        };
        let written = |n: &Index| graph.step(*n).into_iter().flat_map(|step| &step.writes);
        let used: BTreeSet<ItemId> = gone
            .iter()
            .flat_map(written)
            .map(|access| access.item)
            .filter(|item| outside(*item) || graph.process.required_outputs.contains(item))
            .collect();
        let told: BTreeSet<ItemId> = answer.writes.iter().map(|access| access.item).collect();
        let may_go = |n: &Index| is_own_staff(graph, *n) && protection(graph, *n).is_none();
        let fits = gone.iter().all(may_go) && !used.is_empty() && used.is_subset(&told);
        let system = answer.system.clone().or_else(|| {
            let mut stores = answer
                .reads
                .iter()
                .filter_map(|access| access.store.clone());
            stores.next()
        });
        fits.then_some(Self {
            asked,
            answer,
            system: system?,
            told: used,
            gone,
        })
    }

    fn look_up(&self, draft: &mut Draft, graph: &Graph) -> Result<(), Refusal> {
        let lane = draft.system_lane()?;
        let names: Vec<&str> = self
            .told
            .iter()
            .filter_map(|item| Some(graph.document.item(*item).ok()?.name.as_str()))
            .collect();
        let asking = graph
            .step(self.asked)
            .into_iter()
            .flat_map(|step| &step.reads);
        let held = self
            .answer
            .reads
            .iter()
            .filter(|access| access.store.is_some());
        let mut reads: Vec<Access> = Vec::new();
        for access in asking.chain(held) {
            if !reads.iter().any(|it| it.item == access.item) {
                reads.push(access.clone());
            }
        }
        draft.insert_before_all(graph.id(self.asked), |blank| Step {
            lane,
            name: wording::take_from(&self.system, &names.join("、")),
            medium_in: Some(Medium::System),
            medium_out: Some(Medium::System),
            system: Some(self.system.clone()),
            reads,
            writes: self.told.iter().copied().map(Access::to).collect(),
            ..by_itself(blank)
        })?;
        for id in self.gone.iter().filter_map(|n| graph.step_id(*n)) {
            draft.retire(id)?;
        }
        Ok(())
    }
}

/// Whether all that is done at `node` is to copy from the answer.
fn only_copies(graph: &Graph, node: Index, answer: &Step) -> bool {
    graph.step(node).is_some_and(|step| {
        let is_told = |it: &Access| answer.writes.iter().any(|told| told.item == it.item);
        matches!(step.kind, Some(StepKind::Transcribe | StepKind::Enter))
            && step.check.is_none()
            && !step.writes.is_empty()
            && step.writes.iter().all(is_told)
    })
}
