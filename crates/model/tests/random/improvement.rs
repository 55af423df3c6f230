//! A random change of a better flow, and what such a flow was composed with.
use std::collections::BTreeMap;

use kaizu_model::*;

use super::Dice;

/// A change of `flow` that tells of anything among `ids`, in this flow or another.
pub(crate) fn of(dice: &mut Dice, flow: FlowId, ids: &[RecordId]) -> Improvement {
    let anywhere: Vec<NodeId> = ids.iter().filter_map(|id| (*id).try_into().ok()).collect();
    let voices: Vec<ComplaintId> = ids.iter().filter_map(|id| (*id).try_into().ok()).collect();
    let others: Vec<ImprovementId> = ids.iter().filter_map(|id| (*id).try_into().ok()).collect();
    let named = |dice: &mut Dice| -> BTreeMap<String, f64> {
        let count = dice.below(3);
        (0..count).map(|_| (dice.text(), dice.number())).collect()
    };
    Improvement {
        flow,
        rank: Rank(0),
        rewrite: dice.text(),
        code: dice.text(),
        class: dice.pick(Difference::ALL),
        decision: dice.pick(Adoption::ALL),
        reason: dice.maybe(Dice::text),
        falls_with: dice.some_of(&others).first().copied(),
        place: dice.some_of(&anywhere),
        steps: dice.some_of(&anywhere),
        dropped: dice.some_of(&anywhere),
        touched: dice.some_of(&anywhere),
        new_steps: Vec::new(),
        new_names: (0..dice.below(3)).map(|_| dice.text()).collect(),
        complaints: dice.some_of(&voices),
        findings: vec![Answered {
            detector: dice.text(),
            nodes: dice.some_of(&anywhere),
        }],
        depends_on: Vec::new(),
        authority: dice.pick(Authority::ALL),
        cost: dice.pick(Cost::ALL),
        loses: (0..dice.below(3)).map(|_| dice.text()).collect(),
        procedures: (0..dice.below(3)).map(|_| dice.text()).collect(),
        facts: named(dice),
        parameters: named(dice),
        delta: named(dice),
        staff_range: dice.maybe(|dice| [-dice.number(), dice.number()]),
    }
}

/// What a flow was composed with.
pub(crate) fn composed(dice: &mut Dice) -> Composed {
    Composed {
        package: dice.pick(Package::ALL),
        outlook: dice.pick(Outlook::ALL),
        own: (0..dice.below(3))
            .map(|_| (dice.text(), dice.number()))
            .collect(),
        limits: Limits {
            authority: dice.maybe(|dice| dice.pick(Authority::ALL)),
            cost: dice.maybe(|dice| dice.pick(Cost::ALL)),
            changes: dice.maybe(|dice| dice.below(9) as u32),
        },
        from_mark: dice.text(),
        mark: dice.text(),
    }
}
