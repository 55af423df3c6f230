//! Whatever is drawn, what is told of it is a number, and is about what is there.
//!
//! `PROPTEST_CASES=100000 cargo test -p kaizu-analysis --test any_flow` looks longer.
#![expect(clippy::unwrap_used, reason = "a test ends where something is wrong")]
#[path = "any_flow/damage.rs"]
mod damage;
#[path = "../../model/tests/random/mod.rs"]
mod random;

use std::fmt::Debug;

use damage::{countable, damaged};
use kaizu_analysis::{
    Finding, Graph, Rates, breakdown, cases_in_hand, channels, check_coverage, demand, exact, find,
    gaps_of_flow, loads, measure_first, metrics, ranges, residual_errors, soundness, union, yearly,
};
use kaizu_model::{Cancel, Document, FlowId, notation};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use random::{Dice, flow};

/// Flows as offices draw them.
const SAMPLES: &[&str] = &[
    include_str!("../../../samples/special-fixed-benefit.flow"),
    include_str!("../../../samples/childcare-benefit-7-3.flow"),
    include_str!("../../../samples/moving-in-life-event.flow"),
    include_str!("../../../samples/travel-expense-payment.flow"),
    include_str!("../../../samples/child-allowance-claim.flow"),
    include_str!("../../../samples/resident-record-by-mail.flow"),
    include_str!("../../../samples/vaccination-ticket.flow"),
];

/// A few hundred, or as many as the environment asks for in `PROPTEST_CASES`.
fn config() -> ProptestConfig {
    ProptestConfig {
        rng_seed: RngSeed::Fixed(11),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Says where `told` is no number: figures are told apart from words by what stands before them.
fn assert_numbers(what: &str, told: &impl Debug) -> Result<(), TestCaseError> {
    let told = format!("{told:?}");
    for wrong in ["inf", "NaN"] {
        for (at, _) in told.match_indices(wrong) {
            let before = told[..at].chars().next_back();
            let after = told[at + wrong.len()..].chars().next();
            let is_number = before.is_none_or(|c| " ([-".contains(c))
                && after.is_none_or(|c| " ,)]".contains(c));
            prop_assert!(!is_number, "{what}: {told}");
        }
    }
    Ok(())
}

/// Everything that is told of a flow.
fn assert_told(document: &Document, flow: FlowId) -> Result<(), TestCaseError> {
    let graph = Graph::of(document, flow).unwrap();
    let rate = demand(&graph).normal.unwrap_or(1.0);
    for load in loads(&graph) {
        assert_numbers("load", &(&load, load.utilisation(rate)))?;
        let queue = load.queue(rate);
        let told = queue.map(|it| (it.wait(), it.length(), it.backlog_after(8.0)));
        assert_numbers("queue", &told)?;
    }
    assert_numbers("metrics", &(metrics(&graph), exact(&graph)))?;
    assert_numbers("ranges", &(ranges(&graph), measure_first(&graph)))?;
    assert_numbers("a year", &yearly(&graph))?;
    assert_numbers("breakdown", &breakdown(&graph))?;
    assert_numbers("residual", &residual_errors(&graph, Rates::default()))?;
    assert_numbers("demand", &(demand(&graph), cases_in_hand(&graph)))?;
    assert_numbers("channels", &channels(&graph))?;
    let findings = find(document, flow, None, &Cancel::default()).unwrap();
    assert_numbers("union", &union(&graph, &findings))?;
    for finding in &findings {
        assert_finding(document, &graph, finding)?;
    }
    let _ = (
        soundness(&graph),
        check_coverage(&graph),
        gaps_of_flow(&graph),
    );
    Ok(())
}

fn assert_finding(
    document: &Document,
    graph: &Graph,
    finding: &Finding,
) -> Result<(), TestCaseError> {
    assert_numbers("finding", finding)?;
    prop_assert!(!finding.nodes.is_empty(), "{finding:?}");
    for node in finding.nodes.iter().chain(finding.claims.keys()) {
        prop_assert!(document.node(*node).is_ok(), "{finding:?}");
        prop_assert!(graph.index(*node).is_some(), "{finding:?}");
    }
    for claim in finding.claims.values() {
        let shares = [claim.minutes_share, claim.wait_share];
        prop_assert!(
            shares.iter().all(|it| (0.0..=1.0).contains(it)),
            "{finding:?}"
        );
        prop_assert!(claim.sheets >= 0.0 && claim.errors >= 0.0, "{finding:?}");
    }
    prop_assert!((0.0..=1.0).contains(&finding.confidence), "{finding:?}");
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn of_any_flow_there_are_only_numbers_to_tell(seed in any::<u64>(), size in 1..24_usize) {
        let (document, flow) = flow::document(seed, size);
        assert_told(&countable(&document), flow)?;
    }

    #[test]
    fn of_a_damaged_drawing_there_are_only_numbers_to_tell(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let text = dice.pick(SAMPLES);
        let drawn = notation::parse(text).unwrap();
        let flow = drawn.first_flow().unwrap();
        assert_told(&countable(&damaged(&mut dice, &drawn)), flow)?;
    }

    #[test]
    fn numbers_beyond_counting_stop_nobody(seed in any::<u64>(), size in 1..12_usize) {
        let (document, flow) = flow::document(seed, size);
        let graph = Graph::of(&document, flow).unwrap();
        let _ = (metrics(&graph), yearly(&graph), ranges(&graph), breakdown(&graph));
        prop_assert!(find(&document, flow, None, &Cancel::default()).is_ok());
    }
}
