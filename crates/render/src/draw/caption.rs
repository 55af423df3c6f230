//! What stands around the picture: its title and figures above, the legend below, white space on all sides.
use kaizu_model::{Document, Language, Mark, Placement, Rect};

use super::legend::{self, Legend};
use super::lettering::Style;
use super::notes;
use crate::scene::{self, Group, Item, Paint, Scene, Stroke};
use crate::theme;

/// Finished words around a picture. What is empty is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Caption {
    /// The language of the picture.
    pub language: Language,
    /// What is shown.
    pub title: String,
    /// Figures or whatever else belongs below the title.
    pub subtitle: String,
    /// The word that says that figures are only examples.
    pub example: String,
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
    let picture = Rect::new(
        0.0,
        0.0,
        placement.size.w.max(1.0),
        placement.size.h.max(1.0),
    );
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

/// The lines above the picture, how high they stand and how far they reach.
fn heading(caption: &Caption) -> (Group, f64, f64) {
    let mut group = Group::default();
    let mut height = 0.0;
    let mut reach: f64 = 0.0;
    if !caption.subtitle.is_empty() {
        height = theme::SUB_SIZE * 2.0;
        let style = Style::regular(theme::SUB_SIZE, theme::SECONDARY);
        reach = style.width(&caption.subtitle);
        group.push(style.starting(
            &caption.subtitle,
            0.0,
            -height / 2.0 - theme::SUB_SIZE * 0.25,
        ));
    }
    if !(caption.title.is_empty() && caption.example.is_empty()) {
        let middle = -height - theme::TITLE_SIZE * 0.9;
        height += theme::TITLE_SIZE * 1.8;
        let style = Style::bold(theme::TITLE_SIZE, theme::INK);
        let mut right = style.width(&caption.title);
        group.push(style.starting(&caption.title, 0.0, middle));
        if !caption.example.is_empty() {
            right += theme::SUB_SIZE;
            let (items, width) = example(&caption.example, right, middle);
            group.items.extend(items);
            right += width;
        }
        reach = reach.max(right);
    }
    (group, height, reach)
}

/// The word that says that figures are only examples.
fn example(word: &str, left: f64, middle: f64) -> (Vec<Item>, f64) {
    let style = Style::regular(theme::LEGEND_SIZE, theme::EXAMPLE);
    let (width, height) = (
        style.width(word) + theme::LEGEND_SIZE * 1.5,
        theme::LEGEND_SIZE * 1.75,
    );
    let rect = Rect::new(left, middle - height / 2.0, width, height);
    let ground = scene::Rect {
        area: rect,
        radius: 4.0,
        paint: Paint::edged(theme::EXAMPLE_GROUND, Stroke::solid(theme::EXAMPLE, 1.0)),
    };
    (
        vec![ground.into(), style.centred(word, rect.centre()).into()],
        width,
    )
}
