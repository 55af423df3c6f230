//! Charts of any numbers: every word has room, none lies over another, none leaves the frame.
#![expect(clippy::unwrap_used, reason = "a test may fail")]
mod showcase;

use std::collections::BTreeSet;

use kaizu_model::{Language, Rect, Size, Weight};
use kaizu_render::charts::{Chart, chart};
use kaizu_render::scene::{Item, Paint, Scene, Text};
use kaizu_render::{Format, Options, dark, export, scene};
use proptest::prelude::*;

const SIZES: [(f64, f64); 3] = [(720.0, 360.0), (480.0, 300.0), (240.0, 160.0)];

fn texts(items: &[Item]) -> Vec<&Text> {
    let mut found = Vec::new();
    for item in items {
        match item {
            Item::Group(group) => found.extend(texts(&group.items)),
            Item::Text(text) => found.push(text),
            Item::Rect(_) | Item::Path(_) | Item::Image(_) => {}
        }
    }
    found
}

/// What every shape and word of `items` covers, as far as its points say.
fn extents(items: &[Item]) -> Vec<Rect> {
    let of = |item: &Item| match item {
        Item::Group(group) => extents(&group.items),
        Item::Text(text) => vec![extent(text)],
        Item::Rect(rect) => vec![rect.area],
        Item::Path(path) => {
            let ends = path.segments.iter().filter_map(scene::Segment::end);
            ends.map(|end| Rect::new(end.x, end.y, 0.0, 0.0)).collect()
        }
        Item::Image(_) => Vec::new(),
    };
    items.iter().flat_map(of).collect()
}

fn extent(text: &Text) -> Rect {
    let weight = match text.weight {
        Weight::Regular => kaizu_fonts::Weight::Regular,
        Weight::Bold => kaizu_fonts::Weight::Bold,
    };
    let width = kaizu_fonts::advance(&text.content, text.size, weight);
    Rect::new(text.at.x, text.at.y - text.size * 0.88, width, text.size)
}

/// What is wrong with `scene`.
fn faults(scene: &Scene) -> Vec<String> {
    let mut faults = Vec::new();
    let outside = extents(&scene.items).into_iter();
    let outside = outside.filter(|area| !scene.frame.contains(*area));
    faults.extend(outside.map(|area| format!("leaves the frame: {area:?}")));
    let texts = texts(&scene.items);
    for (index, text) in texts.iter().enumerate() {
        for other in &texts[index + 1..] {
            if extent(other).overlaps(extent(text)) {
                faults.push(format!("{:?} over {:?}", text.content, other.content));
            }
        }
        if text.size < 12.0 {
            faults.push(format!("{:?} is small", text.content));
        }
    }
    faults
}

fn drawn(it: &Chart, (w, h): (f64, f64)) -> Scene {
    chart(it, Size { w, h }, Language::Ja)
}

/// `scene` as a window shows it in the dark.
fn in_the_dark(scene: &Scene) -> Scene {
    let mut light = scene.clone();
    let ground = scene::Rect {
        area: scene.frame,
        radius: 0.0,
        paint: Paint::filled(scene::Colour(0x00ff_ffff)),
    };
    light.items.insert(0, ground.into());
    let mut json = serde_json::to_string(&light).unwrap();
    for (from, to) in dark() {
        // Marked, so that no colour is exchanged twice.
        json = json.replace(&format!("\"{from}\""), &format!("\"+{to}\""));
    }
    assert!(!json.contains("\"#"), "a colour stays in the dark: {json}");
    serde_json::from_str(&json.replace("\"+#", "\"#")).unwrap()
}

/// They lie in the folder for what tests leave, for whoever wants to look at them.
#[test]
#[expect(clippy::disallowed_methods, reason = "pictures to be looked at")]
fn every_chart_can_be_looked_at_in_light_and_dark() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("charts");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, it) in showcase::all() {
        for size in SIZES {
            let light = drawn(&it, size);
            let faults = faults(&light);
            assert!(faults.is_empty(), "{name} {size:?}: {faults:#?}");
            let dark = in_the_dark(&light);
            // The smallest has the same forms as the next.
            let shown = [(dark, "-dark"), (light, "")];
            for (scene, ending) in shown.into_iter().filter(|_| size.0 > 300.0) {
                let picture = export(&scene, Format::Png, &Options::default()).unwrap();
                let file = format!("{name}-{}{ending}.png", size.0);
                std::fs::write(folder.join(file), picture).unwrap();
            }
        }
    }
}

fn titles(items: &[Item]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for item in items {
        match item {
            Item::Group(group) => {
                found.extend(group.title.clone());
                found.extend(titles(&group.items));
            }
            Item::Text(_) | Item::Rect(_) | Item::Path(_) | Item::Image(_) => {}
        }
    }
    found
}

#[test]
fn whoever_cannot_see_a_chart_has_its_series_columns_and_marks_read() {
    let charts = showcase::all();
    let read = |name: &str| {
        let (_, it) = charts.iter().find(|(other, _)| *other == name).unwrap();
        titles(&drawn(it, SIZES[1]).items)
    };
    for (name, title) in [
        ("course-two", "改善案"),
        ("course-many-marks", "補正の締切"),
        ("columns-two", "審査担当 現状 97% あふれる"),
        ("columns-two", "目安 85%"),
        ("bars", "電子申請の割合 60%のとき 15%のとき"),
        ("classes-two", "標準処理期間 30日"),
    ] {
        assert!(read(name).contains(title), "{title}: {:?}", read(name));
    }
}

#[test]
fn the_least_chart_is_a_picture_too() {
    for (name, it) in showcase::all() {
        for size in [
            (0.0, 0.0),
            (f64::NAN, -5.0),
            (120.0, 10_000.0),
            (1e9, 120.0),
        ] {
            let faults = faults(&drawn(&it, size));
            assert!(faults.is_empty(), "{name} {size:?}: {faults:#?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_numbers_and_words_make_a_chart_in_which_every_word_has_its_room(
        it in showcase::any::chart(),
        w in 0.0..900.0,
        h in 0.0..600.0,
    ) {
        let scene = drawn(&it, (w, h));
        let faults = faults(&scene);
        prop_assert!(faults.is_empty(), "{faults:#?}");
    }
}
