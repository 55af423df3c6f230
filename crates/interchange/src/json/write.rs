//! Writes `kaizu-process/1`.
use std::collections::BTreeMap;

use kaizu_model::{
    Complaint, Document, Duty, Edge, FlowId, ItemId, Lane, NodeId, Process, ProcessId, Quantity,
    RecordId, Share, Split, StepId, Yen,
};

use super::form::{
    ArrivalsForm, ComplaintForm, DutyForm, EdgeForm, LaneForm, Number, PhaseForm, ProcessForm,
};
use super::losses::Losses;
use super::{FORMAT, unplaced, write_items, write_node};
use crate::{Failure, LossKind};

/// `flow` of `document` as a file, and what of it has no home there.
pub(crate) fn write(
    document: &Document,
    flow: FlowId,
) -> Result<(Vec<u8>, Vec<crate::Loss>), Failure> {
    let process = document.flow(flow)?.process;
    let mut writer = Writer {
        document,
        flow,
        process,
        keys: super::keys(document, flow),
        losses: Losses::default(),
    };
    let form = writer.form()?;
    unplaced::of_project(document, process, flow, &mut writer.losses);
    let mut bytes = serde_json::to_vec_pretty(&form)?;
    bytes.push(b'\n');
    Ok((bytes, writer.losses.list()))
}

/// What is known while a flow is written.
pub(super) struct Writer<'a> {
    pub(super) document: &'a Document,
    pub(super) flow: FlowId,
    pub(super) process: ProcessId,
    keys: BTreeMap<RecordId, String>,
    pub(super) losses: Losses,
}

impl Writer<'_> {
    fn form(&mut self) -> Result<ProcessForm, Failure> {
        let document = self.document;
        let process = document.process(self.process)?;
        unplaced::of_process(process, &mut self.losses);
        unplaced::of_flow(document.flow(self.flow)?, process, &mut self.losses);
        let mut nodes = Vec::new();
        for node in document.nodes_of(self.flow) {
            nodes.extend(write_node::node(self, node.id)?);
        }
        Ok(ProcessForm {
            format: FORMAT,
            id: own_or_name(process),
            name: process.name.clone(),
            purpose: process.purpose.clone(),
            illustrative: process.is_illustrative,
            volume_per_year: process.volume_per_year.map(Quantity::get).map(Number),
            life_event: process.life_event.clone(),
            standard_days: process.standard_days.map(Quantity::get).map(Number),
            required_outputs: self.items(&process.required_outputs),
            items: write_items::items(self, process),
            lanes: self.lanes(),
            phases: self.phases(),
            nodes,
            edges: self.edges(),
            complaints: self.complaints(),
            duties: self.duties(),
            arrivals: process.arrivals.map(|arrivals| ArrivalsForm {
                per_hour: Number(arrivals.per_hour.get()),
                pattern: arrivals.pattern.en(),
                calendar: arrivals.calendar.en(),
            }),
        })
    }

    /// By which id the file calls `id`.
    pub(super) fn key(&self, id: impl Into<RecordId>) -> String {
        let id = id.into();
        self.keys
            .get(&id)
            .cloned()
            .unwrap_or_else(|| id.to_string())
    }

    /// Tells that `id` got another key than its own, because that one was taken.
    pub(super) fn tell_renamed(&mut self, id: impl Into<RecordId>, own: Option<&str>) {
        let key = self.key(id);
        if let Some(own) = own.filter(|own| !own.is_empty() && *own != key) {
            self.losses.kept(LossKind::Renamed, key, own);
        }
    }

    /// The names of items; what has no name cannot be mentioned.
    pub(super) fn items(&self, ids: &[ItemId]) -> Vec<String> {
        let name = |id: &ItemId| self.document.item(*id).map(|item| item.name.clone()).ok();
        let names = ids.iter().filter_map(name);
        names.filter(|name| !name.is_empty()).collect()
    }

    /// The keys of steps.
    pub(super) fn steps(&self, ids: &[StepId]) -> Vec<String> {
        ids.iter().map(|id| self.key(*id)).collect()
    }

    fn lanes(&mut self) -> Vec<LaneForm> {
        let mut forms = Vec::new();
        for (id, lane) in self.document.lanes_of(self.flow) {
            let Lane {
                flow: _,
                rank: _,
                key,
                name,
                kind,
                section,
                location,
                headcount,
                pool,
                yen_per_hour,
                hours,
            } = lane;
            self.tell_renamed(id, key.as_deref());
            let own = self.key(id);
            self.losses.attribute(&own, "location", location);
            self.losses.attribute(&own, "pool", pool);
            self.losses.attribute(&own, "hours", hours);
            forms.push(LaneForm {
                id: own,
                name: name.clone(),
                kind: kind.en(),
                section: section.clone(),
                headcount: headcount.map(Quantity::get).map(Number),
                yen_per_hour: yen_per_hour.map(Yen::get).map(Number),
            });
        }
        forms
    }

    fn phases(&mut self) -> Vec<PhaseForm> {
        let mut forms = Vec::new();
        for (id, phase) in self.document.phases_of(self.flow) {
            self.tell_renamed(id, phase.key.as_deref());
            forms.push(PhaseForm {
                id: self.key(id),
                name: phase.name.clone(),
            });
        }
        forms
    }

    fn edges(&mut self) -> Vec<EdgeForm> {
        let mut forms = Vec::new();
        for (id, edge) in self.document.edges_of(self.flow) {
            let Edge {
                flow: _,
                from,
                to,
                split,
                share,
                condition,
                nature,
                repeat,
                transfer,
                bends,
            } = edge;
            if is_event(*from) || is_event(*to) {
                let ends = format!("{} → {}", self.key(*from), self.key(*to));
                let at = RecordId::from(id).to_string();
                self.losses.dropped(LossKind::NoPlace, at, ends);
                continue;
            }
            let own = format!("edges[{}]", forms.len());
            self.losses.attribute(&own, "nature", nature);
            // Only a choice may have an unknown share; whoever has no choice takes the arrow always.
            let certain = Some(Share::ALL).filter(|_| *split != Split::Exclusive);
            forms.push(EdgeForm {
                from: self.key(*from),
                to: self.key(*to),
                probability: share.or(certain).map(Share::get).map(Number),
                split: split.en(),
                condition: condition.clone(),
                repeat: repeat.map(kaizu_model::Repeat::en),
                transfer: transfer.map(kaizu_model::Transfer::en),
                points: bends.iter().map(|bend| (*bend).into()).collect(),
            });
        }
        forms
    }

    fn complaints(&mut self) -> Vec<ComplaintForm> {
        let mut forms = Vec::new();
        for (n, (_, complaint)) in self.document.complaints_of(self.flow).enumerate() {
            let Complaint {
                flow: _,
                steps,
                phase,
                voice,
                kind,
                text,
                count,
                severity,
                source,
                template,
                resolved_by,
                author,
            } = complaint;
            let own = format!("complaints[{n}]");
            let phase = phase.map(|phase| self.key(phase));
            self.losses.attribute(&own, "phase", &phase);
            self.losses.attribute(&own, "template", template);
            self.losses.attribute(&own, "resolved_by", resolved_by);
            self.losses.attribute(&own, "author", author);
            let events: Vec<_> = steps.iter().filter(|id| is_event(**id)).collect();
            self.losses.attribute(&own, "steps", &events);
            let steps = steps.iter().filter(|id| !is_event(**id));
            forms.push(ComplaintForm {
                steps: steps.map(|id| self.key(*id)).collect(),
                voice: voice.en(),
                kind: kind.en(),
                text: text.clone(),
                count: count.map(Quantity::get).map(Number),
                severity: *severity,
                source: source.map(kaizu_model::ComplaintSource::ja),
            });
        }
        forms
    }

    fn duties(&mut self) -> Vec<DutyForm> {
        let mut forms = Vec::new();
        for (n, (_, duty)) in self.document.duties_of(self.flow).enumerate() {
            let Duty {
                flow: _,
                first,
                second,
                scope,
                basis,
            } = duty;
            let own = format!("duties[{n}]");
            self.losses.attribute(&own, "scope", scope);
            forms.push(DutyForm {
                first: self.steps(first),
                second: self.steps(second),
                basis: basis.clone(),
            });
        }
        forms
    }
}

/// What the file calls the process: never nothing.
fn own_or_name(process: &Process) -> String {
    let key = process.key.as_deref().unwrap_or(&process.name);
    if key.is_empty() { "process" } else { key }.to_owned()
}

/// Events have no place in the form: it knows where a flow begins and ends by its arrows.
fn is_event(node: NodeId) -> bool {
    matches!(node, NodeId::Event(_))
}
