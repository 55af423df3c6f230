//! The scene as the tree from which PNG and PDF are painted, set in the bundled faces and no others.
use std::sync::{Arc, LazyLock};

use resvg::usvg::{self, fontdb};

use super::Failure;
use super::svg::{self, Letters};
use crate::scene::Scene;

/// The tree of `scene`.
pub(super) fn tree(scene: &Scene) -> Result<usvg::Tree, Failure> {
    let options = usvg::Options {
        font_family: kaizu_fonts::FAMILY.to_owned(),
        languages: vec![svg::tag(scene.language).to_owned()],
        fontdb: Arc::clone(&FACES),
        // A picture carries its rasters with it: an address never opens a file.
        image_href_resolver: usvg::ImageHrefResolver {
            resolve_string: Box::new(|_, _| None),
            ..usvg::ImageHrefResolver::default()
        },
        ..usvg::Options::default()
    };
    Ok(usvg::Tree::from_str(
        &svg::svg(scene, Letters::Bundled),
        &options,
    )?)
}

static FACES: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut faces = fontdb::Database::new();
    for face in kaizu_fonts::faces() {
        faces.load_font_source(fontdb::Source::Binary(Arc::new(face)));
    }
    Arc::new(faces)
});

#[cfg(test)]
mod tests {
    use kaizu_model::{Language, Point, Rect, Weight};
    use usvg::Node;

    use super::*;
    use crate::scene::{Colour, Item, Text};

    /// Where `content` is painted in letters of ten pixels from 100 on: from left to right, and from top to bottom.
    fn painted(content: &str, weight: Weight) -> Option<usvg::Rect> {
        let text = Text {
            content: content.to_owned(),
            at: Point::new(100.0, 100.0),
            size: 10.0,
            weight,
            colour: Colour(0),
        };
        let scene = Scene {
            frame: Rect::new(0.0, 0.0, 900.0, 200.0),
            title: String::new(),
            language: Language::Ja,
            items: vec![Item::from(text)],
        };
        let tree = tree(&scene).unwrap();
        let ground = tree.root().children().len() - 1;
        assert_eq!(ground, 1, "{content:?} is not painted");
        match tree.root().children().last()? {
            Node::Text(it) => Some(it.abs_bounding_box()),
            Node::Group(it) => Some(it.abs_bounding_box()),
            Node::Path(_) | Node::Image(_) => None,
        }
    }

    #[test]
    fn letters_are_painted_where_they_were_measured() {
        let texts = [
            "申請書を受け取る",
            "WAVAToWa fi ffl",
            "ﾏｲﾅﾝﾊﾞｰｶｰﾄﾞ ﾊﾟｽﾎﾟｰﾄ",
            "か\u{309a}き\u{309a} か\u{3099} あ\u{3099}",
            "𠮷野家 葛\u{e0100}飾区 神\u{fa19} 叱𠮟 ⸻",
            "e\u{301}x\u{323}\u{302}o\u{351}\u{36b}済",
            "👩‍👩‍👧‍👦済🇯🇵済👍🏽済1\u{fe0f}\u{20e3}☀\u{fe0f}",
            "\u{2067}טופס בקשה (2).\u{2069}",
            "طلب شهادة الإقامة",
            "①㈱～✓☑□…※→",
        ];
        for content in texts {
            for weight in [Weight::Regular, Weight::Bold] {
                let faces = match weight {
                    Weight::Regular => kaizu_fonts::Weight::Regular,
                    Weight::Bold => kaizu_fonts::Weight::Bold,
                };
                let width = kaizu_fonts::advance(content, 10.0, faces) as f32;
                let area = painted(content, weight).unwrap();
                // A letter may lean a hair over its place.
                let within = 99.5..100.5 + width;
                assert!(
                    within.contains(&area.left()) && within.contains(&area.right()),
                    "{content:?} of {width} is painted from {} to {}",
                    area.left(),
                    area.right()
                );
                assert!(
                    area.top() > 86.0 && area.bottom() < 106.0,
                    "{content:?} {area:?}"
                );
            }
        }
    }

    #[test]
    fn text_ends_where_it_was_measured_to_end() {
        for content in ["申請ﾊﾟ国", "a𠮷国", "か\u{309a}国"] {
            let width = kaizu_fonts::advance(content, 10.0, kaizu_fonts::Weight::Regular) as f32;
            let right = painted(content, Weight::Regular).unwrap().right();
            assert!((100.0 + width - right).abs() < 1.0, "{content:?} {right}");
        }
    }
}
