//! How wide any part of a text is, between whole clusters.
use std::ops::Range;

/// The advance up to each cluster.
pub(crate) struct Widths {
    /// Where each cluster begins, and where the last one ends.
    offsets: Vec<usize>,
    /// The advance up to there.
    sums: Vec<f64>,
    is_blank: Vec<bool>,
}

impl Widths {
    /// Measures every cluster of `text` by `advance`.
    pub(crate) fn of(text: &str, mut advance: impl FnMut(&str) -> f64) -> Self {
        let mut widths = Self {
            offsets: Vec::with_capacity(text.len() / 2),
            sums: Vec::with_capacity(text.len() / 2),
            is_blank: Vec::with_capacity(text.len() / 2),
        };
        let (mut offset, mut sum) = (0, 0.0);
        for cluster in kaizu_fonts::clusters(text) {
            widths.offsets.push(offset);
            widths.sums.push(sum);
            let is_blank = cluster.chars().all(char::is_whitespace);
            widths.is_blank.push(is_blank);
            sum += advance(cluster);
            offset += cluster.len();
        }
        widths.offsets.push(offset);
        widths.sums.push(sum);
        widths
    }

    /// The width from one offset to another, without blanks at the end.
    pub(crate) fn between(&self, from: usize, to: usize) -> f64 {
        let first = self.number(from);
        self.sums[self.last(first, to)] - self.sums[first]
    }

    /// What is between two offsets, without blanks at either end.
    pub(crate) fn trimmed(&self, from: usize, to: usize) -> Range<usize> {
        let mut first = self.number(from);
        let behind = self.last(first, to);
        while first < behind && self.is_blank[first] {
            first += 1;
        }
        self.offsets[first]..self.offsets[behind]
    }

    /// Whether no cluster is torn at `offset`.
    pub(crate) fn is_between(&self, offset: usize) -> bool {
        self.offsets.binary_search(&offset).is_ok()
    }

    /// Every place between two clusters that lies between two offsets.
    pub(crate) fn inside(&self, from: usize, to: usize) -> &[usize] {
        let (first, behind) = (self.number(from) + 1, self.number(to));
        self.offsets.get(first..behind).unwrap_or_default()
    }

    /// The number behind the last cluster before `to` that is not blank.
    fn last(&self, first: usize, to: usize) -> usize {
        let mut behind = self.number(to);
        while behind > first && self.is_blank[behind - 1] {
            behind -= 1;
        }
        behind
    }

    fn number(&self, offset: usize) -> usize {
        self.offsets.partition_point(|own| *own < offset)
    }
}
