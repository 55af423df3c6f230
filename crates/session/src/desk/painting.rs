//! A picture in parts that are known by key, so that only what changed is sent.
use std::collections::BTreeMap;
use std::sync::Arc;

use kaizu_model::{Placement, Point, RecordId, Rect};
use kaizu_render::scene::{Item, Scene};
use serde::Serialize;
use ts_rs::TS;

use super::shift::{shift, shifts};
use crate::requests::picture::Bare;

/// A picture, or what changed in it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Painting {
    /// The part of the plane that is shown.
    pub frame: Rect,
    /// What it shows, in words.
    pub title: String,
    /// The keys of all parts, from back to front: a record's id, with `+marks` for what lies over it, `#0` … for others.
    pub order: Vec<String>,
    /// Parts by key: all of them, or those that are new or changed.
    pub items: BTreeMap<String, Item>,
    /// How far parts that are otherwise as they were have moved, and their boxes with them.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[ts(as = "Option<BTreeMap<String, Point>>", optional)]
    pub moved: BTreeMap<String, Point>,
    /// How far each thing within a part has moved, where they went different ways and are otherwise as they were.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[ts(as = "Option<BTreeMap<String, Vec<Point>>>", optional)]
    pub parted: BTreeMap<String, Vec<Point>>,
    /// The boxes of nodes and lanes: of all of them, or those that are new or changed without having moved only.
    pub areas: BTreeMap<RecordId, Rect>,
}

/// A whole picture by key.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    painting: Painting,
    /// Where everything sits: it stays as long as the document does.
    pub(super) placement: Arc<Placement>,
}

impl Sheet {
    /// A picture by key.
    pub(super) fn of(bare: &Bare) -> Self {
        Self::keyed(bare.scene(), Arc::clone(&bare.placement), bare.title())
    }

    /// The legend of a picture by key.
    pub(super) fn of_legend(bare: &Bare) -> Self {
        Self::keyed(bare.legend(), Arc::default(), bare.title())
    }

    fn keyed(scene: Scene, placement: Arc<Placement>, title: String) -> Self {
        let mut order = Vec::with_capacity(scene.items.len());
        let mut items = BTreeMap::new();
        for (n, item) in scene.items.into_iter().enumerate() {
            let mut key = match &item {
                Item::Group(group) => group.id.map(|id| id.to_string()),
                Item::Rect(_) | Item::Path(_) | Item::Text(_) | Item::Image(_) => None,
            }
            .unwrap_or_else(|| format!("#{n}"));
            while items.contains_key(&key) {
                key.push_str("+marks");
            }
            order.push(key.clone());
            items.insert(key, item);
        }
        let painting = Painting {
            frame: scene.frame,
            title,
            order,
            items,
            moved: BTreeMap::new(),
            parted: BTreeMap::new(),
            areas: areas(&placement),
        };
        Self {
            painting,
            placement,
        }
    }

    /// The whole picture.
    pub(super) fn whole(&self) -> Painting {
        self.painting.clone()
    }

    /// What a window that has `old` lacks.
    pub(super) fn since(&self, old: &Self) -> Painting {
        let (now, old) = (&self.painting, &old.painting);
        let mut items = BTreeMap::new();
        let mut moved = BTreeMap::new();
        let mut parted = BTreeMap::new();
        for (key, item) in &now.items {
            let known = old.items.get(key);
            if known == Some(item) {
                continue;
            }
            if let Some(by) = known.and_then(|known| shift(known, item)) {
                moved.insert(key.clone(), by);
            } else if let Some(all) = known.and_then(|known| shifts(known, item)) {
                parted.insert(key.clone(), all);
            } else {
                items.insert(key.clone(), item.clone());
            }
        }
        let is_known = |id: &RecordId, area: &Rect| {
            let by = moved.get(&id.to_string()).copied().unwrap_or_default();
            old.areas.get(id).is_some_and(|known| {
                (Rect {
                    x: known.x + by.x,
                    y: known.y + by.y,
                    ..*known
                }) == *area
            })
        };
        let areas = now
            .areas
            .iter()
            .filter(|(id, area)| !is_known(id, area))
            .map(|(id, area)| (*id, *area))
            .collect();
        Painting {
            frame: now.frame,
            title: now.title.clone(),
            order: now.order.clone(),
            items,
            moved,
            parted,
            areas,
        }
    }
}

/// The boxes of lanes and nodes.
fn areas(placement: &Placement) -> BTreeMap<RecordId, Rect> {
    let lanes = placement.lanes.iter().map(|it| (it.id.into(), it.rect));
    let nodes = placement.nodes.iter().map(|it| (it.id.into(), it.rect));
    lanes.chain(nodes).collect()
}
