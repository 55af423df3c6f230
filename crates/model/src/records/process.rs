//! A process (業務): what is done, for whom, how often, and what must come out.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Follow, Refers};
use crate::{Calendar, ItemId, Pattern, ProcessKind, Quantity};

/// A process (業務): what is done, for whom, how often, and what must come out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Process {
    /// What a file calls it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// What people call it.
    pub name: String,
    /// For whom and to what end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// How one knows that it succeeded (成果指標).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
    /// The laws and rules it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<_>")]
    pub laws: Vec<String>,
    /// The section in charge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// What it is in law.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<ProcessKind>,
    /// Whether the figures are invented (例示).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(as = "Option<_>")]
    pub is_illustrative: bool,
    /// Cases a year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub volume_per_year: Option<Quantity>,
    /// Cases in the usual season.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub volume_normal: Option<Quantity>,
    /// Cases in the busy season.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub volume_at_peak: Option<Quantity>,
    /// Days the busy season lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub peak_days: Option<Quantity>,
    /// Cases a year outside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub volume_off_peak: Option<Quantity>,
    /// Cases that are in hand at once (滞留件数), as somebody counted them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub backlog: Option<Quantity>,
    /// The life event that leads here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub life_event: Option<String>,
    /// The published standard period (標準処理期間), in days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standard_days: Option<Quantity>,
    /// What must have been produced when a case ends.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<_>")]
    pub required_outputs: Vec<ItemId>,
    /// How cases arrive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrivals: Option<Arrivals>,
}

impl Process {
    /// A process of which only the name is known.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            key: None,
            name: name.into(),
            purpose: None,
            outcome: None,
            laws: Vec::new(),
            section: None,
            kind: None,
            is_illustrative: false,
            volume_per_year: None,
            volume_normal: None,
            volume_at_peak: None,
            peak_days: None,
            volume_off_peak: None,
            backlog: None,
            life_event: None,
            standard_days: None,
            required_outputs: Vec::new(),
            arrivals: None,
        }
    }
}

impl Refers for Process {
    fn refer(&mut self, follow: Follow) -> bool {
        super::each(&mut self.required_outputs, follow);
        true
    }
}

/// How cases arrive.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Arrivals {
    /// Cases an hour of the calendar.
    pub per_hour: Quantity,
    /// How they are spread.
    pub pattern: Pattern,
    /// When the hours count.
    pub calendar: Calendar,
}
