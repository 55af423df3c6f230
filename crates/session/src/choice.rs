//! Which flow of a project is meant.
use kaizu_model::{FlowId, Process, ProcessId, Variant};

use crate::problem::Problem;
use crate::session::Session;

impl Session {
    /// The flow that `process` and `flow` choose by name: the first process, its as-is, where they are silent.
    pub fn choose(&self, process: Option<&str>, flow: Option<&str>) -> Result<FlowId, Problem> {
        let document = self.document();
        let is_meant = |it: &Process| {
            process.is_none_or(|name| it.name == name || it.key.as_deref() == Some(name))
        };
        // A process that nobody asked for by name is one that has a flow.
        let is_shown = |id| process.is_some() || !document.flows_of(id).is_empty();
        let found: Option<ProcessId> = document
            .processes()
            .find(|(id, it)| is_meant(it) && is_shown(*id))
            .map(|(id, _)| id);
        let names: Vec<&str> = document
            .processes()
            .map(|(_, it)| it.name.as_str())
            .collect();
        let Some(id) = found else {
            let values = [
                ("name", process.unwrap_or_default().to_owned()),
                ("names", self.words().list(&names)),
            ];
            return Err(self.problem("no-such-process", &values));
        };
        let flows = document.flows_of(id);
        let called = |name: &str| flows.iter().find(|(_, it)| it.name == name);
        let of_variant = |variant: Variant| flows.iter().find(|(_, it)| it.variant == variant);
        let chosen = match flow {
            None => flows.first(),
            Some(name) => called(name).or_else(|| Variant::spelled(name).and_then(of_variant)),
        };
        chosen.map(|(id, _)| *id).ok_or_else(|| {
            let names: Vec<&str> = flows.iter().map(|(_, it)| it.name.as_str()).collect();
            let values = [
                ("name", flow.unwrap_or_default().to_owned()),
                ("names", self.words().list(&names)),
            ];
            self.problem("no-such-flow", &values)
        })
    }
}
