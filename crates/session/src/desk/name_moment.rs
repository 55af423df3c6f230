//! A name for a moment, so that it is found again: 「課長説明用」.
use kaizu_store::Revision;
use serde::Deserialize;
use ts_rs::TS;

use super::history::{Chronicle, chronicle};
use super::{Ask, Desk};
use crate::problem::Problem;

/// Steps around the moment that are told then.
const AROUND: u32 = 40;

/// Gives the moment after a step a name, or takes it away where none is given.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "NameMomentCall", optional_fields)]
pub struct NameMoment {
    /// After which step.
    pub revision: i64,
    /// The name.
    #[serde(default)]
    pub name: Option<String>,
}

impl Ask for NameMoment {
    type Answer = Chronicle;

    fn answer(self, desk: &Desk) -> Result<Chronicle, Problem> {
        let now = desk.now();
        let mut state = desk.state();
        let opened = state.opened()?;
        let name = self.name.as_deref().map(str::trim);
        let name = name.filter(|name| !name.is_empty());
        let last = opened.session.store()?.revision();
        let revision = Revision(self.revision.clamp(0, last.0));
        opened
            .session
            .with_store(|store| store.name_moment(revision, name, now))?;
        if let Some(back) = &mut opened.back
            && back.past.revision == revision.0
        {
            back.past.name = name.map(ToOwned::to_owned);
        }
        chronicle(&opened.session, Some(revision.0), AROUND)
    }
}
