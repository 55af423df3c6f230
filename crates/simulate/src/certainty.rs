//! How sure a mean is: Student's t.
use kaizu_model::TimeSpread;

use crate::net::HOUR;
use crate::tally::Times;

/// The 97.5th percentile of Student's t for one to thirty degrees of freedom.
const T: [f64; 30] = [
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
    2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056,
    2.052, 2.048, 2.045, 2.042,
];

/// The 97.5th percentile of the normal distribution.
const NORMAL: f64 = 1.959_964;

/// Half the 95 % confidence interval of the mean of these values; nothing where there are fewer than two.
pub(crate) fn half_width(values: &[f64]) -> Option<f64> {
    let n = values.len() as f64;
    if values.len() < 2 {
        return None;
    }
    let mean = values.iter().sum::<f64>() / n;
    let square: f64 = values.iter().map(|it| (it - mean) * (it - mean)).sum();
    let freedom = values.len() - 1;
    // Beyond the table, Cornish and Fisher's first term is exact to a thousandth.
    let beyond = NORMAL + (NORMAL * NORMAL * NORMAL + NORMAL) / (4.0 * freedom as f64);
    let t = T.get(freedom - 1).copied().unwrap_or(beyond);
    Some(t * libm::sqrt(square / (n - 1.0) / n))
}

/// How times are spread, in hours, where `means` are independent means of them.
pub(crate) fn spread(times: &Times, counted: u64, means: &[f64]) -> TimeSpread {
    let mean = times.sum / counted.max(1) as f64;
    let half = half_width(means).unwrap_or(0.0);
    let hours = |time: f64| time / HOUR;
    let quantile = |part: f64| hours(times.all.value_at_quantile(part) as f64);
    TimeSpread {
        mean: hours(mean),
        low95: hours((mean - half).max(0.0)),
        high95: hours(mean + half),
        p50: quantile(0.5),
        p90: quantile(0.9),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mean_of_few_is_less_sure_than_one_of_many() {
        assert_eq!(half_width(&[1.0]), None);
        let two = half_width(&[0.0, 2.0]).unwrap();
        assert!((two - 12.706).abs() < 1e-9, "{two}");
        // The 97.5th percentile for forty degrees of freedom is 2.0211.
        let many: Vec<f64> = (0..41).map(|n| f64::from(n % 2) * 2.0).collect();
        let deviation = (41.0 / 40.0 * (1.0 - 1.0 / (41.0 * 41.0)) / 41.0_f64).sqrt();
        let is = half_width(&many).unwrap();
        assert!(
            (is / deviation - 2.0211).abs() < 0.002,
            "{}",
            is / deviation
        );
    }
}
