//! Steps that run by themselves.
use kaizu_model::{Minutes, OfficeHours, Step, StepKind};

/// `blank` as a step that runs by itself: it takes nobody's time, and nothing waits for it.
pub(crate) fn by_itself(blank: Step) -> Step {
    Step {
        kind: Some(StepKind::Automatic),
        minutes: Some(Minutes::ZERO),
        wait: Some(OfficeHours::ZERO),
        ..blank
    }
}
