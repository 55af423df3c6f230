//! A step (手順): one piece of work. Nearly everything about it may be unknown.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Follow, Refers, Work};
use crate::{
    AccessChange, Authority, Basis, Batch, Channel, CheckReason, Contact, FlowId, ItemId, LaneId,
    Medium, Method, Minutes, OfficeHours, PhaseId, Point, Quantity, Rank, Routine, SealKind, Share,
    StepId, StepKind, ValueClass, WaitCause,
};

/// A step (手順): one piece of work. Nearly everything about it may be unknown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Step {
    /// The flow it is part of.
    pub flow: FlowId,
    /// Where it stands in the list.
    pub rank: Rank,
    /// What a file calls it; printed, and kept through every round trip.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// What people call it.
    pub name: String,
    /// Who does it.
    pub lane: LaneId,
    /// The part of the work it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phase: Option<PhaseId>,
    /// Where a person put it; the layout keeps it there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pin: Option<Point>,
    /// What is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<StepKind>,
    /// Who within the lane.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Working time of one execution; people together, unless `people` is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<Minutes>,
    /// How the working time varies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work: Option<Work>,
    /// How the minutes were obtained.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<Method>,
    /// How many people do it at once, each for `minutes`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people: Option<Quantity>,
    /// Waiting before it begins, in office hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wait: Option<OfficeHours>,
    /// What the wait is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wait_cause: Option<WaitCause>,
    /// How often collected work is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub batch: Option<Batch>,
    /// Cases done at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub batch_size: Option<Quantity>,
    /// What the work is taken from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub medium_in: Option<Medium>,
    /// What the result is on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub medium_out: Option<Medium>,
    /// The system or ledger used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub system: Option<String>,
    /// Other systems used besides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<_>")]
    pub other_systems: Vec<String>,
    /// The items it needs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<_>")]
    pub reads: Vec<Access>,
    /// The items it produces.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<_>")]
    pub writes: Vec<Access>,
    /// Why it must be done; unknown where empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
    /// The article that says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    /// Who could change that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changeable_by: Option<Authority>,
    /// Whether it must stay, whatever the basis (必須).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(as = "Option<_>")]
    pub is_obligatory: bool,
    /// What is checked, where it is a check.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check: Option<Check>,
    /// When and why it began (いつ・なぜ始まったか).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub began: Option<String>,
    /// The steps without which it would not exist.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<_>")]
    pub because_of: Vec<StepId>,
    /// Keys of legally required steps that live on in this one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<_>")]
    pub realises: Vec<String>,
    /// What it is worth to a resident.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<ValueClass>,
    /// How far it follows fixed rules.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub routine: Option<Routine>,
    /// Whether a person has to judge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub needs_judgement: Option<bool>,
    /// The share of executions with a mistake.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error_rate: Option<Share>,
    /// Whether mistakes weigh heavily on people.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(as = "Option<_>")]
    pub is_under_pressure: bool,
    /// Sheets printed or copied in one execution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheets: Option<Quantity>,
    /// Seals put on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<_>")]
    pub seals: Vec<SealKind>,
    /// Documents that must be attached.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<_>")]
    pub attachments: Vec<ItemId>,
    /// How a resident meets the city here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    /// By which way an application may come in here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// A resident's way and waiting on top of the minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub travel: Option<Minutes>,
    /// Whether it can be done away from the office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_remote_feasible: Option<bool>,
    /// What else is to be said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Step {
    /// A step of which only name and lane are known.
    pub fn new(flow: FlowId, rank: Rank, lane: LaneId, name: impl Into<String>) -> Self {
        Self {
            flow,
            rank,
            key: None,
            name: name.into(),
            lane,
            phase: None,
            pin: None,
            kind: None,
            role: None,
            minutes: None,
            work: None,
            method: None,
            people: None,
            wait: None,
            wait_cause: None,
            batch: None,
            batch_size: None,
            medium_in: None,
            medium_out: None,
            system: None,
            other_systems: Vec::new(),
            reads: Vec::new(),
            writes: Vec::new(),
            basis: None,
            article: None,
            changeable_by: None,
            is_obligatory: false,
            check: None,
            began: None,
            because_of: Vec::new(),
            realises: Vec::new(),
            value: None,
            routine: None,
            needs_judgement: None,
            error_rate: None,
            is_under_pressure: false,
            sheets: None,
            seals: Vec::new(),
            attachments: Vec::new(),
            contact: None,
            channel: None,
            travel: None,
            is_remote_feasible: None,
            note: None,
        }
    }
}

impl Refers for Step {
    fn refer(&mut self, follow: Follow) -> bool {
        super::may(&mut self.phase, follow);
        super::each(&mut self.because_of, follow);
        super::each(&mut self.attachments, follow);
        self.reads
            .retain_mut(|access| super::needs(&mut access.item, follow));
        self.writes
            .retain_mut(|access| super::needs(&mut access.item, follow));
        let has_lane = super::needs(&mut self.lane, follow);
        super::needs(&mut self.flow, follow) && has_lane
    }
}

/// One item read or written by a step, with what carries it there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct Access {
    /// Which item.
    pub item: ItemId,
    /// What carries it; the step's own medium where unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub medium: Option<Medium>,
    /// The ledger or system; the step's own where unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub store: Option<String>,
    /// Held as fields (true) or as a picture (false).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_structured: Option<bool>,
    /// What is done to what stands there already; a plain read or write where unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<AccessChange>,
    /// What it was transcribed from: medium and store, or in people's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copied_from: Option<String>,
}

impl Access {
    /// `item` on whatever the step works with.
    pub fn to(item: ItemId) -> Self {
        Self {
            item,
            medium: None,
            store: None,
            is_structured: None,
            change: None,
            copied_from: None,
        }
    }
}

/// What a check looks at.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct Check {
    /// The document or record that is checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object: Option<String>,
    /// What is looked at: 本人, 記載, 添付, 要件, 入力, 金額, 形式, or in people's own words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<_>")]
    pub aspects: Vec<String>,
    /// What it is compared with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against: Option<String>,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<CheckReason>,
    /// Who must not be the same person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub independent_of: Option<String>,
    /// When and why it began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why_it_began: Option<String>,
    /// The share of mistakes it finds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub catch_rate: Option<Share>,
}
