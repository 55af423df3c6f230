//! Two flows, step by step and figure by figure.
use std::path::Path;

use kaizu_analysis::{Graph, Metrics, metrics};
use kaizu_model::{Difference, FlowId, Variant};
use kaizu_redesign::Pair;
use serde::Serialize;
use ts_rs::TS;

use super::Request;
use super::convert;
use super::figures::changes;
use super::finding::Teller;
use super::painted::painted;
use super::picture;
use crate::edition::Edition;
use crate::form::Form;
use crate::page::Page;
use crate::words::Words;
use crate::{Problem, Session};

/// Asks what differs.
#[derive(Clone, Copy, Debug)]
pub struct Compare<'a> {
    other: Option<&'a Session>,
    before: Option<FlowId>,
    after: FlowId,
}

impl<'a> Compare<'a> {
    /// With the flow of another file.
    pub fn with(other: &'a Session, flow: FlowId) -> Self {
        Self {
            other: Some(other),
            before: None,
            after: flow,
        }
    }

    /// Within one file: the as-is of a process against `chosen`, or against its first to-be where the as-is was chosen.
    pub fn within(session: &Session, chosen: FlowId) -> Result<Self, Problem> {
        let document = session.document();
        let process = document
            .flow(chosen)
            .map_err(|refusal| session.refused(&refusal))?
            .process;
        let flows = document.flows_of(process);
        let as_is = flows
            .iter()
            .find(|(_, flow)| flow.variant == Variant::AsIs)
            .map(|(id, _)| *id);
        let after = if as_is == Some(chosen) {
            flows.iter().map(|(id, _)| *id).find(|id| *id != chosen)
        } else {
            Some(chosen)
        };
        match (as_is, after) {
            (Some(before), Some(after)) => Ok(Self {
                other: None,
                before: Some(before),
                after,
            }),
            _ => Err(session.problem("nothing-to-compare", &[])),
        }
    }

    /// Of two flows of one file.
    pub fn between(before: FlowId, after: FlowId) -> Self {
        Self {
            other: None,
            before: Some(before),
            after,
        }
    }

    /// The flow that comes after.
    pub(super) fn after(&self) -> FlowId {
        self.after
    }

    /// The flow that is compared with the other, where `chosen` was asked for.
    pub fn before(&self, chosen: FlowId) -> FlowId {
        self.before.unwrap_or(chosen)
    }
}

/// What differs.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Compared {
    /// Step by step.
    pub steps: Vec<ToldPair>,
    /// The figures of the first.
    pub before: Metrics,
    /// The figures of the second.
    pub after: Metrics,
    /// The same as records.
    #[serde(skip)]
    pub(crate) pairs: Vec<Pair>,
    #[serde(skip)]
    names: Vec<String>,
    /// Office hours of a day.
    #[serde(skip)]
    day: f64,
}

/// What became of one step.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(optional_fields)]
pub struct ToldPair {
    /// eliminated, reduced, changed, new or same.
    #[ts(as = "Difference")]
    pub kind: &'static str,
    /// The step of the first flow.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// The step of the second.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// What differs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

impl Request for Compare<'_> {
    type Answer = Compared;

    fn answer(&self, session: &Session, flow: FlowId) -> Result<Compared, Problem> {
        let words = session.words();
        let other = self.other.unwrap_or(session).document();
        let first =
            Graph::of(session.document(), flow).map_err(|refusal| session.refused(&refusal))?;
        let second = Graph::of(other, self.after).map_err(|refusal| session.refused(&refusal))?;
        let (before, after) = (
            Teller::new(words, session.document(), flow),
            Teller::new(words, other, self.after),
        );
        let pairs = kaizu_redesign::compare(session.document(), flow, other, self.after)
            .map_err(|refusal| session.refused(&refusal))?;
        let name = |pair: &Pair| match (pair.after, pair.before) {
            (Some(id), _) => after.name(id),
            (None, Some(id)) => before.name(id),
            (None, None) => String::new(),
        };
        Ok(Compared {
            day: before.office_day(),
            names: pairs.iter().map(name).collect(),
            steps: pairs
                .iter()
                .map(|pair| told(words, &before, &after, pair))
                .collect(),
            before: metrics(&first),
            after: metrics(&second),
            pairs,
        })
    }
}

fn told(words: &Words, before: &Teller, after: &Teller, pair: &Pair) -> ToldPair {
    let why: Vec<String> = pair
        .why
        .iter()
        .map(|why| words.say(&format!("why-{}", why.code())))
        .collect();
    ToldPair {
        kind: pair.kind.en(),
        before: pair.before.map(|id| before.key(id)),
        after: pair.after.map(|id| after.key(id)),
        why: (!why.is_empty()).then(|| words.list(&why)),
    }
}

impl Compared {
    /// As text for people: the figures, then what differs.
    pub fn text(&self, words: &Words) -> String {
        let mut page = Page::default();
        page.line(words.say("heading-before-after"));
        page.lines(changes(words, self.day, &self.before, &self.after));
        page.heading(words.say("heading-steps"));
        for (pair, name) in self.steps.iter().zip(&self.names) {
            if pair.kind != Difference::Same.en() {
                page.line(pair.line(words, name));
            }
        }
        page.text()
    }
}

impl ToldPair {
    fn line(&self, words: &Words, name: &str) -> String {
        let kind = words.say(&format!("difference-{}", self.kind));
        let mut keys: Vec<&str> = [&self.before, &self.after]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        keys.dedup();
        let why = self
            .why
            .as_ref()
            .map(|why| format!(" ({why})"))
            .unwrap_or_default();
        format!("  {kind} {} {name}{why}", keys.join(" → "))
    }
}

/// The comparison as a file: both pictures at one scale, or the JSON form, by the ending of `path`.
pub fn file(
    session: &Session,
    question: &Compare,
    compared: &Compared,
    flow: FlowId,
    (path, page): (&Path, convert::Page),
    edition: &Edition,
) -> Result<Vec<u8>, Problem> {
    match Form::of(path) {
        Some(Form::Picture(format)) => {
            let other = question.other.unwrap_or(session);
            let drawings = picture::both((session, flow), (other, question.after), edition)?;
            painted(session, &drawings, (format, page), edition)
        }
        Some(Form::Foreign(kaizu_interchange::Format::Json)) => {
            Ok(serde_json::to_vec_pretty(compared).unwrap_or_default())
        }
        Some(Form::Project | Form::Notation) | None => {
            let endings = [".svg", ".png", ".pdf", ".json"];
            let values = [
                ("file", path.display().to_string()),
                ("endings", session.words().list(&endings)),
            ];
            Err(Problem::new(session.words(), "unknown-form", &values)
                .in_file(&path.display().to_string()))
        }
    }
}
