//! What is not known yet about some steps, and which one more entry would let Kaizu find out most.
use kaizu_model::RecordId;

use crate::graph::{Graph, Index};
use crate::needs::{NEEDS, Need, PARTS, VOLUME};

/// What is known and what is not.
#[derive(Clone, Debug, PartialEq)]
pub struct Gaps {
    /// What is asked for, part by part; only parts that count here.
    pub parts: Vec<Part>,
    /// What tells most when it is entered.
    pub most: Option<Gap>,
}

/// What is known of one part.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What people know it as.
    pub name: &'static str,
    /// How many entries are there.
    pub known: usize,
    /// How many there could be.
    pub of: usize,
    /// The first one that is not there.
    pub first: Option<(RecordId, &'static str)>,
}

/// One entry that is not there.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// What is asked for.
    pub need: &'static Need,
    /// Of which steps it is not known, in the document's order; or the process.
    pub of: Vec<RecordId>,
    /// How much is told once it is known: each answer for each step.
    told: usize,
}

/// What is not known about the whole flow and its process.
pub fn gaps_of_flow(graph: &Graph) -> Gaps {
    let steps: Vec<Index> = graph.steps().map(|(node, _)| node).collect();
    let mut gaps = gaps(graph, &steps);
    let process = RecordId::from(graph.process_id);
    let is_known = graph.volume().is_some();
    gaps.parts.insert(
        0,
        Part {
            name: VOLUME.part,
            known: usize::from(is_known),
            of: 1,
            first: (!is_known).then_some((process, VOLUME.attribute)),
        },
    );
    if !is_known {
        let volume = Gap {
            need: &VOLUME,
            of: vec![process],
            told: VOLUME.answers.len() * steps.len(),
        };
        gaps.most = gaps
            .most
            .filter(|most| most.told > volume.told)
            .or(Some(volume));
    }
    gaps
}

/// What is not known about `nodes`.
pub fn gaps(graph: &Graph, nodes: &[Index]) -> Gaps {
    let parts = PARTS.iter().map(|part| counted(graph, nodes, part));
    let open = NEEDS.iter().map(|need| open(graph, nodes, need));
    // Of two that tell as much, the earlier one.
    let most = open.rev().max_by_key(|gap| gap.told);
    Gaps {
        parts: parts.filter(|part| part.of > 0).collect(),
        most: most.filter(|gap| gap.told > 0),
    }
}

/// The steps of `nodes` of which `need` is not known.
fn open(graph: &Graph, nodes: &[Index], need: &'static Need) -> Gap {
    let is_open = |node: &&Index| {
        let step = graph.step(**node);
        need.is_about(graph, **node) && step.is_some_and(|step| !need.is_met(step))
    };
    let open = nodes.iter().filter(is_open);
    let of: Vec<RecordId> = open.map(|node| graph.id(*node).into()).collect();
    let told = need.answers.len() * of.len();
    Gap { need, of, told }
}

fn counted(graph: &Graph, nodes: &[Index], name: &'static str) -> Part {
    let mut counted = Part {
        name,
        known: 0,
        of: 0,
        first: None,
    };
    for node in nodes {
        let Some(step) = graph.step(*node) else {
            continue;
        };
        let mut seen: Vec<&str> = Vec::new();
        let asked = NEEDS
            .iter()
            .filter(|need| need.part == name && need.is_about(graph, *node));
        for need in asked {
            if seen.contains(&need.attribute) {
                continue;
            }
            seen.push(need.attribute);
            counted.of += 1;
            if need.is_met(step) {
                counted.known += 1;
            } else {
                counted.first = counted
                    .first
                    .or(Some((graph.id(*node).into(), need.attribute)));
            }
        }
    }
    counted
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use kaizu_model::{Apply, Cancel, Document, SetAttribute, notation};

    use super::*;
    use crate::{Metrics, find_in, metrics, protected};

    const SAMPLES: &[&str] = &[
        include_str!("../../../samples/child-allowance-claim.flow"),
        include_str!("../../../samples/childcare-benefit-7-3.flow"),
        include_str!("../../../samples/moving-in-life-event.flow"),
        include_str!("../../../samples/special-fixed-benefit.flow"),
        include_str!("../../../samples/travel-expense-payment.flow"),
        include_str!("../../../samples/vaccination-ticket.flow"),
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
        let documents: Vec<Document> = SAMPLES
            .iter()
            .map(|it| notation::parse(it).unwrap())
            .collect();
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
}
