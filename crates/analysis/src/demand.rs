//! How many cases come in an hour of work, in the usual season and at the peak, and how many hours of work there are.
use kaizu_model::{Batch, Document, OfficeHours, Pattern, Project, Quantity};

use crate::graph::Graph;

/// Office hours of a day: the project's own, else the usual 7.75.
pub fn hours_a_day(document: &Document) -> f64 {
    of_project(document, |project| project.hours_per_day).unwrap_or(OfficeHours::A_DAY)
}

/// Working hours of one full-time person a year: the project's own, else the usual 1,920.
pub fn hours_a_year(document: &Document) -> f64 {
    of_project(document, |project| project.hours_per_year).unwrap_or(OfficeHours::A_YEAR)
}

/// Office days from one time at which collected work is done to the next; `None` where each case is done by itself.
pub fn days_between(batch: Batch) -> Option<f64> {
    match batch {
        Batch::None => None,
        Batch::Daily => Some(1.0),
        Batch::Weekly => Some(5.0),
        Batch::Monthly => Some(20.0),
    }
}

fn of_project(document: &Document, hours: fn(&Project) -> Option<OfficeHours>) -> Option<f64> {
    let own = document.projects().find_map(|(_, project)| hours(project));
    own.map(OfficeHours::get).filter(|hours| *hours > 0.0)
}

/// How many cases come, each figure where people recorded enough to tell.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Demand {
    /// Cases an hour of work outside the busy season; over the whole year where no such season is known.
    pub normal: Option<f64>,
    /// The busy season.
    pub peak: Option<Peak>,
}

/// A time in which more cases come than usual.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Peak {
    /// Cases an hour of work.
    pub cases_per_hour: f64,
    /// How many hours of work it lasts, where known.
    pub hours: Option<f64>,
}

impl Peak {
    /// How many cases come in all of it, where known.
    pub fn cases(self) -> Option<f64> {
        self.hours.map(|hours| hours * self.cases_per_hour)
    }
}

/// How many cases come. Recorded arrivals count before volumes.
pub fn demand(graph: &Graph) -> Demand {
    let process = graph.process;
    let peak = peak(graph);
    let steady = arrivals(graph).filter(|(pattern, _)| *pattern != Pattern::Burst);
    let seasons = [process.volume_normal, process.volume_off_peak];
    let outside: f64 = seasons.into_iter().filter_map(known).sum();
    let rest = match known(process.volume_per_year) {
        Some(all) => Some((all - peak.and_then(Peak::cases).unwrap_or(0.0)).max(0.0)),
        None => (outside > 0.0).then_some(outside),
    };
    let hours = hours_a_year(graph.document) - peak.and_then(|it| it.hours).unwrap_or(0.0);
    let spread = rest.filter(|_| hours > 0.0).map(|cases| cases / hours);
    Demand {
        normal: steady.map(|(_, rate)| rate).or(spread),
        peak,
    }
}

/// The busy season. What arrives all at once (一斉) does so until the cases of the busy season, or else of the year, have
/// come. Days of a peak are counted as days on which people work, which makes the least of it.
fn peak(graph: &Graph) -> Option<Peak> {
    let process = graph.process;
    let busy = known(process.volume_at_peak);
    let at_once = arrivals(graph).filter(|(pattern, _)| *pattern == Pattern::Burst);
    if let Some((_, rate)) = at_once {
        let cases = busy.or(known(process.volume_per_year));
        return Some(Peak {
            cases_per_hour: rate,
            hours: cases.map(|cases| cases / rate),
        });
    }
    let hours = known(process.peak_days)? * hours_a_day(graph.document);
    Some(Peak {
        cases_per_hour: busy? / hours,
        hours: Some(hours),
    })
}

/// How cases arrive, where people recorded it, and how many an hour of work: where that is always (常時), day and night are
/// hours of work.
fn arrivals(graph: &Graph) -> Option<(Pattern, f64)> {
    let arrivals = graph.process.arrivals?;
    Some((arrivals.pattern, known(Some(arrivals.per_hour))?))
}

fn known(volume: Option<Quantity>) -> Option<f64> {
    volume.map(Quantity::get).filter(|cases| *cases > 0.0)
}

#[cfg(test)]
mod tests {
    use kaizu_model::{ProjectId, Record, RecordId, notation};

    use super::*;

    fn assert_near(is: Option<f64>, expected: f64) {
        assert!(
            is.is_some_and(|is| (is - expected).abs() < 1e-9),
            "{is:?}, not {expected}"
        );
    }

    fn with(head: &str) -> Demand {
        let document = notation::parse(&format!("{head}\n窓口: 受ける 12分 [受領]\n")).unwrap();
        demand(&Graph::of(&document, document.first_flow().unwrap()).unwrap())
    }

    #[test]
    fn the_busy_season_is_told_from_the_rest_of_the_year() {
        let head = "@年間件数 9600件\n@ピーク件数 3100件\n@ピーク日数 20日";
        let demand = with(head);
        assert_near(demand.peak.map(|peak| peak.cases_per_hour), 20.0);
        assert_near(demand.peak.and_then(|peak| peak.hours), 155.0);
        assert_near(demand.normal, 6500.0 / 1765.0);
        let unknown = with("@ピーク件数 3100件");
        assert_eq!(unknown, Demand::default());
        let apart = with("@通常期件数 1500件\n@閑散期件数 420件");
        assert_near(apart.normal, 1.0);
    }

    #[test]
    fn arrivals_count_before_volumes() {
        let steady = with("@年間件数 100件\n@到着 12件/時 不規則 開庁時間");
        assert_near(steady.normal, 12.0);
        assert!(steady.peak.is_none());
        let always = with("@到着 12件/時 均等 常時");
        assert_near(always.normal, 12.0);
        let rush = with("@年間件数 20000件\n@到着 500件/時 一斉 開庁時間");
        assert_near(rush.peak.and_then(|peak| peak.hours), 40.0);
        assert_near(rush.peak.and_then(Peak::cases), 20000.0);
        assert_near(rush.normal, 0.0);
    }

    #[test]
    fn a_project_has_its_own_hours() {
        let project = Project {
            hours_per_day: OfficeHours::try_from(7.5).ok(),
            hours_per_year: OfficeHours::try_from(1800.0).ok(),
            ..Project::default()
        };
        let record: (RecordId, Record) = (ProjectId(1).into(), project.into());
        let document: Document = [record].into_iter().collect();
        assert_near(Some(hours_a_day(&document)), 7.5);
        assert_near(Some(hours_a_year(&document)), 1800.0);
        assert_near(Some(hours_a_day(&Document::default())), 7.75);
        assert_near(Some(hours_a_year(&Document::default())), 1920.0);
    }
}
