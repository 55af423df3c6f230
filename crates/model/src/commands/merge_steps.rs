//! Joins two steps that follow each other into one.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Apply;
use crate::{
    Access, Change, Document, Edge, Minutes, OfficeHours, Quantity, RecordId, Refusal, SealKind,
    Step, StepId,
};

/// Joins `second` into `first`, which is then called `name`. Nothing is lost: minutes and waits add up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct MergeSteps {
    /// The step that stays.
    pub first: StepId,
    /// The step that directly follows it, and goes.
    pub second: StepId,
    /// What the joined step is called.
    pub name: String,
}

impl Apply for MergeSteps {
    fn apply(&self, document: &Document) -> Result<Change, Refusal> {
        let (first, second) = (document.step(self.first)?, document.step(self.second)?);
        let (a, b) = (RecordId::from(self.first), RecordId::from(self.second));
        if self.name.trim().is_empty() {
            return Err(Refusal::EmptyName(a));
        }
        let onward: Vec<_> = document.edges_from(self.first.into()).collect();
        let inward = document.edges_to(self.second.into()).count();
        let [(between, edge)] = onward.as_slice() else {
            return Err(Refusal::NotAdjacent(a, b));
        };
        if edge.to != self.second.into() || inward != 1 {
            return Err(Refusal::NotAdjacent(a, b));
        }
        let mut edits = vec![
            document.put(self.first, self.joined(first, second)),
            document.edit(*between, None),
        ];
        for (id, edge) in document.edges_from(self.second.into()) {
            if edge.to == self.first.into() {
                edits.push(document.edit(id, None));
            } else {
                edits.push(document.put(
                    id,
                    Edge {
                        from: self.first.into(),
                        ..edge.clone()
                    },
                ));
            }
        }
        edits.extend(mentions(document, b, a, &edits));
        edits.push(document.edit(self.second, None));
        Ok(edits.into_iter().collect())
    }
}

/// Other records that speak of `old` then speak of `new`.
fn mentions(
    document: &Document,
    old: RecordId,
    new: RecordId,
    done: &[crate::Edit],
) -> Vec<crate::Edit> {
    let is_done = |id| id == old || done.iter().any(|edit| edit.id == id);
    let others = document.records().filter(|(id, _)| !is_done(*id));
    others
        .filter(|(_, record)| record.references().contains(&old))
        .map(|(id, record)| {
            let mut next = record.clone();
            next.refer(&mut |id| Some(if id == old { new } else { id }));
            document.put(id, next)
        })
        .collect()
}

/// What `first` lists, then what only `second` does.
fn both<T: Clone + PartialEq>(first: &[T], second: &[T]) -> Vec<T> {
    let mut all = first.to_vec();
    for one in second {
        if !all.contains(one) {
            all.push(one.clone());
        }
    }
    all
}
impl MergeSteps {
    fn joined(&self, first: &Step, second: &Step) -> Step {
        let inner: Vec<Access> = second
            .reads
            .iter()
            .filter(|it| !first.writes.contains(it))
            .cloned()
            .collect();
        let mut because_of = both(&first.because_of, &second.because_of);
        because_of.retain(|id| *id != self.first && *id != self.second);
        let minutes = sum(
            first.minutes.map(Minutes::get),
            second.minutes.map(Minutes::get),
        );
        let wait = sum(
            first.wait.map(OfficeHours::get),
            second.wait.map(OfficeHours::get),
        );
        let sheets = sum(
            first.sheets.map(Quantity::get),
            second.sheets.map(Quantity::get),
        );
        Step {
            name: self.name.trim().to_owned(),
            minutes: minutes.and_then(|it| it.try_into().ok()),
            wait: wait.and_then(|it| it.try_into().ok()),
            sheets: sheets.and_then(|it| it.try_into().ok()),
            medium_out: second.medium_out.or(first.medium_out),
            other_systems: both(&first.other_systems, &second.other_systems),
            channel: first.channel.or(second.channel),
            reads: both(&first.reads, &inner),
            writes: both(&first.writes, &second.writes),
            attachments: both(&first.attachments, &second.attachments),
            because_of,
            realises: both(&first.realises, &second.realises),
            basis: first.basis.into_iter().chain(second.basis).min(),
            is_obligatory: first.is_obligatory || second.is_obligatory,
            check: first.check.clone().or_else(|| second.check.clone()),
            seals: first
                .seals
                .iter()
                .chain(&second.seals)
                .copied()
                .collect::<Vec<SealKind>>(),
            ..first.clone()
        }
    }
}

fn sum(a: Option<f64>, b: Option<f64>) -> Option<f64> {
    match (a, b) {
        (None, None) => None,
        (a, b) => Some(a.unwrap_or(0.0) + b.unwrap_or(0.0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Command;
    use crate::table::{Row, holds, step};

    fn merge(document: &Document, second: &str) -> Command {
        MergeSteps {
            first: step(document, "甲"),
            second: step(document, second),
            name: "甲乙".into(),
        }
        .into()
    }

    #[test]
    fn two_steps_in_a_row_become_one_and_lose_nothing() {
        let rows: &[Row] = &[
            (
                "窓口: 甲 2分 [紙→電子 慣行]\n  読む: 氏名\n窓口: 乙 3分 [電子→紙 法令]\n  引き継ぐ手順: K1\n  → 丙\n窓口: 丙",
                &|it| merge(it, "乙"),
                "窓口: 甲乙 5分 [紙→紙 法令]\n  読む: 氏名\n  引き継ぐ手順: K1\n窓口: 丙",
            ),
            (
                "窓口: 甲\n  理由となる手順: 乙\n窓口: 乙\n@声 職員 不満 乙: 遅い\n@職務分離 甲 / 乙",
                &|it| merge(it, "乙"),
                "窓口: 甲乙\n@声 職員 不満 甲乙: 遅い\n@職務分離 甲乙 / 甲乙",
            ),
            (
                "窓口: 甲\n窓口: 乙\n窓口: 丙",
                &|it| merge(it, "丙"),
                "!not-adjacent",
            ),
            (
                "窓口: 甲\n窓口: 乙\n窓口: 丙\n  → 乙",
                &|it| merge(it, "乙"),
                "!not-adjacent",
            ),
        ];
        holds(rows);
    }
}
