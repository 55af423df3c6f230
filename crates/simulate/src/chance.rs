//! Where chance comes from: one stream of numbers for each replication and purpose.
//!
//! The n-th case, the n-th execution of a step and the n-th parting at a branch draw the same numbers whatever else is
//! changed, so that two plans, or a flow and a better one, meet the same luck (common random numbers).
use kaizu_model::Work;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rand_distr::{Distribution, Exp1, StandardNormal, StandardUniform, Triangular};
use twox_hash::XxHash3_64;

use crate::calendar::Moment;

/// Milliseconds of a minute.
pub(crate) const MINUTE: f64 = 60_000.0;

/// All chances of one replication.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chances {
    seed: u64,
    replication: u32,
}

impl Chances {
    /// Those of the replication with this number.
    pub(crate) fn of(seed: u64, replication: u32) -> Self {
        Self { seed, replication }
    }

    /// The stream for one purpose, by its name.
    pub(crate) fn stream(self, purpose: &str) -> ChaCha8Rng {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&self.seed.to_le_bytes());
        key[8..12].copy_from_slice(&self.replication.to_le_bytes());
        let mut stream = ChaCha8Rng::from_seed(key);
        stream.set_stream(XxHash3_64::oneshot(purpose.as_bytes()));
        stream
    }
}

/// A number from zero to one, without one.
pub(crate) fn fraction(stream: &mut ChaCha8Rng) -> f64 {
    StandardUniform.sample(stream)
}

/// A time with mean one that forgets how long it has lasted.
pub(crate) fn exponential(stream: &mut ChaCha8Rng) -> f64 {
    Exp1.sample(stream)
}

/// How long one execution of a step takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Takes {
    /// Always as long.
    Always(Moment),
    /// Exponential with this mean in milliseconds.
    Exponential(f64),
    /// Between two bounds in milliseconds.
    Uniform(f64, f64),
    /// Triangular, and how much longer than that.
    Triangular(Triangular<f64>, f64),
    /// The exponential of a normal with this mean and standard deviation.
    Lognormal(f64, f64),
}

impl Takes {
    /// Of a step that takes `minutes` on average. Bounds that are the wrong way round, or whose middle is another, keep
    /// the average.
    pub(crate) fn of(minutes: f64, work: Option<Work>) -> Self {
        let mean = minutes * MINUTE;
        let always = Self::Always(mean.round() as Moment);
        if mean < 0.5 {
            return always;
        }
        match work {
            None | Some(Work::Fixed {}) => always,
            Some(Work::Exponential {}) => Self::Exponential(mean),
            Some(Work::Uniform { low, high }) => {
                let middle = f64::midpoint(low.get(), high.get());
                let scale = if middle > 0.0 { mean / middle } else { 0.0 };
                Self::Uniform(low.get() * scale, high.get() * scale)
            }
            Some(Work::Triangular { low, likely, high }) => {
                let [low, likely, high] = [low.get(), likely.get(), high.get()];
                let middle = (low + likely + high) / 3.0;
                let triangular = Triangular::new(low, high, likely).ok();
                let drawn = triangular.filter(|_| middle > 0.0);
                drawn.map_or(always, |it| Self::Triangular(it, mean / middle))
            }
            Some(Work::Lognormal { sd }) => {
                let spread = sd.get() / minutes;
                let variance = libm::log1p(spread * spread);
                Self::Lognormal(libm::log(mean) - variance / 2.0, libm::sqrt(variance))
            }
        }
    }

    /// How long the next one takes.
    pub(crate) fn draw(self, stream: &mut ChaCha8Rng) -> Moment {
        let drawn = match self {
            Self::Always(time) => return time,
            Self::Exponential(mean) => mean * exponential(stream),
            Self::Uniform(low, high) => low + (high - low) * fraction(stream),
            Self::Triangular(triangular, scale) => scale * triangular.sample(stream),
            Self::Lognormal(mean, deviation) => {
                let normal: f64 = StandardNormal.sample(stream);
                libm::exp(mean + deviation * normal)
            }
        };
        // As many are rounded up as down.
        (drawn + 0.5) as Moment
    }
}

#[cfg(test)]
mod tests {
    use kaizu_model::Minutes;

    use super::*;

    /// Mean and standard deviation of many draws, in minutes.
    fn drawn(minutes: f64, work: Work) -> (f64, f64) {
        let mut stream = Chances::of(1, 2).stream("here");
        let takes = Takes::of(minutes, Some(work));
        let draws: Vec<f64> = (0..200_000)
            .map(|_| takes.draw(&mut stream) as f64 / MINUTE)
            .collect();
        let mean = draws.iter().sum::<f64>() / draws.len() as f64;
        let square: f64 = draws.iter().map(|it| (it - mean) * (it - mean)).sum();
        (mean, (square / draws.len() as f64).sqrt())
    }

    #[test]
    fn every_distribution_has_the_mean_of_the_step_and_its_own_spread() {
        let minutes = |it: f64| Minutes::try_from(it).unwrap();
        let (low, likely, high) = (minutes(5.0), minutes(10.0), minutes(30.0));
        let cases = [
            (15.0, Work::Fixed {}, 0.0),
            (15.0, Work::Exponential {}, 15.0),
            (17.5, Work::Uniform { low, high }, 25.0 / 12.0_f64.sqrt()),
            // The square root of (a² + b² + c² − ab − ac − bc) / 18.
            (15.0, Work::Triangular { low, likely, high }, 5.400_617),
            (30.0, Work::Triangular { low, likely, high }, 10.801_234),
            (15.0, Work::Lognormal { sd: likely }, 10.0),
        ];
        for (mean, work, deviation) in cases {
            let (is, spread) = drawn(mean, work);
            assert!((is / mean - 1.0).abs() < 0.01, "{work:?}: {is}");
            assert!(
                (spread - deviation).abs() < 0.02 * mean,
                "{work:?}: {spread}"
            );
        }
    }

    #[test]
    fn each_replication_and_purpose_has_a_stream_of_its_own() {
        let first = |chances: Chances, purpose: &str| fraction(&mut chances.stream(purpose));
        let here = first(Chances::of(1, 1), "arrivals");
        assert!((here - first(Chances::of(1, 1), "arrivals")).abs() < 1e-15);
        for other in [
            first(Chances::of(1, 1), "work A"),
            first(Chances::of(1, 2), "arrivals"),
            first(Chances::of(2, 1), "arrivals"),
        ] {
            assert!((here - other).abs() > 1e-9);
        }
    }

    #[test]
    fn bounds_the_wrong_way_round_are_no_trouble() {
        let minutes = |it: f64| Minutes::try_from(it).unwrap();
        let work = Work::Triangular {
            low: minutes(9.0),
            likely: minutes(5.0),
            high: minutes(1.0),
        };
        assert_eq!(Takes::of(2.0, Some(work)), Takes::Always(120_000));
        let none = Work::Lognormal { sd: minutes(3.0) };
        assert_eq!(Takes::of(0.0, Some(none)), Takes::Always(0));
    }
}
