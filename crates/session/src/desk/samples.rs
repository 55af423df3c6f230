//! The examples that come with Kaizu.

/// Each example by its id: the notation of one flow.
pub(super) const SAMPLES: &[(&str, &str)] = &[
    (
        "childcare-benefit-7-3",
        include_str!("../../../../samples/childcare-benefit-7-3.flow"),
    ),
    (
        "resident-record-by-mail",
        include_str!("../../../../samples/resident-record-by-mail.flow"),
    ),
    (
        "child-allowance-claim",
        include_str!("../../../../samples/child-allowance-claim.flow"),
    ),
    (
        "special-fixed-benefit",
        include_str!("../../../../samples/special-fixed-benefit.flow"),
    ),
    (
        "travel-expense-payment",
        include_str!("../../../../samples/travel-expense-payment.flow"),
    ),
    (
        "moving-in-life-event",
        include_str!("../../../../samples/moving-in-life-event.flow"),
    ),
    (
        "vaccination-ticket",
        include_str!("../../../../samples/vaccination-ticket.flow"),
    ),
    (
        "childcare-benefit-7-3-to-be",
        include_str!("../../../../samples/childcare-benefit-7-3-to-be.flow"),
    ),
];

/// The example called `id`.
pub(super) fn sample(id: &str) -> Option<&'static str> {
    SAMPLES
        .iter()
        .find(|(known, _)| *known == id)
        .map(|(_, text)| *text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a test lists the examples")]
    fn every_example_comes_with_kaizu() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../samples");
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "flow") {
                let id = path.file_stem().unwrap().to_str().unwrap();
                assert!(sample(id).is_some(), "{id}");
            }
        }
    }
}
