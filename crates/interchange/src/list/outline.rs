//! A list as a grid: who, what, and where it leads.
use std::collections::BTreeSet;

use kaizu_model::Column;
use kaizu_model::notation::Heading;

use super::item::{Item, items};
use super::{Grid, Line, condition};

/// A step of the list.
#[derive(Clone, Debug, Default)]
struct Row {
    number: String,
    phase: String,
    lane: String,
    name: String,
    note: String,
    next: String,
}

/// What a column takes of a row.
type Get = fn(&Row) -> &String;

/// The grid of `lines`.
pub(super) fn grid(lines: &[Line]) -> Grid {
    let items = phased(items(lines));
    let rows = with_lanes(rows(attached(items)));
    let numbers: Vec<&str> = rows.iter().map(|row| row.number.as_str()).collect();
    let is_needed = rows.iter().any(|row| !row.next.is_empty()) || !is_running(&numbers);
    let all: [(Column, Get); 6] = [
        (Column::Number, |it| &it.number),
        (Column::Phase, |it| &it.phase),
        (Column::Lane, |it| &it.lane),
        (Column::Name, |it| &it.name),
        (Column::Note, |it| &it.note),
        (Column::Next, |it| &it.next),
    ];
    let is_said = |(column, get): &&(Column, Get)| {
        let is_shown = *column != Column::Number || is_needed;
        is_shown && rows.iter().any(|row| !get(row).is_empty())
    };
    let columns: Vec<&(Column, Get)> = all.iter().filter(is_said).collect();
    let cells = |row: &Row| columns.iter().map(|(_, get)| get(row).clone()).collect();
    Grid {
        is_table: false,
        head: Vec::new(),
        headings: columns
            .iter()
            .map(|(column, _)| Heading::of(*column))
            .collect(),
        rows: rows.iter().map(cells).collect(),
        left: 0,
    }
}

/// Whether numbers only count.
fn is_running(numbers: &[&str]) -> bool {
    let counted = numbers.iter().zip(1_usize..);
    counted.clone().all(|(it, n)| {
        it.is_empty() || *it == n.to_string() || it.chars().all(|c| !c.is_ascii_digit())
    })
}

/// Where every item has others below it and none of these is a condition, the upper ones are phases.
fn phased(items: Vec<Item>) -> Vec<Item> {
    let is_plain = |item: &Item| {
        let mut below = item.children.iter();
        !item.children.is_empty()
            && item.arrows.is_empty()
            && below.all(|it| condition::cut(&it.text).is_none())
    };
    if items.len() < 2 || !items.iter().all(is_plain) {
        return items;
    }
    let below = items.into_iter().flat_map(|item| {
        let heading = item.text;
        item.children.into_iter().map(move |child| Item {
            heading: heading.clone(),
            ..child
        })
    });
    below.collect()
}

/// 「もし…」 at the level of the steps stands below the step before it.
fn attached(items: Vec<Item>) -> Vec<Item> {
    let mut all: Vec<Item> = Vec::new();
    for item in items {
        let is_if = ["もし", "If ", "if "]
            .iter()
            .any(|it| item.text.starts_with(it));
        match all.last_mut() {
            Some(last) if is_if && condition::cut(&item.text).is_some() => last.children.push(item),
            Some(_) | None => all.push(item),
        }
    }
    all
}

/// The rows of all items, those of their ways behind each.
fn rows(items: Vec<Item>) -> Vec<Row> {
    let numbers: Vec<String> = items.iter().map(|it| it.number.clone()).collect();
    let distinct: BTreeSet<&String> = numbers.iter().collect();
    let is_numbered = distinct.len() == numbers.len() && numbers.iter().all(|it| !it.is_empty());
    let number = |at: usize| {
        let own = numbers.get(at).filter(|_| is_numbered);
        own.cloned().unwrap_or_else(|| (at + 1).to_string())
    };
    let n = items.len();
    let mut rows = Vec::new();
    for (at, item) in items.into_iter().enumerate() {
        let follows = if at + 1 < n {
            number(at + 1)
        } else {
            String::from("終わり")
        };
        rows.extend(row(item, &number(at), &follows));
    }
    rows
}

/// The row of an item and those of the ways that leave it; `follows` is what comes behind all of them.
fn row(item: Item, number: &str, follows: &str) -> Vec<Row> {
    let mut notes = item.notes;
    let mut ways: Vec<String> = item.arrows;
    let mut behind = Vec::new();
    let mut is_parted = false;
    for child in item.children {
        let Some((condition, action)) = condition::cut(&child.text) else {
            told(&child, "", &mut notes);
            continue;
        };
        is_parted = true;
        if let Some(place) = condition::leads(&action) {
            ways.push(format!("{condition} → {place}"));
            continue;
        }
        let own = format!("{number}-{}", behind.len() + 1);
        ways.push(format!("{condition} → {own}"));
        let mut below = Vec::new();
        for grandchild in &child.children {
            told(grandchild, "", &mut below);
        }
        let next = child
            .arrows
            .first()
            .cloned()
            .unwrap_or_else(|| follows.to_owned());
        behind.push(Row {
            number: own,
            phase: item.heading.clone(),
            name: action,
            note: below.join("\n"),
            next,
            ..Row::default()
        });
    }
    if is_parted && ways.len() == 1 {
        ways.push(format!("→ {follows}"));
    }
    let first = Row {
        number: number.to_owned(),
        phase: item.heading,
        lane: String::new(),
        name: item.text,
        note: notes.join("\n"),
        next: ways.join("\n"),
    };
    std::iter::once(first).chain(behind).collect()
}

/// What stands below an item, line by line.
fn told(item: &Item, before: &str, notes: &mut Vec<String>) {
    notes.push(format!("{before}{}", item.text));
    let deeper = format!("{before}　");
    notes.extend(
        item.notes
            .iter()
            .chain(&item.arrows)
            .map(|it| format!("{deeper}{it}")),
    );
    for child in &item.children {
        told(child, &deeper, notes);
    }
}

/// Where most lines begin with who does it, the lanes are parted from the names.
fn with_lanes(mut rows: Vec<Row>) -> Vec<Row> {
    let n = rows
        .iter()
        .filter(|row| handed(&row.name).is_some())
        .count();
    if n * 5 < rows.len() * 3 || n == 0 {
        return rows;
    }
    for row in &mut rows {
        if let Some((lane, name)) = handed(&row.name) {
            let (lane, name) = (lane.to_owned(), name.to_owned());
            row.lane = lane;
            row.name = name;
        }
    }
    rows
}

/// Who does it, and what: 「担当：手順」, 「【担当】手順」.
fn handed(text: &str) -> Option<(&str, &str)> {
    let bracketed = [('【', '】'), ('［', '］'), ('[', ']')];
    let found = bracketed
        .iter()
        .find_map(|(open, close)| text.strip_prefix(*open)?.split_once(*close));
    let (lane, name) = found.or_else(|| text.split_once(['：', ':']))?;
    let (lane, name) = (
        lane.trim(),
        name.trim().trim_start_matches(['：', ':']).trim(),
    );
    let is_name = !lane.is_empty()
        && lane.chars().count() <= 14
        && !lane.contains(['、', '。', '，', '→'])
        && lane.chars().any(|c| !c.is_numeric());
    (is_name && !name.is_empty()).then_some((lane, name))
}
