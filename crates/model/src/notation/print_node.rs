//! Steps, gateways and events with their attributes and arrows, as they are printed.
use super::draft::Shape;
use super::field::usual_split;
use super::keyword::{CheckPart, Claim, Distribution, Field, Label};
use super::link::rest;
use super::number::percent;
use super::print::{Page, bracket};
use super::print_access::accesses;
use super::quote::{condition, name, step_name, text, word};
use crate::{
    Check, Edge, Event, EventKind, Gateway, Medium, Node, NodeId, PhaseId, Point, Step, Work,
};

/// All nodes in their order, phases above them.
pub(super) fn lines(page: &Page, lines: &mut Vec<String>) {
    let nodes = page.document.nodes_of(page.flow);
    let mut phase: Option<PhaseId> = None;
    for (at, node) in nodes.iter().enumerate() {
        if node.phase != phase {
            phase = node.phase;
            lines.push(match phase {
                Some(phase) => format!("## {}", page.phase(phase)),
                None => "##".to_owned(),
            });
        }
        node_lines(page, node, lines);
        arrows(page, node, nodes.get(at + 1), lines);
    }
}

fn node_lines(page: &Page, node: &Node, lines: &mut Vec<String>) {
    let lane = page.lane(node.lane);
    match node.id {
        NodeId::Step(id) => {
            let Ok(step) = page.document.step(id) else {
                return;
            };
            let minutes = step
                .minutes
                .map_or_else(String::new, |it| format!(" {}分", it.get()));
            let bracket = bracket(&step_words(step));
            lines.push(format!(
                "{lane}: {}{minutes}{bracket}",
                step_name(&step.name)
            ));
            fields(page, step, lines);
        }
        NodeId::Gateway(id) => {
            if let Ok(Gateway { kind, pin, .. }) = page.document.gateway(id) {
                sign_lines(node, &lane, kind.ja(), *pin, lines);
            }
        }
        NodeId::Event(id) => {
            if let Ok(Event { kind, pin, .. }) = page.document.event(id) {
                sign_lines(node, &lane, kind.ja(), *pin, lines);
            }
        }
    }
}

fn sign_lines(node: &Node, lane: &str, kind: &str, pin: Option<Point>, lines: &mut Vec<String>) {
    let mut words: Vec<String> = node
        .key
        .map(|key| format!("#{}", word(key)))
        .into_iter()
        .collect();
    words.push(kind.to_owned());
    let called = if node.name.is_empty() {
        String::new()
    } else {
        format!(" {}", step_name(node.name))
    };
    lines.push(format!("{lane}:{called}{}", bracket(&words)));
    lines.extend(pin.map(|pin| field(Field::Pin, &place(pin, ","))));
}

fn step_words(step: &Step) -> Vec<String> {
    let mut words = Vec::new();
    words.extend(step.key.as_ref().map(|key| format!("#{}", word(key))));
    words.extend(step.kind.map(|kind| kind.ja().to_owned()));
    if step.medium_in.is_some() || step.medium_out.is_some() {
        let one = |it: Option<Medium>| it.map_or(Claim::Unknown.ja(), Medium::ja);
        words.push(if step.medium_in == step.medium_out {
            one(step.medium_in).to_owned()
        } else {
            format!("{}→{}", one(step.medium_in), one(step.medium_out))
        });
    }
    words.extend(step.basis.map(|basis| basis.ja().to_owned()));
    if step.is_obligatory {
        words.push(Claim::Obligatory.ja().to_owned());
    }
    words.extend(step.wait.map(|wait| format!("待ち{}時間", wait.get())));
    words
}

fn field(field: Field, value: &str) -> String {
    format!("  {}: {value}", field.ja()).trim_end().to_owned()
}

fn place(point: Point, between: &str) -> String {
    format!("{}{between}{}", point.x, point.y)
}

fn list(all: &[String]) -> String {
    let all: Vec<String> = all.iter().map(|one| name(one)).collect();
    all.join("、")
}

fn fields(page: &Page, step: &Step, lines: &mut Vec<String>) {
    let mut words = |key: Field, it: Option<String>| {
        lines.extend(it.map(|it| field(key, &it)));
    };
    let some = |it: String| (!it.is_empty()).then_some(it);
    let free = |it: &Option<String>| it.as_ref().map(|it| text(it));
    let yes = |it: bool| if it { Claim::Yes.ja() } else { Claim::No.ja() }.to_owned();
    words(Field::Role, free(&step.role));
    words(Field::System, free(&step.system));
    words(Field::OtherSystems, some(list(&step.other_systems)));
    words(Field::Reads, some(accesses(page, &step.reads)));
    words(Field::Writes, some(accesses(page, &step.writes)));
    words(Field::Check, step.check.as_ref().map(check));
    words(Field::Article, free(&step.article));
    words(
        Field::ChangeableBy,
        step.changeable_by.map(|it| it.ja().into()),
    );
    words(Field::Began, free(&step.began));
    words(Field::BecauseOf, some(page.steps(&step.because_of)));
    words(Field::Realises, some(list(&step.realises)));
    words(
        Field::People,
        step.people.map(|it| format!("{}人", it.get())),
    );
    words(Field::Work, step.work.map(work));
    words(Field::Method, step.method.map(|it| it.ja().into()));
    words(Field::WaitCause, step.wait_cause.map(|it| it.ja().into()));
    words(Field::Batch, step.batch.map(|it| it.ja().into()));
    words(
        Field::BatchSize,
        step.batch_size.map(|it| format!("{}件", it.get())),
    );
    words(Field::Value, step.value.map(|it| it.ja().into()));
    words(Field::Routine, step.routine.map(|it| it.ja().into()));
    words(Field::Judgement, step.needs_judgement.map(yes));
    words(Field::ErrorRate, step.error_rate.map(percent));
    words(Field::Pressure, step.is_under_pressure.then(|| yes(true)));
    words(
        Field::Sheets,
        step.sheets.map(|it| format!("{}枚", it.get())),
    );
    let seals: Vec<&str> = step.seals.iter().map(|it| it.ja()).collect();
    words(Field::Seals, some(seals.join("、")));
    words(Field::Attachments, some(page.items(&step.attachments)));
    words(Field::Contact, step.contact.map(|it| it.ja().into()));
    words(Field::Channel, step.channel.map(|it| it.ja().into()));
    words(
        Field::Travel,
        step.travel.map(|it| format!("{}分", it.get())),
    );
    words(Field::Remote, step.is_remote_feasible.map(yes));
    words(Field::Note, free(&step.note));
    words(Field::Pin, step.pin.map(|it| place(it, ",")));
}

fn work(work: Work) -> String {
    match work {
        Work::Fixed {} => Distribution::Fixed.ja().into(),
        Work::Exponential {} => Distribution::Exponential.ja().into(),
        Work::Uniform { low, high } => {
            let [low, high] = [low.get(), high.get()];
            format!("{} {low}分 {high}分", Distribution::Uniform.ja())
        }
        Work::Triangular { low, likely, high } => {
            let [low, likely, high] = [low.get(), likely.get(), high.get()];
            format!(
                "{} {low}分 {likely}分 {high}分",
                Distribution::Triangular.ja()
            )
        }
        Work::Lognormal { sd } => format!("{} {}分", Distribution::Lognormal.ja(), sd.get()),
    }
}

fn check(check: &Check) -> String {
    let mut parts = Vec::new();
    let mut part = |key: CheckPart, it: Option<String>| {
        parts.extend(it.map(|it| format!("{}={it}", key.ja())));
    };
    let free = |it: &Option<String>| it.as_ref().map(|it| word(it));
    part(CheckPart::Object, free(&check.object));
    let aspects: Vec<String> = check.aspects.iter().map(|it| word(it)).collect();
    part(
        CheckPart::Aspects,
        (!aspects.is_empty()).then(|| aspects.join("、")),
    );
    part(CheckPart::Against, free(&check.against));
    part(CheckPart::Reason, check.reason.map(|it| it.ja().into()));
    part(CheckPart::IndependentOf, free(&check.independent_of));
    part(CheckPart::Why, free(&check.why_it_began));
    part(CheckPart::CatchRate, check.catch_rate.map(percent));
    parts.join(" ")
}

/// The arrows that leave `node`; none where the line below is what comes next anyway.
fn arrows(page: &Page, node: &Node, below: Option<&Node>, lines: &mut Vec<String>) {
    let edges: Vec<&Edge> = page
        .document
        .edges_from(node.id)
        .map(|(_, edge)| edge)
        .collect();
    let shape = shape(page, node.id);
    let next = below.map(|it| it.id).filter(|next| {
        shape != Shape::Event(EventKind::End)
            && self::shape(page, *next) != Shape::Event(EventKind::Start)
    });
    let usual = usual_split(shape, edges.len());
    if let ([edge], Some(next)) = (edges.as_slice(), next)
        && **edge == Edge::new(page.flow, node.id, next, usual)
    {
        return;
    }
    for edge in &edges {
        let mut words = Vec::new();
        if edge.split != usual {
            words.push(edge.split.ja().to_owned());
        }
        words.extend(edge.transfer.map(|it| it.ja().to_owned()));
        words.extend(edge.nature.map(|it| it.ja().to_owned()));
        words.extend(edge.repeat.map(|it| it.ja().to_owned()));
        let bend = |it: &Point| format!("{}:{}", Label::Bend.ja(), place(*it, "/"));
        words.extend(edge.bends.iter().map(bend));
        let mut line = vec![String::from(" ")];
        line.extend(edge.share.map(percent));
        line.extend(edge.condition.as_ref().map(|it| condition(it)));
        line.push(format!("→ {}{}", page.node(edge.to), bracket(&words)));
        lines.push(line.join(" "));
    }
    let shares: Vec<_> = edges.iter().map(|edge| edge.share).collect();
    let leads_there = edges.iter().any(|edge| Some(edge.to) == next);
    if next.is_some() && !leads_there && (edges.is_empty() || rest(&shares).is_some()) {
        let stop = if edges.is_empty() && !page.has_node_named_end {
            Claim::End
        } else {
            Claim::Stop
        };
        lines.push(format!("  → {}", stop.ja()));
    }
}

fn shape(page: &Page, node: NodeId) -> Shape {
    match node {
        NodeId::Step(_) => Shape::Step,
        NodeId::Gateway(id) => {
            let kind = page.document.gateway(id).map(|it| it.kind);
            kind.map_or(Shape::Step, Shape::Gateway)
        }
        NodeId::Event(id) => {
            let kind = page.document.event(id).map(|it| it.kind);
            kind.map_or(Shape::Step, Shape::Event)
        }
    }
}
