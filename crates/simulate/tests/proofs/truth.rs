//! Small flows whose answer is known by hand or by the formulas of queues, each as exact as its answer allows.
use kaizu_model::Outcome;
use kaizu_simulate::{Arrivals, Plan, Replications, WarmUp};

use crate::office::{near, plan, written};

const EVERY_TEN_MINUTES: Arrivals = Arrivals::Random { per_hour: 6.0 };

/// Five replications of twenty thousand cases, of which the first thousand do not count.
fn settled() -> Plan {
    Plan {
        replications: Replications::Exactly(5),
        warm_up: WarmUp::Cases(1_000),
        ..plan(EVERY_TEN_MINUTES, 20_000)
    }
}

fn visits(outcome: &Outcome, step: usize) -> f64 {
    outcome.steps[step].visits_per_case
}

/// Seconds of so many hours.
fn seconds(hours: f64) -> f64 {
    hours * 3600.0
}

#[test]
fn a_sequence_of_fixed_times_takes_their_sum() {
    let text = "@担当 甲 [職員 1人]\n@担当 乙 [職員 1人]\n@担当 丙 [職員 1人]\n甲: 一 10分\n乙: 二 20分\n丙: 三 30分\n";
    let outcome = written(text, &plan(Arrivals::Even { per_hour: 1.0 }, 500));
    near(seconds(outcome.lead_hours.mean), 3600.0, 1e-6);
    assert!(outcome.wait_hours.mean.abs() < 1e-9);
    // All of them, and to a thousandth the shortest and the longest.
    assert!(outcome.lead_hours.high95 - outcome.lead_hours.low95 < 1e-9);
    near(outcome.lead_hours.p90, outcome.lead_hours.p50, 1e-9);
    near(outcome.cleared.p50, 500.0, 1e-9);
    assert_eq!(outcome.events, 500 * 4);
}

#[test]
fn more_than_one_can_do_piles_up() {
    let text = "@担当 甲 [職員 1人]\n甲: 一 15分\n";
    let outcome = written(text, &plan(Arrivals::Even { per_hour: 6.0 }, 100));
    near(seconds(outcome.wait_hours.mean), 14_850.0, 1e-6);
    near(seconds(outcome.lead_hours.mean), 15_750.0, 1e-6);
    near(outcome.lanes[0].utilisation.unwrap(), 1.0, 1e-6);
    // The last one comes after 59,400 seconds, waits 29,700 and takes 900.
    near(seconds(outcome.cleared.p50), 90_000.0, 1e-9);
    assert_eq!(outcome.assumptions.len(), 1);
}

#[test]
fn single_queues_wait_as_the_formulas_say() {
    for (people, minutes, work, wait, rho) in [
        (1, 8.0, "指数", 1920.0, 0.8),
        (3, 24.0, "指数", 1553.258, 0.8),
        (1, 8.0, "一定", 960.0, 0.8),
        (1, 7.0, "一様 3.5分 10.5分", 530.833, 0.7),
    ] {
        let text = format!("@担当 甲 [職員 {people}人]\n甲: 一 {minutes}分\n  分布: {work}\n");
        let outcome = written(&text, &settled());
        let (lead, lane) = (wait + minutes * 60.0, &outcome.lanes[0]);
        near(seconds(outcome.wait_hours.mean), wait, 0.1);
        near(seconds(outcome.lead_hours.mean), lead, 0.1);
        near(lane.utilisation.unwrap(), rho, 0.02);
        near(lane.mean_wait_hours, outcome.wait_hours.mean, 1e-9);
        near(lane.mean_queue, wait / 600.0, 0.1);
        // Little's law: as many are in hand as come while one is; the last part of time is not full.
        let whole = &outcome.course.in_hand[..outcome.course.in_hand.len() - 2];
        near(
            whole.iter().sum::<f64>() / whole.len() as f64,
            lead / 600.0,
            0.1,
        );
    }
}

#[test]
fn of_two_ways_each_is_taken_as_often_as_it_says() {
    let text = "@担当 甲 [職員 50人]\n@担当 乙 [職員 50人]\n甲: 分ける [分岐]\n  70% 一 → #1\n  30% 二 → #2\n\
                甲: 一 10分 [#1]\n  → #3\n乙: 二 60分 [#2]\n  → #3\n甲: 合わせる [#3 合流]\n";
    let outcome = written(text, &plan(Arrivals::Even { per_hour: 6.0 }, 20_000));
    let lead = outcome.lead_hours;
    near(seconds(lead.mean), 1500.0, 0.03);
    let (first, second) = (visits(&outcome, 0), visits(&outcome, 1));
    near(first, 0.7, 0.03);
    near(second, 0.3, 0.03);
    near(first + second, 1.0, 1e-12);
    // There are two lead times: their distance and shares are the standard deviation.
    let full = outcome.histogram.iter().filter(|it| it.share > 0.0);
    let shares: Vec<f64> = full.map(|it| it.share).collect();
    near(shares[0], first, 1e-9);
    near(shares[1], second, 1e-9);
    let deviation = (lead.p90 - lead.p50) * libm::sqrt(shares[0] * shares[1]);
    near(seconds(deviation), 1374.773, 0.03);
}

#[test]
fn side_by_side_the_longer_one_counts() {
    let text = "@担当 甲 [職員 100人]\n@担当 乙 [職員 100人]\n甲: 分ける [分岐AND]\n  → #1\n  → #2\n\
                甲: 一 10分 [#1]\n  分布: 指数\n  → #3\n乙: 二 20分 [#2]\n  分布: 指数\n  → #3\n甲: 合わせる [#3 合流AND]\n";
    let outcome = written(text, &plan(Arrivals::Even { per_hour: 6.0 }, 20_000));
    near(seconds(outcome.lead_hours.mean), 1400.0, 0.03);
    near(visits(&outcome, 0), 1.0, 1e-12);
    near(visits(&outcome, 1), 1.0, 1e-12);
}

#[test]
fn who_fails_a_check_takes_another_round() {
    let text = "@担当 甲 [職員 50人]\n@担当 乙 [職員 50人]\n甲: 一 20分 [#1]\n甲: よいか [分岐]\n\
                \x20 20% 否 → #1\n  80% 可 → #2\n乙: 二 10分 [#2]\n";
    let outcome = written(text, &plan(Arrivals::Even { per_hour: 3.0 }, 20_000));
    near(seconds(outcome.lead_hours.mean), 2100.0, 0.02);
    near(visits(&outcome, 0), 1.25, 0.02);
    near(visits(&outcome, 1), 1.0, 1e-12);
}

#[test]
fn a_credit_application_takes_as_long_as_the_textbook_says() {
    // 1 / 0.8 + max(1, 3) + 3 + 0.6 · 1 + 0.4 · 2 days of 24 hours (after Dumas and others, 2018, chapter 7).
    let text = "@担当 甲 [職員 400人]\n甲: 一 24時間 [#1]\n甲: 揃っているか [分岐]\n  20% 否 → #1\n  80% 可 → #2\n\
                甲: 分ける [#2 分岐AND]\n  → #3\n  → #4\n甲: 履歴 24時間 [#3]\n  → #5\n甲: 収入 72時間 [#4]\n  → #5\n\
                甲: 揃える [#5 合流AND]\n甲: 審査 72時間\n甲: 認めるか [分岐]\n  60% 可 → #6\n  40% 否 → #7\n\
                甲: 申し出る 24時間 [#6]\n  → #8\n甲: 断る 48時間 [#7]\n  → #8\n甲: 合わせる [#8 合流]\n";
    let a_day = Arrivals::Even {
        per_hour: 1.0 / 24.0,
    };
    let outcome = written(text, &plan(a_day, 4_000));
    near(seconds(outcome.lead_hours.mean), 747_360.0, 0.02);
    near(outcome.lead_hours.mean / 24.0, 8.65, 0.02);
    assert!(outcome.wait_hours.mean.abs() < 1e-9);
}

#[test]
fn two_queues_in_a_row_take_what_each_takes_alone() {
    let text = "@担当 甲 [職員 1人]\n@担当 乙 [職員 1人]\n甲: 一 400秒\n  分布: 指数\n乙: 二 500秒\n  分布: 指数\n";
    let outcome = written(text, &settled());
    near(seconds(outcome.lead_hours.mean), 4200.0, 0.12);
    near(outcome.lanes[0].utilisation.unwrap(), 2.0 / 3.0, 0.02);
    near(outcome.lanes[1].utilisation.unwrap(), 5.0 / 6.0, 0.02);
}
