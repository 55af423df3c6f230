//! Queues in front of one kind of people, beside Erlang's formula.
use kaizu_analysis::erlang::Queue;
use kaizu_simulate::{Arrivals, Plan, Replications, WarmUp};

use crate::networks::{Lane, assert_lanes};
use crate::office::{plan, repeated};

#[test]
fn any_number_of_people_waits_as_erlang_says() {
    for (servers, utilisation, cases) in [
        (1, 0.3, 52_000),
        (1, 0.5, 52_000),
        (1, 0.8, 22_000),
        (2, 0.5, 52_000),
        (2, 0.9, 22_000),
        (4, 0.5, 52_000),
        (5, 0.8, 22_000),
        (40, 0.9, 22_000),
    ] {
        let minutes = 10.0;
        let queue = Queue {
            arrivals: utilisation * f64::from(servers) * 6.0,
            rate: 6.0,
            servers,
        };
        let text = format!("@担当 甲 [職員 {servers}人]\n甲: 一 {minutes}分\n  分布: 指数\n");
        let arrivals = Arrivals::Random {
            per_hour: queue.arrivals,
        };
        let settled = Plan {
            warm_up: WarmUp::Cases(2_000),
            ..plan(arrivals, cases)
        };
        let outcomes = repeated(&text, &settled, 20);
        assert_lanes(&outcomes, &[Lane { queue, visits: 1.0 }]);
    }
}

#[test]
fn what_is_said_with_certainty_is_so_in_about_95_of_100_runs() {
    // λ = 6 and μ = 10 an hour: a case takes 1 / (10 − 6) hours.
    let text = "@担当 甲 [職員 1人]\n甲: 一 6分\n  分布: 指数\n";
    for (replications, cases) in [(10, 1_300), (1, 10_500)] {
        let several = Plan {
            replications: Replications::Exactly(replications),
            warm_up: WarmUp::Cases(500),
            ..plan(Arrivals::Random { per_hour: 6.0 }, cases)
        };
        let outcomes = repeated(text, &several, 100);
        let leads = outcomes.iter().map(|it| it.lead_hours);
        let right = leads.filter(|it| (it.low95..=it.high95).contains(&0.25));
        assert!((88..100).contains(&right.count()));
    }
}
