//! The days of the equinoxes in Japan, by the position of the sun.
//!
//! Meeus, Astronomical Algorithms, 2nd edition, chapter 27: the mean equinox as a polynomial of the year, from −1000 to
//! 3000, corrected by twenty-four periodic terms; for 1951 to 2050 it is right within a minute. From the even time of the
//! sky to that of clocks by the polynomial of Espenak and Meeus (Five Millennium Canon of Solar Eclipses, 2006), which is
//! within a minute of what was measured since 1948. What counts in law is the almanac (暦要項) of the National
//! Astronomical Observatory, which is published in the February before; so far both have always agreed.
use time::Date;

/// An equinox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Equinox {
    /// 春分
    Spring,
    /// 秋分
    Autumn,
}

/// The periodic terms: size in 0.00001 days, then the angle at 2000 and its growth in a century, both in degrees.
const TERMS: &[(f64, f64, f64)] = &[
    (485.0, 324.96, 1934.136),
    (203.0, 337.23, 32964.467),
    (199.0, 342.08, 20.186),
    (182.0, 27.85, 445_267.112),
    (156.0, 73.14, 45036.886),
    (136.0, 171.52, 22518.443),
    (77.0, 222.54, 65928.934),
    (74.0, 296.72, 3034.906),
    (70.0, 243.58, 9037.513),
    (58.0, 119.81, 33718.147),
    (52.0, 297.17, 150.678),
    (50.0, 21.02, 2281.226),
    (45.0, 247.54, 29929.562),
    (44.0, 325.15, 31555.956),
    (29.0, 60.93, 4443.417),
    (18.0, 155.12, 67555.328),
    (17.0, 288.79, 4562.452),
    (16.0, 198.04, 62894.029),
    (14.0, 199.76, 31436.921),
    (12.0, 95.39, 14577.848),
    (12.0, 287.11, 31931.756),
    (12.0, 320.81, 34777.259),
    (9.0, 227.73, 1222.114),
    (8.0, 15.45, 16859.074),
];

/// The day on which an equinox falls by the clocks of Japan.
pub fn equinox(equinox: Equinox, year: i32) -> Option<Date> {
    let mean = polynomial(mean_of(equinox, year), millennia(year));
    let centuries = (mean - 2_451_545.0) / 36525.0;
    let angle = 35999.373 * centuries - 2.47;
    let speed = 1.0 + 0.0334 * cosine(angle) + 0.0007 * cosine(2.0 * angle);
    let terms: f64 = TERMS
        .iter()
        .map(|(size, at, growth)| size * cosine(at + growth * centuries))
        .sum();
    let of_the_sky = mean + 0.00001 * terms / speed;
    let of_clocks = of_the_sky - clocks_behind(year) / 86400.0;
    // Julian days begin at noon in Greenwich; Japan is nine hours ahead.
    let day = libm::floor(of_clocks + 9.0 / 24.0 + 0.5);
    Date::from_julian_day(day as i32).ok()
}

/// The polynomial of the mean equinox, as a Julian day of even time.
fn mean_of(equinox: Equinox, year: i32) -> [f64; 5] {
    match (equinox, year < 1000) {
        (Equinox::Spring, true) => [1_721_139.291_89, 365_242.137_4, 0.06134, 0.00111, -0.00071],
        (Equinox::Autumn, true) => [
            1_721_325.704_55,
            365_242.495_58,
            -0.11677,
            -0.00297,
            0.00074,
        ],
        (Equinox::Spring, false) => [
            2_451_623.809_84,
            365_242.374_04,
            0.05169,
            -0.00411,
            -0.00057,
        ],
        (Equinox::Autumn, false) => [2_451_810.217_15, 365_242.017_67, -0.11575, 0.00337, 0.00078],
    }
}

/// In what the polynomials count: a thousand years since 0 or 2000.
fn millennia(year: i32) -> f64 {
    f64::from(if year < 1000 { year } else { year - 2000 }) / 1000.0
}

/// By how many seconds clocks are behind even time, because the earth slows down.
fn clocks_behind(year: i32) -> f64 {
    polynomial(
        [62.92, 0.32217, 0.005_589, 0.0, 0.0],
        f64::from(year - 2000),
    )
}

fn polynomial(of: [f64; 5], at: f64) -> f64 {
    of.iter().rev().fold(0.0, |sum, factor| sum * at + factor)
}

fn cosine(degrees: f64) -> f64 {
    libm::cos(degrees.to_radians())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn falling_on(which: Equinox, day: u8) -> Vec<i32> {
        let years = (1950..=2050).filter(|year| equinox(which, *year).unwrap().day() == day);
        years.collect()
    }

    #[test]
    fn spring_begins_on_the_twentieth_or_twenty_first_of_march() {
        let on_the_twentieth = [
            1960, 1964, 1968, 1972, 1976, 1980, 1984, 1988, 1992, 1993, 1996, 1997, 2000, 2001,
            2004, 2005, 2008, 2009, 2012, 2013, 2016, 2017, 2020, 2021, 2024, 2025, 2026, 2028,
            2029, 2030, 2032, 2033, 2034, 2036, 2037, 2038, 2040, 2041, 2042, 2044, 2045, 2046,
            2048, 2049, 2050,
        ];
        assert_eq!(falling_on(Equinox::Spring, 20), on_the_twentieth);
        let on_the_next = falling_on(Equinox::Spring, 21);
        assert_eq!(on_the_next.len() + on_the_twentieth.len(), 101);
    }

    #[test]
    fn autumn_begins_between_the_twenty_second_and_the_twenty_fourth_of_september() {
        let early = [
            2012, 2016, 2020, 2024, 2028, 2032, 2036, 2040, 2044, 2045, 2048, 2049,
        ];
        let late = [1951, 1955, 1959, 1963, 1967, 1971, 1975, 1979];
        assert_eq!(falling_on(Equinox::Autumn, 22), early);
        assert_eq!(falling_on(Equinox::Autumn, 24), late);
        let between = falling_on(Equinox::Autumn, 23);
        assert_eq!(between.len() + early.len() + late.len(), 101);
    }

    #[test]
    fn the_polynomials_meet_in_the_year_1000() {
        for which in [Equinox::Spring, Equinox::Autumn] {
            let before = equinox(which, 999).unwrap().to_julian_day();
            let after = equinox(which, 1000).unwrap().to_julian_day();
            assert!((365..=366).contains(&(after - before)));
        }
    }
}
