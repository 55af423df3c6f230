//! Places a flow: lanes, steps, arrows and broken text.
//!
//! A layered drawing (Sugiyama, Tagawa and Toda 1981) with lanes as bands, in the order of the modules:
//!
//! | what | how | module |
//! |---|---|---|
//! | returns | depth-first from the starts, so that a 差戻し stays one | `cycle` |
//! | columns | longest paths by phase, then pulled as in Gansner, Koutsofios, North and Vo (1993) | `rank` |
//! | rows | transposition within lanes (the same paper), of single steps and of runs | `rows`, `order` |
//! | ways | A* with bends and crossings (Wybrow, Marriott and Stuckey 2009), twice | `search`, `route` |
//! | tracks | ordered by where arrows part (the nudging of the same), merged into common targets | `segment`, `bundle`, `track` |
//! | distances | as wide as signs, tracks and what stands on arrows need | `frame`, `burden` |
//! | pins | boxes where people put them, arrows anew around them | `pin`, `reroute` |
//!
//! The order of the phases is that of the pipeline of Hegemann and Wolff, "A Simple Pipeline for Orthogonal Graph
//! Drawing" (2023): places first, ways next, distances last.
mod arrow;
mod board;
mod breaking;
mod bundle;
mod burden;
mod channel;
mod course;
mod cycle;
mod detour;
mod drawn;
mod field;
mod flow;
mod frame;
mod grid;
mod gutter;
mod lane;
mod memory;
mod note;
mod order;
mod phrase;
mod pill;
mod pin;
mod rank;
mod reroute;
mod route;
mod rows;
mod search;
mod segment;
mod shape;
mod sign;
mod spot;
mod spread;
mod text;
mod track;
mod traffic;
mod widths;

use kaizu_model::{Document, FlowId, Placement, Wording};

/// How often channels are widened for what stands on arrows.
const ROUNDS: usize = 4;

/// Where everything of `flow` sits. Pure: the same document gives the same placement.
pub fn place(document: &Document, flow: FlowId, wording: &Wording) -> Placement {
    let chart = flow::Chart::of(document, flow);
    let mut signs = sign::signs(&chart, wording);
    let heads = lane::heads(&chart, wording);
    let course = course::Course::of(shape::Shape::of(&chart));
    let course::Course {
        columns,
        grid,
        segments,
        ..
    } = &course;
    sign::turn_titles(&mut signs, &course);
    let ends: Vec<(usize, usize)> = chart.ways.iter().map(|way| (way.from, way.to)).collect();
    let loads = pill::loads(&chart, wording);
    let bundle_of = bundle::bundles(&chart, segments, &loads);
    let tracks = track::Tracks {
        grid,
        segments,
        signs: &signs,
        ends: &ends,
        bundle_of: &bundle_of,
    };
    let upright = tracks.upright();
    let draft = |room: &frame::Room| {
        let mut frame = frame::Frame::of(&chart, columns, &tracks, &upright, &heads, room);
        if !chart.phases.is_empty() {
            frame.lower(lane::band(&chart, columns, &frame) - frame::PHASES);
        }
        let boxes = frame::boxes(&frame, grid, &signs);
        let mut edges = arrow::arrows(&chart, &frame, segments, &boxes);
        let missing = burden::put(&mut edges, &loads, &boxes, &signs, frame.body());
        (frame, boxes, edges, missing)
    };
    let mut room = frame::Room::least(grid);
    let (mut frame, mut boxes, mut edges, mut missing) = draft(&room);
    // Pins change nothing here: whatever is pinned, everything else has the same room.
    for _ in 1..ROUNDS {
        if missing.is_empty() {
            break;
        }
        burden::ask(&mut room, segments, &loads, &missing);
        (frame, boxes, edges, missing) = draft(&room);
    }
    if chart.stops.iter().any(|stop| stop.pin.is_some()) {
        let moved = pin::pinned(&chart, &signs, grid, &heads, &mut frame, &mut boxes);
        edges = arrow::arrows(&chart, &frame, segments, &boxes);
        reroute::reroute(&chart, &signs, &boxes, &moved, frame.body(), &mut edges);
        missing = burden::put(&mut edges, &loads, &boxes, &signs, frame.body());
    }
    burden::force(&mut edges, &missing, &boxes, &signs, frame.body());
    let nodes = chart.stops.iter().zip(&signs).zip(&boxes);
    let placement = Placement {
        size: frame.size(),
        lanes: lane::lanes(&chart, &frame, &heads),
        phases: lane::phases(&chart, columns, &frame),
        nodes: nodes
            .map(|((stop, sign), rect)| sign.placed(stop.node.id, *rect))
            .collect(),
        edges,
        notes: Vec::new(),
    };
    note::noted(placement, &chart, wording)
}
