//! Which file of `icons` says what. All of them are sixteen pixels square, lines of one width with round ends.
use kaizu_model::{Medium, StepKind, Transfer};

macro_rules! drawing {
    ($name:literal) => {
        include_str!(concat!("../../../../icons/", $name, ".svg"))
    };
}

/// The drawing of a kind of step.
pub(crate) fn of_kind(kind: StepKind) -> &'static str {
    match kind {
        StepKind::Fill => drawing!("kinds/fill"),
        StepKind::Enter => drawing!("kinds/enter"),
        StepKind::Transcribe => drawing!("kinds/transcribe"),
        StepKind::Receive => drawing!("kinds/receive"),
        StepKind::Sort => drawing!("kinds/sort"),
        StepKind::Number => drawing!("kinds/number"),
        StepKind::Print => drawing!("kinds/print"),
        StepKind::Copy => drawing!("kinds/copy"),
        StepKind::Scan => drawing!("kinds/scan"),
        StepKind::Send => drawing!("kinds/send"),
        StepKind::Carry => drawing!("kinds/carry"),
        StepKind::HandOver => drawing!("kinds/hand_over"),
        StepKind::Reconcile => drawing!("kinds/reconcile"),
        StepKind::Check => drawing!("kinds/check"),
        StepKind::Recalculate => drawing!("kinds/recalculate"),
        StepKind::Examine => drawing!("kinds/examine"),
        StepKind::Inspect => drawing!("kinds/inspect"),
        StepKind::Seal => drawing!("kinds/seal"),
        StepKind::Draft => drawing!("kinds/draft"),
        StepKind::Approve => drawing!("kinds/approve"),
        StepKind::Consent => drawing!("kinds/consent"),
        StepKind::Circulate => drawing!("kinds/circulate"),
        StepKind::Query => drawing!("kinds/query"),
        StepKind::Inquire => drawing!("kinds/inquire"),
        StepKind::Consult => drawing!("kinds/consult"),
        StepKind::Calculate => drawing!("kinds/calculate"),
        StepKind::Aggregate => drawing!("kinds/aggregate"),
        StepKind::Compose => drawing!("kinds/compose"),
        StepKind::Register => drawing!("kinds/register"),
        StepKind::Keep => drawing!("kinds/keep"),
        StepKind::Notify => drawing!("kinds/notify"),
        StepKind::Pay => drawing!("kinds/pay"),
        StepKind::Wait => drawing!("kinds/wait"),
        StepKind::Discard => drawing!("kinds/discard"),
        StepKind::Automatic => drawing!("kinds/automatic"),
    }
}

/// The drawing of a medium.
pub(crate) fn of_medium(medium: Medium) -> &'static str {
    match medium {
        Medium::Paper => drawing!("media/paper"),
        Medium::Electronic => drawing!("media/electronic"),
        Medium::System => drawing!("media/system"),
        Medium::Excel => drawing!("media/excel"),
        Medium::Mail => drawing!("media/mail"),
        Medium::Fax => drawing!("media/fax"),
        Medium::Phone => drawing!("media/phone"),
        Medium::Voice => drawing!("media/voice"),
        Medium::Disk => drawing!("media/disk"),
        Medium::Cash => drawing!("media/cash"),
    }
}

/// The drawing of a way to hand over.
pub(crate) fn of_transfer(transfer: Transfer) -> &'static str {
    match transfer {
        Transfer::Hand => drawing!("transfers/hand"),
        Transfer::InternalMail => drawing!("transfers/internal_mail"),
        Transfer::Post => drawing!("transfers/post"),
        Transfer::Email => of_medium(Medium::Mail),
        Transfer::System => of_medium(Medium::System),
        Transfer::Phone => of_medium(Medium::Phone),
    }
}
