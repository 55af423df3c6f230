//! What can be read of a damaged project, as a new project; the damaged file stays as it is.
use std::path::PathBuf;

use kaizu_model::RecordId;
use kaizu_store::{Failure, Missing, library};
use serde::Deserialize;
use ts_rs::TS;

use super::{Ask, Desk, View};
use crate::failures::stored;
use crate::problem::Problem;
use crate::requests::convert::ToldLoss;
use crate::session::APPLICATION;
use crate::words::Words;

/// Saves what can be read of a damaged file.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "SalvageCall")]
pub struct Salvage {
    /// Which one.
    pub path: PathBuf,
}

impl Ask for Salvage {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        if !desk.is_allowed(&self.path) {
            return Err(desk.outside(&self.path));
        }
        let words = desk.words();
        let file = self.path.display().to_string();
        let failed = |failure| stored(&words, &failure).in_file(&file);
        let stem = self.path.file_stem().unwrap_or_default().to_string_lossy();
        let name = words.tell("desk-salvaged", &[("name", stem.into_owned())]);
        let into = library::draft(&desk.options.home, &name).map_err(failed)?;
        let saved = kaizu_store::salvage(&self.path, &into, APPLICATION, desk.now());
        let saved = match saved {
            // Nothing of it could be read: it is as it was before it was tried.
            Err(Failure::Damaged(_) | Failure::NotAProject(_)) => {
                let values = [("file", file.clone())];
                let problem = Problem::new(&words, "nothing-to-salvage", &values);
                return Err(problem.in_file(&file));
            }
            saved => saved.map_err(failed)?,
        };
        let losses = saved.missing.iter().map(|it| told(&words, it)).collect();
        desk.put(&into, losses)
    }
}

/// What is missing, in words.
fn told(words: &Words, missing: &Missing) -> ToldLoss {
    let kind = |id: RecordId| words.say(&format!("record-{}", id.word().replace('_', "-")));
    let loss = |what, at, kept, values: &[(&str, String)]| {
        ToldLoss::said(
            what,
            at,
            kept,
            words.tell(&format!("missing-{what}"), values),
        )
    };
    let one = |what, id: RecordId, kept, other: String| {
        loss(
            what,
            id.to_string(),
            kept,
            &[("what", kind(id)), ("other", other)],
        )
    };
    match missing {
        Missing::Record(id) => one("record", *id, false, String::new()),
        Missing::Older(id) => one("older", *id, true, String::new()),
        Missing::Dependent { id, name } => {
            one("dependent", *id, false, name.clone().unwrap_or_default())
        }
        Missing::Reference { of, to } => one("reference", *of, true, kind(*to)),
        Missing::Unknown => loss("unknown", String::new(), false, &[]),
        Missing::History { from, to } => {
            let (from, to) = (from.0.to_string(), to.map(|it| it.0.to_string()));
            let what = if to.is_some() {
                "history"
            } else {
                "history-end"
            };
            loss(
                what,
                String::new(),
                false,
                &[("from", from), ("to", to.unwrap_or_default())],
            )
        }
        Missing::Moment(name) => loss("moment", String::new(), false, &[("name", name.clone())]),
    }
}
