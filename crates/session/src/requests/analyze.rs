//! The figures and findings of a flow.
use std::collections::BTreeMap;

use kaizu_analysis::{Avoidable, Finding, Graph, Metrics, find_in, metrics, protected, union};
use kaizu_model::{Cancel, FlowId, Outcome, Step};
use serde::Serialize;
use ts_rs::TS;

use super::Request;
use super::figures::figures;
use super::finding::{Teller, Told};
use super::hours::Spread;
use super::office_time::day;
use super::year::Year;
use crate::page::Page;
use crate::words::Words;
use crate::{Problem, Session};

/// Asks for figures and findings.
#[derive(Clone, Debug, Default)]
pub struct Analyze {
    /// What became of the flow when it was played, where it was: what is found of time and chance is seen there.
    pub outcome: Option<Outcome>,
    /// Stops the search.
    pub cancel: Cancel,
}

/// A step that stays.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Kept {
    /// Which step.
    pub step: String,
    /// What it is called.
    pub name: String,
    /// Why.
    pub reason: String,
}

/// What was not entered, so that figures that need it are unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct UnknownInputs {
    /// Steps without minutes.
    pub minutes: Vec<String>,
    /// Steps without a wait.
    pub waits: Vec<String>,
    /// Whether the cases a year are unknown.
    pub volume: bool,
}

/// Figures and findings.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Analysis {
    /// What the process is called.
    pub process: String,
    /// Whether the figures are invented.
    pub illustrative: bool,
    /// The figures.
    pub metrics: Metrics,
    /// Expected executions a case.
    pub visit_ratios: BTreeMap<String, f64>,
    /// What was seen.
    pub findings: Vec<Told>,
    /// What could be avoided altogether: the union, never the sum.
    pub total_avoidable: Avoidable,
    /// What must stay.
    pub protected: Vec<Kept>,
    /// What was not entered.
    pub unknown_inputs: UnknownInputs,
    /// Where the hours go, how sure the figures are, and what to measure first.
    #[serde(flatten)]
    pub spread: Spread,
    /// What the flow takes in a year, how busy people are, and what slips through.
    pub year: Year,
}

impl Request for Analyze {
    type Answer = Analysis;

    fn answer(&self, session: &Session, flow: FlowId) -> Result<Analysis, Problem> {
        analyzed(session, flow, self.outcome.as_ref(), &self.cancel).map(|(analysis, _)| analysis)
    }
}

/// Figures and findings of `flow`, which became `outcome` where it was played, and the findings behind them.
pub(crate) fn analyzed(
    session: &Session,
    flow: FlowId,
    outcome: Option<&Outcome>,
    cancel: &Cancel,
) -> Result<(Analysis, Vec<Finding>), Problem> {
    let graph = Graph::of(session.document(), flow).map_err(|refusal| session.refused(&refusal))?;
    let graph = graph.with_outcome(outcome);
    let teller = Teller::new(session.words(), session.document(), flow);
    let findings = find_in(&graph, cancel);
    let visits = graph.visits().unwrap_or_default();
    let millionths = |f: &f64| (f * 1e6).round() / 1e6;
    let analysis = Analysis {
        process: graph.process.name.clone(),
        illustrative: graph.process.is_illustrative,
        metrics: metrics(&graph),
        visit_ratios: visits
            .iter()
            .enumerate()
            .map(|(n, f)| (teller.key(graph.id(n)), millionths(f)))
            .collect(),
        total_avoidable: union(&graph, &findings),
        findings: findings
            .iter()
            .map(|finding| teller.tell(&graph, finding))
            .collect(),
        unknown_inputs: unknown_inputs(&graph, &teller),
        spread: Spread::of(&graph, &teller, session.words()),
        year: Year::of(&graph),
        protected: protected(&graph)
            .into_iter()
            .map(|(node, guard)| Kept {
                step: teller.key(graph.id(node)),
                name: graph.name(node).to_owned(),
                reason: session.words().say(&format!("guard-{}", guard.code())),
            })
            .collect(),
    };
    Ok((analysis, findings))
}

/// What was not entered about the flow of `graph`.
pub(crate) fn unknown_inputs_of(session: &Session, graph: &Graph) -> UnknownInputs {
    let teller = Teller::new(session.words(), session.document(), graph.flow);
    unknown_inputs(graph, &teller)
}

/// Steps that are executed and lack a figure.
fn unknown_inputs(graph: &Graph, teller: &Teller) -> UnknownInputs {
    let executed = || {
        graph
            .steps()
            .filter(|(n, _)| graph.visits().is_none() || graph.visit(*n) > 0.0)
    };
    let keys = |lacks: &dyn Fn(&Step) -> bool| {
        executed()
            .filter(|(_, step)| lacks(step))
            .map(|(n, _)| teller.key(graph.id(n)))
            .collect()
    };
    UnknownInputs {
        minutes: keys(&|step| step.minutes.is_none()),
        waits: keys(&|step| step.wait.is_none()),
        volume: graph.volume().is_none(),
    }
}

impl UnknownInputs {
    fn lines(&self, words: &Words) -> Vec<String> {
        let steps = |id: &str, steps: &[String]| {
            (!steps.is_empty())
                .then(|| format!("  {}", words.tell(id, &[("steps", words.list(steps))])))
        };
        let volume = self
            .volume
            .then(|| format!("  {}", words.say("unknown-volume")));
        [
            steps("unknown-minutes", &self.minutes),
            steps("unknown-waits", &self.waits),
            volume,
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

impl Kept {
    /// As a line for people.
    pub(super) fn line(&self) -> String {
        format!("  {} {}  {}", self.step, self.name, self.reason)
    }
}

impl Analysis {
    /// As text for people.
    pub fn text(&self, session: &Session) -> String {
        let words = session.words();
        let mut page = Page::default();
        page.line(title(words, &self.process, self.illustrative));
        page.heading(words.say("heading-figures"));
        page.lines(figures(words, day(session.document()), &self.metrics));
        let unknown = self.unknown_inputs.lines(words);
        if !unknown.is_empty() {
            page.heading(words.say("heading-unknown"));
            page.lines(unknown);
        }
        self.spread.tell(&mut page, words, session.document());
        page.heading(words.tell("heading-findings", &self.counts()));
        for level in ["high", "medium", "low", "info"] {
            for told in self.findings.iter().filter(|told| told.level == level) {
                let lines = told.lines(words);
                let head = lines
                    .first()
                    .map(|head| head.trim_start())
                    .unwrap_or_default();
                page.line(format!("{} {head}", words.say(&format!("level-{level}"))));
                page.lines(lines.iter().skip(1));
            }
        }
        if !self.protected.is_empty() {
            page.heading(words.say("heading-protected"));
            page.lines(self.protected.iter().map(Kept::line));
        }
        page.text()
    }

    fn counts(&self) -> [(&'static str, String); 4] {
        let count = |level: &str| {
            self.findings
                .iter()
                .filter(|told| told.level == level)
                .count()
                .to_string()
        };
        [
            ("n", self.findings.len().to_string()),
            ("high", count("high")),
            ("medium", count("medium")),
            ("low", count("low")),
        ]
    }
}

/// The process's name, marked where its figures are invented.
pub(super) fn title(words: &Words, name: &str, illustrative: bool) -> String {
    let mark = if illustrative {
        words.say("illustrative")
    } else {
        String::new()
    };
    format!("{name}{mark}")
}
