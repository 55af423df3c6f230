//! How long a step takes from case to case.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Minutes;

/// How the working time varies around its mean, which is the step's `minutes`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "distribution", rename_all = "snake_case", deny_unknown_fields)]
pub enum Work {
    /// Always the same.
    Fixed {},
    /// Exponential with the mean.
    Exponential {},
    /// Anywhere between two bounds.
    Uniform {
        /// At the least.
        low: Minutes,
        /// At the most.
        high: Minutes,
    },
    /// Between two bounds, most often `likely`.
    Triangular {
        /// At the least.
        low: Minutes,
        /// Most often.
        likely: Minutes,
        /// At the most.
        high: Minutes,
    },
    /// Skewed to the right.
    Lognormal {
        /// Standard deviation.
        sd: Minutes,
    },
}
