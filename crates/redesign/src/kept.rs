//! Which steps stay as themselves, and why.
use kaizu_analysis::{Guard, Index, is_only_check, protection};

use crate::lineage::Pair;
use crate::proposal::Kept;

/// Protected steps that are still there, and checks that nobody else makes.
pub(crate) fn kept(pair: &Pair) -> Vec<Kept> {
    let reason = |node: Index| {
        protection(pair.as_is, node).or_else(|| {
            let copy = pair.copy(node)?;
            (pair.to_be.is_staff(copy) && is_only_check(pair.to_be, copy))
                .then_some(Guard::OnlyCheck)
        })
    };
    let stays = |node: &Index| pair.copy(*node).is_some();
    let kept = |node: Index| {
        Some(Kept {
            step: pair.as_is.step_id(node)?,
            reason: reason(node)?,
        })
    };
    pair.as_is
        .indices()
        .filter(stays)
        .filter_map(kept)
        .collect()
}
