//! Two scenes on one sheet, one above the other, at one scale.
use kaizu_model::Point;

use crate::scene::{Group, Image, Item, Path, Rect, Scene, Text};

/// `below` under `above`, flush at the left. The title of the first speaks for both.
pub fn stacked(above: Scene, below: &Scene) -> Scene {
    let by = Point::new(
        above.frame.x - below.frame.x,
        above.frame.bottom() - below.frame.y,
    );
    let frame = kaizu_model::Rect::new(
        above.frame.x,
        above.frame.y,
        above.frame.w.max(below.frame.w),
        above.frame.h + below.frame.h,
    );
    let items = above
        .items
        .into_iter()
        .chain(below.items.iter().map(|item| moved(item, by)));
    Scene {
        frame,
        items: items.collect(),
        title: above.title,
        language: above.language,
    }
}

/// The same thing, `by` further right and down.
fn moved(item: &Item, by: Point) -> Item {
    let shifted = |rect: kaizu_model::Rect| {
        kaizu_model::Rect::new(rect.x + by.x, rect.y + by.y, rect.w, rect.h)
    };
    match item {
        Item::Group(it) => Group {
            items: it.items.iter().map(|item| moved(item, by)).collect(),
            ..it.clone()
        }
        .into(),
        Item::Rect(it) => Rect {
            area: shifted(it.area),
            ..it.clone()
        }
        .into(),
        Item::Path(it) => {
            let segments = it
                .segments
                .iter()
                .map(|segment| segment.moved(by))
                .collect();
            Path {
                segments,
                ..it.clone()
            }
            .into()
        }
        Item::Text(it) => Text {
            at: Point::new(it.at.x + by.x, it.at.y + by.y),
            ..it.clone()
        }
        .into(),
        Item::Image(it) => Image {
            area: shifted(it.area),
            ..it.clone()
        }
        .into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kaizu_model::{Language, Weight};

    fn scene(y: f64, h: f64) -> Scene {
        let text = Text {
            content: "a".into(),
            at: Point::new(5.0, y + 5.0),
            size: 12.0,
            weight: Weight::Regular,
            colour: crate::scene::Colour(0),
        };
        let group = Group {
            items: vec![text.into()],
            ..Group::default()
        };
        Scene {
            frame: kaizu_model::Rect::new(0.0, y, 10.0, h),
            title: String::new(),
            language: Language::Ja,
            items: vec![group.into()],
        }
    }

    #[test]
    fn the_lower_picture_begins_where_the_upper_one_ends() {
        let both = stacked(scene(-3.0, 20.0), &scene(100.0, 30.0));
        assert!((both.frame.h - 50.0).abs() < 1e-9);
        let Some(Item::Group(second)) = both.items.get(1) else {
            panic!("no second group")
        };
        let Some(Item::Text(text)) = second.items.first() else {
            panic!("no text")
        };
        assert!((text.at.y - 22.0).abs() < 1e-9);
    }
}
