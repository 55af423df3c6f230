//! Document to text.
use std::collections::BTreeMap;

use super::quote::{name, quoted, target, word};
use super::{canonical, print_head, print_node};
use crate::{Document, FlowId, ItemId, LaneId, NodeId, RecordId, StepId};

/// `flow` as text, with Japanese keywords. The same flow always gives the same text.
pub fn print(document: &Document, flow: FlowId) -> String {
    let document = canonical(document, flow);
    let Some(flow) = document.first_flow() else {
        return String::new();
    };
    let page = Page::new(&document, flow);
    let mut lines = Vec::new();
    print_head::lines(&page, &mut lines);
    print_node::lines(&page, &mut lines);
    print_head::closing_lines(&page, &mut lines);
    let mut text = lines.join("\n");
    text.push('\n');
    text
}

/// A flow in canonical form, with how each thing in it is called.
pub(super) struct Page<'a> {
    pub(super) document: &'a Document,
    pub(super) flow: FlowId,
    /// How a line names a node that is not its own.
    nodes: BTreeMap<NodeId, String>,
    /// Which of its name each lane, phase and item is; 1 is not written.
    nth: BTreeMap<RecordId, usize>,
    /// Whether 終わり behind an arrow would lead to a node of that name.
    pub(super) has_node_named_end: bool,
}

impl<'a> Page<'a> {
    fn new(document: &'a Document, flow: FlowId) -> Self {
        let mut nth = BTreeMap::new();
        let mut seen: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        let named = document
            .records()
            .filter_map(|(id, it)| Some((id, it.name()?)));
        for (id, name) in named {
            let count = seen.entry((id.word(), name)).or_default();
            *count += 1;
            nth.insert(id, *count);
        }
        let mut page = Self {
            document,
            flow,
            nodes: BTreeMap::new(),
            nth,
            has_node_named_end: false,
        };
        page.name_nodes();
        page
    }

    fn name_nodes(&mut self) {
        let mut names: BTreeMap<&str, usize> = BTreeMap::new();
        let nodes = self.document.nodes_of(self.flow);
        for node in &nodes {
            *names.entry(node.name).or_default() += 1;
        }
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for node in &nodes {
            let nth = seen.entry(node.name).or_default();
            *nth += 1;
            self.has_node_named_end |= crate::folded(node.name) == "終わり";
            let called = match node.key {
                Some(key) => format!("#{}", word(key)),
                None if names.get(node.name) == Some(&1) => target(node.name),
                None => format!("{}#{nth}", target(node.name)),
            };
            self.nodes.insert(node.id, called);
        }
    }

    /// How another line names `node`.
    pub(super) fn node(&self, node: NodeId) -> &str {
        self.nodes.get(&node).map_or("", String::as_str)
    }

    pub(super) fn steps(&self, steps: &[StepId]) -> String {
        let all: Vec<&str> = steps.iter().map(|id| self.node((*id).into())).collect();
        all.join("、")
    }

    pub(super) fn lane(&self, lane: LaneId) -> String {
        let text = self.document.lane(lane).map_or("", |lane| &lane.name);
        self.numbered(lane.into(), name(text))
    }

    pub(super) fn phase(&self, phase: crate::PhaseId) -> String {
        let text = self.document.phase(phase).map_or("", |phase| &phase.name);
        self.numbered(phase.into(), word(text))
    }

    pub(super) fn item(&self, item: ItemId) -> String {
        let text = self.document.item(item).map_or("", |item| &item.name);
        self.numbered(item.into(), name(text))
    }

    pub(super) fn items(&self, items: &[ItemId]) -> String {
        let all: Vec<String> = items.iter().map(|id| self.item(*id)).collect();
        all.join("、")
    }

    fn numbered(&self, id: RecordId, name: String) -> String {
        match self.nth.get(&id) {
            Some(nth) if *nth > 1 => format!("{name}#{nth}"),
            Some(_) | None => name,
        }
    }
}

/// A line's bracket; nothing where there is nothing to say.
pub(super) fn bracket(words: &[String]) -> String {
    if words.is_empty() {
        String::new()
    } else {
        format!(" [{}]", words.join(" "))
    }
}

/// A text in a bracket of its own.
pub(super) fn bracketed_text(text: &str) -> String {
    let plain = word(text);
    if text.is_empty() {
        String::new()
    } else if plain == text {
        format!(" [{text}]")
    } else {
        format!(" [{}]", quoted(text))
    }
}
