//! What a window has of the picture of a flow, and what becomes of it after an edit: only what changed is drawn.
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kaizu_model::{Point, Rect};
use kaizu_render::scene::Item;
use kaizu_render::{Part, PartKey, bare_frame, between, reshaped, shift};

use super::painting::{MovedParts, NewPart, Painting};
use crate::requests::picture::Bare;

/// A whole picture by key.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) source: Bare,
    /// Beside the parts of the source, one by one.
    drawn: Vec<Drawn>,
}

/// A part where it was drawn, and how far it has moved since.
#[derive(Clone, Debug)]
struct Drawn {
    item: Arc<Item>,
    by: Point,
}

impl Sheet {
    /// The picture of `source`, and all of it for a window that has nothing.
    pub(super) fn shown(source: Bare) -> (Self, Painting) {
        let parts = source.parts();
        let mut told = Told::default();
        let drawn = parts.iter().map(|part| told.anew(part)).collect();
        told.painting.order = Some(keys(&parts));
        let painting = told.painting(around(&source));
        (Self { source, drawn }, painting)
    }

    /// The picture of `source` in place of this one, and what a window that has this one lacks.
    pub(super) fn next(&self, source: Bare) -> (Self, Painting) {
        let (parts, had) = (source.parts(), self.source.parts());
        let known = had.iter().zip(&self.drawn);
        let known: BTreeMap<PartKey, (&Part<'_>, &Drawn)> = known
            .map(|(part, drawn)| (part.key, (part, drawn)))
            .collect();
        let mut told = Told::default();
        let drawn = parts.iter().enumerate();
        let drawn = drawn.map(|(at, part)| match known.get(&part.key) {
            Some((before, drawn)) => told.follow((at, part), before, drawn),
            None => told.anew(part),
        });
        let drawn = drawn.collect();
        told.order(&parts, &had, |key| known.contains_key(&key));
        let painting = told.painting(around(&source));
        (Self { source, drawn }, painting)
    }
}

/// A painting of nothing, as large as the picture and called as it is.
fn around(source: &Bare) -> Painting {
    Painting {
        frame: bare_frame(source.placement()),
        title: source.title.clone(),
        ..Painting::default()
    }
}

fn keys(parts: &[Part<'_>]) -> Vec<String> {
    parts.iter().map(|part| part.key.to_string()).collect()
}

impl From<Item> for Drawn {
    fn from(item: Item) -> Self {
        Self {
            item: item.into(),
            by: Point::default(),
        }
    }
}

impl Drawn {
    fn further(&self, by: Point) -> Self {
        Self {
            item: Arc::clone(&self.item),
            by: Point::new(self.by.x + by.x, self.by.y + by.y),
        }
    }
}

/// What changed from one picture to the next.
#[derive(Default)]
struct Told {
    painting: Painting,
    /// By the bits of how far.
    moved: BTreeMap<[u64; 2], MovedParts>,
}

impl Told {
    /// Draws `part`, which was not there before.
    fn anew(&mut self, part: &Part<'_>) -> Drawn {
        let item = part.draw();
        let areas = part.area().map(|area| (part.record(), area));
        self.painting.areas.extend(areas);
        self.painting
            .items
            .insert(part.key.to_string(), item.clone());
        item.into()
    }

    /// What becomes of `drawn`, the picture of `before`, where `part` is there now, the one behind `at` others.
    fn follow(
        &mut self,
        (at, part): (usize, &Part<'_>),
        before: &Part<'_>,
        drawn: &Drawn,
    ) -> Drawn {
        if let Some(by) = part.moved_since(before) {
            self.moved(at, by);
            return drawn.further(by);
        }
        let item = part.draw();
        if let Some(far) = shift(&drawn.item, &item) {
            let by = between(drawn.by, far);
            self.moved(at, by);
            self.area(part, before, by);
            return drawn.further(by);
        }
        let key = part.key.to_string();
        if let Some(runs) = reshaped(&drawn.item, drawn.by, &item) {
            let runs = runs.into_iter().map(|(n, by)| (n, by.x, by.y));
            self.painting.reshaped.insert(key, runs.collect());
        } else {
            self.painting.items.insert(key, item.clone());
        }
        self.area(part, before, Point::default());
        item.into()
    }

    fn moved(&mut self, at: usize, by: Point) {
        if (by.x, by.y) == (0.0, 0.0) {
            return;
        }
        let alike = self.moved.entry([by.x.to_bits(), by.y.to_bits()]);
        alike.or_insert_with(|| MovedParts::by(by)).push(at);
    }

    /// The box of `part`, where it is not that of `before`, moved `by`.
    fn area(&mut self, part: &Part<'_>, before: &Part<'_>, by: Point) {
        let known = before.area().map(|it| Rect {
            x: it.x + by.x,
            y: it.y + by.y,
            ..it
        });
        let area = part.area().filter(|area| known != Some(*area));
        let area = area.map(|area| (part.record(), area));
        self.painting.areas.extend(area);
    }

    /// In which order parts lie, as far as that is news for who has `had`.
    fn order(&mut self, parts: &[Part<'_>], had: &[Part<'_>], was_there: impl Fn(PartKey) -> bool) {
        let now: BTreeSet<PartKey> = parts.iter().map(|it| it.key).collect();
        let stayed = parts.iter().map(|it| it.key).filter(|it| was_there(*it));
        let left = had.iter().map(|it| it.key).filter(|it| now.contains(it));
        if !stayed.eq(left) {
            self.painting.order = Some(keys(parts));
            return;
        }
        let gone = had.iter().filter(|it| !now.contains(&it.key));
        self.painting.dropped = gone.map(|it| it.key.to_string()).collect();
        let below = [None].into_iter().chain(parts.iter().map(Some));
        let came = parts.iter().zip(below).filter(|(it, _)| !was_there(it.key));
        self.painting.placed = came
            .map(|(part, below)| NewPart {
                key: part.key.to_string(),
                over: below.map(|it| it.key.to_string()),
            })
            .collect();
    }

    fn painting(self, around: Painting) -> Painting {
        Painting {
            frame: around.frame,
            title: around.title,
            moved: self.moved.into_values().collect(),
            ..self.painting
        }
    }
}
