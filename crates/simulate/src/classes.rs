//! How many cases take how long: classes of a width that people read at once.
use kaizu_model::Class;

use crate::net::HOUR;
use crate::tally::Times;

/// About as many classes, of a round width each.
const CLASSES: f64 = 20.0;

/// Lead times by classes; the last one has everything that takes longer than all but five in a thousand.
pub(crate) fn classes(times: &Times) -> Vec<Class> {
    let longest = times.all.value_at_quantile(0.995) as f64 / HOUR;
    let all = times.all.len();
    if all == 0 || longest <= 0.0 {
        return Vec::new();
    }
    let width = round_width(longest / CLASSES);
    let mut shares = vec![0.0; (longest / width).floor() as usize + 1];
    let last = shares.len() - 1;
    for seen in times.all.iter_recorded() {
        let hours = times.all.lowest_equivalent(seen.value_iterated_to()) as f64 / HOUR;
        let class = ((hours / width) as usize).min(last);
        shares[class] += seen.count_since_last_iteration() as f64 / all as f64;
    }
    let class = |(n, share)| Class {
        from: n as f64 * width,
        to: (n + 1) as f64 * width,
        share,
    };
    shares.into_iter().enumerate().map(class).collect()
}

/// The next of 1, 2, 2.5, 5 and 10 times a power of ten.
fn round_width(width: f64) -> f64 {
    let power = libm::pow(10.0, libm::log10(width).floor());
    let steps = [1.0, 2.0, 2.5, 5.0];
    let next = steps
        .into_iter()
        .map(|step| step * power)
        .find(|it| *it >= width);
    next.unwrap_or(10.0 * power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_round_and_hold_every_case() {
        let mut times = Times::new().unwrap();
        for n in 0..1_000_u64 {
            times.add(n * 36_000);
        }
        let classes = classes(&times);
        let all: f64 = classes.iter().map(|it| it.share).sum();
        assert!((all - 1.0).abs() < 1e-12, "{classes:?}");
        assert!(
            (classes[0].to - 0.5).abs() < 1e-12 && classes.len() == 20,
            "{classes:?}"
        );
        assert!((classes[3].share - 0.05).abs() < 0.002, "{classes:?}");
    }

    #[test]
    fn classes_have_widths_that_people_read_at_once() {
        for (width, round) in [
            (0.03, 0.05),
            (0.5, 0.5),
            (1.2, 2.0),
            (22.0, 25.0),
            (70.0, 100.0),
        ] {
            assert!((round_width(width) - round).abs() < 1e-9, "{width}");
        }
    }
}
