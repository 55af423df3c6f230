//! What the project can be exported as.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Ask, Desk};
use crate::form::Form;
use crate::problem::Problem;

/// Asks for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "FormsCall")]
pub struct Forms {}

/// What the project can be exported as.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Exportables {
    /// In the order in which a list shows them.
    pub forms: Vec<Exportable>,
}

/// One form.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Exportable {
    /// How the names of its files end, without the dot.
    pub ending: &'static str,
    /// What people call it.
    pub word: String,
}

impl Ask for Forms {
    type Answer = Exportables;

    fn answer(self, desk: &Desk) -> Result<Exportables, Problem> {
        let words = desk.words();
        let exportable = |form: Form| Exportable {
            ending: form.ending(),
            word: words.say(&format!("desk-form-{}", form.ending())),
        };
        Ok(Exportables {
            forms: Form::all().into_iter().map(exportable).collect(),
        })
    }
}
