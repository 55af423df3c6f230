//! Names what the form has no key for: of the process, of the flow, and of the project around it.
use kaizu_model::{Document, Flow, Form, LifeEvent, Measurement, Person, Process, Project, Record};
use kaizu_model::{FlowId, Improvement, ProcessId, RecordId, Store, Variant, Verdict};

use super::losses::Losses;
use crate::LossKind;

/// Attributes of a process without a key.
pub(super) fn of_process(process: &Process, losses: &mut Losses) {
    let Process {
        key: _,
        name: _,
        purpose: _,
        outcome,
        laws,
        section,
        kind,
        is_illustrative: _,
        volume_per_year: _,
        volume_normal,
        volume_at_peak,
        peak_days,
        volume_off_peak,
        backlog,
        life_event: _,
        standard_days: _,
        required_outputs: _,
        arrivals: _,
    } = process;
    let own = process.key.as_deref().unwrap_or(&process.name);
    losses.attribute(own, "outcome", outcome);
    losses.attribute(own, "laws", laws);
    losses.attribute(own, "section", section);
    losses.attribute(own, "kind", kind);
    losses.attribute(own, "volume_normal", volume_normal);
    losses.attribute(own, "volume_at_peak", volume_at_peak);
    losses.attribute(own, "peak_days", peak_days);
    losses.attribute(own, "volume_off_peak", volume_off_peak);
    losses.attribute(own, "backlog", backlog);
}

/// Attributes of a flow without a key. The file always holds an as-is called by the name of its process.
pub(super) fn of_flow(flow: &Flow, process: &Process, losses: &mut Losses) {
    let Flow {
        process: _,
        name,
        variant,
        made_from,
        composed,
        version,
        status,
        note,
    } = flow;
    let usual = [variant.ja(), variant.en(), process.name.as_str()];
    let own_name = Some(name).filter(|name| !usual.contains(&name.as_str()));
    let to_be = Some(variant).filter(|variant| **variant != Variant::AsIs);
    losses.attribute(name, "name", &own_name);
    losses.attribute(name, "variant", &to_be);
    losses.attribute(name, "made_from", made_from);
    losses.attribute(name, "composed", composed);
    losses.attribute(name, "version", version);
    losses.attribute(name, "status", status);
    losses.attribute(name, "note", note);
}

/// Records that are not part of the flow written, or that the form does not know.
pub(super) fn of_project(
    document: &Document,
    process: ProcessId,
    flow: FlowId,
    losses: &mut Losses,
) {
    for (id, record) in document.records() {
        let (what, detail) = match record {
            Record::Flow(it) if id != flow.into() => (LossKind::OtherFlow, it.name.clone()),
            Record::Project(it) if is_named_only(it) => continue,
            Record::Project(it) => (LossKind::NoPlace, it.name.clone()),
            Record::LifeEvent(LifeEvent { name, .. }) | Record::Person(Person { name, .. }) => {
                (LossKind::NoPlace, name.clone())
            }
            Record::Form(Form {
                process: own, name, ..
            })
            | Record::Store(Store {
                process: own, name, ..
            }) if *own == process => (LossKind::NoPlace, name.clone()),
            Record::Measurement(Measurement {
                flow: own,
                period: text,
                ..
            })
            | Record::Verdict(Verdict {
                flow: own,
                detector: text,
                ..
            })
            | Record::Improvement(Improvement {
                flow: own,
                code: text,
                ..
            }) if *own == flow => (LossKind::NoPlace, text.clone()),
            Record::Event(it) if it.flow == flow => (LossKind::NoPlace, it.name.clone()),
            // Written, or lost together with the flow or process they belong to.
            Record::Process(_)
            | Record::Flow(_)
            | Record::Lane(_)
            | Record::Phase(_)
            | Record::Step(_)
            | Record::Gateway(_)
            | Record::Event(_)
            | Record::Edge(_)
            | Record::Item(_)
            | Record::Form(_)
            | Record::Store(_)
            | Record::Complaint(_)
            | Record::Duty(_)
            | Record::Measurement(_)
            | Record::Verdict(_)
            | Record::Improvement(_) => continue,
        };
        losses.dropped(what, RecordId::to_string(&id), detail);
    }
}

/// Whether a project says nothing but its name.
fn is_named_only(project: &Project) -> bool {
    *project
        == Project {
            name: project.name.clone(),
            ..Project::default()
        }
}
