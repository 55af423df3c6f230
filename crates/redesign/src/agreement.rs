//! Who has to agree before a step may be done otherwise.
use kaizu_model::{Authority, Basis, Step};

/// Who can change what a step rests on.
pub(crate) fn authority_over(step: &Step) -> Authority {
    step.changeable_by.unwrap_or(match step.basis {
        Some(Basis::Law) => Authority::State,
        Some(Basis::Ordinance) => Authority::Assembly,
        Some(Basis::Rule | Basis::Guideline) => Authority::Mayor,
        Some(Basis::Custom) | None => Authority::Section,
    })
}
