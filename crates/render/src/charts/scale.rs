//! From numbers to places: what an axis spans, and the round numbers that stand along it.
use std::cmp::Ordering;

use kaizu_model::Language;

use super::number::Number;

/// No number is drawn that lies farther from zero, nor one that is nearer to it without being it.
const FARTHEST: f64 = 1e15;
/// See [`FARTHEST`].
const NEAREST: f64 = 1e-9;
/// Powers of ten: products of tens are not as exact.
const POWERS: [f64; 26] = [
    1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6,
    1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
];
/// What a step may be of a power of ten.
const ROUND: [f64; 4] = [1.0, 2.0, 2.5, 5.0];
/// How many steps an axis should have.
const STEPS: std::ops::RangeInclusive<f64> = 3.0..=5.0;
/// How many steps lie between the first and the last round number within a span.
const INNER: std::ops::RangeInclusive<f64> = 2.0..=4.0;
/// What still counts as a whole number of steps.
const SLACK: f64 = 1e-9;

/// `value` as far as it can be drawn.
pub(super) fn sane(value: f64) -> f64 {
    if value.is_nan() || value.abs() < NEAREST {
        0.0
    } else {
        value.clamp(-FARTHEST, FARTHEST)
    }
}

/// `value` as far as it can be drawn above zero.
pub(super) fn above_zero(value: f64) -> f64 {
    sane(value).max(0.0)
}

/// From where to where an axis reaches; never nowhere.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Span {
    /// Its least number.
    pub(super) from: f64,
    /// Its largest.
    pub(super) to: f64,
}

impl Span {
    /// The least span that holds `values`.
    pub(super) fn of(values: impl Iterator<Item = f64>) -> Self {
        let ends = values.map(sane).fold(None, |ends, it| match ends {
            None => Some((it, it)),
            Some((from, to)) => Some((it.min(from), it.max(to))),
        });
        let (from, to) = ends.unwrap_or((0.0, 1.0));
        if to - from > NEAREST {
            Self { from, to }
        } else {
            let more = (from.abs() / 2.0).max(0.5);
            Self {
                from: from - more,
                to: to + more,
            }
        }
    }

    /// Which part of the way `value` lies along it: 0 to 1.
    pub(super) fn share(self, value: f64) -> f64 {
        ((sane(value) - self.from) / (self.to - self.from)).clamp(0.0, 1.0)
    }
}

/// An axis with round numbers along it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Axis {
    /// From where to where it reaches.
    pub(super) span: Span,
    /// The numbers along it, and how they are written.
    pub(super) ticks: Vec<(f64, String)>,
}

impl Axis {
    /// From zero to at least `most`.
    pub(super) fn from_zero(most: f64, number: Number, language: Language) -> Self {
        let most = above_zero(most);
        let to = if most > 0.0 { most } else { 1.0 };
        Self::over(Span { from: 0.0, to }, number, language)
    }

    /// Around all of `span`.
    pub(super) fn over(span: Span, number: Number, language: Language) -> Self {
        let span = match number {
            Number::Whole => Span {
                to: span.to.max(span.from + 3.0),
                ..span
            },
            Number::Plain | Number::Percent | Number::Decimals(_) => span,
        };
        let (step, first, last) = step(span, number);
        let span = Span {
            from: first * step,
            to: last * step,
        };
        Self::ticked(span, (step, first, last), number, language)
    }

    /// Exactly over `span`, with the round numbers that lie in it.
    pub(super) fn within(span: Span, number: Number, language: Language) -> Self {
        let inner = |step: f64| {
            let first = (span.from / step - SLACK).ceil();
            (step, first, (span.to / step + SLACK).floor())
        };
        let fits = steps(number).map(inner);
        let is_enough = |(_, first, last): &(f64, f64, f64)| INNER.contains(&(last - first));
        let rounder = |one: &(f64, f64, f64), other: &(f64, f64, f64)| {
            let decimals = |it: &(f64, f64, f64)| number.decimals(it.0);
            let fewer = decimals(one).cmp(&decimals(other));
            fewer.then(other.0.total_cmp(&one.0))
        };
        match fits.filter(is_enough).min_by(rounder) {
            Some(fit) => Self::ticked(span, fit, number, language),
            None => Self {
                span,
                ticks: Vec::new(),
            },
        }
    }

    fn ticked(
        span: Span,
        (step, first, last): (f64, f64, f64),
        number: Number,
        language: Language,
    ) -> Self {
        let count = (last - first).clamp(0.0, 10.0).round() as u32;
        let values: Vec<f64> = (0..=count)
            .map(|index| (first + f64::from(index)) * step)
            .collect();
        let written = number.written(&values, step, language);
        Self {
            span,
            ticks: values.into_iter().zip(written).collect(),
        }
    }
}

/// The round step that divides `span` best, and its multiples around both ends: few steps too many, few decimals, few
/// steps.
fn step(span: Span, number: Number) -> (f64, f64, f64) {
    let ends = steps(number).map(|step| {
        let first = (span.from / step + SLACK).floor();
        let last = (span.to / step - SLACK).ceil();
        (step, first, last)
    });
    let fits: Vec<(f64, f64, f64)> = ends.collect();
    let best = fits
        .iter()
        .filter(|(_, first, last)| STEPS.contains(&(last - first)))
        .min_by(|one, other| compared(**one, **other, number));
    // A span across zero may want one step on either side.
    let nearest = || {
        fits.iter()
            .min_by(|one, other| too_many(**one).total_cmp(&too_many(**other)))
    };
    best.or_else(nearest).copied().unwrap_or((1.0, 0.0, 1.0))
}

/// Every round step.
fn steps(number: Number) -> impl Iterator<Item = f64> {
    let all = POWERS
        .into_iter()
        .flat_map(|power| ROUND.map(|round| round * power));
    all.filter(move |step| match number {
        Number::Whole => *step >= 1.0 && step.fract() == 0.0,
        Number::Plain | Number::Percent | Number::Decimals(_) => true,
    })
}

fn too_many((_, first, last): (f64, f64, f64)) -> f64 {
    (last - first - STEPS.end()).abs()
}

fn compared(one: (f64, f64, f64), other: (f64, f64, f64), number: Number) -> Ordering {
    let reach = |(step, first, last): (f64, f64, f64)| step * (last - first);
    let (short, long) = (reach(one), reach(other));
    if (short - long).abs() > SLACK * short.max(long) {
        return short.total_cmp(&long);
    }
    let decimals = |it: (f64, f64, f64)| number.decimals(it.0);
    let fewer = decimals(one).cmp(&decimals(other));
    fewer.then(other.0.total_cmp(&one.0))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(most: f64, number: Number) -> String {
        let axis = Axis::from_zero(most, number, Language::Ja);
        let words = axis.ticks.into_iter().map(|(_, word)| word);
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn ticks_are_three_to_five_round_numbers_above_zero() {
        assert_eq!(words(61.0, Number::Plain), "0 25 50 75");
        assert_eq!(words(100.0, Number::Plain), "0 25 50 75 100");
        assert_eq!(words(10.0, Number::Plain), "0 2 4 6 8 10");
        assert_eq!(
            words(160_000.0, Number::Plain),
            "0 50,000 100,000 150,000 200,000"
        );
        assert_eq!(words(0.003, Number::Plain), "0 0.001 0.002 0.003");
        assert_eq!(words(0.97, Number::Percent), "0% 25% 50% 75% 100%");
    }

    #[test]
    fn what_is_counted_has_no_ticks_between_whole_numbers() {
        assert_eq!(words(2.0, Number::Whole), "0 1 2 3");
        assert_eq!(words(0.0, Number::Whole), "0 1 2 3");
    }

    #[test]
    fn nothing_has_an_axis_too() {
        assert_eq!(words(0.0, Number::Percent), "0% 25% 50% 75% 100%");
        assert_eq!(words(f64::NAN, Number::Plain).split(' ').count(), 6);
    }

    proptest! {
        #[test]
        fn every_number_lies_on_its_axis(from in any::<f64>(), to in any::<f64>()) {
            let span = Span::of([from, to].into_iter());
            for number in [Number::Plain, Number::Whole, Number::Percent, Number::Decimals(2)] {
                let axis = Axis::over(span, number, Language::Ja);
                let slack = (axis.span.to - axis.span.from) * 1e-6;
                prop_assert!(axis.span.from <= span.from + slack && axis.span.to >= span.to - slack);
                prop_assert!((2..=7).contains(&axis.ticks.len()), "{axis:?}");
                prop_assert!((0.0..=1.0).contains(&axis.span.share(from)));
            }
        }
    }
}
