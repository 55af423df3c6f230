//! What is asked for answers, and what tells most is asked for first.
use std::collections::BTreeMap;

use kaizu_model::{Apply, Cancel, Document, SetAttribute, notation};

use super::*;
use crate::detectors::tests::every_example;
use crate::needs::{PEOPLE, STANDARD, VOLUME};
use crate::{Metrics, find_in, metrics, protected};

const SAMPLES: &[&str] = &[
    include_str!("../../../../samples/child-allowance-claim.flow"),
    include_str!("../../../../samples/childcare-benefit-7-3.flow"),
    include_str!("../../../../samples/moving-in-life-event.flow"),
    include_str!("../../../../samples/special-fixed-benefit.flow"),
    include_str!("../../../../samples/travel-expense-payment.flow"),
    include_str!("../../../../samples/vaccination-ticket.flow"),
];

/// Everything that figures and detectors say, by name and code.
fn told_by(document: &Document) -> BTreeMap<String, String> {
    let graph = Graph::of(document, document.first_flow().unwrap()).unwrap();
    let figures = metrics(&graph);
    let figures = Metrics::names().iter().zip(figures.values());
    let mut told: BTreeMap<String, String> = figures
        .map(|(name, value)| ((*name).to_owned(), format!("{value:?}")))
        .collect();
    for finding in find_in(&graph, &Cancel::default()) {
        let line = format!(
            "{:?}{:?}{:?}{:?}",
            finding.nodes, finding.items, finding.claims, finding.facts
        );
        told.entry(finding.code.to_owned())
            .or_default()
            .push_str(&line);
    }
    told.insert("protected".into(), format!("{:?}", protected(&graph)));
    told
}

/// Which of the answers of `need` change when `node` does not say it.
fn changed(
    document: &Document,
    told: &BTreeMap<String, String>,
    need: &Need,
    id: RecordId,
) -> Vec<&'static str> {
    let without = SetAttribute::new(id, need.attribute, ()).apply(document);
    let without = document.after(&without.unwrap());
    let after = told_by(&without);
    let changes = |answer: &&&str| told.get(**answer) != after.get(**answer);
    need.answers.iter().filter(changes).copied().collect()
}

#[test]
fn every_answer_changes_somewhere_when_its_attribute_is_taken_away() {
    let samples = SAMPLES.iter().map(|it| notation::parse(it).unwrap());
    // What no sample shows, the examples of the detectors do.
    let documents: Vec<Document> = samples.chain(every_example()).collect();
    let told: Vec<_> = documents.iter().map(told_by).collect();
    let mut silent = Vec::new();
    for need in NEEDS {
        let mut open: Vec<&str> = need.answers.to_vec();
        for (document, told) in documents.iter().zip(&told) {
            let graph = Graph::of(document, document.first_flow().unwrap()).unwrap();
            let said = graph
                .steps()
                .filter(|(node, step)| need.is_about(&graph, *node) && need.is_met(step));
            for (node, _) in said {
                if open.is_empty() {
                    break;
                }
                let changed = changed(document, told, need, graph.id(node).into());
                open.retain(|answer| !changed.contains(answer));
            }
        }
        silent.extend(open.into_iter().map(|answer| (need.id, answer)));
    }
    assert!(silent.is_empty(), "{silent:?}");
}

#[test]
fn what_is_asked_of_lanes_and_the_process_answers_as_well() {
    for need in [&PEOPLE, &STANDARD] {
        let says = every_example().into_iter().any(|document| {
            let told = told_by(&document);
            let mut all = document.records().map(|(id, _)| id);
            all.any(|id| {
                let asked = matches!(id, RecordId::Lane(_) | RecordId::Process(_));
                let without = SetAttribute::new(id, need.attribute, ());
                let can = asked && without.apply(&document).is_ok();
                can && changed(&document, &told, need, id) == need.answers
            })
        });
        assert!(says, "{}", need.id);
    }
}

#[test]
fn people_are_asked_for_where_somebody_waits_in_line() {
    let line = "@年間件数 10件\n住民: 電話をかける 5分 [問合 電話 待ち4時間]\n  待ちの理由: 順番待ち\n  接点: 電話\n  書く: 用件\n";
    let desk = |people: &str| {
        format!(
            "@担当 窓口 [職員{people}]\n{line}窓口: 電話を受ける 5分 [受領 電話 規則 待ち0時間]\n"
        )
    };
    let counted = |text: &str| {
        let document = notation::parse(text).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let parts = gaps_of_flow(&graph).parts.into_iter();
        let people = parts.filter(|part| part.name == "people");
        people.map(|part| (part.known, part.of)).next()
    };
    assert_eq!(counted(&desk("")), Some((0, 1)));
    assert_eq!(counted(&desk(" 3人")), Some((1, 1)));
    assert_eq!(counted("窓口: 電話を受ける 5分 [受領 電話]\n"), None);
}

#[test]
fn the_volume_is_asked_for_because_figures_of_a_year_need_it() {
    let document = notation::parse(SAMPLES[0]).unwrap();
    let process = document.processes().next().unwrap().0;
    let changed = changed(&document, &told_by(&document), &VOLUME, process.into());
    assert_eq!(changed, VOLUME.answers);
}

fn most_of(text: &str) -> Option<(&'static str, usize)> {
    let document = notation::parse(text).unwrap();
    let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
    let most = gaps_of_flow(&graph).most;
    most.map(|gap| (gap.need.id, gap.of.len()))
}

#[test]
fn what_tells_most_is_asked_for_first() {
    let cases = [
        ("係: 名簿に書く\n係: 印刷する\n", Some(("kind", 2))),
        (
            "係: 名簿に書く [転記]\n係: 印刷する [印刷]\n",
            Some(("minutes", 2)),
        ),
        (
            "係: 名簿に書く 5分 [転記 紙→Excel 規則 待ち1時間]\n  システム: 名簿\n  書く: 氏名\n",
            Some(("reads-keying", 1)),
        ),
        (
            "@年間件数 10件\n係: 集める 5分 [集計 紙 規則 待ち1時間]\n",
            None,
        ),
    ];
    for (text, most) in cases {
        assert_eq!(most_of(text), most, "{text}");
    }
}

#[test]
fn a_part_counts_what_it_needs_for_what_is_done() {
    let text = "係: 名簿に書く [転記 紙→Excel]\n  書く: 氏名\n係: 集める [集計]\n";
    let document = notation::parse(text).unwrap();
    let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
    let parts = gaps_of_flow(&graph).parts;
    let counted = |name: &str| {
        let part = parts.iter().find(|part| part.name == name);
        part.map(|part| (part.known, part.of))
    };
    assert_eq!(counted("items"), Some((1, 2)));
    assert_eq!(counted("media"), Some((2, 4)));
    assert_eq!(counted("check"), None);
}
