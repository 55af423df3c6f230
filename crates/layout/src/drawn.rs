//! The way of an arrow as somebody drew it elsewhere.
use kaizu_model::{Point, Rect};

use crate::arrow::straightened;
use crate::sign::Sign;

/// The least length of the last piece: the head stands on it.
const HEAD: f64 = 12.0;
/// How far from the middle of a side an arrow may meet a sign with corners.
const OFF: f64 = 0.5;
/// From an arrow to the end of a side.
const CORNER: f64 = 4.0;

/// Where arrows may meet a box.
#[derive(Clone, Copy)]
pub(crate) struct Border {
    rect: Rect,
    has_corners: bool,
}

impl Border {
    /// The border of `sign` at `rect`.
    pub(crate) fn of(rect: Rect, sign: &Sign) -> Self {
        Self {
            rect,
            has_corners: sign.has_corners(),
        }
    }

    /// Straight from `bend` to the border; `None` where it lies beside the box or in it.
    fn meets(self, bend: Point) -> Option<Point> {
        let rect = self.rect;
        let is_along = |at: f64, low: f64, length: f64| {
            let away = (at - low - length / 2.0).abs();
            away <= if self.has_corners {
                OFF
            } else {
                length / 2.0 - CORNER
            }
        };
        if is_along(bend.y, rect.y, rect.h) {
            if bend.x > rect.right() {
                return Some(Point::new(rect.right(), bend.y));
            }
            return (bend.x < rect.x).then(|| Point::new(rect.x, bend.y));
        }
        if is_along(bend.x, rect.x, rect.w) {
            if bend.y > rect.bottom() {
                return Some(Point::new(bend.x, rect.bottom()));
            }
            return (bend.y < rect.y).then(|| Point::new(bend.x, rect.y));
        }
        None
    }
}

/// The arrow from one border to the other over `bends`; `None` where it would be slanted, leave `body`, or run through
/// something `solid`.
pub(crate) fn drawn(
    [from, to]: [Border; 2],
    bends: &[Point],
    solid: &[Rect],
    body: Rect,
) -> Option<Vec<Point>> {
    // Drawings of others often give the ends as well.
    let is_within = |border: Border, bend: &Point| {
        let point = Rect::new(bend.x, bend.y, 0.0, 0.0);
        border.rect.grown(OFF).contains(point)
    };
    let begin = bends.iter().position(|bend| !is_within(from, bend))?;
    let end = bends.iter().rposition(|bend| !is_within(to, bend))?;
    let bends = bends.get(begin..=end)?;
    let (first, last) = (from.meets(*bends.first()?)?, to.meets(*bends.last()?)?);
    let all = [first]
        .into_iter()
        .chain(bends.iter().copied())
        .chain([last]);
    let points = straightened(all.collect());
    let is_upright = |pair: &[Point]| same(pair[0].x, pair[1].x) != same(pair[0].y, pair[1].y);
    let is_inside = |point: &Point| body.contains(Rect::new(point.x, point.y, 0.0, 0.0));
    let is_free = |pair: &[Point]| {
        !solid
            .iter()
            .any(|rect| rect.is_crossed_by(pair[0], pair[1]))
    };
    let [.., before, end] = points.as_slice() else {
        return None;
    };
    let head = (before.x - end.x).abs() + (before.y - end.y).abs();
    let holds = head >= HEAD
        && points.iter().all(is_inside)
        && points
            .windows(2)
            .all(|pair| is_upright(pair) && is_free(pair));
    holds.then_some(points)
}

fn same(one: f64, two: f64) -> bool {
    (one - two).abs() < 1e-6
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: Rect = Rect {
        x: 0.0,
        y: 0.0,
        w: 1000.0,
        h: 1000.0,
    };

    fn borders() -> [Border; 2] {
        [(100.0, 100.0), (400.0, 300.0)].map(|(x, y)| Border {
            rect: Rect::new(x, y, 150.0, 64.0),
            has_corners: false,
        })
    }

    fn way(bends: &[(f64, f64)], solid: &[Rect]) -> Option<Vec<(f64, f64)>> {
        let bends: Vec<Point> = bends.iter().map(|(x, y)| Point::new(*x, *y)).collect();
        let points = drawn(borders(), &bends, solid, BODY)?;
        Some(points.iter().map(|point| (point.x, point.y)).collect())
    }

    #[test]
    fn an_arrow_runs_over_the_bends_it_came_with() {
        assert_eq!(
            way(&[(320.0, 120.0), (320.0, 340.0)], &[]),
            Some(vec![
                (250.0, 120.0),
                (320.0, 120.0),
                (320.0, 340.0),
                (400.0, 340.0)
            ])
        );
    }

    #[test]
    fn ends_that_came_with_the_bends_lie_on_the_borders() {
        let ends = [
            (250.0, 120.0),
            (320.0, 120.0),
            (320.0, 340.0),
            (400.0, 340.0),
        ];
        assert_eq!(way(&ends, &[]), Some(ends.to_vec()));
    }

    #[test]
    fn what_is_slanted_blocked_or_outside_is_led_anew() {
        assert_eq!(way(&[(320.0, 120.0), (330.0, 340.0)], &[]), None);
        assert_eq!(way(&[(320.0, 20.0), (320.0, 340.0)], &[]), None);
        assert_eq!(way(&[(150.0, 120.0)], &[]), None);
        assert_eq!(way(&[(150.0, 2000.0), (450.0, 2000.0)], &[]), None);
        let wall = Rect::new(300.0, 200.0, 40.0, 40.0);
        assert_eq!(way(&[(320.0, 120.0), (320.0, 340.0)], &[wall]), None);
        assert_eq!(way(&[], &[]), None);
    }
}
