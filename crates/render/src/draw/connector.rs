//! The circle in which an arrow breaks off on one sheet and from which it goes on on another: both hold one letter.
use kaizu_model::Point;

use super::lettering::Style;
use super::outline;
use crate::scene::{Item, Paint, Path, Stroke};
use crate::theme;

/// The circle around `centre` with `letter` in it.
pub(crate) fn draw(letter: &str, centre: Point, radius: f64) -> Vec<Item> {
    let stroke = Stroke::solid(theme::ARROW, theme::CONNECTOR_WIDTH);
    let circle = Path {
        segments: outline::circle(centre, radius),
        paint: Paint::edged(theme::PAPER, stroke),
    };
    let style = Style::bold(theme::CONNECTOR_SIZE, theme::INK);
    // Two letters are set smaller, so that they stay inside.
    let size = style
        .size
        .min(style.size * radius * 1.4 / style.width(letter))
        .min(radius * 1.3);
    let style = Style { size, ..style };
    vec![circle.into(), style.centred(letter, centre).into()]
}

/// The nth letter: A to Z, then AA, AB and so on.
pub(crate) fn letter(n: usize) -> String {
    let last = char::from(b'A' + (n % 26) as u8);
    match n / 26 {
        0 => last.to_string(),
        more => format!("{}{last}", letter(more - 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_z_come_two_letters() {
        let letters = [0, 25, 26, 27, 51, 52, 701, 702].map(letter);
        assert_eq!(letters, ["A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]);
    }
}
