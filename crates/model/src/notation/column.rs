//! What each column of a table is about.
use super::keyword::{CheckPart, Field};
use super::piece::Piece;
use crate::{Column, Medium, Step, Work};

/// What a column is about.
pub(super) enum Says {
    Name,
    Lane,
    Phase,
    /// What people write freely.
    Text(fn(&mut Step) -> &mut Option<String>),
    /// One of the two media.
    Medium(fn(&mut Step) -> &mut Option<Medium>),
    /// A part of what is checked.
    Check(CheckPart),
    /// The steps for which it is done.
    BecauseOf,
    /// An indented line of the notation; and what is unknown before it is read.
    Line(Field, fn(&mut Step)),
    /// What a whole row needs: it cannot be written alone.
    Row,
}

pub(super) fn says(column: Column) -> Says {
    match column {
        Column::Number | Column::Next => Says::Row,
        Column::Name => Says::Name,
        Column::Lane => Says::Lane,
        Column::Phase => Says::Phase,
        Column::System => Says::Text(|it| &mut it.system),
        Column::Role => Says::Text(|it| &mut it.role),
        Column::Article => Says::Text(|it| &mut it.article),
        Column::Began => Says::Text(|it| &mut it.began),
        Column::Note => Says::Text(|it| &mut it.note),
        Column::MediumIn => Says::Medium(|it| &mut it.medium_in),
        Column::MediumOut => Says::Medium(|it| &mut it.medium_out),
        Column::CheckObject => Says::Check(CheckPart::Object),
        Column::CheckAspects => Says::Check(CheckPart::Aspects),
        Column::CheckAgainst => Says::Check(CheckPart::Against),
        Column::CheckReason => Says::Check(CheckPart::Reason),
        Column::CheckIndependentOf => Says::Check(CheckPart::IndependentOf),
        Column::CheckWhy => Says::Check(CheckPart::Why),
        Column::CatchRate => Says::Check(CheckPart::CatchRate),
        Column::BecauseOf => Says::BecauseOf,
        Column::Kind => Says::Line(Field::Kind, |it| it.kind = None),
        Column::Media => Says::Line(Field::Media, |it| {
            (it.medium_in, it.medium_out) = (None, None);
        }),
        Column::Minutes => Says::Line(Field::Minutes, |it| {
            it.minutes = None;
            // A range around other minutes says nothing any more.
            it.work = it
                .work
                .filter(|it| !matches!(it, Work::Triangular { .. } | Work::Uniform { .. }));
        }),
        Column::Method => Says::Line(Field::Method, |it| it.method = None),
        Column::Wait => Says::Line(Field::Wait, |it| it.wait = None),
        Column::WaitCause => Says::Line(Field::WaitCause, |it| it.wait_cause = None),
        Column::People => Says::Line(Field::People, |it| it.people = None),
        Column::Batch => Says::Line(Field::Batch, |it| it.batch = None),
        Column::BatchSize => Says::Line(Field::BatchSize, |it| it.batch_size = None),
        Column::OtherSystems => Says::Line(Field::OtherSystems, |it| it.other_systems.clear()),
        Column::Reads => Says::Line(Field::Reads, |it| it.reads.clear()),
        Column::Writes => Says::Line(Field::Writes, |it| it.writes.clear()),
        Column::Basis => Says::Line(Field::Basis, |it| it.basis = None),
        Column::ChangeableBy => Says::Line(Field::ChangeableBy, |it| it.changeable_by = None),
        Column::Obligatory => Says::Line(Field::Obligatory, |it| it.is_obligatory = false),
        Column::Sheets => Says::Line(Field::Sheets, |it| it.sheets = None),
        Column::Seals => Says::Line(Field::Seals, |it| it.seals.clear()),
        Column::Attachments => Says::Line(Field::Attachments, |it| it.attachments.clear()),
        Column::Contact => Says::Line(Field::Contact, |it| it.contact = None),
        Column::Channel => Says::Line(Field::Channel, |it| it.channel = None),
        Column::Travel => Says::Line(Field::Travel, |it| it.travel = None),
        Column::Judgement => Says::Line(Field::Judgement, |it| it.needs_judgement = None),
        Column::ErrorRate => Says::Line(Field::ErrorRate, |it| it.error_rate = None),
        Column::Pressure => Says::Line(Field::Pressure, |it| it.is_under_pressure = false),
        Column::Value => Says::Line(Field::Value, |it| it.value = None),
        Column::Routine => Says::Line(Field::Routine, |it| it.routine = None),
        Column::Remote => Says::Line(Field::Remote, |it| it.is_remote_feasible = None),
    }
}

/// What is written; nothing where that is nothing.
pub(super) fn words(said: Piece) -> Option<String> {
    (!said.is_empty()).then(|| said.text())
}
