//! The figures of every sample, calculated by hand beforehand, and what keeps them: the printed text and the
//! interchange form.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;

use kaizu_analysis::{Graph, Metrics, exact, metrics};
use kaizu_interchange::{Format, read, write};
use kaizu_model::{Document, FlowId, notation};
use kaizu_tests::files;

/// How far a figure may be from one that was rounded to three or four decimals.
const ROUNDED: f64 = 5e-4;

/// What is known of a sample: staff minutes, residents' minutes, hours of lead, handovers, changes of medium,
/// transcriptions; and where they were counted checks, seals and approvals, staff hours a year.
struct Known {
    sample: &'static str,
    per_case: [f64; 6],
    counted: Option<[f64; 3]>,
    /// How often a case comes to a node, where that is not once.
    visits: &'static [(f64, &'static str)],
}

const KNOWN: &[Known] = &[
    Known {
        sample: "special-fixed-benefit",
        per_case: [37.5136, 54.4430, 142.0203, 15.147, 8.597, 3.0],
        counted: Some([3.299, 2.85, 18756.8]),
        visits: &[
            (0.15, "A10 A11 A15 A16 A17"),
            (0.1875, "A12"),
            (0.0375, "A13"),
            (0.85, "A20 A21 A22 A23 A24 A25"),
            (1.298_701, "A32 A33 A34 A35"),
            (0.298_701, "A36 A37"),
            (0.35, "A42 A43 A44"),
        ],
    },
    Known {
        sample: "childcare-benefit-7-3",
        per_case: [34.9782, 23.9455, 145.3093, 14.545, 6.836, 3.136],
        counted: Some([2.0, 1.0, 2331.9]),
        visits: &[
            (0.7, "B02 B03 B04"),
            (0.3, "B05 B06 B07"),
            (1.136_364, "B11 B12 B13 B14 B15 B16"),
            (0.136_364, "B17 B18"),
        ],
    },
    Known {
        sample: "childcare-benefit-7-3-to-be",
        per_case: [6.6421, 10.4034, 63.4942, 9.451, 2.3, 0.0],
        counted: None,
        visits: &[
            (0.7, "T02"),
            (0.3, "T03 T04 T05"),
            (1.050_420, "T06 T07"),
            (0.050_420, "T08 T09"),
        ],
    },
    Known {
        sample: "moving-in-life-event",
        per_case: [52.5637, 40.08, 50.9123, 13.365, 7.013, 2.533],
        counted: Some([3.353, 1.3, 3153.8]),
        visits: &[
            (1.052_632, "C06 C07 C08"),
            (0.3, "C20 C21 C22 C23 C23A C24 C25 C26 C27 C28 C36 C37"),
            (0.18, "C29 C30 C31 C32"),
        ],
    },
    Known {
        sample: "travel-expense-payment",
        per_case: [83.0556, 0.0, 147.1620, 15.111, 6.222, 3.111],
        counted: Some([2.333, 5.444, 6921.3]),
        visits: &[
            (1.333_333, "D09 D10"),
            (0.333_333, "D11 D12"),
            (1.111_111, "D15 D16 D17 D18 D19 D20"),
            (0.111_111, "D21"),
        ],
    },
    Known {
        sample: "child-allowance-claim",
        per_case: [22.2353, 55.5294, 74.5373, 4.353, 3.176, 1.0],
        counted: Some([1.0, 1.0, 444.7]),
        visits: &[(1.176_471, "E04 E05 E06"), (0.176_471, "E07")],
    },
    Known {
        sample: "resident-record-by-mail",
        per_case: [18.4146, 57.0, 65.6715, 2.0, 1.220, 1.0],
        counted: Some([1.0, 0.0, 1841.5]),
        visits: &[(1.219_512, "G04 G05"), (0.219_512, "G06")],
    },
    Known {
        sample: "vaccination-ticket",
        per_case: [17.35, 40.0, 164.9542, 7.0, 6.0, 2.0],
        counted: Some([2.0, 0.0, 5783.3]),
        visits: &[],
    },
];

#[test]
fn every_sample_has_its_figures() {
    for (known, document, flow) in samples() {
        let graph = Graph::of(&document, flow).unwrap();
        assert_figures(known, &exact(&graph), ROUNDED);
        assert_figures(known, &metrics(&graph), 2.0 * ROUNDED);
    }
}

#[test]
fn every_node_of_a_sample_is_come_to_as_often_as_was_counted() {
    for (known, document, flow) in samples() {
        let graph = Graph::of(&document, flow).unwrap();
        let mut counted: BTreeMap<&str, f64> = BTreeMap::new();
        for (visits, keys) in known.visits {
            counted.extend(keys.split(' ').map(|key| (key, *visits)));
        }
        for node in document.nodes_of(flow) {
            let key = node.key.unwrap();
            let visits = graph.visit(graph.index(node.id).unwrap());
            let expected = counted.remove(key).unwrap_or(1.0);
            assert!(
                (visits - expected).abs() < 1e-6,
                "{key}: {visits}, not {expected}"
            );
        }
        assert!(counted.is_empty(), "{} has no {counted:?}", known.sample);
    }
}

#[test]
fn every_sample_is_illustrative_and_printed_as_it_stands() {
    for (path, text) in files("samples", ".flow") {
        let document = notation::parse(&text).unwrap();
        let flow = document.first_flow().unwrap();
        assert!(
            document
                .processes()
                .all(|(_, process)| process.is_illustrative)
        );
        assert_eq!(notation::print(&document, flow), text, "{}", path.display());
    }
}

#[test]
fn the_interchange_form_keeps_the_figures_of_every_sample() {
    for (known, document, flow) in samples() {
        let (bytes, _) = write(Format::Json, &document, flow).unwrap();
        let (back, losses) = read(Format::Json, &bytes).unwrap();
        assert_eq!(losses, [], "{}", known.sample);
        let before = exact(&Graph::of(&document, flow).unwrap());
        let after = exact(&Graph::of(&back, back.first_flow().unwrap()).unwrap());
        assert_eq!(before, after, "{}", known.sample);
        assert_figures(known, &after, ROUNDED);
    }
}

/// Every sample with what is known of it. A sample of which nothing is known, or the other way round, fails.
fn samples() -> Vec<(&'static Known, Document, FlowId)> {
    let mut known: BTreeMap<&str, &Known> = KNOWN.iter().map(|it| (it.sample, it)).collect();
    let mut found = Vec::new();
    for (path, text) in files("samples", ".flow") {
        let name = path.file_stem().unwrap().to_str().unwrap();
        let known = known.remove(name).unwrap();
        let document = notation::parse(&text).unwrap();
        let flow = document.first_flow().unwrap();
        found.push((known, document, flow));
    }
    assert!(known.is_empty(), "there is no sample {:?}", known.keys());
    found
}

fn assert_figures(known: &Known, figures: &Metrics, tolerance: f64) {
    let near = |name: &str, found: Option<f64>, expected: f64, tolerance: f64| {
        let found = found.unwrap();
        let is_near = (found - expected).abs() <= tolerance;
        assert!(is_near, "{} {name}: {found}, not {expected}", known.sample);
    };
    let per_case = [
        ("staff", figures.staff_min_per_case),
        ("resident", figures.resident_min_per_case),
        ("lead", figures.lead_working_hours),
        ("handoffs", figures.handoffs),
        ("media changes", figures.media_changes),
        ("transcriptions", figures.transcriptions),
    ];
    for ((name, found), expected) in per_case.into_iter().zip(known.per_case) {
        near(name, found, expected, tolerance);
    }
    if let Some([checks, seals, hours]) = known.counted {
        near("checks", figures.checks, checks, tolerance);
        near(
            "seals and approvals",
            figures.seals_approvals,
            seals,
            tolerance,
        );
        near(
            "hours a year",
            figures.staff_hours_per_year,
            hours,
            0.05 + tolerance,
        );
    }
}
