//! Which voices a change answers.
use kaizu_model::{ComplaintId, NodeId, StepKind};

use crate::trial::Trial;

impl Trial<'_, '_> {
    /// Voices about what the answered findings saw, where they name a step that goes or nothing but the place; with
    /// them those of whom the change brings the news they wait for.
    pub(crate) fn heard(&self, findings: &[usize], dropped: &[NodeId]) -> Vec<ComplaintId> {
        let place = self.origins(self.site.nodes.iter().copied());
        let waiting = self.origins(
            self.site
                .serves
                .iter()
                .copied()
                .filter(|it| self.waits(*it)),
        );
        let is_seen = |id: &ComplaintId| {
            let mut seen = findings.iter().filter_map(|n| self.findings.get(*n));
            seen.any(|finding| finding.complaints.contains(id))
        };
        let is_met = |id: &ComplaintId, named: &[NodeId]| {
            let any = |steps: &[NodeId]| named.iter().any(|step| steps.contains(step));
            let is_there = || !named.is_empty() && named.iter().all(|step| place.contains(step));
            any(&waiting) || (is_seen(id) && (any(dropped) || is_there()))
        };
        let voices = self.before.document.complaints_of(self.lineage.as_is);
        voices
            .filter(|(id, voice)| is_met(id, &voice.steps))
            .map(|(id, _)| id)
            .collect()
    }

    /// Whether somebody asks there how things stand, or gets to know.
    fn waits(&self, node: NodeId) -> bool {
        let kind = self.before.index(node).and_then(|n| self.before.kind(n));
        matches!(kind, Some(StepKind::Inquire | StepKind::Receive))
    }
}
