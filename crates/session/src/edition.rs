//! What a picture that is taken out says of its moment: which version it is, and the day; and what its ground tells.
use kaizu_model::Language;
use kaizu_render::Made;

use crate::requests::heard::Heat;
use crate::session::Session;
use crate::words::Words;

/// What a picture that is taken out says of its moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edition {
    /// What people call the moment of the project that is shown.
    pub moment: Option<String>,
    /// How many steps led there; 0 where nobody counted.
    pub n_changes: u64,
    /// When it is taken out, in milliseconds since 1970.
    pub at: Option<i64>,
    /// Whether the ground of its steps tells how many speak about them.
    pub heat: Heat,
}

/// Office hours are told in the time of Japan, which knows no summer time.
const JAPAN: i64 = 9 * 3600;
/// The eras of which days can be told, with their first day; newest first.
const ERAS: &[(&str, (i32, u8, u8))] = &[("令和", (2019, 5, 1)), ("平成", (1989, 1, 8))];

impl Session {
    /// What a picture of what is open says, taken out at the moment `at`.
    pub fn edition(&self, at: i64) -> Edition {
        let store = self.store().ok();
        let revision = store.map(kaizu_store::Store::revision);
        let moments = store.and_then(|store| store.moments().ok());
        let moments = moments.unwrap_or_default();
        let named = moments.into_iter().find(|it| Some(it.revision) == revision);
        Edition {
            moment: named.map(|it| it.name),
            n_changes: revision.map_or(0, |it| u64::try_from(it.0).unwrap_or_default()),
            at: Some(at),
            heat: Heat::default(),
        }
    }
}

impl Edition {
    /// The moment as files write it.
    pub(crate) fn made(&self) -> Option<Made> {
        let moment = self.in_japan()?;
        Some(Made {
            year: u16::try_from(moment.year()).ok()?,
            month: moment.month().into(),
            day: moment.day(),
            hour: moment.hour(),
            minute: moment.minute(),
        })
    }

    /// The day as people write it; empty where it is not known.
    pub(crate) fn day(&self, words: &Words) -> String {
        let Some(moment) = self.in_japan() else {
            return String::new();
        };
        let (year, month, day) = (moment.year(), u8::from(moment.month()), moment.day());
        let year = match words.language() {
            Language::Ja => year_of_era(year, month, day),
            Language::En => year.to_string(),
        };
        let values = [
            ("year", year),
            ("month", month.to_string()),
            ("day", day.to_string()),
        ];
        words.tell("picture-day", &values)
    }

    fn in_japan(&self) -> Option<time::PrimitiveDateTime> {
        let seconds = self.at?.div_euclid(1000).checked_add(JAPAN)?;
        let moment = time::OffsetDateTime::from_unix_timestamp(seconds).ok()?;
        Some(time::PrimitiveDateTime::new(moment.date(), moment.time()))
    }
}

/// The year as offices count it: 令和元, 令和2.
fn year_of_era(year: i32, month: u8, day: u8) -> String {
    let era = ERAS.iter().find(|(_, first)| (year, month, day) >= *first);
    match era {
        Some((era, first)) if first.0 == year => format!("{era}元"),
        Some((era, first)) => format!("{era}{}", year - first.0 + 1),
        None => year.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(at: i64, language: Language) -> String {
        let edition = Edition {
            at: Some(at),
            ..Edition::default()
        };
        edition.day(&Words::new(language))
    }

    #[test]
    fn a_day_is_told_as_offices_write_it() {
        // 23 November 2026, 23:30 in London is the day after in Japan.
        assert_eq!(day(1_795_476_600_000, Language::Ja), "令和8年11月24日");
        assert_eq!(day(1_795_476_600_000, Language::En), "2026-11-24");
        assert_eq!(day(1_556_636_400_000, Language::Ja), "令和元年5月1日");
        assert_eq!(day(1_556_636_399_000, Language::Ja), "平成31年4月30日");
        assert_eq!(day(i64::MAX, Language::Ja), "");
    }
}
