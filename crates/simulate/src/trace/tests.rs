//! What is written down of one replication.
use kaizu_model::notation;
use time::macros::date;

use super::*;
use crate::calendar::Hours;
use crate::plan::{Arrivals, People, Replications, WarmUp, Wave};

const TWO_STEPS: &str = "@担当 窓口 [職員 1人]\n窓口: 受ける 30分\n窓口: 渡す 15分\n";

/// From Friday, 3 April 2026, so many cases come in the morning at once.
fn plan(cases: u64) -> Plan {
    Plan {
        seed: 7,
        cases,
        replications: Replications::Exactly(1),
        warm_up: WarmUp::Cases(0),
        start: date!(2026 - 04 - 03),
        hours: Hours::plain_week(9 * 60, 10 * 60),
        arrivals: Arrivals::Waves(vec![Wave {
            day: 0,
            cases,
            hours: 0.0,
        }]),
        urgent: 0.0,
        people: People::Limited { factor: 1.0 },
    }
}

fn traced(text: &str, plan: &Plan, most: usize) -> Result<Trace, Unplayable> {
    let document = notation::parse(text).unwrap();
    let flow = document.first_flow().unwrap();
    trace(&document, flow, plan, most, &Cancel::default())
}

/// What happened to `case`, with the minutes at which it did.
fn told(trace: &Trace, case: u64) -> String {
    let own = trace.entries.iter().filter(|entry| entry.case == case);
    let words = own.map(|Entry { at, what, .. }| {
        let word = match what {
            Passage::Comes => "comes",
            Passage::Goes(_) => "goes",
            Passage::Reaches(_) => "reaches",
            Passage::Begins(_) => "begins",
            Passage::Leaves(_) => "leaves",
            Passage::Ends => "ends",
        };
        format!("{at} {word}")
    });
    words.collect::<Vec<_>>().join(", ")
}

#[test]
fn everything_that_happens_is_written_down_in_its_order() {
    let trace = traced(TWO_STEPS, &plan(2), 1000).unwrap();
    // The other case comes first, and then it is Monday.
    assert_eq!(
        told(&trace, 0),
        "540 comes, 540 reaches, 540 begins, 570 leaves, 570 goes, 570 reaches, 4860 begins, 4875 leaves, 4875 ends"
    );
    assert!(trace.entries.is_sorted_by(|one, next| one.at <= next.at));
    assert!(!trace.is_cut);
}

#[test]
fn the_clock_can_jump_over_nights_and_weekends() {
    let trace = traced(TWO_STEPS, &plan(2), 1000).unwrap();
    let day = 24.0 * 60.0;
    let opening = |n: f64| Opening {
        from: n * day + 540.0,
        to: n * day + 600.0,
    };
    // Friday and Monday.
    assert_eq!(trace.openings, [opening(0.0), opening(3.0)]);
}

#[test]
fn who_never_closes_has_one_opening() {
    let always = Plan {
        hours: Hours::Always,
        ..plan(2)
    };
    let trace = traced(TWO_STEPS, &always, 1000).unwrap();
    let whole = Opening {
        from: 0.0,
        to: 1440.0,
    };
    assert_eq!(trace.openings, [whole]);
}

#[test]
fn what_has_no_room_is_cut_and_said_to_be() {
    let whole = traced(TWO_STEPS, &plan(5), 1000).unwrap();
    let exact = traced(TWO_STEPS, &plan(5), whole.entries.len()).unwrap();
    assert_eq!(exact, whole);
    let cut = traced(TWO_STEPS, &plan(5), 9).unwrap();
    assert!(cut.is_cut);
    assert_eq!(cut.entries, whole.entries[..9]);
}

#[test]
fn the_same_seed_writes_the_same() {
    let text = "@担当 窓口 [職員 1人]\n窓口: 受ける 30分 [分布:指数]\n窓口: 渡す 15分\n";
    let by_chance = Plan {
        arrivals: Arrivals::Random { per_hour: 1.0 },
        ..plan(50)
    };
    let first = traced(text, &by_chance, 10_000).unwrap();
    assert_eq!(traced(text, &by_chance, 10_000).unwrap(), first);
    let other = Plan {
        seed: 8,
        ..by_chance
    };
    assert_ne!(traced(text, &other, 10_000).unwrap(), first);
}

#[test]
fn what_cannot_be_played_has_no_trace() {
    let stuck = "窓口: どちらか [#1 分岐]\n  50% 甲 → #2\n  50% 乙 → #3\n窓口: 甲 [#2]\n  → #4\n窓口: 乙 [#3]\n\
                 窓口: そろう [#4 合流AND]\n窓口: 決める\n";
    let unsound = traced(stuck, &plan(1), 10);
    assert!(
        matches!(unsound, Err(Unplayable::Unsound(_))),
        "{unsound:?}"
    );
    let document = notation::parse(TWO_STEPS).unwrap();
    let cancel = Cancel::default();
    cancel.cancel();
    let flow = document.first_flow().unwrap();
    let stopped = trace(&document, flow, &plan(2), 10, &cancel);
    assert_eq!(stopped, Err(Unplayable::Cancelled));
}
