//! Boxes and arrows in their places: all that follows from the course and the plan of a flow.
use kaizu_model::{PlacedEdge, Rect};

use crate::burden::{self, Missing};
use crate::course::Course;
use crate::frame::{self, Frame, PHASES, Room};
use crate::plan::Plan;
use crate::track::{Offsets, Tracks};
use crate::{arrow, bundle, lane, pin, reroute};

/// How often channels are widened for what stands on arrows.
const ROUNDS: usize = 4;

/// What follows from course and plan.
pub(crate) struct Draft {
    /// Every line's place.
    pub frame: Frame,
    /// The box of each stop.
    pub boxes: Vec<Rect>,
    /// The arrows, with what stands on them.
    pub edges: Vec<PlacedEdge>,
    missing: Vec<Missing>,
}

impl Draft {
    /// The picture of a flow on its `course`.
    pub(crate) fn of(course: &Course, plan: &Plan) -> Self {
        let ends: Vec<(usize, usize)> = course.shape.ends().collect();
        let bundle_of = bundle::bundles(course, &plan.loads);
        let tracks = Tracks {
            grid: &course.grid,
            segments: &course.segments,
            signs: &plan.signs,
            ends: &ends,
            bundle_of: &bundle_of,
        };
        let upright = tracks.upright();
        let mut room = Room::least(&course.grid);
        let mut draft = Self::with(course, plan, (&tracks, &upright), &room);
        // Pins change nothing here: whatever is pinned, everything else has the same room.
        for _ in 1..ROUNDS {
            if draft.missing.is_empty() {
                break;
            }
            burden::ask(&mut room, &course.segments, &plan.loads, &draft.missing);
            draft = Self::with(course, plan, (&tracks, &upright), &room);
        }
        if plan.pins.iter().any(Option::is_some) {
            draft.pin(course, plan);
        }
        let body = draft.frame.body();
        let (edges, missing) = (&mut draft.edges, &draft.missing);
        burden::force(edges, missing, &draft.boxes, &plan.signs, body);
        draft
    }

    /// The picture with so much `room`.
    fn with(
        course: &Course,
        plan: &Plan,
        (tracks, upright): (&Tracks, &Offsets),
        room: &Room,
    ) -> Self {
        let mut frame = Frame::of(course, tracks, upright, &plan.heads, room);
        if !plan.headings.is_empty() {
            let band = lane::band(&plan.headings, &course.columns, &frame);
            frame.lower(band - PHASES);
        }
        let boxes = frame::boxes(&frame, &course.grid, &plan.signs);
        let mut edges = arrow::arrows(course, plan, &frame, &boxes);
        let body = frame.body();
        let missing = burden::put(&mut edges, &plan.loads, &boxes, &plan.signs, body);
        Self {
            frame,
            boxes,
            edges,
            missing,
        }
    }

    /// Puts boxes where people put them, and leads arrows anew around them.
    fn pin(&mut self, course: &Course, plan: &Plan) {
        let (frame, boxes) = (&mut self.frame, &mut self.boxes);
        let moved = pin::pinned(course, plan, frame, boxes);
        let body = frame.body();
        self.edges = arrow::arrows(course, plan, frame, boxes);
        reroute::reroute(course, plan, boxes, &moved, body, &mut self.edges);
        self.missing = burden::put(&mut self.edges, &plan.loads, boxes, &plan.signs, body);
    }
}
