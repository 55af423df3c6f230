//! One change of a proposal in words: for whom, what, how, to what effect, and what it costs.
use std::collections::BTreeMap;

use kaizu_analysis::Finding;
use kaizu_model::{Cost, Difference, Improvement, ImprovementId, NodeId};
use serde::Serialize;
use ts_rs::TS;

use super::effect::{Assumption, assumption, effect, range};
use super::finding::Teller;
use crate::words::{Value, Words};

/// One change as it is printed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ToldChange {
    /// The rewrite's code.
    pub rewrite: String,
    /// eliminate, reduce or change.
    pub class: &'static str,
    /// In a few words.
    pub title: String,
    /// Steps of today that it touches.
    pub steps: Vec<String>,
    /// Steps that it makes.
    pub new_steps: Vec<String>,
    /// Names of steps that it changes beside what it is about.
    #[serde(skip)]
    pub also: Vec<String>,
    /// Whether its effect is told as a range.
    #[serde(skip)]
    pub has_range: bool,
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
    pub delta: BTreeMap<String, f64>,
    /// The assumptions behind it: low, likely, high and where each comes from.
    pub assumptions: Vec<Assumption>,
}

/// Every change of a proposal in words; `findings` are what was found in the flow it was made from.
pub(crate) fn told_changes(
    words: &Words,
    before: &Teller,
    after: &Teller,
    improvements: &[(ImprovementId, Improvement)],
    findings: &[Finding],
) -> Vec<ToldChange> {
    let places: Vec<ImprovementId> = improvements.iter().map(|(id, _)| *id).collect();
    let told = |(_, it): &(ImprovementId, Improvement)| ToldChange {
        findings: answered(it, findings),
        depends_on: places
            .iter()
            .enumerate()
            .filter(|(_, id)| it.depends_on.contains(id))
            .map(|(n, _)| n)
            .collect(),
        ..told_change(words, before, after, it)
    };
    improvements.iter().map(told).collect()
}

/// Where the findings that a change answers stand in the list.
fn answered(improvement: &Improvement, findings: &[Finding]) -> Vec<usize> {
    let mut places: Vec<usize> = Vec::new();
    for answered in &improvement.findings {
        let is_it = |(n, it): &(usize, &Finding)| {
            it.code == answered.detector && it.nodes == answered.nodes && !places.contains(n)
        };
        places.extend(findings.iter().enumerate().find(is_it).map(|(n, _)| n));
    }
    places
}

/// One change in words; what it answers and needs is told by whoever knows the lists.
fn told_change(words: &Words, before: &Teller, after: &Teller, change: &Improvement) -> ToldChange {
    let names: Vec<String> = change.steps.iter().map(|id| before.name(*id)).collect();
    let dropped: Vec<String> = change.dropped.iter().map(|id| before.name(*id)).collect();
    let made: Vec<String> = if change.new_steps.len() < change.new_names.len() {
        change.new_names.iter().map(|it| after.quoted(it)).collect()
    } else {
        change.new_steps.iter().map(|id| after.name(*id)).collect()
    };
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
            .map(|(name, fact)| (name.as_str(), Words::number(*fact))),
    );
    let say = |part: &str| words.tell(&format!("rewrite-{}-{part}", change.rewrite), &values);
    let keys = |teller: &Teller, ids: &[NodeId]| ids.iter().map(|id| teller.key(*id)).collect();
    let what = say("what");
    ToldChange {
        also: names
            .iter()
            .filter(|name| !what.contains(name.as_str()))
            .cloned()
            .collect(),
        has_range: range(change).is_some(),
        rewrite: change.code.clone(),
        class: class(change.class),
        title: say("title"),
        steps: keys(before, &change.steps),
        new_steps: keys(after, &change.new_steps),
        findings: Vec::new(),
        complaints: before.voices(&change.complaints),
        who: say("who"),
        what,
        how: say("how"),
        effect: effect(words, before.office_day(), change),
        loses: loses(words, change),
        procedure_needed: procedures(words, change),
        depends_on: Vec::new(),
        authority: change.authority.word(words.language()).to_owned(),
        cost_class: cost_class(change.cost),
        delta: change.delta.clone(),
        assumptions: change
            .parameters
            .iter()
            .filter_map(|(name, used)| assumption(words, name, *used))
            .collect(),
    }
}

/// What has to be done formally.
fn procedures(words: &Words, change: &Improvement) -> Vec<String> {
    change
        .procedures
        .iter()
        .map(|code| words.say(&format!("procedure-{code}")))
        .collect()
}

/// What one gives up, and how many more mistakes may get through where a check goes.
fn loses(words: &Words, change: &Improvement) -> Vec<String> {
    let said = change
        .loses
        .iter()
        .map(|code| words.say(&format!("loses-{code}")));
    let more = change
        .facts
        .get("more_errors_per_year")
        .filter(|more| **more > 0.0);
    said.chain(more.map(|more| words.tell("more-errors", &[("n", Words::number(*more))])))
        .collect()
}

/// What a change does, as the interchange form says it: drop, lessen or change.
fn class(difference: Difference) -> &'static str {
    match difference {
        Difference::Eliminated => "eliminate",
        Difference::Reduced => "reduce",
        Difference::Changed | Difference::New | Difference::Same => "change",
    }
}

fn cost_class(cost: Cost) -> &'static str {
    match cost {
        Cost::Low => "low",
        Cost::Middle => "middle",
        Cost::High => "high",
    }
}
