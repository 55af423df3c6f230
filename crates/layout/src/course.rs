//! The lattice with everybody in place and every arrow on its way: all that follows from the shape of a flow alone.
use crate::grid::{Cell, Grid};
use crate::order;
use crate::rank::Columns;
use crate::route;
use crate::segment::Segments;
use crate::shape::Shape;

/// What follows from the shape of a flow.
#[derive(Debug, Default)]
pub(crate) struct Course {
    /// The shape it was made of.
    pub shape: Shape,
    /// The columns.
    pub columns: Columns,
    /// The lattice.
    pub grid: Grid,
    /// The cells of every arrow.
    pub paths: Vec<Vec<Cell>>,
    /// The arrows in straight pieces.
    pub segments: Segments,
}

impl Course {
    /// Everybody and every arrow of a flow of this shape.
    pub(crate) fn of(shape: Shape) -> Self {
        let (columns, rows) = order::places(&shape);
        let grid = Grid::of(&shape, &columns, &rows);
        let paths = route::routes(&shape, &grid);
        let segments = Segments::of(&paths);
        Self {
            shape,
            columns,
            grid,
            paths,
            segments,
        }
    }
}
