//! The whole file: a municipality's processes and the figures they share.
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Follow, Refers};
use crate::{OfficeHours, Share, Yen};

/// The whole file: a municipality's processes and the figures they share.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Project {
    /// What people call it.
    pub name: String,
    /// The municipality (団体名).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// The fiscal year it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fiscal_year: Option<u32>,
    /// How far the reform is: 0 awareness, 1 policy, 2 organisation, 3 doing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u32>,
    /// The year to which the staff forecast looks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target_year: Option<u32>,
    /// The share of today's staff in that year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staff_factor: Option<Share>,
    /// Office hours of a day; 7.75 where unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours_per_day: Option<OfficeHours>,
    /// Working hours of one full-time person a year; 1,920 where unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours_per_year: Option<OfficeHours>,
    /// Cost of an hour of staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yen_per_hour: Option<Yen>,
    /// Cost of an hour by role (職位), where it differs.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[ts(as = "Option<_>")]
    pub yen_per_hour_by_role: BTreeMap<String, Yen>,
    /// Cost of a printed sheet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yen_per_sheet: Option<Yen>,
    /// Cost of a letter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yen_per_letter: Option<Yen>,
    /// What an hour of a resident is counted as; off where unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yen_per_resident_hour: Option<Yen>,
    /// What the working time of staff counts when findings are weighed. Only the ratio of the four weights matters; 0.35
    /// where unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight_of_staff: Option<Share>,
    /// What the time of residents counts; 0.35 where unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight_of_residents: Option<Share>,
    /// What the time from receipt to result counts; 0.15 where unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight_of_lead: Option<Share>,
    /// What the voices count; 0.15 where unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight_of_voices: Option<Share>,
}

impl Refers for Project {
    fn refer(&mut self, follow: Follow) -> bool {
        let _ = follow;
        true
    }
}
