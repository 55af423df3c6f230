//! Everything that can be said about a step.
use kaizu_model::*;

use super::Dice;

/// Fills `step` at random.
pub(crate) fn fill(dice: &mut Dice, step: &mut Step, items: &[ItemId], steps: &[StepId]) {
    step.kind = dice.maybe(|dice| dice.pick(StepKind::ALL));
    step.role = dice.maybe(Dice::text);
    step.minutes = dice.maybe(Dice::amount);
    step.work = dice.maybe(work);
    step.method = dice.maybe(|dice| dice.pick(Method::ALL));
    step.people = dice.maybe(Dice::amount);
    step.wait = dice.maybe(Dice::amount);
    step.wait_cause = dice.maybe(|dice| dice.pick(WaitCause::ALL));
    step.batch = dice.maybe(|dice| dice.pick(Batch::ALL));
    step.batch_size = dice.maybe(Dice::amount);
    step.medium_in = dice.maybe(|dice| dice.pick(Medium::ALL));
    step.medium_out = dice.maybe(|dice| dice.pick(Medium::ALL));
    step.system = dice.maybe(Dice::text);
    step.other_systems = (0..dice.below(3)).map(|_| dice.text()).collect();
    step.reads = accesses(dice, items);
    step.writes = accesses(dice, items);
    step.basis = dice.maybe(|dice| dice.pick(Basis::ALL));
    step.article = dice.maybe(Dice::text);
    step.changeable_by = dice.maybe(|dice| dice.pick(Authority::ALL));
    step.is_obligatory = dice.flip();
    step.check = dice.maybe(check);
    step.began = dice.maybe(Dice::text);
    step.because_of = dice.some_of(steps);
    step.realises = (0..dice.below(3)).map(|_| dice.text()).collect();
    step.value = dice.maybe(|dice| dice.pick(ValueClass::ALL));
    step.routine = dice.maybe(|dice| dice.pick(Routine::ALL));
    step.needs_judgement = dice.maybe(Dice::flip);
    step.error_rate = dice.maybe(Dice::share);
    step.is_under_pressure = dice.flip();
    step.sheets = dice.maybe(Dice::amount);
    step.seals = dice.some_of(SealKind::ALL);
    step.attachments = dice.some_of(items);
    step.contact = dice.maybe(|dice| dice.pick(Contact::ALL));
    step.channel = dice.maybe(|dice| dice.pick(Channel::ALL));
    step.travel = dice.maybe(Dice::amount);
    step.is_remote_feasible = dice.maybe(Dice::flip);
    step.note = dice.maybe(Dice::text);
}

fn work(dice: &mut Dice) -> Work {
    match dice.below(5) {
        0 => Work::Fixed {},
        1 => Work::Exponential {},
        2 => Work::Triangular {
            low: dice.amount(),
            likely: dice.amount(),
            high: dice.amount(),
        },
        3 => Work::Uniform {
            low: dice.amount(),
            high: dice.amount(),
        },
        _ => Work::Lognormal { sd: dice.amount() },
    }
}

fn check(dice: &mut Dice) -> Check {
    Check {
        object: dice.maybe(Dice::text),
        aspects: (0..dice.below(3)).map(|_| dice.text()).collect(),
        against: dice.maybe(Dice::text),
        why_it_began: dice.maybe(Dice::text),
        catch_rate: dice.maybe(Dice::share),
        reason: dice.maybe(|dice| dice.pick(CheckReason::ALL)),
        independent_of: dice.maybe(Dice::text),
    }
}

fn accesses(dice: &mut Dice, items: &[ItemId]) -> Vec<Access> {
    let items = dice.some_of(items);
    let access = |dice: &mut Dice, item| Access {
        item,
        medium: dice.maybe(|dice| dice.pick(Medium::ALL)),
        store: dice.maybe(Dice::text),
        is_structured: dice.maybe(Dice::flip),
        change: dice.maybe(|dice| dice.pick(AccessChange::ALL)),
        copied_from: dice.maybe(Dice::text),
    };
    items.into_iter().map(|item| access(dice, item)).collect()
}
