//! Work that nights, weekends, lunch and holidays interrupt: every moment is known by hand.
use kaizu_simulate::{Arrivals, Hours, Lunch, Office, Plan, Wave};
use time::macros::date;

use crate::office::{near, plan, written};

/// Monday to Friday from nine to five, with somebody coming every minute from nine on.
fn every_minute(cases: u64) -> Plan {
    Plan {
        hours: Hours::plain_week(9 * 60, 17 * 60),
        ..plan(Arrivals::Even { per_hour: 60.0 }, cases)
    }
}

#[test]
fn who_works_from_nine_to_five_goes_on_the_next_working_day() {
    let text = "@担当 甲 [職員 1人]\n甲: 一 3時間\n";
    // Monday 12:00, 15:00, Tuesday 10:00, 13:00, 16:00, Wednesday 11:00.
    let done = [12.0, 15.0, 34.0, 37.0, 40.0, 59.0];
    let mut worked = 0.0;
    for (cases, done) in (1..).zip(done) {
        let outcome = written(text, &every_minute(cases));
        near(outcome.cleared.p50, done, 1e-9);
        // Each comes a minute after the one before it, and is done three hours of work after it.
        let n = cases as f64 - 1.0;
        worked += 3.0 + n * (3.0 - 1.0 / 60.0);
        near(outcome.lead_hours.mean, worked / cases as f64, 1e-6);
    }
}

#[test]
fn what_is_begun_on_friday_evening_is_done_on_monday() {
    // Comes on Friday, January 5, 2024 at nine, and to the step at 16:00.
    let text = "@担当 甲 [職員 1人]\n甲: 一 2時間 [待ち7時間]\n  待ちの理由: 郵送\n";
    let friday = Plan {
        start: date!(2024 - 01 - 05),
        ..every_minute(1)
    };
    let outcome = written(text, &friday);
    near(outcome.cleared.p50, 72.0 + 10.0, 1e-9);
    near(outcome.lead_hours.mean, 9.0, 1e-9);
    near(outcome.steps[0].work_hours, 2.0, 1e-9);
    near(outcome.steps[0].other_wait_hours, 7.0, 1e-9);
}

#[test]
fn a_municipal_office_rests_at_noon_and_in_golden_week() {
    // Three hours of work from 9:30 are done at 13:30; on Friday, May 1, 2026 from 16:15 on, on Thursday, May 7 at 10:30.
    let text = "@担当 甲 [職員 1人]\n甲: 一 3時間 [待ち1時間]\n  待ちの理由: 郵送\n";
    let usual = Plan {
        hours: Hours::Office(Office::usual(7.75)),
        start: date!(2026 - 05 - 01),
        ..plan(Arrivals::Even { per_hour: 1.0 }, 1)
    };
    near(written(text, &usual).cleared.p50, 13.5, 1e-9);
    let late = text.replace("1時間", "6時間45分");
    near(written(&late, &usual).cleared.p50, 6.0 * 24.0 + 10.5, 1e-9);
}

#[test]
fn while_one_half_is_at_lunch_the_other_half_works() {
    // Two people from 8:30; one rests at noon, the other at one. Both begin four hours of work at once, in the lunch of
    // the first at 12:00 there are 3.5 hours behind them: done at 13:30 by the one, at 12:30 by the other.
    let text = "@担当 甲 [職員 2人]\n甲: 一 4時間\n";
    let in_turns = |cases| Plan {
        hours: Hours::Office(Office {
            lunch: Lunch::InTurns {
                from: 12 * 60,
                to: 13 * 60,
            },
            ..Office::usual(7.75)
        }),
        start: date!(2026 - 06 - 01),
        ..plan(
            Arrivals::Waves(vec![Wave {
                day: 0,
                cases,
                hours: 0.0,
            }]),
            0,
        )
    };
    near(written(text, &in_turns(2)).cleared.p50, 13.5, 1e-9);
    // The third begins at 12:30, rests from 13:00 to 14:00, and is done at 17:15 and on the next morning: 15 minutes left.
    near(written(text, &in_turns(3)).cleared.p50, 24.0 + 8.75, 1e-9);
}
