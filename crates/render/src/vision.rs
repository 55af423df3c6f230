//! How the colours of the picture look to every eye: what is told apart by colour, what by form, and whether it can be read.
mod eyes;
mod tones;

use kaizu_model::{Difference, Language, Level, Medium, Point, Rect};
use palette::color_difference::Wcag21RelativeContrast;

use crate::draw::forms::{self, Heat, Shaft};
use crate::scene::{Colour, Item, Paint, Stroke};
use crate::theme::{self, Strip};
use eyes::{appearances, screen, told_by_colour};

/// The least contrast of letters, and of signs, with their ground (WCAG 2.1, AA).
const LETTERS: f32 = 4.5;
/// See [`LETTERS`].
const SIGNS: f32 = 3.0;

/// `item` in black: nothing but its form is left.
fn form(item: &Item) -> Item {
    let black = Colour(0);
    let paint = |paint: &Paint| Paint {
        fill: paint.fill.map(|_| black),
        stroke: paint.stroke.clone().map(|stroke| Stroke {
            colour: black,
            ..stroke
        }),
    };
    let mut item = item.clone();
    match &mut item {
        Item::Group(group) => group.items = group.items.iter().map(form).collect(),
        Item::Rect(rect) => rect.paint = paint(&rect.paint),
        Item::Path(path) => path.paint = paint(&path.paint),
        Item::Text(text) => text.colour = black,
        Item::Image(_) => {}
    }
    item
}

/// One meaning in its place: what it is called, its colour, and what is drawn for it.
type Meaning = (String, Colour, Vec<Item>);

fn box_at() -> Rect {
    Rect::new(0.0, 0.0, 162.0, 64.0)
}

fn strips() -> Vec<Meaning> {
    let one = |medium: &Medium| {
        let (ground, _) = Strip::of(*medium).colours();
        (
            medium.en().to_owned(),
            ground,
            forms::strip(*medium, box_at()),
        )
    };
    Medium::ALL.iter().map(one).collect()
}

fn differences() -> Vec<Meaning> {
    // What stays as it is has no mark.
    let all = Difference::ALL.iter().filter(|it| **it != Difference::Same);
    let one = |it: &Difference| {
        let items = forms::border(*it, box_at());
        (it.en().to_owned(), theme::difference(*it), items)
    };
    all.map(one).collect()
}

fn severities() -> Vec<Meaning> {
    let one = |level: &Level| {
        let items = forms::flag(*level, Language::Ja, Point::default());
        (level.en().to_owned(), theme::severity(*level), items)
    };
    Level::ALL.iter().map(one).collect()
}

fn voices() -> Vec<Meaning> {
    let [staff, residents] = forms::counters(Rect::new(0.0, 0.0, 18.0, 18.0));
    vec![
        ("staff".to_owned(), theme::STAFF, staff),
        ("residents".to_owned(), theme::RESIDENT, residents),
    ]
}

fn heats() -> Vec<Meaning> {
    let one = |people: &u32| {
        let (colour, items) = forms::heat(*people, Point::default());
        (people.to_string(), colour, items)
    };
    let nobody = ("0".to_owned(), theme::PAPER, Vec::new());
    let some = [1, 5, 50];
    [nobody].into_iter().chain(some.iter().map(one)).collect()
}

fn arrows() -> Vec<Meaning> {
    let ends = [Point::new(0.0, 0.0), Point::new(90.0, 0.0)];
    let shafts = [
        Shaft::Plain,
        Shaft::Thing,
        Shaft::Data,
        Shaft::Voice,
        Shaft::Back,
    ];
    let colour = |shaft: Shaft| match shaft {
        Shaft::Back => theme::ARROW_BACK,
        Shaft::Plain | Shaft::Thing | Shaft::Data | Shaft::Voice => theme::ARROW,
    };
    shafts
        .map(|shaft| {
            let items = forms::arrow(&ends, shaft);
            (format!("{shaft:?}").to_lowercase(), colour(shaft), items)
        })
        .to_vec()
}

/// How each pair of meanings that stand in one place is told apart besides by its form, which differs always: by whose
/// eyes.
fn told(place: &[Meaning]) -> Vec<String> {
    let mut told = Vec::new();
    for (n, (one, colour, items)) in place.iter().enumerate() {
        for (two, other, others) in &place[n + 1..] {
            let has_form = items.iter().map(form).ne(others.iter().map(form));
            assert!(has_form, "{one} and {two} differ by colour at most");
            let eyes = told_by_colour(*colour, *other);
            told.push(format!("{one}/{two} {eyes}").trim_end().to_owned());
        }
    }
    told
}

#[test]
fn differences_are_told_apart_by_line_and_word_where_colours_are_too_near() {
    assert_eq!(
        told(&differences()),
        [
            "eliminated/reduced pdt",
            "eliminated/changed pdt",
            "eliminated/new pdt",
            "reduced/changed pdt",
            "reduced/new pdt",
            "changed/new pd"
        ]
    );
}

#[test]
fn severities_are_told_apart_by_the_cut_of_the_flag_and_its_word() {
    assert_eq!(
        told(&severities()),
        [
            "high/medium t",
            "high/low pdt",
            "high/info pdt",
            "medium/low pdt",
            "medium/info pdt",
            "low/info"
        ]
    );
}

#[test]
fn the_two_voices_are_told_apart_by_square_and_circle() {
    assert_eq!(told(&voices()), ["staff/residents pt"]);
}

#[test]
fn heats_are_told_apart_by_their_number_and_by_colour_where_eyes_see_any() {
    assert_eq!(
        told(&heats()),
        [
            "0/1 pdt",
            "0/5 pdtg",
            "0/50 pdtg",
            "1/5 pdt",
            "1/50 pdtg",
            "5/50 pdt"
        ]
    );
}

#[test]
fn arrows_are_told_apart_by_their_line() {
    assert_eq!(
        told(&arrows()),
        [
            "plain/thing",
            "plain/data",
            "plain/voice",
            "plain/back pdtg",
            "thing/data",
            "thing/voice",
            "thing/back pdtg",
            "data/voice",
            "data/back pdtg",
            "voice/back pdtg"
        ]
    );
}

#[test]
fn media_are_told_apart_by_icon_and_most_by_texture_and_colour_too() {
    let told = told(&strips());
    assert_eq!(told.len(), 45);
    let by_colour = told.iter().filter(|it| it.contains(" pdt")).count();
    assert_eq!(by_colour, 18, "{told:#?}");
}

/// Letters and what they stand on.
fn letters() -> Vec<(Colour, Colour)> {
    let grounds = [
        theme::PAPER,
        theme::BAND,
        theme::HEAD,
        theme::HEAD_RESIDENT,
        theme::PHASE,
    ];
    let mut pairs: Vec<(Colour, Colour)> = grounds
        .into_iter()
        .flat_map(|ground| [(theme::INK, ground), (theme::SECONDARY, ground)])
        .collect();
    // On a warm ground all letters are dark.
    pairs.extend(Heat::ALL.iter().map(|heat| (theme::INK, heat.colour())));
    let filled = [
        theme::STAFF,
        theme::severity(Level::High),
        theme::severity(Level::Medium),
    ];
    let badges = Difference::ALL
        .iter()
        .filter(|it| **it != Difference::Same)
        .map(|it| theme::difference(*it));
    pairs.extend(
        filled
            .into_iter()
            .chain(badges)
            .map(|it| (theme::PAPER, it)),
    );
    pairs.extend([
        (theme::RESIDENT, theme::PAPER),
        (theme::severity(Level::Low), theme::PAPER),
        (theme::severity(Level::Info), theme::PAPER),
        (theme::EXAMPLE, theme::EXAMPLE_GROUND),
    ]);
    pairs
}

/// Signs and what they stand on.
fn signs() -> Vec<(Colour, Colour)> {
    let strips = [
        Strip::Paper,
        Strip::Digital,
        Strip::Excel,
        Strip::Voice,
        Strip::Cash,
    ];
    let mut pairs = vec![
        (theme::BORDER, theme::PAPER),
        (theme::SECONDARY, theme::LINE),
    ];
    for ground in [theme::PAPER, theme::BAND] {
        pairs.extend([(theme::ARROW, ground), (theme::ARROW_BACK, ground)]);
        let borders = Difference::ALL
            .iter()
            .filter(|it| **it != Difference::Same)
            .map(|it| theme::difference(*it));
        pairs.extend(borders.map(|border| (border, ground)));
    }
    pairs.extend(strips.map(|strip| (theme::ARROW, strip.colours().0)));
    // The icon of a kind, and the sign in a gateway.
    pairs.extend(
        Heat::ALL
            .iter()
            .flat_map(|heat| [theme::INK, theme::ARROW].map(|sign| (sign, heat.colour()))),
    );
    pairs
}

#[test]
fn letters_and_signs_can_be_read_in_light_and_dark() {
    let mut weak = Vec::new();
    let all = [(letters(), LETTERS), (signs(), SIGNS)];
    for (pairs, least) in all {
        for (front, ground) in pairs {
            let pairs = appearances(front).into_iter().zip(appearances(ground));
            for (front, ground) in pairs {
                let contrast = screen(front).relative_contrast(screen(ground));
                if contrast < least {
                    weak.push(format!("{front} on {ground}: {contrast:.2} < {least}"));
                }
            }
        }
    }
    assert!(weak.is_empty(), "{weak:#?}");
}
