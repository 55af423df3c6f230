//! What kind of party a lane is, guessed from its name.
use crate::LaneKind;

/// What kind of party a lane of this name most likely is.
pub(super) fn guessed(name: &str) -> LaneKind {
    let name = crate::folded(name);
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if has(&["事業者", "business", "company"]) {
        LaneKind::Business
    } else if has(&["センター", "業者", "委託", "contractor"]) {
        LaneKind::Contractor
    } else if has(&["会計", "accounting"]) {
        LaneKind::Accounting
    } else if has(&[
        "課長", "係長", "部長", "局長", "市長", "町長", "村長", "室長", "主幹", "manager",
    ]) {
        LaneKind::Role
    } else if has(&["担当", "窓口", "係", "課"]) {
        LaneKind::Staff
    } else if has(&[
        "住民",
        "市民",
        "申請者",
        "世帯",
        "本人",
        "resident",
        "citizen",
        "applicant",
    ]) {
        LaneKind::Resident
    } else if has(&["システム", "system"]) {
        LaneKind::System
    } else if has(&["金融機関", "銀行", "bank"])
        || matches!(name.as_str(), "県" | "国" | "都" | "府" | "道")
        || name.ends_with('県')
    {
        LaneKind::External
    } else {
        LaneKind::Staff
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lanes_kind_is_guessed_from_common_words() {
        let cases = [
            ("住民", LaneKind::Resident),
            ("世帯主", LaneKind::Resident),
            ("住民課", LaneKind::Staff),
            ("受付担当", LaneKind::Staff),
            ("事業者", LaneKind::Business),
            ("会計管理者", LaneKind::Accounting),
            ("金融機関", LaneKind::External),
            ("県", LaneKind::External),
            ("基幹システム", LaneKind::System),
            ("課長", LaneKind::Role),
            ("コールセンター", LaneKind::Contractor),
            ("窓口", LaneKind::Staff),
        ];
        for (name, kind) in cases {
            assert_eq!(guessed(name), kind, "{name}");
        }
    }
}
