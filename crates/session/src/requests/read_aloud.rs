//! A flow read aloud: plain sentences, in order.
use kaizu_analysis::{Graph, Index};
use kaizu_model::{FlowId, GatewayKind, Minutes, OfficeHours, Step};

use super::Request;
use super::analyze::title;
use crate::page::Page;
use crate::words::Words;
use crate::{Problem, Session};

/// Asks for the flow as sentences.
#[derive(Clone, Copy, Debug)]
pub struct ReadAloud;

impl Request for ReadAloud {
    type Answer = String;

    fn answer(&self, session: &Session, flow: FlowId) -> Result<String, Problem> {
        let graph =
            Graph::of(session.document(), flow).map_err(|refusal| session.refused(&refusal))?;
        let reader = Reader {
            words: session.words(),
            graph: &graph,
        };
        let mut page = Page::default();
        page.line(title(
            session.words(),
            &graph.process.name,
            graph.process.is_illustrative,
        ));
        if let Some(purpose) = &graph.process.purpose {
            page.line(
                session
                    .words()
                    .tell("aloud-purpose", &[("purpose", purpose.clone())]),
            );
        }
        page.line("");
        page.lines(graph.indices().map(|node| reader.sentences(node)));
        Ok(page.text())
    }
}

struct Reader<'a> {
    words: &'a Words,
    graph: &'a Graph<'a>,
}

impl Reader<'_> {
    /// Everything about one node, on one line.
    fn sentences(&self, node: Index) -> String {
        let lane = self
            .graph
            .lane(node)
            .map_or("", |lane| lane.name.as_str())
            .to_owned();
        let values = [
            ("n", self.number(node)),
            ("lane", lane),
            ("name", self.called(node)),
        ];
        let mut parts = Vec::new();
        match (self.graph.step(node), self.graph.gateway(node)) {
            (Some(step), _) => {
                parts.push(self.words.tell("aloud-step", &values));
                parts.extend(self.details(step));
                parts.extend(self.wait(step));
            }
            (None, Some(kind)) => {
                let id = match kind {
                    GatewayKind::Branch => "aloud-branch",
                    GatewayKind::Merge => "aloud-merge",
                    GatewayKind::Fork => "aloud-fork",
                    GatewayKind::Join => "aloud-join",
                };
                parts.push(self.words.tell(id, &values));
            }
            (None, None) => parts.push(self.words.tell("aloud-event", &values)),
        }
        parts.push(self.onward(node));
        parts.join(match self.words.language() {
            kaizu_model::Language::Ja => "",
            kaizu_model::Language::En => " ",
        })
    }

    /// The place in the list, which arrows are told by.
    fn number(&self, node: Index) -> String {
        let id = self.graph.id(node);
        let key = self.graph.document.node(id).ok().and_then(|node| node.key);
        key.map_or_else(|| (node + 1).to_string(), ToOwned::to_owned)
    }

    fn called(&self, node: Index) -> String {
        let name = self.graph.name(node);
        if name.is_empty() {
            self.words.say("aloud-nameless")
        } else {
            name.to_owned()
        }
    }

    /// Kind, minutes, media and system in one sentence, where any is known.
    fn details(&self, step: &Step) -> Option<String> {
        let language = self.words.language();
        let media = match (step.medium_in, step.medium_out) {
            (Some(taken), Some(made)) if taken != made => {
                let values = [
                    ("from", taken.word(language).to_owned()),
                    ("to", made.word(language).to_owned()),
                ];
                Some(self.words.tell("aloud-media", &values))
            }
            (Some(medium), _) | (None, Some(medium)) => Some(medium.word(language).to_owned()),
            (None, None) => None,
        };
        let minutes = step.minutes.filter(|minutes| minutes.get() > 0.0);
        let parts: Vec<String> = [
            step.kind.map(|kind| kind.word(language).to_owned()),
            minutes.map(|minutes| self.time(minutes)),
            media,
            step.system.clone(),
        ]
        .into_iter()
        .flatten()
        .collect();
        (!parts.is_empty()).then(|| {
            self.words
                .tell("aloud-details", &[("parts", self.words.list(&parts))])
        })
    }

    fn wait(&self, step: &Step) -> Option<String> {
        let wait = step.wait.filter(|wait| wait.get() > 0.0)?;
        let (id, n) = match OfficeHours::short_minutes(wait.get()) {
            Some(minutes) => ("aloud-wait-minutes", minutes),
            None => ("aloud-wait", wait.get()),
        };
        Some(self.words.tell(id, &[("n", Words::number(n))]))
    }

    /// Working time, as the picture has it.
    fn time(&self, minutes: Minutes) -> String {
        let (id, n) = match minutes.whole_seconds() {
            Some(seconds) => ("aloud-seconds", seconds),
            None => ("aloud-minutes", minutes.get()),
        };
        self.words.tell(id, &[("n", Words::number(n))])
    }

    /// Where the case goes next.
    fn onward(&self, node: Index) -> String {
        let arrows: Vec<_> = self.graph.leaving(node).collect();
        let target = |to: Index| format!("{} {}", self.number(to), self.called(to));
        match arrows.as_slice() {
            [] => self.words.say("aloud-end"),
            [arrow] => self.words.tell("aloud-next", &[("to", target(arrow.to))]),
            several if several.iter().all(|arrow| arrow.is_parallel()) => {
                let names: Vec<String> = several
                    .iter()
                    .map(|arrow| self.quoted(&target(arrow.to)))
                    .collect();
                self.words
                    .tell("aloud-parallel", &[("list", self.words.list(&names))])
            }
            several => {
                let part = |arrow: &&kaizu_analysis::Arrow| {
                    let share = arrow.edge.share.map_or_else(
                        || self.words.say("aloud-rest"),
                        |share| format!("{}%", Words::number(share.get() * 100.0)),
                    );
                    let condition = arrow.edge.condition.clone().unwrap_or_default();
                    let values = [
                        ("share", share),
                        ("condition", condition.clone()),
                        ("to", target(arrow.to)),
                    ];
                    self.words.tell(
                        if condition.is_empty() {
                            "aloud-share"
                        } else {
                            "aloud-case"
                        },
                        &values,
                    )
                };
                let names: Vec<String> = several.iter().map(part).collect();
                self.words
                    .tell("aloud-exclusive", &[("list", self.words.list(&names))])
            }
        }
    }

    fn quoted(&self, name: &str) -> String {
        self.words.tell("quoted", &[("name", name.to_owned())])
    }
}
