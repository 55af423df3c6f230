//! A picture in parts that are known by key, so that only what changed is sent.
use std::collections::BTreeMap;

use kaizu_model::{Placement, RecordId, Rect};
use kaizu_render::scene::{Item, Scene};
use serde::Serialize;
use ts_rs::TS;

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
    /// The boxes of all nodes and lanes.
    pub areas: BTreeMap<RecordId, Rect>,
}

/// A whole picture by key.
#[derive(Clone, Debug)]
pub(super) struct Sheet(Painting);

impl Sheet {
    /// A picture by key.
    pub(super) fn of(bare: Bare) -> Self {
        Self::keyed(bare.scene, &bare.placement, bare.title)
    }

    /// The legend of a picture by key.
    pub(super) fn of_legend(bare: Bare) -> Self {
        Self::keyed(bare.legend, &Placement::default(), bare.title)
    }

    fn keyed(scene: Scene, placement: &Placement, title: String) -> Self {
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
        Self(Painting {
            frame: scene.frame,
            title,
            order,
            items,
            areas: areas(placement),
        })
    }

    /// The whole picture.
    pub(super) fn whole(&self) -> Painting {
        self.0.clone()
    }

    /// What a window that has `old` lacks.
    pub(super) fn since(&self, old: &Self) -> Painting {
        let changed = self
            .0
            .items
            .iter()
            .filter(|(key, item)| old.0.items.get(*key) != Some(*item));
        Painting {
            frame: self.0.frame,
            title: self.0.title.clone(),
            order: self.0.order.clone(),
            items: changed
                .map(|(key, item)| (key.clone(), item.clone()))
                .collect(),
            areas: self.0.areas.clone(),
        }
    }
}

/// The boxes of lanes and nodes.
fn areas(placement: &Placement) -> BTreeMap<RecordId, Rect> {
    let lanes = placement.lanes.iter().map(|it| (it.id.into(), it.rect));
    let nodes = placement.nodes.iter().map(|it| (it.id.into(), it.rect));
    lanes.chain(nodes).collect()
}
