//! What holds for the picture of every sample, however it looks.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "what a test cannot set up ends it; pictures are files"
)]
mod open;
#[path = "../crates/layout/tests/sketch/rules.rs"]
mod rules;

use std::process::Command;

use kaizu_layout::place;
use kaizu_render::Format;
use open::{converted, open, samples};

#[test]
fn no_text_sticks_out_no_arrow_meets_a_foreign_box_and_no_box_leaves_its_lane() {
    for (name, session) in samples() {
        let document = session.document();
        for (flow, _) in document.flows() {
            let placement = place(document, flow, &session.wording());
            let broken = rules::broken(document, &placement);
            assert!(broken.is_empty(), "{name}: {broken:#?}");
            assert_eq!(placement.nodes.len(), document.nodes_of(flow).len());
            assert_eq!(placement.edges.len(), document.edges_of(flow).count());
            assert_eq!(placement.lanes.len(), document.lanes_of(flow).len());
        }
    }
}

#[test]
fn the_same_sample_gives_the_same_bytes_in_every_format() {
    let (_, session) = samples().into_iter().next().unwrap();
    for format in Format::ALL {
        assert!(converted(&session, *format) == converted(&session, *format));
    }
}

#[test]
fn every_name_can_be_selected_in_the_pdf() {
    let path = kaizu_tests::repository().join("samples/special-fixed-benefit.flow");
    let session = open(&path);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("picture.pdf");
    std::fs::write(&file, converted(&session, Format::Pdf)).unwrap();
    let read = Command::new("pdftotext")
        .args(["-raw", "-enc", "UTF-8"])
        .args([file.as_os_str(), "-".as_ref()])
        .output()
        .unwrap();
    let solid = |text: &str| text.split_whitespace().collect::<String>();
    let text = solid(&String::from_utf8(read.stdout).unwrap());
    let document = session.document();
    let names = document.steps().map(|(_, step)| step.name.as_str());
    let names = names.chain(document.lanes().map(|(_, lane)| lane.name.as_str()));
    let missing: Vec<&str> = names.filter(|name| !text.contains(&solid(name))).collect();
    assert!(missing.is_empty(), "{missing:?} in {text}");
}
