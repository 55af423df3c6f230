//! How many sheets of paper a picture would take, before it is exported.
use kaizu_model::{FlowId, RecordId};
use serde::Deserialize;
use ts_rs::TS;

use super::export::{PageSize, What};
use super::look::flow;
use super::{Ask, Desk, SheetCount};
use crate::problem::Problem;
use crate::requests::sheets::{self, Count, Scope};
use crate::session::Session;

/// Asks for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "SheetsCall", optional_fields)]
pub struct Sheets {
    /// The paper.
    pub page: PageSize,
    /// What would be exported.
    #[serde(default)]
    pub what: What,
    /// The flow; the one that is looked at where none is named.
    #[serde(default)]
    pub flow: Option<RecordId>,
}

impl Ask for Sheets {
    type Answer = SheetCount;

    fn answer(self, desk: &Desk) -> Result<SheetCount, Problem> {
        let (session, flow, sheets) = self.of(desk)?;
        session.ask(&Count(sheets), flow)
    }
}

impl Sheets {
    /// What is open at this moment, the flow that is meant, and the question about its sheets.
    pub(super) fn of(&self, desk: &Desk) -> Result<(Session, FlowId, sheets::Sheets), Problem> {
        let (session, looked_at) = desk.snapshot()?;
        let flow = self.flow.map_or(Ok(looked_at), |id| flow(&session, id))?;
        let sheets = sheets::Sheets {
            page: self.page.page(),
            scope: match self.what {
                What::Compare => Scope::Both,
                What::Flow | What::HandOver => Scope::Flow,
            },
            edition: desk.edition()?,
        };
        Ok((session, flow, sheets))
    }
}
