//! A small picture, drawn and exported in every format.
#![expect(clippy::unwrap_used, reason = "a test may fail")]
mod sample;

use kaizu_model::Language;
use kaizu_render::scene::{Item, Scene};
use kaizu_render::{Caption, Format, Options, draw, export};
use sample::{bytes, caption, marks, picture};

fn text_of(scene: &Scene, format: Format) -> String {
    String::from_utf8(bytes(scene, format)).unwrap()
}

fn texts(items: &[Item]) -> Vec<String> {
    let of = |item: &Item| match item {
        Item::Group(group) => texts(&group.items),
        Item::Text(text) => vec![text.content.clone()],
        Item::Rect(_) | Item::Path(_) | Item::Image(_) => Vec::new(),
    };
    items.iter().flat_map(of).collect()
}

fn numbers_of(png: &[u8]) -> (u32, u32) {
    let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (side(16), side(20))
}

#[test]
fn every_text_of_the_scene_stands_in_the_svg() {
    let scene = picture("紙の申請書に記入");
    let svg = text_of(&scene, Format::Svg);
    let texts = texts(&scene.items);
    assert!(texts.len() > 15);
    for text in texts {
        assert!(
            svg.contains(&format!(">{text}</text>")),
            "{text} is missing"
        );
    }
}

#[test]
fn everything_that_stands_for_a_record_carries_its_id() {
    let svg = text_of(&picture("記入"), Format::Svg);
    for id in [
        "lane/3",
        "phase/5",
        "step/10",
        "step/11",
        "gateway/12",
        "edge/20",
        "edge/22",
    ] {
        assert!(
            svg.contains(&format!("data-id=\"{id}\"")),
            "{id} is missing"
        );
    }
}

#[test]
fn marks_are_drawn_with_their_words_and_the_gravest_finding_wins() {
    let texts = texts(&picture("記入").items);
    for word in ["高", "5", "12", "減らす", "新設"] {
        assert!(texts.iter().any(|text| text == word), "{word} is missing");
    }
    assert!(!texts.iter().any(|text| text == "低"));
}

#[test]
fn the_legend_explains_what_occurs_and_nothing_else() {
    let without = draw(
        &sample::document("記入"),
        sample::FLOW,
        &sample::placement("記入"),
        &[],
        &caption(),
    );
    let texts = texts(&without.items);
    assert!(texts.iter().any(|text| text == "紙の受け渡し"));
    assert!(!texts.iter().any(|text| text == "職員の声"));
}

#[test]
fn words_of_the_picture_follow_its_language() {
    let english = Caption {
        language: Language::En,
        ..caption()
    };
    let scene = draw(
        &sample::document("x"),
        sample::FLOW,
        &sample::placement("x"),
        &marks(),
        &english,
    );
    assert!(texts(&scene.items).iter().any(|text| text == "high"));
    assert!(text_of(&scene, Format::Svg).contains("xml:lang=\"en\""));
}

#[test]
fn the_svg_needs_no_style_sheet_and_no_foreign_object() {
    let svg = text_of(&picture("記入"), Format::Svg);
    assert!(!svg.contains("foreignObject") && !svg.contains("<style") && !svg.contains("var("));
    assert!(svg.contains("<title>特別定額給付金 現状</title>"));
}

#[test]
fn the_png_is_as_large_as_asked_for() {
    let scene = picture("記入");
    let once = export(
        &scene,
        Format::Png,
        &Options {
            scale: 1.0,
            ..Options::default()
        },
    )
    .unwrap();
    let (w, h) = numbers_of(&once);
    assert_eq!(
        (f64::from(w), f64::from(h)),
        (scene.frame.w.round(), scene.frame.h.round())
    );
    let (twice, _) = numbers_of(&bytes(&scene, Format::Png));
    assert!(twice.abs_diff(w * 2) <= 1);
}

#[test]
fn the_pdf_embeds_its_faces_and_says_what_its_letters_mean() {
    let pdf = bytes(&picture("記入"), Format::Pdf);
    let raw = String::from_utf8_lossy(&pdf);
    assert!(raw.starts_with("%PDF-1.7"));
    for property in ["/FontFile", "/ToUnicode", "/Lang", "pdfaid"] {
        assert!(raw.contains(property), "{property} is missing");
    }
}

#[test]
fn the_same_picture_gives_the_same_bytes() {
    for format in Format::ALL {
        assert_eq!(
            bytes(&picture("記入"), *format),
            bytes(&picture("記入"), *format)
        );
    }
}

#[test]
fn a_scene_survives_the_way_to_the_screen() {
    let scene = picture("記入");
    let json = serde_json::to_string(&scene).unwrap();
    assert_eq!(serde_json::from_str::<Scene>(&json).unwrap(), scene);
    assert!(json.contains("\"type\":\"path\"") && json.contains("\"#c0e4ff\""));
}
