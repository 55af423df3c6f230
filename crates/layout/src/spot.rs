//! Free spots on arrows.
use kaizu_model::{Point, Rect};

/// Air around what is put on an arrow.
const AIR: f64 = 3.0;
/// From the source to what stands on its arrow.
const BEHIND: f64 = 5.0;
/// From what stands on an arrow to its head.
const AHEAD: f64 = 16.0;
/// From one spot that is tried to the next.
const PACE: f64 = 6.0;
/// From the shaft to the border of what stands on it and does not have room on both sides.
const BORDER: f64 = 9.0;
/// How many spots in the middle of a shaft are tried before one beside it.
const FAR: usize = 10;
/// How many double paces beside a shaft what has no place on it may stand.
const BESIDE: i32 = 24;
/// How many pieces of an arrow count as near to its end.
const NEAR: usize = 3;
/// Width of the strips in which things are looked up.
const STRIP: f64 = 160.0;

/// Everything in the picture that must not be covered, by strips from left to right.
#[derive(Default)]
pub(crate) struct Obstacles {
    strips: Vec<Vec<(Rect, Owner)>>,
}

/// Whose an obstacle is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
    /// A box, title or pill.
    Solid,
    /// A piece of this arrow.
    Arrow(usize),
}

/// How strict a search for a spot is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Care {
    /// Covers nothing.
    Full,
    /// May cover other arrows.
    Boxes,
}

impl Obstacles {
    /// Adds a box, title or pill.
    pub(crate) fn add_solid(&mut self, rect: Rect) {
        self.add(rect, Owner::Solid);
    }

    /// Adds the arrow `way`.
    pub(crate) fn add_arrow(&mut self, way: usize, points: &[Point]) {
        for pair in points.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            self.add(Rect::between(a, b), Owner::Arrow(way));
        }
    }

    fn add(&mut self, rect: Rect, owner: Owner) {
        for strip in strips(rect) {
            if self.strips.len() <= strip {
                self.strips.resize(strip + 1, Vec::new());
            }
            self.strips[strip].push((rect, owner));
        }
    }

    fn is_free(&self, rect: Rect, way: usize, care: Care) -> bool {
        let rect = rect.grown(AIR);
        let blocks = |(thing, owner): &(Rect, Owner)| match owner {
            Owner::Solid => rect.overlaps(*thing),
            Owner::Arrow(other) => care == Care::Full && *other != way && rect.overlaps(*thing),
        };
        strips(rect)
            .filter_map(|strip| self.strips.get(strip))
            .flatten()
            .all(|thing| !blocks(thing))
    }

    /// The first free spot for a thing of `size` on the arrow `way`, seen from its source.
    pub(crate) fn near_source(
        &self,
        way: usize,
        points: &[Point],
        size: (f64, f64),
        care: Care,
    ) -> Option<Point> {
        let near = runs(points).into_iter().take(NEAR);
        self.first(near, way, size, care)
    }

    /// The first free spot for a thing of `size` on the arrow `way`, seen from its target.
    pub(crate) fn near_target(
        &self,
        way: usize,
        points: &[Point],
        size: (f64, f64),
        care: Care,
    ) -> Option<Point> {
        let back = runs(points).into_iter().rev().map(Run::reversed).take(NEAR);
        self.first(back, way, size, care)
    }

    /// The first free spot on one of `runs`: in the middle of the shaft, but beside foreign arrows rather than far away.
    fn first(
        &self,
        mut runs: impl Iterator<Item = Run>,
        way: usize,
        size: (f64, f64),
        care: Care,
    ) -> Option<Point> {
        let is_free = |spot: &Point| self.is_free(around(*spot, size), way, care);
        runs.find_map(|run| {
            let middle = run.spots(size).enumerate().find(|(_, spot)| is_free(spot));
            let most = middle.map_or(usize::MAX, |(n, _)| n.saturating_sub(FAR));
            let mut aside = run
                .spots(size)
                .take(most)
                .flat_map(|it| run.aside(it, size));
            aside.find(is_free).or(middle.map(|(_, spot)| spot))
        })
    }

    /// The free spot for a thing of `size` nearest to the middle of a piece of `way`, long pieces first.
    pub(crate) fn in_the_middle(
        &self,
        way: usize,
        points: &[Point],
        size: (f64, f64),
        care: Care,
    ) -> Option<Point> {
        let mut runs = runs(points);
        runs.sort_by(|one, two| two.length().total_cmp(&one.length()));
        runs.into_iter().find_map(|run| {
            run.spots_from_the_middle(size)
                .find(|spot| self.is_free(around(*spot, size), way, care))
        })
    }
}

impl Obstacles {
    /// The free spot for a thing of `size` nearest to the middle of the longest piece of `way`; the middle itself where
    /// nothing near is free. Only boxes and what stands on arrows count.
    pub(crate) fn beside(&self, way: usize, points: &[Point], size: (f64, f64)) -> Option<Point> {
        let runs = runs(points).into_iter();
        let run = runs.max_by(|one, two| one.length().total_cmp(&two.length()))?;
        let middle = run.middle();
        let paces = || (-BESIDE..=BESIDE).map(|n| f64::from(n) * 2.0 * PACE);
        let mut spots: Vec<(f64, f64)> =
            paces().flat_map(|x| paces().map(move |y| (x, y))).collect();
        spots.sort_by(|one, two| {
            (one.0.abs() + one.1.abs()).total_cmp(&(two.0.abs() + two.1.abs()))
        });
        let spots = spots.into_iter();
        let mut spots = spots.map(|(x, y)| Point::new(middle.x + x, middle.y + y));
        let free = spots.find(|spot| self.is_free(around(*spot, size), way, Care::Boxes));
        Some(free.unwrap_or(middle))
    }
}

/// A straight piece of an arrow, with the room that must stay empty at both ends.
#[derive(Clone, Copy)]
struct Run {
    from: Point,
    to: Point,
    before: f64,
    after: f64,
}

impl Run {
    fn reversed(self) -> Self {
        Self {
            from: self.to,
            to: self.from,
            before: self.after,
            after: self.before,
        }
    }

    fn length(self) -> f64 {
        (self.from.x - self.to.x).abs() + (self.from.y - self.to.y).abs()
    }

    fn middle(self) -> Point {
        Point::new(
            f64::midpoint(self.from.x, self.to.x),
            f64::midpoint(self.from.y, self.to.y),
        )
    }

    /// Beside `spot`, still on an upright shaft: to the left and to the right.
    fn aside(self, spot: Point, (width, _): (f64, f64)) -> Vec<Point> {
        let by = width / 2.0 - BORDER;
        if self.is_level() || by <= 0.0 {
            return Vec::new();
        }
        vec![
            Point::new(spot.x - by, spot.y),
            Point::new(spot.x + by, spot.y),
        ]
    }

    fn is_level(self) -> bool {
        (self.from.y - self.to.y).abs() < (self.from.x - self.to.x).abs()
    }

    /// Middles at which a thing of `size` covers neither end.
    fn spots(self, size: (f64, f64)) -> impl DoubleEndedIterator<Item = Point> + ExactSizeIterator {
        let (first, n) = self.paces(size);
        (0..n).map(move |pace| self.at(first + pace as f64 * PACE))
    }

    /// The same, the nearest to the middle of the piece first: a long one has thousands, of which a few are looked at.
    fn spots_from_the_middle(self, size: (f64, f64)) -> impl Iterator<Item = Point> {
        let middle = self.middle();
        let away = move |spot: &Point| (spot.x - middle.x).abs() + (spot.y - middle.y).abs();
        let (first, n) = self.paces(size);
        let n_before = (((self.length() / 2.0 - first) / PACE).ceil().max(0.0) as usize).min(n);
        let mut before = self.spots(size).take(n_before).rev().peekable();
        let mut behind = self.spots(size).skip(n_before).peekable();
        std::iter::from_fn(move || match (before.peek(), behind.peek()) {
            (Some(one), Some(two)) if away(one) <= away(two) => before.next(),
            (Some(_), None) => before.next(),
            (Some(_) | None, _) => behind.next(),
        })
    }

    /// How far from the start the first spot for a thing of `size` is, and how many there are.
    fn paces(self, (width, height): (f64, f64)) -> (f64, usize) {
        let half = if self.is_level() {
            width / 2.0
        } else {
            height / 2.0
        };
        let (first, last) = (self.before + half, self.length() - self.after - half);
        let n = if last >= first {
            ((last - first) / PACE).floor() as usize + 1
        } else {
            0
        };
        (first, n)
    }

    /// The point so far from the start.
    fn at(self, way: f64) -> Point {
        let share = way / self.length();
        Point::new(
            self.from.x + (self.to.x - self.from.x) * share,
            self.from.y + (self.to.y - self.from.y) * share,
        )
    }
}

fn runs(points: &[Point]) -> Vec<Run> {
    let last = points.len().saturating_sub(2);
    points
        .windows(2)
        .enumerate()
        .map(|(number, pair)| Run {
            from: pair[0],
            to: pair[1],
            before: BEHIND,
            after: if number == last { AHEAD } else { BEHIND },
        })
        .collect()
}

/// The length of arrow that a thing of `extent` needs at the source.
pub(crate) fn needed_at_source(extent: f64) -> f64 {
    BEHIND + extent + BEHIND + 1.0
}

/// The length of arrow that a thing of `extent` needs at the target.
pub(crate) fn needed_at_target(extent: f64) -> f64 {
    BEHIND + extent + AHEAD + 1.0
}

fn around(middle: Point, (width, height): (f64, f64)) -> Rect {
    Rect::new(
        middle.x - width / 2.0,
        middle.y - height / 2.0,
        width,
        height,
    )
}

fn strips(rect: Rect) -> impl Iterator<Item = usize> {
    let strip = |x: f64| (x.max(0.0) / STRIP) as usize;
    strip(rect.x)..=strip(rect.right())
}
