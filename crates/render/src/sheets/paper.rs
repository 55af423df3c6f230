//! The paper, and what of it is taken by frame, title block and legend. In points, of which an inch has 72.
use kaizu_model::Rect;

use crate::draw::Drawing;
use crate::draw::legend;
use crate::draw::title_block::{self, Breadth, Cell};
use crate::theme;

/// The sheets of a PDF.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// One, as large as the picture.
    #[default]
    Fit,
    /// A3, upright or across as the picture needs; several where letters would become too small on one.
    A3,
    /// A4, likewise.
    A4,
}

/// White space along the edge of a sheet: 10 mm, which every office printer can do.
const MARGIN: f64 = 28.35;
/// From the frame to the picture, and between the parts of a sheet.
pub(super) const PADDING: f64 = 10.0;

/// One way to lay a sheet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Paper {
    /// Width and height.
    pub(super) size: (f64, f64),
    /// Points for a pixel of title block and legend.
    pub(super) lettering: f64,
    /// Points for a pixel of the picture, below which letters are hard to read where such a sheet is looked at.
    pub(super) readable: f64,
}

impl Page {
    /// The ways to lay a sheet, the usual one first; none where the sheet follows the picture.
    pub(super) fn papers(self) -> Vec<Paper> {
        // The smallest letters, of 12 pixels: 8 points across a table, 6 in the hand.
        let (long, short, lettering, smallest) = match self {
            Self::Fit => return Vec::new(),
            Self::A3 => (1190.55, 841.89, 0.8, 8.0),
            Self::A4 => (841.89, 595.28, 0.65, 6.0),
        };
        [(long, short), (short, long)]
            .map(|size| Paper {
                size,
                lettering,
                readable: smallest / 12.0,
            })
            .to_vec()
    }
}

/// A sheet with its parts in their places.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Layout {
    /// The sheet.
    pub(super) paper: Paper,
    /// The frame around everything.
    pub(super) frame: Rect,
    /// Where the picture goes.
    pub(super) body: Rect,
    /// The top of figures and legend.
    pub(super) footer: f64,
}

impl Layout {
    /// The sheet on which the words of each of `drawings` have room.
    pub(super) fn of(paper: Paper, drawings: &[Drawing]) -> Self {
        let frame = Rect::new(
            MARGIN,
            MARGIN,
            paper.size.0 - 2.0 * MARGIN,
            paper.size.1 - 2.0 * MARGIN,
        );
        let most = |height: &dyn Fn(&Drawing) -> f64| {
            paper.lettering * drawings.iter().map(height).fold(0.0, f64::max)
        };
        let block = Breadth::Filled(frame.w / paper.lettering);
        let block = most(&|drawing| title_block::draw(&numbered(drawing, (10, 10)), block).height);
        let words = words_width(frame, paper);
        let footer = most(&|drawing| {
            let caption = &drawing.caption;
            let entries = legend::entries(
                &caption.legend,
                drawing.document,
                &drawing.placement,
                &drawing.marks,
            );
            let entries = entries.with_connectors(&caption.legend);
            subtitle_height(drawing) + entries.draw(words, 0.0).height
        });
        // The legend counts the white space of a picture below it, which the padding of a sheet replaces.
        let footer = (footer - theme::MARGIN * paper.lettering).max(0.0);
        let footer = frame.bottom() - PADDING - footer;
        let top = frame.y + block + PADDING;
        Self {
            paper,
            frame,
            body: Rect::new(
                frame.x + PADDING,
                top,
                frame.w - 2.0 * PADDING,
                (footer - PADDING - top).max(1.0),
            ),
            footer,
        }
    }

    /// How wide figures and legend may be, in pixels of theirs.
    pub(super) fn words(&self) -> f64 {
        words_width(self.frame, self.paper)
    }
}

fn words_width(frame: Rect, paper: Paper) -> f64 {
    (frame.w - 2.0 * PADDING) / paper.lettering
}

/// The height of the figures, in pixels of the lettering.
pub(super) fn subtitle_height(drawing: &Drawing) -> f64 {
    if drawing.caption.subtitle.is_empty() {
        0.0
    } else {
        theme::SUB_SIZE * 1.8
    }
}

/// The cells of the title block of one sheet of several.
pub(super) fn numbered(drawing: &Drawing, (n, of): (usize, usize)) -> Vec<Cell> {
    let mut cells = drawing.caption.block.clone();
    cells.push(Cell {
        label: drawing.caption.sheet.clone(),
        value: format!("{n} / {of}"),
        ..Cell::default()
    });
    cells
}
