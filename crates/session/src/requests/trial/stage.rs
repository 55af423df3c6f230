//! What a question looks at, and what it shows.
use kaizu_analysis::{Graph, hours_a_day};
use kaizu_model::{Document, FlowId, Size};
use kaizu_render::charts::{Chart, chart};
use kaizu_render::scene::Scene;

use super::Levers;
use super::desks::{Desk, desks};
use super::played::Played;
use crate::Session;
use crate::requests::office_time::told;
use crate::requests::told_outcome;
use crate::words::Words;

/// A chart is drawn in this size, for any screen to scale.
pub(super) const SIZE: Size = Size { w: 720.0, h: 340.0 };

/// What a question looks at before anything is played.
pub(super) struct Stage<'a> {
    /// The words of the language it is told in.
    pub(super) words: &'a Words,
    /// What is turned.
    pub(super) levers: &'a Levers,
    /// Today's flow, with what the levers say about today.
    pub(super) today: Side,
    /// The flow with the levers turned.
    pub(super) then: Side,
}

/// A flow of a project.
pub(super) struct Side {
    /// The project.
    pub(super) document: Document,
    /// Which flow of it.
    pub(super) flow: FlowId,
}

impl Side {
    /// What `ask` says of the flow; nothing where it cannot be looked at.
    pub(super) fn ask<T>(&self, ask: impl Fn(&Graph) -> Option<T>) -> Option<T> {
        ask(&Graph::of(&self.document, self.flow).ok()?)
    }

    /// How busy everybody is.
    pub(super) fn desks(&self) -> Vec<Desk> {
        desks(&self.document, self.flow)
    }
}

impl Stage<'_> {
    /// How busy everybody is today, and would be.
    pub(super) fn desks(&self) -> [Vec<Desk>; 2] {
        [&self.today, &self.then].map(Side::desks)
    }

    /// Office hours of a day.
    pub(super) fn day(&self) -> f64 {
        hours_a_day(&self.today.document)
    }

    /// Office time in words.
    pub(super) fn time(&self, hours: f64) -> String {
        told(self.words, self.day(), hours, false)
    }

    /// A sentence of the catalogue.
    pub(super) fn tell(&self, id: &str, values: &[(&str, String)]) -> String {
        self.words.tell(&format!("trial-{id}"), values)
    }

    /// A word of the catalogue.
    pub(super) fn say(&self, id: &str) -> String {
        self.words.say(&format!("trial-{id}"))
    }
}

/// A number in words.
pub(super) fn number(number: f64) -> String {
    Words::number(number)
}

/// A share in percent, in words.
pub(super) fn percent(share: f64) -> String {
    Words::number(told_outcome::percent(share))
}

/// Today's flow and the one with levers turned, both played by the same luck.
pub(super) struct Pair {
    /// As it is.
    pub(super) today: Played,
    /// As it would be.
    pub(super) then: Played,
}

/// What a question shows.
#[derive(Default)]
pub(super) struct Shown {
    /// Sentences; the first is the answer.
    pub(super) says: Vec<String>,
    /// Pictures.
    pub(super) charts: Vec<Chart>,
}

impl Shown {
    /// The pictures, drawn.
    pub(super) fn scenes(&self, session: &Session) -> Vec<Scene> {
        let language = session.words().language();
        let drawn = self.charts.iter().map(|it| chart(it, SIZE, language));
        drawn.collect()
    }
}
