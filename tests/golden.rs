//! The pictures of the samples: as they were approved, and readable by the rules that hold for every picture.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "what a test cannot set up ends it; pictures are files"
)]
mod exhibition;
mod gallery;
mod marks;
mod open;
#[path = "../crates/layout/tests/sketch/rules.rs"]
mod rules;

use std::collections::BTreeSet;

use kaizu_render::scene::{Item, Scene};
use kaizu_render::{Format, Options, dark, export, print};
use kaizu_session::requests::convert::Page;
use kaizu_session::requests::picture::Picture;
use kaizu_session::requests::sheets::{Scope, Sheets};
use kaizu_session::{Edition, Session};
use open::{converted, open, samples};
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

/// The samples whose first sheets are compared as well.
const PRINTED: &[(&str, Page)] = &[
    ("special-fixed-benefit", Page::A3),
    ("travel-expense-payment", Page::A4),
];

/// What stands beside the pictures of the samples: a folder of other pictures, and what is seen in the samples.
const NO_PICTURES: &[&str] = &["marks", "findings-review.md"];

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
            edition: Edition::default(),
        };
        let sheets = session.ask(&question, flow).unwrap();
        let options = Options {
            scale: 1.0,
            ..Options::default()
        };
        let sheet = export(&sheets[0], Format::Png, &options).unwrap();
        wrong.extend(gallery::same_pixels(&format!("{name}.sheet.png"), &sheet));
        // What a reader of PDF shows is that sheet, but for how it smoothes letters.
        let shown = gallery::printed(&print(&sheets, None).unwrap(), &["-r", "72"]);
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
        .filter(|name| !NO_PICTURES.contains(&name.as_str()))
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
    let pdf = export(scene, Format::Pdf, &Options::default()).unwrap();
    let picture = painted(scene);
    let [width, height] = [picture.width(), picture.height()].map(|side| side.to_string());
    let paper = gallery::printed(&pdf, &["-scale-to-x", &width, "-scale-to-y", &height]);
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
