//! What several processes of a project show together: findings, and a resident's way through the offices.
use kaizu_analysis::{Avoidable, Graph, exact, find_across};
use kaizu_model::{Cancel, Contact, FlowId, ItemId, RecordId};
use serde::Serialize;
use ts_rs::TS;

use super::finding::{Teller, Told};
use crate::{Problem, Session};

/// Processes that belong together.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(optional_fields)]
pub struct ToldGroup {
    /// The event in a life; absent where they only share a project.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
    /// A resident's way through them, process by process.
    pub legs: Vec<Leg>,
    /// What they show together.
    pub findings: Vec<Told>,
    /// What could be avoided altogether.
    pub avoidable: Avoidable,
}

/// What one process asks of a resident.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Leg {
    /// The process.
    pub process: RecordId,
    /// What it is called.
    pub name: String,
    /// The sections or counters to which residents go in person, in that order.
    pub counters: Vec<String>,
    /// Visits of a case; unknown where nobody says how residents meet the city.
    pub visits: Option<f64>,
    /// Minutes of a resident's own work.
    pub minutes: Option<f64>,
    /// What they write, in the order in which they do.
    pub items: Vec<String>,
    /// From start to end, in office hours.
    pub lead_hours: Option<f64>,
}

/// What every group of processes of the project shows.
pub fn across(session: &Session) -> Result<Vec<ToldGroup>, Problem> {
    let document = session.document();
    let refused = |refusal| session.refused(&refusal);
    let seen = find_across(document, &Cancel::default()).map_err(refused)?;
    let mut groups = Vec::new();
    for group in seen {
        let legs = group.flows.iter().map(|flow| leg(session, *flow));
        let legs = legs.collect::<Result<_, _>>()?;
        let Some(first) = group.flows.first() else {
            continue;
        };
        let graph = Graph::of(document, *first).map_err(refused)?;
        let teller = Teller::new(session.words(), document, *first);
        let told = group.findings.iter().map(|finding| Told {
            at: finding.nodes.iter().map(|node| (*node).into()).collect(),
            ..teller.tell(&graph, finding)
        });
        groups.push(ToldGroup {
            event: group.event,
            legs,
            findings: told.collect(),
            avoidable: group.avoidable,
        });
    }
    Ok(groups)
}

fn leg(session: &Session, flow: FlowId) -> Result<Leg, Problem> {
    let graph = Graph::of(session.document(), flow).map_err(|it| session.refused(&it))?;
    let figures = exact(&graph);
    let own = || graph.steps().filter(|(node, _)| graph.is_customers(*node));
    let mut counters: Vec<String> = Vec::new();
    for (node, _) in own().filter(|(_, step)| step.contact == Some(Contact::InPerson)) {
        let met = graph.next_steps(node).into_iter().map(|(next, _)| next);
        let met = met.filter(|next| graph.is_staff(*next));
        for name in met.map(|next| graph.section(next).to_owned()) {
            if !counters.contains(&name) {
                counters.push(name);
            }
        }
    }
    let mut items: Vec<ItemId> = Vec::new();
    for access in own().flat_map(|(_, step)| &step.writes) {
        if !items.contains(&access.item) {
            items.push(access.item);
        }
    }
    let named = items.iter().filter_map(|id| graph.document.item(*id).ok());
    Ok(Leg {
        process: graph.process_id.into(),
        name: graph.process.name.clone(),
        counters,
        visits: figures.resident_visits_per_case,
        minutes: figures.resident_min_per_case,
        items: named.map(|item| item.name.clone()).collect(),
        lead_hours: figures.lead_working_hours,
    })
}
