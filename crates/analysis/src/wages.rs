//! What the lanes of a flow work in a year, and what an hour of whoever does a step costs.
use std::collections::BTreeMap;

use kaizu_model::{Lane, LaneId, Project, Step, Yen};
use serde::Serialize;
use ts_rs::TS;

use crate::graph::{Graph, Index};

/// What one lane works in a year.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
pub struct LaneYear {
    /// Which lane.
    pub lane: LaneId,
    /// Hours of work.
    pub hours: Option<f64>,
    /// These hours in years of one person.
    pub full_time_equivalents: Option<f64>,
    /// Yen for these hours: by what the step's role, else the lane, else the lane's name as a role, else an hour of staff
    /// costs. An hour of staff is the price of the city's own people only.
    pub yen: Option<f64>,
}

/// The work of every lane that is nobody's the city serves.
pub(crate) fn lanes(
    graph: &Graph,
    project: Option<&Project>,
    volume: f64,
    full_time: f64,
) -> Vec<LaneYear> {
    let mut work: BTreeMap<LaneId, (Option<f64>, Option<f64>)> = BTreeMap::new();
    let executed = graph
        .steps()
        .filter(|(n, _)| graph.is_staff(*n) && graph.visit(*n) > 0.0);
    for (node, step) in executed {
        let hours = graph
            .minutes(node)
            .map(|it| it * graph.visit(node) * volume / 60.0);
        let price = graph.lane(node).and_then(|lane| price(project, lane, step));
        let yen = hours.zip(price).map(|(hours, price)| hours * price);
        let (all_hours, all_yen) = work.entry(step.lane).or_insert((Some(0.0), Some(0.0)));
        *all_hours = all_hours.zip(hours).map(|(all, own)| all + own);
        *all_yen = all_yen.zip(yen).map(|(all, own)| all + own);
    }
    let ordered = graph.document.lanes_of(graph.flow).into_iter();
    ordered
        .filter_map(|(lane, _)| {
            let (hours, yen) = work.remove(&lane)?;
            Some(LaneYear {
                lane,
                hours,
                full_time_equivalents: hours.map(|hours| hours / full_time),
                yen,
            })
        })
        .collect()
}

/// Yen for an hour of who does the step at `node`; `None` where nobody is paid for it, or nobody said how much.
pub fn hourly_wage(graph: &Graph, node: Index) -> Option<f64> {
    let project = graph.document.projects().next().map(|(_, project)| project);
    let step = graph.step(node).filter(|_| graph.is_staff(node))?;
    price(project, graph.lane(node)?, step)
}

/// Yen for an hour of who does a step.
fn price(project: Option<&Project>, lane: &Lane, step: &Step) -> Option<f64> {
    let of_role = |role: &str| {
        project
            .and_then(|it| it.yen_per_hour_by_role.get(role))
            .copied()
    };
    let of_staff = || {
        let own = project.filter(|_| lane.kind.is_own());
        own.and_then(|it| of_role(&lane.name).or(it.yen_per_hour))
    };
    let role = step.role.as_deref().and_then(of_role);
    role.or(lane.yen_per_hour).or_else(of_staff).map(Yen::get)
}

/// Yen for all lanes: unknown as soon as one of the city's own is.
pub(crate) fn personnel(graph: &Graph, lanes: &[LaneYear]) -> Option<f64> {
    let is_own = |it: &&LaneYear| {
        let lane = graph.document.lane(it.lane);
        it.yen.is_some() || lane.is_ok_and(|lane| lane.kind.is_own())
    };
    lanes.iter().filter(is_own).map(|it| it.yen).sum()
}

#[cfg(test)]
mod tests {
    use kaizu_model::{Project, Yen};

    use crate::yearly::tests::{year_in, yen};

    #[test]
    fn the_nearest_price_of_an_hour_counts() {
        let text = "@年間件数 60件\n@担当 係 [職員 時給:3000円]\n@担当 課 [職員]\n@担当 課長 [役職]\n@担当 業者 [委託]\n\
                    係: 一 1分 [入力]\n係: 二 1分 [決裁]\n  役割: 課長\n課: 三 1分 [入力]\n課長: 四 1分 [決裁]\n業者: 五 1分 [印刷]\n";
        let project = |by_role: Option<Yen>| Project {
            yen_per_hour: yen(2000.0),
            yen_per_hour_by_role: by_role
                .map(|it| ("課長".to_owned(), it))
                .into_iter()
                .collect(),
            ..Project::default()
        };
        let all = year_in(project(yen(5000.0)), text);
        let lanes: Vec<_> = all.lanes.iter().map(|lane| lane.yen).collect();
        assert_eq!(lanes, [Some(8000.0), Some(2000.0), Some(5000.0), None]);
        assert_eq!(all.personnel_yen, Some(15_000.0));
        assert_eq!(year_in(project(None), text).personnel_yen, Some(10_000.0));
        assert_eq!(year_in(Project::default(), text).personnel_yen, None);
    }
}
