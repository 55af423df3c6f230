//! What a flow takes in a year: hours, full-time equivalents, yen, sheets and letters.
//!
//! V cases, each with f executions of a step of t minutes, are V·Σ f·t/60 hours. Full-time equivalents are these hours in
//! years of one person: a measure of work, never a number of heads. What depends on something unknown is `None`, never
//! zero; what a sheet, a letter and a year of work count as is [assumed](crate::ASSUMED) where the project does not say.
use kaizu_model::{LaneKind, Medium, OfficeHours, Project, Step, StepKind, Transfer, Yen};
use serde::Serialize;
use ts_rs::TS;

use crate::assumed::{Assumed, FULL_TIME, LETTER, SHEET};
use crate::graph::{Graph, Index};
use crate::metrics::{exact, sheets};
use crate::wages::{LaneYear, lanes, personnel};

/// What a flow takes in a year.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
pub struct Yearly {
    /// The work of every lane but residents' and businesses', from top to bottom.
    pub lanes: Vec<LaneYear>,
    /// Hours of everyone but residents and businesses.
    pub staff_hours: Option<f64>,
    /// These hours in years of one person.
    pub full_time_equivalents: Option<f64>,
    /// Yen for the hours of the city's own people, and of others whose hour has a price of its own.
    pub personnel_yen: Option<f64>,
    /// Sheets that the city and who works for it print and copy.
    pub sheets: Option<f64>,
    /// Yen for these sheets.
    pub paper_yen: Option<f64>,
    /// Letters that the city and who works for it post.
    pub letters: Option<f64>,
    /// Yen for these letters.
    pub postage_yen: Option<f64>,
    /// Residents' and businesses' hours, with the ways and waits that are recorded besides.
    pub resident_hours: Option<f64>,
    /// How often residents and businesses come in person.
    pub resident_visits: Option<f64>,
    /// Yen for residents' hours; only where the project counts them as yen.
    pub resident_yen: Option<f64>,
}

impl Yearly {
    /// Yen that the city spends: people, paper and postage.
    pub fn yen(&self) -> Option<f64> {
        Some(self.personnel_yen? + self.paper_yen? + self.postage_yen?)
    }
}

/// What `graph` takes in a year, before rounding.
pub fn yearly(graph: &Graph) -> Yearly {
    let Some((volume, _)) = graph.volume().zip(graph.visits()) else {
        return Yearly::default();
    };
    let project = graph.document.projects().next().map(|(_, project)| project);
    let full_time = or(
        project
            .and_then(|it| it.hours_per_year)
            .map(OfficeHours::get),
        FULL_TIME,
    );
    let times = |price: f64| move |amount: Option<f64>| amount.map(|amount| amount * price);
    let of_year = times(volume);
    let per_case = exact(graph);
    let staff_hours = per_case.staff_hours_per_year;
    let lanes = lanes(graph, project, volume, full_time);
    let sheets = of_year(used(graph, sheets_known));
    let letters = of_year(used(graph, letters));
    let minutes = per_case.resident_min_per_case;
    let resident_hours = of_year(minutes.map(|it| (it + under_way(graph)) / 60.0));
    let yen = |own: fn(&Project) -> Option<Yen>| project.and_then(own).map(Yen::get);
    Yearly {
        personnel_yen: personnel(graph, &lanes),
        lanes,
        staff_hours,
        full_time_equivalents: times(1.0 / full_time)(staff_hours),
        sheets,
        paper_yen: times(or(yen(|it| it.yen_per_sheet), SHEET))(sheets),
        letters,
        postage_yen: times(or(yen(|it| it.yen_per_letter), LETTER))(letters),
        resident_hours,
        resident_visits: of_year(per_case.resident_visits_per_case),
        resident_yen: yen(|it| it.yen_per_resident_hour)
            .and_then(|price| times(price)(resident_hours)),
    }
}

/// Years until what is spent once comes back; `None` where nothing is saved.
pub fn payback_years(spent_yen: f64, saved_yen_per_year: f64) -> Option<f64> {
    (saved_yen_per_year > 0.0).then(|| spent_yen / saved_yen_per_year)
}

fn or(own: Option<f64>, assumed: Assumed) -> f64 {
    own.unwrap_or(assumed.amount)
}

/// Whether the city pays for what is used up here.
fn is_for_the_city(graph: &Graph, node: Index) -> bool {
    graph.is_staff(node) && graph.lane_kind(node) != Some(LaneKind::External)
}

/// What the city uses up a case; unknown as soon as it is for one node that is executed.
fn used(graph: &Graph, amount: fn(&Graph, Index) -> Option<f64>) -> Option<f64> {
    let executed = graph
        .indices()
        .filter(|n| graph.visit(*n) > 0.0 && is_for_the_city(graph, *n));
    executed
        .map(|n| Some(amount(graph, n)? * graph.visit(n)))
        .sum()
}

/// Sheets of one execution; a step of which nobody knows what is done may print.
fn sheets_known(graph: &Graph, node: Index) -> Option<f64> {
    let is_known = |step: &Step| step.kind.is_some() || step.sheets.is_some();
    graph
        .step(node)
        .is_none_or(is_known)
        .then(|| sheets(graph, node))
}

/// Letters of one execution: what travels by post. Where nobody says how it travels, paper that is sent is posted, and
/// of what is handed to somebody it is unknown.
fn letters(graph: &Graph, node: Index) -> Option<f64> {
    let travelling = || {
        graph
            .leaving(node)
            .filter(|arrow| arrow.edge.transfer.is_some())
    };
    if travelling().next().is_some() {
        let posted = travelling().filter(|arrow| arrow.edge.transfer == Some(Transfer::Post));
        return Some(posted.map(|arrow| arrow.share).sum());
    }
    let Some(step) = graph.step(node) else {
        return Some(0.0);
    };
    let kind = step.kind?;
    if !matches!(kind, StepKind::Send | StepKind::Notify) {
        return Some(0.0);
    }
    if step.medium_out? == Medium::Paper {
        (kind == StepKind::Send).then_some(1.0)
    } else {
        Some(0.0)
    }
}

/// Minutes a case that residents are on their way and wait, as far as they are recorded besides the minutes of the steps.
fn under_way(graph: &Graph) -> f64 {
    let own = graph.steps().filter(|(n, _)| graph.is_customers(*n));
    own.filter_map(|(n, step)| Some(step.travel?.get() * graph.visit(n)))
        .sum()
}

#[cfg(test)]
pub(crate) mod tests {
    use kaizu_model::{Document, ProjectId, Record, RecordId, notation};

    use super::*;

    pub(crate) fn year_in(project: Project, text: &str) -> Yearly {
        let document = notation::parse(text).unwrap();
        let flow = document.first_flow().unwrap();
        let project = (RecordId::from(ProjectId(9999)), Record::Project(project));
        let records = document.records().map(|(id, it)| (id, it.clone()));
        let document: Document = records.chain([project]).collect();
        yearly(&Graph::of(&document, flow).unwrap())
    }

    fn year(text: &str) -> Yearly {
        year_in(Project::default(), text)
    }

    pub(crate) fn yen(amount: f64) -> Option<Yen> {
        Yen::try_from(amount).ok()
    }

    fn assert_near(is: Option<f64>, expected: f64) {
        let is = is.unwrap();
        assert!((is - expected).abs() < 0.06, "{is}, not {expected}");
    }

    #[test]
    fn hours_are_years_of_one_person_and_yen_as_the_city_says() {
        // 宇城市: 22,654 hours are 11.8 people. つくば市: 1,400 hours are about 3.7 million yen.
        let one = |n: u32| format!("@年間件数 {n}件\n課: 働く 60分 [入力]\n");
        let all = year(&one(22_654));
        assert_near(all.staff_hours, 22_654.0);
        assert_near(all.full_time_equivalents, 11.8);
        assert_eq!((all.personnel_yen, all.yen()), (None, None));
        let own = || Project {
            yen_per_hour: yen(2643.0),
            ..Project::default()
        };
        assert_near(year_in(own(), &one(1400)).yen(), 3_700_200.0);
        let short = Project {
            hours_per_year: OfficeHours::try_from(1000.0).ok(),
            ..own()
        };
        assert_near(year_in(short, &one(1400)).full_time_equivalents, 1.4);
    }

    #[test]
    fn a_large_flow_is_as_it_was_reckoned_by_hand() {
        let text = include_str!("../../../samples/special-fixed-benefit.flow");
        let all = year(text);
        assert_near(all.staff_hours, 18_756.8);
        assert_near(all.full_time_equivalents, 9.77);
        let lanes = all.lanes.iter().map(|lane| lane.hours);
        assert_near(lanes.sum(), 18_756.8);
        assert_near(all.resident_hours, 27_221.5);
        // 15 % of 30,000 are printed; every one is told by a letter.
        assert_near(all.sheets, 4500.0);
        assert_near(all.paper_yen, 45_000.0);
        assert_near(all.letters, 30_000.0);
        assert_near(all.postage_yen, 3_300_000.0);
    }

    #[test]
    fn what_travels_by_post_is_a_letter_and_what_nobody_says_is_unknown() {
        let letters = |step: &str, arrow: &str| {
            let text = format!(
                "@年間件数 10件\n課: 送る {step}\n  → 受ける{arrow}\n住民: 受ける 1分 [受領]\n"
            );
            year(&text).letters
        };
        assert_eq!(letters("[通知 紙]", " [郵送]"), Some(10.0));
        assert_eq!(letters("[通知 紙]", " [手渡し]"), Some(0.0));
        assert_eq!(letters("[送付 紙]", ""), Some(10.0));
        assert_eq!(letters("[送付 紙]", " [庁内便]"), Some(0.0));
        assert_eq!(letters("[送付 紙→FAX]", ""), Some(0.0));
        assert_eq!(letters("[入力 紙]", ""), Some(0.0));
        for unknown in ["[通知 紙]", "[送付]", ""] {
            assert_eq!(letters(unknown, ""), None, "{unknown}");
        }
    }

    #[test]
    fn what_is_unknown_is_not_nothing() {
        let all = year(
            "@年間件数 10件\n課: 働く 60分\n課: もっと働く\n住民: 来る 20分\n  接点: 対面\n  移動: 40分\n",
        );
        assert_eq!((all.staff_hours, all.sheets), (None, None));
        assert_near(all.resident_hours, 10.0);
        assert_near(all.resident_visits, 10.0);
        assert_eq!(all.resident_yen, None);
        assert_eq!(year("課: 働く 60分 [入力]\n"), Yearly::default());
    }

    #[test]
    fn what_saves_nothing_never_pays_back() {
        assert_near(payback_years(3_000_000.0, 1_200_000.0), 2.5);
        assert_eq!(payback_years(3_000_000.0, 0.0), None);
        assert_eq!(payback_years(0.0, -1.0), None);
    }
}
