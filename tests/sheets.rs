//! Pictures on sheets of paper: what is cut and what never is, over the samples and over long flows made up at random.
#![expect(clippy::unwrap_used, reason = "what a test cannot set up ends it")]
#[path = "sheets/flows.rs"]
mod flows;
#[path = "sheets/paper.rs"]
mod paper;
#[path = "sheets/rules.rs"]
mod rules;
#[path = "../crates/layout/tests/sketch/mod.rs"]
mod sketch;

use std::collections::BTreeSet;

use flows::{chain, long_flow, pinned_flow};
use kaizu_layout::place;
use kaizu_model::{Document, FlowId, Language, Level, Mark, MarkKind, RecordId, Wording};
use kaizu_render::{Caption, Cell, Drawing, Legend, Look, Page, sheets};
use kaizu_session::Session;
use kaizu_tests::files;
use paper::Sheet;
use proptest::prelude::*;
use rules::wrong;
use sketch::FLOW;

/// No letter of a picture that can be cut is smaller than so many points, flags and counters included: A3 is looked at
/// across a table.
fn readable(page: Page) -> f64 {
    match page {
        Page::A3 => 8.0,
        Page::A4 | Page::Fit => 6.0,
    }
}

fn caption() -> Caption {
    let cell = |value: &str, look| Cell {
        label: "見出し".into(),
        value: value.into(),
        look,
    };
    let word = |word: &str| format!("凡例{word}");
    Caption {
        language: Language::Ja,
        title: "図".into(),
        block: vec![cell("業務の名前", Look::Name), cell("現状", Look::Plain)],
        sheet: "ページ".into(),
        subtitle: "手順 2".into(),
        legend: Legend {
            staff: word("職員"),
            residents: word("住民"),
            finding: word("気づき"),
            data: word("データ"),
            voice: word("話"),
            back: word("戻り"),
            connector: word("続き"),
            ..Legend::default()
        },
        notes: "略した名前".into(),
    }
}

/// The picture of a flow, with a flag on every third node and a voice on every fourth.
fn drawing(document: &Document, flow: FlowId) -> Drawing<'_> {
    let placement = place(document, flow, &Wording::default());
    let mut marks = Vec::new();
    for (n, node) in placement.nodes.iter().enumerate() {
        let at = RecordId::from(node.id);
        let flag = MarkKind::Finding(Level::ALL[n % 3]);
        let voices = MarkKind::Voices {
            staff: 1 + n as u32,
            residents: n as u32 % 2,
        };
        marks.extend((n % 3 == 0).then_some(Mark { at, kind: flag }));
        marks.extend((n % 4 == 0).then_some(Mark { at, kind: voices }));
    }
    Drawing {
        document,
        flow,
        placement,
        marks,
        caption: caption(),
    }
}

#[test]
fn no_sample_is_cut_through_anything_and_letters_stay_readable() {
    for (path, _) in files("samples", ".flow") {
        let session = Session::open(&path, Language::Ja).unwrap();
        for (flow, _) in session.document().flows() {
            let drawing = drawing(session.document(), flow);
            for page in [Page::A3, Page::A4] {
                let wrong = wrong(&drawing, page);
                assert!(wrong.is_empty(), "{path:?} {page:?}: {wrong:#?}");
                for sheet in sheets(std::slice::from_ref(&drawing), page) {
                    let smallest = Sheet::of(&sheet).smallest;
                    assert!(
                        smallest >= readable(page) - 1e-6,
                        "{path:?} {page:?}: {smallest}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_picture_that_follows_no_paper_is_one_sheet() {
    let (path, _) = files("samples", ".flow").into_iter().next().unwrap();
    let session = Session::open(&path, Language::Ja).unwrap();
    let flow = session.choose(None, None).unwrap();
    let drawing = drawing(session.document(), flow);
    assert_eq!(sheets(&[drawing], Page::Fit).len(), 1);
}

#[test]
fn two_pictures_share_scale_letters_and_numbers() {
    let sketch = chain(60);
    let document = sketch.document();
    let both = [drawing(&document, FLOW), drawing(&document, FLOW)];
    let sheets: Vec<Sheet> = sheets(&both, Page::A4).iter().map(Sheet::of).collect();
    assert!(sheets.len() >= 4 && sheets.len().is_multiple_of(2));
    let last = format!("{0} / {0}", sheets.len());
    assert!(sheets[sheets.len() - 1].texts.contains(&last));
    let letters: Vec<&String> = sheets
        .iter()
        .flat_map(|it| &it.circles)
        .map(|it| &it.letter)
        .collect();
    let once: BTreeSet<&&String> = letters.iter().collect();
    assert_eq!(letters.len(), 2 * once.len());
}

#[test]
fn a_chain_of_steps_is_cut_through_one_arrow_at_a_time() {
    let sketch = chain(150);
    let document = sketch.document();
    let sheets: Vec<Sheet> = sheets(&[drawing(&document, FLOW)], Page::A4)
        .iter()
        .map(Sheet::of)
        .collect();
    let heads = sheets.iter().flat_map(|sheet| &sheet.texts);
    let n_parts = heads.filter(|text| *text == "住民").count();
    let n_circles: usize = sheets.iter().map(|sheet| sheet.circles.len()).sum();
    assert!(n_parts >= 4, "{n_parts}");
    assert_eq!(n_circles, 2 * (n_parts - 1));
}

#[test]
fn names_that_were_cut_stand_in_full_on_sheets_of_their_own() {
    let mut sketch = chain(60);
    for node in sketch.nodes.iter_mut().step_by(2) {
        node.name = "申請者の属する世帯の収入を証する書類を確認する".repeat(9);
    }
    let document = sketch.document();
    let drawing = drawing(&document, FLOW);
    let marks: BTreeSet<String> = drawing
        .placement
        .notes
        .iter()
        .map(|it| it.mark.text.clone())
        .collect();
    assert_eq!(marks.len(), 30);
    let sheets: Vec<Sheet> = sheets(&[drawing], Page::A4).iter().map(Sheet::of).collect();
    let (names, picture): (Vec<&Sheet>, Vec<&Sheet>) = sheets
        .iter()
        .partition(|sheet| sheet.texts.iter().any(|text| text == "略した名前"));
    assert!(names.len() > 1 && !picture.is_empty());
    let shown: Vec<&String> = picture.iter().flat_map(|sheet| &sheet.texts).collect();
    assert!(
        marks
            .iter()
            .all(|mark| shown.iter().filter(|text| **text == mark).count() == 1)
    );
    let explained: Vec<&String> = names.iter().flat_map(|sheet| &sheet.texts).collect();
    assert!(
        marks
            .iter()
            .all(|mark| explained.iter().any(|text| text.starts_with(mark.as_str())))
    );
    assert!(names.iter().all(|sheet| sheet.ids().is_empty()));
    assert!(
        sheets[sheets.len() - 1]
            .texts
            .contains(&format!("{0} / {0}", sheets.len()))
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_long_flow_is_cut_between_things_and_tied_together_by_letters(sketch in long_flow()) {
        let document = sketch.document();
        let drawing = drawing(&document, FLOW);
        for page in [Page::A3, Page::A4] {
            let wrong = wrong(&drawing, page);
            prop_assert!(wrong.is_empty(), "{page:?}: {wrong:#?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_people_put_somewhere_is_not_cut_either(sketch in pinned_flow()) {
        let document = sketch.document();
        let drawing = drawing(&document, FLOW);
        let wrong = wrong(&drawing, Page::A4);
        prop_assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
