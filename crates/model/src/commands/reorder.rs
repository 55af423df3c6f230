//! Puts a step, lane or phase before or after another.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Apply;
use crate::{Change, Document, Edit, FlowId, Rank, RecordId, Refusal};

/// A place among siblings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// Directly before.
    Before(RecordId),
    /// Directly after.
    After(RecordId),
}

impl Place {
    /// The sibling it is told by.
    pub fn beside(self) -> RecordId {
        match self {
            Self::Before(id) | Self::After(id) => id,
        }
    }
}

/// Puts `id` at `place` among its siblings. Arrows stay as they are.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Reorder {
    /// What moves: a step, gateway, event, lane or phase.
    pub id: RecordId,
    /// Where it goes.
    pub place: Place,
}

impl Apply for Reorder {
    fn apply(&self, document: &Document) -> Result<Change, Refusal> {
        let mut record = document.expect_record(self.id)?.clone();
        let beside = document.expect_record(self.place.beside())?;
        if record.flow() != beside.flow() {
            return Err(Refusal::AcrossFlows(self.id, self.place.beside()));
        }
        let (rank, mut edits) = rank_at(document, self.id, self.place)?;
        record.set_rank(rank);
        edits.retain(|edit| edit.id != self.id);
        edits.push(document.put(self.id, record));
        Ok(edits.into_iter().collect())
    }
}

/// The rank behind every node of `flow`.
pub(super) fn rank_at_end(document: &Document, flow: FlowId) -> Rank {
    let last = document.nodes_of(flow).last().map_or(0, |node| node.rank.0);
    Rank(last.saturating_add(Rank::GAP))
}

/// The rank for `id` at `place`, and the edits that make room where there is none.
pub(super) fn rank_at(
    document: &Document,
    id: RecordId,
    place: Place,
) -> Result<(Rank, Vec<Edit>), Refusal> {
    let beside = place.beside();
    let wrong = || Refusal::NotSiblings(id, beside);
    let flow = document.expect_record(beside)?.flow().ok_or_else(wrong)?;
    let siblings: Vec<RecordId> = siblings(document, beside, flow)
        .ok_or_else(wrong)?
        .into_iter()
        .filter(|other| *other != id)
        .collect();
    let at = siblings
        .iter()
        .position(|other| *other == beside)
        .ok_or_else(wrong)?;
    let is_same_kind = crate::NodeId::try_from(id).is_ok()
        == crate::NodeId::try_from(beside).is_ok()
        && (crate::NodeId::try_from(id).is_ok() || id.word() == beside.word());
    if !is_same_kind {
        return Err(wrong());
    }
    let at = match place {
        Place::Before(_) => at,
        Place::After(_) => at + 1,
    };
    let rank_of = |n: usize| {
        siblings
            .get(n)
            .and_then(|id| document.record(*id))
            .and_then(crate::Record::rank)
    };
    let below = at.checked_sub(1).and_then(rank_of).map(|rank| rank.0);
    let above = rank_of(at).map(|rank| rank.0);
    let room = match (below, above) {
        (Some(below), Some(above)) => {
            (above.saturating_sub(below) > 1).then(|| below.midpoint(above))
        }
        (Some(below), None) => below.checked_add(Rank::GAP),
        (None, Some(above)) => above.checked_sub(Rank::GAP),
        (None, None) => Some(Rank::GAP),
    };
    if let Some(rank) = room {
        return Ok((Rank(rank), Vec::new()));
    }
    let mut edits = Vec::new();
    for (n, sibling) in siblings.iter().enumerate() {
        let mut record = document.expect_record(*sibling)?.clone();
        record.set_rank(Rank::nth(if n < at { n } else { n + 1 }));
        edits.push(document.put(*sibling, record));
    }
    Ok((Rank::nth(at), edits))
}

/// Everything ordered together with `beside`.
fn siblings(document: &Document, beside: RecordId, flow: FlowId) -> Option<Vec<RecordId>> {
    if let RecordId::Lane(_) = beside {
        return Some(
            document
                .lanes_of(flow)
                .into_iter()
                .map(|(id, _)| id.into())
                .collect(),
        );
    }
    if let RecordId::Phase(_) = beside {
        return Some(
            document
                .phases_of(flow)
                .into_iter()
                .map(|(id, _)| id.into())
                .collect(),
        );
    }
    crate::NodeId::try_from(beside).ok()?;
    Some(
        document
            .nodes_of(flow)
            .into_iter()
            .map(|node| node.id.into())
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Command;
    use crate::table::{Row, holds, lane, step};

    fn reorder(id: impl Into<RecordId>, place: Place) -> Command {
        let id = id.into();
        Reorder { id, place }.into()
    }

    #[test]
    fn the_order_changes_and_the_arrows_stay() {
        let rows: &[Row] = &[
            (
                "窓口: 甲\n窓口: 乙\n審査: 丙",
                &|it| reorder(step(it, "丙"), Place::Before(step(it, "甲").into())),
                "@担当 窓口 [職員]\n@担当 審査 [職員]\n審査: 丙\n  → 終わり\n窓口: 甲\n窓口: 乙\n  → 丙",
            ),
            (
                "窓口: 甲\n審査: 乙",
                &|it| reorder(lane(it, "窓口"), Place::After(lane(it, "審査").into())),
                "@担当 審査 [職員]\n@担当 窓口 [職員]\n窓口: 甲\n審査: 乙",
            ),
            (
                "窓口: 甲",
                &|it| reorder(step(it, "甲"), Place::After(lane(it, "窓口").into())),
                "!not-siblings",
            ),
            (
                "窓口: 甲",
                &|it| reorder(step(it, "甲"), Place::After(step(it, "甲").into())),
                "!not-siblings",
            ),
        ];
        holds(rows);
    }
}
