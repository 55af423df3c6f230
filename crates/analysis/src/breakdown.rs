//! Where the hours go: work and waiting of a case by lane, by kind of step and by medium.
use std::collections::BTreeMap;

use kaizu_model::{LaneId, Medium, StepKind};

use crate::graph::{Graph, Index};

/// What a part of the steps takes of a case.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Taken {
    /// Person-minutes of work; steps whose minutes are unknown add none.
    pub minutes: f64,
    /// Office hours of waiting before the steps; unknown waits add none.
    pub wait_hours: f64,
}

/// Parts of the work, the one with most minutes first, then the one with most waiting.
pub type Parts<K> = Vec<(K, Taken)>;

/// Where the hours of a case go that the city works on it. Every grouping sums to the same.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Breakdown {
    /// By who works; residents and businesses are left out.
    pub lanes: Parts<LaneId>,
    /// By what is done; `None` where that is unknown.
    pub kinds: Parts<Option<StepKind>>,
    /// By what the result is on, else by what the work is taken from; `None` where both are unknown.
    pub media: Parts<Option<Medium>>,
}

/// Where the hours of `graph` go. Empty where a loop never ends.
pub fn breakdown(graph: &Graph) -> Breakdown {
    let staff: Vec<Index> = graph.indices().filter(|n| graph.is_staff(*n)).collect();
    Breakdown {
        lanes: parts(graph, &staff, |n| Some(graph.step(n)?.lane)),
        kinds: parts(graph, &staff, |n| graph.step(n).map(|step| step.kind)),
        media: parts(graph, &staff, |n| {
            graph.step(n).map(|step| step.medium_out.or(step.medium_in))
        }),
    }
}

fn parts<K: Ord>(graph: &Graph, nodes: &[Index], of: impl Fn(Index) -> Option<K>) -> Parts<K> {
    let mut parts: BTreeMap<K, Taken> = BTreeMap::new();
    for n in nodes {
        let taken = Taken {
            minutes: graph.minutes(*n).unwrap_or(0.0) * graph.visit(*n),
            wait_hours: graph.wait(*n).unwrap_or(0.0) * graph.visit(*n),
        };
        let Some(key) = of(*n).filter(|_| taken != Taken::default()) else {
            continue;
        };
        let known = parts.entry(key).or_default();
        known.minutes += taken.minutes;
        known.wait_hours += taken.wait_hours;
    }
    let mut parts: Parts<K> = parts.into_iter().collect();
    let most = |(_, a): &(K, Taken), (_, b): &(K, Taken)| {
        let by_minutes = b.minutes.total_cmp(&a.minutes);
        by_minutes.then(b.wait_hours.total_cmp(&a.wait_hours))
    };
    parts.sort_by(most);
    parts
}

#[cfg(test)]
mod tests {
    use kaizu_model::notation;

    use super::*;

    #[test]
    fn every_grouping_sums_to_the_minutes_of_staff() {
        let text = "住民: 書く 10分 [記入 紙→紙]\n窓口: 受ける 2分 [受領 紙→紙 待ち1時間]\n\
                    審査: 打ち込む 6分 [転記 紙→業務システム 待ち7時間]\n審査: 考える\n窓口: 渡す 1分\n";
        let document = notation::parse(text).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let Breakdown {
            lanes,
            kinds,
            media,
        } = breakdown(&graph);
        let lanes: Vec<_> = lanes
            .iter()
            .map(|(lane, taken)| {
                (
                    graph.document.lane(*lane).unwrap().name.as_str(),
                    taken.minutes,
                    taken.wait_hours,
                )
            })
            .collect();
        assert_eq!(lanes, [("審査", 6.0, 7.0), ("窓口", 3.0, 1.0)]);
        let kinds: Vec<_> = kinds
            .iter()
            .map(|(kind, taken)| (*kind, taken.minutes))
            .collect();
        assert_eq!(
            kinds,
            [
                (Some(StepKind::Transcribe), 6.0),
                (Some(StepKind::Receive), 2.0),
                (None, 1.0)
            ]
        );
        let media: Vec<_> = media
            .iter()
            .map(|(medium, taken)| (*medium, taken.minutes))
            .collect();
        assert_eq!(
            media,
            [
                (Some(Medium::System), 6.0),
                (Some(Medium::Paper), 2.0),
                (None, 1.0)
            ]
        );
    }
}
