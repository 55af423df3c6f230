//! What could be avoided, in the units in which people count it.
use serde::Serialize;
use ts_rs::TS;

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
}
