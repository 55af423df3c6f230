//! A quantity as time went on, in a fixed amount of memory.
use crate::calendar::Moment;

/// As many parts of time are kept apart.
const PARTS: usize = 512;

/// As short is a part at first: 2²⁰ milliseconds, or seventeen and a half minutes.
const SHORTEST: u32 = 20;

/// A quantity as time went on: its sum over each part of time. Where time gets longer than all parts, two become one.
#[derive(Clone, Debug)]
pub(crate) struct Track {
    /// A part is two to this power milliseconds long.
    length: u32,
    /// Quantity times milliseconds.
    sums: Vec<u64>,
}

impl Default for Track {
    fn default() -> Self {
        Self {
            length: SHORTEST,
            sums: vec![0; PARTS],
        }
    }
}

impl Track {
    /// `quantity` was there between two moments.
    pub(crate) fn add(&mut self, quantity: u64, from: Moment, to: Moment) {
        if quantity == 0 || to <= from {
            return;
        }
        while (to - 1) >> self.length >= PARTS as u64 {
            self.double();
        }
        let (first, last) = (from >> self.length, (to - 1) >> self.length);
        for part in first..=last {
            let begins = (part << self.length).max(from);
            let ends = ((part + 1) << self.length).min(to);
            self.sums[part as usize] += quantity * (ends - begins);
        }
    }

    /// Adds all of another.
    pub(crate) fn join(&mut self, other: &Self) {
        let mut other = other.clone();
        while other.length < self.length {
            other.double();
        }
        while self.length < other.length {
            self.double();
        }
        for (sum, more) in self.sums.iter_mut().zip(other.sums) {
            *sum += more;
        }
    }

    /// How long a part is, as a power of two milliseconds.
    pub(crate) fn length(&self) -> u32 {
        self.length
    }

    /// The mean quantity in each part that is as long as `length` says, which is no less than its own.
    pub(crate) fn means(&self, length: u32) -> Vec<f64> {
        let joined = 1 << (length - self.length).min(16);
        let parts = self.sums.chunks(joined);
        let milliseconds = (1_u64 << length) as f64;
        parts
            .map(|sums| sums.iter().sum::<u64>() as f64 / milliseconds)
            .collect()
    }

    fn double(&mut self) {
        self.length += 1;
        for part in 0..PARTS {
            let pair = self.sums.get(2 * part..2 * part + 2);
            self.sums[part] = pair.map_or(0, |pair| pair.iter().sum());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_lost_however_long_it_takes() {
        let mut track = Track::default();
        let mut sum = 0;
        for n in 0..3_000_u64 {
            let (from, to) = (n * 7_000_001, n * 7_000_001 + 5_000_000);
            track.add(n % 5, from, to);
            sum += (n % 5) * 5_000_000;
        }
        assert_eq!(track.sums.iter().sum::<u64>(), sum);
        let length = track.length() + 2;
        let means = track.means(length);
        let whole: f64 = means.iter().sum::<f64>() * (1_u64 << length) as f64;
        assert!((whole - sum as f64).abs() < 1.0);
        assert_eq!(means.len(), PARTS / 4);
    }

    #[test]
    fn each_part_has_what_was_there() {
        let mut track = Track::default();
        let part = 1 << SHORTEST;
        track.add(3, part / 2, 2 * part);
        track.add(1, 5, 5);
        let means = track.means(SHORTEST);
        assert!((means[0] - 1.5).abs() < 1e-12 && (means[1] - 3.0).abs() < 1e-12);
        assert!(means[2].abs() < 1e-12);
    }
}
