//! The pictures of the samples: as they were approved, and readable by the rules that hold for every picture.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "what a test cannot set up ends it; pictures are files"
)]
mod gallery;
#[path = "../crates/layout/tests/sketch/rules.rs"]
mod rules;

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use kaizu_layout::place;
use kaizu_model::Language;
use kaizu_render::{Format, Options, export, print};
use kaizu_session::requests::convert::{Convert, Page};
use kaizu_session::requests::picture::Picture;
use kaizu_session::requests::sheets::{Scope, Sheets};
use kaizu_session::{Edition, Form, Session};
use kaizu_tests::files;

/// The samples whose pixels are compared as well.
const PAINTED: &[&str] = &[
    "special-fixed-benefit",
    "moving-in-life-event",
    "resident-record-by-mail",
];
/// Pixels of a golden PNG for each of the picture's own.
const SCALE: f64 = 0.5;

/// The samples whose first sheets are compared as well.
const PRINTED: &[(&str, Page)] = &[
    ("special-fixed-benefit", Page::A3),
    ("travel-expense-payment", Page::A4),
];

fn samples() -> Vec<(String, Session)> {
    let samples = files("samples", ".flow");
    assert!(!samples.is_empty(), "no samples");
    samples
        .into_iter()
        .map(|(path, _)| (stem(&path), open(&path)))
        .collect()
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap().to_str().unwrap().to_owned()
}

fn open(path: &Path) -> Session {
    Session::open(path, Language::Ja).unwrap()
}

fn converted(session: &Session, format: Format) -> Vec<u8> {
    let flow = session.choose(None, None).unwrap();
    let question = Convert {
        form: Form::Picture(format),
        page: Page::Fit,
        edition: Edition::default(),
    };
    session.ask(&question, flow).unwrap().bytes
}

#[test]
fn every_sample_looks_as_it_was_approved() {
    let compared = samples().into_iter().filter_map(|(name, session)| {
        let picture = converted(&session, Format::Svg);
        gallery::same_bytes(&format!("{name}.svg"), &picture)
    });
    let wrong: Vec<String> = compared.collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn three_samples_are_painted_as_they_were_approved() {
    let mut wrong = Vec::new();
    for (name, session) in samples() {
        if PAINTED.contains(&name.as_str()) {
            let flow = session.choose(None, None).unwrap();
            let scene = session.ask(&Picture, flow).unwrap();
            let options = Options {
                scale: SCALE,
                ..Options::default()
            };
            let picture = export(&scene, Format::Png, &options).unwrap();
            wrong.extend(gallery::same_pixels(&format!("{name}.png"), &picture));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_sheets_of_two_samples_are_painted_as_they_were_approved() {
    let mut wrong = Vec::new();
    for (name, page) in PRINTED {
        let session = open(&kaizu_tests::repository().join(format!("samples/{name}.flow")));
        let flow = session.choose(None, None).unwrap();
        let question = Sheets {
            page: *page,
            scope: Scope::Flow,
        };
        let sheets = session.ask(&question, flow).unwrap();
        let options = Options {
            scale: 1.0,
            ..Options::default()
        };
        let sheet = export(&sheets[0], Format::Png, &options).unwrap();
        wrong.extend(gallery::same_pixels(&format!("{name}.sheet.png"), &sheet));
        // What a reader of PDF shows is that sheet, but for how it smoothes letters.
        let shown = gallery::printed(&print(&sheets, None).unwrap());
        let off = gallery::difference(&sheet, &shown);
        assert!(off < 0.01, "{name}: {off}");
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The window's painter is tested with them: it gives the nodes of the picture beside it.
#[test]
fn the_scenes_of_three_samples_are_what_their_pictures_were_made_of() {
    let mut wrong = Vec::new();
    for (name, session) in samples() {
        if PAINTED.contains(&name.as_str()) {
            let flow = session.choose(None, None).unwrap();
            let scene = session.ask(&Picture, flow).unwrap();
            let scene = serde_json::to_vec(&scene).unwrap();
            wrong.extend(gallery::same_bytes(&format!("{name}.scene.json"), &scene));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_golden_belongs_to_a_sample() {
    let goldens = std::fs::read_dir(gallery::goldens()).unwrap();
    let goldens: BTreeSet<String> = goldens
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let vectors = samples().into_iter().map(|(name, _)| format!("{name}.svg"));
    let pixels = PAINTED.iter().map(|name| format!("{name}.png"));
    let scenes = PAINTED.iter().map(|name| format!("{name}.scene.json"));
    let sheets = PRINTED.iter().map(|(name, _)| format!("{name}.sheet.png"));
    let all = vectors.chain(pixels).chain(scenes).chain(sheets);
    let wanted: BTreeSet<String> = all.collect();
    let stray: Vec<&String> = goldens.difference(&wanted).collect();
    assert!(stray.is_empty(), "{stray:?}");
}

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
