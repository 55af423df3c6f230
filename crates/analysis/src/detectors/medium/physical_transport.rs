//! Paper or a disk that people carry from desk to desk.
//!
//! ## Why it is waste
//! Walking adds nothing to a case. It waits until there is enough to carry, and while it is on the way nobody can say
//! where it is.
//!
//! ## Flagged
//! ```flow
//! 受付担当: 申請書を受け付ける 2分 [受領 紙]
//! 受付担当: 申請書を審査担当へ運ぶ 3分 [運搬 紙 慣行 待ち4時間]
//!   → 申請書を審査する [手渡し]
//! 審査担当: 申請書を審査する 5分 [審査 紙]
//! ```
//!
//! ## Clean
//! Residents bring what they hand in, what goes through a system is not carried, and a paper that is given once to the next
//! desk is no transport:
//! ```flow
//! 住民: 申請書を出す 5分 [送付 紙]
//!   → 申請書を受け付ける [手渡し]
//! 受付担当: 申請書を受け付ける 2分 [受領 紙→業務システム]
//!   → 申請を審査する [システム]
//! 審査担当: 申請を審査する 5分 [審査 業務システム]
//! ```
//! ```flow
//! 受付担当: 申請書を受け付ける 2分 [受領 紙]
//!   → 申請書を審査する [手渡し]
//! 審査担当: 申請書を審査する 5分 [審査 紙]
//! ```
//!
//! ## Guarded
//! ```flow
//! 選管担当: 投票箱を開票所へ運ぶ 30分 [運搬 紙 法令]
//!   → 票を数える [手渡し]
//! 開票担当: 票を数える 90分 [集計 紙]
//! ```
//!
//! ## What to do
//! Let the next desk see the case on its screen, and hand data over through a system.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::{ItemId, LaneId, Medium, Step, StepKind, Transfer};

use super::super::{Detector, Gravity, Waste};
use crate::carriers::read_from;
use crate::finding::{Claim, Finding};
use crate::graph::{Arrow, Graph, Index};
use crate::guards::protection;

/// What is handed over no more than once a case is not carried about.
const ONCE: f64 = 1.0 + 1e-9;

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "physical-transport"
    }

    fn code(&self) -> &'static str {
        "M05"
    }

    fn source(&self) -> &'static str {
        include_str!("physical_transport.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R03", "R08"]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Transport)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let mut routes = Routes::default();
        for arrow in graph.arrows().iter().filter(|it| is_carried(graph, it)) {
            routes.join(arrow.from, arrow.to);
        }
        let nodes = graph.steps().map(|(node, _)| node);
        let carriers = nodes.filter(|node| is_carrier(graph, *node));
        let disks = arriving_disks(graph);
        for node in carriers.chain(disks.iter().copied()) {
            routes.join(node, node);
        }
        // What is only handed from desk to desk is one remark, however many routes it takes.
        let mut handed = BTreeSet::new();
        for route in routes.apart() {
            if route.iter().any(|node| is_carrier(graph, *node)) {
                let times = times(graph, &route, &disks);
                if times > 0.0 {
                    found.push(finding(self, graph, &route, times));
                }
            } else {
                handed.extend(route);
            }
        }
        let times = times(graph, &handed, &disks);
        let is_far = || handed.iter().any(|node| goes_far(graph, *node, &disks));
        let is_work = handed.iter().any(|node| graph.step(*node).is_some());
        if is_work && (times > ONCE || times > 0.0 && is_far()) {
            found.push(finding(self, graph, &handed, times).weighing(Gravity::Note));
        }
    }
}

/// Whether something comes here that nobody would just hand over: a disk, or the bag of the internal mail.
fn goes_far(graph: &Graph, node: Index, disks: &BTreeSet<Index>) -> bool {
    let is_mail = |arrow: &Arrow| arrow.edge.transfer == Some(Transfer::InternalMail);
    disks.contains(&node)
        || graph
            .reaching(node)
            .any(|arrow| is_carried(graph, arrow) && is_mail(arrow))
}

/// Whether people of the city carry the case along an arrow. What a resident hands in is a visit.
fn is_carried(graph: &Graph, arrow: &Arrow) -> bool {
    let is_by_hand = matches!(
        arrow.edge.transfer,
        Some(Transfer::Hand | Transfer::InternalMail)
    );
    is_by_hand && graph.is_staff(arrow.from) && graph.is_staff(arrow.to)
}

fn is_carrier(graph: &Graph, node: Index) -> bool {
    graph.kind(node) == Some(StepKind::Carry) && graph.is_staff(node)
}

/// Steps that take from a disk what only others have written: it came to them on the disk.
fn arriving_disks(graph: &Graph) -> BTreeSet<Index> {
    let mut writers: BTreeMap<ItemId, BTreeSet<LaneId>> = BTreeMap::new();
    for (_, step) in graph.steps() {
        for access in &step.writes {
            writers.entry(access.item).or_default().insert(step.lane);
        }
    }
    let arrives = |(node, step): &(Index, &Step)| {
        let mut reads = step.reads.iter();
        graph.is_staff(*node)
            && reads.any(|access| {
                read_from(step, access).medium == Some(Medium::Disk)
                    && writers
                        .get(&access.item)
                        .is_some_and(|it| !it.contains(&step.lane))
            })
    };
    graph
        .steps()
        .filter(arrives)
        .map(|(node, _)| node)
        .collect()
}

/// Nodes between which a case is carried, joined into routes.
#[derive(Default)]
struct Routes {
    toward: BTreeMap<Index, Index>,
}

impl Routes {
    fn join(&mut self, one: Index, other: Index) {
        let (one, other) = (self.root(one), self.root(other));
        self.toward.insert(one.max(other), one.min(other));
    }

    fn root(&mut self, node: Index) -> Index {
        let mut root = node;
        while let Some(next) = self.toward.get(&root).filter(|next| **next != root) {
            root = *next;
        }
        self.toward.insert(node, root);
        root
    }

    /// The routes, each in the order of the list.
    fn apart(mut self) -> Vec<BTreeSet<Index>> {
        let nodes: Vec<Index> = self.toward.keys().copied().collect();
        let mut routes: BTreeMap<Index, BTreeSet<Index>> = BTreeMap::new();
        for node in nodes {
            routes.entry(self.root(node)).or_default().insert(node);
        }
        routes.into_values().collect()
    }
}

/// How often a case is carried on a route. Who carries and then hands over goes once.
fn times(graph: &Graph, route: &BTreeSet<Index>, disks: &BTreeSet<Index>) -> f64 {
    let is_brought = |node: Index| graph.reaching(node).any(|arrow| is_carried(graph, arrow));
    let goes =
        |node: &&Index| is_carrier(graph, **node) || (disks.contains(node) && !is_brought(**node));
    let visits = route.iter().filter(goes).map(|node| graph.visit(*node));
    let leaving = route.iter().flat_map(|node| graph.leaving(*node));
    let handed = leaving.filter(|arrow| {
        let is_carriers = [arrow.from, arrow.to]
            .iter()
            .any(|node| is_carrier(graph, *node));
        is_carried(graph, arrow) && !is_carriers
    });
    visits
        .chain(handed.map(|arrow| graph.visit(arrow.from) * arrow.share))
        .sum()
}

/// What is handed from desk to desk costs hardly any time of its own: only who sets out to carry it could be spared that.
fn finding(rule: &Rule, graph: &Graph, route: &BTreeSet<Index>, times: f64) -> Finding {
    let steps = route.iter().copied();
    let steps = steps.filter(|node| graph.step(*node).is_some());
    let finding = Finding::at(rule, graph, steps).number("times_per_case", times);
    let carriers = route.iter().filter(|node| is_carrier(graph, **node));
    carriers.fold(finding, |finding, node| match protection(graph, *node) {
        None => finding.claiming(graph, *node, Claim::WHOLE),
        guard => finding.guarded(guard),
    })
}
