//! Two scenes on one sheet, one above the other, at one scale.
use crate::moved::Shift;
use crate::scene::Scene;

/// `below` under `above`, flush at the left. The title of the first speaks for both.
pub fn stacked(above: Scene, below: &Scene) -> Scene {
    let by = Shift::by(
        above.frame.x - below.frame.x,
        above.frame.bottom() - below.frame.y,
    );
    let frame = kaizu_model::Rect::new(
        above.frame.x,
        above.frame.y,
        above.frame.w.max(below.frame.w),
        above.frame.h + below.frame.h,
    );
    let items = above.items.into_iter().chain(by.items(&below.items));
    Scene {
        frame,
        items: items.collect(),
        title: above.title,
        language: above.language,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Group, Item, Text};
    use kaizu_model::{Language, Point, Weight};

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
