//! How numbers are written along an axis: rounded to its step, thousands apart, very large ones by a word.
use kaizu_model::Language;

/// How numbers are written along an axis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Number {
    /// With as many decimals as their distance needs.
    #[default]
    Plain,
    /// Of things that are counted: without decimals.
    Whole,
    /// Shares of one, written as shares of a hundred.
    Percent,
    /// With at least so many decimals.
    Decimals(u8),
}

/// More decimals are never written.
const MOST_DECIMALS: usize = 12;
/// How far a number may be from what is written of it, as a share of its last decimal.
const SLACK: f64 = 1e-4;

/// From which number on, in which language, what stands for how many.
const LARGE: [(Language, f64, f64, &str); 6] = [
    (Language::Ja, 1e12, 1e12, "兆"),
    (Language::Ja, 1e8, 1e8, "億"),
    (Language::Ja, 1e7, 1e4, "万"),
    (Language::En, 1e13, 1e12, "T"),
    (Language::En, 1e10, 1e9, "B"),
    (Language::En, 1e7, 1e6, "M"),
];

impl Number {
    /// By how much numbers are multiplied before they are written.
    fn factor(self) -> f64 {
        match self {
            Self::Percent => 100.0,
            Self::Plain | Self::Whole | Self::Decimals(_) => 1.0,
        }
    }

    /// How many decimals multiples of `step` have.
    pub(super) fn decimals(self, step: f64) -> usize {
        let least = match self {
            Self::Decimals(least) => usize::from(least).min(MOST_DECIMALS),
            Self::Plain | Self::Whole | Self::Percent => 0,
        };
        least.max(needed(step * self.factor()))
    }

    /// `values`, which are multiples of `step`, as they are written beside one another.
    pub(super) fn written(self, values: &[f64], step: f64, language: Language) -> Vec<String> {
        let most = values.iter().fold(0.0, |most: f64, it| most.max(it.abs())) * self.factor();
        let large = LARGE
            .into_iter()
            .find(|(whose, from, ..)| *whose == language && most >= *from);
        let (unit, word) = large.map_or((1.0, ""), |(_, _, unit, word)| (unit, word));
        let decimals = match large {
            Some(_) => needed(step * self.factor() / unit),
            None => self.decimals(step),
        };
        let ending = match self {
            Self::Percent => "%",
            Self::Plain | Self::Whole | Self::Decimals(_) => "",
        };
        // Nothing needs no decimals, unless they were asked for.
        let asked_for = self.decimals(0.0);
        let one = |value: &f64| {
            let decimals = if *value == 0.0 { asked_for } else { decimals };
            let digits = grouped(value * self.factor() / unit, decimals);
            let word = if digits == "0" { "" } else { word };
            format!("{digits}{word}{ending}")
        };
        values.iter().map(one).collect()
    }
}

/// How many decimals it takes to write `step`.
fn needed(step: f64) -> usize {
    let mut scaled = step.abs();
    for decimals in 0..MOST_DECIMALS {
        if (scaled - scaled.round()).abs() <= SLACK {
            let is_seen = scaled.round() >= 1.0 || step == 0.0;
            if is_seen {
                return decimals;
            }
        }
        scaled *= 10.0;
    }
    MOST_DECIMALS
}

/// `value` with so many decimals and its thousands apart.
fn grouped(value: f64, decimals: usize) -> String {
    let digits = format!("{:.decimals$}", value.abs());
    let (whole, rest) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    let mut out = String::new();
    let is_seen = digits.chars().any(|digit| ('1'..='9').contains(&digit));
    if value < 0.0 && is_seen {
        out.push('-');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(number: Number, values: &[f64], step: f64) -> String {
        number.written(values, step, Language::Ja).join(" ")
    }

    #[test]
    fn thousands_stand_apart_and_no_decimal_is_for_nothing() {
        let values = [0.0, 40_000.0, 160_000.0];
        assert_eq!(
            written(Number::Plain, &values, 40_000.0),
            "0 40,000 160,000"
        );
        assert_eq!(written(Number::Plain, &[0.0, 0.003], 0.001), "0 0.003");
        assert_eq!(written(Number::Plain, &[2.5, -2.5], 2.5), "2.5 -2.5");
    }

    #[test]
    fn shares_are_written_of_a_hundred() {
        assert_eq!(written(Number::Percent, &[0.0, 0.85], 0.05), "0% 85%");
        assert_eq!(written(Number::Percent, &[0.025], 0.025), "2.5%");
    }

    #[test]
    fn decimals_asked_for_are_written_even_where_they_are_zero() {
        assert_eq!(written(Number::Decimals(1), &[0.0, 5.0], 5.0), "0.0 5.0");
    }

    #[test]
    fn very_large_numbers_take_the_word_of_their_language() {
        let values = [0.0, 20_000_000.0];
        assert_eq!(written(Number::Whole, &values, 1e7), "0 2,000万");
        let english = Number::Whole.written(&values, 1e7, Language::En);
        assert_eq!(english, ["0", "20M"]);
        assert_eq!(written(Number::Plain, &[2.5e8], 2.5e8), "2.5億");
    }
}
