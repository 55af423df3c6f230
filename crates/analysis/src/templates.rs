//! Templates of voices (ひな型): what people often say, whose words they are, and which waste they hint at.
use kaizu_model::{Complaint, Voice};

/// What people often say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Template {
    /// As a voice keeps it; its words are called by it.
    pub id: &'static str,
    /// Whose words they are.
    pub voice: Voice,
    /// Codes of the detectors that see what it hints at. Not all of the catalogue is seen yet.
    pub detectors: &'static [&'static str],
}

/// Every template, staff first, in the order in which they are offered.
pub const TEMPLATES: &[Template] = &[
    staff("prints-applications", &["M01"]),
    staff("one-tray", &["M04"]),
    staff("hand-over-slip", &["A07"]),
    staff("paper-and-excel", &["M02", "M03"]),
    staff("registers-again", &["A06"]),
    staff("digital-is-more-work", &["M04"]),
    staff("checks-again", &["C02", "C03"]),
    staff("matches-ledgers", &["C05"]),
    staff("no-mistake-allowed", &["C04", "X01"]),
    staff("tedious-entry", &["E01", "E02"]),
    staff("scattered-systems", &["E04", "J03"]),
    staff("young-people-leave", &["X02"]),
    staff("where-to-begin", &[]),
    resident("hard-to-use", &["J03", "J05"]),
    resident("where-to-look", &["J03"]),
    resident("written-again", &["E03"]),
    resident("no-status", &["S01"]),
    resident("sent-around", &["J01"]),
    resident("has-to-come", &["J02"]),
    resident("seals-and-copies", &["A01", "J04"]),
    resident("cash-only", &["P01"]),
    resident("line-busy", &["S02", "W05"]),
    resident("signs-in-again", &["J03"]),
];

/// The codes of the detectors that see what `complaint` hints at, as far as it was written from a template.
pub(crate) fn hinted(complaint: &Complaint) -> &'static [&'static str] {
    let id = complaint.template.as_deref();
    let mut known = TEMPLATES.iter().filter(|it| it.voice == complaint.voice);
    known
        .find(|it| Some(it.id) == id)
        .map_or(&[], |template| template.detectors)
}

const fn staff(id: &'static str, detectors: &'static [&'static str]) -> Template {
    Template {
        id,
        voice: Voice::Staff,
        detectors,
    }
}

const fn resident(id: &'static str, detectors: &'static [&'static str]) -> Template {
    Template {
        id,
        voice: Voice::Resident,
        detectors,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_template_has_an_id_of_its_own_and_hints_at_codes_of_the_catalogue() {
        let ids: BTreeSet<&str> = TEMPLATES.iter().map(|it| it.id).collect();
        assert_eq!(ids.len(), TEMPLATES.len());
        for code in TEMPLATES.iter().flat_map(|it| it.detectors) {
            let (family, number) = code.split_at(1);
            assert!("AEMCXJSPW".contains(family), "{code}");
            assert!(number.len() == 2 && number.parse::<u8>().is_ok(), "{code}");
        }
    }

    #[test]
    fn most_templates_hint_at_something_that_is_seen() {
        let seen: BTreeSet<&str> = crate::all().iter().map(|it| it.code()).collect();
        let is_seen = |it: &&Template| it.detectors.iter().any(|code| seen.contains(code));
        let n = TEMPLATES.iter().filter(is_seen).count();
        assert!(n * 2 > TEMPLATES.len(), "{n} of {}", TEMPLATES.len());
    }
}
