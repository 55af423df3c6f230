//! Steps at which people feel that no mistake is allowed, those with most mistakes first.
//!
//! ## Why it is waste
//! Attention is no safeguard. Where everything hangs on it, people are worn out, checks multiply, and nobody wants the
//! work.
//!
//! ## Flagged
//! ```flow
//! 入力担当: 口座を入力する 4分 [入力 規則]
//!   書く: 口座
//!   誤り率: 1%
//!   重圧: はい
//! 係長: 振込先を決裁する 1分 [決裁 規則]
//!   読む: 口座
//! ```
//!
//! ## Clean
//! ```flow
//! 入力担当: 口座を入力する 4分 [入力 規則]
//!   書く: 口座
//!   誤り率: 1%
//! 係長: 振込先を決裁する 1分 [決裁 規則]
//!   読む: 口座
//! ```
//!
//! ## What to do
//! Let the form and the system make the mistake impossible, beginning where most of them are.
use crate::detectors::{Detector, Gravity};
use crate::finding::Finding;
use crate::graph::{Graph, Index};
use crate::residual::recorded_errors;

/// Sees where mistakes weigh on people.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "error-pressure"
    }

    fn code(&self) -> &'static str {
        "X01"
    }

    fn source(&self) -> &'static str {
        include_str!("error_pressure.rs")
    }

    fn gravity(&self) -> Gravity {
        Gravity::Note
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let under_pressure = graph.steps().filter(|(_, step)| step.is_under_pressure);
        let mut ranked: Vec<(Index, Option<f64>)> = under_pressure
            .map(|(node, _)| (node, mistakes(graph, node)))
            .collect();
        if ranked.is_empty() {
            return;
        }
        let finding = Finding::at(self, graph, ranked.iter().map(|(node, _)| *node));
        // An unknown number comes last.
        ranked.sort_by(|(_, one), (_, other)| {
            let number = |it: &Option<f64>| it.unwrap_or(-1.0);
            number(other).total_cmp(&number(one))
        });
        let places: Vec<Index> = ranked.iter().map(|(node, _)| *node).collect();
        found.push(finding.naming(graph, "steps", &places));
    }
}

/// Mistakes a case that are made at a step or that it has to find, where that is recorded.
fn mistakes(graph: &Graph, node: Index) -> Option<f64> {
    let own = graph.step(node)?.error_rate.map(kaizu_model::Share::get);
    let rate = own.or_else(|| recorded_errors(graph, &[node]))?;
    Some(graph.visit(node) * rate)
}

#[cfg(test)]
mod tests {
    use kaizu_model::notation;

    use super::*;
    use crate::finding::Fact;

    #[test]
    fn a_check_has_to_find_what_was_mistaken_before_it() {
        let text = "課: 宛名を書く 1分 [記入]\n  重圧: はい\n\
                    課: 金額を入力する 1分 [入力]\n  書く: 金額\n  誤り率: 1%\n  重圧: はい\n\
                    課: 口座を入力する 1分 [入力]\n  書く: 口座\n  誤り率: 5%\n\
                    係: 口座を見る 1分 [確認]\n  読む: 口座\n  重圧: はい\n";
        let document = notation::parse(text).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let mut found = Vec::new();
        Rule.detect(&graph, &mut found);
        let ranked = ["口座を見る", "金額を入力する", "宛名を書く"].map(str::to_owned);
        assert_eq!(found[0].facts["steps"], Fact::Names(ranked.to_vec()));
        assert_eq!(found[0].nodes, graph.ids(&[0, 1, 3]));
    }
}
