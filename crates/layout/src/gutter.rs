//! How high the gutters between rows are.
use crate::grid::Level;

/// The least gutter between two rows.
const LEAST: f64 = 26.0;
/// Above a row, where flags stick out of boxes.
const FLAGS: f64 = 16.0;
/// Below a row, where counters stick out of boxes.
const COUNTERS: f64 = 14.0;
/// From a level track to the border of the lane.
const BORDER: f64 = 12.0;

/// How far the gutter `line` reaches above and below its middle, with tracks over `extent` and `room` asked for.
pub(crate) fn reach(
    levels: &[Level],
    line: usize,
    extent: Option<(f64, f64)>,
    room: (f64, f64),
) -> (f64, f64) {
    let is_own = |other: &Level| other.lane == levels[line].lane;
    let has_above = line > 0 && levels.get(line - 1).is_some_and(is_own);
    let has_below = levels.get(line + 1).is_some_and(is_own);
    let above = if has_above { COUNTERS } else { 0.0 };
    let below = if has_below { FLAGS } else { 0.0 };
    let least = if has_above && has_below {
        LEAST
    } else {
        above + below
    };
    if let Some((low, high)) = extent {
        let above = if has_above { above } else { BORDER };
        let below = if has_below { below } else { BORDER };
        (above.max(room.0) - low, below.max(room.1) + high)
    } else {
        let half = least.max(room.0 + room.1) / 2.0;
        (half, half)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_and_counters_have_room_where_nothing_runs() {
        let rows = [false, true, false, true, false];
        let lane = rows.map(|is_row| Level { lane: 0, is_row });
        let height = |line| {
            let (above, below) = reach(&lane, line, None, (0.0, 0.0));
            above + below
        };
        let heights = [0, 2, 4].map(height).map(|it| it.to_string());
        assert_eq!(heights, ["16", "26", "14"]);
    }
}
