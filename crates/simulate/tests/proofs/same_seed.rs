//! The same seed, the same outcome, byte for byte, whoever plays it.
use kaizu_model::notation;
use kaizu_simulate::{Arrivals, Hours, Office, Plan, Replications, WarmUp};

use crate::office::{plan, played};

/// A bit of everything: lunch in turns, people for a part of the time, a fork, a return, collected work and urgent cases.
const FLOW: &str = "@担当 窓口 [職員 1.5人]\n@担当 審査 [職員 2人]\n@担当 住民 [住民]\n\
                    窓口: 受ける 8分\n  分布: 対数正規 3分\n窓口: 分ける [分岐AND]\n  → #1\n  → #2\n\
                    審査: 調べる 12分 [#1]\n  分布: 指数\n  20% 不備 → #4\n  80% 可 → #3\n\
                    住民: 直す [#4 待ち1日]\n  → #1\n窓口: 入力する 5〜9分 [#2]\n  まとめ処理: 日次\n  → #3\n\
                    審査: 揃える [#3 合流AND]\n審査: 決める 3分\n  まとめ件数: 4件\n";

fn everything() -> Plan {
    Plan {
        replications: Replications::UntilWithin {
            part: 0.02,
            at_most: 34,
        },
        warm_up: WarmUp::Recognised,
        hours: Hours::Office(Office::usual(7.75)),
        urgent: 0.1,
        ..plan(Arrivals::Random { per_hour: 3.0 }, 1_500)
    }
}

fn bytes(plan: &Plan, threads: usize) -> String {
    let document = notation::parse(FLOW).unwrap();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
    let outcome = pool.build().unwrap().install(|| played(&document, plan));
    serde_json::to_string(&outcome).unwrap()
}

#[test]
fn one_thread_and_several_play_the_same() {
    let plan = everything();
    let alone = bytes(&plan, 1);
    assert!(alone.contains("\"replications\":3"), "{alone}");
    for threads in [1, 2, 3, 7] {
        assert_eq!(bytes(&plan, threads), alone);
    }
}

#[test]
fn another_seed_plays_something_else() {
    let other = Plan {
        seed: 1,
        ..everything()
    };
    assert_ne!(bytes(&everything(), 2), bytes(&other, 2));
}
