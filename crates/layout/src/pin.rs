//! Boxes where people put them, lanes stretched and everything else pushed aside around them.
//!
//! A pin holds exactly: what would stand on its box goes to the right, with all that stands further right. Only where its
//! box would lie outside its lane however the lanes are stretched, as when a lane above grew, it stands in its lane as near
//! as it can; and of two pins on each other the later one gives way to where the layout has it.
use kaizu_model::{Point, Rect};

use crate::course::Course;
use crate::frame::Frame;
use crate::grid::Grid;
use crate::lane::Heads;
use crate::plan::Plan;
use crate::shape::{Post, Shape};
use crate::sign::Sign;

/// Between a pinned box and the border of its lane: an arrow has room there.
const MARGIN: f64 = 26.0;
/// Between a pinned box and any other.
const AIR: f64 = 4.0;
/// Between a pinned box and what it pushes aside.
const BEHIND: f64 = 30.0;
/// How often boxes are pushed aside, at the most; then pins on them give way.
const PUSHES: usize = 400;
/// A box that went less far stands where it was.
const SAME: f64 = 0.5;
/// Between a pinned box and the head of its lane, and behind the last one.
const EDGE: f64 = 16.0;

/// Puts pinned boxes where they belong, and moves lanes and all other boxes accordingly. Says which boxes stand elsewhere
/// than the layout had them.
pub(crate) fn pinned(
    course: &Course,
    plan: &Plan,
    frame: &mut Frame,
    boxes: &mut [Rect],
) -> Vec<bool> {
    let (shape, grid) = (&course.shape, &course.grid);
    let (signs, heads) = (&plan.signs, &plan.heads);
    let mut pins = plan.pins.clone();
    let mut pushes = 0;
    while pins.iter().any(Option::is_some) {
        let lanes = stretched(shape, signs, heads, frame, &pins);
        let placed = placed(shape, signs, frame, boxes, &lanes, &pins);
        let grounds = grounds(signs, &placed);
        let wrong = misplaced(shape, heads.width, &lanes, &grounds, &pins);
        if wrong.is_empty()
            && pushes < PUSHES
            && let Some((line, by)) = pushed(grid, &grounds, &pins)
        {
            pushes += 1;
            frame.push(line, by);
            let all = boxes.iter_mut().zip(&grid.cells);
            for (rect, _) in all.filter(|(_, cell)| cell.x >= line) {
                rect.x += by;
            }
            continue;
        }
        if wrong.is_empty() {
            let right = grounds.iter().map(|ground| ground.right());
            let right = right.fold(0.0, f64::max) + EDGE;
            let moved = settle(grid, frame, boxes, (lanes, placed));
            frame.widen(right);
            return moved;
        }
        for stop in wrong {
            // Once each: a box that was moved already goes back to where the layout has it.
            let first = plan.pins[stop].filter(|pin| pins[stop] == Some(*pin));
            let top = lanes[shape.stops[stop].lane].0 + MARGIN;
            let least = (heads.width + EDGE, top + placed[stop].y - grounds[stop].y);
            pins[stop] = first
                .map(|pin| Point::new(pin.x.max(least.0), pin.y.max(least.1)))
                .filter(|moved| first != Some(*moved));
        }
    }
    vec![false; boxes.len()]
}

/// Takes over lanes and boxes. Says which boxes stand elsewhere within their lanes.
fn settle(
    grid: &Grid,
    frame: &mut Frame,
    boxes: &mut [Rect],
    (lanes, placed): (Vec<(f64, f64)>, Vec<Rect>),
) -> Vec<bool> {
    let tops: Vec<f64> = frame.lanes.iter().map(|lane| lane.0).collect();
    for (y, level) in frame.y.iter_mut().zip(&grid.levels) {
        *y += lanes[level.lane].0 - tops[level.lane];
    }
    let is_moved = |((rect, own), cell): ((&Rect, &Rect), &crate::grid::Cell)| {
        let lane = grid.levels[cell.y].lane;
        let by = lanes[lane].0 - tops[lane];
        (rect.x - own.x).abs() > SAME || (rect.y - own.y - by).abs() > SAME
    };
    let moved = placed.iter().zip(boxes.iter()).zip(&grid.cells);
    let moved = moved.map(is_moved).collect();
    frame.lanes = lanes;
    boxes.copy_from_slice(&placed);
    moved
}

/// The first line, from the left, at which a box stands on a pinned one, and how far it has to go.
fn pushed(grid: &Grid, grounds: &[Rect], pins: &[Option<Point>]) -> Option<(usize, f64)> {
    let (pinned, free): (Vec<usize>, Vec<usize>) =
        (0..pins.len()).partition(|stop| pins[*stop].is_some());
    let push = |stop: usize| {
        let own = grounds[stop];
        let pinned = pinned.iter().map(|pin| grounds[*pin].grown(AIR));
        let met = pinned.filter(|pin| pin.overlaps(own));
        let right = met.map(Rect::right).reduce(f64::max)?;
        Some((grid.cells[stop].x, right + BEHIND - own.x))
    };
    let pushes = free.into_iter().filter_map(push);
    pushes.min_by(|one, two| one.0.cmp(&two.0).then(two.1.total_cmp(&one.1)))
}

/// The box and its title.
fn whole(sign: &Sign, rect: Rect) -> Rect {
    sign.title_ground(rect)
        .map_or(rect, |title| rect.joined(title))
}

/// Every box with its title.
pub(crate) fn grounds(signs: &[Sign], boxes: &[Rect]) -> Vec<Rect> {
    let both = boxes.iter().zip(signs);
    both.map(|(rect, sign)| whole(sign, *rect)).collect()
}

/// The lanes, each as high as its pinned boxes and all the rest in it need.
fn stretched(
    shape: &Shape,
    signs: &[Sign],
    heads: &Heads,
    frame: &Frame,
    pins: &[Option<Point>],
) -> Vec<(f64, f64)> {
    let mut spans: Vec<Option<(f64, f64)>> = vec![None; frame.lanes.len()];
    let mut has_others = vec![false; frame.lanes.len()];
    for ((stop, sign), pin) in shape.stops.iter().zip(signs).zip(pins) {
        let Some(pin) = pin else {
            has_others[stop.lane] = true;
            continue;
        };
        let rect = whole(sign, Rect::new(pin.x, pin.y, sign.size.0, sign.size.1));
        let (top, bottom) = spans[stop.lane].unwrap_or((rect.y, rect.bottom()));
        spans[stop.lane] = Some((top.min(rect.y), bottom.max(rect.bottom())));
    }
    let mut top = frame.lanes.first().map_or(0.0, |lane| lane.0);
    let mut lanes = Vec::with_capacity(spans.len());
    for (lane, span) in spans.iter().enumerate() {
        let (old_top, old_bottom) = frame.lanes[lane];
        let is_free = span.is_some() && !has_others[lane];
        let height = if is_free {
            heads.each[lane].height
        } else {
            old_bottom - old_top
        };
        let mut bottom = (top + height).max(span.map_or(top, |span| span.1 + MARGIN));
        if let Some(Some((next, _))) = spans.get(lane + 1)
            && !has_others[lane + 1]
        {
            // The border runs in the middle between the boxes of two lanes.
            bottom = bottom.max(f64::midpoint(bottom, next - MARGIN));
        }
        lanes.push((top, bottom));
        top = bottom;
    }
    lanes
}

fn placed(
    shape: &Shape,
    signs: &[Sign],
    frame: &Frame,
    boxes: &[Rect],
    lanes: &[(f64, f64)],
    pins: &[Option<Point>],
) -> Vec<Rect> {
    let place = |(number, stop): (usize, &Post)| {
        if let Some(pin) = pins[number] {
            return Rect::new(pin.x, pin.y, signs[number].size.0, signs[number].size.1);
        }
        let own = boxes[number];
        let moved = lanes[stop.lane].0 - frame.lanes[stop.lane].0;
        Rect::new(own.x, own.y + moved, own.w, own.h)
    };
    shape.stops.iter().enumerate().map(place).collect()
}

/// Pinned boxes outside their lanes, whose heads end at `left`, or on another pinned one; of two the later one.
fn misplaced(
    shape: &Shape,
    left: f64,
    lanes: &[(f64, f64)],
    grounds: &[Rect],
    pins: &[Option<Point>],
) -> Vec<usize> {
    let mut order: Vec<usize> = (0..pins.len())
        .filter(|stop| pins[*stop].is_some())
        .collect();
    let mut wrong = Vec::new();
    for stop in order.iter().copied() {
        let ground = grounds[stop];
        let (top, bottom) = lanes[shape.stops[stop].lane];
        let is_outside =
            ground.x < left + EDGE || ground.y < top + 1.0 || ground.bottom() > bottom - 1.0;
        if is_outside {
            wrong.push(stop);
        }
    }
    order.sort_by(|one, two| grounds[*one].x.total_cmp(&grounds[*two].x));
    for (n, one) in order.iter().enumerate() {
        let right = grounds[*one].right() + AIR;
        for two in order[n + 1..]
            .iter()
            .take_while(|two| grounds[**two].x < right)
        {
            if grounds[*one].grown(AIR).overlaps(grounds[*two]) {
                wrong.push((*one).max(*two));
            }
        }
    }
    wrong
}
