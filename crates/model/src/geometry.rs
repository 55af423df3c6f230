//! Places on the page. Pixels at 100 %, x to the right, y down.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::OutOfRange;

/// A place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(try_from = "Coordinates")]
pub struct Point {
    /// Distance from the left.
    pub x: f64,
    /// Distance from the top.
    pub y: f64,
}

/// How far from the corner a place may lie that comes from outside: no page is larger.
const FARTHEST: f64 = 1e6;

/// A place as it is read, before it is known to lie on a page.
#[derive(Deserialize)]
struct Coordinates {
    x: f64,
    y: f64,
}

impl TryFrom<Coordinates> for Point {
    type Error = OutOfRange;

    fn try_from(Coordinates { x, y }: Coordinates) -> Result<Self, OutOfRange> {
        Self::on_page(x, y)
    }
}

impl Point {
    /// The place at `x`, `y`, where that can lie on a page.
    pub fn on_page(x: f64, y: f64) -> Result<Self, OutOfRange> {
        match [x, y]
            .into_iter()
            .find(|number| !(-FARTHEST..=FARTHEST).contains(number))
        {
            Some(number) => Err(OutOfRange::OffThePage(number)),
            None => Ok(Self { x, y }),
        }
    }

    /// The place at `x`, `y`.
    pub fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }
}

/// Width and height.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Size {
    /// To the right.
    pub w: f64,
    /// Down.
    pub h: f64,
}

/// An upright rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

impl Rect {
    /// The rectangle with its top left corner at `x`, `y`.
    pub fn new(x: f64, y: f64, w: f64, h: f64) -> Self {
        Self { x, y, w, h }
    }

    /// The least rectangle that holds two points.
    pub fn between(a: Point, b: Point) -> Self {
        let (x, y) = (a.x.min(b.x), a.y.min(b.y));
        Self::new(x, y, (a.x - b.x).abs(), (a.y - b.y).abs())
    }

    /// The least rectangle that holds this one and another.
    #[must_use]
    pub fn joined(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let right = self.right().max(other.right());
        let bottom = self.bottom().max(other.bottom());
        Self::new(x, y, right - x, bottom - y)
    }

    /// Right edge.
    pub fn right(self) -> f64 {
        self.x + self.w
    }

    /// Bottom edge.
    pub fn bottom(self) -> f64 {
        self.y + self.h
    }

    /// The middle.
    pub fn centre(self) -> Point {
        Point::new(self.x + self.w / 2.0, self.y + self.h / 2.0)
    }

    /// The rectangle `by` larger on each side.
    #[must_use]
    pub fn grown(self, by: f64) -> Self {
        Self::new(
            self.x - by,
            self.y - by,
            self.w + 2.0 * by,
            self.h + 2.0 * by,
        )
    }

    /// Whether the two share more than an edge; also where one is a line, which has no width.
    pub fn overlaps(self, other: Self) -> bool {
        self.x < other.right()
            && other.x < self.right()
            && self.y < other.bottom()
            && other.y < self.bottom()
    }

    /// Whether `other` lies inside, edges included.
    pub fn contains(self, other: Self) -> bool {
        self.x <= other.x
            && self.y <= other.y
            && other.right() <= self.right()
            && other.bottom() <= self.bottom()
    }

    /// Whether a straight segment passes through the inside.
    pub fn is_crossed_by(self, a: Point, b: Point) -> bool {
        self.overlaps(Self::between(a, b))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_from_outside_lies_on_a_page() {
        assert!(Point::on_page(-20.0, 999_999.0).is_ok());
        for number in [1e15, -1e15, f64::NAN, f64::INFINITY] {
            assert!(Point::on_page(number, 0.0).is_err());
        }
        assert!(serde_json::from_str::<Point>(r#"{"x":1e300,"y":0}"#).is_err());
    }
}
