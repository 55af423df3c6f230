//! New ways for the arrows that pinned boxes concern.
use kaizu_model::{PlacedEdge, Point, Rect};

use crate::arrow::straightened;
use crate::detour::{Gate, Scene, detour};
use crate::flow::{Chart, Way};
use crate::pin::whole;
use crate::sign::{Sign, Title};

/// A pinned box nearer than this to an arrow moves it.
const HUG: f64 = 4.0;

/// Leads every arrow that begins, ends or passes at a pinned box anew around all boxes.
pub(crate) fn reroute(
    chart: &Chart,
    signs: &[Sign],
    boxes: &[Rect],
    pinned: &[bool],
    body: Rect,
    edges: &mut [PlacedEdge],
) {
    if !pinned.contains(&true) {
        return;
    }
    let grounds: Vec<Rect> = boxes
        .iter()
        .zip(signs)
        .map(|(rect, sign)| whole(sign, *rect))
        .collect();
    let concerned = concerned(chart, &grounds, pinned, edges);
    let mut lines: Vec<(Point, Point)> = edges
        .iter()
        .zip(&concerned)
        .filter(|(_, is_concerned)| !**is_concerned)
        .flat_map(|(edge, _)| pieces(&edge.points))
        .collect();
    for (number, way) in chart
        .ways
        .iter()
        .enumerate()
        .filter(|(number, _)| concerned[*number])
    {
        let from = gate(boxes[way.from], &signs[way.from], [0.0, 20.0, 160.0, 20.0]);
        let back = if way.is_return { 20.0 } else { 160.0 };
        let to = gate(boxes[way.to], &signs[way.to], [back, 20.0, 0.0, 20.0]);
        let scene = Scene {
            grounds: &grounds,
            lines: &lines,
            body,
        };
        let mut points = straightened(detour(&from, &to, &scene));
        if points.len() < 2 {
            points = straightened(direct(boxes[way.from], boxes[way.to]));
        }
        lines.extend(pieces(&points));
        edges[number].points = points;
    }
}

/// Which arrows begin, end or pass at a pinned box.
fn concerned(chart: &Chart, grounds: &[Rect], pinned: &[bool], edges: &[PlacedEdge]) -> Vec<bool> {
    let is_concerned = |(way, edge): (&Way, &PlacedEdge)| {
        let passes = |ground: &Rect| {
            let mut pairs = edge.points.windows(2);
            pairs.any(|pair| ground.grown(HUG).is_crossed_by(pair[0], pair[1]))
        };
        let is_foreign = |stop: &usize| pinned[*stop] && *stop != way.from && *stop != way.to;
        pinned[way.from]
            || pinned[way.to]
            || (0..grounds.len())
                .filter(is_foreign)
                .any(|stop| passes(&grounds[stop]))
    };
    chart.ways.iter().zip(edges).map(is_concerned).collect()
}

fn pieces(points: &[Point]) -> Vec<(Point, Point)> {
    points.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

fn gate(rect: Rect, sign: &Sign, costs: [f64; 4]) -> Gate {
    let [right, bottom, left, top] = costs.map(Some);
    let costs = match sign.title_at {
        Title::Inside => [right, bottom, left, top],
        Title::Above => [right, bottom, left, None],
        Title::Below => [right, None, left, top],
    };
    Gate {
        rect,
        costs,
        has_corners: sign.has_corners(),
    }
}

/// Straight across, where boxes stand so close that nothing else is left.
fn direct(from: Rect, to: Rect) -> Vec<Point> {
    let (start, end) = (from.centre(), to.centre());
    let (x, out) = if from.x <= to.x {
        (to.x, from.right())
    } else {
        (to.right(), from.x)
    };
    let middle = f64::midpoint(x, out);
    vec![
        Point::new(out, start.y),
        Point::new(middle, start.y),
        Point::new(middle, end.y),
        Point::new(x, end.y),
    ]
}
