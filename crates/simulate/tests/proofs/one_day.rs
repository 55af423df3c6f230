//! A whole city applies on one day: what is asked most about a benefit, beside arithmetic by hand.
use kaizu_model::Assumption;
use kaizu_simulate::{Arrivals, Hours, Office, People, Plan, Replications, Wave};
use time::macros::date;

use crate::office::{near, plan, written};

/// 160,000 applications on Monday, June 1, 2026, within so many hours from 8:30 on.
fn applied_within(hours: f64) -> Plan {
    Plan {
        hours: Hours::Office(Office::usual(7.75)),
        start: date!(2026 - 06 - 01),
        ..plan(
            Arrivals::Waves(vec![Wave {
                day: 0,
                cases: 160_000,
                hours,
            }]),
            0,
        )
    }
}

#[test]
fn forty_people_clear_160_000_applications_on_the_forty_fourth_working_day() {
    // 4,000 each, of five minutes: 20,000 minutes are 43 working days of 465 minutes and five minutes of the next one.
    // June has 22 working days; July 20 is a holiday, so that the 44th is Friday, July 31: 60 days later, at 8:35.
    let text = "@担当 審査 [職員 40人]\n審査: 審査する 5分\n";
    let outcome = written(text, &applied_within(0.0));
    near(outcome.cleared.p50, 60.0 * 24.0 + 8.0 + 35.0 / 60.0, 1e-9);
    // From 40 to 160,000 are done one after another: on average a case takes half of it, and the first five minutes.
    let minutes = f64::midpoint(5.0, 20_000.0);
    near(outcome.lead_hours.mean * 60.0, minutes, 1e-6);
    near(outcome.lanes[0].utilisation.unwrap(), 1.0, 1e-6);
    near(outcome.lanes[0].max_queue, 159_960.0, 1e-9);
    let in_hand = outcome.course.in_hand.iter().copied();
    near(in_hand.fold(0.0, f64::max), 160_000.0, 0.02);
    // Each comes and is done, and people come to work after 43 lunches and on 43 more mornings.
    assert_eq!(outcome.events, 160_000 * 2 + 2 * 43);
    assert!(
        !outcome
            .assumptions
            .iter()
            .any(|it| matches!(it, Assumption::Overloaded { .. }))
    );
}

#[test]
fn a_benefit_takes_the_days_that_its_slowest_desk_takes() {
    // Applications come all day long; one of five comes back by post. Fifteen people receive them, twenty examine them at
    // first and again, five decide.
    let text = "@担当 受付 [職員 15人]\n@担当 審査 [職員 20人]\n@担当 決定 [職員 5人]\n@担当 住民 [住民]\n\
                受付: 受ける 2分\n  分布: 指数\n審査: 審査する 5分 [#1]\n  分布: 三角 2分 4分 9分\n  20% 不備 → #2\n  80% 可 → #3\n\
                住民: 直す [#2 待ち5日]\n  待ちの理由: 相手方待ち\n  → #1 [一度だけ]\n決定: 決める 1分 [#3]\n";
    let usual = Plan {
        replications: Replications::Exactly(3),
        ..applied_within(7.75)
    };
    let outcome = written(text, &usual);
    // 160,000 · 1.2 · 5 / 20 minutes are 48,000, or 103.2 working days; receiving takes 45.9 and deciding 68.8. There are
    // 22 of them in June and in July, 20 in August and 19 in September: the 104th is the 21st in October, Friday the 30th,
    // 151 days later. A fifth of it has passed at 10:03.
    near(outcome.cleared.p50 / 24.0, 151.42, 0.002);
    near(outcome.lanes[1].utilisation.unwrap(), 1.0, 0.01);
    near(outcome.lanes[0].work_hours_per_case * 60.0, 2.0, 0.01);
    near(outcome.lanes[1].work_hours_per_case * 60.0, 6.0, 0.01);
    near(outcome.steps[1].visits_per_case, 1.2, 0.005);
    // Half as many people again take 68.8 days: the 69th is the fifth in September, Monday the 7th, 98 days later, and
    // four fifths of it have passed at 15:42.
    let more = Plan {
        people: People::Limited { factor: 1.5 },
        ..usual
    };
    near(written(text, &more).cleared.p50 / 24.0, 98.65, 0.002);
}
