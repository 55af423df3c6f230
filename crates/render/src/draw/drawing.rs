//! Everything a picture is drawn from, and the picture taken apart into what can lie on different sheets.
use kaizu_model::{Document, EdgeId, FlowId, Mark, Placement, RecordId, Rect};

use super::part::What;
use super::{Caption, Part, draw, parts};
use crate::bounds::bounds;
use crate::scene::{Group, Item, Scene, Text};
use crate::theme;

/// Everything a picture is drawn from.
#[derive(Clone, Debug)]
pub struct Drawing<'a> {
    /// Holds the flow.
    pub document: &'a Document,
    /// The flow that is drawn.
    pub flow: FlowId,
    /// Where everything sits.
    pub placement: Placement,
    /// What is marked.
    pub marks: Vec<Mark>,
    /// What stands around it.
    pub caption: Caption,
}

/// Something that is never cut.
pub(crate) struct Atom {
    /// The record it stands for or rides on.
    pub(crate) id: RecordId,
    /// What is painted.
    pub(crate) item: Item,
    /// What it covers.
    pub(crate) area: Rect,
}

impl Drawing<'_> {
    /// The whole picture with everything around it.
    pub fn scene(&self) -> Scene {
        draw(
            self.document,
            self.flow,
            &self.placement,
            &self.marks,
            &self.caption,
        )
    }

    /// What is painted, without anything around it.
    pub(crate) fn painted(&self) -> impl Iterator<Item = Item> {
        self.parts().into_iter().map(|part| part.draw())
    }

    fn parts(&self) -> Vec<Part<'_>> {
        parts(
            self.document,
            self.flow,
            &self.placement,
            &self.marks,
            self.caption.language,
        )
    }

    /// What lies over lanes, phases and arrows, from back to front.
    pub(crate) fn atoms(&self) -> Vec<Atom> {
        let parts = self.parts();
        let cut = parts.iter().flat_map(|part| match &part.what {
            What::Lane(..) | What::Phase(..) | What::Arrow(_) => Vec::new(),
            What::Riders(_, edge, _) => riders(edge.id, &part.draw()),
            What::Node(..) | What::Marks(..) => {
                Vec::from_iter(Atom::of(part.record(), part.draw()))
            }
        });
        let mut atoms: Vec<Atom> = cut.collect();
        if !self.caption.notes.is_empty() {
            atoms.extend(self.placement.notes.iter().filter_map(|note| {
                let mark = Text::from_line(&note.mark, theme::SECONDARY);
                let group = Group {
                    items: vec![mark.into()],
                    ..Group::of(note.id)
                };
                Atom::of(note.id, group.into())
            }));
        }
        atoms
    }
}

impl Atom {
    fn of(id: RecordId, item: Item) -> Option<Self> {
        let area = bounds(&item)?;
        Some(Self { id, item, area })
    }
}

/// What rides on an arrow, each apart: what is painted over each other belongs together.
fn riders(edge: EdgeId, riders: &Item) -> Vec<Atom> {
    let Item::Group(group) = riders else {
        return Vec::new();
    };
    let mut clusters: Vec<(Rect, Vec<Item>)> = Vec::new();
    for item in &group.items {
        let Some(area) = bounds(item) else { continue };
        match clusters.last_mut() {
            Some((whole, items)) if whole.overlaps(area) => {
                *whole = whole.joined(area);
                items.push(item.clone());
            }
            _ => clusters.push((area, vec![item.clone()])),
        }
    }
    let atom = |(area, items)| Atom {
        id: edge.into(),
        item: Group {
            items,
            ..group.clone()
        }
        .into(),
        area,
    };
    clusters.into_iter().map(atom).collect()
}
