//! Names of any letters: every format can be written, what was cut stands in full below, and the window has its tooltip.
#![expect(clippy::unwrap_used, reason = "a test may fail")]
#[expect(dead_code, reason = "these flows are placed, not put down by hand")]
mod sample;

use kaizu_model::{Document, Placement, Wording};
use kaizu_render::scene::{Item, Scene};
use kaizu_render::{Caption, Format, draw};
use proptest::collection::vec;
use proptest::prelude::*;
use resvg::usvg;
use sample::{FLOW, bytes, caption, document};

fn name() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        "[ぁ-んァ-ヶー書類確認申請、。（）「」ｦ-ﾟ<&>\"' a-z]{1,30}",
        "\\PC{1,6}",
        "[\u{0}-\u{9f}\u{300}-\u{36f}\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2060}-\u{2069}]{1,6}",
        "[א-ת ء-ي.()]{2,20}",
        "(👩‍👩‍👧|🇯🇵|👍🏽|𠮷|か\u{3099}|葛\u{e0100}|\u{fffe}|\u{2028}|]]>){1,9}",
    ];
    vec(pieces, 0..7).prop_map(|pieces| pieces.concat())
}

fn placed(name: &str) -> (Document, Placement) {
    let document = document(name);
    let placement = kaizu_layout::place(&document, FLOW, &Wording::default());
    (document, placement)
}

fn drawn(name: &str, caption: &Caption) -> Scene {
    let (document, placement) = placed(name);
    draw(&document, FLOW, &placement, &[], caption)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_format_can_be_written(name in name()) {
        let scene = drawn(&name, &caption());
        let svg = String::from_utf8(bytes(&scene, Format::Svg)).unwrap();
        let read = usvg::Tree::from_str(&svg, &usvg::Options::default());
        prop_assert!(read.is_ok(), "{read:?}");
        prop_assert!(bytes(&scene, Format::Png).starts_with(b"\x89PNG"));
        let pdf = bytes(&scene, Format::Pdf);
        prop_assert!(String::from_utf8_lossy(&pdf).contains("pdfaid"), "not fit for archives");
    }
}

/// Every text of `items`, and the titles of their groups.
fn texts(items: &[Item]) -> (Vec<String>, Vec<String>) {
    let (mut texts_of, mut titles) = (Vec::new(), Vec::new());
    for item in items {
        match item {
            Item::Group(group) => {
                let (more, within) = texts(&group.items);
                texts_of.extend(more);
                titles.extend(group.title.clone().into_iter().chain(within));
            }
            Item::Text(text) => texts_of.push(text.content.clone()),
            Item::Rect(_) | Item::Path(_) | Item::Image(_) => {}
        }
    }
    (texts_of, titles)
}

#[test]
fn what_was_cut_stands_in_full_below_the_picture() {
    let name = "申請書を受け取り内容を確認して台帳と突合する".repeat(5);
    let scene = drawn(&name, &caption());
    let (texts, titles) = texts(&scene.items);
    assert_eq!(texts.iter().filter(|text| *text == "※1").count(), 2);
    assert!(texts.contains(&"略した名前の全文".to_owned()));
    let number = texts.iter().rposition(|text| text == "※1").unwrap();
    assert!(texts[number + 1..].concat().starts_with(&name));
    assert!(titles.iter().any(|title| title.contains(&name)));
    let inside = |item: &Item| match item {
        Item::Group(group) => group.items.iter().all(|item| match item {
            Item::Text(text) => text.at.y < scene.frame.bottom() && text.at.x < scene.frame.right(),
            Item::Group(_) | Item::Rect(_) | Item::Path(_) | Item::Image(_) => true,
        }),
        Item::Text(_) | Item::Rect(_) | Item::Path(_) | Item::Image(_) => true,
    };
    assert!(scene.items.iter().all(inside));
}

#[test]
fn the_window_has_the_whole_name_to_point_at_and_no_notes() {
    let name = "申請書を受け取り内容を確認して台帳と突合する".repeat(5);
    let (texts, titles) = texts(&drawn(&name, &Caption::default()).items);
    assert!(!texts.iter().any(|text| text.contains('※')));
    assert!(texts.iter().any(|text| text.ends_with('…')));
    assert!(titles.iter().any(|title| title.contains(&name)));
}

#[test]
fn phases_can_be_pointed_at_too() {
    let (_, titles) = texts(&drawn("記入", &Caption::default()).items);
    assert!(titles.contains(&"受付".to_owned()));
}
