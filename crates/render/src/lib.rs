//! Draws a placed flow and exports the picture.
