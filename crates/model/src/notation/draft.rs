//! A flow while its text is being read: records under provisional numbers, arrows still as text.
use std::collections::BTreeMap;

use super::guess::guessed;
use super::piece::Piece;
use super::{Expected, Mistake};
use crate::{
    Complaint, DutyScope, EdgeNature, EventKind, Flow, FlowId, Form, GatewayKind, Item, ItemId,
    Lane, LaneId, Phase, PhaseId, Process, ProcessId, Rank, Repeat, Share, Split, Step, Store,
    Transfer, Variant,
};

/// The one process of a text.
pub(super) const PROCESS: ProcessId = ProcessId(1);
/// The one flow of a text.
pub(super) const FLOW: FlowId = FlowId(1);

/// A flow while its text is being read.
pub(super) struct Draft<'a> {
    pub(super) process: Process,
    pub(super) flow: Flow,
    /// Whether the text names the flow; otherwise it is called by its variant.
    pub(super) is_named: bool,
    pub(super) lanes: Vec<Lane>,
    lane_index: BTreeMap<String, Vec<usize>>,
    pub(super) phases: Vec<Phase>,
    /// The phase of the steps that follow.
    pub(super) phase: Option<PhaseId>,
    pub(super) items: Vec<Item>,
    item_index: BTreeMap<String, Vec<usize>>,
    pub(super) forms: Vec<Form>,
    pub(super) stores: Vec<Store>,
    pub(super) nodes: Vec<Drawn<'a>>,
    pub(super) voices: Vec<DraftVoice<'a>>,
    pub(super) duties: Vec<DraftDuty<'a>>,
}

/// A step, gateway or event; what only a step has is empty in the others.
pub(super) struct Drawn<'a> {
    pub(super) step: Step,
    pub(super) shape: Shape,
    /// The line it is written on.
    pub(super) line: usize,
    pub(super) arrows: Vec<Arrow<'a>>,
    pub(super) because_of: Vec<Piece<'a>>,
    /// Where its key is written.
    pub(super) key: Option<Piece<'a>>,
    /// What is written of it that only a step has.
    pub(super) says_step: Option<Piece<'a>>,
}

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Step,
    Gateway(GatewayKind),
    Event(EventKind),
}

/// An arrow line.
pub(super) struct Arrow<'a> {
    pub(super) share: Option<Share>,
    pub(super) condition: Option<String>,
    pub(super) split: Option<Split>,
    pub(super) targets: Vec<Target<'a>>,
}

/// One place an arrow line leads to.
pub(super) struct Target<'a> {
    pub(super) piece: Piece<'a>,
    /// What stands in the bracket behind it.
    pub(super) words: Vec<Piece<'a>>,
    pub(super) split: Option<Split>,
    pub(super) repeat: Option<Repeat>,
    pub(super) transfer: Option<Transfer>,
    pub(super) nature: Option<EdgeNature>,
    pub(super) bends: Vec<crate::Point>,
}

/// A voice whose steps are still text.
pub(super) struct DraftVoice<'a> {
    pub(super) complaint: Complaint,
    /// The node it stands under.
    pub(super) below: Option<usize>,
    pub(super) steps: Vec<Piece<'a>>,
}

/// Two groups of steps, still as text.
pub(super) struct DraftDuty<'a> {
    pub(super) first: Vec<Piece<'a>>,
    pub(super) second: Vec<Piece<'a>>,
    pub(super) scope: Option<DutyScope>,
    pub(super) basis: String,
}

impl Draft<'_> {
    pub(super) fn new() -> Self {
        Self {
            process: Process::new(""),
            flow: Flow::new(PROCESS, Variant::AsIs, ""),
            is_named: false,
            lanes: Vec::new(),
            lane_index: BTreeMap::new(),
            phases: Vec::new(),
            phase: None,
            items: Vec::new(),
            item_index: BTreeMap::new(),
            forms: Vec::new(),
            stores: Vec::new(),
            nodes: Vec::new(),
            voices: Vec::new(),
            duties: Vec::new(),
        }
    }

    /// A lane that the text declares.
    pub(super) fn declare_lane(&mut self, name: String) -> Option<&mut Lane> {
        let at = self.add_lane(name);
        self.lanes.get_mut(at)
    }

    /// The lane that `piece` names; made where there is none.
    pub(super) fn lane(&mut self, piece: Piece) -> Result<LaneId, Mistake> {
        if piece.is_empty() {
            return Err(piece.mistake(Expected::Lane));
        }
        let (named, nth) = numbered(piece);
        let name = named.name();
        let known = self.lane_index.get(&name).map_or(&[][..], Vec::as_slice);
        let at = match (known.get(nth - 1), nth) {
            (Some(at), _) => *at,
            (None, 1) => {
                let by_key = self
                    .lanes
                    .iter()
                    .position(|it| it.key.as_ref() == Some(&name));
                by_key.unwrap_or_else(|| self.add_lane(name))
            }
            (None, _) => return Err(piece.mistake(Expected::Lane)),
        };
        Ok(LaneId(number(at)))
    }

    fn add_lane(&mut self, name: String) -> usize {
        let at = self.lanes.len();
        self.lane_index.entry(name.clone()).or_default().push(at);
        self.lanes
            .push(Lane::new(FLOW, Rank::nth(at), guessed(&name), name));
        at
    }

    /// The phase that `piece` names; made where there is none.
    pub(super) fn phase_named(&mut self, piece: Piece) -> Result<PhaseId, Mistake> {
        let (named, nth) = numbered(piece);
        let name = named.name();
        let mut known = self
            .phases
            .iter()
            .enumerate()
            .filter(|(_, it)| it.name == name);
        match (known.nth(nth - 1), nth) {
            (Some((at, _)), _) => Ok(PhaseId(number(at))),
            (None, 1) => Ok(self.add_phase(name, None)),
            (None, _) => Err(piece.mistake(Expected::Name)),
        }
    }

    pub(super) fn add_phase(&mut self, name: String, key: Option<String>) -> PhaseId {
        let at = self.phases.len();
        let phase = Phase::new(FLOW, Rank::nth(at), name);
        self.phases.push(Phase { key, ..phase });
        PhaseId(number(at))
    }

    /// The item that `piece` names; made where there is none.
    pub(super) fn item(&mut self, piece: Piece) -> Result<ItemId, Mistake> {
        let (named, nth) = numbered(piece);
        let name = named.name();
        let known = self.item_index.get(&name).map_or(&[][..], Vec::as_slice);
        let at = match (known.get(nth - 1), nth) {
            (Some(at), _) => *at,
            (None, 1) => self.add_item(name),
            (None, _) => return Err(piece.mistake(Expected::KnownItem)),
        };
        Ok(ItemId(number(at)))
    }

    /// The items that a list names.
    pub(super) fn item_list(&mut self, piece: Piece) -> Result<Vec<ItemId>, Mistake> {
        piece.list().into_iter().map(|it| self.item(it)).collect()
    }

    fn add_item(&mut self, name: String) -> usize {
        let at = self.items.len();
        self.item_index.entry(name.clone()).or_default().push(at);
        self.items.push(Item::new(PROCESS, name));
        at
    }

    /// An item that the text declares.
    pub(super) fn declare_item(&mut self, item: Item) {
        let at = self.add_item(item.name.clone());
        if let Some(place) = self.items.get_mut(at) {
            *place = item;
        }
    }
}

impl Drawn<'_> {
    /// A step that nothing is written about yet but what `step` says.
    pub(super) fn of(step: Step) -> Self {
        Self {
            step,
            shape: Shape::Step,
            line: 0,
            arrows: Vec::new(),
            because_of: Vec::new(),
            key: None,
            says_step: None,
        }
    }

    /// Whether an arrow may leave for the next line by itself.
    pub(super) fn is_end(&self) -> bool {
        self.shape == Shape::Event(EventKind::End)
    }

    /// Whether no arrow comes here from the line above by itself.
    pub(super) fn is_start(&self) -> bool {
        self.shape == Shape::Event(EventKind::Start)
    }
}

/// The provisional number of the record at `at`.
pub(super) fn number(at: usize) -> u32 {
    u32::try_from(at).map_or(u32::MAX, |at| at.saturating_add(1))
}

/// Parts `name#2` into the name and which of that name is meant.
pub(super) fn numbered(piece: Piece) -> (Piece, usize) {
    let Some(at) = piece.find_sign('#') else {
        return (piece, 1);
    };
    let nth = piece
        .from(at + 1)
        .folded()
        .parse()
        .ok()
        .filter(|nth| *nth > 0);
    match nth {
        Some(nth) => (piece.part(0, at), nth),
        None => (piece, 1),
    }
}
