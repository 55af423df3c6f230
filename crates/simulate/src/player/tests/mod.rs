//! Whatever is played: nothing is lost, nobody does two things at once, and who came first is taken first.
mod made;
mod seen;

use kaizu_analysis::Graph;
use kaizu_model::{Cancel, Document, Progress, notation};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use self::made::Kind;
use self::seen::Seen;
use super::{Player, Turn};
use crate::arriving::Arriving;
use crate::gathered::Gathered;
use crate::net::Net;
use crate::plan::{People, Plan, Replications, WarmUp};
use crate::running::{playable, run};
use crate::tally::Tally;
use crate::watch::Nobody;

/// The same cases every time; more of them where the environment asks for it in `PROPTEST_CASES`.
fn config() -> ProptestConfig {
    ProptestConfig {
        rng_seed: RngSeed::Fixed(11),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

const TURN: Turn = Turn {
    replication: 3,
    warm_up: 0,
    standard: None,
};

/// One replication of a flow that is written down, and what is made of it.
fn play(text: &str, plan: &Plan, judge: impl FnOnce(&Net, &Tally, &Seen)) {
    let document = notation::parse(text).unwrap();
    let graph = graph(&document);
    assert_eq!(playable(&graph), Ok(()), "{text}");
    let net = Net::of(&graph, plan).unwrap();
    let player = Player::of(&net, plan, TURN, Seen::default()).unwrap();
    let (tally, seen) = player.play(&Cancel::default());
    judge(&net, &tally, &seen);
}

fn graph(document: &Document) -> Graph<'_> {
    Graph::of(document, document.first_flow().unwrap()).unwrap()
}

/// Cases in hand add up to the lead times, and pieces that wait to the waits (Little 1961), in open time and by the clock.
fn assert_nothing_lost(plan: &Plan, net: &Net, tally: &Tally, seen: &Seen) {
    let all = Arriving::all(plan);
    assert_eq!([tally.came, tally.ended, tally.counted], [all; 3]);
    assert_eq!(
        (seen.came.len(), seen.ended.len()),
        (all as usize, all as usize)
    );
    assert_eq!(tally.in_hand_open, tally.lead_of_all);
    assert!((tally.lead.sum - tally.lead_of_all as f64).abs() < 1.0);
    let came: u64 = seen.came.iter().sum();
    let leads = seen.ended.values().sum::<u64>() - came;
    let length = tally.in_hand.length();
    let in_hand: f64 = tally.in_hand.means(length).iter().sum();
    let apart = in_hand * (1_u64 << length) as f64 - leads as f64;
    assert!(apart.abs() <= 1e-9 * leads as f64, "{apart} of {leads}");
    for (seen, pool) in tally.pools.iter().zip(&net.staff.pools) {
        assert_eq!(seen.queue_open, seen.queued);
        assert_eq!(seen.waiting, 0);
        let there = net.staff.time_of(pool, 0, seen.until);
        assert!(seen.busy <= there + 0.5, "{} in {there}", seen.busy);
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn whatever_is_played_comes_to_its_end(seed in any::<u64>(), size in 0..9_usize) {
        let text = made::flow(seed, size, Kind::Any);
        let plan = made::plan(seed);
        play(&text, &plan, |net, tally, seen| {
            assert_nothing_lost(&plan, net, tally, seen);
            seen.assert_left();
            seen.assert_at_work(net);
        });
    }

    #[test]
    fn who_came_first_is_taken_first_and_urgent_ones_before(
        seed in any::<u64>(),
        size in 0..7_usize,
    ) {
        let text = made::flow(seed, size, Kind::Queues);
        let plan = made::plan(seed);
        play(&text, &plan, |net, _, seen| {
            seen.assert_left();
            seen.assert_in_order(net, &plan, TURN);
        });
    }

    #[test]
    fn what_is_told_of_any_office_is_a_number(seed in any::<u64>(), size in 0..7_usize) {
        let document = notation::parse(&made::flow(seed, size, Kind::Any)).unwrap();
        let plan = made::plan(seed);
        let flow = document.first_flow().unwrap();
        let outcome = run(&document, flow, &plan, &Progress::default()).unwrap();
        let told = format!("{outcome:?}");
        prop_assert!(!told.contains("NaN") && !told.contains("inf"), "{told}");
        for lane in &outcome.lanes {
            let is_part = |it: f64| (0.0..=1.0 + 1e-9).contains(&it);
            prop_assert!(lane.utilisation.is_none_or(is_part), "{lane:?}");
        }
        let shares: f64 = outcome.histogram.iter().map(|it| it.share).sum();
        prop_assert!((shares - 1.0).abs() < 1e-9 || outcome.lead_hours.mean == 0.0);
    }
}

#[test]
fn replications_one_by_one_are_those_that_are_played_side_by_side() {
    for seed in [3, 5, 8] {
        let document = notation::parse(&made::flow(seed, 6, Kind::Any)).unwrap();
        let graph = graph(&document);
        let plan = Plan {
            replications: Replications::Exactly(23),
            ..made::plan(seed)
        };
        let net = Net::of(&graph, &plan).unwrap();
        let one = |replication| {
            let turn = Turn {
                replication,
                warm_up: 0,
                standard: Some(3 * net.office().a_day()),
            };
            let player = Player::of(&net, &plan, turn, Nobody).unwrap();
            player.play(&Cancel::default()).0
        };
        // The last one first.
        let mut tallies: Vec<Tally> = (0..23).rev().map(one).collect();
        tallies.reverse();
        let mut gathered = Gathered::of(&net).unwrap();
        for tally in &tallies {
            gathered.add(&net, tally, 0).unwrap();
        }
        let told = gathered.outcome(&net, &graph, &plan);
        let mut ran = run(&document, graph.flow, &plan, &Progress::default()).unwrap();
        ran.assumptions.truncate(told.assumptions.len());
        let bytes = |outcome| serde_json::to_string(outcome).unwrap();
        assert_eq!(bytes(&told), bytes(&ran));
    }
}

#[test]
fn more_people_never_make_a_case_wait_longer() {
    for seed in 0..20 {
        let text = made::flow(seed, 4, Kind::Any);
        let document = notation::parse(&text).unwrap();
        let with = |factor| {
            let limited = People::Limited { factor };
            let plan = Plan {
                cases: 300,
                replications: Replications::Exactly(12),
                warm_up: WarmUp::Cases(0),
                people: limited,
                ..made::plan(seed)
            };
            let flow = document.first_flow().unwrap();
            let outcome = run(&document, flow, &plan, &Progress::default()).unwrap();
            outcome.lead_hours
        };
        let (few, more, crowd) = (with(0.6), with(1.2), with(3.0));
        for (few, more) in [(few, more), (more, crowd)] {
            let half = |it: kaizu_model::TimeSpread| it.high95 - it.mean;
            let noise = libm::hypot(half(few), half(more));
            assert!(more.mean <= few.mean + noise, "{few:?}, {more:?}:\n{text}");
        }
    }
}
