//! The figures of the flow that is looked at, as people read them.
use kaizu_analysis::{Graph, Metrics, metrics};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Ask, Desk};
use crate::problem::Problem;
use crate::requests::analyze::{UnknownInputs, unknown_inputs_of};
use crate::requests::figures::{self, Counted};
use crate::requests::office_time;

/// Asks for them.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "FiguresTextCall")]
pub struct FiguresText {}

/// The figures of a flow, as people read them.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Figures {
    /// One row a figure.
    pub rows: Vec<FigureRow>,
    /// What was not entered, so that some of them are unknown.
    pub unknown_inputs: UnknownInputs,
}

/// One figure.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FigureRow {
    /// Its stable name.
    pub name: &'static str,
    /// What people call it.
    pub label: String,
    /// The number, or that it is unknown.
    pub value: String,
    /// In what it is counted.
    pub unit: String,
    /// Whether it is known.
    pub known: bool,
}

impl Ask for FiguresText {
    type Answer = Figures;

    fn answer(self, desk: &Desk) -> Result<Figures, Problem> {
        let (session, flow) = desk.snapshot()?;
        let words = session.words();
        let graph =
            Graph::of(session.document(), flow).map_err(|refusal| session.refused(&refusal))?;
        let figures = metrics(&graph);
        let rows = Metrics::names().iter().zip(figures.values());
        let day = office_time::day(session.document());
        let row = |(name, value): (&&'static str, Option<f64>)| {
            let counted = Counted::of(name, day, [value]);
            FigureRow {
                name,
                label: figures::label(words, name),
                value: counted.number(words, value),
                unit: counted.unit(words),
                known: value.is_some(),
            }
        };
        Ok(Figures {
            rows: rows.map(row).collect(),
            unknown_inputs: unknown_inputs_of(&session, &graph),
        })
    }
}
