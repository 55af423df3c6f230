//! Whatever is drawn, it is played or it is said why not, and what is told of it is a number.
//!
//! `PROPTEST_CASES=100000 cargo test -p kaizu-simulate --test any_flow` looks longer.
#![expect(clippy::unwrap_used, reason = "a test ends where something is wrong")]
#[path = "../../analysis/tests/any_flow/damage.rs"]
mod damage;
#[path = "../../model/tests/random/mod.rs"]
mod random;

use damage::{countable, damaged};
use kaizu_model::{Document, FlowId, OutOfRange, Progress, Record, notation};
use kaizu_simulate::{
    Arrivals, Hours, Office, People, Plan, Replications, Unplayable, WarmUp, Wave, run,
};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use random::{Dice, flow};
use time::macros::date;

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

/// A few cases by one of several plans.
fn plan(dice: &mut Dice) -> Plan {
    let wave = Wave {
        day: 2,
        cases: 15,
        hours: 3.0,
    };
    let random = Arrivals::Random { per_hour: 2.0 };
    let even = Arrivals::Even { per_hour: 0.2 };
    let office = Hours::Office(Office::usual(7.75));
    let limited = People::Limited {
        factor: dice.pick(&[0.1, 1.0, 3.0]),
    };
    let arrivals = [random, even, Arrivals::Waves(vec![wave])];
    Plan {
        seed: dice.roll(),
        cases: 20,
        replications: Replications::Exactly(2),
        warm_up: WarmUp::Recognised,
        start: date!(2026 - 04 - 01),
        hours: [Hours::Always, office][dice.below(2)].clone(),
        arrivals: arrivals[dice.below(3)].clone(),
        urgent: dice.pick(&[0.0, 0.5]),
        people: if dice.once_in(4) {
            People::Unlimited
        } else {
            limited
        },
    }
}

/// The same flow with work and waits that end before everybody is dead, by people who are there.
fn within_a_lifetime(document: &Document) -> Document {
    fn at_most<T: TryFrom<f64, Error = OutOfRange>>(is: f64, most: f64) -> Option<T> {
        T::try_from(is.min(most)).ok()
    }
    let records = document.records().map(|(id, record)| {
        let mut record = record.clone();
        if let Record::Step(step) = &mut record {
            step.minutes = step.minutes.and_then(|it| at_most(it.get(), 600.0));
            step.wait = step.wait.and_then(|it| at_most(it.get(), 400.0));
            step.people = step.people.and_then(|it| at_most(it.get(), 3.0));
        }
        if let Record::Lane(lane) = &mut record {
            lane.headcount = lane.headcount.filter(|it| it.get() > 0.01);
        }
        (id, record)
    });
    records.collect()
}

/// Plays it, and says whether it could be played.
fn is_played(document: &Document, flow: FlowId, plan: &Plan) -> Result<bool, TestCaseError> {
    match run(document, flow, plan, &Progress::default()) {
        Ok(outcome) => {
            let told = format!("{outcome:?}");
            prop_assert!(!told.contains("NaN") && !told.contains("inf"), "{told}");
            Ok(true)
        }
        Err(Unplayable::Empty | Unplayable::Unsound(_) | Unplayable::Endless) => Ok(false),
        Err(other) => Err(TestCaseError::fail(format!("{other:?}"))),
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_flow_is_played_or_it_is_said_why_not(seed in any::<u64>(), size in 1..12_usize) {
        let (document, flow) = flow::document(seed, size);
        is_played(&within_a_lifetime(&countable(&document)), flow, &plan(&mut Dice(seed)))?;
    }

    #[test]
    fn a_damaged_drawing_is_played_or_it_is_said_why_not(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let text = dice.pick(SAMPLES);
        let drawn = notation::parse(text).unwrap();
        let flow = drawn.first_flow().unwrap();
        let plan = plan(&mut dice);
        is_played(&within_a_lifetime(&countable(&damaged(&mut dice, &drawn))), flow, &plan)?;
    }

    #[test]
    fn numbers_beyond_counting_stop_nobody(seed in any::<u64>(), size in 1..12_usize) {
        let (document, flow) = flow::document(seed, size);
        let dice = &mut Dice(seed);
        let per_hour = dice.pick(&[0.0, 1e-300, 1.0, 1e300, f64::INFINITY, f64::NAN]);
        let usual = plan(dice);
        let arrivals = [
            Arrivals::Random { per_hour },
            Arrivals::Even { per_hour },
            usual.arrivals.clone(),
        ];
        let plan = Plan {
            arrivals: arrivals[dice.below(3)].clone(),
            ..usual
        };
        let _ = run(&document, flow, &plan, &Progress::default());
    }
}
