//! I10: nobody is given more than they can do in time.
//!
//! That is 85 % of their time in the usual season and all of it at the peak. Where both flows were played, the usual season is
//! as it was seen, else it is worked out. Who has too much to do today may go on so, which is told. Where cases come all at
//! once, people are busy for being quick, too: only who also gets more work from each case is given too much.
use kaizu_analysis::{BUSY, Demand, Graph, Load, demand, loads};
use kaizu_model::{LaneId, NodeId};

use super::Seen;
use crate::lineage::Pair;
use crate::proposal::InvariantResult;

/// More work than this part is more, and no matter of chance.
const CHANCE: f64 = 0.01;

/// People who work side by side.
struct Desk {
    /// The names of their lanes.
    names: Vec<String>,
    /// Their steps.
    nodes: Vec<NodeId>,
    /// Work on one case, for each of them.
    work: f64,
    /// Whether it is more than they can do in time.
    is_too_much: bool,
}

pub(super) fn check(pair: &Pair) -> InvariantResult {
    let how = if pair.as_is.outcome().is_some() && pair.to_be.outcome().is_some() {
        played
    } else {
        worked_out
    };
    let (before, after) = (desks(pair.as_is, how), desks(pair.to_be, how));
    let mut seen = Seen::default();
    let mut strained = Vec::new();
    for desk in &after {
        seen.look();
        let is_same = |old: &&Desk| old.names.iter().any(|name| desk.names.contains(name));
        let old: Vec<&Desk> = before.iter().filter(is_same).collect();
        let was: f64 = old.iter().map(|it| it.work).sum();
        if !desk.is_too_much {
            continue;
        }
        if old.iter().any(|it| it.is_too_much) {
            strained.extend(desk.names.iter().cloned());
        } else if desk.work > was * (1.0 + CHANCE) {
            seen.at.extend(&desk.nodes);
            seen.names.extend(desk.names.iter().cloned());
        }
    }
    let kept = match (after.is_empty(), strained.is_empty()) {
        (true, _) => "capacity-unknown",
        (false, true) => "capacity-kept",
        (false, false) => "capacity-short-before",
    };
    let mut result = seen.result("I10", kept, "capacity-short");
    if result.holds {
        result.names = strained;
    }
    result
}

/// Everybody of whom it is known how many they are and how much comes.
fn desks(graph: &Graph, how: fn(&Graph, &Load, Demand) -> Option<(f64, bool)>) -> Vec<Desk> {
    let demand = demand(graph);
    if demand.normal.is_none() && demand.peak.is_none() {
        return Vec::new();
    }
    let name = |lane: &LaneId| {
        let lane = graph.document.lane(*lane);
        lane.map_or_else(|_| String::new(), |lane| lane.name.clone())
    };
    let desk = |load: Load| {
        let (work, is_too_much) = how(graph, &load, demand)?;
        Some(Desk {
            names: load.lanes.iter().map(name).collect(),
            nodes: load.steps.iter().map(|node| graph.id(*node)).collect(),
            work,
            is_too_much,
        })
    };
    loads(graph).into_iter().filter_map(desk).collect()
}

fn worked_out(_: &Graph, load: &Load, demand: Demand) -> Option<(f64, bool)> {
    // One case an hour takes such a part of everybody's hour.
    let work = load.utilisation(1.0)?;
    Some((work, load.is_too_much(demand)))
}

/// The same as it was seen, but for the peak, of which a whole year shows nothing.
fn played(graph: &Graph, load: &Load, demand: Demand) -> Option<(f64, bool)> {
    let lanes = graph.outcome()?.lanes.iter();
    let own = || lanes.clone().filter(|it| load.lanes.contains(&it.lane));
    let busy = own().find_map(|it| it.utilisation)?;
    let people = own().find_map(|it| it.people).filter(|it| *it > 0.0)?;
    let hours: f64 = own().map(|it| it.work_hours_per_case).sum();
    let at_peak = demand.peak.map(|peak| peak.cases_per_hour);
    let is_short_at_peak = at_peak.is_some_and(|rate| load.takes(rate, 1.0));
    Some((hours / people, busy >= BUSY || is_short_at_peak))
}

#[cfg(test)]
mod tests {
    use kaizu_model::{Document, LaneOutcome, Outcome, notation};

    use super::*;
    use crate::invariants::forbids;
    use crate::invariants::tests::between;

    /// A counter with so many people, whose work on a case takes so many minutes.
    fn counter(people: u32, minutes: u32) -> Document {
        let text = format!(
            "@年間件数 6000件\n@担当 窓口 [職員 {people}人]\n@担当 審査 [職員]\n\
             窓口: 受ける {minutes}分 [受領]\n審査: 決める 5分 [審査]\n"
        );
        notation::parse(&text).unwrap()
    }

    /// What was seen at the counter: how busy two people were, and their work on a case.
    fn seen(document: &Document, utilisation: f64, hours: f64) -> Outcome {
        let (lane, _) = document.lanes_of(document.first_flow().unwrap())[0];
        let lane = LaneOutcome {
            lane,
            people: Some(2.0),
            utilisation: Some(utilisation),
            mean_wait_hours: 0.0,
            mean_queue: 0.0,
            max_queue: 0.0,
            work_hours_per_case: hours,
        };
        Outcome {
            lanes: vec![lane],
            ..Outcome::default()
        }
    }

    #[test]
    fn nobody_is_given_more_than_they_can_do() {
        let said = |was, is| between([&counter(2, was), &counter(2, is)], [None, None], check);
        assert_eq!(said(20, 30).why, "capacity-kept");
        let short = said(30, 34);
        assert_eq!(
            (short.why, &short.names[..]),
            ("capacity-short", &["窓口".to_owned()][..])
        );
        assert!(forbids(&short) && short.at.len() == 1);
    }

    #[test]
    fn who_has_too_much_to_do_today_may_go_on_so() {
        let said = between([&counter(2, 40), &counter(2, 36)], [None, None], check);
        assert_eq!((said.why, said.names.len()), ("capacity-short-before", 1));
        assert!(said.holds && said.looked_at == 1);
    }

    #[test]
    fn whose_number_is_unknown_has_no_measure() {
        let unknown = notation::parse("@年間件数 6000件\n課: 受ける 99分 [受領]\n").unwrap();
        let said = between([&unknown, &unknown], [None, None], check);
        assert_eq!((said.why, said.looked_at), ("capacity-unknown", 0));
    }

    #[test]
    fn where_both_were_played_counts_what_was_seen() {
        let document = counter(2, 20);
        let said = |was: (f64, f64), is: (f64, f64)| {
            let (was, is) = (seen(&document, was.0, was.1), seen(&document, is.0, is.1));
            between([&document, &document], [Some(&was), Some(&is)], check).why
        };
        assert_eq!(said((0.7, 0.3), (0.9, 0.4)), "capacity-short");
        // Quicker than before, they wait less for others: it is no more work.
        assert_eq!(said((0.7, 0.3), (0.9, 0.3)), "capacity-kept");
        assert_eq!(said((0.9, 0.3), (0.95, 0.4)), "capacity-short-before");
    }
}
