//! One way of a branch as a person types it: 「20% 足りない → 住民：書類を出す 紙20分 → 4」. Done by the same commands as by hand.
use super::cell::Cell;
use super::draft::number;
use super::keyword::Claim;
use super::number::share;
use super::piece::Piece;
use super::way_parts::{is_between_figures, targets};
use super::{Expected, Mistake, arrow, card, which};
use crate::{
    Change, Command, Connect, Create, Document, EdgeId, Event, EventId, EventKind, FlowId, Ids,
    LaneId, NodeId, PhaseId, Place, Rank, Record, RecordId, Reorder, SetAttribute, Share, Split,
    StepId,
};

/// The commands that let a way leave `from` as `text` says: its share, its condition, and step by step where it leads. A step is
/// called by its number in the list, its key or its name; what none is called is a new step, of the lane before its colon.
/// 「80% なし」 leads nowhere else: it is said of the one way on that nothing is known of.
pub fn way(
    document: &Document,
    from: NodeId,
    text: &str,
    ids: &mut Ids,
) -> Result<Vec<Command>, Mistake> {
    let chars: Vec<char> = text.chars().collect();
    let piece = Piece::line(&chars, 1).trim();
    let is_led = arrow::is_arrow(piece);
    let read = if is_led {
        arrow::read(piece)?
    } else {
        arrow::head(piece, piece)?
    };
    let flow = document.record(from.into()).and_then(Record::flow);
    let (Some(flow), Ok(begins)) = (flow, document.node(from)) else {
        return Ok(Vec::new());
    };
    let mut way = Way {
        now: document.clone(),
        flow,
        lane: begins.lane,
        phase: begins.phase,
        behind: last_within(document, from),
        ids,
        commands: Vec::new(),
    };
    let (share, condition) = said(read.share, read.condition);
    if !is_led {
        let bare = only_bare(document, from).filter(|_| share.is_some());
        let edge = bare.ok_or_else(|| piece.mistake(Expected::Target))?;
        way.describe(edge, share, condition.as_deref());
        return Ok(way.commands);
    }
    let mut here = from;
    for (nth, target) in targets(piece).into_iter().enumerate() {
        let Some(next) = way.leads(here, target, nth)? else {
            break;
        };
        let edge = way.connect(here, next, target)?;
        if nth == 0 {
            way.describe(edge, share, condition.as_deref());
        }
        here = next;
    }
    Ok(way.commands)
}

/// A way while it is being written.
struct Way<'a> {
    now: Document,
    flow: FlowId,
    /// Who has the case where the way begins.
    lane: LaneId,
    phase: Option<PhaseId>,
    /// What the next new thing stands behind in the list.
    behind: NodeId,
    ids: &'a mut Ids,
    commands: Vec<Command>,
}

impl Way<'_> {
    fn put(&mut self, command: impl Into<Command>) {
        let command = command.into();
        // What cannot be done is refused when the whole is done, with its reason.
        let change = command
            .apply(&self.now)
            .unwrap_or_else(|_| Change::default());
        self.now = self.now.after(&change);
        self.commands.push(command);
    }

    /// The node that `target` calls, made where there is none; nothing where the way ends.
    fn leads(
        &mut self,
        here: NodeId,
        target: Piece,
        nth: usize,
    ) -> Result<Option<NodeId>, Mistake> {
        let claim = Claim::spelled(&target.folded());
        if let Some(known) = which::node(&self.now, self.flow, target)? {
            return Ok(Some(known));
        }
        if matches!(claim, Some(Claim::End | Claim::Stop)) {
            return Ok((nth == 0).then(|| self.end(here)));
        }
        self.step(here, target).map(Some)
    }

    /// A new step, of the lane before its colon, else of the lane that had the case.
    fn step(&mut self, here: NodeId, target: Piece) -> Result<NodeId, Mistake> {
        let colon = target
            .find_sign(':')
            .filter(|at| !is_between_figures(target, *at));
        let named = colon.map(|at| target.part(0, at).trim());
        let text = target.from(colon.map_or(0, |at| at + 1)).trim();
        let lane = match named {
            Some(named) => self.lane(named)?,
            None => self.now.node(here).map_or(self.lane, |it| it.lane),
        };
        let mut step = card::step(self.flow, Rank::default(), lane, &text.text());
        if step.name.is_empty() {
            return Err(target.mistake(Expected::Target));
        }
        step.phase = self.phase;
        let id: StepId = self.ids.mint();
        self.put(Create::new(id, step));
        self.list(id.into());
        Ok(id.into())
    }

    fn lane(&mut self, named: Piece) -> Result<LaneId, Mistake> {
        if named.is_empty() {
            return Err(named.mistake(Expected::Lane));
        }
        let mut cell = Cell {
            document: &self.now,
            flow: self.flow,
            ids: self.ids,
            commands: Vec::new(),
        };
        let lane = cell.lane(named);
        for made in cell.commands {
            self.put(made);
        }
        Ok(lane)
    }

    /// The end to which a way leads at once.
    fn end(&mut self, here: NodeId) -> NodeId {
        let ends = self.now.events().filter(|(_, it)| it.flow == self.flow);
        let known = ends
            .filter(|(_, it)| it.kind == EventKind::End)
            .map(|(id, _)| id)
            .next();
        if let Some(known) = known {
            return known.into();
        }
        let lane = self.now.node(here).map_or(self.lane, |it| it.lane);
        let name = Claim::End.ja();
        let id: EventId = self.ids.mint();
        let mut end = Event::new(self.flow, Rank::default(), lane, EventKind::End, name);
        end.phase = self.phase;
        self.put(Create::new(id, end));
        self.list(id.into());
        id.into()
    }

    /// Puts what is new behind what was written last.
    fn list(&mut self, id: NodeId) {
        let place = Place::After(self.behind.into());
        self.put(Reorder {
            id: RecordId::from(id),
            place,
        });
        self.behind = id;
    }

    /// The arrow between the two, drawn where there is none.
    fn connect(&mut self, from: NodeId, to: NodeId, target: Piece) -> Result<EdgeId, Mistake> {
        if from == to {
            return Err(target.mistake(Expected::AnotherStep));
        }
        if let Some((known, _)) = self.now.edges_from(from).find(|(_, it)| it.to == to) {
            return Ok(known);
        }
        let edge: EdgeId = self.ids.mint();
        self.put(Connect { edge, from, to });
        let leaving: Vec<(EdgeId, Split)> = self
            .now
            .edges_from(from)
            .map(|(id, it)| (id, it.split))
            .collect();
        // A step that several arrows leave goes one of these ways.
        if from.step().is_some() && leaving.len() > 1 {
            for (id, _) in leaving.iter().filter(|(_, it)| *it == Split::Sequence) {
                self.put(SetAttribute::new(*id, "split", "exclusive"));
            }
        }
        Ok(edge)
    }

    fn describe(&mut self, edge: EdgeId, share: Option<Share>, condition: Option<&str>) {
        if let Some(share) = share {
            self.put(SetAttribute::new(edge, "share", share.get()));
        }
        if let Some(condition) = condition {
            self.put(SetAttribute::new(edge, "condition", condition));
        }
    }
}

/// Whether the way that `text` writes is always gone: its arrow stands first.
pub fn leads_always(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    Piece::line(&chars, 1).trim().arrow(0) > 0
}

/// The one way on of which nothing is said.
fn only_bare(document: &Document, from: NodeId) -> Option<EdgeId> {
    let mut bare = document
        .edges_from(from)
        .filter(|(_, it)| it.share.is_none() && it.condition.is_none());
    let (only, _) = bare.next()?;
    bare.next().is_none().then_some(only)
}

/// The last of what stands below a branch and belongs to its ways so far.
fn last_within(document: &Document, from: NodeId) -> NodeId {
    let Ok(start) = document.node(from) else {
        return from;
    };
    let mut last = (start.rank, from);
    for (_, way) in document.edges_from(from) {
        let mut at = way.to;
        for _ in 0..number(document.steps().count()) {
            let Ok(node) = document.node(at) else { break };
            let is_of_the_way = document.edges_to(at).count() == 1 && node.rank > start.rank;
            if !is_of_the_way {
                break;
            }
            if node.rank > last.0 {
                last = (node.rank, at);
            }
            let Some((_, onward)) = document.edges_from(at).next() else {
                break;
            };
            at = onward.to;
        }
    }
    last.1
}

/// A share may stand behind its condition, too: 「足りない 20%」.
fn said(known: Option<Share>, condition: Option<String>) -> (Option<Share>, Option<String>) {
    let (None, Some(condition)) = (known, &condition) else {
        return (known, condition);
    };
    let chars: Vec<char> = condition.chars().collect();
    let piece = Piece::line(&chars, 1);
    let end = chars.len().saturating_sub(1);
    let is_numeral = |at: &usize| matches!(piece.sign(*at), Some('0'..='9' | '.'));
    let figures = (0..end).rev().take_while(is_numeral).count();
    match share(piece.from(end - figures)) {
        Ok(share) if figures > 0 && end > figures => (
            Some(share),
            Some(piece.part(0, end - figures).trim().text()),
        ),
        Ok(_) | Err(_) => (known, Some(condition.clone())),
    }
}
