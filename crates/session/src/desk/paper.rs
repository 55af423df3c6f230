//! The sheets of paper themselves: the same that a PDF has, for a window that prints.
use kaizu_model::RecordId;
use kaizu_render::scene::Scene;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::export::{PageSize, What};
use super::sheets::Sheets;
use super::{Ask, Desk};
use crate::problem::Problem;

/// Asks for them.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "PaperCall", optional_fields)]
pub struct Paper {
    /// The paper.
    pub page: PageSize,
    /// What is printed.
    #[serde(default)]
    pub what: What,
    /// The flow; the one that is looked at where none is named.
    #[serde(default)]
    pub flow: Option<RecordId>,
}

/// What goes through a printer.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Printed {
    /// Sheet by sheet, each as large as its paper, in points.
    pub sheets: Vec<Scene>,
}

impl Ask for Paper {
    type Answer = Printed;

    fn answer(self, desk: &Desk) -> Result<Printed, Problem> {
        let Self { page, what, flow } = self;
        let (session, flow, sheets) = Sheets { page, what, flow }.of(desk)?;
        let sheets = session.ask(&sheets, flow)?;
        Ok(Printed { sheets })
    }
}
