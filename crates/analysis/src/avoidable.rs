//! What could be avoided: what the claims of findings amount to.
use std::collections::BTreeMap;

use kaizu_model::NodeId;
use serde::Serialize;
use ts_rs::TS;

use crate::finding::{Claim, Finding};
use crate::graph::Graph;
use crate::lead::saved;

/// What could be avoided. Unknown where the volume or the minutes are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, TS)]
pub struct Avoidable {
    /// Staff minutes a year.
    pub staff_minutes_per_year: Option<f64>,
    /// Residents' minutes a year.
    pub resident_minutes_per_year: Option<f64>,
    /// Office hours of a case.
    pub lead_hours: Option<f64>,
    /// Sheets a year.
    pub sheets_per_year: Option<f64>,
    /// Mistakes a year.
    pub errors_per_year: Option<f64>,
}

impl Avoidable {
    /// Both together; unknown where one of them is.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        let sum = |a: Option<f64>, b: Option<f64>| a.zip(b).map(|(a, b)| a + b);
        Self {
            staff_minutes_per_year: sum(self.staff_minutes_per_year, other.staff_minutes_per_year),
            resident_minutes_per_year: sum(
                self.resident_minutes_per_year,
                other.resident_minutes_per_year,
            ),
            lead_hours: sum(self.lead_hours, other.lead_hours),
            sheets_per_year: sum(self.sheets_per_year, other.sheets_per_year),
            errors_per_year: sum(self.errors_per_year, other.errors_per_year),
        }
    }

    /// The same in `volume` cases, where it is what could be avoided in one.
    pub(crate) fn in_cases(self, volume: Option<f64>) -> Self {
        let all = |amount: Option<f64>| amount.zip(volume).map(|(amount, cases)| amount * cases);
        Self {
            staff_minutes_per_year: all(self.staff_minutes_per_year),
            resident_minutes_per_year: all(self.resident_minutes_per_year),
            lead_hours: self.lead_hours,
            sheets_per_year: all(self.sheets_per_year),
            errors_per_year: all(self.errors_per_year),
        }
    }
}

/// What the claims of several findings amount to: the largest claim on each step, never the sum.
pub fn union<'f>(graph: &Graph, findings: impl IntoIterator<Item = &'f Finding>) -> Avoidable {
    let mut largest: BTreeMap<NodeId, Claim> = BTreeMap::new();
    for finding in findings {
        for (node, claim) in &finding.claims {
            let known = largest.entry(*node).or_default();
            *known = known.larger(*claim);
        }
    }
    amount(graph, &largest).in_cases(graph.volume())
}

/// What the claims on single steps amount to in one case.
pub(crate) fn amount(graph: &Graph, claims: &BTreeMap<NodeId, Claim>) -> Avoidable {
    let mut staff = Some(0.0);
    let mut residents = Some(0.0);
    let (mut sheets, mut errors) = (0.0, 0.0);
    for (id, claim) in claims {
        let Some(node) = graph.index(*id) else {
            continue;
        };
        let visits = graph.visit(node);
        let side = if graph.is_customers(node) {
            &mut residents
        } else {
            &mut staff
        };
        if claim.minutes_share > 0.0 {
            *side = side
                .zip(graph.minutes(node))
                .map(|(sum, minutes)| sum + visits * claim.minutes_share * minutes);
        }
        sheets += visits * claim.sheets;
        errors += visits * claim.errors;
    }
    Avoidable {
        staff_minutes_per_year: staff,
        resident_minutes_per_year: residents,
        lead_hours: saved(graph, claims),
        sheets_per_year: Some(sheets),
        errors_per_year: Some(errors),
    }
}
