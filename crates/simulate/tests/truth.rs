//! Flows whose answer is known: by hand, by the formulas of queues, or by the calendar.
use kaizu_model::{Document, OfficeHours, Outcome, Progress, notation};
use kaizu_simulate::{Arrivals, Hours, Office, People, Plan, Replications, Staffing, WarmUp, run};
use time::macros::date;

fn flow(text: &str) -> Document {
    notation::parse(text).unwrap()
}

fn plan(arrivals: Arrivals, cases: u64) -> Plan {
    Plan {
        seed: 20_240_101,
        cases,
        replications: Replications::Exactly(5),
        warm_up: WarmUp::Cases(cases / 20),
        start: date!(2024 - 01 - 01),
        hours: Hours::Always,
        arrivals,
        urgent: 0.0,
        people: People::Limited(Staffing::default()),
        shares: Default::default(),
        work: Default::default(),
    }
}

fn played(text: &str, plan: &Plan) -> Outcome {
    let document = flow(text);
    run(
        &document,
        document.first_flow().unwrap(),
        plan,
        &Progress::default(),
    )
    .unwrap()
}

fn near(is: f64, expected: f64, part: f64) {
    assert!((is / expected - 1.0).abs() <= part, "{is}, not {expected}");
}

const EVERY_TEN_MINUTES: Arrivals = Arrivals::Random { per_hour: 6.0 };

#[test]
fn a_sequence_of_fixed_times_takes_their_sum() {
    let text = "@担当 甲 [職員 1人]\n@担当 乙 [職員 1人]\n@担当 丙 [職員 1人]\n甲: 一 10分\n乙: 二 20分\n丙: 三 30分\n";
    let outcome = played(
        text,
        &Plan {
            warm_up: WarmUp::Cases(0),
            ..plan(Arrivals::Even { per_hour: 1.0 }, 500)
        },
    );
    near(outcome.lead_hours.mean, 1.0, 1e-6);
    assert!(outcome.wait_hours.mean.abs() < 1e-9);
    assert_eq!(outcome.events, 5 * 500 * 4);
}

#[test]
fn more_than_one_can_do_piles_up() {
    let text = "@担当 甲 [職員 1人]\n甲: 一 15分\n";
    let arrivals = Arrivals::Even { per_hour: 6.0 };
    let outcome = played(
        text,
        &Plan {
            warm_up: WarmUp::Cases(0),
            ..plan(arrivals, 100)
        },
    );
    near(outcome.wait_hours.mean * 3600.0, 14_850.0, 1e-6);
    near(outcome.lead_hours.mean * 3600.0, 15_750.0, 1e-6);
    near(outcome.lanes[0].utilisation.unwrap(), 1.0, 1e-6);
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
        let outcome = played(&text, &plan(EVERY_TEN_MINUTES, 20_000));
        near(outcome.wait_hours.mean * 3600.0, wait, 0.1);
        near(outcome.lead_hours.mean * 3600.0, wait + minutes * 60.0, 0.1);
        near(outcome.lanes[0].utilisation.unwrap(), rho, 0.02);
        near(
            outcome.lanes[0].mean_wait_hours,
            outcome.wait_hours.mean,
            1e-9,
        );
        near(outcome.lanes[0].mean_queue, 6.0 * wait / 3600.0, 0.1);
    }
}

#[test]
fn who_works_from_nine_to_five_goes_on_the_next_working_day() {
    let text = "@担当 甲 [職員 1人]\n甲: 一 3時間\n";
    let week = Plan {
        hours: Hours::plain_week(9 * 60, 17 * 60),
        warm_up: WarmUp::Cases(0),
        replications: Replications::Exactly(1),
        ..plan(Arrivals::Even { per_hour: 60.0 }, 6)
    };
    let outcome = played(text, &week);
    // Wednesday, 11:00.
    near(outcome.cleared.p50, 48.0 + 11.0, 1e-9);
    let friday = Plan {
        start: date!(2024 - 01 - 05),
        ..week
    };
    let office = Office::usual(OfficeHours::A_DAY);
    assert_eq!(office.opens, 510);
    let outcome = played(
        "@担当 甲 [職員 1人]\n甲: 待つ 7時間\n甲: 一 2時間\n",
        &Plan { cases: 1, ..friday },
    );
    near(outcome.cleared.p50, 72.0 + 10.0, 1e-9);
}
