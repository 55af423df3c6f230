//! Where the lines of the lattice run: as wide apart as signs and arrows need.
use kaizu_model::{Rect, Size};

use crate::channel::channel;
use crate::course::Course;
use crate::grid::{Grid, Side};
use crate::gutter;
use crate::lane::{Head, Heads};
use crate::rank::Columns;
use crate::segment::{Piece, Segments};
use crate::sign::{STEP, Sign};
use crate::track::{Offsets, Tracks};

/// A channel in which nothing runs up or down.
const CHANNEL: f64 = 34.0;
/// The room before the first and behind the last column.
const EDGE: f64 = 16.0;
/// The height of an empty row above and below its middle.
const EMPTY_ROW: f64 = 20.0;
/// The band of phases.
pub(crate) const PHASES: f64 = 24.0;

/// Room asked for before the first and behind the last track of each line, for what stands on arrows.
pub(crate) struct Room {
    /// For upright lines.
    pub x: Vec<(f64, f64)>,
    /// For level lines.
    pub y: Vec<(f64, f64)>,
}

impl Room {
    /// None beyond the least.
    pub(crate) fn least(grid: &Grid) -> Self {
        Self {
            x: vec![(0.0, 0.0); grid.n_x],
            y: vec![(0.0, 0.0); grid.levels.len()],
        }
    }
}

/// Every line's place.
#[derive(Debug)]
pub(crate) struct Frame {
    /// Where the heads of the lanes end.
    pub head: f64,
    /// The middle of each upright line.
    pub x: Vec<f64>,
    /// The middle of each level line.
    pub y: Vec<f64>,
    /// Left and right border of each upright line's room.
    pub x_room: Vec<(f64, f64)>,
    /// Top and bottom of each lane.
    pub lanes: Vec<(f64, f64)>,
    /// How far each piece runs from the middle of its line.
    pub offsets: Offsets,
}

impl Frame {
    /// The frame of a flow, the `upright` pieces of which have their tracks already.
    pub(crate) fn of(
        course: &Course,
        tracks: &Tracks,
        upright: &Offsets,
        heads: &Heads,
        room: &Room,
    ) -> Self {
        let (x, x_room) = across(tracks, &course.columns, upright, room, heads.width);
        let mut offsets = upright.clone();
        tracks.level(|piece| reach(tracks, &x, upright, piece), &mut offsets);
        let top = if course.shape.n_phases > 0 {
            PHASES
        } else {
            0.0
        };
        let (y, lanes) = down(tracks, &heads.each, &offsets, room, top);
        Self {
            head: heads.width,
            x,
            y,
            x_room,
            lanes,
            offsets,
        }
    }

    /// The whole picture.
    pub(crate) fn size(&self) -> Size {
        Size {
            w: self.x_room.last().map_or(self.head, |room| room.1),
            h: self.lanes.last().map_or(0.0, |lane| lane.1),
        }
    }

    /// Moves all lanes down, for a higher band of phases.
    pub(crate) fn lower(&mut self, by: f64) {
        for y in &mut self.y {
            *y += by;
        }
        for (top, bottom) in &mut self.lanes {
            *top += by;
            *bottom += by;
        }
    }

    /// Moves the upright lines from `first` on to the right.
    pub(crate) fn push(&mut self, first: usize, by: f64) {
        for (x, room) in self.x.iter_mut().zip(&mut self.x_room).skip(first) {
            *x += by;
            room.0 += by;
            room.1 += by;
        }
        if let Some(before) = first.checked_sub(1) {
            self.x_room[before].1 += by;
        }
    }

    /// Makes the picture reach to `right`.
    pub(crate) fn widen(&mut self, right: f64) {
        if let Some(room) = self.x_room.last_mut() {
            room.1 = room.1.max(right);
        }
    }

    /// The picture without heads and headings.
    pub(crate) fn body(&self) -> Rect {
        let (size, top) = (self.size(), self.lanes.first().map_or(0.0, |lane| lane.0));
        Rect::new(self.head, top, size.w - self.head, size.h - top)
    }

    /// The place of a piece on the other axis.
    pub(crate) fn along(&self, segments: &Segments, piece: Piece) -> f64 {
        let segment = segments.get(piece);
        let middle = if segment.is_level {
            self.y[segment.line]
        } else {
            self.x[segment.line]
        };
        middle + self.offsets[piece.0][piece.1]
    }
}

/// The least and the greatest offset on each line.
fn extents(
    tracks: &Tracks,
    offsets: &Offsets,
    is_level: bool,
    n: usize,
) -> Vec<Option<(f64, f64)>> {
    let mut extents: Vec<Option<(f64, f64)>> = vec![None; n];
    for (piece, segment) in tracks.segments.all() {
        if segment.is_level == is_level {
            let offset = offsets[piece.0][piece.1];
            let (low, high) = extents[segment.line].unwrap_or((offset, offset));
            extents[segment.line] = Some((low.min(offset), high.max(offset)));
        }
    }
    extents
}

fn across(
    tracks: &Tracks,
    columns: &Columns,
    offsets: &Offsets,
    room: &Room,
    head: f64,
) -> (Vec<f64>, Vec<(f64, f64)>) {
    let n_x = tracks.grid.n_x;
    let mut widths = vec![0.0_f64; n_x];
    for (cell, sign) in tracks.grid.cells.iter().zip(tracks.signs) {
        widths[cell.x] = widths[cell.x].max(sign.width());
    }
    for (first, end) in &columns.phases {
        // A phase without steps still shows its heading.
        for column in *first..*end {
            let width = &mut widths[2 * column + 1];
            *width = if *width > 0.0 { *width } else { STEP.0 };
        }
    }
    let extents = extents(tracks, offsets, false, n_x);
    let mut left = head;
    let mut x = Vec::with_capacity(n_x);
    let mut x_room = Vec::with_capacity(n_x);
    for (line, width) in widths.into_iter().enumerate() {
        let is_outer = line == 0 || line + 1 == n_x;
        let (middle, width) = if line % 2 == 1 {
            (width / 2.0, width)
        } else {
            channel(
                extents[line],
                room.x[line],
                if is_outer { EDGE } else { CHANNEL },
            )
        };
        x.push(left + middle);
        x_room.push((left, left + width));
        left += width;
    }
    (x, x_room)
}

/// From where to where a level piece really runs.
fn reach(tracks: &Tracks, x: &[f64], offsets: &Offsets, piece: Piece) -> (f64, f64) {
    let segments = tracks.segments;
    let (way, number) = piece;
    let (from, to) = tracks.ends[way];
    let at = |next: usize| x[segments.get((way, next)).line] + offsets[way][next];
    let segment = segments.get(piece);
    let border = |stop: usize, side: Side| {
        let half = tracks.signs[stop].size.0 / 2.0;
        x[tracks.grid.cells[stop].x] + if side == Side::Right { half } else { -half }
    };
    let ahead = if segment.is_rising {
        Side::Right
    } else {
        Side::Left
    };
    let begin = if number == 0 {
        border(from, ahead)
    } else {
        at(number - 1)
    };
    let end = if segments.ends(piece).1 {
        border(to, ahead.opposite())
    } else {
        at(number + 1)
    };
    (begin.min(end), begin.max(end))
}

fn down(
    tracks: &Tracks,
    heads: &[Head],
    offsets: &Offsets,
    room: &Room,
    top: f64,
) -> (Vec<f64>, Vec<(f64, f64)>) {
    let levels = &tracks.grid.levels;
    let mut reach = vec![(EMPTY_ROW, EMPTY_ROW); levels.len()];
    for (cell, sign) in tracks.grid.cells.iter().zip(tracks.signs) {
        let (above, below) = &mut reach[cell.y];
        *above = above.max(sign.above());
        *below = below.max(sign.below());
    }
    for (line, extent) in extents(tracks, offsets, true, levels.len())
        .into_iter()
        .enumerate()
    {
        let (above, below) = &mut reach[line];
        if levels[line].is_row {
            let (low, high) = extent.unwrap_or_default();
            *above = above.max(-low);
            *below = below.max(high);
        } else {
            (*above, *below) = gutter::reach(levels, line, extent, room.y[line]);
        }
    }
    let mut lanes = Vec::with_capacity(heads.len());
    let mut y = Vec::with_capacity(levels.len());
    let mut at = top;
    for (lane, head) in heads.iter().enumerate() {
        let own = || {
            levels
                .iter()
                .zip(&reach)
                .filter(move |(level, _)| level.lane == lane)
        };
        let height: f64 = own().map(|(_, (above, below))| above + below).sum();
        let spare = (head.height - height).max(0.0);
        let start = at;
        at += spare / 2.0;
        for (_, (above, below)) in own() {
            y.push(at + above);
            at += above + below;
        }
        at += spare / 2.0;
        lanes.push((start, at));
    }
    (y, lanes)
}

/// The box of each stop.
pub(crate) fn boxes(frame: &Frame, grid: &Grid, signs: &[Sign]) -> Vec<Rect> {
    let place = |(cell, sign): (&crate::grid::Cell, &Sign)| {
        let (width, height) = sign.size;
        Rect::new(
            frame.x[cell.x] - width / 2.0,
            frame.y[cell.y] - height / 2.0,
            width,
            height,
        )
    };
    grid.cells.iter().zip(signs).map(place).collect()
}
