//! A picture in parts that are known by key, as a window gets it: whole, or what changed in it.
use std::collections::BTreeMap;

use kaizu_model::{Point, RecordId, Rect};
use kaizu_render::scene::{Item, Scene};
use serde::Serialize;
use ts_rs::TS;

/// A picture, or what changed in it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
#[ts(optional_fields)]
pub struct Painting {
    /// The part of the plane that is shown.
    pub frame: Rect,
    /// What it shows, in words.
    pub title: String,
    /// The keys of all parts, from back to front: a record's id, with `+riders` or `+marks` for what lies over it, `#0` …
    /// for others. Of a window that has them, only where parts changed places.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<Vec<String>>,
    /// Otherwise what came, each with what lies right under it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<NewPart>>")]
    pub placed: Vec<NewPart>,
    /// And what went.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<String>>")]
    pub dropped: Vec<String>,
    /// Parts by key: all of them, or those that are new or changed.
    pub items: BTreeMap<String, Item>,
    /// Parts that are otherwise as they were have moved, and their boxes with them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<MovedParts>>")]
    pub moved: Vec<MovedParts>,
    /// Parts that are otherwise as they were but for their places: how far the corner and the size of boxes, the points of
    /// paths and the left end of texts lie from where they were, from back to front; of so many in a row, how far each.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[ts(as = "Option<BTreeMap<String, Vec<(u32, f64, f64)>>>")]
    pub reshaped: BTreeMap<String, Vec<(u32, f64, f64)>>,
    /// The boxes of nodes and lanes: of all of them, or those that are new or changed without having moved only.
    pub areas: BTreeMap<RecordId, Rect>,
}

/// A part that came into a picture.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(optional_fields)]
pub struct NewPart {
    /// Its key.
    pub key: String,
    /// The key of what lies right under it; nothing does where it is the first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub over: Option<String>,
}

/// Parts that moved alike.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct MovedParts {
    /// How far.
    pub by: Point,
    /// Which, in the order of all parts: behind how many, and how many in a row.
    pub runs: Vec<(usize, usize)>,
}

impl MovedParts {
    /// Nothing yet.
    pub(super) fn by(by: Point) -> Self {
        let runs = Vec::new();
        Self { by, runs }
    }

    /// Another part, further along than the last.
    pub(super) fn push(&mut self, at: usize) {
        match self.runs.last_mut() {
            Some((from, n)) if *from + *n == at => *n += 1,
            _ => self.runs.push((at, 1)),
        }
    }
}

impl Painting {
    /// A whole picture whose things have no keys of their own.
    pub(super) fn of_scene(scene: Scene) -> Self {
        let keyed = scene.items.into_iter().enumerate();
        let keyed: Vec<(String, Item)> = keyed.map(|(n, item)| (format!("#{n}"), item)).collect();
        Self {
            frame: scene.frame,
            title: scene.title,
            order: Some(keyed.iter().map(|(key, _)| key.clone()).collect()),
            items: keyed.into_iter().collect(),
            ..Self::default()
        }
    }
}
