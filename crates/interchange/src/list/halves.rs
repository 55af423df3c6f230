//! A head of two rows: 「処理時間」 over 「分」 and 「件数」, as merged cells make it. Each column gets one heading, 「処理時間 / 分」.
use kaizu_model::Column;
use kaizu_model::notation::Heading;

use super::head;

/// Between the upper and the lower half of a heading.
const BETWEEN: &str = " / ";

/// Whether `lower` is no row of the table but goes on with the head above it.
pub(super) fn goes_on(upper: &[String], lower: &[String]) -> bool {
    let over = carried(upper, lower);
    let is_empty = |row: &[String], at: usize| row.get(at).is_none_or(String::is_empty);
    let mut is_any = false;
    for at in (0..lower.len()).filter(|at| !is_empty(lower, *at)) {
        let (above, below) = (&over[at], &lower[at]);
        let is_known = head::exact(below).is_some() || together(above, below).is_some();
        // Below a merged cell stands what only it explains; a row of the table stands below headings of its own.
        let is_first = is_empty(upper, at + 1) && !is_empty(lower, at + 1);
        let is_merged = !above.is_empty() && (is_empty(upper, at) || is_first);
        if above == below || head::is_number(below) || !(is_known || is_merged) {
            return false;
        }
        is_any |= is_known;
    }
    is_any
}

/// Whether `upper` is no title but tells apart what `lower` calls alike or too short.
pub(super) fn stands_over(upper: &[String], lower: &[String]) -> bool {
    let over = carried(upper, lower);
    let is_number = upper.iter().any(|it| head::is_number(it));
    let both = over
        .iter()
        .zip(lower)
        .filter(|(above, _)| !above.is_empty());
    let mut both = both.filter(|(_, below)| !below.is_empty());
    !is_number && both.any(|(above, below)| of_both(above, below) != head::heading(below))
}

/// One row of both.
pub(super) fn joined(upper: &[String], lower: &[String]) -> Vec<String> {
    let over = carried(upper, lower);
    let both = over.into_iter().zip(lower);
    both.map(|(above, below)| match (above.as_str(), below.as_str()) {
        ("", one) | (one, "") => one.to_owned(),
        (above, below) => format!("{above}{BETWEEN}{below}"),
    })
    .collect()
}

/// The upper half over every column: a merged cell also over those behind its first, where something stands below it.
fn carried(upper: &[String], lower: &[String]) -> Vec<String> {
    let mut over: Vec<String> = Vec::new();
    for (at, below) in lower.iter().enumerate() {
        let own = upper.get(at).map_or("", String::as_str);
        let before = at.checked_sub(1).filter(|it| !lower[*it].is_empty());
        let text = match before.and_then(|it| over.get(it)) {
            Some(before) if own.is_empty() && !below.is_empty() => before.clone(),
            Some(_) | None => own.to_owned(),
        };
        over.push(text);
    }
    over
}

/// What a heading of two halves says; nothing where `cell` has but one.
pub(super) fn heading(cell: &str) -> Option<Heading> {
    let (upper, lower) = cell.split_once(BETWEEN)?;
    Some(of_both(upper, lower))
}

fn of_both(upper: &str, lower: &str) -> Heading {
    together(upper, lower).unwrap_or_else(|| apart(upper, lower))
}

/// What both halves say together: 「待ち」 over 「時間」, 「時間」 over 「作業」, 「処理時間」 over 「分」.
fn together(upper: &str, lower: &str) -> Option<Heading> {
    let unit = head::lone_unit(lower);
    let whole = [format!("{upper}{lower}"), format!("{lower}{upper}")];
    let column = whole.iter().find_map(|it| head::exact(it));
    // 「時間」 below another word says that it is about time, not that it counts hours.
    if column.is_some() {
        let unit = unit.filter(|it| *it != "時間");
        return Some(Heading { column, unit });
    }
    unit.map(|unit| {
        let column = head::heading(upper).column;
        let column = column.or_else(|| head::heading(lower).column);
        Heading {
            column,
            unit: Some(unit),
        }
    })
}

/// What the lower half says by itself, else the upper one. What is done within a time is a time.
fn apart(upper: &str, lower: &str) -> Heading {
    let (above, below) = (head::heading(upper), head::heading(lower));
    let is_time = matches!(above.column, Some(Column::Minutes | Column::Wait));
    match below.column {
        Some(Column::Name) if is_time => above,
        Some(_) => below,
        None => above,
    }
}
