//! What a section chief can turn to see what becomes of the work.
use std::collections::BTreeMap;

use kaizu_model::RecordId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is asked: each is a page with its own levers and pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "TrialQuestion")]
pub enum Question {
    /// What if more or fewer come, or all at once?
    Volume,
    /// What if there are fewer people, up to a year far away?
    Staff,
    /// What if more come electronically?
    Channel,
    /// What if desks share their people?
    Pooling,
    /// What if a rush is spread over waves?
    Waves,
    /// How does the better flow fare beside today's?
    Compare,
}

/// What is turned. Everything that is not said stays as it is today.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Levers {
    /// Cases a year, where the process says nothing or something else.
    #[ts(optional)]
    pub per_year: Option<f64>,
    /// How many people work in a lane, where the flow says nothing or something else.
    #[ts(type = "{ [lane: string]: number }")]
    pub people: BTreeMap<RecordId, f64>,
    /// So many times as many cases.
    pub volume: f64,
    /// So much of everybody who is there.
    pub staff: f64,
    /// So many cases that all come in a few days.
    #[ts(optional)]
    pub at_once: Option<u64>,
    /// Within so many office days they come.
    pub at_once_days: f64,
    /// In so many waves.
    pub waves: u32,
    /// So many days lie between the beginnings of two waves.
    pub wave_days: u32,
    /// The part of the cases that comes electronically.
    #[ts(optional)]
    pub online: Option<f64>,
    /// Lanes that share their people.
    pub pooled: Vec<RecordId>,
    /// The year from which one looks ahead, and the year up to which.
    pub from_year: i32,
    /// The year up to which one looks ahead.
    pub to_year: i32,
    /// The better flow that is played beside today's.
    #[ts(optional)]
    pub to_be: Option<RecordId>,
}

impl Default for Levers {
    fn default() -> Self {
        Self {
            per_year: None,
            people: BTreeMap::new(),
            volume: 1.0,
            staff: 1.0,
            at_once: None,
            at_once_days: 1.0,
            waves: 1,
            wave_days: 14,
            online: None,
            pooled: Vec::new(),
            from_year: 2026,
            to_year: 2040,
            to_be: None,
        }
    }
}

impl Levers {
    /// What is known of today: the levers that say what the flow does not, and none that changes it.
    #[must_use]
    pub fn today(&self) -> Self {
        Self {
            per_year: self.per_year,
            people: self.people.clone(),
            ..Self::default()
        }
    }
}
