//! Lets a system take over what another one of the city's own holds already, instead of somebody typing it once more.
//!
//! ## Before
//! ```flow
//! 市民課: 異動を入力する 6分 [入力 紙→業務システム 法令]
//!   システム: 住民記録システム
//!   書く: 氏名、住所
//! 住民: 国保の届を書く 7分 [記入 紙 法令]
//!   書く: 国保届、氏名、住所
//! 国保年金課: 国保システムに入力する 5分 [転記 紙→業務システム 法令 待ち1時間]
//!   システム: 国保システム
//!   読む: 国保届、氏名、住所
//!   書く: 氏名、住所、資格、世帯区分
//! 国保年金課: 資格確認書を渡す 3分 [通知 業務システム→紙 法令]
//!   読む: 資格、氏名
//! 国保年金課: 収納システムに入力する 2分 [転記 業務システム 慣行]
//!   システム: 収納システム
//!   読む: 資格、氏名
//!   書く: 資格、氏名
//! ```
//!
//! ## After
//! ```flow
//! @担当 市民課 [職員]
//! @担当 住民 [住民]
//! @担当 システム [システム]
//! @担当 国保年金課 [職員]
//! 市民課: 異動を入力する 6分 [入力 紙→業務システム 法令]
//!   システム: 住民記録システム
//!   書く: 氏名、住所
//! 住民: 国保の届を書く 7分 [記入 紙 法令]
//!   書く: 国保届、氏名、住所
//! システム: 住民記録システムから国保システムへ自動で取り込む 0分 [#N1 自動処理 業務システム 待ち0時間]
//!   システム: 国保システム
//!   読む: 氏名<住民記録システム>、住所<住民記録システム>
//!   書く: 氏名、住所
//! 国保年金課: 国保システムに入力する 3分 [転記 紙→業務システム 法令 待ち1時間]
//!   システム: 国保システム
//!   読む: 国保届、氏名<業務システム>、住所<業務システム>
//!   書く: 資格、世帯区分
//! 国保年金課: 資格確認書を渡す 3分 [通知 業務システム→紙 法令]
//!   読む: 資格、氏名
//! システム: 国保システムから収納システムへ自動で取り込む 0分 [#N2 自動処理 業務システム 待ち0時間]
//!   システム: 収納システム
//!   読む: 氏名<国保システム>、資格<国保システム>
//!   書く: 氏名、資格
//! ```
//!
//! ## Keeps
//! The step itself, wherever a law stands behind it or it types anything else.
//!
//! Secret and specific personal data are linked within one section only; so is nothing that another body holds.
//!
//! ## Loses
//! Somebody who sees each figure on its way.
use kaizu_analysis::{Finding, Graph, Index};
use kaizu_model::{Access, Authority, Command, Difference, ItemId, Refusal, Step, StepId};

use super::{Cost, Rewrite, Site};
use crate::automatic::by_itself;
use crate::draft::Draft;
use crate::links::{Given, Links, links};
use crate::parameters::Parameters;
use crate::wording;

pub(super) struct Rule;

impl Rewrite for Rule {
    fn id(&self) -> &'static str {
        "link-systems"
    }
    fn code(&self) -> &'static str {
        "R08"
    }
    fn source(&self) -> &'static str {
        include_str!("link_systems.rs")
    }
    fn class(&self) -> Difference {
        Difference::Changed
    }
    fn cost(&self) -> Cost {
        Cost::Middle
    }
    fn answers(&self) -> &'static [&'static str] {
        &["E01", "E04", "M03"]
    }
    fn loses(&self) -> &'static [&'static str] {
        &["eyes-on-typing"]
    }
    fn procedures(&self) -> &'static [&'static str] {
        &["link-right"]
    }
    fn parameters(&self) -> &'static [&'static str] {
        &["minutes-left-when-linked"]
    }

    fn sites(&self, graph: &Graph, findings: &[Finding]) -> Vec<Site> {
        // Where one of the findings says that the right to link is not known, all of them wait for it.
        let is_seen = |n: Index| {
            let id = graph.id(n);
            let own = || {
                let all = findings
                    .iter()
                    .filter(|it| self.answers().contains(&it.code));
                all.filter(|it| it.nodes.contains(&id))
            };
            own().any(|it| it.code == "E01") && own().all(|it| it.guards.is_empty())
        };
        graph
            .indices()
            .filter(|n| is_seen(*n) && links(graph, *n).is_some())
            .map(|n| Site::at([graph.id(n)]).asking(Authority::Department))
            .collect()
    }

    fn commands(
        &self,
        graph: &Graph,
        site: &Site,
        parameters: &Parameters,
    ) -> Result<Vec<Command>, Refusal> {
        let mut draft = Draft::of(graph);
        let left = parameters.get("minutes-left-when-linked");
        for node in site.indices(graph) {
            if let (Some(links), Some(id)) = (links(graph, node), graph.step_id(node)) {
                link(&mut draft, id, &links, left)?;
            }
        }
        Ok(draft.finish())
    }
}

/// Puts what takes the items over in front of the step, which goes on with what is left.
fn link(draft: &mut Draft, id: StepId, links: &Links, left: f64) -> Result<(), Refusal> {
    let by_hand = draft.document.step(id)?.clone();
    let lane = draft.system_lane()?;
    let target = by_hand.system.clone().unwrap_or_default();
    for Given {
        store,
        medium,
        items,
    } in &links.given
    {
        let read = |item: &ItemId| Access {
            store: Some(store.clone()),
            ..Access::to(*item)
        };
        draft.insert_before_all(id.into(), |blank| Step {
            lane,
            name: wording::link_stores(store, &target),
            medium_in: Some(*medium),
            medium_out: by_hand.medium_out,
            system: Some(target.clone()),
            reads: items.iter().map(read).collect(),
            writes: items.iter().copied().map(Access::to).collect(),
            ..by_itself(blank)
        })?;
    }
    if links.is_all {
        return draft.remove(id);
    }
    let n_items = by_hand.writes.len().max(1) as f64;
    let n_linked = by_hand
        .writes
        .iter()
        .filter(|it| links.include(it.item))
        .count() as f64;
    let factor = 1.0 - n_linked / n_items * (1.0 - left);
    draft.revise(id, |step| {
        let minutes = step
            .minutes
            .map(|it| (it.get() * factor * 1000.0).round() / 1000.0);
        step.minutes = minutes.and_then(|it| it.try_into().ok()).or(step.minutes);
        (step.work, step.method) = (None, None);
        step.writes.retain(|it| !links.include(it.item));
        for access in step.reads.iter_mut().filter(|it| links.include(it.item)) {
            let medium = by_hand
                .medium_out
                .filter(|medium| step.medium_in != Some(*medium));
            (access.medium, access.store) = (medium, None);
        }
    })
}
