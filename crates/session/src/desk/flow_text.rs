//! The flow that is looked at as text, and on which line of it each thing stands.
use kaizu_model::{Document, FlowId, RecordId, notation};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Ask, Desk};
use crate::problem::Problem;

/// Asks for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "FlowTextCall", optional_fields)]
pub struct ReadText {
    /// A text that was typed for this flow: the lines that are asked for are those of it.
    #[serde(default)]
    pub typed: Option<String>,
}

/// A flow as text.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FlowText {
    /// In the notation `.flow`.
    pub text: String,
    /// Where steps, branches and events stand, there or in the text that was typed.
    pub lines: Vec<TextLine>,
}

/// Where one thing stands.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TextLine {
    /// Which.
    pub id: RecordId,
    /// On which line, from 1.
    pub line: usize,
}

impl Ask for ReadText {
    type Answer = FlowText;

    fn answer(self, desk: &Desk) -> Result<FlowText, Problem> {
        let (session, flow) = desk.snapshot()?;
        let document = session.document();
        let text = notation::print(document, flow);
        let lines = lines(document, flow, self.typed.as_ref().unwrap_or(&text));
        Ok(FlowText { text, lines })
    }
}

/// Nothing where the text is no text of this flow.
fn lines(document: &Document, flow: FlowId, text: &str) -> Vec<TextLine> {
    let nodes = document.nodes_of(flow);
    let lines = notation::node_lines(text).unwrap_or_default();
    if lines.len() != nodes.len() {
        return Vec::new();
    }
    let at = |(node, line): (&kaizu_model::Node, usize)| TextLine {
        id: node.id.into(),
        line,
    };
    nodes.iter().zip(lines).map(at).collect()
}
