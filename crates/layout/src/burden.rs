//! Puts labels, waits and signs of handovers on arrows, and says where more room is needed for them.
use kaizu_model::{PlacedEdge, PlacedPill, Point, Rect};

use crate::frame::Room;
use crate::pill::{Load, Note, Pill};
use crate::segment::Segments;
use crate::sign::Sign;
use crate::spot::{Care, Obstacles, needed_at_source, needed_at_target};

/// The sign that says what is handed over. With air it just fits between two tracks.
const SIGN: (f64, f64) = (18.0, 18.0);
/// How far the outside of the picture reaches.
const OUTSIDE: f64 = 400.0;
/// What is added to room that was not enough.
const MORE: f64 = 12.0;
/// A pill in more lines is used where it saves this much.
const WORTH: f64 = 14.0;

/// One end of an arrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum End {
    /// Where it begins.
    Source,
    /// Where it leads.
    Target,
}

/// What found no free spot.
#[derive(Debug)]
pub(crate) struct Missing {
    way: usize,
    end: End,
    /// A pill; the sign where there is none.
    note: Option<Note>,
}

/// Puts every load on its arrow where there is a free spot.
pub(crate) fn put(
    edges: &mut [PlacedEdge],
    loads: &[Load],
    boxes: &[Rect],
    signs: &[Sign],
    body: Rect,
) -> Vec<Missing> {
    let mut obstacles = around(edges, boxes, signs, body);
    let mut missing = Vec::new();
    for end in [End::Source, End::Target] {
        for (way, edge) in edges.iter_mut().enumerate() {
            let Some(note) = note(&loads[way], end) else {
                continue;
            };
            let pills = shapes(&loads[way], end, note, &edge.points);
            let spot = near(&obstacles, way, &edge.points, (end, pills), Care::Full);
            if spot.is_none() {
                missing.push(Missing {
                    way,
                    end,
                    note: Some(note.clone()),
                });
            }
            set(&mut obstacles, edge, end, spot);
        }
    }
    for (way, edge) in edges
        .iter_mut()
        .enumerate()
        .filter(|(way, _)| loads[*way].handover.is_some())
    {
        edge.handover = loads[way].handover;
        edge.sign = obstacles.in_the_middle(way, &edge.points, SIGN, Care::Full);
        if edge.sign.is_none() {
            missing.push(Missing {
                way,
                end: End::Source,
                note: None,
            });
        }
        if let Some(at) = edge.sign {
            obstacles.add_solid(around_sign(at));
        }
    }
    missing
}

/// Puts what is missing over other arrows, where no room could be made.
pub(crate) fn force(
    edges: &mut [PlacedEdge],
    missing: &[Missing],
    boxes: &[Rect],
    signs: &[Sign],
    body: Rect,
) {
    if missing.is_empty() {
        return;
    }
    let mut solid = Obstacles::default();
    for rect in boxes {
        solid.add_solid(*rect);
    }
    let mut obstacles = with_pills(edges, boxes, signs, body);
    for at in edges.iter().filter_map(|edge| edge.sign) {
        obstacles.add_solid(around_sign(at));
    }
    for Missing { way, end, note } in missing {
        let points = edges[*way].points.clone();
        if let Some(note) = note {
            // Anywhere on its own arrow rather than over another; beside it rather than nowhere.
            let own = (*end, [&note.wide, &note.narrow]);
            let spot = anywhere(&obstacles, *way, &points, note)
                .or_else(|| near(&obstacles, *way, &points, own, Care::Boxes))
                .or_else(|| beside(&obstacles, *way, &points, &note.narrow, body));
            set(&mut obstacles, &mut edges[*way], *end, spot);
        } else {
            // Over whatever is no box rather than nowhere.
            let spot = obstacles
                .in_the_middle(*way, &points, SIGN, Care::Boxes)
                .or_else(|| solid.in_the_middle(*way, &points, SIGN, Care::Boxes));
            if let Some(at) = spot {
                obstacles.add_solid(around_sign(at));
            }
            edges[*way].sign = spot;
        }
    }
}

fn around_sign(middle: Point) -> Rect {
    Rect::new(middle.x, middle.y, 0.0, 0.0).grown(SIGN.0 / 2.0)
}

/// What is in the way of what found no spot: boxes, arrows and the pills that did.
fn with_pills(edges: &[PlacedEdge], boxes: &[Rect], signs: &[Sign], body: Rect) -> Obstacles {
    let mut obstacles = around(edges, boxes, signs, body);
    for edge in edges {
        for pill in edge.label.iter().chain(&edge.wait) {
            obstacles.add_solid(pill.rect);
        }
    }
    obstacles
}

/// Asks for the room that is missing, beside the sign where it belongs.
pub(crate) fn ask(room: &mut Room, segments: &Segments, loads: &[Load], missing: &[Missing]) {
    for Missing { way, end, note } in missing {
        let pieces = &segments.0[*way];
        let piece = if *end == End::Source {
            pieces.first()
        } else {
            pieces.last()
        };
        let Some(piece) = piece else { continue };
        let is_alone = pieces.len() == 1 && loads[*way].wait.is_none();
        // The sign stands at the lower end of the piece where the arrow leaves it rising or reaches it falling.
        let is_low = piece.is_rising == (*end == End::Source);
        let line = if is_low {
            piece.span.0 + 1
        } else {
            piece.span.1 - 1
        };
        let extent = match (note, piece.is_level) {
            (Some(note), true) => chosen(note).size.0,
            (Some(note), false) => note.wide.size.1,
            (None, true) => SIGN.0,
            (None, false) => SIGN.1,
        };
        let needed = match end {
            // The sign may be the only thing on a short arrow: then the head needs its room too.
            End::Source if note.is_none() && is_alone => needed_at_target(extent),
            End::Source => needed_at_source(extent),
            End::Target => needed_at_target(extent),
        };
        let own = if piece.is_level {
            &mut room.x[line]
        } else {
            &mut room.y[line]
        };
        let side = if is_low { &mut own.0 } else { &mut own.1 };
        // Where that much was not enough, something else took it.
        *side = if *side < needed { needed } else { *side + MORE };
    }
}

fn around(edges: &[PlacedEdge], boxes: &[Rect], signs: &[Sign], body: Rect) -> Obstacles {
    let mut obstacles = Obstacles::default();
    for (rect, sign) in boxes.iter().zip(signs) {
        obstacles.add_solid(*rect);
        for mark in sign.marks(*rect) {
            obstacles.add_solid(mark);
        }
        if let Some(ground) = sign.title_ground(*rect) {
            obstacles.add_solid(ground);
        }
    }
    for (way, edge) in edges.iter().enumerate() {
        obstacles.add_arrow(way, &edge.points);
    }
    for outside in outside(body) {
        obstacles.add_solid(outside);
    }
    obstacles
}

/// What lies around the lanes' bodies: what stands on an arrow stays inside.
fn outside(body: Rect) -> [Rect; 4] {
    let (w, h) = (body.w + 2.0 * OUTSIDE, OUTSIDE);
    [
        Rect::new(body.x - OUTSIDE, body.y - OUTSIDE, w, h),
        Rect::new(body.x - OUTSIDE, body.bottom(), w, h),
        Rect::new(body.x - OUTSIDE, body.y, OUTSIDE, body.h),
        Rect::new(body.right(), body.y, OUTSIDE, body.h),
    ]
}

fn note(load: &Load, end: End) -> Option<&Note> {
    match end {
        End::Source => load.label.as_ref(),
        End::Target => load.wait.as_ref(),
    }
}

/// The forms of a note, the first first: that for which room is made, where something else stands on a straight arrow.
fn shapes<'a>(load: &Load, end: End, note: &'a Note, points: &[Point]) -> [&'a Pill; 2] {
    let is_shared = load.label.is_some() && load.wait.is_some() || load.handover.is_some();
    if points.len() == 2 && end == End::Source && is_shared && is_worth(note) {
        [&note.narrow, &note.wide]
    } else {
        [&note.wide, &note.narrow]
    }
}

/// Near one end of its own arrow.
fn near(
    obstacles: &Obstacles,
    way: usize,
    points: &[Point],
    (end, pills): (End, [&Pill; 2]),
    care: Care,
) -> Option<PlacedPill> {
    pills.into_iter().find_map(|pill| {
        let spot = match end {
            End::Source => obstacles.near_source(way, points, pill.size, care),
            End::Target => obstacles.near_target(way, points, pill.size, care),
        };
        spot.map(|spot| pill.placed(spot))
    })
}

/// Anywhere on its own arrow.
fn anywhere(
    obstacles: &Obstacles,
    way: usize,
    points: &[Point],
    note: &Note,
) -> Option<PlacedPill> {
    [&note.wide, &note.narrow].into_iter().find_map(|pill| {
        let spot = obstacles.in_the_middle(way, points, pill.size, Care::Full);
        spot.map(|spot| pill.placed(spot))
    })
}

/// Near its own arrow, where no box stands; over the arrow itself where boxes stand everywhere, as far as `body` reaches.
fn beside(
    obstacles: &Obstacles,
    way: usize,
    points: &[Point],
    pill: &Pill,
    body: Rect,
) -> Option<PlacedPill> {
    let spot = obstacles.beside(way, points, pill.size)?;
    let (half_w, half_h) = (pill.size.0 / 2.0, pill.size.1 / 2.0);
    let spot = Point::new(
        spot.x.min(body.right() - half_w).max(body.x + half_w),
        spot.y.min(body.bottom() - half_h).max(body.y + half_h),
    );
    Some(pill.placed(spot))
}

/// Gives an end of an arrow its pill, over which nothing else goes.
fn set(obstacles: &mut Obstacles, edge: &mut PlacedEdge, end: End, pill: Option<PlacedPill>) {
    if let Some(pill) = &pill {
        obstacles.add_solid(pill.rect);
    }
    match end {
        End::Source => edge.label = pill,
        End::Target => edge.wait = pill,
    }
}

/// The pill for which room is made on a level piece.
fn chosen(note: &Note) -> &Pill {
    if is_worth(note) {
        &note.narrow
    } else {
        &note.wide
    }
}

/// Whether more lines save enough room.
fn is_worth(note: &Note) -> bool {
    note.wide.size.0 - note.narrow.size.0 >= WORTH
}
