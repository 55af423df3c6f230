//! Lines as items, one under the other: by how far they are moved in, and by the sign before them.
use super::Line;
use super::marker::{self, Kind};

/// An item of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Item {
    /// The number it has in the list; empty for a bullet.
    pub(super) number: String,
    pub(super) text: String,
    /// The heading it stands under.
    pub(super) heading: String,
    /// Remarks below it.
    pub(super) notes: Vec<String>,
    /// Lines below it that say with an arrow where it leads.
    pub(super) arrows: Vec<String>,
    pub(super) children: Vec<Item>,
}

/// An item that may still have others below it.
struct Open {
    kind: Option<Kind>,
    indent: usize,
}

/// The items of `lines`.
pub(super) fn items(lines: &[Line]) -> Vec<Item> {
    let is_marked = lines
        .iter()
        .filter(|line| marker::cut(&line.text).is_some())
        .count();
    let has_markers = is_marked * 2 >= lines.len() && is_marked > 0;
    let mut items: Vec<Item> = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let mut heading = String::new();
    for line in lines {
        let marked = marker::cut(&line.text).filter(|_| has_markers);
        let text = marked.map_or(line.text.as_str(), |it| it.rest);
        if let Some(said) = text.strip_prefix(['→', '⇒', '➡'])
            && let Some(last) = last(&mut items, open.len())
        {
            last.arrows.push(said.trim().to_owned());
            continue;
        }
        if let Some(said) = line.text.strip_prefix('※')
            && let Some(last) = last(&mut items, open.len())
        {
            last.notes.push(said.trim().to_owned());
            continue;
        }
        if has_markers && marked.is_none() {
            let is_below = open.last().is_some_and(|it| line.indent > it.indent);
            if let Some(item) = last(&mut items, open.len()).filter(|_| is_below) {
                go_on(&mut item.text, text);
            } else {
                text.trim_matches(['【', '】', '[', ']', '<', '>', '＜', '＞'])
                    .clone_into(&mut heading);
                open.clear();
            }
            continue;
        }
        let depth = depth(&mut open, marked.map(|it| it.kind), line.indent);
        let item = Item {
            number: marked
                .map(|it| kaizu_model::folded(it.number))
                .unwrap_or_default(),
            text: text.to_owned(),
            heading: heading.clone(),
            ..Item::default()
        };
        place(&mut items, depth, item);
    }
    items
}

/// How deep an item is: beside the last one of its kind and place, else below what stands further out.
fn depth(open: &mut Vec<Open>, kind: Option<Kind>, indent: usize) -> usize {
    let alike = open
        .iter()
        .position(|it| it.kind == kind && it.indent == indent);
    let nested = match kind {
        Some(Kind::Nested(n)) => Some(n - 1),
        _ => None,
    };
    let depth = nested
        .filter(|n| *n <= open.len())
        .or(alike)
        .unwrap_or_else(|| {
            let outer = open.iter().rposition(|it| it.indent < indent);
            // Where nothing is moved in, another sign tells the next level, and the same sign the same one.
            let same = open
                .iter()
                .rposition(|it| it.indent == indent && it.kind.is_some() && it.kind == kind);
            let beside = open.iter().rposition(|it| it.indent == indent);
            same.or(beside.map(|at| at + usize::from(kind.is_some())))
                .unwrap_or_else(|| outer.map_or(0, |at| at + 1))
        });
    open.truncate(depth);
    open.push(Open { kind, indent });
    open.len() - 1
}

/// Puts `item` at its depth; where nothing is above it, as near to it as can be.
fn place(items: &mut Vec<Item>, depth: usize, item: Item) {
    match items.last_mut() {
        Some(last) if depth > 0 => place(&mut last.children, depth - 1, item),
        Some(_) | None => items.push(item),
    }
}

/// The last item of all.
fn last(items: &mut [Item], deepest: usize) -> Option<&mut Item> {
    let item = items.last_mut()?;
    if deepest <= 1 || item.children.is_empty() {
        return Some(item);
    }
    last(&mut item.children, deepest - 1)
}

/// Joins a line that goes on.
fn go_on(text: &mut String, more: &str) {
    let is_latin =
        |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || c == ',' || c == '.');
    if is_latin(text.chars().last()) && more.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        text.push(' ');
    }
    text.push_str(more);
}
