//! Who comes after whom, a bit each: the closure of a graph in a small part of the memory that sets take.
use crate::graph::Index;

/// For each node, the nodes that can be reached from it.
pub(crate) struct Rows {
    /// How many words a row has.
    width: usize,
    words: Vec<u64>,
}

impl Rows {
    /// What can be reached along `ahead`. Not a node itself, unless around a loop.
    pub(crate) fn closing(ahead: &[Vec<Index>]) -> Self {
        let width = ahead.len().div_ceil(64);
        let mut rows = Self {
            width,
            words: vec![0; width * ahead.len()],
        };
        let mut open = Vec::new();
        for from in 0..ahead.len() {
            open.push(from);
            while let Some(node) = open.pop() {
                let next = ahead[node].iter().copied();
                open.extend(next.filter(|next| rows.insert(from, *next)));
            }
        }
        rows
    }

    /// Whether `to` can be reached from `from`.
    pub(crate) fn contains(&self, from: Index, to: Index) -> bool {
        self.words[from * self.width + to / 64] & bit(to) != 0
    }

    /// What can be reached from `from`, in order.
    pub(crate) fn row(&self, from: Index) -> impl Iterator<Item = Index> {
        (0..self.width * 64).filter(move |to| self.contains(from, *to))
    }

    /// False where it was known already.
    fn insert(&mut self, from: Index, to: Index) -> bool {
        let word = &mut self.words[from * self.width + to / 64];
        let was = *word;
        *word |= bit(to);
        was != *word
    }
}

fn bit(node: Index) -> u64 {
    1 << (node % 64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_node_reaches_what_lies_ahead_and_itself_only_around_a_loop() {
        let mut ahead: Vec<Vec<Index>> = (0..130).map(|n| vec![n + 1]).collect();
        ahead.push(Vec::new());
        ahead[70].push(60);
        let rows = Rows::closing(&ahead);
        assert!(rows.contains(0, 130) && !rows.contains(130, 0) && !rows.contains(0, 0));
        assert!(rows.contains(65, 60) && rows.contains(65, 65) && !rows.contains(71, 71));
        assert_eq!(rows.row(127).collect::<Vec<_>>(), [128, 129, 130]);
    }

    #[test]
    fn a_graph_without_nodes_has_no_rows() {
        assert_eq!(Rows::closing(&[]).words.len(), 0);
    }
}
