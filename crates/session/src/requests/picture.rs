//! The picture of a flow with what is known about it: findings and voices on an as-is, differences on a to-be.
use kaizu_analysis::{Graph, find, metrics};
use kaizu_layout::Placed;
use kaizu_model::{
    Cancel, Difference, Document, FlowId, Language, Mark, MarkKind, Placement, RecordId,
};
use kaizu_redesign::{Pair, compare};
use kaizu_render::scene::Scene;
use kaizu_render::{Caption, Drawing, Part, draw_legend, parts};

use super::Request;
use super::flags::{Flag, flagged, flags};
use super::heard::{Heat, voices};
use super::legend_words::legend;
use super::office_time;
use super::title_block::cells;
use crate::edition::Edition;
use crate::words::Words;
use crate::{Problem, Session};

/// Asks for the picture of a flow.
#[derive(Clone, Copy, Debug)]
pub struct Picture;

impl Request for Picture {
    type Answer = Scene;

    fn answer(&self, session: &Session, flow: FlowId) -> Result<Scene, Problem> {
        Ok(drawing(session, flow, &Edition::default())?.scene())
    }
}

/// The picture of `flow` with everything that is known, and what is said of its moment.
pub(super) fn drawing<'a>(
    session: &'a Session,
    flow: FlowId,
    edition: &Edition,
) -> Result<Drawing<'a>, Problem> {
    drawn(session, flow, marks(session, flow, edition.heat)?, edition)
}

/// Everything that is known about `flow`.
pub(super) fn marks(session: &Session, flow: FlowId, heat: Heat) -> Result<Vec<Mark>, Problem> {
    let document = session.document();
    let record = document
        .flow(flow)
        .map_err(|refusal| session.refused(&refusal))?;
    let mut marks = voices(document, flow, heat);
    if let Some(before) = record.made_from {
        let pairs = compare(document, before, document, flow);
        let pairs = pairs.map_err(|refusal| session.refused(&refusal))?;
        marks.extend(arrivals(&pairs));
    } else {
        let found = find(document, flow, None, &Cancel::default());
        let found = found.map_err(|refusal| session.refused(&refusal))?;
        marks.extend(flagged(document, flow, &flags(&found)));
    }
    Ok(marks)
}

/// Both pictures: what goes is marked in the first, what came in the second.
pub(super) fn both<'a>(
    (session, before): (&'a Session, FlowId),
    (other, after): (&'a Session, FlowId),
    edition: &Edition,
) -> Result<[Drawing<'a>; 2], Problem> {
    let pairs = compare(session.document(), before, other.document(), after);
    let pairs = pairs.map_err(|refusal| session.refused(&refusal))?;
    Ok([
        drawn(session, before, departures(&pairs), edition)?,
        drawn(other, after, arrivals(&pairs), edition)?,
    ])
}

/// A flow as a window shows it, without anything around it: placed, and drawn when asked.
#[derive(Clone, Debug)]
pub(crate) struct Bare {
    /// Holds the flow.
    pub(crate) document: Document,
    /// The flow that is drawn.
    pub(crate) flow: FlowId,
    /// The language of its words.
    language: Language,
    /// What it is called.
    pub(crate) title: String,
    placed: Placed,
    marks: Vec<Mark>,
}

impl Bare {
    /// Where everything sits.
    pub(crate) fn placement(&self) -> &Placement {
        self.placed.placement()
    }

    /// Everything it consists of, from back to front.
    pub(crate) fn parts(&self) -> Vec<Part<'_>> {
        parts(
            &self.document,
            self.flow,
            self.placement(),
            &self.marks,
            self.language,
        )
    }

    /// Whether it shows `flow` as it is now: the very same records.
    fn shows(&self, session: &Session, flow: FlowId) -> bool {
        let [own, now] = [&self.document, session.document()].map(|document| {
            let records = document.records();
            records.map(|(id, record)| (id, std::ptr::from_ref(record)))
        });
        self.flow == flow && self.language == session.words().language() && own.eq(now)
    }

    /// What its signs mean, as a picture of its own.
    pub(crate) fn legend(&self, words: &Words) -> Scene {
        let signs = Caption {
            language: self.language,
            title: self.title.clone(),
            legend: legend(words),
            ..Caption::default()
        };
        draw_legend(&self.document, self.placement(), &self.marks, &signs)
    }
}

/// The picture of `flow` with what is known at once, voices and differences, and with the flags of what was found.
/// Its ground tells how many speak about the steps, where `heat` says so.
/// What has its place in the picture `before` is not sought again.
pub(crate) fn bare(
    session: &Session,
    flow: FlowId,
    (found, heat): (&[Flag], Heat),
    before: Option<&Bare>,
) -> Result<Bare, Problem> {
    let document = session.document();
    let mut marks = voices(document, flow, heat);
    marks.extend(flagged(document, flow, found));
    let origin = document.flow(flow).ok().and_then(|it| it.made_from);
    if let Some(origin) = origin.filter(|origin| document.flow(*origin).is_ok()) {
        let pairs = compare(document, origin, document, flow);
        let pairs = pairs.map_err(|refusal| session.refused(&refusal))?;
        marks.extend(arrivals(&pairs));
    }
    bare_with(session, flow, marks, before)
}

/// Both pictures as a window shows them: what goes is marked in the first, what came in the second.
pub(crate) fn bare_pair(
    session: &Session,
    before: FlowId,
    after: FlowId,
) -> Result<(Bare, Bare), Problem> {
    let document = session.document();
    let pairs = compare(document, before, document, after);
    let pairs = pairs.map_err(|refusal| session.refused(&refusal))?;
    Ok((
        bare_with(session, before, departures(&pairs), None)?,
        bare_with(session, after, arrivals(&pairs), None)?,
    ))
}

fn bare_with(
    session: &Session,
    flow: FlowId,
    marks: Vec<Mark>,
    before: Option<&Bare>,
) -> Result<Bare, Problem> {
    let document = session.document();
    document
        .flow(flow)
        .map_err(|refusal| session.refused(&refusal))?;
    Ok(Bare {
        document: document.clone(),
        flow,
        placed: placed(session, flow, before),
        language: session.words().language(),
        title: title(session.words(), document, flow),
        marks,
    })
}

/// Where everything sits; as in the picture `before`, where that shows the same.
fn placed(session: &Session, flow: FlowId, before: Option<&Bare>) -> Placed {
    let (document, wording) = (session.document(), session.wording());
    match before {
        Some(before) if before.shows(session, flow) => before.placed.clone(),
        Some(before) => before.placed.next(document, flow, &wording),
        None => Placed::of(document, flow, &wording),
    }
}

fn drawn<'a>(
    session: &'a Session,
    flow: FlowId,
    marks: Vec<Mark>,
    edition: &Edition,
) -> Result<Drawing<'a>, Problem> {
    let document = session.document();
    let graph = Graph::of(document, flow).map_err(|refusal| session.refused(&refusal))?;
    Ok(Drawing {
        document,
        flow,
        placement: kaizu_layout::place(document, flow, &session.wording()),
        marks,
        caption: caption(session.words(), &graph, edition),
    })
}

/// What the picture is called.
pub(super) fn title(words: &Words, document: &Document, flow: FlowId) -> String {
    let flow = document.flow(flow).ok();
    let process = flow.and_then(|flow| document.process(flow.process).ok());
    let process = process
        .map(|process| process.name.clone())
        .unwrap_or_default();
    let name = flow
        .map(|flow| flow.name.clone())
        .filter(|name| !name.is_empty());
    let variant = flow.map(|flow| flow.variant.word(words.language()).to_owned());
    let shown = name
        .filter(|name| *name != process)
        .or(variant)
        .unwrap_or_default();
    words.tell("picture-title", &[("process", process), ("flow", shown)])
}

/// What stands around the picture.
fn caption(words: &Words, graph: &Graph, edition: &Edition) -> Caption {
    Caption {
        language: words.language(),
        title: title(words, graph.document, graph.flow),
        block: cells(words, graph, edition),
        sheet: words.say("picture-sheet"),
        subtitle: subtitle(words, graph),
        legend: legend(words),
        notes: words.say("picture-notes"),
    }
}

/// The figures that are known, one after the other.
fn subtitle(words: &Words, graph: &Graph) -> String {
    let figures = metrics(graph);
    let steps = graph.steps().count() as f64;
    let lanes = graph.document.lanes_of(graph.flow).len() as f64;
    let number = |id, figure: Option<f64>| {
        figure.map(|figure| words.tell(id, &[("n", Words::number(figure))]))
    };
    let day = office_time::day(graph.document);
    let lead = figures.lead_working_hours.map(|hours| {
        let time = office_time::told(words, day, hours, false);
        words.tell("picture-lead", &[("time", time)])
    });
    let known: Vec<String> = [
        number("picture-steps", Some(steps)),
        number("picture-lanes", Some(lanes)),
        number("picture-staff", figures.staff_min_per_case),
        number("picture-residents", figures.resident_min_per_case),
        lead,
        number("picture-hours", figures.staff_hours_per_year),
    ]
    .into_iter()
    .flatten()
    .collect();
    known.join(" ・ ")
}

/// What became of each step that is there afterwards.
fn arrivals(pairs: &[Pair]) -> Vec<Mark> {
    let of = |pair: &Pair| {
        let at: RecordId = pair.after?.into();
        (pair.kind != Difference::Same).then_some(Mark {
            at,
            kind: MarkKind::Difference(pair.kind),
        })
    };
    pairs.iter().filter_map(of).collect()
}

/// What goes.
fn departures(pairs: &[Pair]) -> Vec<Mark> {
    let of = |pair: &Pair| {
        let at: RecordId = pair.before?.into();
        (pair.kind == Difference::Eliminated).then_some(Mark {
            at,
            kind: MarkKind::Difference(pair.kind),
        })
    };
    pairs.iter().filter_map(of).collect()
}
