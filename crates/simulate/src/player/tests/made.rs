//! Random offices: flows in which a case can always end, written down, and plans to play them by.
use std::fmt::Write;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use time::macros::date;

use crate::calendar::{Hours, Lunch, Office};
use crate::plan::{Arrivals, Peak, People, Plan, Replications, Seasons, WarmUp, Wave};

/// What may happen in a flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Everything.
    Any,
    /// People are all that anybody waits for, and every step takes time.
    Queues,
}

/// Chances that are the same on every machine.
pub(super) struct Chance(ChaCha8Rng);

impl Chance {
    pub(super) fn of(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    pub(super) fn below(&mut self, n: usize) -> usize {
        (self.0.next_u64() % n as u64) as usize
    }

    fn happens(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn pick<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

/// A flow that is being written.
struct Writing {
    chance: Chance,
    kind: Kind,
    text: String,
    nodes: usize,
}

/// The lanes a step may be in, with what is known of them.
const LANES: [(&str, &[&str]); 5] = [
    (
        "窓口",
        &["職員 1人", "職員 2人", "職員 3人 時間:10:00-16:00"],
    ),
    (
        "審査",
        &["職員 2人", "職員 1.5人", "職員 0.4人", "役職 4人"],
    ),
    ("一係", &["職員 1人 人員枠:課", "職員 2人 人員枠:課"]),
    ("二係", &["職員 1人 人員枠:課", "職員 人員枠:課", "職員"]),
    ("住民", &["住民"]),
];

/// A flow of about so many parts.
pub(super) fn flow(seed: u64, size: usize, kind: Kind) -> String {
    let mut writing = Writing {
        chance: Chance::of(seed),
        kind,
        text: String::new(),
        nodes: 0,
    };
    writing.text.push_str("@標準処理期間 3日\n");
    for (name, known) in LANES {
        let known = writing.chance.pick(known);
        writeln!(writing.text, "@担当 {name} [{known}]").unwrap();
    }
    writing.step();
    for _ in 0..size {
        writing.part(2);
    }
    writing.step();
    writing.text
}

impl Writing {
    /// A line for a node, which gets a number.
    fn node(&mut self, what: &str) -> usize {
        self.nodes += 1;
        let n = self.nodes;
        let (lane, _) = self.chance.pick(&LANES);
        writeln!(self.text, "{lane}: 節{n} {what} [#N{n}]").unwrap();
        n
    }

    fn gateway(&mut self, kind: &str) -> usize {
        self.nodes += 1;
        let n = self.nodes;
        writeln!(self.text, "窓口: 節{n} [#N{n} {kind}]").unwrap();
        n
    }

    fn say(&mut self, attribute: &str) {
        writeln!(self.text, "  {attribute}").unwrap();
    }

    /// Something that is entered by one way and left by one.
    fn part(&mut self, depth: usize) {
        let kind = if depth == 0 { 9 } else { self.chance.below(10) };
        match kind {
            0 | 1 => self.ways("分岐", "合流", depth),
            2 | 3 => self.ways("分岐AND", "合流AND", depth),
            4 | 5 => self.again(depth),
            _ => {
                self.step();
            }
        }
    }

    fn step(&mut self) -> usize {
        let least = usize::from(self.kind == Kind::Queues);
        let minutes = least + self.chance.below(16);
        let n = self.node(&format!("{minutes}分"));
        let work = [
            "一定",
            "指数",
            "一様 2分 9分",
            "三角 1分 2分 9分",
            "対数正規 4分",
        ];
        if minutes > 0 && self.chance.happens(60) {
            let work = self.chance.pick(&work);
            self.say(&format!("分布: {work}"));
        }
        if self.chance.happens(15) {
            self.say("人数: 2人");
        }
        if self.kind == Kind::Any {
            self.other_waits();
        }
        n
    }

    fn other_waits(&mut self) {
        if self.chance.happens(25) {
            let hours = self.chance.pick(&["0.3時間", "2時間", "1日", "3日"]);
            let causes = ["順番待ち", "締め待ち", "決裁待ち", "郵送", "相手方待ち"];
            let cause = self.chance.pick(&causes);
            self.say(&format!("待ち: {hours}"));
            self.say(&format!("待ちの理由: {cause}"));
        }
        match self.chance.below(12) {
            0 => self.say("まとめ処理: 日次"),
            1 => self.say("まとめ処理: 週次"),
            2 => self.say("まとめ処理: 月次"),
            3 | 4 => self.say("まとめ件数: 3件"),
            _ => {}
        }
    }

    /// Two or three ways from one gateway to another.
    fn ways(&mut self, split: &str, join: &str, depth: usize) {
        let shares: &[u32] = self.chance.pick(&[&[40, 60], &[10, 90], &[20, 30, 50]]);
        let from = self.gateway(split);
        for share in shares {
            if split == "分岐" {
                self.say(&format!("{share}% {share} → #W{from}-{share}"));
            } else {
                self.say(&format!("→ #W{from}-{share}"));
            }
        }
        for share in shares {
            writeln!(self.text, "住民: 道{from}-{share} 0分 [#W{from}-{share}]").unwrap();
            for _ in 0..self.chance.below(3) {
                self.part(depth - 1);
            }
            self.say(&format!("→ #J{from}"));
        }
        writeln!(self.text, "窓口: 合わせる{from} [#J{from} {join}]").unwrap();
    }

    /// What some cases go through again.
    fn again(&mut self, depth: usize) {
        let first = self.step();
        for _ in 0..self.chance.below(2) {
            self.part(depth - 1);
        }
        self.gateway("分岐");
        let (times, percent) = self.chance.pick(&[("一度だけ", 50), ("何度でも", 30)]);
        self.say(&format!("{percent}% 否 → #N{first} [{times}]"));
        self.say(&format!("{}% 可 → #E{first}", 100 - percent));
        writeln!(self.text, "住民: 終える{first} 0分 [#E{first}]").unwrap();
    }
}

/// A plan of a few hundred cases.
pub(super) fn plan(seed: u64) -> Plan {
    let chance = &mut Chance::of(seed);
    let limited = People::Limited {
        factor: chance.pick(&[0.5, 1.0, 1.0, 2.0]),
    };
    let is_unlimited = chance.happens(10);
    Plan {
        seed,
        cases: 1 + chance.below(250) as u64,
        replications: Replications::Exactly(2),
        warm_up: WarmUp::Cases(0),
        start: date!(2026 - 04 - 27),
        hours: hours(chance),
        arrivals: arrivals(chance),
        urgent: chance.pick(&[0.0, 0.0, 0.2, 1.0]),
        people: if is_unlimited {
            People::Unlimited
        } else {
            limited
        },
    }
}

fn hours(chance: &mut Chance) -> Hours {
    let office = Office::usual(7.75);
    let in_turns = Lunch::InTurns {
        from: 12 * 60,
        to: 13 * 60,
    };
    match chance.below(4) {
        0 => Hours::Always,
        1 => Hours::plain_week(9 * 60, 17 * 60),
        2 => Hours::Office(office),
        _ => Hours::Office(Office {
            lunch: in_turns,
            ..office
        }),
    }
}

fn arrivals(chance: &mut Chance) -> Arrivals {
    let per_hour = chance.pick(&[0.3, 1.0, 3.0, 20.0]);
    match chance.below(4) {
        0 => Arrivals::Even { per_hour },
        1 => Arrivals::Waves(vec![
            Wave {
                day: 1,
                cases: 1 + chance.below(90) as u64,
                hours: 0.0,
            },
            Wave {
                day: 9,
                cases: chance.below(60) as u64,
                hours: 5.0,
            },
        ]),
        2 => Arrivals::Seasons(Seasons {
            per_year: per_hour * 2_000.0,
            months: [1.0, 1.0, 3.0, 2.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0],
            weekdays: [2.0, 1.0, 1.0, 1.0, 1.5, 0.0, 0.0],
            peak: Some(Peak {
                day: 3,
                days: 10,
                cases: 80.0,
            }),
        }),
        _ => Arrivals::Random { per_hour },
    }
}
