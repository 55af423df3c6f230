//! Draws a placed flow, back to front: one file per record or mark.
pub(crate) mod arrow;
mod badge;
pub(crate) mod caption;
pub(crate) mod connector;
mod difference;
mod drawing;
mod event;
mod finding;
#[cfg(test)]
pub(crate) mod forms;
mod gateway;
mod heat;
mod icon;
pub(crate) mod lane;
pub(crate) mod legend;
pub(crate) mod lettering;
mod marks;
pub(crate) mod notes;
pub(crate) mod outline;
mod part;
pub(crate) mod phase;
mod pictogram;
mod pill;
mod remark;
mod sign;
mod step;
mod strip;
pub(crate) mod title_block;
mod voices;

use kaizu_model::{Document, FlowId, Mark, Placement};

pub use caption::{Caption, bare_frame, draw_legend};
pub(crate) use drawing::Atom;
pub use drawing::Drawing;
pub use heat::Heat;
pub use legend::Legend;
pub use part::{Part, PartKey, parts};
pub use title_block::{Cell, Look};

use crate::scene::{Item, Scene};

/// The picture of `flow` where `placement` puts it, with `marks` over it and `caption` around it.
pub fn draw(
    document: &Document,
    flow: FlowId,
    placement: &Placement,
    marks: &[Mark],
    caption: &Caption,
) -> Scene {
    let parts = parts(document, flow, placement, marks, caption.language);
    let mut items: Vec<Item> = parts.iter().map(Part::draw).collect();
    let (frame, around) = caption::draw(caption, document, placement, marks);
    items.extend(around);
    Scene {
        frame,
        title: caption.title.clone(),
        language: caption.language,
        items,
    }
}
