//! Published and theoretical cases with their answers: sequences, alternatives, parallel work, rework under both
//! conventions, and what the electronic share changes.
//!
//! Sources: Dumas, La Rosa, Mendling and Reijers, Fundamentals of Business Process Management, chapter 7 (the first six);
//! a published exercise for the at-most-once loop; the figures of the samples for the channels.
#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]
use std::fmt::Write;

use kaizu_analysis::{Graph, channels, exact};
use kaizu_model::notation;
use kaizu_tests::files;

/// Work of so many hours, waiting before it included, of which somebody works for the second.
#[derive(Clone, Copy)]
struct Hours(f64, f64);

/// How work is put together.
enum Part {
    Work(Hours),
    Sequence(Vec<Part>),
    /// One of several, each with its share.
    Choice(Vec<(f64, Part)>),
    /// All at once.
    Parallel(Vec<Part>),
    /// Again with a probability, for as long as it takes.
    Loop(Box<Part>, f64),
    /// Again with a probability, once at the most.
    Once(Box<Part>, f64),
}

fn work(hours: f64) -> Part {
    Part::Work(Hours(hours, hours))
}

/// The lines of a flow, each node with a key; the number of nodes gives the next key.
#[derive(Default)]
struct Lines {
    text: String,
    n: usize,
}

impl Lines {
    /// Writes a node that leads to nothing yet, and names it.
    fn node(&mut self, bracket: &str, time: &str) -> usize {
        self.n += 1;
        let n = self.n;
        let _ = writeln!(self.text, "係: 作業{n}{time} [#K{n}{bracket}]");
        n
    }

    fn arrow(&mut self, words: &str, to: usize) {
        let _ = writeln!(self.text, "  {words}→ #K{to}");
    }

    /// Writes `part` so that it leads to `to`, last node first, and gives the node where it begins.
    fn part(&mut self, part: &Part, to: usize) -> usize {
        match part {
            Part::Work(Hours(all, work)) => {
                let wait = all - work;
                let wait = if wait > 0.0 {
                    format!(" 待ち{wait}時間")
                } else {
                    " 待ち0時間".to_owned()
                };
                let node = self.node(&wait, &format!(" {}分", work * 60.0));
                self.arrow("", to);
                node
            }
            Part::Sequence(parts) => parts.iter().rev().fold(to, |to, part| self.part(part, to)),
            Part::Choice(ways) => {
                let begins: Vec<(f64, usize)> = ways
                    .iter()
                    .map(|(share, part)| (*share, self.part(part, to)))
                    .collect();
                let node = self.node(" 分岐", "");
                for (n, (share, begin)) in begins.into_iter().enumerate() {
                    self.arrow(&format!("{}% 道{n} ", share * 100.0), begin);
                }
                node
            }
            Part::Parallel(branches) => {
                let join = self.node(" 合流AND", "");
                self.arrow("", to);
                let begins: Vec<usize> =
                    branches.iter().map(|part| self.part(part, join)).collect();
                let node = self.node(" 分岐AND", "");
                for begin in begins {
                    self.arrow("", begin);
                }
                node
            }
            Part::Loop(part, again) => self.again(part, *again, "", to),
            Part::Once(part, again) => self.again(part, *again, " [一度だけ]", to),
        }
    }

    fn again(&mut self, part: &Part, again: f64, how: &str, to: usize) -> usize {
        // The branch has to know where the part begins, which is written behind it.
        let branch = self.n + 1;
        let mut rest = Self {
            text: String::new(),
            n: branch,
        };
        let begin = rest.part(part, branch);
        self.node(" 分岐", "");
        let _ = writeln!(self.text, "  {}% 直す → #K{begin}{how}", again * 100.0);
        self.arrow(&format!("{}% よい ", (1.0 - again) * 100.0), to);
        self.text.push_str(&rest.text);
        self.n = rest.n;
        begin
    }
}

/// The flow of `part` as text: its start first.
fn flow(part: &Part) -> String {
    let mut lines = Lines::default();
    let end = lines.node(" 待ち0時間", "");
    lines.text = String::from("係: 終える 0分 [#K1 待ち0時間]\n  → ここまで\n");
    let begin = lines.part(part, end);
    format!(
        "係: 始める 0分 [#K0 待ち0時間]\n  → #K{begin}\n{}",
        lines.text
    )
}

/// The lead time and its part at work.
fn figures(part: &Part) -> (f64, f64) {
    let text = flow(part);
    let document = notation::parse(&text).unwrap_or_else(|mistake| panic!("{mistake}\n{text}"));
    let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
    let figures = exact(&graph);
    (
        figures.lead_working_hours.unwrap(),
        figures.cycle_time_efficiency.unwrap(),
    )
}

fn credit(first: Part) -> Part {
    Part::Sequence(vec![
        first,
        Part::Parallel(vec![work(1.0), work(3.0)]),
        work(3.0),
        Part::Choice(vec![(0.6, work(1.0)), (0.4, work(2.0))]),
    ])
}

#[test]
fn published_cycle_times_come_out() {
    let choice = |a: f64, b: f64| {
        let ways = Part::Choice(vec![(a, work(20.0)), (b, work(10.0))]);
        Part::Sequence(vec![work(10.0), ways])
    };
    let touch = Part::Sequence(vec![
        Part::Loop(Box::new(work(2.0)), 0.2),
        Part::Parallel(vec![work(0.5), work(3.0)]),
        work(2.0),
        Part::Choice(vec![(0.6, work(2.0)), (0.4, work(0.5))]),
    ]);
    let cases = [
        (
            "a sequence",
            Part::Sequence(vec![work(10.0), work(20.0)]),
            30.0,
        ),
        ("an even choice", choice(0.5, 0.5), 25.0),
        ("an uneven choice", choice(0.9, 0.1), 29.0),
        (
            "parallel work",
            Part::Sequence(vec![
                work(10.0),
                Part::Parallel(vec![work(20.0), work(10.0)]),
            ]),
            30.0,
        ),
        ("a credit application", credit(work(1.0)), 8.4),
        (
            "with rework",
            credit(Part::Loop(Box::new(work(1.0)), 0.2)),
            8.65,
        ),
        ("touch time", touch, 8.9),
    ];
    for (name, part, expected) in cases {
        let (lead, working) = figures(&part);
        assert!((lead - expected).abs() < 1e-9, "{name}: {lead}");
        assert!((working - 1.0).abs() < 1e-9, "{name}: {working}");
    }
}

#[test]
fn what_is_done_again_at_most_once_is_added_once() {
    let of = |all: f64, touch: f64| Part::Work(Hours(all, touch));
    let part = Part::Sequence(vec![
        of(10.0, 3.0),
        Part::Once(
            Box::new(Part::Sequence(vec![of(13.0, 8.0), of(6.0, 2.0)])),
            0.2,
        ),
        of(15.0, 5.0),
        Part::Parallel(vec![of(9.0, 2.0), of(3.0, 3.0), of(7.0, 5.0)]),
        Part::Choice(vec![(0.9, of(17.0, 9.0)), (0.1, of(0.0, 0.0))]),
        of(10.0, 8.0),
    ]);
    let (lead, working) = figures(&part);
    assert!((lead - 82.1).abs() < 1e-9, "{lead}");
    assert!(
        (working - 0.500_609_013_398_294_8).abs() < 1e-9,
        "{working}"
    );
}

#[test]
fn what_the_electronic_share_changes_comes_out() {
    for (name, none, all) in [
        ("childcare-benefit-7-3", 34.768, 35.068),
        ("childcare-benefit-7-3-to-be", 7.902, 6.102),
    ] {
        let (_, text) = files("samples", ".flow")
            .into_iter()
            .find(|(path, _)| path.ends_with(format!("{name}.flow")))
            .unwrap();
        let document = notation::parse(&text).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let found = channels(&graph);
        let [channel] = found.as_slice() else {
            panic!("{name} has {} channels", found.len());
        };
        assert!(
            (channel.minutes_at_none - none).abs() < 5e-4,
            "{name}: {}",
            channel.minutes_at_none
        );
        assert!(
            (channel.minutes_at_all - all).abs() < 5e-4,
            "{name}: {}",
            channel.minutes_at_all
        );
    }
}
