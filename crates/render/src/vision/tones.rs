//! What the parts of a chart belong to is told by line, filling and sign, and can be seen on what they lie on.
use kaizu_model::{Point, Rect};
use palette::color_difference::Wcag21RelativeContrast;

use super::eyes::{appearances, screen};
use super::{LETTERS, Meaning, SIGNS, told};
use crate::charts::Tone;
use crate::scene::{Colour, Item, Paint, Path, Segment};
use crate::theme;

const TONES: [Tone; 4] = [Tone::Today, Tone::Proposal, Tone::Plain, Tone::Warning];

fn meanings(drawn: impl Fn(Tone) -> Vec<Item>) -> Vec<Meaning> {
    let one = |tone: Tone| {
        let name = format!("{tone:?}").to_lowercase();
        (name, theme::tone(tone).0, drawn(tone))
    };
    TONES.map(one).to_vec()
}

fn line(tone: Tone) -> Vec<Item> {
    let ends = [Point::new(0.0, 0.0), Point::new(90.0, 0.0)];
    let [from, to] = ends;
    vec![Item::from(Path {
        segments: vec![Segment::Move(from), Segment::Line(to)],
        paint: Paint::line(tone.line()),
    })]
}

#[test]
fn lines_of_a_chart_are_told_apart_by_their_dashes_and_by_colour_where_eyes_see_any() {
    assert_eq!(
        told(&meanings(line)),
        [
            "today/proposal pdt",
            "today/plain pdtg",
            "today/warning pdt",
            "proposal/plain pdt",
            "proposal/warning pdt",
            "plain/warning pdt"
        ]
    );
}

#[test]
fn columns_and_signs_of_a_chart_are_told_apart_by_form() {
    assert_eq!(
        told(&meanings(|tone| vec![tone.sign(Point::default())])).len(),
        6
    );
    let areas = meanings(|tone| tone.area(Rect::new(0.0, 0.0, 40.0, 90.0)));
    assert_eq!(told(&areas).len(), 6);
}

#[test]
fn what_a_chart_shows_is_seen_in_light_and_dark() {
    let mut pairs: Vec<(Colour, Colour, f32)> = vec![(theme::TODAY_AREA, theme::PAPER, SIGNS)];
    for tone in TONES {
        let (colour, tint) = theme::tone(tone);
        pairs.extend([(colour, theme::PAPER, LETTERS), (colour, tint, SIGNS)]);
        pairs.push((colour, theme::SHARED_TINT, SIGNS));
    }
    let mut weak = Vec::new();
    for (front, ground, least) in pairs {
        for (front, ground) in appearances(front).into_iter().zip(appearances(ground)) {
            let contrast = screen(front).relative_contrast(screen(ground));
            if contrast < least {
                weak.push(format!("{front} on {ground}: {contrast:.2} < {least}"));
            }
        }
    }
    assert!(weak.is_empty(), "{weak:#?}");
}
