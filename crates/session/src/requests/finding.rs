//! A finding in the form that leaves Kaizu: facts and the sentences made from them.
use std::collections::BTreeMap;

use kaizu_analysis::{Avoidable, Fact, Finding, Graph, Gravity, Theme, Waste, Weighing};
use kaizu_model::{ComplaintId, Document, FlowId, NodeId, RecordId};
use serde::Serialize;
use ts_rs::TS;

use super::office_time;
use super::told_verdict::ToldVerdict;
use crate::problem::called;
use crate::words::{Value, Words};

/// A finding as it is printed.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(optional_fields)]
pub struct Told {
    /// The detector's code.
    pub detector: &'static str,
    /// What it is called.
    pub name: String,
    /// What it is about.
    pub theme: Theme,
    /// Which of the eight wastes it is; absent where only the drawing is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waste: Option<Waste>,
    /// Where.
    pub steps: Vec<String>,
    /// About what.
    pub items: Vec<String>,
    /// How much it weighs: high, medium, low or info.
    #[ts(as = "kaizu_model::Level")]
    pub level: &'static str,
    /// How that came about.
    pub weight: Weighing,
    /// How sure the figures are.
    pub confidence: f64,
    /// What could be avoided.
    pub avoidable: Avoidable,
    /// Why it counts for less.
    pub guards: Vec<String>,
    /// What was seen, and how much of it could be avoided.
    pub sentence: String,
    /// The same without the amounts, for those who show them apart.
    pub seen: String,
    /// Why that is waste.
    pub why: String,
    /// What can be done.
    pub what_to_do: String,
    /// Which voices say so: their places in the list of voices.
    pub complaints: Vec<usize>,
    /// Which rewrites answer it.
    pub rewrites: Vec<&'static str>,
    /// The numbers and names behind the sentence.
    pub facts: BTreeMap<&'static str, Fact>,
    /// Where, for those who know the records.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<_>")]
    pub at: Vec<RecordId>,
    /// What people decided about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verdict: Option<ToldVerdict>,
}

/// What findings of one flow are told with.
pub struct Teller<'a> {
    words: &'a Words,
    document: &'a Document,
    flow: FlowId,
    keys: BTreeMap<RecordId, String>,
    voices: Vec<ComplaintId>,
}

impl<'a> Teller<'a> {
    /// For the findings of `flow`.
    pub fn new(words: &'a Words, document: &'a Document, flow: FlowId) -> Self {
        Self {
            words,
            document,
            flow,
            keys: kaizu_interchange::keys(document, flow),
            voices: document.complaints_of(flow).map(|(id, _)| id).collect(),
        }
    }

    /// Office hours of a day.
    pub(crate) fn office_day(&self) -> f64 {
        office_time::day(self.document)
    }

    /// The id under which a record appears outside.
    pub fn key(&self, id: impl Into<RecordId>) -> String {
        let id = id.into();
        self.keys
            .get(&id)
            .cloned()
            .unwrap_or_else(|| id.to_string())
    }

    /// What a node is called, in quotes.
    pub fn name(&self, id: NodeId) -> String {
        self.quoted(&called(self.document, id.into()))
    }

    /// What a node is called.
    pub fn plain_name(&self, id: NodeId) -> String {
        called(self.document, id.into())
    }

    /// The places of voices in the list of voices.
    pub fn voices(&self, ids: &[ComplaintId]) -> Vec<usize> {
        ids.iter()
            .filter_map(|id| self.voices.iter().position(|other| other == id))
            .collect()
    }

    /// A finding with its sentences.
    pub fn tell(&self, graph: &Graph, finding: &Finding) -> Told {
        let values = self.values(graph, finding);
        let borrowed: Vec<Value> = values
            .iter()
            .map(|(name, text)| (name.as_str(), text.clone()))
            .collect();
        let say = |part: &str| {
            self.words
                .tell(&format!("finding-{}{part}", finding.id), &borrowed)
        };
        let amount = self.amount(finding);
        let milder = finding.gravity == Gravity::Warning
            && self.words.has(&format!("finding-{}-warning", finding.id));
        let seen = say(if milder {
            "-warning"
        } else if finding.is_played {
            "-played"
        } else {
            ""
        });
        let escaped = self.escaped(finding);
        Told {
            detector: finding.code,
            name: say("-name"),
            theme: finding.theme,
            waste: finding.waste,
            steps: finding.nodes.iter().map(|id| self.key(*id)).collect(),
            items: finding
                .items
                .iter()
                .map(|id| called(self.document, (*id).into()))
                .collect(),
            level: finding.level.en(),
            weight: finding.weight,
            confidence: finding.confidence,
            avoidable: finding.avoidable,
            guards: finding
                .guards
                .iter()
                .map(|guard| self.words.say(&format!("guard-{}", guard.code())))
                .collect(),
            sentence: self.joined(&[seen.clone(), amount, escaped.clone()]),
            seen: self.joined(&[seen, escaped]),
            why: say("-why"),
            what_to_do: say("-do"),
            complaints: self.voices(&finding.complaints),
            rewrites: finding.rewrites.to_vec(),
            facts: finding.facts.clone(),
            at: Vec::new(),
            verdict: ToldVerdict::of(self.document, self.flow, finding),
        }
    }

    /// Which record each name of a step stands for.
    pub fn keys(&self) -> BTreeMap<String, RecordId> {
        let pairs = self.keys.iter();
        pairs.map(|(id, key)| (key.clone(), *id)).collect()
    }

    /// How many more mistakes would get through without the check, where that is known.
    fn escaped(&self, finding: &Finding) -> String {
        match finding.facts.get("escaped_per_year") {
            Some(Fact::Number(more)) => self
                .words
                .tell("more-errors", &[("n", Words::number(*more))]),
            Some(Fact::Names(_)) | None => String::new(),
        }
    }

    /// Sentences one after the other, as the language sets them.
    fn joined(&self, sentences: &[String]) -> String {
        let said: Vec<&str> = sentences
            .iter()
            .map(String::as_str)
            .filter(|sentence| !sentence.is_empty())
            .collect();
        said.join(match self.words.language() {
            kaizu_model::Language::Ja => "",
            kaizu_model::Language::En => " ",
        })
    }

    /// What the sentences can mention: every fact, and the steps and items by name.
    fn values(&self, graph: &Graph, finding: &Finding) -> Vec<(String, String)> {
        let steps: Vec<String> = finding
            .nodes
            .iter()
            .map(|id| self.quoted(&called(graph.document, (*id).into())))
            .collect();
        let items: Vec<String> = finding
            .items
            .iter()
            .map(|id| called(self.document, (*id).into()))
            .collect();
        let mut values = vec![
            ("steps".to_owned(), self.words.list(&steps)),
            ("items".to_owned(), self.words.list(&items)),
        ];
        for (name, fact) in &finding.facts {
            let text = match fact {
                Fact::Number(number) => {
                    values.push((format!("{name}_percent"), Words::number(number * 100.0)));
                    Words::number(*number)
                }
                Fact::Names(names) => self.words.list(
                    &names
                        .iter()
                        .map(|name| self.quoted(name))
                        .collect::<Vec<_>>(),
                ),
            };
            values.retain(|(known, _)| known != name);
            values.push(((*name).to_owned(), text));
        }
        values
    }

    /// A name in quotes.
    pub(crate) fn quoted(&self, name: &str) -> String {
        self.words.tell("quoted", &[("name", name.to_owned())])
    }

    /// The yearly amount behind a finding, as a sentence; empty where nothing is known.
    fn amount(&self, finding: &Finding) -> String {
        let hours = |minutes: Option<f64>| {
            minutes
                .filter(|minutes| *minutes > 0.0)
                .map(|minutes| minutes / 60.0)
        };
        let parts: Vec<String> = [
            (
                "amount-staff",
                hours(finding.avoidable.staff_minutes_per_year),
            ),
            (
                "amount-residents",
                hours(finding.avoidable.resident_minutes_per_year),
            ),
            (
                "amount-lead",
                finding.avoidable.lead_hours.filter(|hours| *hours > 0.0),
            ),
            (
                "amount-sheets",
                finding
                    .avoidable
                    .sheets_per_year
                    .filter(|sheets| *sheets > 0.0),
            ),
        ]
        .into_iter()
        .filter_map(|(id, amount)| {
            amount.map(|amount| self.words.tell(id, &[("n", Words::number(amount))]))
        })
        .collect();
        if parts.is_empty() {
            return String::new();
        }
        self.words
            .tell("amount", &[("parts", self.words.list(&parts))])
    }
}

impl Told {
    /// As lines for people.
    pub fn lines(&self, words: &Words) -> Vec<String> {
        let head = format!(
            "  {} {}  {}",
            self.detector,
            self.name,
            self.steps.join(" → ")
        );
        let body = [&self.sentence, &self.why, &self.what_to_do]
            .map(|sentence| format!("      {sentence}"));
        let guards = self.guards.iter().map(|guard| format!("      ※ {guard}"));
        let judged = self.verdict.iter().map(|said| said.line(words));
        std::iter::once(head)
            .chain(body)
            .chain(guards)
            .chain(judged)
            .collect()
    }
}
