//! A placement, and what it was made of: where the next one is made of the same, that is not done again.
use std::sync::Arc;

use kaizu_model::{Document, FlowId, PlacedEdge, Placement, Rect, Wording};

use crate::course::Course;
use crate::draft::Draft;
use crate::flow::Chart;
use crate::frame::Frame;
use crate::lettering::{Lettering, letterings};
use crate::plan::Plan;
use crate::shape::Shape;
use crate::{lane, note, sign};

/// Where everything of a flow sits, for [`Placed::next`] to begin with.
#[derive(Clone, Debug)]
pub struct Placed {
    placement: Arc<Placement>,
    made_of: Arc<MadeOf>,
}

/// What a placement follows from, but for the letters in boxes.
#[derive(Debug)]
struct MadeOf {
    course: Arc<Course>,
    plan: Plan,
    frame: Frame,
    boxes: Vec<Rect>,
}

impl Placed {
    /// Where everything of `flow` sits.
    pub fn of(document: &Document, flow: FlowId, wording: &Wording) -> Self {
        Self::made(None, document, flow, wording)
    }

    /// The same as [`Placed::of`]: what it has in common with this one, of whatever flow, only takes less time.
    #[must_use]
    pub fn next(&self, document: &Document, flow: FlowId, wording: &Wording) -> Self {
        Self::made(Some(self), document, flow, wording)
    }

    /// The placement.
    pub fn placement(&self) -> &Placement {
        &self.placement
    }

    /// The placement alone.
    pub fn into_placement(self) -> Placement {
        Arc::unwrap_or_clone(self.placement)
    }

    fn made(before: Option<&Self>, document: &Document, flow: FlowId, wording: &Wording) -> Self {
        let chart = Chart::of(document, flow);
        let shape = Shape::of(&chart);
        let letterings = letterings(&chart, wording);
        let mut plan = Plan::of(&chart, &letterings, wording);
        let known = before.map(|it| &it.made_of.course);
        let known = known.filter(|course| course.shape == shape);
        let course = known.map_or_else(|| Arc::new(Course::of(shape)), Arc::clone);
        sign::turn_titles(&mut plan.signs, &course);
        let same =
            before.filter(|it| Arc::ptr_eq(&it.made_of.course, &course) && it.made_of.plan == plan);
        let (made_of, edges) = if let Some(it) = same {
            (Arc::clone(&it.made_of), it.placement.edges.clone())
        } else {
            let draft = Draft::of(&course, &plan);
            let made_of = MadeOf {
                course,
                plan,
                frame: draft.frame,
                boxes: draft.boxes,
            };
            (made_of.into(), draft.edges)
        };
        let placement = made_of.lettered(&chart, &letterings, edges);
        Self {
            placement: note::noted(placement, &chart, wording).into(),
            made_of,
        }
    }
}

impl MadeOf {
    /// The placement with all its letters.
    fn lettered(
        &self,
        chart: &Chart,
        letterings: &[Lettering],
        edges: Vec<PlacedEdge>,
    ) -> Placement {
        let (frame, plan) = (&self.frame, &self.plan);
        let nodes = plan.ids.iter().zip(&plan.signs).zip(&self.boxes);
        let nodes = nodes.zip(letterings);
        Placement {
            size: frame.size(),
            lanes: lane::lanes(chart, frame, &plan.heads),
            phases: lane::phases(&plan.headings, &self.course.columns, frame),
            nodes: nodes
                .map(|(((id, sign), rect), letters)| letters.placed(*id, sign, *rect))
                .collect(),
            edges,
            notes: Vec::new(),
        }
    }
}
