//! Small edits at random places, as people make them.
use kaizu_model::{
    AddStep, Command, Document, EdgeId, FlowId, InsertStep, LaneId, MoveStep, NodeId, Remove,
    Rename, SetAttribute, StepId,
};
use kaizu_tests::chance::Chance;

/// A kind of edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Append,
    Insert,
    Lengthen,
    Shorten,
    Remove,
    HandOver,
    Minutes,
}

impl Kind {
    pub(crate) const ALL: [Self; 7] = [
        Self::Append,
        Self::Insert,
        Self::Lengthen,
        Self::Shorten,
        Self::Remove,
        Self::HandOver,
        Self::Minutes,
    ];

    /// What the table calls it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Append => "step added behind another",
            Self::Insert => "step put into an arrow",
            Self::Lengthen => "name made longer",
            Self::Shorten => "name made shorter",
            Self::Remove => "step removed",
            Self::HandOver => "step moved to another lane",
            Self::Minutes => "minutes changed",
        }
    }
}

/// An edit, and the box it is about: the new one, or the one that was there.
pub(crate) struct Edit {
    pub(crate) command: Command,
    pub(crate) about: NodeId,
    /// A box that stands where it happens, before and after.
    pub(crate) place: NodeId,
}

/// An edit of a `kind` somewhere in `flow`; `None` where chance found no place for it.
pub(crate) fn edit(
    kind: Kind,
    document: &Document,
    flow: FlowId,
    chance: &mut Chance,
) -> Option<Edit> {
    let steps: Vec<StepId> = document
        .nodes_of(flow)
        .iter()
        .filter_map(|node| node.id.step())
        .collect();
    let step = *chance.pick(&steps)?;
    let record = document.step(step).ok()?;
    let at = |command: Command| Edit {
        command,
        about: step.into(),
        place: step.into(),
    };
    let renamed = |name: String| {
        at(Rename {
            id: step.into(),
            name,
        }
        .into())
    };
    let lanes: Vec<LaneId> = document.lanes_of(flow).iter().map(|it| it.0).collect();
    match kind {
        Kind::Append => Some(appended(document, flow, step, record.lane)),
        Kind::Insert => inserted(document, flow, chance),
        Kind::Lengthen => Some(renamed(format!(
            "{}(記載内容と添付書類の両方)",
            record.name
        ))),
        Kind::Shorten => Some(renamed(record.name.chars().take(3).collect())),
        Kind::Remove => {
            let before = document.edges_to(step.into()).next()?.1.from;
            let edit = at(Remove::new(step).into());
            Some(Edit {
                place: before,
                ..edit
            })
        }
        Kind::HandOver => {
            let lane = *chance.pick(&lanes)?;
            let node = step.into();
            (lane != record.lane).then(|| at(MoveStep { node, lane }.into()))
        }
        Kind::Minutes => {
            let minutes = (5 + chance.below(90)) as f64;
            Some(at(SetAttribute::new(step, "minutes", minutes).into()))
        }
    }
}

fn appended(document: &Document, flow: FlowId, after: StepId, lane: LaneId) -> Edit {
    let mut ids = document.free_ids();
    let step: StepId = ids.mint();
    let add = AddStep {
        step,
        flow,
        lane,
        name: "結果を記録する".into(),
        after: Some(after.into()),
        edge: ids.mint(),
    };
    Edit {
        command: add.into(),
        about: step.into(),
        place: after.into(),
    }
}

fn inserted(document: &Document, flow: FlowId, chance: &mut Chance) -> Option<Edit> {
    let arrows: Vec<EdgeId> = document.edges_of(flow).map(|it| it.0).collect();
    let into = *chance.pick(&arrows)?;
    let from = document.edge(into).ok()?.from;
    let mut ids = document.free_ids();
    let step: StepId = ids.mint();
    let insert = InsertStep {
        step,
        lane: document.node(from).ok()?.lane,
        name: "結果を記録する".into(),
        into,
        edge: ids.mint(),
    };
    Some(Edit {
        command: insert.into(),
        about: step.into(),
        place: from,
    })
}
