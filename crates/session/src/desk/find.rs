//! Where a text stands in the flow that is looked at, in whatever way its letters are written there.
use std::collections::BTreeMap;

use kaizu_model::{Hit, Part, Wanted};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Ask, Desk};
use crate::problem::Problem;

/// Asks for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "FindCall")]
pub struct Find {
    /// What is looked for.
    pub text: String,
}

/// Where it stands.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Hits {
    /// The things of the picture, in the order in which one reads them.
    pub hits: Vec<Hit>,
    /// In how many places it could be replaced, part by part: what several things share is one.
    pub places: BTreeMap<Part, usize>,
}

impl Ask for Find {
    type Answer = Hits;

    fn answer(self, desk: &Desk) -> Result<Hits, Problem> {
        let (session, flow) = desk.snapshot()?;
        let document = session.document();
        let found = Wanted::new(&self.text).map(|wanted| wanted.hits(document, flow));
        let (hits, places) = found.unwrap_or_default();
        Ok(Hits { hits, places })
    }
}
