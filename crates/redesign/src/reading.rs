//! What it takes to let a machine read a paper form.
use crate::parameters::Parameters;

/// What the minutes depend on.
pub(crate) const READING: &[&str] = &[
    "scan-minutes",
    "fields-per-form",
    "ocr-accuracy",
    "fix-minutes-per-field",
    "share-of-fields-looked-at",
    "look-minutes-per-field",
];

/// Minutes to scan one form, with what is then still looked at and put right by hand.
pub(crate) fn reading_minutes(parameters: &Parameters) -> f64 {
    let get = |name: &str| parameters.get(name);
    let looked_at = get("share-of-fields-looked-at") * get("look-minutes-per-field");
    let put_right = (1.0 - get("ocr-accuracy")) * get("fix-minutes-per-field");
    get("scan-minutes") + get("fields-per-form") * (looked_at + put_right)
}
