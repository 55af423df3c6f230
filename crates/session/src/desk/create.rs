//! A new project with a flow that is still empty.
use kaizu_model::{
    Document, Flow, FlowId, Lane, LaneId, LaneKind, Process, ProcessId, Rank, Record, RecordId,
    Variant,
};
use serde::Deserialize;
use ts_rs::TS;

use super::{Ask, Desk, View};
use crate::problem::Problem;
use crate::words::Words;

/// Asks for a new project.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "CreateCall")]
pub struct Create {
    /// What people call the work.
    pub name: String,
}

impl Ask for Create {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        let words = desk.words();
        let name = called(&words, &self.name);
        desk.open_draft(&beginning(&words, &name), &name, Vec::new())
    }
}

/// What a process is called of which somebody wrote `name`.
pub(super) fn called(words: &Words, name: &str) -> String {
    match name.trim() {
        "" => words.say("desk-new-process"),
        name => name.to_owned(),
    }
}

/// A process called `name` with a resident, someone in charge and a head of section, and nothing to do yet.
pub(super) fn beginning(words: &Words, name: &str) -> Document {
    let (process, flow) = (ProcessId(1), FlowId(2));
    let lanes = [
        (LaneKind::Resident, "desk-new-lane-resident"),
        (LaneKind::Staff, "desk-new-lane-staff"),
        (LaneKind::Role, "desk-new-lane-role"),
    ];
    let lanes = (0_u32..).zip(lanes).map(|(n, (kind, id))| {
        let lane = Lane::new(flow, Rank::nth(n as usize), kind, words.say(id));
        (LaneId(3 + n).into(), lane.into())
    });
    let head: [(RecordId, Record); 2] = [
        (process.into(), Process::new(name).into()),
        (flow.into(), Flow::new(process, Variant::AsIs, "").into()),
    ];
    head.into_iter().chain(lanes).collect()
}
