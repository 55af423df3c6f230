//! Places a flow: lanes, steps, arrows and broken text.
//!
//! A layered drawing (Sugiyama, Tagawa and Toda 1981) with lanes as bands, in the order of the modules:
//!
//! | what | how | module |
//! |---|---|---|
//! | returns | depth-first from the starts, so that a 差戻し stays one | `cycle` |
//! | columns | longest paths by phase, then pulled as in Gansner, Koutsofios, North and Vo (1993) | `rank` |
//! | rows | transposition within lanes (the same paper), of single steps and of runs | `rows`, `order` |
//! | ways | A* with bends and crossings (Wybrow, Marriott and Stuckey 2009), twice | `search`, `route` |
//! | tracks | ordered by where arrows part (the nudging of the same), merged into common targets | `segment`, `bundle`, `track` |
//! | distances | as wide as signs, tracks and what stands on arrows need | `frame`, `burden` |
//! | pins | boxes where people put them, arrows anew around them | `pin`, `reroute` |
//!
//! The order of the phases is that of the pipeline of Hegemann and Wolff, "A Simple Pipeline for Orthogonal Graph
//! Drawing" (2023): places first, ways next, distances last.
mod arrow;
mod board;
mod breaking;
mod bundle;
mod burden;
mod channel;
mod course;
mod cycle;
mod detour;
mod draft;
mod drawn;
mod field;
mod flow;
mod frame;
mod grid;
mod gutter;
mod lane;
mod lettering;
mod memory;
mod note;
mod order;
mod phrase;
mod pill;
mod pin;
mod placed;
mod plan;
mod rank;
mod reroute;
mod route;
mod rows;
mod search;
mod segment;
mod shape;
mod sign;
mod spot;
mod spread;
mod text;
mod track;
mod traffic;
mod widths;

use kaizu_model::{Document, FlowId, Placement, Wording};

pub use placed::Placed;

/// Where everything of `flow` sits. Pure: the same document gives the same placement.
pub fn place(document: &Document, flow: FlowId, wording: &Wording) -> Placement {
    Placed::of(document, flow, wording).into_placement()
}
