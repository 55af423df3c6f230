//! The sheets of paper that a picture takes, and how many they are.
use kaizu_model::FlowId;
use kaizu_render::Page;
use kaizu_render::scene::Scene;
use serde::Serialize;
use ts_rs::TS;

use super::Request;
use super::compare::Compare;
use super::painted::spread;
use super::picture::{both, drawing};
use crate::edition::Edition;
use crate::{Problem, Session};

/// Asks how many.
#[derive(Clone, Debug)]
pub struct Count(pub Sheets);

/// Asks for the sheets themselves.
#[derive(Clone, Debug)]
pub struct Sheets {
    /// The paper.
    pub page: Page,
    /// Whether a better flow goes on them alone, or with today's.
    pub scope: Scope,
    /// What they say of the moment: it takes room in the title block.
    pub edition: Edition,
}

/// What goes on the sheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// One flow.
    Flow,
    /// Today's flow and a better one.
    Both,
}

/// How many sheets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SheetCount {
    /// Their number.
    pub n: u32,
    /// Paper and number in words: A3横 4枚.
    pub sentence: String,
}

impl Request for Sheets {
    type Answer = Vec<Scene>;

    fn answer(&self, session: &Session, flow: FlowId) -> Result<Vec<Scene>, Problem> {
        let edition = &self.edition;
        Ok(match self.scope {
            Scope::Flow => spread(&[drawing(session, flow, edition)?], self.page),
            Scope::Both => {
                let question = Compare::within(session, flow)?;
                let (before, after) = (question.before(flow), question.after());
                let drawings = both((session, before), (session, after), edition)?;
                spread(&drawings, self.page)
            }
        })
    }
}

impl Request for Count {
    type Answer = SheetCount;

    fn answer(&self, session: &Session, flow: FlowId) -> Result<SheetCount, Problem> {
        let sheets = session.ask(&self.0, flow)?;
        let is_upright = sheets.first().is_some_and(|it| it.frame.h > it.frame.w);
        let sentence = match (self.0.page, is_upright) {
            (Page::Fit, _) => "sheets-fit",
            (Page::A3, false) => "sheets-a3-across",
            (Page::A3, true) => "sheets-a3-upright",
            (Page::A4, false) => "sheets-a4-across",
            (Page::A4, true) => "sheets-a4-upright",
        };
        let n = u32::try_from(sheets.len()).unwrap_or(u32::MAX);
        let sentence = session.words().tell(sentence, &[("n", n.to_string())]);
        Ok(SheetCount { n, sentence })
    }
}
