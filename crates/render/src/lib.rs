//! Draws a placed flow and exports the picture.
//!
//! [`draw()`] turns a placement into a [`scene::Scene`] of five primitives; [`export()`] writes a scene as a file, and
//! [`print()`] one PDF of the [`sheets()`] over which a picture was spread.
//! [`charts::chart()`] draws figures as a scene of the same primitives.
//! Everything of taste is in one file, and nothing here moves, measures or breaks what the placement holds.
mod apart;
mod bounds;
pub mod charts;
mod colour;
mod dark;
mod draw;
mod excerpt;
mod export;
mod moved;
pub mod scene;
mod sheets;
mod stack;
mod theme;
#[cfg(test)]
mod vision;

pub use apart::{between, reshaped, shift};
pub use dark::{dark, dark_rules};
pub use draw::{
    Caption, Cell, Drawing, Heat, Legend, Look, Part, PartKey, bare_frame, draw, draw_legend, parts,
};
pub use excerpt::{Cut, excerpt};
pub use export::{Failure, Format, Made, Options, export, print};
pub use sheets::{Page, fitting, sheets};
pub use stack::stacked;
