//! Everything a picture is drawn from, and the picture taken apart into what can lie on different sheets.
use kaizu_model::{Document, EdgeId, FlowId, Mark, Placement, RecordId, Rect};

use super::{Caption, Marked, draw, draw_marks, draw_node, pill, spots};
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

    /// What lies over lanes, phases and arrows, from back to front.
    pub(crate) fn atoms(&self) -> Vec<Atom> {
        let marked = Marked::of(&self.marks);
        let mut atoms = Vec::new();
        for node in &self.placement.nodes {
            let difference = marked.difference(node.id.into());
            let group = draw_node(self.document, node, difference);
            atoms.extend(Atom::of(node.id.into(), group.into()));
        }
        for edge in &self.placement.edges {
            if let Some(Item::Group(group)) = pill::draw(self.document, edge, self.caption.language)
            {
                atoms.extend(riders(edge.id, &group));
            }
        }
        for (record, spot) in spots(self.flow, &self.placement) {
            let item = draw_marks(&marked, record, spot, self.caption.language);
            atoms.extend(item.and_then(|item| Atom::of(record, item)));
        }
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
fn riders(edge: EdgeId, group: &Group) -> Vec<Atom> {
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
