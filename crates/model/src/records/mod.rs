//! What a project holds: one file per record, listed below with how the document looks them up.
mod complaint;
mod duty;
mod edge;
mod event;
mod flow;
mod form;
mod gateway;
mod improvement;
mod item;
mod lane;
mod life_event;
mod measurement;
mod person;
mod phase;
mod process;
mod project;
mod step;
mod store;
mod verdict;
mod work;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use complaint::Complaint;
pub use duty::Duty;
pub use edge::Edge;
pub use event::Event;
pub use flow::{Composed, Flow, Limits};
pub use form::Form;
pub use gateway::Gateway;
pub use improvement::{Answered, Improvement};
pub use item::Item;
pub use lane::Lane;
pub use life_event::LifeEvent;
pub use measurement::Measurement;
pub use person::Person;
pub use phase::Phase;
pub use process::{Arrivals, Process};
pub use project::Project;
pub use step::{Access, Check, Step};
pub use store::Store;
pub use verdict::Verdict;
pub use work::Work;

use crate::{
    ComplaintId, Document, DutyId, EdgeId, EventId, FlowId, FormId, GatewayId, ImprovementId,
    ItemId, LaneId, LifeEventId, MeasurementId, NodeId, NotAnId, PersonId, PhaseId, Point,
    ProcessId, ProjectId, Rank, RecordId, Refusal, StepId, StoreId, VerdictId,
};

/// Says what becomes of a reference: another id, or nothing where the record is gone.
pub(crate) type Follow<'a> = &'a mut dyn FnMut(RecordId) -> Option<RecordId>;

/// What every record can say of itself.
pub(crate) trait Refers {
    /// Passes every reference through `follow`. False when one that the record cannot live without is gone.
    fn refer(&mut self, follow: Follow) -> bool;
}

/// A reference without which the record means nothing.
pub(crate) fn needs<T: Copy + Into<RecordId> + TryFrom<RecordId, Error = NotAnId>>(
    id: &mut T,
    follow: Follow,
) -> bool {
    match follow((*id).into()).map(T::try_from) {
        Some(Ok(next)) => {
            *id = next;
            true
        }
        Some(Err(_)) | None => false,
    }
}

/// A reference that may be dropped.
pub(crate) fn may<T: Copy + Into<RecordId> + TryFrom<RecordId, Error = NotAnId>>(
    id: &mut Option<T>,
    follow: Follow,
) {
    *id = id
        .and_then(|id| follow(id.into()))
        .and_then(|id| T::try_from(id).ok());
}

/// References of which each may be dropped.
pub(crate) fn each<T: Copy + Into<RecordId> + TryFrom<RecordId, Error = NotAnId>>(
    ids: &mut Vec<T>,
    follow: Follow,
) {
    *ids = ids
        .iter()
        .filter_map(|id| follow((*id).into()))
        .filter_map(|id| T::try_from(id).ok())
        .collect();
}

/// Declares the records: `lane lanes: Lane(LaneId)`.
macro_rules! records {
    ($($one:ident $many:ident: $name:ident($id:ident)),* $(,)?) => {
        /// Anything a project holds.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        #[ts(rename = "ModelRecord")]
        #[expect(clippy::large_enum_variant, reason = "most records of a project are steps")]
        pub enum Record {
            $(#[doc = stringify!($name)] $name($name)),*
        }

        impl Record {
            /// Whether this record may stand under `id`.
            pub fn fits(&self, id: RecordId) -> bool {
                matches!((self, id), $((Self::$name(_), RecordId::$name(_)))|*)
            }

            pub(crate) fn refer(&mut self, follow: Follow) -> bool {
                match self { $(Self::$name(record) => record.refer(follow)),* }
            }
        }

        $(impl From<$name> for Record {
            fn from(record: $name) -> Self {
                Self::$name(record)
            }
        })*

        impl Document {
            $(
                #[doc = concat!("The ", stringify!($one), " called `id`.")]
                pub fn $one(&self, id: $id) -> Result<&$name, Refusal> {
                    if let Some(Record::$name(record)) = self.record(id.into()) {
                        Ok(record)
                    } else {
                        Err(Refusal::NoSuchRecord(id.into()))
                    }
                }

                #[doc = concat!("Every ", stringify!($one), " of the project, in the order of ids.")]
                pub fn $many(&self) -> impl Iterator<Item = ($id, &$name)> {
                    self.range(RecordId::$name($id(0)), RecordId::$name($id(u32::MAX))).filter_map(|(id, record)| {
                        match (id, record) {
                            (RecordId::$name(id), Record::$name(record)) => Some((id, record)),
                            _ => None,
                        }
                    })
                }
            )*
        }
    };
}

records! {
    project projects: Project(ProjectId),
    life_event life_events: LifeEvent(LifeEventId),
    process processes: Process(ProcessId),
    flow flows: Flow(FlowId),
    lane lanes: Lane(LaneId),
    phase phases: Phase(PhaseId),
    step steps: Step(StepId),
    gateway gateways: Gateway(GatewayId),
    event events: Event(EventId),
    edge edges: Edge(EdgeId),
    item items: Item(ItemId),
    form forms: Form(FormId),
    store stores: Store(StoreId),
    complaint complaints: Complaint(ComplaintId),
    duty duties: Duty(DutyId),
    person people: Person(PersonId),
    measurement measurements: Measurement(MeasurementId),
    verdict verdicts: Verdict(VerdictId),
    improvement improvements: Improvement(ImprovementId),
}

impl Record {
    /// The name a person gave it, where it has one.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Project(it) => Some(&it.name),
            Self::LifeEvent(it) => Some(&it.name),
            Self::Process(it) => Some(&it.name),
            Self::Flow(it) => Some(&it.name),
            Self::Lane(it) => Some(&it.name),
            Self::Phase(it) => Some(&it.name),
            Self::Step(it) => Some(&it.name),
            Self::Gateway(it) => Some(&it.name),
            Self::Event(it) => Some(&it.name),
            Self::Item(it) => Some(&it.name),
            Self::Form(it) => Some(&it.name),
            Self::Store(it) => Some(&it.name),
            Self::Person(it) => Some(&it.name),
            Self::Edge(_)
            | Self::Complaint(_)
            | Self::Duty(_)
            | Self::Measurement(_)
            | Self::Verdict(_)
            | Self::Improvement(_) => None,
        }
    }

    /// The name, to be changed.
    pub(crate) fn name_mut(&mut self) -> Option<&mut String> {
        match self {
            Self::Project(it) => Some(&mut it.name),
            Self::LifeEvent(it) => Some(&mut it.name),
            Self::Process(it) => Some(&mut it.name),
            Self::Flow(it) => Some(&mut it.name),
            Self::Lane(it) => Some(&mut it.name),
            Self::Phase(it) => Some(&mut it.name),
            Self::Step(it) => Some(&mut it.name),
            Self::Gateway(it) => Some(&mut it.name),
            Self::Event(it) => Some(&mut it.name),
            Self::Item(it) => Some(&mut it.name),
            Self::Form(it) => Some(&mut it.name),
            Self::Store(it) => Some(&mut it.name),
            Self::Person(it) => Some(&mut it.name),
            Self::Edge(_)
            | Self::Complaint(_)
            | Self::Duty(_)
            | Self::Measurement(_)
            | Self::Verdict(_)
            | Self::Improvement(_) => None,
        }
    }

    /// Whether it may mention records of another flow than its own: a change of a better flow tells what it is made of.
    pub(crate) fn tells_of_other_flows(&self) -> bool {
        matches!(self, Self::Improvement(_))
    }

    /// The flow that the record is part of.
    pub fn flow(&self) -> Option<FlowId> {
        match self {
            Self::Lane(it) => Some(it.flow),
            Self::Phase(it) => Some(it.flow),
            Self::Step(it) => Some(it.flow),
            Self::Gateway(it) => Some(it.flow),
            Self::Event(it) => Some(it.flow),
            Self::Edge(it) => Some(it.flow),
            Self::Complaint(it) => Some(it.flow),
            Self::Duty(it) => Some(it.flow),
            Self::Measurement(it) => Some(it.flow),
            Self::Verdict(it) => Some(it.flow),
            Self::Improvement(it) => Some(it.flow),
            Self::Project(_)
            | Self::LifeEvent(_)
            | Self::Process(_)
            | Self::Flow(_)
            | Self::Item(_)
            | Self::Form(_)
            | Self::Store(_)
            | Self::Person(_) => None,
        }
    }

    /// The process that the record belongs to directly; what is part of a flow belongs to that.
    pub fn process(&self) -> Option<ProcessId> {
        match self {
            Self::Flow(it) => Some(it.process),
            Self::Item(it) => Some(it.process),
            Self::Form(it) => Some(it.process),
            Self::Store(it) => Some(it.process),
            Self::Project(_)
            | Self::LifeEvent(_)
            | Self::Process(_)
            | Self::Lane(_)
            | Self::Phase(_)
            | Self::Step(_)
            | Self::Gateway(_)
            | Self::Event(_)
            | Self::Edge(_)
            | Self::Complaint(_)
            | Self::Duty(_)
            | Self::Person(_)
            | Self::Measurement(_)
            | Self::Verdict(_)
            | Self::Improvement(_) => None,
        }
    }

    /// Where the record stands among its siblings, where people order them.
    pub fn rank(&self) -> Option<Rank> {
        match self {
            Self::Lane(it) => Some(it.rank),
            Self::Phase(it) => Some(it.rank),
            Self::Step(it) => Some(it.rank),
            Self::Gateway(it) => Some(it.rank),
            Self::Event(it) => Some(it.rank),
            Self::Improvement(it) => Some(it.rank),
            Self::Project(_)
            | Self::LifeEvent(_)
            | Self::Process(_)
            | Self::Flow(_)
            | Self::Edge(_)
            | Self::Item(_)
            | Self::Form(_)
            | Self::Store(_)
            | Self::Complaint(_)
            | Self::Duty(_)
            | Self::Person(_)
            | Self::Measurement(_)
            | Self::Verdict(_) => None,
        }
    }

    /// What a file calls a node, and where a person put it.
    pub(crate) fn key_and_pin(&mut self) -> Option<(&mut Option<String>, &mut Option<Point>)> {
        match self {
            Self::Step(it) => Some((&mut it.key, &mut it.pin)),
            Self::Gateway(it) => Some((&mut it.key, &mut it.pin)),
            Self::Event(it) => Some((&mut it.key, &mut it.pin)),
            Self::Project(_)
            | Self::LifeEvent(_)
            | Self::Process(_)
            | Self::Flow(_)
            | Self::Lane(_)
            | Self::Phase(_)
            | Self::Edge(_)
            | Self::Item(_)
            | Self::Form(_)
            | Self::Store(_)
            | Self::Complaint(_)
            | Self::Duty(_)
            | Self::Person(_)
            | Self::Measurement(_)
            | Self::Verdict(_)
            | Self::Improvement(_) => None,
        }
    }

    /// Forgets where a person put it in the picture.
    pub(crate) fn unplace(&mut self) {
        if let Self::Edge(edge) = self {
            edge.bends.clear();
        } else if let Some((_, pin)) = self.key_and_pin() {
            *pin = None;
        }
    }

    pub(crate) fn set_rank(&mut self, rank: Rank) {
        match self {
            Self::Lane(it) => it.rank = rank,
            Self::Phase(it) => it.rank = rank,
            Self::Step(it) => it.rank = rank,
            Self::Gateway(it) => it.rank = rank,
            Self::Event(it) => it.rank = rank,
            Self::Improvement(it) => it.rank = rank,
            Self::Project(_)
            | Self::LifeEvent(_)
            | Self::Process(_)
            | Self::Flow(_)
            | Self::Edge(_)
            | Self::Item(_)
            | Self::Form(_)
            | Self::Store(_)
            | Self::Complaint(_)
            | Self::Duty(_)
            | Self::Person(_)
            | Self::Measurement(_)
            | Self::Verdict(_) => {}
        }
    }

    /// The record with every id that it mentions as `follow` says: another one, or none where the record is gone.
    /// `None` where it means nothing without what is gone.
    pub fn following(&self, follow: &mut dyn FnMut(RecordId) -> Option<RecordId>) -> Option<Self> {
        let mut record = self.clone();
        record.refer(follow).then_some(record)
    }

    /// The ids that the record mentions.
    pub(crate) fn references(&self) -> Vec<RecordId> {
        let mut found = Vec::new();
        self.clone().refer(&mut |id| {
            found.push(id);
            Some(id)
        });
        found
    }
}

/// What steps, gateways and events have in common.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Node<'a> {
    /// Which one.
    pub id: NodeId,
    /// What a file calls it.
    pub key: Option<&'a str>,
    /// What people call it.
    pub name: &'a str,
    /// Who does it.
    pub lane: LaneId,
    /// The part of the work it belongs to.
    pub phase: Option<PhaseId>,
    /// Where it stands in the list of nodes.
    pub rank: Rank,
}
