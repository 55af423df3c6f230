//! Plans to be played, and what came of them.

use kaizu_model::{Document, Outcome, Progress, notation};
use kaizu_simulate::{Arrivals, Hours, People, Plan, Replications, WarmUp, run};
use rayon::prelude::*;
use time::macros::date;

/// One replication day and night, in which every case counts.
pub(crate) fn plan(arrivals: Arrivals, cases: u64) -> Plan {
    Plan {
        seed: 20_240_101,
        cases,
        replications: Replications::Exactly(1),
        warm_up: WarmUp::Cases(0),
        start: date!(2024 - 01 - 01),
        hours: Hours::Always,
        arrivals,
        urgent: 0.0,
        people: People::Limited { factor: 1.0 },
    }
}

/// What comes of the flow of a document.
pub(crate) fn played(document: &Document, plan: &Plan) -> Outcome {
    let flow = document.first_flow().unwrap();
    run(document, flow, plan, &Progress::default()).unwrap()
}

/// What comes of a flow that is written down.
pub(crate) fn written(text: &str, plan: &Plan) -> Outcome {
    played(&notation::parse(text).unwrap(), plan)
}

/// So many runs of one plan, each with the seed after that of the one before.
pub(crate) fn repeated(text: &str, plan: &Plan, runs: u64) -> Vec<Outcome> {
    let document = notation::parse(text).unwrap();
    let seeded = |n| Plan {
        seed: plan.seed + n,
        ..plan.clone()
    };
    let all = (0..runs).into_par_iter();
    all.map(|n| played(&document, &seeded(n))).collect()
}

/// The mean of independent values, and its standard error.
pub(crate) fn mean(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let square: f64 = values.iter().map(|it| (it - mean) * (it - mean)).sum();
    (mean, libm::sqrt(square / (n - 1.0) / n))
}

/// Says where a figure is not the expected one, up to a part of it.
pub(crate) fn near(is: f64, expected: f64, part: f64) {
    let apart = (is - expected).abs();
    assert!(apart <= part * expected.abs(), "{is}, not {expected}");
}
