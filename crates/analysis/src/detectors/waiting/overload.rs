//! People to whom more work comes than they can do in time: 85 % of their time in the usual season, all of it at the peak.
//!
//! ## Why it is waste
//! Towards full use, waiting grows far faster than work (Erlang's formula); beyond it, a backlog grows until less comes.
//!
//! ## Flagged
//! ```flow
//! @年間件数 6000件
//! @担当 窓口 [職員 2人]
//! 住民: 電話をかける 10分 [問合 電話 待ち4時間]
//!   待ちの理由: 順番待ち
//!   接点: 電話
//! 窓口: 電話で予約を受ける 36分 [受領 電話]
//! ```
//! ```flow
//! @年間件数 6000件
//! @ピーク件数 2000件
//! @ピーク日数 10日
//! @担当 窓口 [職員 4人]
//! 住民: 電話をかける 10分 [問合 電話 待ち4時間]
//!   待ちの理由: 順番待ち
//!   接点: 電話
//! 窓口: 電話で予約を受ける 12分 [受領 電話]
//! ```
//!
//! ## Clean
//! ```flow
//! @年間件数 6000件
//! @担当 窓口 [職員 3人]
//! 住民: 電話をかける 10分 [問合 電話 待ち4時間]
//!   待ちの理由: 順番待ち
//!   接点: 電話
//! 窓口: 電話で予約を受ける 36分 [受領 電話]
//! ```
//! ```flow
//! @年間件数 6000件
//! @ピーク件数 2000件
//! @ピーク日数 10日
//! @担当 窓口 [職員 6人]
//! 住民: 電話をかける 10分 [問合 電話 待ち4時間]
//!   待ちの理由: 順番待ち
//!   接点: 電話
//! 窓口: 電話で予約を受ける 12分 [受領 電話]
//! ```
//!
//! ## What to do
//! Spread what comes over more days, let others help at the peak, share one queue, or sort out what takes little time.
//!
//! ## Also
//! W02, S02, J06
use std::collections::BTreeSet;

use kaizu_model::{Contact, WaitCause};

use crate::demand::{Demand, demand};
use crate::detectors::{Detector, Waste};
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::protection;
use crate::load::{Load, loads};

/// From this part of their time on, people cannot catch up with what comes unevenly.
const BUSY: f64 = 0.85;

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "overload"
    }

    fn code(&self) -> &'static str {
        "W05"
    }

    fn source(&self) -> &'static str {
        include_str!("overload.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R20"]
    }

    fn practices(&self) -> &'static [u8] {
        &[20, 15, 7]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Waiting)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let demand = demand(graph);
        for load in loads(graph) {
            let Some((rush, people)) = rush(graph, &load, demand).zip(load.people) else {
                continue;
            };
            let known = |rate: Option<f64>| rate.and_then(|rate| load.utilisation(rate));
            let at_peak = known(demand.peak.map(|peak| peak.cases_per_hour));
            let busiest = known(demand.normal).into_iter().chain(at_peak);
            let utilisation = busiest.fold(0.0, f64::max);
            let lanes = load.lanes.iter();
            let names = lanes.filter_map(|id| graph.document.lane(*id).ok());
            let places = places(graph, &load);
            let mut finding = Finding::at(self, graph, places.iter().copied())
                .names("lanes", names.map(|lane| lane.name.as_str()))
                .number("people", people)
                .number("work", utilisation * people)
                .number("utilisation", utilisation)
                .number_if_known("clearing_hours", clearing(&load, demand));
            for node in places {
                if let Some(share) = rush.relieved(graph, &load, node) {
                    let claim = Claim {
                        wait_share: share,
                        ..Claim::default()
                    };
                    finding = finding.claiming(graph, node, claim);
                }
            }
            found.push(finding);
        }
    }
}

/// When people have too much to do.
struct Rush {
    cases_per_hour: f64,
    /// The part of a year's cases that come then.
    part: f64,
}

/// When `load` is too much: in the usual season, or else at the peak. `None` where it never is, as far as known.
fn rush(graph: &Graph, load: &Load, demand: Demand) -> Option<Rush> {
    let is_over = |rate: f64, limit: f64| {
        let part = load.utilisation(rate);
        part.is_some_and(|part| part >= limit - 1e-9)
    };
    let always = demand.normal.filter(|rate| is_over(*rate, BUSY));
    let always = always.map(|cases_per_hour| Rush {
        cases_per_hour,
        part: 1.0,
    });
    let peak = || {
        let peak = demand
            .peak
            .filter(|peak| is_over(peak.cases_per_hour, 1.0))?;
        let part = peak.cases().zip(graph.volume());
        Some(Rush {
            cases_per_hour: peak.cases_per_hour,
            part: part.map_or(0.0, |(cases, all)| (cases / all).min(1.0)),
        })
    };
    always.or_else(peak)
}

impl Rush {
    /// The part of the wait in line before `node` that would be saved if there were enough people for all that comes.
    fn relieved(&self, graph: &Graph, load: &Load, node: Index) -> Option<f64> {
        let step = graph.step(node)?;
        let wait = graph.wait(node).filter(|hours| *hours > 0.0)?;
        if step.wait_cause != Some(WaitCause::Queue) || protection(graph, node).is_some() {
            return None;
        }
        let work = load.utilisation(self.cases_per_hour)? * load.people?;
        let enough = Load {
            people: Some(work / BUSY),
            ..load.clone()
        };
        let left = enough.queue(self.cases_per_hour)?.wait()?;
        Some(self.part * (1.0 - left / wait)).filter(|share| *share > 0.0)
    }
}

/// Hours of work after the peak until what piled up then is done, where both are known.
fn clearing(load: &Load, demand: Demand) -> Option<f64> {
    let peak = demand.peak?;
    let rush = load.queue(peak.cases_per_hour)?;
    let backlog = rush.backlog_after(peak.hours?);
    load.queue(demand.normal?)?.clearing(backlog)
}

/// Their steps that take time, and those of residents who stand in line for them or hang on the telephone.
fn places(graph: &Graph, load: &Load) -> BTreeSet<Index> {
    let takes_time = |n: &Index| graph.minutes(*n).is_some_and(|minutes| minutes > 0.0);
    let own: BTreeSet<Index> = load.steps.iter().copied().filter(takes_time).collect();
    let stands_in_line = |n: Index, contact: Option<Contact>| {
        let next = || graph.next_steps(n).into_iter();
        matches!(contact, Some(Contact::InPerson | Contact::Phone))
            && graph.is_customers(n)
            && next().any(|(next, _)| own.contains(&next))
    };
    let in_line = graph
        .steps()
        .filter(|(n, step)| stands_in_line(*n, step.contact));
    in_line.map(|(n, _)| n).chain(own.iter().copied()).collect()
}
