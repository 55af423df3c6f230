//! Who comes after whom, a bit each: the closure of a graph in a small part of the memory that sets take.
//!
//! Nodes of one knot reach the same; a knot reaches what lies directly ahead of it and what that reaches, which is known by
//! the time it is asked, so that each arrow costs one pass over a row (Nuutila 1995).
use crate::graph::Index;
use crate::knots::Knots;

/// For each node, the nodes that can be reached from it.
pub(crate) struct Rows {
    /// How many words a row has.
    width: usize,
    /// Where the row of each node stands.
    places: Vec<usize>,
    words: Vec<u64>,
}

impl Rows {
    /// What can be reached along `ahead`. Not a node itself, unless around a loop.
    pub(crate) fn closing(ahead: &[Vec<Index>]) -> Self {
        let knots = Knots::of(ahead);
        let width = ahead.len().div_ceil(64);
        let mut words = vec![0; width * knots.all.len()];
        for (row, knot) in knots.all.iter().enumerate() {
            let (known, open) = words.split_at_mut(row * width);
            for next in knot.iter().flat_map(|node| &ahead[*node]) {
                open[next / 64] |= bit(*next);
                if knots.of[*next] != row {
                    let further = &known[knots.of[*next] * width..][..width];
                    for (own, more) in open.iter_mut().zip(further) {
                        *own |= more;
                    }
                }
            }
        }
        Self {
            width,
            places: knots.of,
            words,
        }
    }

    /// Whether `to` can be reached from `from`.
    pub(crate) fn contains(&self, from: Index, to: Index) -> bool {
        self.row(from)[to / 64] & bit(to) != 0
    }

    /// Those of `nodes` that can be reached from `from`.
    pub(crate) fn among(&self, from: Index, nodes: impl Iterator<Item = Index>) -> Marks {
        let mut marks = Marks::of(self.width * 64, nodes);
        for (own, other) in marks.words.iter_mut().zip(self.row(from)) {
            *own &= other;
        }
        marks
    }

    /// How many of the `marks` can be reached from `from`.
    pub(crate) fn count(&self, from: Index, marks: &Marks) -> usize {
        let both = self.row(from).iter().zip(&marks.words);
        both.map(|(one, other)| (one & other).count_ones() as usize)
            .sum()
    }

    /// Takes what can be reached from `from` out of `marks`.
    pub(crate) fn take_out(&self, from: Index, marks: &mut Marks) {
        for (own, other) in marks.words.iter_mut().zip(self.row(from)) {
            *own &= !other;
        }
    }

    /// What can be reached from any of `nodes`.
    pub(crate) fn after_any(&self, nodes: impl Iterator<Item = Index>) -> Marks {
        let mut marks = Marks::of(self.width * 64, std::iter::empty());
        for node in nodes {
            // What lies behind one of the others leads to nothing else.
            if !marks.contains(node) {
                for (own, more) in marks.words.iter_mut().zip(self.row(node)) {
                    *own |= more;
                }
            }
        }
        marks
    }

    /// What can be reached from `from`, in order.
    pub(crate) fn after(&self, from: Index) -> impl Iterator<Item = Index> {
        self.row(from).iter().enumerate().flat_map(|(n, word)| {
            let some = |word: u64| (word != 0).then_some(word);
            let left = std::iter::successors(some(*word), move |left| some(left & (left - 1)));
            left.map(move |left| n * 64 + left.trailing_zeros() as usize)
        })
    }

    fn row(&self, from: Index) -> &[u64] {
        &self.words[self.places[from] * self.width..][..self.width]
    }
}

/// Some of the nodes, a bit each.
pub(crate) struct Marks {
    words: Vec<u64>,
}

impl Marks {
    /// Those of `nodes`, of `n` that there are.
    pub(crate) fn of(n: usize, nodes: impl Iterator<Item = Index>) -> Self {
        let mut words = vec![0; n.div_ceil(64)];
        for node in nodes {
            words[node / 64] |= bit(node);
        }
        Self { words }
    }

    /// Takes the last of them out.
    pub(crate) fn pop(&mut self) -> Option<Index> {
        let place = self.words.iter().rposition(|word| *word != 0)?;
        let word = &mut self.words[place];
        let node = place * 64 + 63 - word.leading_zeros() as usize;
        *word &= !bit(node);
        Some(node)
    }

    /// Whether `node` is one of them.
    pub(crate) fn contains(&self, node: Index) -> bool {
        self.words[node / 64] & bit(node) != 0
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
        assert_eq!(rows.after(127).collect::<Vec<_>>(), [128, 129, 130]);
    }

    #[test]
    fn what_is_marked_is_found_again_and_taken_out() {
        let mut ahead: Vec<Vec<Index>> = (0..129).map(|n| vec![n + 1]).collect();
        ahead.push(Vec::new());
        let rows = Rows::closing(&ahead);
        let mut marks = rows.among(60, [3, 64, 128].into_iter());
        assert_eq!((rows.count(64, &marks), marks.contains(3)), (1, false));
        assert_eq!(
            (marks.pop(), marks.pop(), marks.pop()),
            (Some(128), Some(64), None)
        );
        let mut marks = rows.after_any([126, 120].into_iter());
        rows.take_out(121, &mut marks);
        assert_eq!((marks.pop(), marks.pop()), (Some(121), None));
    }

    #[test]
    fn a_graph_without_nodes_has_no_rows() {
        assert_eq!(Rows::closing(&[]).words.len(), 0);
    }
}
