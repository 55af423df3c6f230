//! Checks of the form alone that people make although a machine holds what they look at.
use kaizu_analysis::{Fact, Finding, Graph, Index, is_checking, protection};
use kaizu_model::{ItemId, Step};

use crate::carriers;
use crate::detected::open;
use crate::reasons;
use crate::screen::is_own_staff;

/// Checks of one object that a form can make by itself.
pub(crate) struct Formal {
    /// What is looked at.
    pub(crate) object: String,
    /// In what respects.
    pub(crate) aspects: Vec<String>,
    /// Where people do.
    pub(crate) nodes: Vec<Index>,
}

/// The checks of what every case enters at `entry`, where the form can make all of them and nothing depends on who does.
pub(crate) fn replaceable(graph: &Graph, findings: &[Finding], entry: Index) -> Option<Formal> {
    let seen = open(findings, &["C10"]);
    let mut found: Option<Formal> = None;
    for finding in seen {
        let node = finding.nodes.first().and_then(|id| graph.index(*id));
        let Some((node, step)) = node.and_then(|n| Some((n, graph.step(n)?))) else {
            continue;
        };
        let check = step.check.iter();
        let object = check.clone().find_map(|check| check.object.clone());
        let aspects = check.flat_map(|check| check.aspects.iter().cloned());
        let aspects: Vec<String> = aspects.collect();
        let is_formal = matches!(
            finding.facts.get("aspects"),
            Some(Fact::Names(formal)) if formal.len() == aspects.len()
        );
        let Some(object) = object.filter(|_| is_formal) else {
            continue;
        };
        if !is_mere_check(graph, node) || !is_about(graph, node, step, entry) {
            continue;
        }
        let known = found.get_or_insert_with(|| Formal {
            object: object.clone(),
            aspects: Vec::new(),
            nodes: Vec::new(),
        });
        if known.object == object {
            let new: Vec<String> = aspects
                .into_iter()
                .filter(|it| !known.aspects.contains(it))
                .collect();
            known.aspects.extend(new);
            known.nodes.push(node);
        }
    }
    found
}

/// Whether the step is a check whose result nobody works with.
fn is_mere_check(graph: &Graph, node: Index) -> bool {
    let decides = |n: Index| graph.leaving(n).count() > 1;
    let mut next = graph.leaving(node).map(|arrow| arrow.to);
    is_checking(graph, node)
        && is_own_staff(graph, node)
        && protection(graph, node).is_none()
        && !reasons::serves_others(graph, node)
        && !reasons::is_used_later(graph, node)
        && !decides(node)
        && !next.any(decides)
}

/// Whether all that the check reads was entered at `entry`, or comes from it by machine, in every case.
fn is_about(graph: &Graph, node: Index, step: &Step, entry: Index) -> bool {
    let is_entered = |item: ItemId| {
        carriers::writes(graph, entry, item) && carriers::is_digital_at(graph, node, item)
    };
    graph.reach().dominates(entry, node)
        && !step.reads.is_empty()
        && step.reads.iter().all(|access| is_entered(access.item))
}
