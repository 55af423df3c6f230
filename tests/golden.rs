//! The pictures of the samples: as they were approved, and readable by the rules that hold for every picture.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "what a test cannot set up ends it; pictures are files"
)]
mod exhibition;
mod gallery;
mod marks;
#[path = "../crates/layout/tests/sketch/rules.rs"]
mod rules;

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use kaizu_layout::place;
use kaizu_model::Language;
use kaizu_render::scene::{Item, Scene};
use kaizu_render::{Format, Options, dark, export};
use kaizu_session::requests::convert::{Convert, Page};
use kaizu_session::requests::picture::Picture;
use kaizu_session::{Form, Session};
use kaizu_tests::files;
use resvg::tiny_skia::Pixmap;

/// The samples whose pixels are compared as well.
const PAINTED: &[&str] = &[
    "special-fixed-benefit",
    "moving-in-life-event",
    "resident-record-by-mail",
];
/// The share of tiles in which two paintings of one picture may differ.
const SAME: f64 = 0.002;
/// Pixels of a golden PNG for each of the picture's own.
const SCALE: f64 = 0.5;

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
        .filter(|name| name != "marks")
        .collect();
    let vectors = samples().into_iter().map(|(name, _)| format!("{name}.svg"));
    let pixels = PAINTED.iter().map(|name| format!("{name}.png"));
    let scenes = PAINTED.iter().map(|name| format!("{name}.scene.json"));
    let wanted: BTreeSet<String> = vectors.chain(pixels).chain(scenes).collect();
    let stray: Vec<&String> = goldens.difference(&wanted).collect();
    assert!(stray.is_empty(), "{stray:?}");
}

#[test]
fn every_mark_looks_as_it_was_approved() {
    let mut wrong = Vec::new();
    let mut wanted = BTreeSet::new();
    for marks::Shown { name, scene } in marks::all() {
        let picture = export(&scene, Format::Svg, &Options::default()).unwrap();
        wrong.extend(gallery::same_bytes(&format!("marks/{name}.svg"), &picture));
        assert!(
            wanted.insert(format!("{name}.svg")),
            "{name} is there twice"
        );
    }
    let goldens = std::fs::read_dir(gallery::goldens().join("marks")).unwrap();
    let goldens = goldens.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    wrong.extend(goldens.filter(|name| !wanted.contains(name)));
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn painted(scene: &Scene) -> Pixmap {
    let plain = Options {
        scale: 1.0,
        ..Options::default()
    };
    Pixmap::decode_png(&export(scene, Format::Png, &plain).unwrap()).unwrap()
}

/// Two meanings that look the same would be one mark too few.
#[test]
fn no_two_marks_look_the_same() {
    let mut seen: Vec<(String, Pixmap)> = Vec::new();
    for marks::Shown { name, scene } in marks::all() {
        let picture = painted(&scene);
        let twin = seen
            .iter()
            .find(|(_, other)| other.data() == picture.data());
        assert!(twin.is_none(), "{name} looks like {}", twin.unwrap().0);
        seen.push((name, picture));
    }
}

/// What compares the PDF with the PNG sees a single icon.
#[test]
fn a_picture_without_one_icon_is_another_picture() {
    let step = marks::all()
        .into_iter()
        .find(|it| it.name == "medium-printed");
    let mut scene = step.unwrap().scene;
    let with = painted(&scene);
    let is_icon = |item: &Item| {
        let Item::Path(path) = item else { return false };
        path.paint.stroke.as_ref().is_some_and(|it| it.is_round)
    };
    let icons = scene.items.iter_mut().filter_map(|item| {
        let Item::Group(group) = item else {
            return None;
        };
        let at = group.items.iter().position(is_icon)?;
        Some(group.items.remove(at))
    });
    assert_eq!(icons.count(), 1);
    assert!(gallery::differing(&with, &painted(&scene)) > SAME);
}

/// The page lies beside what the build makes; `scripts/look gallery` fetches it.
#[test]
fn a_page_shows_every_picture_in_light_and_dark() {
    let drawn = |(name, session): (String, Session)| (name, converted(&session, Format::Svg));
    let marks = marks::all().into_iter().map(|shown| {
        let picture = export(&shown.scene, Format::Svg, &Options::default()).unwrap();
        (shown.name, picture)
    });
    let text = |(name, picture): (String, Vec<u8>)| (name, String::from_utf8(picture).unwrap());
    let rooms: [(&str, Vec<(String, String)>); 2] = [
        ("見本", samples().into_iter().map(drawn).map(text).collect()),
        ("しるし", marks.map(text).collect()),
    ];
    let page = std::fs::read_to_string(exhibition::write(&rooms)).unwrap();
    let known: BTreeSet<String> = dark().iter().map(|(light, _)| light.to_string()).collect();
    for (name, picture) in rooms.iter().flat_map(|(_, pictures)| pictures) {
        assert!(page.contains(&format!("<figcaption>{name}<")), "{name}");
        for part in picture.split("=\"#").skip(1) {
            let colour = format!("#{}", &part[..6]);
            assert!(
                known.contains(&colour),
                "{colour} of {name} stays in the dark"
            );
        }
    }
}

/// How much of the picture of `scene` looks otherwise in the PDF.
fn off_in_pdf(scene: &Scene) -> f64 {
    let folder = tempfile::tempdir().unwrap();
    let [pdf, other] = ["picture.pdf", "painted"].map(|name| folder.path().join(name));
    let file = export(scene, Format::Pdf, &Options::default()).unwrap();
    std::fs::write(&pdf, file).unwrap();
    let picture = painted(scene);
    let [width, height] = [picture.width(), picture.height()].map(|side| side.to_string());
    let done = Command::new("pdftoppm")
        .args(["-png", "-singlefile"])
        .args(["-scale-to-x", &width, "-scale-to-y", &height])
        .args([&pdf, &other])
        .output()
        .unwrap();
    assert!(done.status.success(), "{done:?}");
    let paper = std::fs::read(other.with_extension("png")).unwrap();
    gallery::differing(&picture, &Pixmap::decode_png(&paper).unwrap())
}

#[test]
fn the_pdf_shows_what_the_png_shows() {
    let of_sample = |(name, session): (String, Session)| {
        let flow = session.choose(None, None).unwrap();
        (name, session.ask(&Picture, flow).unwrap())
    };
    let samples = samples().into_iter().map(of_sample);
    let samples = samples.filter(|(name, _)| PAINTED.contains(&name.as_str()));
    let marks = marks::all().into_iter().map(|mark| (mark.name, mark.scene));
    let marks = marks.filter(|(name, _)| {
        [
            "medium-printed",
            "transfer-system",
            "handover-phone",
            "wait-week",
            "difference-eliminated",
            "all-marks-together",
        ]
        .contains(&name.as_str())
    });
    for (name, scene) in samples.chain(marks) {
        let off = off_in_pdf(&scene);
        assert!(off < SAME, "{name}: {off} of all tiles differ");
    }
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
