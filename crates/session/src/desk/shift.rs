//! How far a part of a picture has moved, where that is all that became of it.
use kaizu_model::{Point, Rect};
use kaizu_render::scene::{Group, Item, Segment};

/// Sums of lengths differ by less than this; pictures are drawn to a hundredth.
const NEAR: f64 = 1e-6;

/// How far `new` lies from `old` where it is the same otherwise.
pub(super) fn shift(old: &Item, new: &Item) -> Option<Point> {
    let mut pair = Pair::default();
    pair.items(old, new).then_some(pair.by).flatten()
}

/// How far each thing within the group `new` lies from that within `old`, where they are the same otherwise.
pub(super) fn shifts(old: &Item, new: &Item) -> Option<Vec<Point>> {
    let (Item::Group(old), Item::Group(new)) = (old, new) else {
        return None;
    };
    let pairs = old.items.iter().zip(&new.items);
    let shifts = pairs.map(|(old, new)| shift(old, new));
    let is_same = are_alike(old, new) && old.items.len() == new.items.len();
    is_same.then(|| shifts.collect()).flatten()
}

/// Whether two groups are the same but for what is within them.
fn are_alike(old: &Group, new: &Group) -> bool {
    old.id == new.id && old.title == new.title && old.swatch == new.swatch
}

/// Two things that are held beside each other: as far apart in every point as in the first.
#[derive(Default)]
struct Pair {
    by: Option<Point>,
}

impl Pair {
    fn each<T>(&mut self, old: &[T], new: &[T], same: fn(&mut Self, &T, &T) -> bool) -> bool {
        old.len() == new.len() && old.iter().zip(new).all(|(old, new)| same(self, old, new))
    }

    fn items(&mut self, old: &Item, new: &Item) -> bool {
        match (old, new) {
            (Item::Group(old), Item::Group(new)) => {
                are_alike(old, new) && self.each(&old.items, &new.items, Self::items)
            }
            (Item::Rect(old), Item::Rect(new)) => {
                old.radius.to_bits() == new.radius.to_bits()
                    && old.paint == new.paint
                    && self.boxes(old.area, new.area)
            }
            (Item::Path(old), Item::Path(new)) => {
                old.paint == new.paint && self.each(&old.segments, &new.segments, Self::segments)
            }
            (Item::Text(old), Item::Text(new)) => {
                old.content == new.content
                    && old.size.to_bits() == new.size.to_bits()
                    && old.weight == new.weight
                    && old.colour == new.colour
                    && self.points(old.at, new.at)
            }
            (Item::Image(old), Item::Image(new)) => {
                old.source == new.source && self.boxes(old.area, new.area)
            }
            (
                Item::Group(_) | Item::Rect(_) | Item::Path(_) | Item::Text(_) | Item::Image(_),
                _,
            ) => false,
        }
    }

    fn segments(&mut self, old: &Segment, new: &Segment) -> bool {
        match (old, new) {
            (Segment::Move(old), Segment::Move(new)) | (Segment::Line(old), Segment::Line(new)) => {
                self.points(*old, *new)
            }
            (Segment::Curve(a, b, to), Segment::Curve(c, d, end)) => {
                self.points(*a, *c) && self.points(*b, *d) && self.points(*to, *end)
            }
            (Segment::Close, Segment::Close) => true,
            (Segment::Move(_) | Segment::Line(_) | Segment::Curve(..) | Segment::Close, _) => false,
        }
    }

    fn boxes(&mut self, old: Rect, new: Rect) -> bool {
        is_near(old.w, new.w)
            && is_near(old.h, new.h)
            && self.points(Point::new(old.x, old.y), Point::new(new.x, new.y))
    }

    fn points(&mut self, old: Point, new: Point) -> bool {
        let apart = Point::new(new.x - old.x, new.y - old.y);
        let by = *self.by.get_or_insert(apart);
        is_near(apart.x, by.x) && is_near(apart.y, by.y)
    }
}

fn is_near(a: f64, b: f64) -> bool {
    (a - b).abs() < NEAR
}

#[cfg(test)]
mod tests {
    use kaizu_model::{StepId, Weight};
    use kaizu_render::scene::{Colour, Paint, Path, Text};

    use super::*;

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
    fn things_that_went_different_ways_say_each_how_far() {
        let group = |parts: [Item; 2]| {
            let mut group = Group::of(StepId(1));
            group.items.extend(parts);
            Item::from(group)
        };
        let at = |x| part("受付", Point::new(x, 0.0), Point::new(x + 20.0, 0.0));
        let (old, new) = (group([at(0.0), at(50.0)]), group([at(8.0), at(50.0)]));
        assert_eq!(shift(&old, &new), None);
        let apart = vec![Point::new(8.0, 0.0), Point::new(0.0, 0.0)];
        assert_eq!(shifts(&old, &new), Some(apart));
        let renamed = part("審査", Point::default(), Point::new(20.0, 0.0));
        assert_eq!(shifts(&old, &group([at(0.0), renamed])), None);
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
