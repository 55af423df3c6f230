//! Every sample process gets a better flow that keeps what must be kept.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a sample that cannot be read or improved is a failed test"
)]
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use kaizu_analysis::{Graph, metrics};
use kaizu_model::notation::{parse, print};
use kaizu_model::{Command, Difference, Document, Many, NodeId, Progress};
use kaizu_redesign::{Package, Parameters, Proposal, Wishes, compare, propose};

fn sample(name: &str) -> Document {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../samples")
        .join(name)
        .with_extension("flow");
    let text = std::fs::read_to_string(path).unwrap();
    parse(&text).unwrap()
}

/// Every sample's proposal for every package, made once for all tests.
static PROPOSALS: LazyLock<BTreeMap<(&str, Package), Proposal>> = LazyLock::new(|| {
    let each = |name: &&'static str| {
        Package::ALL
            .iter()
            .map(|package| (*name, *package))
            .collect()
    };
    let all: Vec<(&str, Package)> = SAMPLES
        .iter()
        .flat_map(|it| -> Vec<_> { each(it) })
        .collect();
    all.into_iter()
        .map(|it| (it, proposed(it.0, it.1)))
        .collect()
});

fn proposed(name: &str, package: Package) -> Proposal {
    let document = sample(name);
    let wishes = Wishes {
        package,
        ..Wishes::default()
    };
    let flow = document.first_flow().unwrap();
    propose(&document, flow, &wishes, &Progress::default()).unwrap()
}

fn proposal(name: &'static str, package: Package) -> &'static Proposal {
    &PROPOSALS[&(name, package)]
}

const SAMPLES: &[&str] = &[
    "special-fixed-benefit",
    "childcare-benefit-7-3",
    "childcare-benefit-7-3-to-be",
    "moving-in-life-event",
    "travel-expense-payment",
    "child-allowance-claim",
    "resident-record-by-mail",
    "vaccination-ticket",
];

/// Keys of the steps that live on in the better flow.
fn surviving(proposal: &Proposal) -> BTreeSet<String> {
    let graph = Graph::of(&proposal.document, proposal.flow).unwrap();
    graph
        .steps()
        .filter_map(|(_, step)| step.key.clone())
        .collect()
}

fn keys(proposal: &Proposal, nodes: &[NodeId]) -> BTreeSet<String> {
    let key = |node: &NodeId| {
        proposal
            .document
            .node(*node)
            .unwrap()
            .key
            .map(str::to_owned)
    };
    nodes.iter().filter_map(key).collect()
}

#[test]
fn the_childcare_benefit_takes_at_most_10_staff_minutes_afterwards() {
    let proposal = proposal("childcare-benefit-7-3", Package::Free);
    assert_eq!(proposal.before.staff_min_per_case, Some(34.978));
    assert!(proposal.after.staff_min_per_case.unwrap() <= 10.0);
    assert!(proposal.slope_before.unwrap() > 0.0);
    assert!(proposal.slope_after.unwrap() < 0.0);
    let dropped: BTreeSet<String> = proposal
        .changes
        .iter()
        .flat_map(|change| keys(proposal, &change.dropped))
        .collect();
    for key in ["B03", "B04", "B08", "B09", "B10", "B14", "B19", "B20"] {
        assert!(dropped.contains(key), "{key} of {dropped:?}");
    }
    let graph = Graph::of(&proposal.document, proposal.flow).unwrap();
    assert_eq!(metrics(&graph), proposal.after);
    assert_eq!(proposal.after.transcriptions, Some(0.0));
}

#[test]
fn what_law_and_office_demand_survives_in_every_sample() {
    let kept: &[(&'static str, &[&str])] = &[
        ("special-fixed-benefit", &["A48", "A51", "A52", "A54"]),
        ("childcare-benefit-7-3", &["B21", "B23", "B25", "B26"]),
        ("moving-in-life-event", &["C04", "C06", "C26"]),
        ("travel-expense-payment", &["D03", "D14", "D17", "D19"]),
        ("child-allowance-claim", &["E10"]),
        ("resident-record-by-mail", &["G04", "G08"]),
        ("vaccination-ticket", &["I10"]),
    ];
    for (name, steps) in kept {
        for package in Package::ALL {
            let proposal = proposal(name, *package);
            let (living, kept) = (surviving(proposal), &proposal.kept);
            let kept: BTreeSet<String> = kept
                .iter()
                .filter_map(|it| proposal.document.step(it.step).unwrap().key.clone())
                .collect();
            for step in *steps {
                assert!(living.contains(*step), "{step} in {package:?}");
                let says_why = kept.contains(*step) || *package == Package::Fast;
                assert!(says_why, "{step} in {kept:?}");
            }
        }
    }
}

#[test]
fn every_invariant_holds_and_nothing_gets_worse() {
    for name in SAMPLES {
        for package in Package::ALL {
            let proposal = proposal(name, *package);
            for result in &proposal.invariants {
                assert!(result.holds, "{name} {package:?}: {result:?}");
            }
            let (before, after) = (&proposal.before, &proposal.after);
            assert!(
                after.staff_min_per_case <= before.staff_min_per_case,
                "{name}"
            );
            assert!(
                after.resident_min_per_case <= before.resident_min_per_case,
                "{name}"
            );
            assert!(
                after.lead_working_hours <= before.lead_working_hours,
                "{name}"
            );
        }
    }
}

#[test]
fn every_change_answers_something_and_stays_within_its_package() {
    for name in SAMPLES {
        for package in Package::ALL {
            let proposal = proposal(name, *package);
            for (n, change) in proposal.changes.iter().enumerate() {
                assert!(!change.findings.is_empty(), "{name}: {change:?}");
                assert!(package.allows(change.authority, change.cost));
                assert!(
                    change
                        .findings
                        .iter()
                        .all(|it| *it < proposal.findings.len())
                );
                assert!(change.depends_on.iter().all(|it| *it < n));
                assert!(change.commands.end <= proposal.commands.len());
                let (low, high) = (change.staff.hopeful, change.staff.cautious);
                assert!(
                    low <= change.staff.likely && change.staff.likely <= high,
                    "{change:?}"
                );
            }
        }
    }
}

#[test]
fn a_change_answers_only_voices_whose_cause_it_takes_away() {
    let heard = |name: &'static str, code: &str| -> Vec<&str> {
        let proposal = proposal(name, Package::Free);
        let changes = proposal.changes.iter().filter(|it| it.code == code);
        let voices = changes.flat_map(|change| &change.complaints);
        let texts = voices.map(|id| proposal.document.complaint(*id).unwrap().text.as_str());
        texts.collect()
    };
    let says = |voices: &[&str], word: &str| voices.iter().any(|text| text.contains(word));
    let unified = heard("special-fixed-benefit", "R05");
    assert!(
        says(&unified, "印刷だけで半日") && says(&unified, "2回入力"),
        "{unified:?}"
    );
    for word in ["どこが間違いか", "蛍光ペン", "目が限界"] {
        assert!(!says(&unified, word), "{word}");
    }
    assert!(says(&heard("special-fixed-benefit", "R07"), "目が限界"));
    let shown = heard("special-fixed-benefit", "R16");
    assert!(
        says(&shown, "いつ入るか") && !says(&shown, "一覧でまとめて"),
        "{shown:?}"
    );
    assert!(!says(
        &heard("special-fixed-benefit", "R10"),
        "一覧でまとめて"
    ));
    assert!(!says(&heard("childcare-benefit-7-3", "R10"), "住所と口座"));
    assert!(says(
        &heard("childcare-benefit-7-3", "R16"),
        "スマホで見たい"
    ));
    assert!(says(&heard("travel-expense-payment", "R10"), "ハンコが3つ"));
}

#[test]
fn a_wider_package_is_never_slower() {
    for name in SAMPLES {
        let minutes: Vec<Option<f64>> = Package::ALL
            .iter()
            .map(|package| proposal(name, *package).after.staff_min_per_case)
            .collect();
        assert!(minutes.is_sorted_by(|a, b| a >= b), "{name}: {minutes:?}");
    }
}

#[test]
fn the_commands_make_the_proposal_and_undo_takes_all_of_it_back() {
    for name in SAMPLES {
        let before = sample(name);
        let proposal = proposal(name, Package::Free);
        let many = Many {
            title: String::new(),
            commands: proposal.commands.clone(),
        };
        let change = Command::from(many).apply(&before).unwrap();
        let after = before.after(&change);
        assert_eq!(after, proposal.document, "{name}");
        assert_eq!(after.after(&change.inverse()), before, "{name}");
    }
}

#[test]
fn the_same_wishes_give_the_same_proposal() {
    let (one, other) = (
        proposal("special-fixed-benefit", Package::Free),
        proposed("special-fixed-benefit", Package::Free),
    );
    assert_eq!(one.document, other.document);
    assert_eq!(one.changes, other.changes);
}

#[test]
fn the_better_flow_can_be_written_and_read_back() {
    for name in SAMPLES {
        let proposal = proposal(name, Package::Free);
        let text = print(&proposal.document, proposal.flow);
        let again = parse(&text).unwrap_or_else(|mistake| panic!("{name}: {mistake}"));
        let flow = again.first_flow().unwrap();
        let graph = Graph::of(&again, flow).unwrap();
        assert_eq!(metrics(&graph), proposal.after, "{name}");
        let pairs = compare(&proposal.document, proposal.flow, &again, flow).unwrap();
        let differs = pairs.iter().find(|pair| pair.kind != Difference::Same);
        assert_eq!(differs, None, "{name}");
    }
}

#[test]
fn reading_by_machine_helps_less_where_everything_takes_long_to_look_at() {
    let document = sample("childcare-benefit-7-3");
    let flow = document.first_flow().unwrap();
    let minutes = |look: f64| {
        let mut parameters = Parameters::default();
        parameters.own.insert("look-minutes-per-field".into(), look);
        let wishes = Wishes {
            package: Package::Free,
            parameters,
            ..Wishes::default()
        };
        let proposal = propose(&document, flow, &wishes, &Progress::default()).unwrap();
        proposal.after.staff_min_per_case.unwrap()
    };
    assert!(minutes(0.5) > minutes(0.05) + 2.0);
}
