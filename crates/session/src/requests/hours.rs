//! Where the hours of a case go, how sure the figures are, and what should be measured first.
use kaizu_analysis::{Graph, Parts, Range, Ranges, breakdown, measure_first, ranges};
use kaizu_model::{Document, Medium, StepKind};
use serde::Serialize;
use ts_rs::TS;

use super::finding::Teller;
use super::office_time;
use crate::page::Page;
use crate::words::Words;

/// A part of the work on a case.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Slice {
    /// What it is called.
    pub name: String,
    /// Person-minutes of a case.
    pub minutes_per_case: f64,
    /// Its part of all minutes of staff, from 0 to 1.
    pub share: f64,
    /// Office hours of waiting before these steps.
    pub wait_hours_per_case: f64,
}

/// Where the hours of a case go that the city works on it.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct Hours {
    /// By who works.
    pub lanes: Vec<Slice>,
    /// By what is done.
    pub kinds: Vec<Slice>,
    /// By what the result is on.
    pub media: Vec<Slice>,
}

/// A step whose minutes should be measured.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ToMeasure {
    /// Which step.
    pub step: String,
    /// What it is called.
    pub name: String,
    /// By how many minutes a case the figures could lie apart because of it; unknown where nothing was entered.
    pub minutes_per_case: Option<f64>,
    /// Its part of everything that is uncertain, from 0 to 1.
    pub share: Option<f64>,
}

/// How the work of a case is spread, and how sure that is.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Spread {
    /// Where the hours go.
    pub hours: Hours,
    /// The ranges of the figures; unknown where a loop never ends.
    pub ranges: Option<Ranges>,
    /// What should be measured first, three at most.
    pub measure_first: Vec<ToMeasure>,
}

impl Spread {
    /// That of the flow of `graph`.
    pub(super) fn of(graph: &Graph, teller: &Teller, words: &Words) -> Self {
        Self {
            hours: hours(graph, words),
            ranges: ranges(graph),
            measure_first: measure_first(graph)
                .into_iter()
                .map(|it| ToMeasure {
                    step: teller.key(it.node),
                    name: teller.plain_name(it.node),
                    minutes_per_case: it.minutes_per_case,
                    share: it.share,
                })
                .collect(),
        }
    }

    /// As text for people, onto `page`.
    pub(super) fn tell(&self, page: &mut Page, words: &Words, document: &Document) {
        let ranges: Vec<String> = self
            .ranges
            .iter()
            .flat_map(|it| told(words, document, it))
            .collect();
        if !ranges.is_empty() {
            page.heading(words.say("heading-ranges"));
            page.lines(ranges);
        }
        if !self.measure_first.is_empty() {
            let n = self.measure_first.len().to_string();
            page.heading(words.tell("heading-measure", &[("n", n)]));
            page.lines(self.measure_first.iter().map(|it| it.line(words)));
        }
        for (id, slices) in [
            ("heading-lanes", &self.hours.lanes),
            ("heading-kinds", &self.hours.kinds),
            ("heading-media", &self.hours.media),
        ] {
            if !slices.is_empty() {
                page.heading(words.say(id));
                page.lines(slices.iter().map(|it| it.line(words, document)));
            }
        }
    }
}

fn hours(graph: &Graph, words: &Words) -> Hours {
    let parts = breakdown(graph);
    let language = words.language();
    let kind = |kind: &Option<StepKind>| kind.map(|it| it.word(language).to_owned());
    let medium = |medium: &Option<Medium>| medium.map(|it| it.word(language).to_owned());
    let unknown = |word: Option<String>| word.unwrap_or_else(|| words.say("unknown"));
    let lane = |id: &kaizu_model::LaneId| graph.document.lane(*id).map(|lane| lane.name.clone());
    Hours {
        lanes: slices(&parts.lanes, |id| unknown(lane(id).ok())),
        kinds: slices(&parts.kinds, |it| unknown(kind(it))),
        media: slices(&parts.media, |it| unknown(medium(it))),
    }
}

fn slices<K>(parts: &Parts<K>, name: impl Fn(&K) -> String) -> Vec<Slice> {
    let all: f64 = parts.iter().map(|(_, taken)| taken.minutes).sum();
    let slice = |(key, taken): &(K, kaizu_analysis::Taken)| Slice {
        name: name(key),
        minutes_per_case: taken.minutes,
        share: if all > 0.0 { taken.minutes / all } else { 0.0 },
        wait_hours_per_case: taken.wait_hours,
    };
    parts.iter().map(slice).collect()
}

/// The figures that have a range, each as a line.
fn told(words: &Words, document: &Document, ranges: &Ranges) -> Vec<String> {
    let day = office_time::day(document);
    let line = |name: &str, range: Option<Range>, number: &dyn Fn(f64) -> String| {
        let range = range.filter(|range| !range.is_exact())?;
        let values = [
            ("label", words.say(&format!("figure-{name}"))),
            ("low", number(range.low)),
            ("high", range.high.map(number).unwrap_or_default()),
        ];
        let id = if range.high.is_some() {
            "figure-range"
        } else {
            "figure-at-least"
        };
        Some(format!("  {}", words.tell(id, &values)))
    };
    let with_unit = |name: &'static str| {
        move |value: f64| {
            format!(
                "{} {}",
                Words::number(value),
                words.say(&format!("figure-{name}-unit"))
            )
        }
    };
    let staff = "staff-min-per-case";
    let residents = "resident-min-per-case";
    let yearly = "staff-hours-per-year";
    [
        line(staff, Some(ranges.staff_min_per_case), &with_unit(staff)),
        line(
            residents,
            Some(ranges.resident_min_per_case),
            &with_unit(residents),
        ),
        line("lead-working-hours", ranges.lead_working_hours, &|hours| {
            office_time::told(words, day, hours, false)
        }),
        line(yearly, ranges.staff_hours_per_year, &with_unit(yearly)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

impl ToMeasure {
    fn line(&self, words: &Words) -> String {
        let step = format!("{} {}", self.step, self.name);
        let told = match (self.minutes_per_case, self.share) {
            (Some(minutes), Some(share)) => words.tell(
                "measure-share",
                &[
                    ("step", step),
                    ("minutes", Words::number(minutes)),
                    ("percent", Words::number((share * 100.0).round())),
                ],
            ),
            (Some(minutes), None) => words.tell(
                "measure-apart",
                &[("step", step), ("minutes", Words::number(minutes))],
            ),
            (None, _) => words.tell("measure-missing", &[("step", step)]),
        };
        format!("  {told}")
    }
}

impl Slice {
    fn line(&self, words: &Words, document: &Document) -> String {
        let day = office_time::day(document);
        let values = [
            ("name", self.name.clone()),
            ("minutes", Words::number(self.minutes_per_case)),
            ("percent", Words::number((self.share * 100.0).round())),
            (
                "wait",
                office_time::told(words, day, self.wait_hours_per_case, false),
            ),
        ];
        let id = if self.wait_hours_per_case > 0.0 {
            "slice-waiting"
        } else {
            "slice"
        };
        format!("  {}", words.tell(id, &values))
    }
}
