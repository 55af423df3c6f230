//! A better flow, with the reasons for every change.
use std::collections::BTreeMap;

use kaizu_analysis::Metrics;
use kaizu_model::{Cancel, Command, FlowId, Language, Many, NodeId};
pub use kaizu_redesign::Package;
use kaizu_redesign::{Cost, Parameters, Proposal, ProposedChange, Wishes, propose};
use serde::Serialize;

use super::Request;
use super::analyze::{Kept, title};
use super::figures::changes;
use super::finding::Teller;
use crate::page::Page;
use crate::words::{Value, Words};
use crate::{Problem, Session};

/// Asks for a better flow.
#[derive(Clone, Debug, Default)]
pub struct Propose {
    /// How far it may go.
    pub package: Package,
    /// What it assumes.
    pub parameters: Parameters,
    /// Stops the search.
    pub cancel: Cancel,
}

impl Propose {
    /// Asks with the usual assumptions.
    pub fn new(package: Package) -> Self {
        Self {
            package,
            ..Self::default()
        }
    }
}

/// A better flow: told, and at hand.
#[derive(Debug)]
pub struct Proposed {
    /// What is printed.
    pub told: ToldProposal,
    /// A session in which the better flow stands beside today's, made by one change that can be taken back.
    pub session: Session,
    /// The better flow.
    pub flow: FlowId,
}

/// A proposal as it is printed.
#[derive(Clone, Debug, Serialize)]
pub struct ToldProposal {
    /// What the process is called.
    pub process: String,
    /// Whether the figures are invented.
    pub illustrative: bool,
    /// How far it may go.
    pub package: &'static str,
    /// Change by change.
    pub changes: Vec<ToldChange>,
    /// The figures of today.
    pub before: Metrics,
    /// The figures of the better flow.
    pub after: Metrics,
    /// What must stay true.
    pub invariants: Vec<ToldInvariant>,
    /// What stays as it is.
    pub kept: Vec<Kept>,
    /// What the packages would give.
    pub alternatives: Vec<Alternative>,
    /// What staff minutes a case change by when everybody comes electronically instead of nobody: before, after.
    pub electronic_slope: [Option<f64>; 2],
}

/// One change as it is printed.
#[derive(Clone, Debug, Serialize)]
pub struct ToldChange {
    /// The rewrite's code.
    pub rewrite: &'static str,
    /// eliminate, reduce or change.
    pub class: &'static str,
    /// In a few words.
    pub title: String,
    /// Steps of today that it touches.
    pub steps: Vec<String>,
    /// Steps that it makes.
    pub new_steps: Vec<String>,
    /// Findings it answers, by their place in the analysis.
    pub findings: Vec<usize>,
    /// Voices it answers, by their place in the list of voices.
    pub complaints: Vec<usize>,
    /// For whom (誰に).
    pub who: String,
    /// What (何を).
    pub what: String,
    /// How (どのように).
    pub how: String,
    /// To what effect (どういう効果).
    pub effect: String,
    /// What one gives up.
    pub loses: Vec<String>,
    /// What has to be done formally.
    pub procedure_needed: Vec<String>,
    /// Changes it needs, by their place in this list.
    pub depends_on: Vec<usize>,
    /// Who has to agree.
    pub authority: String,
    /// What it costs to bring about.
    pub cost_class: &'static str,
    /// What the figures change by.
    pub delta: BTreeMap<&'static str, f64>,
    /// The assumptions behind it: low, likely, high and where each comes from.
    pub assumptions: Vec<Assumption>,
}

/// One figure a change rests on.
#[derive(Clone, Debug, Serialize)]
pub struct Assumption {
    /// Its name.
    pub name: &'static str,
    /// In words.
    pub label: String,
    /// The figure that counted.
    pub used: f64,
    /// At the least.
    pub low: f64,
    /// Most often.
    pub likely: f64,
    /// At the most.
    pub high: f64,
    /// Where it comes from.
    pub source: String,
}

/// Something that must stay true.
#[derive(Clone, Debug, Serialize)]
pub struct ToldInvariant {
    /// `I1` …
    pub id: &'static str,
    /// Whether it holds.
    pub holds: bool,
    /// Why, or why not.
    pub why: String,
}

/// What a package would give.
#[derive(Clone, Debug, Serialize)]
pub struct Alternative {
    /// Which package.
    pub package: &'static str,
    /// Staff minutes a case.
    pub staff_min_per_case: Option<f64>,
    /// Residents' minutes a case.
    pub resident_min_per_case: Option<f64>,
    /// How many changes.
    pub changes: usize,
}

impl Request for Propose {
    type Answer = Proposed;

    fn answer(&self, session: &Session, flow: FlowId) -> Result<Proposed, Problem> {
        let compose = |package| {
            let wishes = Wishes {
                package,
                parameters: self.parameters.clone(),
            };
            propose(session.document(), flow, &wishes, &self.cancel)
                .map_err(|refusal| session.refused(&refusal))
        };
        let proposal = compose(self.package)?;
        let mut alternatives = Vec::new();
        for package in Package::ALL.iter().copied() {
            let other = if package == self.package {
                None
            } else {
                Some(compose(package)?)
            };
            alternatives.push(alternative(other.as_ref().unwrap_or(&proposal)));
        }
        let told = tell(session, flow, &proposal, alternatives)?;
        let mut proposed = session.beside();
        let name = session.words().say("proposal-title");
        proposed.dispatch(
            &Command::Many(Many {
                title: name,
                commands: proposal.commands.clone(),
            }),
            0,
        )?;
        Ok(Proposed {
            told,
            session: proposed,
            flow: proposal.flow,
        })
    }
}

fn alternative(proposal: &Proposal) -> Alternative {
    Alternative {
        package: proposal.package.name(),
        staff_min_per_case: proposal.after.staff_min_per_case,
        resident_min_per_case: proposal.after.resident_min_per_case,
        changes: proposal.changes.len(),
    }
}

fn tell(
    session: &Session,
    flow: FlowId,
    proposal: &Proposal,
    alternatives: Vec<Alternative>,
) -> Result<ToldProposal, Problem> {
    let words = session.words();
    let document = session.document();
    let record = document
        .flow(flow)
        .map_err(|refusal| session.refused(&refusal))?;
    let process = document
        .process(record.process)
        .map_err(|refusal| session.refused(&refusal))?;
    let before = Teller::new(words, document, flow);
    let after = Teller::new(words, &proposal.document, proposal.flow);
    Ok(ToldProposal {
        process: process.name.clone(),
        illustrative: process.is_illustrative,
        package: proposal.package.name(),
        changes: proposal
            .changes
            .iter()
            .map(|change| told_change(words, &before, &after, change))
            .collect(),
        before: proposal.before.clone(),
        after: proposal.after.clone(),
        invariants: proposal
            .invariants
            .iter()
            .map(|result| told_invariant(words, &before, result))
            .collect(),
        kept: proposal
            .kept
            .iter()
            .map(|kept| Kept {
                step: before.key(kept.step),
                reason: words.say(&format!("guard-{}", kept.reason.code())),
            })
            .collect(),
        alternatives,
        electronic_slope: [proposal.slope_before, proposal.slope_after],
    })
}

fn told_change(
    words: &Words,
    before: &Teller,
    after: &Teller,
    change: &ProposedChange,
) -> ToldChange {
    let names: Vec<String> = change.steps.iter().map(|id| before.name(*id)).collect();
    let dropped: Vec<String> = change.dropped.iter().map(|id| before.name(*id)).collect();
    let made: Vec<String> = change.new_steps.iter().map(|id| after.name(*id)).collect();
    let mut values: Vec<Value> = vec![
        ("steps", words.list(&names)),
        ("dropped", words.list(&dropped)),
        ("made", words.list(&made)),
        ("n", names.len().to_string()),
    ];
    values.extend(
        change
            .facts
            .iter()
            .map(|(name, fact)| (*name, Words::number(*fact))),
    );
    let say = |part: &str| words.tell(&format!("rewrite-{}-{part}", change.rewrite), &values);
    let keys = |teller: &Teller, ids: &[NodeId]| ids.iter().map(|id| teller.key(*id)).collect();
    ToldChange {
        rewrite: change.code,
        class: match change.class.en() {
            "eliminated" => "eliminate",
            "reduced" => "reduce",
            _ => "change",
        },
        title: say("title"),
        steps: keys(before, &change.steps),
        new_steps: keys(after, &change.new_steps),
        findings: change.findings.clone(),
        complaints: before.voices(&change.complaints),
        who: say("who"),
        what: say("what"),
        how: say("how"),
        effect: effect(words, change),
        loses: change
            .loses
            .iter()
            .map(|code| words.say(&format!("loses-{code}")))
            .collect(),
        procedure_needed: change
            .procedures
            .iter()
            .map(|code| words.say(&format!("procedure-{code}")))
            .collect(),
        depends_on: change.depends_on.clone(),
        authority: change.authority.word(words.language()).to_owned(),
        cost_class: match change.cost {
            Cost::Low => "low",
            Cost::Middle => "middle",
            Cost::High => "high",
        },
        delta: change.delta.clone(),
        assumptions: change
            .parameters
            .iter()
            .filter_map(|(name, used)| assumption(words, name, *used))
            .collect(),
    }
}

/// What the figures change by, in one sentence; a range where assumptions have one.
fn effect(words: &Words, change: &ProposedChange) -> String {
    let signed = |number: f64| {
        let text = Words::number(number);
        if number > 0.0 {
            format!("+{text}")
        } else {
            text
        }
    };
    let of = |name: &str| {
        change
            .delta
            .get(name)
            .copied()
            .filter(|delta| delta.abs() > 5e-4)
    };
    let mut parts: Vec<String> = Vec::new();
    if let Some(staff) = of("staff_min_per_case") {
        let range = change
            .staff
            .cautious
            .zip(change.staff.hopeful)
            .filter(|(low, high)| (low - high).abs() > 5e-3);
        parts.push(match range {
            Some((cautious, hopeful)) => {
                let values = [
                    ("n", signed(staff)),
                    ("low", signed(hopeful)),
                    ("high", signed(cautious)),
                ];
                words.tell("effect-staff-range", &values)
            }
            None => words.tell("effect-staff", &[("n", signed(staff))]),
        });
    }
    for (name, id) in [
        ("resident_min_per_case", "effect-residents"),
        ("lead_working_hours", "effect-lead"),
    ] {
        if let Some(delta) = of(name) {
            parts.push(words.tell(id, &[("n", signed(delta))]));
        }
    }
    if parts.is_empty() {
        words.say("effect-none")
    } else {
        words.list(&parts)
    }
}

fn assumption(words: &Words, name: &'static str, used: f64) -> Option<Assumption> {
    let row = kaizu_redesign::TABLE.iter().find(|row| row.name == name)?;
    Some(Assumption {
        name,
        label: words.say(&format!("parameter-{name}")),
        used,
        low: row.low,
        likely: row.likely,
        high: row.high,
        source: words.say(&format!("source-{}", row.source)),
    })
}

fn told_invariant(
    words: &Words,
    before: &Teller,
    result: &kaizu_redesign::InvariantResult,
) -> ToldInvariant {
    let places: Vec<String> = result.at.iter().map(|id| before.name(*id)).collect();
    let names = words.list(&result.names);
    let values = [
        ("n", result.looked_at.to_string()),
        ("steps", words.list(&places)),
        ("names", names),
    ];
    ToldInvariant {
        id: result.id,
        holds: result.holds,
        why: words.tell(&format!("invariant-{}", result.why), &values),
    }
}

impl ToldProposal {
    /// As text for people.
    pub fn text(&self, words: &Words) -> String {
        let mut page = Page::default();
        page.line(title(words, &self.process, self.illustrative));
        page.heading(words.say("heading-before-after"));
        page.lines(changes(words, &self.before, &self.after));
        page.heading(words.tell("heading-changes", &[("n", self.changes.len().to_string())]));
        for (n, change) in self.changes.iter().enumerate() {
            page.lines(change.lines(words, n + 1));
        }
        page.heading(words.say("heading-invariants"));
        for invariant in &self.invariants {
            let mark = if invariant.holds { "✓" } else { "✗" };
            page.line(format!("  {mark} {} {}", invariant.id, invariant.why));
        }
        page.heading(words.say("heading-protected"));
        page.lines(
            self.kept
                .iter()
                .map(|kept| format!("  {}  {}", kept.step, kept.reason)),
        );
        page.heading(words.say("heading-alternatives"));
        page.lines(
            self.alternatives
                .iter()
                .map(|it| format!("  {}", it.line(words))),
        );
        page.text()
    }
}

impl Alternative {
    fn line(&self, words: &Words) -> String {
        let number = |value: Option<f64>| value.map_or_else(|| words.say("unknown"), Words::number);
        let values = [
            ("package", words.say(&format!("package-{}", self.package))),
            ("staff", number(self.staff_min_per_case)),
            ("residents", number(self.resident_min_per_case)),
            ("n", self.changes.to_string()),
        ];
        words.tell("alternative", &values)
    }
}

impl ToldChange {
    fn lines(&self, words: &Words, n: usize) -> Vec<String> {
        let class = words.say(&format!("class-{}", self.class));
        let voices = if self.complaints.is_empty() {
            String::new()
        } else {
            self.complaints.len().to_string()
        };
        let parts = [
            ("change-who", self.who.clone()),
            ("change-what", self.what.clone()),
            ("change-how", self.how.clone()),
            ("change-effect", self.effect.clone()),
            ("change-voices", voices),
            ("change-loses", self.loses.join(space(words))),
            ("change-procedure", words.list(&self.procedure_needed)),
            ("change-authority", self.authority.clone()),
        ];
        let head = format!(
            "{n}. {class} {} ({}: {})",
            self.title,
            self.rewrite,
            self.steps.join(" ")
        );
        let said = parts.into_iter().filter(|(_, text)| !text.is_empty());
        std::iter::once(head)
            .chain(said.map(|(id, text)| format!("   {}: {text}", words.say(id))))
            .collect()
    }
}

/// What stands between two sentences.
fn space(words: &Words) -> &'static str {
    match words.language() {
        Language::Ja => "",
        Language::En => " ",
    }
}
