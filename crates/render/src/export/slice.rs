//! A wide picture over several sheets: cut where no box or label stands, with the heads of the lanes on every sheet.
use kaizu_model::{Point, RecordId, Rect};

use crate::scene::{Group, Item, Scene, Segment};

/// Lines are drawn a little beyond their points.
const BLEED: f64 = 4.0;
/// White space left between a box and the cut before it.
const GAP: f64 = 10.0;
/// A sheet is filled at least this far before a cut through something is preferred.
const LEAST_FILLED: f64 = 0.5;

/// The pictures that stand side by side on each sheet, `widest` pixels together at the most.
pub(super) fn sheets(scene: &Scene, widest: f64) -> Vec<Vec<Scene>> {
    let frame = scene.frame;
    let heads = heads(scene);
    let room = widest - heads.map_or(0.0, |heads| heads.right() - frame.x);
    if frame.w <= widest || room < widest * LEAST_FILLED {
        return vec![vec![scene.clone()]];
    }
    let mut taken = Vec::new();
    stand(&scene.items, false, &mut taken);
    let mut sheets = Vec::new();
    let mut from = frame.x;
    while from < frame.right() {
        let is_first = sheets.is_empty();
        let to = cut(
            from,
            if is_first { widest } else { room },
            frame.right(),
            &taken,
        );
        let part = part(scene, from, to, &scene.items);
        let mut parts: Vec<Scene> = heads
            .filter(|_| !is_first)
            .into_iter()
            .map(|heads| {
                let lanes: Vec<Item> = scene
                    .items
                    .iter()
                    .filter(|item| is_lane(item))
                    .cloned()
                    .collect();
                self::part(scene, frame.x, heads.right(), &lanes)
            })
            .collect();
        parts.push(part);
        sheets.push(parts);
        from = to;
    }
    sheets
}

/// Where the sheet that begins at `from` ends: as far right as nothing is cut through.
fn cut(from: f64, room: f64, end: f64, taken: &[(f64, f64)]) -> f64 {
    let furthest = from + room;
    if furthest >= end {
        return end;
    }
    let is_free = |x: f64| taken.iter().all(|(left, right)| x <= *left || x >= *right);
    let candidates = taken.iter().map(|(left, _)| left - GAP).chain([furthest]);
    candidates
        .filter(|x| *x > from + room * LEAST_FILLED && *x <= furthest && is_free(*x))
        .max_by(f64::total_cmp)
        .unwrap_or(furthest)
}

/// The scene between two upright lines.
fn part(scene: &Scene, from: f64, to: f64, items: &[Item]) -> Scene {
    let frame = Rect::new(from, scene.frame.y, to - from, scene.frame.h);
    Scene {
        frame,
        title: scene.title.clone(),
        language: scene.language,
        items: items
            .iter()
            .filter_map(|item| inside(item, frame))
            .collect(),
    }
}

/// What of `item` shows in `frame`.
fn inside(item: &Item, frame: Rect) -> Option<Item> {
    if let Item::Group(group) = item {
        let items: Vec<Item> = group
            .items
            .iter()
            .filter_map(|item| inside(item, frame))
            .collect();
        return (!items.is_empty()).then(|| {
            Item::from(Group {
                items,
                ..group.clone()
            })
        });
    }
    bounds(item)
        .is_some_and(|bounds| bounds.overlaps(frame))
        .then(|| item.clone())
}

fn is_lane(item: &Item) -> bool {
    matches!(
        item,
        Item::Group(Group {
            id: Some(RecordId::Lane(_)),
            ..
        })
    )
}

/// The column of the lanes' heads: in each lane, the narrower rectangle.
fn heads(scene: &Scene) -> Option<Rect> {
    let head = |item: &Item| match item {
        Item::Group(group) if is_lane(item) => group
            .items
            .iter()
            .filter_map(|item| {
                if let Item::Rect(rect) = item {
                    Some(rect.area)
                } else {
                    None
                }
            })
            .min_by(|a, b| a.w.total_cmp(&b.w)),
        Item::Group(_) | Item::Rect(_) | Item::Path(_) | Item::Text(_) | Item::Image(_) => None,
    };
    scene.items.iter().filter_map(head).reduce(joined)
}

/// The ranges of x in which boxes, signs and labels stand. Arrows may be cut, lanes and phases go on.
fn stand(items: &[Item], is_arrow: bool, taken: &mut Vec<(f64, f64)>) {
    for item in items {
        match item {
            Item::Group(group) => match group.id {
                None | Some(RecordId::Lane(_) | RecordId::Phase(_)) => {}
                Some(id) => stand(&group.items, matches!(id, RecordId::Edge(_)), taken),
            },
            Item::Path(_) if is_arrow => {}
            Item::Rect(_) | Item::Path(_) | Item::Text(_) | Item::Image(_) => {
                taken.extend(bounds(item).map(|bounds| (bounds.x, bounds.right())));
            }
        }
    }
}

/// What `item` covers.
fn bounds(item: &Item) -> Option<Rect> {
    match item {
        Item::Group(group) => group.items.iter().filter_map(bounds).reduce(joined),
        Item::Rect(rect) => Some(rect.area.grown(BLEED)),
        Item::Image(image) => Some(image.area),
        Item::Text(text) => {
            // Bold letters are never narrower.
            let width = kaizu_fonts::advance(&text.content, text.size, kaizu_fonts::Weight::Bold);
            Some(Rect::new(
                text.at.x,
                text.at.y - text.size,
                width,
                text.size * 1.5,
            ))
        }
        Item::Path(path) => {
            let points = path.segments.iter().flat_map(points);
            points
                .map(|point| Rect::new(point.x, point.y, 0.0, 0.0))
                .reduce(joined)
                .map(|bounds| bounds.grown(BLEED))
        }
    }
}

/// A curve stays between its end and its handles.
fn points(segment: &Segment) -> Vec<Point> {
    match *segment {
        Segment::Move(to) | Segment::Line(to) => vec![to],
        Segment::Curve(first, second, to) => vec![first, second, to],
        Segment::Close => Vec::new(),
    }
}

fn joined(one: Rect, other: Rect) -> Rect {
    let (x, y) = (one.x.min(other.x), one.y.min(other.y));
    let (right, bottom) = (
        one.right().max(other.right()),
        one.bottom().max(other.bottom()),
    );
    Rect::new(x, y, right - x, bottom - y)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_falls_before_the_box_that_would_not_fit() {
        let taken = [(0.0, 90.0), (110.0, 200.0), (180.0, 260.0)];
        assert!((cut(0.0, 150.0, 500.0, &taken) - 100.0).abs() < 1e-9);
        assert!((cut(0.0, 104.0, 500.0, &taken) - 104.0).abs() < 1e-9);
    }

    #[test]
    fn what_is_wider_than_a_sheet_is_cut_all_the_same() {
        assert!((cut(0.0, 150.0, 500.0, &[(0.0, 400.0)]) - 150.0).abs() < 1e-9);
        assert!((cut(450.0, 150.0, 500.0, &[(0.0, 400.0)]) - 500.0).abs() < 1e-9);
    }
}
