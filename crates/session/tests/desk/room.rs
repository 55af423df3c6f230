//! A desk with a sample on it, asked about proposals.
use serde_json::{Value, json};

use crate::bench::Bench;

/// A desk with the sample of a benefit on it.
pub(crate) struct Room(pub(crate) Bench);

impl Room {
    pub(crate) fn with_a_sample() -> Self {
        let room = Self(Bench::new());
        room.ask(&json!({ "type": "open_sample", "sample": "special-fixed-benefit" }));
        room
    }

    pub(crate) fn ask(&self, call: &Value) -> Value {
        self.0.ask(call)
    }

    pub(crate) fn refused(&self, call: &Value) -> Value {
        self.0.problem(call)["code"].clone()
    }

    pub(crate) fn heard(&self) -> Vec<Value> {
        let heard = self.0.heard.lock().unwrap();
        heard
            .iter()
            .map(|it| serde_json::to_value(it).unwrap())
            .collect()
    }

    pub(crate) fn propose(&self) -> Value {
        self.ask(&json!({ "type": "propose", "package": "free", "job": "a" }))
    }

    pub(crate) fn cards(&self, flow: &Value) -> Value {
        self.ask(&json!({ "type": "proposal", "flow": flow }))
    }

    pub(crate) fn decide(&self, card: &Value, accept: bool) -> Value {
        self.ask(&json!({
            "type": "decide", "improvement": card["improvement"], "accept": accept,
            "reason": "様子を見る",
        }))
    }

    pub(crate) fn whole(&self) -> Value {
        self.ask(&json!({ "type": "look" }))
    }
}

pub(crate) fn list(cards: &Value) -> Vec<Value> {
    cards["cards"].as_array().unwrap().clone()
}

/// The first change of this rewrite.
pub(crate) fn card(cards: &Value, rewrite: &str) -> Value {
    let mut all = list(cards).into_iter();
    all.find(|it| it["rewrite"] == rewrite).unwrap()
}

pub(crate) fn minutes(figures: &Value) -> f64 {
    figures["staff_min_per_case"].as_f64().unwrap()
}
