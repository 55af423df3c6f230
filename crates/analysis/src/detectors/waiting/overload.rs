//! People to whom more work comes than they can do in time: 85 % of their time in the usual season, all of it at the peak.
//!
//! Where the flow was played, the part of their time is the one seen then, with how long work waited for them and how much of
//! it lay there at the most. What they are short of in a busy season alone is worked out all the same, for a whole year does
//! not show it.
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

use kaizu_model::{Contact, LaneOutcome};

use super::rush::{Rush, at_peak, clearing, usually};
use crate::demand::{Demand, demand};
use crate::detectors::{Detector, Waste};
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::load::{BUSY, Load, loads};

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
            let seen = seen(graph, &load);
            let finding = match &seen {
                Some(seen) if seen.utilisation >= BUSY => Some(self.seen(graph, seen, demand)),
                // Whoever had time enough on average may have had too little at the peak.
                Some(_) => self.expected(graph, &load, demand, at_peak(graph, &load, demand)),
                None => {
                    let rush = usually(&load, demand).or_else(|| at_peak(graph, &load, demand));
                    self.expected(graph, &load, demand, rush)
                }
            };
            found.extend(finding);
        }
    }
}

impl Rule {
    /// What playing showed of people who were too busy.
    fn seen(&self, graph: &Graph, seen: &Seen, demand: Demand) -> Finding {
        let rush = Rush {
            cases_per_hour: seen.utilisation * seen.people * 60.0 / seen.load.minutes_per_case,
            part: 1.0,
        };
        let finding = self.at(graph, &seen.load, &rush, demand).played();
        stated(finding, seen.people, seen.utilisation)
            .number("wait_hours", seen.lane.mean_wait_hours)
            .number("max_queue", seen.lane.max_queue)
    }

    /// What the figures say of people who have too much to do in `rush`.
    fn expected(
        &self,
        graph: &Graph,
        load: &Load,
        demand: Demand,
        rush: Option<Rush>,
    ) -> Option<Finding> {
        let (rush, people) = rush.zip(load.people)?;
        let known = |rate: Option<f64>| rate.and_then(|rate| load.utilisation(rate));
        let at_peak = known(demand.peak.map(|peak| peak.cases_per_hour));
        let busiest = known(demand.normal).into_iter().chain(at_peak);
        let utilisation = busiest.fold(0.0, f64::max);
        let finding = self.at(graph, load, &rush, demand);
        Some(stated(finding, people, utilisation))
    }

    /// A finding about `load`, with what enough people would save.
    fn at(&self, graph: &Graph, load: &Load, rush: &Rush, demand: Demand) -> Finding {
        let lanes = load.lanes.iter();
        let names = lanes.filter_map(|id| graph.document.lane(*id).ok());
        let places = places(graph, load);
        let mut finding = Finding::at(self, graph, places.iter().copied())
            .names("lanes", names.map(|lane| lane.name.as_str()))
            .number_if_known("clearing_hours", clearing(load, demand));
        for node in places {
            if let Some(share) = rush.relieved(graph, load, node) {
                let claim = Claim {
                    wait_share: share,
                    ..Claim::default()
                };
                finding = finding.claiming(graph, node, claim);
            }
        }
        finding
    }
}

/// The same with how many people there are and how busy they are.
fn stated(finding: Finding, people: f64, utilisation: f64) -> Finding {
    finding
        .number("people", people)
        .number("work", utilisation * people)
        .number("utilisation", utilisation)
}

/// How people fared when the flow was played.
struct Seen<'a> {
    lane: &'a LaneOutcome,
    people: f64,
    utilisation: f64,
    /// Their work, with as many people as there were then.
    load: Load,
}

/// How the people of `load` fared, where the flow was played and they had to be waited for.
fn seen<'a>(graph: &Graph<'a>, load: &Load) -> Option<Seen<'a>> {
    let lanes = graph.outcome()?.lanes.iter();
    let mut own = lanes.filter(|it| load.lanes.contains(&it.lane));
    let known = |lane: &'a LaneOutcome| Some((lane, lane.people?, lane.utilisation?));
    let (lane, people, utilisation) = own.find_map(known)?;
    Some(Seen {
        lane,
        people,
        utilisation,
        load: Load {
            people: Some(people),
            ..load.clone()
        },
    })
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

#[cfg(test)]
mod tests {
    use kaizu_model::{Outcome, notation};

    use super::*;
    use crate::finding::Fact;

    const COUNTER: &str = "\
@担当 窓口 [職員 2人]
住民: 電話をかける 10分 [問合 電話 待ち4時間]
  待ちの理由: 順番待ち
  接点: 電話
窓口: 電話で予約を受ける 36分 [受領 電話]
";

    /// What is found where the people at the counter were busy for such a part of their time.
    fn found(head: &str, utilisation: Option<f64>) -> Vec<Finding> {
        let document = notation::parse(&format!("{head}\n{COUNTER}")).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let lanes = loads(&graph).into_iter().flat_map(|load| load.lanes);
        let lanes = lanes.map(|lane| LaneOutcome {
            lane,
            people: utilisation.map(|_| 1.0),
            utilisation,
            mean_wait_hours: 2.5,
            mean_queue: 3.0,
            max_queue: 14.0,
            work_hours_per_case: 0.6,
        });
        let outcome = Outcome {
            lanes: lanes.collect(),
            ..Outcome::default()
        };
        let graph = graph.with_outcome(&outcome);
        let mut found = Vec::new();
        Rule.detect(&graph, &mut found);
        found
    }

    fn number(finding: &Finding, fact: &str) -> f64 {
        match finding.facts.get(fact) {
            Some(Fact::Number(number)) => *number,
            Some(Fact::Names(_)) | None => f64::NAN,
        }
    }

    #[test]
    fn who_was_seen_to_be_busy_is_told_with_what_waited_for_them() {
        let found = found("@年間件数 100件", Some(0.9));
        assert!(found[0].is_played);
        let facts = ["people", "utilisation", "wait_hours", "max_queue"];
        let told = facts.map(|fact| number(&found[0], fact));
        assert_eq!(format!("{told:?}"), "[1.0, 0.9, 2.5, 14.0]");
        // Those who hang on the telephone would wait less if there were more people.
        assert_eq!((found[0].nodes.len(), found[0].claims.len()), (2, 1));
    }

    #[test]
    fn who_was_seen_to_have_time_is_not_overloaded_whatever_the_figures_say() {
        assert_eq!(found("@年間件数 6000件", Some(0.8)), []);
        assert_eq!(found("@年間件数 6000件", None).len(), 1);
    }

    #[test]
    fn a_busy_season_counts_though_a_whole_year_does_not_show_it() {
        let found = found(
            "@年間件数 3000件\n@ピーク件数 500件\n@ピーク日数 10日",
            Some(0.5),
        );
        assert!(!found[0].is_played && number(&found[0], "utilisation") > 1.0);
    }
}
