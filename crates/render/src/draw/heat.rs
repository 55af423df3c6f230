//! Heat: how many people speak about something, by a warmer ground and in figures.
use kaizu_model::{Language, Point, Rect};

use super::lettering::Style;
use crate::scene::{self, Colour, Item, Paint, Stroke};
use crate::theme;

/// More people than these are not counted out.
const MOST: u32 = 9999;

/// How many people speak about something, as a ground tells it. The bounds are the same in every flow, so that pictures can
/// be compared, and another voice changes no step but its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Heat {
    /// One.
    One,
    /// Up to nine.
    Several,
    /// Ten and more.
    Many,
}

impl Heat {
    /// From the coolest to the warmest.
    pub const ALL: &[Self] = &[Self::One, Self::Several, Self::Many];

    /// That of so many people; none for nobody.
    pub fn of(people: u32) -> Option<Self> {
        match people {
            0 => None,
            1 => Some(Self::One),
            2..10 => Some(Self::Several),
            _ => Some(Self::Many),
        }
    }

    /// The colour of the ground.
    pub(crate) fn colour(self) -> Colour {
        match self {
            Self::One => theme::HEAT_ONE,
            Self::Several => theme::HEAT_SEVERAL,
            Self::Many => theme::HEAT_MANY,
        }
    }
}

/// What a step stands on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Ground {
    /// Nothing is told by it.
    #[default]
    Plain,
    /// It tells how many speak about the step; here nobody does.
    Cool,
    /// Some do.
    Warm(Heat),
}

impl Ground {
    /// The ground where `people` speak about something; plain where nobody asked.
    pub(crate) fn of(people: Option<u32>) -> Self {
        people.map_or(Self::Plain, |people| {
            Heat::of(people).map_or(Self::Cool, Self::Warm)
        })
    }

    /// Its colour.
    pub(crate) fn colour(self) -> Colour {
        match self {
            Self::Plain | Self::Cool => theme::PAPER,
            Self::Warm(heat) => heat.colour(),
        }
    }

    /// Its colour from afar, where nothing else is left of a step; none where that is the colour of its medium.
    pub(crate) fn afar(self) -> Option<Colour> {
        match self {
            Self::Plain => None,
            Self::Cool => Some(theme::LINE),
            Self::Warm(heat) => Some(heat.colour()),
        }
    }

    /// Letters that explain: on a warm ground grey ones could not be read.
    pub(crate) fn letters(self) -> Colour {
        match self {
            Self::Plain | Self::Cool => theme::SECONDARY,
            Self::Warm(_) => theme::INK,
        }
    }
}

/// The number of `people` with its upper right corner at `at`.
pub(crate) fn badge(people: u32, language: Language, at: Point) -> Vec<Item> {
    let word = number(people, language);
    let width = style().width(&word) + theme::BADGE;
    let area = Rect::new(at.x - width, at.y, width, theme::BADGE);
    let ground = scene::Rect {
        area,
        radius: theme::BADGE / 2.0,
        paint: Paint::edged(theme::PAPER, Stroke::solid(theme::INK, 1.0)),
    };
    vec![ground.into(), style().centred(&word, area.centre()).into()]
}

fn number(people: u32, language: Language) -> String {
    let more = if people > MOST { "+" } else { "" };
    let people = people.min(MOST);
    match (language, people) {
        (Language::Ja, _) => format!("{people}{more}人"),
        (Language::En, 1) => "1 person".to_owned(),
        (Language::En, _) => format!("{people}{more} people"),
    }
}

fn style() -> Style {
    Style::bold(theme::BADGE_SIZE, theme::INK)
}
