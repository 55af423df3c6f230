//! The bundled faces as bytes, and the advance of a text.
