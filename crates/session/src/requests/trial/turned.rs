//! The project as it would be with the levers turned: everything else then sees nothing but another project.
use std::collections::BTreeMap;

use kaizu_analysis::{Channels, Graph, channels, minutes_of};
use kaizu_model::{
    Change, Document, Edge, Edit, FlowId, Lane, LaneId, NodeId, Quantity, RecordId, Share, Step,
};

use super::Levers;

/// Lanes that are to share their people share this pool.
const POOL: &str = "\u{1}";

/// Which end of what people guessed counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Guess {
    /// Everything takes as little time as people thought possible.
    Short,
    /// Everything takes as long as people thought possible.
    Long,
}

/// `document` with the levers turned for `flow`.
pub(crate) fn turned(document: &Document, flow: FlowId, levers: &Levers) -> Document {
    let mut edits = lanes(document, flow, levers);
    edits.extend(volume(document, flow, levers));
    edits.extend(
        levers
            .online
            .map(|share| online(document, flow, share))
            .unwrap_or_default(),
    );
    document.after(&edits.into_iter().collect::<Change>())
}

/// People by lane and by the name of the lane: the lanes of a better flow are others, and called the same.
fn lanes(document: &Document, flow: FlowId, levers: &Levers) -> Vec<Edit> {
    let name = |(id, people): (&RecordId, &f64)| {
        let lane = LaneId::try_from(*id).ok()?;
        Some((document.lane(lane).ok()?.name.as_str(), *people))
    };
    let by_name: BTreeMap<&str, f64> = levers.people.iter().filter_map(name).collect();
    let changed = |lane: &Lane, id: RecordId| {
        let own = levers.people.get(&id).or(by_name.get(lane.name.as_str()));
        let people = own.copied().or(lane.headcount.map(Quantity::get));
        let pool = levers.pooled.contains(&id).then(|| POOL.to_owned());
        Lane {
            headcount: people.and_then(|it| Quantity::try_from(it * levers.staff).ok()),
            pool: pool.or(lane.pool.clone()),
            ..lane.clone()
        }
    };
    let all = document.lanes_of(flow).into_iter();
    all.map(|(id, lane)| document.put(id, changed(lane, id.into())))
        .collect()
}

/// Everything that counts cases, times the lever.
fn volume(document: &Document, flow: FlowId, levers: &Levers) -> Option<Edit> {
    let id = document.flow(flow).ok()?.process;
    let mut process = document.process(id).ok()?.clone();
    if let Some(per_year) = levers.per_year.and_then(|it| Quantity::try_from(it).ok()) {
        // Whoever says how many a year come means no other season and no other beat.
        process.volume_per_year = Some(per_year);
        process.arrivals = None;
        process.volume_at_peak = None;
    }
    let times = |it: Quantity| Quantity::try_from(it.get() * levers.volume).ok();
    for volume in [
        &mut process.volume_per_year,
        &mut process.volume_normal,
        &mut process.volume_off_peak,
        &mut process.volume_at_peak,
    ] {
        *volume = volume.and_then(times);
    }
    if let Some(arrivals) = &mut process.arrivals {
        arrivals.per_hour = times(arrivals.per_hour).unwrap_or(arrivals.per_hour);
    }
    Some(document.put(id, process))
}

/// The arrows of the first branch into channels with other shares: within a channel the proportions stay.
fn online(document: &Document, flow: FlowId, share: f64) -> Vec<Edit> {
    let Ok(graph) = Graph::of(document, flow) else {
        return Vec::new();
    };
    let Some(branch) = first_channels(&graph) else {
        return Vec::new();
    };
    let changed = |arrow: &kaizu_analysis::Arrow| {
        let (own, whole, wanted) = if branch.electronic.contains(&arrow.to) {
            (arrow.share, branch.share, share)
        } else if branch.other.contains(&arrow.to) {
            (arrow.share, 1.0 - branch.share, 1.0 - share)
        } else {
            return None;
        };
        let part = if whole > 0.0 { own / whole } else { 1.0 };
        let edge = Edge {
            share: Share::try_from((part * wanted).clamp(0.0, 1.0)).ok(),
            ..arrow.edge.clone()
        };
        Some(document.put(arrow.id, edge))
    };
    graph.leaving(branch.branch).filter_map(changed).collect()
}

/// The branch at which most cases part into channels.
pub(super) fn first_channels(graph: &Graph) -> Option<Channels> {
    let visits = |it: &Channels| graph.visit(it.branch);
    channels(graph)
        .into_iter()
        .max_by(|a, b| visits(a).total_cmp(&visits(b)))
}

/// Whether the time of a step of `flow` is known, and guessed.
pub(super) fn has_guesses(document: &Document, flow: FlowId) -> bool {
    let nodes = document.nodes_of(flow).into_iter();
    let mut steps = nodes.filter_map(|node| document.step(node.id.step()?).ok());
    steps.any(|step| step.minutes.is_some() && !minutes_of(step).is_exact())
}

/// `document` with every guessed time of `flow` at one end.
pub(super) fn guessed(document: &Document, flow: FlowId, guess: Guess) -> Document {
    let end = |step: &Step| {
        let range = minutes_of(step);
        match guess {
            Guess::Short => Some(range.low),
            Guess::Long => range.high,
        }
    };
    with_minutes(document, flow, &|_, step| end(step))
}

/// `document` with other minutes for steps of `flow`, where `minutes` says some.
pub(super) fn with_minutes(
    document: &Document,
    flow: FlowId,
    minutes: &dyn Fn(NodeId, &Step) -> Option<f64>,
) -> Document {
    let changed = |node: &kaizu_model::Node| {
        let id = node.id.step()?;
        let step = document.step(id).ok()?;
        let now = step.minutes?.get();
        let then = minutes(node.id, step).filter(|then| (then - now).abs() > 1e-9)?;
        let step = Step {
            minutes: then.try_into().ok(),
            ..step.clone()
        };
        Some(document.put(id, step))
    };
    let edits = document.nodes_of(flow);
    let edits: Change = edits.iter().filter_map(changed).collect();
    document.after(&edits)
}
