//! Figures that stand in where a project has none of its own, in one table, each with where it comes from.

use kaizu_model::OfficeHours;

/// A figure for a city that has not entered its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Assumed {
    /// What it is, and the key of its sentence.
    pub id: &'static str,
    /// How much, in the unit that the id ends with.
    pub amount: f64,
    /// Where it was published.
    pub source: &'static str,
}

/// Working hours of one full-time person a year.
pub(crate) const FULL_TIME: Assumed = Assumed {
    id: "full-time-hours",
    amount: OfficeHours::A_YEAR,
    source: "宇城市 全庁業務量調査(22,654時間 = 11.8人)",
};

/// A year's days on which the office is open: without weekends, holidays and the turn of the year.
pub(crate) const OFFICE_DAYS: Assumed = Assumed {
    id: "office-days",
    amount: 242.0,
    source: "地方自治法4条の2第2項の休日を除いた日数(2024年244日、2025年241日、2026年240日)",
};

/// What a printed sheet costs: what the state asks for a black-and-white copy.
pub(crate) const SHEET: Assumed = Assumed {
    id: "sheet-yen",
    amount: 10.0,
    source: "行政機関の保有する情報の公開に関する法律施行令 別表第一(複写機による写し1枚)",
};

/// What a letter costs: one of standard size, up to 50 g.
pub(crate) const LETTER: Assumed = Assumed {
    id: "letter-yen",
    amount: 110.0,
    source: "日本郵便 定形郵便物50gまで(2024年10月1日から)",
};

/// All of them. What an hour of staff costs is not among them: that is each city's own.
pub const ASSUMED: &[Assumed] = &[FULL_TIME, OFFICE_DAYS, SHEET, LETTER];
