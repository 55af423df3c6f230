//! What stands for a node: its size, and the room of the text in or beside it.
use kaizu_model::{Rect, Weight};

use crate::course::Course;
use crate::grid::Side;
use crate::text::{Broken, Style};

/// The box of a step.
pub(crate) const STEP: (f64, f64) = (162.0, 64.0);
/// Steps grow by a line, titles outside by a letter and a half: a small change of a text moves nothing else.
const GROWTH: f64 = 16.0;
/// The flag of a finding over the upper left corner of a step.
const FLAG: (f64, f64) = (28.0, 14.0);
/// The counters of voices at its lower right corner: how far they reach to the left and below.
const COUNTERS: (f64, f64) = (30.0, 8.0);
/// Between a sign and its title.
const TITLE_GAP: f64 = 3.0;
/// From the middle of a sign to a title over its right half: to its left edge, and up to its bottom.
const ASIDE: (f64, f64) = (9.0, 14.0);
/// Below a step's title: the counters of voices stand on the corner there.
pub(crate) const BOTTOM: f64 = 10.0;

/// The letters of a title outside its sign.
pub(crate) const TITLE: Style = Style::new(12.0, Weight::Regular);

/// Where the title of a sign stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Title {
    /// In the box.
    Inside,
    /// Over the sign.
    Above,
    /// Under the sign.
    Below,
    /// Over its right half, between the arrows that leave up and to the right.
    Aside,
}

/// What stands for a node, without its letters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Sign {
    /// Width and height of the box.
    pub size: (f64, f64),
    /// Where the title stands.
    pub title_at: Title,
    /// The width and the number of lines of a title outside the box; nothing of one in it.
    title: (f64, usize),
}

impl Sign {
    /// From the middle of the box to the top of all.
    pub(crate) fn above(&self) -> f64 {
        let half = self.size.1 / 2.0;
        match self.title_at {
            Title::Inside | Title::Below => half,
            Title::Above => half + self.outside(),
            Title::Aside => half.max(ASIDE.1 + TITLE.height(self.title.1)),
        }
    }

    /// From the middle of the box to the bottom of all.
    pub(crate) fn below(&self) -> f64 {
        self.size.1 / 2.0
            + if self.title_at == Title::Below {
                self.outside()
            } else {
                0.0
            }
    }

    /// The width of all.
    pub(crate) fn width(&self) -> f64 {
        let title = self.title.0;
        match self.title_at {
            Title::Inside => self.size.0,
            Title::Above | Title::Below => grown(self.size.0, title),
            Title::Aside => grown(self.size.0, 2.0 * (ASIDE.0 + title)),
        }
    }

    /// The side at which the title leaves no room for arrows.
    pub(crate) fn closed(&self) -> Option<Side> {
        if self.title.1 == 0 {
            return None;
        }
        match self.title_at {
            Title::Inside | Title::Aside => None,
            Title::Above => Some(Side::Top),
            Title::Below => Some(Side::Bottom),
        }
    }

    /// Whether arrows may only touch the middle of each side.
    pub(crate) fn has_corners(&self) -> bool {
        self.title_at != Title::Inside
    }

    /// The ground of a title outside the box at `rect`.
    pub(crate) fn title_ground(&self, rect: Rect) -> Option<Rect> {
        if self.title.1 == 0 {
            return None;
        }
        let (width, height) = (self.title.0, TITLE.height(self.title.1));
        let centre = rect.centre();
        let (x, y) = match self.title_at {
            Title::Inside => return None,
            Title::Above => (centre.x - width / 2.0, rect.y - TITLE_GAP - height),
            Title::Below => (centre.x - width / 2.0, rect.bottom() + TITLE_GAP),
            Title::Aside => (centre.x + ASIDE.0, centre.y - ASIDE.1 - height),
        };
        Some(Rect::new(x, y, width, height))
    }

    /// Where findings and voices stand out of the box at `rect`, whether there are any or not.
    pub(crate) fn marks(&self, rect: Rect) -> Vec<Rect> {
        if self.has_corners() {
            return Vec::new();
        }
        let (flag, counters) = (FLAG, COUNTERS);
        vec![
            Rect::new(rect.x, rect.y - flag.1, flag.0, flag.1),
            Rect::new(
                rect.right() - counters.0,
                rect.bottom(),
                counters.0 + 9.0,
                counters.1,
            ),
        ]
    }

    fn outside(&self) -> f64 {
        if self.title.1 == 0 {
            0.0
        } else {
            TITLE_GAP + TITLE.height(self.title.1)
        }
    }
}

/// Puts each title that stands outside where no arrow leaves or comes: over the sign, under it, else
/// over its right half.
pub(crate) fn turn_titles(signs: &mut [Sign], course: &Course) {
    let mut is_used = vec![[false; 4]; signs.len()];
    for (way, path) in course.shape.ways.iter().zip(&course.paths) {
        if let ([first, second, ..], [.., before, last]) = (path.as_slice(), path.as_slice()) {
            is_used[way.from][first.towards(*second) as usize] = true;
            is_used[way.to][last.towards(*before) as usize] = true;
        }
    }
    for (sign, is_used) in signs.iter_mut().zip(is_used) {
        if sign.has_corners() {
            sign.title_at = match is_used {
                [_, _, _, false] => Title::Above,
                [_, false, _, true] => Title::Below,
                [_, true, _, true] => Title::Aside,
            };
        }
    }
}

/// The box of a step in which a title of `height` stands below `top`.
pub(crate) fn step(top: f64, height: f64) -> Sign {
    Sign {
        size: (STEP.0, grown(STEP.1, top + height + BOTTOM)),
        title_at: Title::Inside,
        title: (0.0, 0),
    }
}

/// A square of `side` with its title outside.
pub(crate) fn outside(side: f64, title: &Broken) -> Sign {
    Sign {
        size: (side, side),
        title_at: Title::Above,
        title: (title.widest().ceil(), title.len()),
    }
}

/// What is at least `needed`, in fixed steps from `least` up.
fn grown(least: f64, needed: f64) -> f64 {
    least + GROWTH * ((needed - least) / GROWTH).ceil().max(0.0)
}
