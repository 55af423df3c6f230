//! Which section of the city a step belongs to, where that is known.
use kaizu_model::folded;

use crate::graph::{Graph, Index};

/// What the names of sections end with. A 係 is a part of one, a 担当 may be any person.
const ENDINGS: &[&str] = &["課", "室", "部", "局", "署", "所", "センター"];

/// The section of the city's own people that does a node: the one recorded, else the lane itself where it is called
/// like one.
///
/// Lanes that are called by a person (審査担当, 係長) may well belong to one section: of them nothing is known.
pub(crate) fn section<'a>(graph: &Graph<'a>, node: Index) -> Option<&'a str> {
    let lane = graph.lane(node).filter(|_| graph.is_of_city(node))?;
    let by_name = || names_section(&lane.name).then_some(lane.name.as_str());
    lane.section.as_deref().or_else(by_name)
}

/// Whether something is called like a section.
pub(crate) fn names_section(name: &str) -> bool {
    let name = folded(name);
    ENDINGS.iter().any(|ending| name.ends_with(ending))
}

/// The sections that do some of `nodes`, in the order in which these name them.
pub(crate) fn sections<'a>(
    graph: &Graph<'a>,
    nodes: impl IntoIterator<Item = Index>,
) -> Vec<&'a str> {
    let mut known = Vec::new();
    for node in nodes {
        let own = section(graph, node).filter(|own| !known.contains(own));
        known.extend(own);
    }
    known
}

#[cfg(test)]
mod tests {
    use kaizu_model::notation;

    use super::*;

    #[test]
    fn a_section_is_recorded_or_is_a_lane_called_like_one() {
        let text = "@担当 窓口 [職員 課:市民課]\n@担当 審査担当 [職員]\n@担当 税務課 [職員]\n@担当 県税事務所 [外部機関]\n\
                    窓口: 受ける\n審査担当: 見る\n税務課: 答える\n県税事務所: 知らせる\n";
        let document = notation::parse(text).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        assert_eq!(sections(&graph, graph.indices()), ["市民課", "税務課"]);
    }
}
