//! A section that asks another one in writing for what stands in a system of the same city.
//!
//! ## Why it is waste
//! Two people write and one waits, for a line that the first could have read on a screen.
//!
//! ## Flagged
//! ```flow
//! @項目 用途地域 [市が保有 個人情報でない]
//! 建築課: 都市計画課へ照会書を送る 3分 [照会 紙]
//!   書く: 照会書
//! 都市計画課: 地図を引いて回答を書く 5分 [照会 紙 待ち16時間]
//!   読む: 用途地域<業務システム・都市計画情報>
//!   書く: 用途地域<紙・回答書>
//! 建築課: 回答を見て審査する 10分 [審査 待ち4時間]
//!   読む: 用途地域
//! ```
//!
//! ## Clean
//! ```flow
//! @項目 用途地域 [市が保有 個人情報でない]
//! 建築課: 都市計画課へ照会書を送る 3分 [照会 紙]
//!   書く: 照会書
//! 都市計画課: 現地を見て回答を書く 60分 [実地調査 紙 待ち16時間]
//!   読む: 照会書
//!   書く: 見取図<紙>
//! 建築課: 回答を見て審査する 10分 [審査 待ち4時間]
//!   読む: 見取図
//! ```
//!
//! What is answered on the screen is no letter, and another body has to be asked.
//!
//! ```flow
//! @項目 用途地域 [市が保有 個人情報でない]
//! 建築課: 都市計画課に照会する 1分 [照会 業務システム]
//!   書く: 照会
//! 都市計画課: 地図を引いて回答する 2分 [照会 業務システム 待ち1時間]
//!   読む: 用途地域
//!   書く: 用途地域
//! 建築課: 回答を見て審査する 10分 [審査 業務システム 待ち1時間]
//!   読む: 用途地域
//! ```
//!
//! ```flow
//! @担当 県 [外部機関]
//! 建築課: 県へ照会書を送る 3分 [照会 紙]
//!   書く: 照会書
//! 県: 地図を引いて回答を書く 5分 [照会 紙 待ち16時間]
//!   読む: 用途地域<業務システム・県の地図>
//!   書く: 用途地域<紙・回答書>
//! 建築課: 回答を見て審査する 10分 [審査 待ち4時間]
//!   読む: 用途地域
//! ```
//!
//! ## Guarded
//! ```flow
//! @項目 課税区分 [所得 市が保有 個人情報]
//! 福祉課: 税務課へ照会書を送る 3分 [照会 紙]
//!   書く: 照会書
//! 税務課: 台帳を引いて回答を書く 5分 [照会 紙 待ち16時間]
//!   読む: 課税区分<業務システム・税システム>
//!   書く: 課税区分<紙・回答書>
//! 福祉課: 回答を見て審査する 10分 [審査 待ち4時間]
//!   読む: 課税区分
//! ```
//!
//! ## What to do
//! Let the section look at these data itself. Where they are about persons, that needs a law or their consent.
//!
//! ## Also
//! A04, H01, H02
use std::collections::BTreeSet;

use kaizu_model::{Medium, Step, StepKind, StoreKind, folded};

use crate::carriers::{Carrier, item_name, read_from, store_kind, written_to};
use crate::detectors::{Detector, Waste};
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::{Guard, protection};
use crate::sections::section;

/// How people call what says that a person agrees.
const CONSENT: &str = "同意";

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "inter-office-query"
    }

    fn code(&self) -> &'static str {
        "H07"
    }

    fn source(&self) -> &'static str {
        include_str!("inter_office_query.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R08b"]
    }

    fn practices(&self) -> &'static [u8] {
        &[24, 27]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Waiting)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        for query in queries(graph) {
            let answer = graph.step(query.answered).into_iter();
            let items = answer.flat_map(|step| step.writes.iter().map(|access| access.item));
            let steps = || query.steps.iter().copied();
            let mut finding = Finding::at(self, graph, steps())
                .about(items)
                .names("asking", section(graph, query.asked))
                .names("answering", section(graph, query.answered));
            for node in steps().skip(1) {
                let is_back = query.steps.last() == Some(&node);
                let claim = if is_back { Claim::WAIT } else { Claim::WHOLE };
                finding = finding.claiming(graph, node, claim);
            }
            let guard = steps().find_map(|node| protection(graph, node));
            found.push(
                finding
                    .forbidden(guard)
                    .forbidden(confidential(graph, &query)),
            );
        }
    }
}

/// A question that goes to another section and comes back answered.
struct Query {
    /// From the question to where the answer is used, both ways included.
    steps: Vec<Index>,
    asked: Index,
    answered: Index,
}

fn queries(graph: &Graph) -> Vec<Query> {
    let asking = graph
        .steps()
        .filter(|(_, step)| step.kind == Some(StepKind::Query));
    asking
        .filter_map(|(asked, _)| query(graph, asked))
        .collect()
}

/// The steps at which another section answers such questions.
pub(super) fn answered(graph: &Graph) -> BTreeSet<Index> {
    queries(graph).iter().map(|query| query.answered).collect()
}

/// The question at `asked`, if another section of the city answers it from a system, otherwise than through one.
fn query(graph: &Graph, asked: Index) -> Option<Query> {
    let mut steps = vec![asked];
    let answered = next_work(graph, asked, &mut steps)?;
    let back = next_work(graph, answered, &mut steps)?;
    let answer = graph.step(answered)?;
    let [asking, answering] = [asked, answered].map(|node| section(graph, node));
    let is_between_offices = asking.is_some()
        && answering.is_some()
        && asking != answering
        && asking == section(graph, back);
    (is_between_offices && is_looked_up(graph, answer) && is_written(answer)).then_some(Query {
        steps,
        asked,
        answered,
    })
}

/// The next step that does more than pass a case on, if there is only one way; all steps up to it are added to `steps`.
fn next_work(graph: &Graph, from: Index, steps: &mut Vec<Index>) -> Option<Index> {
    let mut last = from;
    loop {
        let next = graph.next_steps(last);
        let [(next, _)] = next.as_slice() else {
            return None;
        };
        if steps.contains(next) {
            return None;
        }
        steps.push(*next);
        last = *next;
        let is_on_the_way = graph.kind(last).is_some_and(StepKind::passes_on);
        if !is_on_the_way {
            return Some(last);
        }
    }
}

/// Whether the answer is taken from a system or spreadsheet of the city.
fn is_looked_up(graph: &Graph, answer: &Step) -> bool {
    let own = Carrier {
        medium: answer.medium_in,
        store: answer.system.as_deref(),
    };
    let read = answer.reads.iter().map(|access| read_from(answer, access));
    read.chain([own]).any(
        |carrier| match carrier.store.and_then(|name| store_kind(graph, name)) {
            Some(StoreKind::System | StoreKind::Excel) => true,
            Some(StoreKind::PaperLedger | StoreKind::Archive | StoreKind::External) => false,
            // A question that came by mail or as a sheet is digital, too.
            None => carrier.medium == Some(Medium::System),
        },
    )
}

/// Whether the answer is a letter, a call or a file, which somebody has to take in.
fn is_written(answer: &Step) -> bool {
    let written = answer.writes.iter();
    let media = written.filter_map(|access| written_to(answer, access).medium);
    media
        .chain(answer.medium_out)
        .any(|medium| !Medium::is_structured(medium))
}

/// Tax and welfare data are secret even within the city. Only what is known to be about nobody, or what somebody agreed
/// to, can be shown without asking for a law.
fn confidential(graph: &Graph, query: &Query) -> Option<Guard> {
    let accesses = |node: Index| {
        let steps = graph.step(node).into_iter();
        steps
            .flat_map(|step| step.reads.iter().chain(&step.writes))
            .map(|access| access.item)
    };
    let agrees = |item| folded(item_name(graph, item)).contains(CONSENT);
    let is_agreed = accesses(query.asked)
        .chain(accesses(query.answered))
        .any(agrees);
    let mut answer = graph
        .step(query.answered)
        .into_iter()
        .flat_map(|step| &step.writes);
    let is_open = |item| {
        graph
            .document
            .item(item)
            .is_ok_and(|item| item.is_personal == Some(false))
    };
    let is_about_nobody =
        answer.clone().next().is_some() && answer.all(|access| is_open(access.item));
    (!is_agreed && !is_about_nobody).then_some(Guard::Confidential)
}
