//! Which steps follow a node, gateways skipped, and how much of a case goes to each.
use std::collections::BTreeMap;

use crate::graph::{Graph, Index};
use crate::visits::{gauss, identity, less};

impl Graph<'_> {
    /// Steps that directly follow a node, gateways skipped, with the share of cases that go there.
    pub fn next_steps(&self, node: Index) -> Vec<(Index, f64)> {
        let mut gateways = vec![node];
        let mut n = 0;
        while let Some(from) = gateways.get(n).copied() {
            for arrow in self.leaving(from) {
                if self.step(arrow.to).is_none() && !gateways.contains(&arrow.to) {
                    gateways.push(arrow.to);
                }
            }
            n += 1;
        }
        let passing = self.passing(&gateways).unwrap_or_default();
        let mut found: BTreeMap<Index, f64> = BTreeMap::new();
        for (n, from) in gateways.iter().enumerate() {
            for arrow in self.leaving(*from) {
                if self.step(arrow.to).is_some() {
                    let part = passing.get(n).copied().unwrap_or(0.0);
                    *found.entry(arrow.to).or_default() += part * arrow.share;
                }
            }
        }
        found.into_iter().collect()
    }

    /// How much of a case comes to each of `nodes` when it is at the first of them; `None` where it goes round in them
    /// for ever.
    fn passing(&self, nodes: &[Index]) -> Option<Vec<f64>> {
        if nodes.len() == 1 {
            return Some(vec![1.0]);
        }
        let place: BTreeMap<Index, usize> =
            nodes.iter().enumerate().map(|(n, it)| (*it, n)).collect();
        let mut rows = identity(nodes.len());
        for arrow in nodes.iter().flat_map(|node| self.leaving(*node)) {
            if let (Some(from), Some(to)) = (place.get(&arrow.from), place.get(&arrow.to))
                && self.step(arrow.to).is_none()
            {
                less(&mut rows[*to], *from, arrow.share);
            }
        }
        let mut right = vec![0.0; nodes.len()];
        *right.first_mut()? = 1.0;
        gauss(rows, right)
    }
}

#[cfg(test)]
mod tests {
    use kaizu_model::notation;

    use super::*;

    #[test]
    fn ways_that_meet_between_gateways_are_added_up() {
        let text = "窓口: 始める\n窓口: 分ける [分岐]\n  50% 甲 → #1\n  50% 乙 → #2\n窓口: 甲 [#1 合流]\n  → #3\n\
                    窓口: 乙 [#2 合流]\n  → #3\n窓口: 集める [#3 合流]\n窓口: また分ける [分岐]\n  50% 丙 → #4\n  50% 丁 → #5\n\
                    審査: 丙 [#4]\n  → ここまで\n審査: 丁 [#5]\n";
        let document = notation::parse(text).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let next = graph.next_steps(0);
        let named: Vec<_> = next
            .iter()
            .map(|(n, share)| (graph.name(*n), *share))
            .collect();
        assert_eq!(named, [("丙", 0.5), ("丁", 0.5)]);
    }

    #[test]
    fn a_loop_of_gateways_is_gone_round_until_it_is_left() {
        let text = "窓口: 始める\n窓口: 待つ [#1 合流]\n窓口: まだか [分岐]\n  75% まだ → #1\n  25% 済 → 決める\n窓口: 決める\n";
        let document = notation::parse(text).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let shares: Vec<f64> = graph
            .next_steps(0)
            .into_iter()
            .map(|(_, share)| share)
            .collect();
        assert!(
            matches!(shares.as_slice(), [all] if (all - 1.0).abs() < 1e-9),
            "{shares:?}"
        );
    }
}
