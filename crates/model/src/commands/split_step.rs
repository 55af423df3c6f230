//! Parts one step into two that follow each other.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Apply, Place, reorder};
use crate::{Change, Document, Edge, EdgeId, Minutes, Refusal, Split, Step, StepId};

/// Parts `step`: it keeps its beginning, `second` takes over its end and its arrows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SplitStep {
    /// What is parted.
    pub step: StepId,
    /// A number nobody has.
    pub second: StepId,
    /// A number for the arrow between the two.
    pub edge: EdgeId,
    /// What the second part is called.
    pub name: String,
    /// How many of the minutes go to the second part.
    pub minutes: Option<Minutes>,
}

impl Apply for SplitStep {
    fn apply(&self, document: &Document) -> Result<Change, Refusal> {
        let first = document.step(self.step)?;
        if let Some(taken) = [self.second.into(), self.edge.into()]
            .into_iter()
            .find(|id| document.record(*id).is_some())
        {
            return Err(Refusal::AlreadyThere(taken));
        }
        if self.name.trim().is_empty() {
            return Err(Refusal::EmptyName(self.second.into()));
        }
        let flow = first.flow;
        let (rank, mut edits) =
            reorder::rank_at(document, self.second.into(), Place::After(self.step.into()))?;
        let moved = self.minutes.map_or(0.0, Minutes::get);
        let left = first
            .minutes
            .map(|minutes| Minutes::try_from((minutes.get() - moved).max(0.0)).unwrap_or(minutes));
        let second = Step {
            phase: first.phase,
            kind: first.kind,
            minutes: self.minutes,
            medium_in: first.medium_out.or(first.medium_in),
            medium_out: first.medium_out,
            system: first.system.clone(),
            basis: first.basis,
            ..Step::new(first.flow, rank, first.lane, self.name.trim())
        };
        // Where the list had no room, the first part has a new rank already.
        let ranked = edits.iter().find(|edit| edit.id == self.step.into());
        let rank = ranked.and_then(|edit| edit.after.as_ref()?.rank());
        let first = Step {
            rank: rank.unwrap_or(first.rank),
            minutes: left,
            ..first.clone()
        };
        edits.retain(|edit| edit.id != self.step.into());
        edits.push(document.put(self.step, first));
        edits.push(document.put(self.second, second));
        for (id, edge) in document.edges_from(self.step.into()) {
            edits.push(document.put(
                id,
                Edge {
                    from: self.second.into(),
                    ..edge.clone()
                },
            ));
        }
        let between = Edge::new(flow, self.step.into(), self.second.into(), Split::Sequence);
        edits.push(document.put(self.edge, between));
        Ok(edits.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Row, fresh, holds, step};
    use crate::{Command, Rank};

    fn split(document: &Document, name: &str) -> Command {
        SplitStep {
            step: step(document, "甲"),
            second: fresh(document, 0),
            edge: fresh(document, 1),
            name: name.into(),
            minutes: Some(2.0.try_into().unwrap()),
        }
        .into()
    }

    /// Ranks so close that the list must be ranked anew.
    fn split_without_room(document: &Document) -> Command {
        let crowd = |name: &str, rank| {
            let id = step(document, name);
            let it = document.step(id).unwrap().clone();
            crate::Revise::new(
                id,
                Step {
                    rank: Rank(rank),
                    ..it
                },
            )
            .into()
        };
        let commands = vec![crowd("甲", 1), crowd("乙", 2), split(document, "丙")];
        crate::Many {
            title: String::new(),
            commands,
        }
        .into()
    }

    #[test]
    fn the_second_part_takes_over_the_arrows_and_some_of_the_minutes() {
        let parted = "窓口: 甲 3分 [法令]\n窓口: 丙 2分 [法令]\n窓口: 乙";
        let rows: &[Row] = &[
            (
                "窓口: 甲 5分 [法令]\n窓口: 乙",
                &|it| split(it, "丙"),
                parted,
            ),
            ("窓口: 甲 5分 [法令]\n窓口: 乙", &split_without_room, parted),
            ("窓口: 甲", &|it| split(it, " "), "!empty-name"),
        ];
        holds(rows);
    }
}
