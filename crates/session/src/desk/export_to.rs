//! A flow, a comparison or the project as a file at a path.
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::export::Export;
use super::{Ask, Desk};
use crate::form::Form;
use crate::problem::Problem;
use crate::requests::convert::ToldLoss;
use crate::session::write_file;

/// Asks for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "ExportToCall")]
pub struct ExportTo {
    /// Where.
    pub path: PathBuf,
    /// What.
    #[serde(flatten)]
    pub export: Export,
}

/// Where it lies.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Written {
    /// The file.
    pub path: String,
    /// What could not be carried over.
    pub losses: Vec<ToldLoss>,
}

impl Ask for ExportTo {
    type Answer = Written;

    fn answer(self, desk: &Desk) -> Result<Written, Problem> {
        let path = &self.path;
        if !desk.may_write(path) {
            return Err(desk.outside(path));
        }
        let words = desk.words();
        let file = path.display().to_string();
        let form = Form::from_ending(&self.export.ending);
        if form.is_some() && form != Form::of(path) {
            // What is written says by its name what it is, so that it never takes the place of something else.
            let values = [
                ("file", file.clone()),
                ("endings", self.export.ending.clone()),
            ];
            return Err(Problem::new(&words, "unknown-form", &values).in_file(&file));
        }
        if desk.is_open(path) {
            let values = [("file", file.clone())];
            return Err(Problem::new(&words, "is-open", &values).in_file(&file));
        }
        let made = self.export.file(desk)?;
        write_file(path, &made.bytes, words.language())?;
        Ok(Written {
            path: file,
            losses: made.losses,
        })
    }
}
