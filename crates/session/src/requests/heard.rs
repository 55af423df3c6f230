//! How many people speak about each step: as counters, and as a warmer ground where somebody wants to see it.
use std::collections::BTreeMap;

use kaizu_model::{Complaint, Document, FlowId, Mark, MarkKind, NodeId, Quantity, Voice};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Whether the ground of the steps tells how many speak about them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Heat {
    /// It tells nothing.
    #[default]
    Hidden,
    /// The more there are, the warmer it is.
    Shown,
}

/// How many voices of each side speak about each step, and the heat of each where that is to be shown.
pub(super) fn voices(document: &Document, flow: FlowId, heat: Heat) -> Vec<Mark> {
    let mut counts: BTreeMap<NodeId, (u32, u32)> = BTreeMap::new();
    for (_, complaint) in document.complaints_of(flow) {
        let n = people(complaint);
        for node in &complaint.steps {
            let (staff, residents) = counts.entry(*node).or_default();
            match complaint.voice {
                Voice::Staff => *staff = staff.saturating_add(n),
                Voice::Resident => *residents = residents.saturating_add(n),
            }
        }
    }
    let counters = counts.iter().map(|(node, (staff, residents))| Mark {
        at: (*node).into(),
        kind: MarkKind::Voices {
            staff: *staff,
            residents: *residents,
        },
    });
    let mut marks: Vec<Mark> = counters.collect();
    if heat == Heat::Shown {
        let nodes = document.nodes_of(flow).into_iter();
        marks.extend(nodes.map(|node| {
            let (staff, residents) = counts.get(&node.id).copied().unwrap_or_default();
            let people = staff.saturating_add(residents);
            Mark {
                at: node.id.into(),
                kind: MarkKind::Heat { people },
            }
        }));
    }
    marks
}

/// How many said so; one where nobody counted.
fn people(complaint: &Complaint) -> u32 {
    let count = complaint.count.map(Quantity::get);
    count.map_or(1, |count| count.round() as u32)
}
