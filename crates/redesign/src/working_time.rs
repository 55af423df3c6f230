//! How long a step takes once part of its work is gone.
use kaizu_model::{Minutes, Step, Work};

/// Lets the step take `factor` times its minutes. Bounds that were told for the old minutes are no longer known.
pub(crate) fn take(step: &mut Step, factor: f64) {
    // Printed figures have at most three decimals; a step's minutes should not be finer than they.
    let shorter = |minutes: Minutes| (minutes.get() * factor * 1000.0).round() / 1000.0;
    let Some(minutes) = step
        .minutes
        .and_then(|it| Minutes::try_from(shorter(it)).ok())
    else {
        return;
    };
    if step.minutes != Some(minutes) {
        step.minutes = Some(minutes);
        step.work = step.work.filter(|work| match work {
            Work::Fixed {} | Work::Exponential {} => true,
            Work::Uniform { .. } | Work::Triangular { .. } | Work::Lognormal { .. } => false,
        });
    }
}
