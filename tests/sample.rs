//! A sample with what the detectors see in it, by the keys of its steps.
use std::collections::BTreeSet;

use kaizu_analysis::{Claim, Fact, Finding, Graph, find, is_only_check};
use kaizu_model::{Cancel, Document, FlowId, notation};
use kaizu_tests::files;

/// A sample, read.
pub(crate) struct Sample {
    pub(crate) document: Document,
    pub(crate) flow: FlowId,
}

impl Sample {
    pub(crate) fn named(name: &str) -> Self {
        let file = format!("{name}.flow");
        let (_, text) = files("samples", ".flow")
            .into_iter()
            .find(|(path, _)| path.ends_with(&file))
            .unwrap();
        let document = notation::parse(&text).unwrap();
        let flow = document.first_flow().unwrap();
        Self { document, flow }
    }

    pub(crate) fn graph(&self) -> Graph<'_> {
        Graph::of(&self.document, self.flow).unwrap()
    }

    pub(crate) fn findings(&self) -> Vec<Finding> {
        find(&self.document, self.flow, None, &Cancel::default()).unwrap()
    }

    /// What `code` sees at `first` and further steps.
    pub(crate) fn finding(&self, code: &str, first: &str) -> Finding {
        let is_it = |it: &Finding| it.code == code && self.keys(it).contains(&first);
        self.findings().into_iter().find(is_it).unwrap()
    }

    pub(crate) fn keys(&self, finding: &Finding) -> Vec<&str> {
        let nodes = self.document.nodes_of(self.flow);
        let key = |id| {
            nodes
                .iter()
                .find(|node| node.id == id)
                .unwrap()
                .key
                .unwrap()
        };
        finding.nodes.iter().map(|id| key(*id)).collect()
    }

    /// The steps of which the finding says that something could be saved.
    pub(crate) fn claimed(&self, finding: &Finding) -> Vec<&str> {
        let nodes = self.document.nodes_of(self.flow);
        let is_claimed = |id| finding.claims.contains_key(id);
        nodes
            .iter()
            .filter(|node| is_claimed(&node.id))
            .map(|node| node.key.unwrap())
            .collect()
    }

    /// What the finding says could be saved at `step`.
    pub(crate) fn claim(&self, finding: &Finding, step: &str) -> Option<Claim> {
        let nodes = self.document.nodes_of(self.flow);
        let node = nodes.iter().find(|node| node.key == Some(step))?;
        finding.claims.get(&node.id).copied()
    }

    pub(crate) fn items(&self, finding: &Finding) -> BTreeSet<&str> {
        finding
            .items
            .iter()
            .map(|id| self.document.item(*id).unwrap().name.as_str())
            .collect()
    }

    /// The steps that are the only check of something.
    pub(crate) fn only_checks(&self) -> Vec<&str> {
        let graph = self.graph();
        let alone = graph
            .steps()
            .filter(|(node, _)| is_only_check(&graph, *node));
        alone
            .map(|(_, step)| step.key.as_deref().unwrap())
            .collect()
    }
}

/// The number that a finding states as `name`.
pub(crate) fn number(finding: &Finding, name: &str) -> f64 {
    match finding.facts[name] {
        Fact::Number(number) => number,
        Fact::Names(_) => panic!("{name} is no number"),
    }
}

/// The names that a finding states as `name`.
pub(crate) fn names<'f>(finding: &'f Finding, name: &str) -> Vec<&'f str> {
    match &finding.facts[name] {
        Fact::Names(names) => names.iter().map(String::as_str).collect(),
        Fact::Number(_) => panic!("{name} is a number"),
    }
}
