//! A list or a table that was pasted: what it says, and the edit that makes a flow of it.
use std::collections::BTreeSet;

use kaizu_interchange::{Grid, Headed, Pasted, grid};
use kaizu_model::notation::{Heading, Listed, Listing, listing};
use kaizu_model::{Column, Command, Document, FlowId, Ids, Many, NodeId, RecordId, Remove, paste};
use serde::Deserialize;
use ts_rs::TS;

use crate::problem::Problem;
use crate::session::Session;

/// A list or a table, and what the person says about it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct PastedList {
    /// As text.
    pub plain: String,
    /// As HTML, where the clipboard had it.
    #[serde(default)]
    pub html: String,
    /// Whether the first row names the columns.
    #[serde(default)]
    pub head: HeadRow,
    /// What each column says, where the person chose it; as guessed without it.
    #[serde(default)]
    pub columns: Option<Vec<Option<Column>>>,
    /// Who does every step, where no column says it; as guessed without it.
    #[serde(default)]
    pub lane: Option<String>,
    /// The node that the steps go behind, or the arrow they go into; the end of the list without it.
    #[serde(default)]
    pub at: Option<RecordId>,
}

/// Whether the first row names the columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HeadRow {
    /// Where it looks so.
    #[default]
    Guessed,
    /// It does.
    First,
    /// It does not.
    Never,
}

/// What a pasted list says.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) grid: Grid,
    pub(super) columns: Vec<Option<Column>>,
    /// Who does what the list hands to nobody.
    pub(super) lane: String,
    pub(super) listed: Listed,
    /// How many steps, branches, beginnings and ends come of it.
    pub(super) count: usize,
}

impl PastedList {
    /// What it says, for `flow` of what is open.
    pub(super) fn told(&self, session: &Session, flow: FlowId) -> Told {
        let headed = match self.head {
            HeadRow::Guessed => Headed::Guessed,
            HeadRow::First => Headed::First,
            HeadRow::Never => Headed::Never,
        };
        let pasted = Pasted {
            plain: &self.plain,
            html: &self.html,
        };
        let grid = grid(pasted, headed);
        let width = grid.headings.len();
        let chosen = self.columns.clone().filter(|it| it.len() == width);
        let guessed = || grid.headings.iter().map(|it| it.column).collect();
        let columns: Vec<Option<Column>> = chosen.unwrap_or_else(guessed);
        let headings: Vec<Heading> = columns
            .iter()
            .zip(&grid.headings)
            .map(|(column, guessed)| Heading {
                column: *column,
                unit: guessed.unit,
            })
            .collect();
        let named = self.lane.as_deref().map(str::trim);
        let named = named.filter(|it| !it.is_empty()).map(str::to_owned);
        let lane = named.unwrap_or_else(|| self.likely_lane(session, flow));
        let listed = listing(&Listing {
            headings: &headings,
            rows: &grid.rows,
            lane: &lane,
            language: session.words().language(),
        });
        let of = listed.document.first_flow();
        let count = of.map_or(0, |of| listed.document.nodes_of(of).len());
        Told {
            grid,
            columns,
            lane,
            listed,
            count,
        }
    }

    /// Who does what the list hands to nobody: the lane of what it goes behind, else the first of ours.
    fn likely_lane(&self, session: &Session, flow: FlowId) -> String {
        let document = session.document();
        let node = self.at.and_then(|id| NodeId::try_from(id).ok());
        let node = node.and_then(|id| document.node(id).ok());
        let beside = node.and_then(|node| document.lane(node.lane).ok());
        let lanes = document.lanes_of(flow);
        let ours = lanes
            .iter()
            .map(|(_, it)| *it)
            .find(|it| !it.kind.is_customer());
        let lane = beside.or(ours).or(lanes.first().map(|(_, it)| *it));
        lane.map_or_else(
            || session.words().say("desk-new-lane-staff"),
            |it| it.name.clone(),
        )
    }

    /// The edit that puts it into `flow` of `session`, as one step.
    pub(super) fn command(
        &self,
        session: &Session,
        flow: FlowId,
        told: &Told,
        mut ids: Ids,
    ) -> Result<Command, Problem> {
        if told.count == 0 {
            return Err(session.problem("no-list", &[]));
        }
        let refused = |refusal| session.refused(&refusal);
        let (document, piece) = (session.document(), &told.listed.document);
        let mut commands = unused_lanes(session, flow, piece);
        let put = paste(document, flow, piece, self.at, &mut ids).map_err(refused)?;
        commands.extend(put);
        let n = [("n", told.count.to_string())];
        let title = session.words().tell("list-added", &n);
        Ok(Many { title, commands }.into())
    }
}

/// An empty flow has lanes only so that one may begin: those that the list does not name go.
fn unused_lanes(session: &Session, flow: FlowId, piece: &Document) -> Vec<Command> {
    let document = session.document();
    if !document.nodes_of(flow).is_empty() {
        return Vec::new();
    }
    let ids = [
        "desk-new-lane-resident",
        "desk-new-lane-staff",
        "desk-new-lane-role",
    ];
    let ours: Vec<String> = ids.iter().map(|id| session.words().say(id)).collect();
    let named: BTreeSet<&str> = piece.lanes().map(|(_, it)| it.name.as_str()).collect();
    let lanes = document.lanes_of(flow).into_iter();
    lanes
        .filter(|(_, it)| ours.contains(&it.name) && !named.contains(it.name.as_str()))
        .map(|(id, _)| Remove::new(id).into())
        .collect()
}
