//! The title block (表題欄) of a picture: what it shows, which version of it, and who answers for it.
use kaizu_analysis::Graph;
use kaizu_model::Language;
use kaizu_render::{Cell, Look};

use crate::edition::Edition;
use crate::words::Words;

/// So many sections are named; where there are more, none is in charge.
const SECTIONS: usize = 2;

/// The cells, in the order in which they are read. What is not known is empty.
pub(super) fn cells(words: &Words, graph: &Graph, edition: &Edition) -> Vec<Cell> {
    let example = if graph.process.is_illustrative {
        words.say("picture-illustrative")
    } else {
        String::new()
    };
    let cell = |label: &str, value: String, look: Look| Cell {
        label: words.say(label),
        value,
        look,
    };
    vec![
        cell("picture-process", graph.process.name.clone(), Look::Name),
        cell("picture-flow", shown(words, graph), Look::Plain),
        cell(
            "picture-version",
            version(words, graph, edition),
            Look::Plain,
        ),
        cell("picture-date", edition.day(words), Look::Plain),
        cell("picture-figures", example, Look::Example),
        cell("picture-section", section(graph), Look::Plain),
    ]
}

/// Today's work or a better one, and what people call it where that says more.
fn shown(words: &Words, graph: &Graph) -> String {
    let Ok(flow) = graph.document.flow(graph.flow) else {
        return String::new();
    };
    let variant = flow.variant.word(words.language());
    let name = flow.name.trim();
    // A flow that nobody named has the word for its variant as its name, in the language it was made in.
    let is_only_variant = [Language::Ja, Language::En]
        .iter()
        .any(|language| name == flow.variant.word(*language));
    if name.is_empty() || name == graph.process.name || is_only_variant {
        variant.to_owned()
    } else if name.contains(variant) {
        name.to_owned()
    } else {
        format!("{variant} {name}")
    }
}

/// What people call the moment or the flow's version, else how often the project was changed.
fn version(words: &Words, graph: &Graph, edition: &Edition) -> String {
    let flow = graph.document.flow(graph.flow).ok();
    let said = edition.moment.clone();
    let said = said.or_else(|| flow.and_then(|flow| flow.version.clone()));
    said.filter(|said| !said.trim().is_empty())
        .unwrap_or_else(|| match edition.n_changes {
            0 => String::new(),
            n => words.tell("picture-changes", &[("n", n.to_string())]),
        })
}

/// The section in charge; where none is named, those of the lanes.
fn section(graph: &Graph) -> String {
    if let Some(section) = &graph.process.section {
        return section.clone();
    }
    let lanes = graph.document.lanes_of(graph.flow);
    let mut sections: Vec<&str> = Vec::new();
    for (_, lane) in &lanes {
        let section = lane.section.as_deref().filter(|it| !it.is_empty());
        sections.extend(section.filter(|it| !sections.contains(it)));
    }
    if sections.len() > SECTIONS {
        sections.clear();
    }
    sections.join("・")
}
