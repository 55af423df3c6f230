//! The flow in which what went round on paper is drafted, approved and put on file in the document system.
use kaizu_analysis::{Graph, Index, written_to};
use kaizu_model::{Access, ItemId, Medium, Refusal, Step, StepId, StepKind};

use crate::carriers;
use crate::circulation::Circulation;
use crate::draft::Draft;
use crate::renaming;
use crate::screen::work_where_it_moved;
use crate::sources::is_made_as_read;
use crate::wording;

impl Circulation {
    /// The flow in which it is drafted and approved in the document system; `None` where somebody would still need the paper.
    pub(crate) fn in_the_system(
        &self,
        graph: &Graph,
        factor: f64,
    ) -> Result<Option<Draft>, Refusal> {
        let mut draft = Draft::of(graph);
        for id in steps(graph, &self.makers) {
            let name = name_of_draft(graph, id, self);
            draft.revise(id, |step| self.draft_in_system(step, name))?;
        }
        for (filer, _) in &self.filers {
            draft.remove(graph.id(*filer))?;
        }
        work_where_it_moved(&mut draft, graph, factor, &comes_off_paper)?;
        for id in steps(graph, &self.approvals) {
            draft.revise(id, |step| self.use_system(step))?;
        }
        for (filer, approval) in &self.filers {
            let filed = graph.step(*filer).into_iter().flat_map(|step| &step.writes);
            if let Some(id) = graph.step_id(*approval) {
                draft.revise(id, |step| self.file(step, filed))?;
            }
        }
        let is_done = self.is_off_paper(graph, &draft) && nobody_misses_paper(graph, &draft)?;
        Ok(is_done.then_some(draft))
    }

    fn is_paper(&self, step: &Step, access: &Access) -> bool {
        self.papers.contains(&access.item) && written_to(step, access).is_paper()
    }

    /// Drafts in the system what was made on paper.
    fn draft_in_system(&self, step: &mut Step, name: String) {
        let old = step.clone();
        let is_other = |it: &&Access| written_to(&old, it).is_paper() && !self.is_paper(&old, it);
        let is_all = !old.writes.iter().any(|it| is_other(&it));
        if is_all && step.medium_out.is_some_and(Medium::is_paper) {
            step.medium_out = Some(Medium::System);
        }
        let (own, is_at_home) = (step.medium_out, step.system.as_ref() == Some(&self.system));
        for access in step.writes.iter_mut().filter(|it| self.is_paper(&old, it)) {
            access.medium = Some(Medium::System).filter(|_| own != Some(Medium::System));
            access.store = Some(self.system.clone()).filter(|_| !is_at_home);
        }
        if !is_at_home && !step.other_systems.contains(&self.system) {
            step.other_systems.push(self.system.clone());
        }
        if is_all {
            step.sheets = None;
        }
        if step.kind == Some(StepKind::Print) {
            step.kind = Some(StepKind::Draft);
        }
        step.seals.clear();
        step.name = name;
    }

    /// Registers with the approval what somebody registered afterwards.
    fn file<'s>(&self, step: &mut Step, filed: impl Iterator<Item = &'s Access>) {
        let (own, is_at_home) = (step.medium_out, step.system.as_ref() == Some(&self.system));
        for access in filed {
            if !step.writes.iter().any(|it| it.item == access.item) {
                step.writes.push(Access {
                    medium: Some(Medium::System).filter(|_| own != Some(Medium::System)),
                    store: Some(self.system.clone()).filter(|_| !is_at_home),
                    ..Access::to(access.item)
                });
            }
        }
    }

    /// Names the system in which it is approved.
    fn use_system(&self, step: &mut Step) {
        match &step.system {
            None => step.system = Some(self.system.clone()),
            Some(own) if *own != self.system && !step.other_systems.contains(&self.system) => {
                step.other_systems.push(self.system.clone());
            }
            Some(_) => {}
        }
    }

    /// Whether everybody approves on the screen.
    fn is_off_paper(&self, graph: &Graph, draft: &Draft) -> bool {
        steps(graph, &self.approvals).all(|id| {
            let step = draft.document.step(id);
            step.is_ok_and(|it| {
                !carriers::is_read_from_paper(it) && !it.medium_out.is_some_and(Medium::is_paper)
            })
        })
    }
}

fn steps(graph: &Graph, nodes: &[Index]) -> impl Iterator<Item = StepId> {
    nodes.iter().filter_map(|n| graph.step_id(*n))
}

fn name_of_draft(graph: &Graph, id: StepId, it: &Circulation) -> String {
    let Ok(step) = graph.document.step(id) else {
        return String::new();
    };
    let made = step.writes.iter().map(|access| access.item);
    let made = made.filter_map(|item| graph.document.item(item).ok());
    let names: Vec<&str> = made.map(|item| item.name.as_str()).collect();
    if step.kind == Some(StepKind::Print) {
        wording::draft_in(&names.join("、"), &it.system)
    } else {
        renaming::without_printing(&step.name)
    }
}

/// Whether anything that the step reads came to it on paper and now comes in another form.
fn comes_off_paper(before: &Graph, old: Index, graph: &Graph, node: Index) -> bool {
    let on_paper = |graph: &Graph, node: Index, item: ItemId| {
        let writers = carriers::definitions(graph, node, item).into_iter();
        let mut media = writers.filter_map(|n| carriers::written_on(graph.step(n)?, item));
        media.any(Medium::is_paper)
    };
    graph.step(node).is_some_and(|step| {
        let mut items = step.reads.iter().map(|it| it.item);
        items.any(|item| on_paper(before, old, item) && !on_paper(graph, node, item))
    })
}

/// Whether everything that is read on paper is still made on paper, as far as it was.
fn nobody_misses_paper(before: &Graph, draft: &Draft) -> Result<bool, Refusal> {
    let after = draft.graph()?;
    Ok(after.steps().all(|(node, step)| {
        let old = before.index(after.id(node));
        let was_made = |access: &Access| old.is_some_and(|n| is_made_as_read(before, n, access));
        let mut reads = step.reads.iter();
        reads.all(|access| is_made_as_read(&after, node, access) || !was_made(access))
    }))
}
