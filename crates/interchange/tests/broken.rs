//! `kaizu-process/1`: what is broken is refused with its place, what has no home is named.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod full;

use full::{FULL, changed};
use kaizu_interchange::{Failure, Format, LossKind, read};

/// Where the full example is changed, to what, and the code and path of the failure.
const BROKEN: &[(&str, &str, &str, &str)] = &[
    ("/format", r#""kaizu-process/9""#, "wrong-format", "format"),
    ("/format", "null", "wrong-format", "format"),
    ("/id", r#""""#, "missing-key", "id"),
    ("/name", "null", "missing-key", "name"),
    ("/lanes", "null", "missing-key", "lanes"),
    ("/nodes", "null", "missing-key", "nodes"),
    ("/edges", "{}", "wrong-type", "edges"),
    ("/volume_per_year", "-1", "out-of-range", "volume_per_year"),
    ("/illustrative", r#""yes""#, "wrong-type", "illustrative"),
    ("/nodes/1", r#""N2""#, "wrong-type", "nodes[1]"),
    ("/nodes/1/kind", "null", "missing-key", "nodes[1].kind"),
    (
        "/nodes/1/minutes",
        r#""3""#,
        "wrong-type",
        "nodes[1].minutes",
    ),
    (
        "/nodes/1/minutes",
        "-0.5",
        "out-of-range",
        "nodes[1].minutes",
    ),
    ("/nodes/2/minutes", "-1", "out-of-range", "nodes[2].minutes"),
    ("/nodes/1/seals", "1.5", "wrong-type", "nodes[1].seals"),
    (
        "/nodes/1/error_rate",
        "1.01",
        "out-of-range",
        "nodes[1].error_rate",
    ),
    (
        "/nodes/1/check/catch_rate",
        "2",
        "out-of-range",
        "nodes[1].check.catch_rate",
    ),
    (
        "/nodes/1/work/likely",
        "null",
        "missing-key",
        "nodes[1].work.likely",
    ),
    (
        "/nodes/1/lane",
        r#""総務課""#,
        "unknown-reference",
        "nodes[1].lane",
    ),
    (
        "/nodes/1/phase",
        r#""Q""#,
        "unknown-reference",
        "nodes[1].phase",
    ),
    ("/nodes/1/id", r#""N1""#, "duplicate-id", "nodes[1].id"),
    ("/nodes/0/reads", "[7]", "wrong-type", "nodes[0].reads[0]"),
    ("/nodes/0/at", "[1]", "wrong-type", "nodes[0].at"),
    ("/lanes/1/id", r#""L1""#, "duplicate-id", "lanes[1].id"),
    ("/edges/0/to", r#""N9""#, "unknown-reference", "edges[0].to"),
    ("/edges/0/from", "null", "missing-key", "edges[0].from"),
    (
        "/edges/2/probability",
        "-0.1",
        "out-of-range",
        "edges[2].probability",
    ),
    (
        "/edges/2/probability",
        "1.5",
        "out-of-range",
        "edges[2].probability",
    ),
    (
        "/edges/1/points/1",
        r#"[1, "2"]"#,
        "wrong-type",
        "edges[1].points[1][1]",
    ),
    (
        "/complaints/0/text",
        "null",
        "missing-key",
        "complaints[0].text",
    ),
    (
        "/arrivals/per_hour",
        "null",
        "missing-key",
        "arrivals.per_hour",
    ),
];

/// Where the full example is changed, to what, and the kind and path of the loss.
const LOST: &[(&str, &str, LossKind, &str)] = &[
    ("/colour", r#""red""#, LossKind::UnknownKey, "colour"),
    (
        "/nodes/1/colour",
        "1",
        LossKind::UnknownKey,
        "nodes[1].colour",
    ),
    (
        "/nodes/1/check/colour",
        "1",
        LossKind::UnknownKey,
        "nodes[1].check.colour",
    ),
    (
        "/nodes/1/kind",
        r#""踊る""#,
        LossKind::UnknownWord,
        "nodes[1].kind",
    ),
    (
        "/nodes/1/medium_in",
        r#""郵送""#,
        LossKind::UnknownWord,
        "nodes[1].medium_in",
    ),
    (
        "/nodes/3/seals",
        r#"["星印"]"#,
        LossKind::UnknownWord,
        "nodes[3].seals[0]",
    ),
    (
        "/nodes/2/minutes",
        "3",
        LossKind::NoPlace,
        "nodes[2].minutes",
    ),
    (
        "/nodes/2/reads",
        r#"["氏名"]"#,
        LossKind::NoPlace,
        "nodes[2].reads",
    ),
    (
        "/nodes/1/because_of",
        r#"["N9"]"#,
        LossKind::UnknownReference,
        "nodes[1].because_of[0]",
    ),
    (
        "/complaints/0/steps",
        r#"["N9"]"#,
        LossKind::UnknownReference,
        "complaints[0].steps[0]",
    ),
    ("/lanes/1/kind", "null", LossKind::Assumed, "lanes[1].kind"),
];

#[test]
fn a_broken_file_is_refused_with_its_place() {
    for (pointer, value, code, at) in BROKEN {
        let bytes = changed(pointer, &serde_json::from_str(value).unwrap());
        let failure = read(Format::Json, &bytes).unwrap_err();
        assert_eq!(
            (failure.code(), failure.path()),
            (*code, Some(*at)),
            "{failure}"
        );
    }
}

#[test]
fn what_has_no_home_is_named_and_the_rest_is_read() {
    for (pointer, value, what, at) in LOST {
        let bytes = changed(pointer, &serde_json::from_str(value).unwrap());
        let (document, losses) = read(Format::Json, &bytes).unwrap();
        let found: Vec<_> = losses.iter().map(|it| (it.what, it.at.as_str())).collect();
        assert_eq!(found, [(*what, *at)]);
        assert_eq!(losses[0].kept, *what == LossKind::Assumed);
        assert_eq!(document.steps().count(), 3);
    }
}

#[test]
fn what_is_no_json_is_refused_with_line_and_column() {
    let refused = |bytes: &[u8]| read(Format::Json, bytes).unwrap_err();
    assert_eq!(refused(b"").code(), "empty-file");
    assert_eq!(refused(b" \n ").code(), "empty-file");
    assert_eq!(refused(b"\xff\xfe{}").code(), "not-text");
    assert_eq!(refused(b"[]").code(), "wrong-type");
    assert_eq!(
        refused(b"{\n \"format\": }").line_and_column(),
        Some((2, 12))
    );
    let cut = &FULL.as_bytes()[..FULL.find("\"edges\"").unwrap()];
    assert_eq!(refused(cut).code(), "not-well-formed");
    let deep = refused("[".repeat(200_000).as_bytes());
    assert!(matches!(deep, Failure::Syntax(_)), "{deep}");
}

#[test]
fn an_unknown_basis_is_no_loss() {
    let text = r#"{"format":"kaizu-process/1","id":"a","name":"a","lanes":[{"id":"l","name":"l","kind":"staff"}],
        "nodes":[{"id":"n","name":"n","lane":"l","kind":"確認","basis":"不明"}],"edges":[]}"#;
    let (document, losses) = read(Format::Json, text.as_bytes()).unwrap();
    assert!(losses.is_empty(), "{losses:?}");
    assert_eq!(document.steps().next().unwrap().1.basis, None);
}

#[test]
fn a_place_on_no_page_is_refused() {
    let text = r#"{"format":"kaizu-process/1","id":"a","name":"a","lanes":[{"id":"l","name":"l","kind":"staff"}],
        "nodes":[{"id":"n","name":"n","lane":"l","kind":"確認","at":[1e15,10]}],"edges":[]}"#;
    let failure = read(Format::Json, text.as_bytes()).unwrap_err();
    assert_eq!(failure.code(), "out-of-range");
}
