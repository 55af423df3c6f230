//! How large a picture is drawn and how it is spread over sheets.
use super::column::Column;
use super::cuts;
use super::paper::Layout;
use super::pieces::{Place, before};
use super::survey::Survey;

/// Points for a pixel: no picture is blown up further.
const LARGEST: f64 = 1.2;
/// Not even a picture that cannot be cut is drawn smaller.
const SMALLEST: f64 = 0.02;
/// The step from one size that is tried to the next.
const STEP: f64 = 0.97;
/// What it is worth to draw everything larger, in the cost of cuts.
const SIZE: f64 = 40.0;
/// What speaks against sheets that stand upright, likewise.
const UPRIGHT: f64 = 3.0;
/// White space between two parts of a flow on one sheet, in pixels.
pub(super) const BETWEEN: f64 = 28.0;

/// How one picture goes on its sheets.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Plan {
    /// Points for a pixel.
    pub(super) scale: f64,
    /// From left to right.
    pub(super) columns: Vec<Column>,
    /// Which parts lie on each sheet, one below the other.
    pub(super) sheets: Vec<Vec<Place>>,
    /// What all cuts cost.
    cost: u32,
}

/// How several pictures go on sheets of one kind, at one scale.
pub(super) struct Spread {
    /// The sheet.
    pub(super) layout: Layout,
    /// One for each picture.
    pub(super) plans: Vec<Plan>,
}

impl Plan {
    /// The column in which `x` lies.
    pub(super) fn column(&self, x: f64) -> usize {
        before(&self.upright(), x)
    }

    /// The row of a column in which `y` lies, as its lanes are folded.
    pub(super) fn row(&self, column: usize, y: f64) -> usize {
        before(&self.columns[column].rows.between(), y)
    }

    /// Where it is cut upright.
    pub(super) fn upright(&self) -> Vec<f64> {
        let columns = self.columns.iter().skip(1);
        columns.map(|column| column.extent.from).collect()
    }

    /// How long the part at `place` is from top to bottom, without headings.
    pub(super) fn height(&self, place: Place) -> f64 {
        self.columns[place.0].rows.parts[place.1].length()
    }
}

/// The fewest sheets at a readable size, the picture as large on them as its cuts allow.
pub(super) fn spread(layouts: &[Layout], surveys: &[Survey]) -> Option<Spread> {
    let mut best: Option<((bool, usize), f64, Spread)> = None;
    let mut scale = LARGEST;
    let readable = layouts.first().map_or(LARGEST, |it| it.paper.readable);
    while scale > SMALLEST && (scale >= readable || best.is_none()) {
        for (n, layout) in layouts.iter().enumerate() {
            let Some((is_strained, plans)) = plans(layout, surveys, scale) else {
                continue;
            };
            let n_sheets = plans.iter().map(|plan| plan.sheets.len()).sum();
            let cost: u32 = plans.iter().map(|plan| plan.cost).sum();
            let cost = f64::from(cost) - SIZE * scale + UPRIGHT * n as f64;
            let key = (is_strained, n_sheets);
            if best
                .as_ref()
                .is_none_or(|(known, than, _)| key.cmp(known).then(cost.total_cmp(than)).is_lt())
            {
                let spread = Spread {
                    layout: *layout,
                    plans,
                };
                best = Some((key, cost, spread));
            }
        }
        let next = scale * STEP;
        scale = if scale > readable {
            next.max(readable)
        } else {
            next
        };
    }
    best.map(|(_, _, spread)| spread)
}

/// Where a picture may be cut upright.
#[derive(Clone, Copy)]
enum Where {
    /// Where nothing stands.
    Beside,
    /// Wherever something begins or ends, even if something else sticks out of the cut.
    Anywhere,
}

/// Each picture at `scale`; and whether something sticks out of a cut there.
fn plans(layout: &Layout, surveys: &[Survey], scale: f64) -> Option<(bool, Vec<Plan>)> {
    let all = |at| {
        let plans = surveys.iter().map(|it| plan(layout, it, scale, at));
        plans.collect::<Option<Vec<_>>>()
    };
    all(Where::Beside)
        .map(|plans| (false, plans))
        .or_else(|| Some((true, all(Where::Anywhere)?)))
}

fn plan(layout: &Layout, survey: &Survey, scale: f64, at: Where) -> Option<Plan> {
    let body = survey.body;
    let (across, down) = (layout.body.w / scale, layout.body.h / scale);
    let candidates = match at {
        Where::Beside => &survey.upright.0,
        Where::Anywhere => &survey.upright.1,
    };
    let cuts = cuts::best(body.x, body.right(), candidates, across - body.x)?;
    let columns = cuts.parts.iter();
    let columns = columns.map(|extent| Column::of(survey, *extent, down - body.y));
    let columns: Vec<Column> = columns.collect::<Option<_>>()?;
    let costs = columns.iter().map(|column| column.rows.cost);
    let mut plan = Plan {
        scale,
        cost: costs.fold(cuts.cost, u32::saturating_add),
        sheets: Vec::new(),
        columns,
    };
    plan.sheets = packed(&plan, body.y, down);
    Some(plan)
}

/// The parts in the order in which they are read, as time goes and from top to bottom, as many on each sheet as fit.
fn packed(plan: &Plan, headings: f64, room: f64) -> Vec<Vec<Place>> {
    let mut sheets: Vec<Vec<Place>> = Vec::new();
    let mut taken = 0.0;
    for (column, it) in plan.columns.iter().enumerate() {
        for row in 0..it.rows.parts.len() {
            let height = headings + plan.height((column, row));
            match sheets.last_mut() {
                Some(sheet) if taken + BETWEEN + height <= room => {
                    sheet.push((column, row));
                    taken += BETWEEN + height;
                }
                _ => {
                    sheets.push(vec![(column, row)]);
                    taken = height;
                }
            }
        }
    }
    sheets
}
