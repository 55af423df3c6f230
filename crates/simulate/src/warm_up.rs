//! Which first cases are not like the others, because nobody was waiting when they came.
//!
//! MSER-5 (White, 1997): lead times are averaged in groups of equal size over all replications; so many first groups are
//! left out that the rest has the smallest standard error of its mean, Σ(y − ȳ)² / n². No more than half are left out.

/// Groups of cases are kept up to so many, each of five cases at first.
const GROUPS: usize = 2_048;

/// Lead times by the number of the case: sums over groups of equal size. Where there are too many, two become one.
#[derive(Clone, Debug)]
pub(crate) struct Series {
    size: u64,
    groups: Vec<(u64, u64)>,
}

impl Default for Series {
    fn default() -> Self {
        Self {
            size: 5,
            groups: Vec::new(),
        }
    }
}

impl Series {
    /// The case with this number took so long.
    pub(crate) fn add(&mut self, number: u64, lead: u64) {
        while number / self.size >= GROUPS as u64 {
            self.double();
        }
        let group = (number / self.size) as usize;
        if self.groups.len() <= group {
            self.groups.resize(group + 1, (0, 0));
        }
        if let Some((sum, cases)) = self.groups.get_mut(group) {
            *sum += lead;
            *cases += 1;
        }
    }

    /// The means of so many parts of equal length, the first `left_out` cases left out; fewer where there are fewer cases.
    pub(crate) fn batches(&self, left_out: u64, parts: usize) -> Vec<f64> {
        let first = left_out.div_ceil(self.size) as usize;
        let groups = self.groups.get(first..).unwrap_or_default();
        let length = (groups.len() / parts).max(1);
        let batches = groups.chunks(length).filter(|it| it.len() == length);
        batches
            .map(|batch| {
                let cases: u64 = batch.iter().map(|it| it.1).sum();
                batch.iter().map(|it| it.0 as f64).sum::<f64>() / cases.max(1) as f64
            })
            .collect()
    }

    fn double(&mut self) {
        self.size *= 2;
        let pairs = self.groups.chunks(2);
        let joined = |pair: &[(u64, u64)]| {
            let add = |(sum, cases): (u64, u64), more: &(u64, u64)| (sum + more.0, cases + more.1);
            pair.iter().fold((0, 0), add)
        };
        self.groups = pairs.map(joined).collect();
    }
}

/// How many first cases are left out, as several replications of one plan show.
pub(crate) fn recognised(replications: &[Series]) -> u64 {
    let Some(size) = replications.iter().map(|it| it.size).max() else {
        return 0;
    };
    let mut groups: Vec<(u64, u64)> = Vec::new();
    for series in replications {
        let mut series = series.clone();
        while series.size < size {
            series.double();
        }
        groups.resize(groups.len().max(series.groups.len()), (0, 0));
        for (all, own) in groups.iter_mut().zip(series.groups) {
            *all = (all.0 + own.0, all.1 + own.1);
        }
    }
    let means: Vec<f64> = groups
        .iter()
        .map(|(sum, cases)| *sum as f64 / (*cases).max(1) as f64)
        .collect();
    least_error(&means) as u64 * size
}

/// The number of first values without which the mean of the others has the smallest standard error.
fn least_error(means: &[f64]) -> usize {
    let (mut sum, mut squares) = (0.0, 0.0);
    let mut least = (f64::INFINITY, 0);
    for (place, mean) in means.iter().enumerate().rev() {
        sum += mean;
        squares += mean * mean;
        let n = (means.len() - place) as f64;
        let error = (squares - sum * sum / n).max(0.0) / (n * n);
        if place <= means.len() / 2 && error <= least.0 {
            least = (error, place);
        }
    }
    least.1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn series(lead: impl Fn(u64) -> u64, cases: u64) -> Series {
        let mut series = Series::default();
        for number in 0..cases {
            series.add(number, lead(number));
        }
        series
    }

    #[test]
    fn cases_are_left_out_until_the_office_has_filled_up() {
        let filling = |number: u64| 1_000.min(number * 5) + number * 7919 % 100;
        let found = recognised(&[series(filling, 4_000), series(filling, 4_000)]);
        assert!((150..=300).contains(&found), "{found}");
    }

    #[test]
    fn nothing_is_left_out_where_nothing_changes() {
        assert_eq!(recognised(&[series(|_| 77, 500)]), 0);
        assert_eq!(recognised(&[]), 0);
        assert_eq!(recognised(&[Series::default()]), 0);
    }

    #[test]
    fn a_million_cases_are_kept_in_few_groups() {
        let long = series(|number| number, 1_000_000);
        assert!(long.groups.len() <= GROUPS);
        let sum: u64 = long.groups.iter().map(|it| it.0).sum();
        assert_eq!(sum, 999_999 * 500_000);
    }
}
