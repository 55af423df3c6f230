//! What stands around the picture: its title block and figures above, the legend below, white space on all sides.
use kaizu_model::{Document, Language, Mark, Placement, Rect};

use super::legend::{self, Legend};
use super::lettering::Style;
use super::notes;
use super::title_block::{self, Breadth, Cell};
use crate::moved::Shift;
use crate::scene::{Group, Item, Scene};
use crate::theme;

/// Finished words around a picture. What is empty is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Caption {
    /// The language of the picture.
    pub language: Language,
    /// What is shown.
    pub title: String,
    /// The cells of the title block, the name of the work first.
    pub block: Vec<Cell>,
    /// The label of the cell that counts the sheets, where there are several.
    pub sheet: String,
    /// Figures or whatever else belongs below the title block.
    pub subtitle: String,
    /// What the signs mean.
    pub legend: Legend,
    /// What stands over the whole texts of names that were cut.
    pub notes: String,
}

/// The frame that holds everything, and the items around the picture.
pub(crate) fn draw(
    caption: &Caption,
    document: &Document,
    placement: &Placement,
    marks: &[Mark],
) -> (Rect, Vec<Item>) {
    let picture = picture(placement);
    let (heading, above, heading_right) = heading(caption);
    let entries = legend::entries(&caption.legend, document, placement, marks);
    let notes = notes::draw(&caption.notes, placement, picture.bottom() + theme::MARGIN);
    let width = picture.w.max(heading_right).max(entries.widest());
    let width = width.max(notes.width);
    let below = entries.draw(width, picture.bottom() + notes.height + theme::MARGIN);
    let frame = Rect::new(
        -theme::MARGIN,
        -above - theme::MARGIN,
        width + 2.0 * theme::MARGIN,
        above + picture.h + notes.height + below.height + 2.0 * theme::MARGIN,
    );
    let groups = [notes.marks, heading, notes.below, below.group].into_iter();
    (
        frame,
        groups
            .filter(|group| !group.items.is_empty())
            .map(Item::from)
            .collect(),
    )
}

/// The frame of a picture with nothing around it.
pub fn bare_frame(placement: &Placement) -> Rect {
    picture(placement).grown(theme::MARGIN)
}

/// What the picture alone covers; never nothing.
fn picture(placement: &Placement) -> Rect {
    let (w, h) = (placement.size.w.max(1.0), placement.size.h.max(1.0));
    Rect::new(0.0, 0.0, w, h)
}

/// What the signs in the picture mean, in one line, as a picture of its own.
pub fn draw_legend(
    document: &Document,
    placement: &Placement,
    marks: &[Mark],
    caption: &Caption,
) -> Scene {
    let entries = legend::entries(&caption.legend, document, placement, marks);
    let width = entries.whole();
    let drawn = entries.draw(width, 0.0);
    let room = theme::LEGEND_GAP / 2.0;
    Scene {
        frame: Rect::new(-room, 0.0, width + room, theme::LEGEND_SIGN.1),
        title: caption.title.clone(),
        language: caption.language,
        items: vec![drawn.group.into()],
    }
}

/// What stands above the picture, how high it stands and how far it reaches.
fn heading(caption: &Caption) -> (Group, f64, f64) {
    let mut group = Group::default();
    let mut height = 0.0;
    let mut reach: f64 = 0.0;
    if !caption.subtitle.is_empty() {
        height = theme::SUB_SIZE * 2.0;
        let style = subtitle();
        reach = style.width(&caption.subtitle);
        group.push(style.starting(
            &caption.subtitle,
            0.0,
            -height / 2.0 - theme::SUB_SIZE * 0.1,
        ));
    }
    let block = title_block::draw(&caption.block, Breadth::Own);
    if block.height > 0.0 {
        if caption.subtitle.is_empty() {
            height = theme::SUB_SIZE;
        }
        height += block.height;
        group
            .items
            .extend(Shift::by(0.0, -height).items(&block.group.items));
        reach = reach.max(block.width);
    }
    (group, height, reach)
}

/// The letters of the figures.
pub(crate) fn subtitle() -> Style {
    Style::regular(theme::SUB_SIZE, theme::SECONDARY)
}
