//! Memory grows with the cases in hand, and not with what happens: every allocation is counted.
#![expect(clippy::unwrap_used, reason = "a test ends where something is wrong")]

use allocation_counter::{AllocationInfo, measure};
use kaizu_model::{Progress, notation};
use kaizu_simulate::{Arrivals, Hours, Office, People, Plan, Replications, WarmUp, Wave, run};
use time::macros::date;

/// What one replication allocates, and how much happens in it. All of it is played on one thread, which is the one that is
/// looked at.
fn allocated(text: &str, arrivals: Arrivals, cases: u64) -> (AllocationInfo, u64) {
    let document = notation::parse(text).unwrap();
    let plan = Plan {
        seed: 7,
        cases,
        replications: Replications::Exactly(1),
        warm_up: WarmUp::Cases(100),
        start: date!(2026 - 06 - 01),
        hours: Hours::Office(Office::usual(7.75)),
        arrivals,
        urgent: 0.2,
        people: People::Limited { factor: 1.0 },
    };
    let one_thread = rayon::ThreadPoolBuilder::new().num_threads(1);
    one_thread.build().unwrap().install(|| {
        let mut events = 0;
        let counted = measure(|| {
            let flow = document.first_flow().unwrap();
            let outcome = run(&document, flow, &plan, &Progress::default());
            events = outcome.unwrap().events;
        });
        (counted, events)
    })
}

/// Branches side by side, a return, and work that is collected.
fn flow(collected: &str) -> String {
    format!(
        "@担当 窓口 [職員 2人]\n@担当 審査 [職員 3人]\n@担当 住民 [住民]\n\
         窓口: 受ける 8分\n  分布: 指数\n窓口: 分ける [分岐AND]\n  → #1\n  → #2\n\
         審査: 調べる 12分 [#1]\n  分布: 三角 5分 10分 30分\n  20% 不備 → #4\n  80% 可 → #3\n\
         住民: 直す [#4 待ち1日]\n  → #1\n窓口: 入力する 4分 [#2]\n  {collected}\n  → #3\n\
         審査: 揃える [#3 合流AND]\n"
    )
}

#[test]
fn a_hundred_times_as_many_events_allocate_no_more() {
    for collected in ["まとめ処理: 日次", "まとめ処理: 月次", "まとめ件数: 5件"]
    {
        let played = |cases| {
            let arrivals = Arrivals::Random { per_hour: 6.0 };
            allocated(&flow(collected), arrivals, cases)
        };
        let ((few, some), (many, more)) = (played(2_000), played(200_000));
        assert!(some > 8_000 && more > 95 * some, "{some}, {more}");
        // Queues and histograms double a few times until they have room for the longest.
        assert!(
            many.count_total <= few.count_total + 64,
            "{few:?}, {many:?}"
        );
        assert!(many.bytes_max <= 2 * few.bytes_max, "{few:?}, {many:?}");
    }
}

#[test]
fn memory_grows_with_the_cases_in_hand() {
    let all_at_once = |cases| {
        let wave = Wave {
            day: 0,
            cases,
            hours: 0.0,
        };
        allocated(&flow("メモ: なし"), Arrivals::Waves(vec![wave]), 0).0
    };
    let (few, many) = (all_at_once(1_000), all_at_once(160_000));
    let a_case = (many.bytes_max - few.bytes_max) / 159_000;
    assert!((64..300).contains(&a_case), "{a_case} bytes");
    // What is told of the course of time has more parts, up to some hundreds.
    let told = few.count_total + 512;
    assert!(many.count_total <= told, "{few:?}, {many:?}");
}
