//! A new row of a table: a step, branch or event behind another one, connected as a new card would be.
use super::cell::Cell;
use super::piece::Piece;
use crate::{
    AddGateway, AddStep, Column, Command, Connect, Create, Document, EdgeId, Event, EventId,
    EventKind, FlowId, GatewayId, GatewayKind, Ids, InsertStep, LaneId, NodeId, Place, Rank,
    Reorder, StepId,
};

/// What is said about a new row before it is there. What is not said is an empty text.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// What a step is called until its name is written; a branch needs none.
    pub name: &'a str,
    /// Who does it; where nothing is said, who does the one before.
    pub lane: &'a str,
    /// What the first lane is called, where there is none at all.
    pub first_lane: &'a str,
    /// What it is: a branch or an event is named here, everything else is a step.
    pub kind: &'a str,
}

impl Row<'_> {
    /// Whether the beginning of the row already says all that stands in `column`.
    pub fn says(&self, column: Column) -> bool {
        column == Column::Kind && (self.gateway().is_some() || self.event().is_some())
    }

    fn gateway(&self) -> Option<GatewayKind> {
        GatewayKind::spelled(self.kind.trim())
    }

    fn event(&self) -> Option<EventKind> {
        EventKind::spelled(self.kind.trim())
    }
}

/// Begins `row` in `flow`, behind `after` or else at the end of the list: what it becomes, and the commands that write it.
pub fn begin(
    document: &Document,
    flow: FlowId,
    after: Option<NodeId>,
    row: &Row<'_>,
    ids: &mut Ids,
) -> (NodeId, Vec<Command>) {
    let after = after.or_else(|| document.nodes_of(flow).last().map(|it| it.id));
    let mut cell = Cell {
        document,
        flow,
        ids,
        commands: Vec::new(),
    };
    let lane = cell.lane_of(row, after);
    let node = if let Some(kind) = row.gateway() {
        cell.part(kind, lane, after)
    } else if let Some(kind) = row.event() {
        cell.mark(kind, lane, after)
    } else {
        cell.go_on(row, lane, after)
    };
    (node, cell.commands)
}

impl Cell<'_> {
    fn lane_of(&mut self, row: &Row<'_>, after: Option<NodeId>) -> LaneId {
        let chars: Vec<char> = row.lane.chars().collect();
        let named = Piece::line(&chars, 1).trim();
        if !named.is_empty() {
            return self.lane(named);
        }
        let before = after.and_then(|it| self.document.node(it).ok());
        let first = || self.document.lanes_of(self.flow).first().map(|it| it.0);
        before.map(|it| it.lane).or_else(first).unwrap_or_else(|| {
            let chars: Vec<char> = row.first_lane.chars().collect();
            self.lane(Piece::line(&chars, 1))
        })
    }

    /// A step. Behind an end nothing follows: it goes into the one arrow that leads there.
    fn go_on(&mut self, row: &Row<'_>, lane: LaneId, after: Option<NodeId>) -> NodeId {
        let (step, edge): (StepId, EdgeId) = (self.ids.mint(), self.ids.mint());
        let name = row.name.to_owned();
        let command: Command = match after.and_then(|it| only_way_to_end(self.document, it)) {
            Some((into, _)) => InsertStep {
                step,
                lane,
                name,
                into,
                edge,
            }
            .into(),
            None => AddStep {
                step,
                flow: self.flow,
                lane,
                name,
                after,
                edge,
            }
            .into(),
        };
        self.commands.push(command);
        step.into()
    }

    /// A branch or merge. One at an end stands before it.
    fn part(&mut self, kind: GatewayKind, lane: LaneId, after: Option<NodeId>) -> NodeId {
        let gateway: GatewayId = self.ids.mint();
        let before_end = after.and_then(|it| only_way_to_end(self.document, it));
        let add = AddGateway {
            gateway,
            flow: self.flow,
            lane,
            kind,
            name: String::new(),
            after: before_end.map(|(_, from)| from).or(after),
            edge: self.ids.mint(),
        };
        self.commands.push(add.into());
        gateway.into()
    }

    /// A start or an end. Nothing leads to a start.
    fn mark(&mut self, kind: EventKind, lane: LaneId, after: Option<NodeId>) -> NodeId {
        let id: EventId = self.ids.mint();
        let nodes = self.document.nodes_of(self.flow);
        let rank = Rank(nodes.last().map_or(0, |it| it.rank.0) + Rank::GAP);
        let event = Event::new(self.flow, rank, lane, kind, "");
        self.commands.push(Create::new(id, event).into());
        if let Some(after) = after {
            let place = Place::After(after.into());
            if kind == EventKind::End && !is_end(self.document, after) {
                let edge = self.ids.mint();
                let (from, to) = (after, id.into());
                self.commands.push(Connect { edge, from, to }.into());
            }
            let id = NodeId::from(id).into();
            self.commands.push(Reorder { id, place }.into());
        }
        id.into()
    }
}

fn is_end(document: &Document, node: NodeId) -> bool {
    let NodeId::Event(id) = node else {
        return false;
    };
    document
        .event(id)
        .is_ok_and(|event| event.kind == EventKind::End)
}

/// The one arrow that leads to the end `node`, and where it comes from.
fn only_way_to_end(document: &Document, node: NodeId) -> Option<(EdgeId, NodeId)> {
    let mut ways = document.edges_to(node).filter(|_| is_end(document, node));
    let (edge, it) = ways.next()?;
    ways.next().is_none().then_some((edge, it.from))
}
