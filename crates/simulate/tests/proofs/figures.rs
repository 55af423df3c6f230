//! Where nobody has to be waited for, a flow that is played shows the figures that analysis works out.
use kaizu_analysis::{Graph, exact};
use kaizu_model::{Document, Outcome, notation};
use kaizu_simulate::{Arrivals, Hours, Office, People, Plan};

use crate::office::{near, plan, played};

/// Flows as offices draw them.
const SAMPLES: &[&str] = &[
    include_str!("../../../../samples/child-allowance-claim.flow"),
    include_str!("../../../../samples/childcare-benefit-7-3-to-be.flow"),
    include_str!("../../../../samples/childcare-benefit-7-3.flow"),
    include_str!("../../../../samples/moving-in-life-event.flow"),
    include_str!("../../../../samples/resident-record-by-mail.flow"),
    include_str!("../../../../samples/special-fixed-benefit.flow"),
    include_str!("../../../../samples/travel-expense-payment.flow"),
    include_str!("../../../../samples/vaccination-ticket.flow"),
];

const CASES: u64 = 40_000;

/// Each case alone, in the hours of an office.
fn alone() -> Plan {
    Plan {
        people: People::Unlimited,
        hours: Hours::Office(Office::usual(7.75)),
        ..plan(Arrivals::Even { per_hour: 100.0 }, CASES)
    }
}

/// Minutes of work on a case by residents and businesses, or by all others.
fn minutes(document: &Document, outcome: &Outcome, is_customers: bool) -> f64 {
    let own = outcome.lanes.iter().filter(|it| {
        let lane = document.lane(it.lane).unwrap();
        lane.kind.is_customer() == is_customers
    });
    own.map(|it| it.work_hours_per_case * 60.0).sum()
}

/// Every step is come to as often as its visit ratio says, and takes the time that was entered.
///
/// Half a hundredth is less than chance makes of a step that few cases come to: there it is four standard errors. If n cases
/// come to it f times each, the error is at most √(f·(1 + 2f) / n), as where everybody comes back as often as they like.
fn assert_steps(graph: &Graph, outcome: &Outcome) {
    for seen in &outcome.steps {
        let node = graph.index(seen.node).unwrap();
        let (name, visits) = (graph.name(node), graph.visit(node));
        let error = libm::sqrt(visits * (1.0 + 2.0 * visits) / CASES as f64);
        let apart = (seen.visits_per_case - visits).abs();
        assert!(
            apart <= (0.005 * visits).max(4.0 * error),
            "{name}: {seen:?}, not {visits}"
        );
        if visits > 0.0 {
            let step = graph.step(node).unwrap();
            let work = step.minutes.map_or(0.0, |it| it.get() / 60.0);
            near(seen.work_hours, work, 0.005);
            near(seen.other_wait_hours, graph.wait(node).unwrap_or(0.0), 1e-6);
            assert!(seen.queue_hours.abs() < 1e-12, "{name}: {seen:?}");
        }
    }
}

#[test]
fn every_sample_shows_its_figures() {
    for text in SAMPLES {
        let document = notation::parse(text).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let outcome = played(&document, &alone());
        let exact = exact(&graph);
        assert_steps(&graph, &outcome);
        let staff = exact.staff_min_per_case.unwrap();
        near(minutes(&document, &outcome, false), staff, 0.005);
        let residents = exact.resident_min_per_case.unwrap();
        near(minutes(&document, &outcome, true), residents, 0.005);
        // In none of them are branches side by side left to chance.
        near(
            outcome.lead_hours.mean,
            exact.lead_working_hours.unwrap(),
            0.005,
        );
        assert!(outcome.wait_hours.mean.abs() < 1e-12 && outcome.assumptions.is_empty());
    }
}

/// A flow in which all waits are known, its visits by step, and its hours as analysis and as playing have them.
fn both(text: &str) -> (Vec<[f64; 2]>, [f64; 2]) {
    let document = notation::parse(text).unwrap();
    let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
    let outcome = played(&document, &alone());
    let visit = |it: &kaizu_model::StepOutcome| {
        let node = graph.index(it.node).unwrap();
        [graph.visit(node), it.visits_per_case]
    };
    let hours = exact(&graph).lead_working_hours.unwrap();
    let visits = outcome.steps.iter().map(visit).collect();
    (visits, [hours, outcome.lead_hours.mean])
}

#[test]
fn the_longer_of_two_chances_is_longer_than_either() {
    let text = "係: 分ける [分岐AND]\n  → #1\n  → #2\n係: 一 10分 [#1 待ち0時間]\n  分布: 指数\n  → #3\n\
                係: 二 10分 [#2 待ち0時間]\n  → #3\n係: 合わせる [#3 合流AND]\n";
    let (_, [analysed, played]) = both(text);
    near(analysed * 60.0, 10.0, 1e-9);
    // The mean of the longer of ten minutes and an exponential time is 10·(1 + 1/e).
    near(played * 60.0, 10.0 * (1.0 + libm::exp(-1.0)), 0.01);
    // Ways by chance do the same: nine tenths are five minutes long, one tenth is fifty.
    let text = "係: 分ける [分岐AND]\n  → #1\n  → #2\n係: いずれか [#1 分岐]\n  90% 甲 → #4\n  10% 乙 → #5\n\
                係: 短 5分 [#4 待ち0時間]\n  → #6\n係: 長 50分 [#5 待ち0時間]\n  → #6\n係: 一つ [#6 合流]\n  → #3\n\
                係: 二 20分 [#2 待ち0時間]\n  → #3\n係: 合わせる [#3 合流AND]\n";
    let (_, [analysed, played]) = both(text);
    near(analysed * 60.0, 20.0, 1e-9);
    near(played * 60.0, 0.9 * 20.0 + 0.1 * 50.0, 0.01);
}

#[test]
fn a_return_happens_once_or_as_often_as_it_likes() {
    let check = |times: &str| {
        format!(
            "係: 確認する 10分 [#1 待ち0時間]\n係: よいか [分岐]\n  20% 否 → #2\n  80% 可 → #3\n\
             住民: 直す 30分 [#2 待ち1時間]\n  → #1 [{times}]\n係: 終える 5分 [#3 待ち0時間]\n"
        )
    };
    for (times, rounds) in [("一度だけ", 1.2), ("何度でも", 1.25)] {
        let (visits, hours) = both(&check(times));
        for [first, second, third] in [0, 1].map(|who| [0, 1, 2].map(|n: usize| visits[n][who])) {
            near(first, rounds, 0.005);
            near(second, rounds - 1.0, 0.02);
            near(third, 1.0, 1e-9);
        }
        let minutes = rounds * 10.0 + (rounds - 1.0) * 90.0 + 5.0;
        near(hours[0] * 60.0, minutes, 1e-6);
        near(hours[1] * 60.0, minutes, 0.01);
    }
}

#[test]
fn loops_inside_one_another_and_one_after_the_other_count_each_for_itself() {
    let loops = |first: &str, times: &str| {
        format!(
            "係: 一 10分 [#1 待ち0時間]\n係: 一でよいか [分岐]\n  20% 否 → #1 [{times}]\n  80% 可 → #2\n\
             係: 二 10分 [#2 待ち0時間]\n係: 二でよいか [分岐]\n  30% 否 → {first} [{times}]\n  70% 可 → #3\n\
             係: 三 0分 [#3 待ち0時間]\n"
        )
    };
    for (first, times, one, two) in [
        ("#2", "一度だけ", 1.2, 1.3),
        ("#1", "一度だけ", 1.2 * 1.3, 1.3),
        ("#2", "何度でも", 1.0 / 0.8, 1.0 / 0.7),
        ("#1", "何度でも", 1.0 / 0.8 / 0.7, 1.0 / 0.7),
    ] {
        let (visits, hours) = both(&loops(first, times));
        for who in [0, 1] {
            near(visits[0][who], one, 0.01);
            near(visits[1][who], two, 0.01);
            near(visits[2][who], 1.0, 1e-9);
            near(hours[who] * 6.0, one + two, 0.01);
        }
    }
}
