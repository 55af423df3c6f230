//! How far one thing lies from another that is the same otherwise.
use std::mem::discriminant;

use kaizu_model::{Line, Point, Rect, Size};

use crate::bounds::points;
use crate::scene::{Group, Item, Segment};

/// Sums of lengths differ by less than this; pictures are drawn to a hundredth.
const NEAR: f64 = 1e-6;

/// Two things that are held beside each other: as far apart in every point as in the first.
#[derive(Default)]
pub(crate) struct Apart {
    by: Option<Point>,
}

impl Apart {
    /// How far, to a millionth of a pixel, after everything was found to be the same; nowhere where there was no place to
    /// look at.
    pub(crate) fn by(&self) -> Point {
        between(Point::default(), self.by.unwrap_or_default())
    }

    pub(crate) fn each<T>(
        &mut self,
        old: &[T],
        new: &[T],
        same: impl Fn(&mut Self, &T, &T) -> bool,
    ) -> bool {
        old.len() == new.len() && old.iter().zip(new).all(|(old, new)| same(self, old, new))
    }

    /// What is missing here is missing there.
    pub(crate) fn both<T>(
        &mut self,
        old: Option<&T>,
        new: Option<&T>,
        same: impl Fn(&mut Self, &T, &T) -> bool,
    ) -> bool {
        match (old, new) {
            (Some(old), Some(new)) => same(self, old, new),
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        }
    }

    pub(crate) fn points(&mut self, old: &Point, new: &Point) -> bool {
        self.point(*old, *new)
    }

    pub(crate) fn boxes(&mut self, old: &Rect, new: &Rect) -> bool {
        self.area(*old, *new)
    }

    pub(crate) fn lines(&mut self, old: &Line, new: &Line) -> bool {
        old.text == new.text
            && old.size.to_bits() == new.size.to_bits()
            && old.weight == new.weight
            && is_near(old.width, new.width)
            && self.points(&old.at, &new.at)
    }
}

/// What is asked of the places of two things while the rest of them is held beside each other.
trait Places {
    /// Whether to go on after a corner or a point.
    fn point(&mut self, old: Point, new: Point) -> bool;

    /// Whether to go on after the width and height of a box.
    fn size(&mut self, old: Size, new: Size) -> bool;

    /// From back to front. Whether everything but the places is the same.
    fn items(&mut self, old: &Item, new: &Item) -> bool {
        match (old, new) {
            (Item::Group(old), Item::Group(new)) => {
                let mut pairs = old.items.iter().zip(&new.items);
                are_alike(old, new)
                    && old.items.len() == new.items.len()
                    && pairs.all(|(old, new)| self.items(old, new))
            }
            (Item::Rect(old), Item::Rect(new)) => {
                old.radius.to_bits() == new.radius.to_bits()
                    && old.paint == new.paint
                    && self.area(old.area, new.area)
            }
            (Item::Path(old), Item::Path(new)) => {
                let mut pairs = old.segments.iter().zip(&new.segments);
                old.paint == new.paint
                    && old.segments.len() == new.segments.len()
                    && pairs.all(|(old, new)| self.segment(old, new))
            }
            (Item::Text(old), Item::Text(new)) => {
                old.content == new.content
                    && old.size.to_bits() == new.size.to_bits()
                    && old.weight == new.weight
                    && old.colour == new.colour
                    && self.point(old.at, new.at)
            }
            (Item::Image(old), Item::Image(new)) => {
                old.source == new.source && self.area(old.area, new.area)
            }
            (
                Item::Group(_) | Item::Rect(_) | Item::Path(_) | Item::Text(_) | Item::Image(_),
                _,
            ) => false,
        }
    }

    fn area(&mut self, old: Rect, new: Rect) -> bool {
        let size = |it: Rect| Size { w: it.w, h: it.h };
        self.point(Point::new(old.x, old.y), Point::new(new.x, new.y))
            && self.size(size(old), size(new))
    }

    fn segment(&mut self, old: &Segment, new: &Segment) -> bool {
        let mut pairs = points(old).into_iter().zip(points(new));
        discriminant(old) == discriminant(new) && pairs.all(|(old, new)| self.point(old, new))
    }
}

impl Places for Apart {
    fn point(&mut self, old: Point, new: Point) -> bool {
        let apart = Point::new(new.x - old.x, new.y - old.y);
        let by = *self.by.get_or_insert(apart);
        is_near(apart.x, by.x) && is_near(apart.y, by.y)
    }

    fn size(&mut self, old: Size, new: Size) -> bool {
        is_near(old.w, new.w) && is_near(old.h, new.h)
    }
}

/// How far `new` lies from `old` where it is the same otherwise.
pub fn shift(old: &Item, new: &Item) -> Option<Point> {
    let mut apart = Apart::default();
    apart.items(old, new).then(|| apart.by())
}

/// How far corners, sizes and points of `new` lie from those of `old` moved `by`, from back to front, where everything else
/// is the same: of so many in a row, how far each. To a millionth of a pixel.
pub fn reshaped(old: &Item, by: Point, new: &Item) -> Option<Vec<(u32, Point)>> {
    let mut reshape = Reshape {
        by,
        runs: Vec::new(),
    };
    reshape.items(old, new).then_some(reshape.runs)
}

struct Reshape {
    by: Point,
    runs: Vec<(u32, Point)>,
}

impl Reshape {
    fn put(&mut self, by: Point) {
        match self.runs.last_mut() {
            Some((n, last)) if *last == by => *n += 1,
            _ => self.runs.push((1, by)),
        }
    }
}

impl Places for Reshape {
    fn point(&mut self, old: Point, new: Point) -> bool {
        let moved = Point::new(old.x + self.by.x, old.y + self.by.y);
        self.put(between(moved, new));
        true
    }

    fn size(&mut self, old: Size, new: Size) -> bool {
        self.put(between(Point::new(old.w, old.h), Point::new(new.w, new.h)));
        true
    }
}

/// How far `to` lies from `from`, to a millionth of a pixel.
pub fn between(from: Point, to: Point) -> Point {
    Point::new(millionth(to.x - from.x), millionth(to.y - from.y))
}

/// Sums of lengths are not exact, and minus nothing is nothing.
fn millionth(number: f64) -> f64 {
    (number * 1e6).round() / 1e6 + 0.0
}

/// Whether two groups are the same but for what is within them.
fn are_alike(old: &Group, new: &Group) -> bool {
    old.id == new.id && old.title == new.title && old.swatch == new.swatch
}

fn is_near(a: f64, b: f64) -> bool {
    (a - b).abs() < NEAR
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Colour, Paint, Path, Text};
    use kaizu_model::{StepId, Weight};

    fn part(name: &str, at: Point, tip: Point) -> Item {
        let ink = Colour(0);
        let mut group = Group::of(StepId(1));
        group.push(Text {
            content: name.to_owned(),
            at,
            size: 14.0,
            weight: Weight::Regular,
            colour: ink,
        });
        group.push(Path {
            segments: vec![Segment::Move(at), Segment::Line(tip), Segment::Close],
            paint: Paint::filled(ink),
        });
        group.into()
    }

    #[test]
    fn what_only_moved_says_how_far() {
        let old = part("受付", Point::new(10.0, 20.0), Point::new(30.1, 20.0));
        let new = part("受付", Point::new(194.0, 14.0), Point::new(214.1, 14.0));
        assert_eq!(shift(&old, &new), Some(Point::new(184.0, -6.0)));
    }

    #[test]
    fn what_is_the_same_but_for_its_places_says_how_far_each_moved() {
        let group = |parts: [Item; 2]| {
            let mut group = Group::of(StepId(1));
            group.items.extend(parts);
            Item::from(group)
        };
        let at = |x, length| part("受付", Point::new(x, 0.0), Point::new(x + length, 1.0));
        let (old, new) = (
            group([at(0.0, 20.0), at(50.0, 20.0)]),
            group([at(8.1, 20.0), at(50.0, 23.5)]),
        );
        assert_eq!(shift(&old, &new), None);
        let runs = [(3, 8.1), (2, 0.0), (1, 3.5)].map(|(n, x)| (n, Point::new(x, 0.0)));
        let nowhere = Point::default();
        assert_eq!(reshaped(&old, nowhere, &new), Some(runs.to_vec()));
        let renamed = part("審査", Point::default(), Point::new(20.0, 0.0));
        assert_eq!(
            reshaped(&old, nowhere, &group([at(0.0, 20.0), renamed])),
            None
        );
    }

    #[test]
    fn what_became_longer_or_is_called_otherwise_did_not_only_move() {
        let old = part("受付", Point::new(10.0, 20.0), Point::new(30.0, 20.0));
        let longer = part("受付", Point::new(20.0, 20.0), Point::new(41.0, 20.0));
        let renamed = part("審査", Point::new(20.0, 20.0), Point::new(40.0, 20.0));
        assert_eq!(shift(&old, &longer), None);
        assert_eq!(shift(&old, &renamed), None);
    }
}
