//! An edge (矢印): what comes next, and how the case gets there.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Follow, Refers};
use crate::{EdgeNature, FlowId, NodeId, Point, Repeat, Share, Split, Transfer};

/// An edge (矢印): what comes next, and how the case gets there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Edge {
    /// The flow it is part of.
    pub flow: FlowId,
    /// Where it begins.
    pub from: NodeId,
    /// Where it leads.
    pub to: NodeId,
    /// How its source hands on.
    pub split: Split,
    /// The share of cases that take it; unknown where empty, all of them in a sequence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<Share>,
    /// When it is taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<String>,
    /// What it is besides the usual way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nature: Option<EdgeNature>,
    /// How often a return may happen; any number of times where unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeat: Option<Repeat>,
    /// How the case travels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transfer: Option<Transfer>,
    /// Where an imported drawing bends it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<_>")]
    pub bends: Vec<Point>,
}

impl Edge {
    /// An arrow of which only the ends are known.
    pub fn new(flow: FlowId, from: NodeId, to: NodeId, split: Split) -> Self {
        Self {
            flow,
            from,
            to,
            split,
            share: None,
            condition: None,
            nature: None,
            repeat: None,
            transfer: None,
            bends: Vec::new(),
        }
    }
}

impl Refers for Edge {
    fn refer(&mut self, follow: Follow) -> bool {
        let both = super::needs(&mut self.from, follow) & super::needs(&mut self.to, follow);
        super::needs(&mut self.flow, follow) && both
    }
}
