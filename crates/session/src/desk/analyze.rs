//! Figures and findings of the flow that is looked at.
use std::collections::BTreeMap;

use kaizu_analysis::Finding;
use kaizu_model::{Cancel, FlowId, Outcome, RecordId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Ask, Desk, Painting};
use crate::problem::Problem;
use crate::requests::analyze::{Analysis, analyzed};
use crate::requests::finding::Teller;
use crate::requests::flags::flags;
use crate::session::Session;

/// Asks for them.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "AnalyzeCall", optional_fields)]
pub struct Analyze {
    /// The last view that the window has.
    #[serde(default)]
    pub seen: Option<u32>,
}

/// Figures and findings of one moment.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Analysed {
    /// The moment: how often the project had been changed.
    pub revision: u64,
    /// The flow they are about.
    pub flow: RecordId,
    /// What was found.
    pub analysis: Analysis,
    /// Which record each name of a step in the analysis stands for.
    pub keys: BTreeMap<String, RecordId>,
    /// The picture with its flags, or what changed in it.
    pub painting: Painting,
    /// Whether the picture is whole.
    pub whole: bool,
    /// Counts views.
    pub serial: u32,
}

impl Ask for Analyze {
    type Answer = Analysed;

    fn answer(self, desk: &Desk) -> Result<Analysed, Problem> {
        let search = desk.begin_search()?;
        let outcome = search.outcome.as_ref();
        let found = analyzed(&search.session, search.flow, outcome, &search.cancel)?;
        desk.end_search(&search, found, self.seen)
    }
}

/// A search on what was open at one moment, without holding anybody up.
struct Search {
    session: Session,
    flow: FlowId,
    outcome: Option<Outcome>,
    cancel: Cancel,
}

impl Desk {
    fn begin_search(&self) -> Result<Search, Problem> {
        let cancel = Cancel::default();
        let mut state = self.state();
        let opened = state.opened()?;
        opened.stop_analysing();
        opened.analysing = Some(cancel.clone());
        Ok(Search {
            session: opened.shown().snapshot(),
            flow: opened.flow,
            outcome: opened.outcome(),
            cancel,
        })
    }

    fn end_search(
        &self,
        search: &Search,
        (mut analysis, findings): (Analysis, Vec<Finding>),
        seen: Option<u32>,
    ) -> Result<Analysed, Problem> {
        let (session, flow) = (&search.session, search.flow);
        for (told, finding) in analysis.findings.iter_mut().zip(&findings) {
            told.at = finding.nodes.iter().map(|node| (*node).into()).collect();
        }
        let keys = Teller::new(session.words(), session.document(), flow).keys();
        let mut state = self.state();
        if search.cancel.is_cancelled() {
            return Err(Problem::new(session.words(), "cancelled", &[]));
        }
        let serial = state.serial.wrapping_add(1);
        let opened = state.opened()?;
        opened.analysing = None;
        opened.flags.insert(flow, flags(&findings));
        let (painting, whole) = opened.repaint(seen, serial)?;
        let revision = opened.shown().revision();
        state.serial = serial;
        Ok(Analysed {
            revision,
            flow: flow.into(),
            analysis,
            keys,
            painting,
            whole,
            serial,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use kaizu_model::Language;

    use super::*;
    use crate::desk::{Call, DeskOptions};

    fn desk(home: &std::path::Path) -> Desk {
        Desk::new(DeskOptions {
            home: home.to_owned(),
            folder: None,
            language: Language::Ja,
            now_ms: || 0,
            can_choose_files: true,
            hear: Arc::new(|_| {}),
        })
    }

    fn ask(desk: &Desk, call: &str) {
        let call: Call = serde_json::from_str(call).unwrap();
        desk.answer(call).unwrap();
    }

    #[test]
    fn what_was_played_counts_until_the_next_edit() {
        let home = tempfile::tempdir().unwrap();
        let desk = desk(home.path());
        let sample = r#"{"type":"open_sample","sample":"vaccination-ticket"}"#;
        ask(&desk, sample);
        assert!(desk.begin_search().unwrap().outcome.is_none());
        let levers = r#"{"at_once":40,"to_year":2040}"#;
        let call =
            format!(r#"{{"type":"try_out","question":"volume","levers":{levers},"job":"play"}}"#);
        ask(&desk, &call);
        let search = desk.begin_search().unwrap();
        let played = search.outcome.unwrap();
        assert!(played.replications > 0 && !played.lanes.is_empty());
        let step = search.session.document().steps().next().unwrap().0;
        let edit = format!(
            r#"{{"type":"send","command":{{"type":"rename","id":"step/{}","name":"案内"}}}}"#,
            step.0
        );
        ask(&desk, &edit);
        assert!(desk.begin_search().unwrap().outcome.is_none());
    }

    #[test]
    fn an_edit_cancels_the_search_that_is_going_on() {
        let home = tempfile::tempdir().unwrap();
        let desk = desk(home.path());
        ask(
            &desk,
            r#"{"type":"open_sample","sample":"resident-record-by-mail"}"#,
        );
        let before = desk.begin_search().unwrap();
        let found = analyzed(&before.session, before.flow, None, &before.cancel).unwrap();
        let step = before.session.document().steps().next().unwrap().0;
        let edit = format!(
            r#"{{"type":"send","command":{{"type":"rename","id":"step/{}","name":"受付"}}}}"#,
            step.0
        );
        ask(&desk, &edit);
        let outcome = desk.end_search(&before, found, None);
        assert_eq!(outcome.unwrap_err().code, "cancelled");
        let after = desk.begin_search().unwrap();
        let found = analyzed(&after.session, after.flow, None, &after.cancel).unwrap();
        assert!(desk.end_search(&after, found, None).is_ok());
    }
}
