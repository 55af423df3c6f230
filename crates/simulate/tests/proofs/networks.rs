//! Networks of queues that have an exact answer: each lane waits as if it were alone (Jackson 1957; Baskett and others 1975).
use std::fmt::Write;

use kaizu_analysis::erlang::Queue;
use kaizu_model::Outcome;
use kaizu_simulate::{Arrivals, Plan, WarmUp};

use crate::office::{mean, near, plan, repeated};

/// What is known of a lane.
pub(crate) struct Lane {
    pub(crate) queue: Queue,
    /// How often a case comes to it.
    pub(crate) visits: f64,
}

/// Every lane waits as Erlang says, up to four standard errors, and up to a hundredth where half of the time is free.
pub(crate) fn assert_lanes(outcomes: &[Outcome], lanes: &[Lane]) {
    let mut lead = 0.0;
    for (n, Lane { queue, visits }) in lanes.iter().enumerate() {
        let of = |figure: &dyn Fn(&Outcome) -> f64| {
            let all: Vec<f64> = outcomes.iter().map(figure).collect();
            mean(&all)
        };
        let expected = queue.wait().unwrap();
        let (wait, error) = of(&|it| it.lanes[n].mean_wait_hours);
        let rho = queue.utilisation();
        assert!(
            (wait - expected).abs() <= 4.0 * error,
            "{wait} ± {error}, not {expected}"
        );
        if rho <= 0.5 {
            near(wait, expected, 0.01);
        }
        let (busy, _) = of(&|it| it.lanes[n].utilisation.unwrap());
        near(busy, rho, 0.01);
        let (length, error) = of(&|it| it.lanes[n].mean_queue);
        let expected = queue.length().unwrap();
        assert!(
            (length - expected).abs() <= 4.0 * error,
            "{length} ± {error}, not {expected}"
        );
        lead += visits * (queue.wait().unwrap() + 1.0 / queue.rate);
    }
    let leads: Vec<f64> = outcomes.iter().map(|it| it.lead_hours.mean).collect();
    let (is, error) = mean(&leads);
    assert!(
        (is - lead).abs() <= 4.0 * error,
        "{is} ± {error}, not {lead}"
    );
}

fn queue(arrivals: f64, minutes: f64, servers: u32) -> Queue {
    Queue {
        arrivals,
        rate: 60.0 / minutes,
        servers,
    }
}

fn settled(per_hour: f64, cases: u64) -> Plan {
    Plan {
        warm_up: WarmUp::Cases(2_000),
        ..plan(Arrivals::Random { per_hour }, cases)
    }
}

#[test]
fn in_a_row_each_waits_as_if_it_were_alone() {
    let text = "@担当 甲 [職員 1人]\n@担当 乙 [職員 2人]\n@担当 丙 [職員 3人]\n\
                甲: 一 4分\n  分布: 指数\n乙: 二 16分\n  分布: 指数\n丙: 三 15分\n  分布: 指数\n";
    let lanes = [(4.0, 1), (16.0, 2), (15.0, 3)].map(|(minutes, servers)| Lane {
        queue: queue(6.0, minutes, servers),
        visits: 1.0,
    });
    assert_lanes(&repeated(text, &settled(6.0, 52_000), 20), &lanes);
}

#[test]
fn who_comes_back_waits_again() {
    // Every fourth comes back from the check; of those who pass it, every tenth comes back from the end.
    let text = "@担当 甲 [職員 2人]\n@担当 乙 [職員 1人]\n@担当 丙 [職員 2人]\n\
                甲: 一 8分 [#1]\n  分布: 指数\n乙: 二 5分 [#2]\n  分布: 指数\n  25% 否 → #1\n  75% 可 → #3\n\
                丙: 三 6分 [#3]\n  分布: 指数\n  10% 否 → #1\n  90% 可 → #4\n丙: 四 0分 [#4]\n";
    let ends = 1.0 / 0.9;
    let visits = [ends / 0.75, ends / 0.75, ends];
    let lanes = [(8.0, 2), (5.0, 1), (6.0, 2)];
    let lanes = std::array::from_fn::<_, 3, _>(|n| Lane {
        queue: queue(6.0 * visits[n], lanes[n].0, lanes[n].1),
        visits: visits[n],
    });
    assert_lanes(&repeated(text, &settled(6.0, 52_000), 20), &lanes);
}

/// Twenty steps of five lanes: with two ways round something and one way back.
fn twenty_steps() -> String {
    let mut text = String::new();
    for (name, people, _) in LANES {
        writeln!(text, "@担当 {name} [職員 {people}人]").unwrap();
    }
    for n in 1..=20 {
        let (name, _, minutes) = LANES[(n - 1) % 5];
        writeln!(text, "{name}: 手順{n} {minutes}分 [#S{n}]\n  分布: 指数").unwrap();
        let arrows = ARROWS.iter().filter(|it| it.0 == n);
        for (_, percent, to) in arrows {
            writeln!(text, "  {percent}% {percent} → #S{to}").unwrap();
        }
    }
    text
}

/// Name, people and minutes of each.
const LANES: [(&str, u32, f64); 5] = [
    ("受付係", 3, 7.5),
    ("営業担当", 4, 7.5),
    ("承認者", 2, 3.5),
    ("作業者", 5, 10.0),
    ("出荷係", 3, 6.0),
];

/// From a step, so many percent go to another; all other steps lead to the next.
const ARROWS: [(usize, u32, usize); 6] = [
    (4, 30, 7),
    (4, 70, 5),
    (10, 15, 7),
    (10, 85, 11),
    (15, 20, 16),
    (15, 80, 17),
];

#[test]
fn twenty_steps_of_five_lanes_wait_as_the_product_form_says() {
    // Steps 7 to 10 are come to 1 / 0.85 times, 5 and 6 by seven of ten, 16 by every fifth.
    let round = 1.0 / 0.85;
    let mut visits = [1.0; 20];
    (visits[4], visits[5], visits[15]) = (0.7, 0.7, 0.2);
    visits[6..10].fill(round);
    let lanes = std::array::from_fn::<_, 5, _>(|n| {
        let (_, people, minutes) = LANES[n];
        let own: f64 = visits.iter().skip(n).step_by(5).sum();
        Lane {
            queue: queue(6.0 * own, minutes, people),
            visits: own,
        }
    });
    let outcomes = repeated(&twenty_steps(), &settled(6.0, 22_000), 20);
    assert_lanes(&outcomes, &lanes);
}
