//! Draws a placed flow and exports the picture.
//!
//! [`draw`] turns a placement into a [`scene::Scene`] of five primitives; [`export`] writes a scene as a file.
//! Everything of taste is in one file, and nothing here moves, measures or breaks what the placement holds.
mod colour;
mod dark;
mod draw;
mod export;
pub mod scene;
mod stack;
mod theme;
#[cfg(test)]
mod vision;

pub use dark::{dark, dark_rules};
pub use draw::{Caption, Legend, draw, draw_legend};
pub use export::{Failure, Format, Made, Options, Page, export};
pub use stack::stacked;
