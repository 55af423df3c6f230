//! The same picture at another place and in another size.
use kaizu_model::Point;

use crate::scene::{Group, Image, Item, Paint, Path, Rect, Text};

/// What becomes of a picture: first larger or smaller, then elsewhere.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Shift {
    /// How many times as large.
    pub(crate) scale: f64,
    /// How far to the right and down then.
    pub(crate) by: Point,
}

impl Shift {
    /// Elsewhere, as large as before.
    pub(crate) fn by(x: f64, y: f64) -> Self {
        Self {
            scale: 1.0,
            by: Point::new(x, y),
        }
    }

    /// `scale` times as large, with what was at the origin at `x`, `y`.
    pub(crate) fn scaled(scale: f64, x: f64, y: f64) -> Self {
        Self {
            scale,
            by: Point::new(x, y),
        }
    }

    /// Where a place comes to lie.
    pub(crate) fn point(self, point: Point) -> Point {
        Point::new(
            point.x * self.scale + self.by.x,
            point.y * self.scale + self.by.y,
        )
    }

    /// Where an area comes to lie.
    pub(crate) fn area(self, area: kaizu_model::Rect) -> kaizu_model::Rect {
        let corner = self.point(Point::new(area.x, area.y));
        kaizu_model::Rect::new(corner.x, corner.y, area.w * self.scale, area.h * self.scale)
    }

    /// The same things there.
    pub(crate) fn items(self, items: &[Item]) -> Vec<Item> {
        items.iter().map(|item| self.item(item)).collect()
    }

    /// The same thing there.
    pub(crate) fn item(self, item: &Item) -> Item {
        match item {
            Item::Group(it) => Group {
                items: self.items(&it.items),
                ..it.clone()
            }
            .into(),
            Item::Rect(it) => Rect {
                area: self.area(it.area),
                radius: it.radius * self.scale,
                paint: self.paint(&it.paint),
            }
            .into(),
            Item::Path(it) => Path {
                segments: it
                    .segments
                    .iter()
                    .map(|it| it.map(|at| self.point(at)))
                    .collect(),
                paint: self.paint(&it.paint),
            }
            .into(),
            Item::Text(it) => Text {
                at: self.point(it.at),
                size: it.size * self.scale,
                ..it.clone()
            }
            .into(),
            Item::Image(it) => Image {
                area: self.area(it.area),
                ..it.clone()
            }
            .into(),
        }
    }

    fn paint(self, paint: &Paint) -> Paint {
        let mut paint = paint.clone();
        if let Some(stroke) = &mut paint.stroke {
            stroke.width *= self.scale;
            for length in &mut stroke.dash {
                *length *= self.scale;
            }
        }
        paint
    }
}
