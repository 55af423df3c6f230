//! Several reasons to go the same way: `30% 書類不足 → 補正` and `20% 記載誤り → 補正` are one arrow for both.
use super::Expected;
use crate::{Edge, Share, Split};

/// One arrow for both: shares added, conditions side by side. What differs otherwise cannot be one.
pub(super) fn merged(first: &Edge, second: &Edge) -> Result<Edge, Expected> {
    let share = match (first.share, second.share) {
        (None, None) => None,
        (Some(one), Some(other)) => Some(sum(one, other)?),
        (None, Some(_)) | (Some(_), None) => return Err(Expected::FirstArrow),
    };
    let condition = match (&first.condition, &second.condition) {
        (Some(one), Some(other)) if one == other => Some(one.clone()),
        (Some(one), Some(other)) => Some(format!("{one}・{other}")),
        (None, None) if share.is_some() => None,
        (None, None | Some(_)) | (Some(_), None) => return Err(Expected::FirstArrow),
    };
    let merged = Edge {
        share,
        condition,
        ..first.clone()
    };
    let alike = Edge {
        share,
        condition: merged.condition.clone(),
        ..second.clone()
    };
    if merged == alike {
        Ok(merged)
    } else {
        Err(Expected::FirstArrow)
    }
}

fn sum(one: Share, other: Share) -> Result<Share, Expected> {
    // Shares as people write them add up to the whole only nearly.
    if one.get() + other.get() > 1.0 + 1e-9 {
        return Err(Expected::Share);
    }
    Ok(one.plus(other))
}

/// Whether an arrow says nothing but where it leads.
pub(super) fn is_silent((edge, split): &(Edge, Option<Split>)) -> bool {
    let bare = Edge::new(edge.flow, edge.from, edge.to, edge.split);
    split.is_none() && *edge == bare
}
