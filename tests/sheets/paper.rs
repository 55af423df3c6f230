//! A sheet as one sees it who holds it in the hand: things with their places, letters, circles in which arrows break off.
use std::collections::BTreeSet;

use kaizu_model::{RecordId, Rect};
use kaizu_render::scene::{Group, Item, Scene, Segment, Stroke};

/// Something that stands for a record.
pub(crate) struct Thing {
    pub(crate) id: RecordId,
    /// What it covers.
    pub(crate) area: Rect,
}

/// A circle in which an arrow breaks off.
pub(crate) struct Circle {
    pub(crate) id: RecordId,
    pub(crate) letter: String,
    pub(crate) area: Rect,
}

/// A sheet.
#[derive(Default)]
pub(crate) struct Sheet {
    /// Everything that stands for a record, but for arrows and their circles.
    pub(crate) things: Vec<Thing>,
    /// The pieces of arrows, each by the arrow it is of.
    pub(crate) arrows: Vec<RecordId>,
    pub(crate) circles: Vec<Circle>,
    pub(crate) texts: Vec<String>,
    /// The size of the smallest letters that stand for a record.
    pub(crate) smallest: f64,
    pub(crate) has_dashed_arrow: bool,
    pub(crate) has_dotted_arrow: bool,
    pub(crate) has_double_arrow: bool,
}

impl Sheet {
    pub(crate) fn of(scene: &Scene) -> Self {
        let mut sheet = Self {
            smallest: f64::INFINITY,
            ..Self::default()
        };
        for item in &scene.items {
            texts(item, &mut sheet.texts);
            let Item::Group(group) = item else { continue };
            let Some(id) = group.id else { continue };
            smallest(item, &mut sheet.smallest);
            if let (RecordId::Edge(_), Some(letter)) = (id, letter(group)) {
                sheet.circles.push(Circle {
                    id,
                    letter,
                    area: bounds(&group.items[0]).unwrap(),
                });
            } else if is_arrow(group) {
                sheet.arrows.push(id);
                let stroke = broken(&group.items[0]);
                sheet.has_dashed_arrow |= stroke.is_some_and(|stroke| !stroke.is_round);
                sheet.has_dotted_arrow |= stroke.is_some_and(|stroke| stroke.is_round);
                sheet.has_double_arrow |= group.items.len() == 3;
            } else {
                let area = bounds(item).unwrap();
                sheet.things.push(Thing { id, area });
            }
        }
        sheet
    }

    /// The records of which something is there.
    pub(crate) fn ids(&self) -> BTreeSet<RecordId> {
        let things = self.things.iter().map(|it| it.id);
        things.chain(self.arrows.iter().copied()).collect()
    }

    /// What stands for `id`: things, and for an arrow a place for each piece.
    pub(crate) fn of_record(&self, id: RecordId) -> impl Iterator<Item = &Thing> {
        self.things.iter().filter(move |it| it.id == id)
    }

    /// How many times as large as in `whole` its things are.
    pub(crate) fn scale(&self, whole: &Self) -> f64 {
        let sizes = self
            .things
            .iter()
            .filter(|it| stays_whole(it.id))
            .find_map(|it| {
                let there = whole.of_record(it.id).next()?;
                Some(it.area.h / there.area.h)
            });
        sizes.unwrap_or(1.0)
    }
}

/// Whether a record is drawn in one place only.
pub(crate) fn stays_whole(id: RecordId) -> bool {
    matches!(
        id,
        RecordId::Step(_) | RecordId::Gateway(_) | RecordId::Event(_)
    )
}

/// Whether a circle must not lie on it.
pub(crate) fn is_solid(id: RecordId) -> bool {
    stays_whole(id) || matches!(id, RecordId::Edge(_))
}

/// A circle and its letter, which is also its title.
fn letter(group: &Group) -> Option<String> {
    match (group.items.as_slice(), &group.title) {
        ([Item::Path(_), Item::Text(text)], Some(title)) if text.content == *title => {
            Some(title.clone())
        }
        _ => None,
    }
}

/// A line that is not filled, or two over each other, and a head that is.
fn is_arrow(group: &Group) -> bool {
    let is_line = |item: &Item| matches!(item, Item::Path(path) if path.paint.fill.is_none());
    let is_head = |item: &Item| matches!(item, Item::Path(path) if path.paint.stroke.is_none());
    matches!(
        (group.id, group.items.as_slice()),
        (Some(RecordId::Edge(_)), [lines @ .., head])
            if (1..3).contains(&lines.len()) && lines.iter().all(is_line) && is_head(head)
    )
}

/// The stroke of a line with gaps.
fn broken(item: &Item) -> Option<&Stroke> {
    let Item::Path(path) = item else { return None };
    path.paint.stroke.as_ref().filter(|it| !it.dash.is_empty())
}

fn texts(item: &Item, out: &mut Vec<String>) {
    match item {
        Item::Group(group) => group.items.iter().for_each(|item| texts(item, out)),
        Item::Text(text) => out.push(text.content.clone()),
        Item::Rect(_) | Item::Path(_) | Item::Image(_) => {}
    }
}

fn smallest(item: &Item, size: &mut f64) {
    match item {
        Item::Group(group) => group.items.iter().for_each(|item| smallest(item, size)),
        Item::Text(text) => *size = size.min(text.size),
        Item::Rect(_) | Item::Path(_) | Item::Image(_) => {}
    }
}

/// What an item covers, by its points.
fn bounds(item: &Item) -> Option<Rect> {
    let joined = |one: Rect, other: Rect| {
        let (x, y) = (one.x.min(other.x), one.y.min(other.y));
        let right = one.right().max(other.right());
        let bottom = one.bottom().max(other.bottom());
        Rect::new(x, y, right - x, bottom - y)
    };
    match item {
        Item::Group(group) => group.items.iter().filter_map(bounds).reduce(joined),
        Item::Rect(rect) => Some(rect.area),
        Item::Image(image) => Some(image.area),
        Item::Text(text) => Some(Rect::new(
            text.at.x,
            text.at.y - text.size * 0.8,
            0.0,
            text.size,
        )),
        Item::Path(path) => path
            .segments
            .iter()
            .filter_map(Segment::end)
            .map(|point| Rect::new(point.x, point.y, 0.0, 0.0))
            .reduce(joined),
    }
}
