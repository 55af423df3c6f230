//! Soundness and modelling errors of a flow, each with its witness.
use kaizu_analysis::{Graph, Gravity, find_in};
use kaizu_model::{Cancel, FlowId};
use serde::Serialize;

use super::Request;
use super::finding::{Teller, Told};
use crate::page::Page;
use crate::{Problem, Session};

/// Asks what is wrong with the drawing.
#[derive(Clone, Copy, Debug)]
pub struct Check;

/// What is wrong with the drawing.
#[derive(Clone, Debug, Serialize)]
pub struct Checked {
    /// What cannot be right.
    pub errors: Vec<Told>,
    /// What may be unclear.
    pub warnings: Vec<Told>,
}

impl Request for Check {
    type Answer = Checked;

    fn answer(&self, session: &Session, flow: FlowId) -> Result<Checked, Problem> {
        let graph =
            Graph::of(session.document(), flow).map_err(|refusal| session.refused(&refusal))?;
        let teller = Teller::new(session.words(), session.document(), flow);
        let mut checked = Checked {
            errors: Vec::new(),
            warnings: Vec::new(),
        };
        for finding in find_in(&graph, &Cancel::default()) {
            match finding.gravity {
                Gravity::Error => checked.errors.push(teller.tell(&graph, &finding)),
                Gravity::Warning => checked.warnings.push(teller.tell(&graph, &finding)),
                Gravity::Waste | Gravity::Note => {}
            }
        }
        Ok(checked)
    }
}

impl Checked {
    /// As text for people.
    pub fn text(&self, session: &Session) -> String {
        let words = session.words();
        let mut page = Page::default();
        if self.errors.is_empty() && self.warnings.is_empty() {
            page.line(words.say("check-clean"));
        }
        for (head, list) in [
            ("check-errors", &self.errors),
            ("check-warnings", &self.warnings),
        ] {
            if !list.is_empty() {
                page.line(words.tell(head, &[("n", list.len().to_string())]));
                page.lines(list.iter().flat_map(|told| told.lines(words)));
            }
        }
        page.text()
    }
}
