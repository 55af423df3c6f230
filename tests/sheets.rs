//! Pictures on sheets of paper: what is cut and what never is, over the samples and over long flows made up at random.
#![expect(clippy::unwrap_used, reason = "what a test cannot set up ends it")]
#[path = "sheets/paper.rs"]
mod paper;
#[path = "../crates/layout/tests/sketch/mod.rs"]
mod sketch;

use std::collections::{BTreeMap, BTreeSet};

use kaizu_layout::place;
use kaizu_model::{Document, FlowId, Language, Level, Mark, MarkKind, RecordId, Rect, Wording};
use kaizu_render::{Caption, Cell, Drawing, Legend, Look, Page, sheets};
use kaizu_session::Session;
use kaizu_tests::files;
use paper::{Sheet, Thing};
use proptest::collection::vec;
use proptest::prelude::*;
use sketch::{FLOW, Node, Sketch};

/// No letter of a picture that can be cut is smaller than so many points, flags and counters included.
const READABLE: f64 = 6.0;

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
            paper: word("紙"),
            digital: word("電子"),
            excel: word("表"),
            voice: word("声"),
            cash: word("現金"),
            staff: word("職員"),
            residents: word("住民"),
            finding: word("気づき"),
            handover: word("受け渡し"),
            back: word("戻り"),
            connector: word("続き"),
        },
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
        marks.extend((n % 3 == 0).then(|| Mark { at, kind: flag }));
        marks.extend((n % 4 == 0).then(|| Mark { at, kind: voices }));
    }
    Drawing {
        document,
        flow,
        placement,
        marks,
        caption: caption(),
    }
}

/// What is wrong with the sheets of `drawing`.
fn wrong(drawing: &Drawing, page: Page) -> Vec<String> {
    let whole = Sheet::of(&drawing.scene());
    let scenes = sheets(std::slice::from_ref(drawing), page);
    let sheets: Vec<Sheet> = scenes.iter().map(Sheet::of).collect();
    let mut wrong = Vec::new();
    for (n, (sheet, scene)) in sheets.iter().zip(&scenes).enumerate() {
        let number = format!("{} / {}", n + 1, sheets.len());
        for text in [number.as_str(), "業務の名前"] {
            if !sheet.texts.iter().any(|it| it == text) {
                wrong.push(format!("sheet {n} lacks {text}"));
            }
        }
        let within = scene.frame.grown(-20.0);
        for thing in sheet.things.iter().filter(|it| !within.contains(it.area)) {
            wrong.push(format!("{:?} leaves sheet {n}", thing.id));
        }
        wrong.extend(crowded(sheet));
        wrong.extend(legend(sheet));
        if !sheet
            .things
            .iter()
            .any(|it| matches!(it.id, RecordId::Lane(_)))
        {
            wrong.push(format!("sheet {n} has no lane"));
        }
    }
    wrong.extend(missing(&whole, &sheets));
    wrong.extend(untied(&sheets));
    wrong
}

/// Everything is to be seen, and what stands in the picture once and whole.
fn missing(whole: &Sheet, sheets: &[Sheet]) -> Vec<String> {
    let mut wrong = Vec::new();
    let scale = sheets[0].scale(whole);
    for id in whole.ids() {
        if matches!(id, RecordId::Edge(_)) {
            let is_there = sheets.iter().any(|sheet| sheet.arrows.contains(&id));
            let riders = |sheet: &Sheet| sheet.of_record(id).count();
            let n: usize = sheets.iter().map(riders).sum();
            if !is_there || n < riders(whole) {
                wrong.push(format!("{id} is missing, or something that rides on it"));
            }
            continue;
        }
        let of = |sheet: &Sheet| sheet.of_record(id).map(|it| it.area).collect::<Vec<Rect>>();
        let there: Vec<Rect> = sheets.iter().flat_map(of).collect();
        let here = of(whole);
        let is_cut = !paper::stays_whole(id);
        if there.is_empty() || (!is_cut && there.len() != here.len()) {
            wrong.push(format!(
                "{id} is there {} times, not {}",
                there.len(),
                here.len()
            ));
        }
        let pairs = there.iter().zip(&here).filter(|_| !is_cut);
        for (one, other) in pairs {
            if (one.w - other.w * scale).abs() > 0.1 || (one.h - other.h * scale).abs() > 0.1 {
                wrong.push(format!("{id} is not whole: {one:?}, {other:?}"));
            }
        }
    }
    let seen: BTreeSet<&String> = sheets.iter().flat_map(|it| &it.texts).collect();
    let legend = whole.texts.iter().filter(|text| !seen.contains(text));
    wrong.extend(legend.map(|text| format!("“{text}” is missing")));
    wrong
}

/// Every letter stands on exactly two circles of one arrow, and letters follow each other.
fn untied(sheets: &[Sheet]) -> Vec<String> {
    let mut ends: BTreeMap<String, Vec<RecordId>> = BTreeMap::new();
    for circle in sheets.iter().flat_map(|sheet| &sheet.circles) {
        ends.entry(circle.letter.clone())
            .or_default()
            .push(circle.id);
    }
    let is_odd = |ids: &Vec<RecordId>| ids.len() != 2 || ids[0] != ids[1];
    let odd = ends.iter().filter(|(_, ids)| is_odd(ids));
    let mut wrong: Vec<String> = odd
        .map(|(letter, ids)| format!("{letter}: {ids:?}"))
        .collect();
    let n_long = ends.keys().filter(|letter| letter.len() > 1).count();
    if ends.len() < 26
        && (n_long > 0
            || ends
                .keys()
                .zip('A'..)
                .any(|(it, letter)| *it != letter.to_string()))
    {
        wrong.push(format!(
            "letters do not follow each other: {:?}",
            ends.keys()
        ));
    }
    // An arrow that is cut is in as many pieces as it has letters, and one.
    let pieces = sheets.iter().flat_map(|sheet| &sheet.arrows);
    let mut counts: BTreeMap<RecordId, usize> = BTreeMap::new();
    for id in pieces {
        *counts.entry(*id).or_default() += 1;
    }
    for (id, n) in counts {
        let n_letters = ends.values().filter(|ids| ids[0] == id).count();
        if n != n_letters + 1 {
            wrong.push(format!("{id} is in {n} pieces with {n_letters} letters"));
        }
    }
    wrong
}

/// No circle lies on another one, on a box or on what rides on an arrow.
fn crowded(sheet: &Sheet) -> Vec<String> {
    let mut wrong = Vec::new();
    for (n, circle) in sheet.circles.iter().enumerate() {
        let inner = circle.area.grown(-circle.area.w * 0.06);
        for other in sheet.circles.iter().skip(n + 1) {
            if other.area.grown(-other.area.w * 0.06).overlaps(inner) {
                wrong.push(format!("{} lies on {}", circle.letter, other.letter));
            }
        }
        let solid = |thing: &&Thing| paper::is_solid(thing.id);
        for thing in sheet.things.iter().filter(solid) {
            if thing.area.overlaps(inner) {
                wrong.push(format!("{} lies on {}", circle.letter, thing.id));
            }
        }
    }
    wrong
}

/// The legend has a word for each sign that is to be seen, and for no other; and nothing lies on it.
fn legend(sheet: &Sheet) -> Vec<String> {
    let told: BTreeSet<&str> = sheet
        .texts
        .iter()
        .filter_map(|text| text.strip_prefix("凡例"))
        .collect();
    let signs = [
        ("続き", !sheet.circles.is_empty()),
        ("戻り", sheet.has_dashed_arrow),
        ("受け渡し", sheet.has_paper_on_arrow),
        (
            "気づき",
            sheet
                .texts
                .iter()
                .any(|it| ["高", "中", "低"].contains(&it.as_str())),
        ),
    ];
    signs
        .into_iter()
        .filter(|(word, is_seen)| told.contains(word) != *is_seen)
        .map(|(word, is_seen)| format!("{word} is seen: {is_seen}, but the legend says {told:?}"))
        .collect()
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
                    assert!(smallest >= READABLE - 1e-6, "{path:?} {page:?}: {smallest}");
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
    assert!(sheets.len() >= 4 && sheets.len() % 2 == 0);
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

/// `n` steps one after the other, through three lanes.
fn chain(n: usize) -> Sketch {
    let node = |n: usize| Node {
        lane: n % 3,
        name: format!("手順{n}を行う"),
        ..Node::default()
    };
    Sketch {
        lanes: ["住民", "受付担当", "審査担当"].map(str::to_owned).to_vec(),
        phases: Vec::new(),
        nodes: (0..n).map(node).collect(),
        arrows: (1..n).map(|n| (n - 1, n, None, None)).collect(),
    }
}

#[test]
fn a_chain_of_steps_is_cut_through_one_arrow_at_a_time() {
    let sketch = chain(150);
    let document = sketch.document();
    std::fs::write(
        kaizu_render::print(&sheets(&[drawing(&document, FLOW)], Page::A4), None).unwrap(),
    )
    .unwrap();
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

fn long_flow() -> impl Strategy<Value = Sketch> {
    (1..9_usize, 0..5_usize, 1..70_usize).prop_flat_map(|(n_lanes, n_phases, n_nodes)| {
        let name = prop_oneof![
            Just("受付".to_owned()),
            Just("申請書を受け取り内容を確認して台帳と突合する".to_owned()),
            Just("書類の不備を電話で問い合わせる".to_owned()),
        ];
        let node = (0..9_usize, 0..n_lanes, name, prop::option::of(0.0..90.0));
        let arrow = (0..n_nodes, 0..n_nodes, prop::option::of(0.0..=1.0));
        (vec(node, n_nodes), vec(arrow, 0..=n_nodes / 6))
            .prop_map(move |(nodes, more)| sketch_of(n_lanes, n_phases, nodes, more))
    })
}

type Drawn = (usize, usize, String, Option<f64>);

fn sketch_of(
    n_lanes: usize,
    n_phases: usize,
    nodes: Vec<Drawn>,
    more: Vec<(usize, usize, Option<f64>)>,
) -> Sketch {
    let n_nodes = nodes.len();
    let node = |(n, (kind, lane, name, wait)): (usize, Drawn)| Node {
        kind,
        lane,
        name,
        phase: (n_phases > 0).then(|| n * n_phases / n_nodes),
        pin: None,
        minutes: Some(n as f64),
        wait,
    };
    let chain = (1..n_nodes).map(|n| (n - 1, n, None, None));
    let more = more
        .into_iter()
        .map(|(from, to, share)| (from, to, share, None));
    Sketch {
        lanes: (0..n_lanes).map(|n| format!("担当{n}")).collect(),
        phases: (0..n_phases).map(|n| format!("工程{n}")).collect(),
        nodes: nodes.into_iter().enumerate().map(node).collect(),
        arrows: chain.chain(more).collect(),
    }
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
