//! Lets residents see how far their case is, written by the system itself when it comes in and when it is decided.
//!
//! ## Before
//! ```flow
//! 住民: 申請する 10分 [記入 電子]
//!   書く: 申請データ
//! 受付担当: 申請を受け付ける 2分 [受領 電子 待ち8時間]
//!   読む: 申請データ
//! 住民: 進み具合が気になるか [分岐]
//!   40% 聞く → 電話で聞く
//!   60% 待つ → 決裁する
//! 住民: 電話で聞く 5分 [問合 電話]
//! 受付担当: 調べて答える 7分 [照会 電話 待ち1時間]
//! 課長: 決裁する 1分 [決裁 電子 規則 待ち40時間]
//!   読む: 申請データ
//!   書く: 決裁
//! 受付担当: 決定を通知する 2分 [通知 業務システム→紙 要綱]
//!   読む: 決裁
//!   書く: 決定通知
//! 住民: 通知を受け取る 1分 [受領 紙]
//!   読む: 決定通知
//! ```
//!
//! ## After
//! ```flow
//! @担当 住民 [住民]
//! @担当 システム [システム]
//! @担当 受付担当 [職員]
//! @担当 課長 [役職]
//! @項目 処理状況 [処理状況]
//! 住民: 申請する 10分 [記入 電子]
//!   書く: 申請データ
//! 受付担当: 申請を受け付ける 2分 [受領 電子 待ち8時間]
//!   読む: 申請データ
//! システム: 受付済みと自動で表示 0分 [#N1 自動処理 電子 待ち0時間]
//!   システム: 処理状況照会ページ
//!   書く: 処理状況
//!   接点: オンライン
//! 住民: 進み具合が気になるか [分岐]
//!   20% 聞く → 電話で聞く
//!   80% 待つ → 決裁する
//! 住民: 電話で聞く 5分 [問合 電話]
//! 受付担当: 調べて答える 7分 [照会 電話 待ち1時間]
//! 課長: 決裁する 1分 [決裁 電子 規則 待ち40時間]
//!   読む: 申請データ
//!   書く: 決裁
//! システム: 決定済みと自動で表示 0分 [#N2 自動処理 電子 待ち0時間]
//!   システム: 処理状況照会ページ
//!   書く: 処理状況
//!   接点: オンライン
//! 受付担当: 決定を通知する 2分 [通知 業務システム→紙 要綱]
//!   読む: 決裁
//!   書く: 決定通知
//! 住民: 通知を受け取る 1分 [受領 紙]
//!   読む: 決定通知
//! ```
//!
//! ## Keeps
//! Every step of the work, and the telephone.
//!
//! ## Loses
//! Nothing; who asks anyway is still answered.
use kaizu_analysis::{Finding, Graph, Index};
use kaizu_model::{
    Access, Command, Contact, Difference, EdgeId, ItemClass, ItemId, LaneId, Medium, NodeId,
    Refusal, Split, Step, StepKind,
};

use super::{Cost, Rewrite, Site};
use crate::automatic::by_itself;
use crate::draft::Draft;
use crate::parameters::Parameters;
use crate::screen::is_own_staff;
use crate::shares::lessen;
use crate::wording;

pub(super) struct Rule;

impl Rewrite for Rule {
    fn id(&self) -> &'static str {
        "show-status"
    }
    fn code(&self) -> &'static str {
        "R16"
    }
    fn source(&self) -> &'static str {
        include_str!("show_status.rs")
    }
    fn class(&self) -> Difference {
        Difference::Changed
    }
    fn cost(&self) -> Cost {
        Cost::Middle
    }
    fn answers(&self) -> &'static [&'static str] {
        &["S01"]
    }
    fn is_for_whole_flow(&self) -> bool {
        true
    }
    fn parameters(&self) -> &'static [&'static str] {
        &["inquiries-avoided"]
    }

    fn sites(&self, graph: &Graph, findings: &[Finding]) -> Vec<Site> {
        if !findings.iter().any(|finding| finding.code == "S01")
            || graph
                .steps()
                .any(|(_, step)| step.writes.iter().any(|it| is_status(graph, it.item)))
        {
            return Vec::new();
        }
        let places = places(graph);
        if places.is_empty() {
            return Vec::new();
        }
        let waiting = graph.indices().filter(|n| {
            graph.is_customers(*n)
                && places
                    .first()
                    .is_some_and(|first| graph.reach().is_before(*first, *n))
        });
        let serves = waiting.map(|n| graph.id(n)).collect();
        vec![Site {
            serves,
            ..Site::at(places.into_iter().map(|n| graph.id(n)))
        }]
    }

    fn commands(
        &self,
        graph: &Graph,
        site: &Site,
        parameters: &Parameters,
    ) -> Result<Vec<Command>, Refusal> {
        let mut draft = Draft::of(graph);
        let lane = draft.system_lane()?;
        let status = draft.item(wording::STATUS_ITEM, ItemClass::Status)?;
        let names = [wording::SHOW_RECEIVED, wording::SHOW_DECIDED];
        for (place, name) in site.nodes.iter().zip(names) {
            let step = |blank| showing(blank, lane, name, status);
            write_status(&mut draft, *place, step)?;
        }
        let avoided = parameters.get("inquiries-avoided");
        for edge in inquiries(graph) {
            lessen(&mut draft, edge, avoided)?;
        }
        Ok(draft.finish())
    }
}

fn is_status(graph: &Graph, item: ItemId) -> bool {
    graph
        .document
        .item(item)
        .is_ok_and(|item| item.class == Some(ItemClass::Status))
}

/// Where residents want to know: when the city has the case, and when it is decided. Every case comes to both.
fn places(graph: &Graph) -> Vec<Index> {
    let reach = graph.reach();
    let handed_in: Vec<Index> = graph
        .indices()
        .filter(|n| is_handing_in(graph, *n))
        .collect();
    // Who hands in again later has been told already.
    let is_common = |n: &Index| {
        graph.is_staff(*n)
            && handed_in
                .iter()
                .any(|first| reach.post_dominates(*n, *first))
            && handed_in
                .iter()
                .all(|other| reach.post_dominates(*n, *other) || reach.is_before(*n, *other))
    };
    let common: Vec<Index> = graph.indices().filter(is_common).collect();
    let is_first = |n: &Index| {
        common
            .iter()
            .all(|other| other == n || reach.is_before(*n, *other))
    };
    let received = common.iter().copied().find(is_first);
    let has_one_way = |n: &Index| graph.leaving(*n).count() == 1;
    let decided = common
        .iter()
        .copied()
        .rfind(|n| graph.kind(*n) == Some(StepKind::Approve) && has_one_way(n));
    let is_told_later = |first: Index| {
        graph
            .indices()
            .any(|n| graph.is_customers(n) && reach.is_before(first, n))
    };
    let received = received.filter(|n| has_one_way(n) || !is_own_staff(graph, *n));
    let Some(received) = received.filter(|first| is_told_later(*first)) else {
        return Vec::new();
    };
    let mut places = vec![received];
    places.extend(decided.filter(|decided| *decided != received));
    places
}

fn is_handing_in(graph: &Graph, node: Index) -> bool {
    let kinds = [StepKind::Fill, StepKind::Enter, StepKind::Send];
    graph.is_customers(node) && graph.kind(node).is_some_and(|kind| kinds.contains(&kind))
}

/// Writes the status behind a step of the staff, and in front of anything else.
fn write_status(
    draft: &mut Draft,
    place: NodeId,
    step: impl FnOnce(Step) -> Step,
) -> Result<(), Refusal> {
    let is_step = draft.graph().is_ok_and(|graph| {
        let node = graph.index(place);
        node.is_some_and(|node| graph.step(node).is_some() && is_own_staff(&graph, node))
    });
    let edges = || draft.document.edges_from(place).map(|(_, edge)| edge.to);
    let (target, sources): (NodeId, Vec<NodeId>) = match (is_step, edges().next()) {
        (true, Some(next)) => (next, vec![place]),
        (true, None) => return Ok(()),
        (false, _) => {
            let inward = draft.document.edges_to(place);
            (place, inward.map(|(_, edge)| edge.from).collect())
        }
    };
    draft.insert_before(target, &sources, step)?;
    Ok(())
}

fn showing(blank: Step, lane: LaneId, name: &str, status: ItemId) -> Step {
    Step {
        lane,
        name: name.to_owned(),
        medium_in: Some(Medium::Electronic),
        medium_out: Some(Medium::Electronic),
        system: Some(wording::STATUS_STORE.into()),
        writes: vec![Access::to(status)],
        contact: Some(Contact::Online),
        ..by_itself(blank)
    }
}

/// The arrows along which residents come to ask.
fn inquiries(graph: &Graph) -> Vec<EdgeId> {
    let asks = |n: Index| graph.is_customers(n) && graph.kind(n) == Some(StepKind::Inquire);
    graph
        .arrows()
        .iter()
        .filter(|arrow| {
            asks(arrow.to) && arrow.edge.split == Split::Exclusive && arrow.edge.share.is_some()
        })
        .filter(|arrow| !graph.reach().is_return(arrow.from, arrow.to))
        .map(|arrow| arrow.id)
        .collect()
}
