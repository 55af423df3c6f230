//! Names for records: one counter per project, one type per kind of record.
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A text that names no record.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” does not name a record")]
pub struct NotAnId(pub String);

/// Declares one id type per record and the enum of them all.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident = $variant:ident $word:literal),* $(,)?) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
            #[serde(transparent)]
            pub struct $name(pub u32);

            impl From<$name> for RecordId {
                fn from(id: $name) -> Self {
                    Self::$variant(id)
                }
            }

            impl TryFrom<RecordId> for $name {
                type Error = NotAnId;

                fn try_from(id: RecordId) -> Result<Self, NotAnId> {
                    if let RecordId::$variant(id) = id { Ok(id) } else { Err(NotAnId(id.to_string())) }
                }
            }
        )*

        /// Names any record. Written as its kind and number, `step/5`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(try_from = "String", into = "String")]
        #[ts(type = "string")]
        pub enum RecordId {
            $($(#[$doc])* $variant($name)),*
        }

        impl RecordId {
            /// The number, unique among all records of a project.
            pub fn number(self) -> u32 {
                match self { $(Self::$variant(id) => id.0),* }
            }

            /// An id of the same kind with another number.
            #[must_use]
            pub fn numbered(self, number: u32) -> Self {
                match self { $(Self::$variant(_) => Self::$variant($name(number))),* }
            }

            /// The kind of record, as it stands before the number.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant(_) => $word),* }
            }
        }

        impl FromStr for RecordId {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                let wrong = || NotAnId(text.to_owned());
                let (word, number) = text.split_once('/').ok_or_else(wrong)?;
                let number = number.parse().map_err(|_| wrong())?;
                match word {
                    $($word => Ok(Self::$variant($name(number))),)*
                    _ => Err(wrong()),
                }
            }
        }
    };
}

ids! {
    /// The project itself; there is one.
    ProjectId = Project "project",
    /// A life event (ライフイベント).
    LifeEventId = LifeEvent "life_event",
    /// A process (業務).
    ProcessId = Process "process",
    /// A flow (業務フロー).
    FlowId = Flow "flow",
    /// A lane (担当).
    LaneId = Lane "lane",
    /// A phase (工程).
    PhaseId = Phase "phase",
    /// A step (手順).
    StepId = Step "step",
    /// A gateway (分岐・合流).
    GatewayId = Gateway "gateway",
    /// An event (始まり・終わり).
    EventId = Event "event",
    /// An edge (矢印).
    EdgeId = Edge "edge",
    /// A data item (項目).
    ItemId = Item "item",
    /// A form (様式).
    FormId = Form "form",
    /// A store (台帳・システム).
    StoreId = Store "store",
    /// A complaint, demand or idea (声).
    ComplaintId = Complaint "complaint",
    /// A segregation of duties (職務分離).
    DutyId = Duty "duty",
    /// A person who takes part.
    PersonId = Person "person",
    /// A measured figure (実績).
    MeasurementId = Measurement "measurement",
    /// What people decided about a finding.
    VerdictId = Verdict "verdict",
    /// A change of a better flow (改善の一手).
    ImprovementId = Improvement "improvement",
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.word(), self.number())
    }
}

impl From<RecordId> for String {
    fn from(id: RecordId) -> Self {
        id.to_string()
    }
}

impl TryFrom<String> for RecordId {
    type Error = NotAnId;

    fn try_from(text: String) -> Result<Self, NotAnId> {
        text.parse()
    }
}

/// Names what an arrow can touch: a step, a gateway or an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "RecordId", into = "RecordId")]
#[ts(type = "string")]
pub enum NodeId {
    /// A step.
    Step(StepId),
    /// A gateway.
    Gateway(GatewayId),
    /// An event.
    Event(EventId),
}

impl NodeId {
    /// The step, where the node is one.
    pub fn step(self) -> Option<StepId> {
        if let Self::Step(id) = self {
            Some(id)
        } else {
            None
        }
    }
}

impl From<NodeId> for RecordId {
    fn from(id: NodeId) -> Self {
        match id {
            NodeId::Step(id) => Self::Step(id),
            NodeId::Gateway(id) => Self::Gateway(id),
            NodeId::Event(id) => Self::Event(id),
        }
    }
}

impl TryFrom<RecordId> for NodeId {
    type Error = NotAnId;

    fn try_from(id: RecordId) -> Result<Self, NotAnId> {
        if let RecordId::Step(id) = id {
            Ok(Self::Step(id))
        } else if let RecordId::Gateway(id) = id {
            Ok(Self::Gateway(id))
        } else if let RecordId::Event(id) = id {
            Ok(Self::Event(id))
        } else {
            Err(NotAnId(id.to_string()))
        }
    }
}

impl From<StepId> for NodeId {
    fn from(id: StepId) -> Self {
        Self::Step(id)
    }
}

impl From<GatewayId> for NodeId {
    fn from(id: GatewayId) -> Self {
        Self::Gateway(id)
    }
}

impl From<EventId> for NodeId {
    fn from(id: EventId) -> Self {
        Self::Event(id)
    }
}

impl fmt::Display for NodeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        RecordId::from(*self).fmt(f)
    }
}

/// Gives out numbers that no record has had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ids {
    next: u32,
}

impl Ids {
    /// Numbers from `next` on.
    pub fn from(next: u32) -> Self {
        Self { next }
    }

    /// The number that comes next.
    pub fn peek(self) -> u32 {
        self.next
    }

    /// A fresh id of any kind.
    pub fn mint<T: From<u32>>(&mut self) -> T {
        let id = self.next;
        self.next = self.next.saturating_add(1);
        T::from(id)
    }
}

/// Lets [`Ids::mint`] make each kind of id.
macro_rules! mintable {
    ($($name:ident),* $(,)?) => {
        $(impl From<u32> for $name {
            fn from(number: u32) -> Self {
                Self(number)
            }
        })*
    };
}

mintable! {
    LifeEventId, ProcessId, FlowId, LaneId, PhaseId, StepId, GatewayId, EventId, EdgeId, ItemId,
    FormId, StoreId, ComplaintId, DutyId, PersonId, MeasurementId, VerdictId,
    ImprovementId,
}
