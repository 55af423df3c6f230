//! What holds for every picture on sheets: nothing is cut but lanes, headings and arrows, and those are tied together.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::{RecordId, Rect};
use kaizu_render::{Drawing, Page, sheets};

use crate::paper::{self, Sheet, Thing};

/// What is wrong with the sheets of `drawing`.
pub(crate) fn wrong(drawing: &Drawing, page: Page) -> Vec<String> {
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
        ("データ", sheet.has_double_arrow),
        ("話", sheet.has_dotted_arrow),
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
