//! What Kaizu looks for and what it proposes, explained by examples: each drawn, and told as people would read it there.
use kaizu_analysis::{Detector, Finding, Graph, Header, Theme, find_in};
use kaizu_model::{Cancel, Mark};
use kaizu_redesign::Rewrite;
use kaizu_render::scene::Scene;
use kaizu_render::{Caption, Drawing, excerpt};

use crate::requests::finding::Teller;
use crate::requests::flags::marked;
use crate::words::Words;
use crate::{Form, Problem, Session};

/// A page of the manual.
#[derive(Clone, Debug)]
pub(crate) struct Explained {
    /// Its code in the catalogue.
    pub(crate) code: &'static str,
    /// What it is called.
    pub(crate) name: String,
    /// What it is about; nothing for a change.
    pub(crate) theme: Option<Theme>,
    /// In a sentence, where the language has one.
    pub(crate) summary: Option<String>,
    /// Headings with what stands under them.
    pub(crate) sentences: Vec<(String, String)>,
    /// Flows in which it is seen, or not, or done.
    pub(crate) examples: Vec<Example>,
    /// Codes of what answers it, or of what it answers.
    pub(crate) related: &'static [&'static str],
}

/// A flow of a page.
#[derive(Clone, Debug)]
pub(crate) struct Example {
    /// What it shows.
    pub(crate) heading: String,
    /// What would be said about it.
    pub(crate) notes: Vec<String>,
    /// How it looks.
    pub(crate) scene: Scene,
}

/// The page of a detector.
pub(crate) fn of_detector(words: &Words, detector: &dyn Detector) -> Result<Explained, Problem> {
    let header = Header::of(detector.source());
    let say = |part: &str| words.say(&format!("finding-{}-{part}", detector.id()));
    let mut examples = Vec::new();
    for (heading, id) in [
        ("Flagged", "manual-flagged"),
        ("Clean", "manual-clean"),
        ("Guarded", "manual-guarded"),
    ] {
        for text in header.examples(heading) {
            examples.push(found_in(words, detector, words.say(id), text)?);
        }
    }
    Ok(Explained {
        code: detector.code(),
        name: say("name"),
        theme: Some(detector.theme()),
        summary: summary(words, &header),
        sentences: [
            Some((words.say("manual-why"), say("why"))),
            Some((words.say("manual-do"), say("do"))),
            kinds(words, detector),
        ]
        .into_iter()
        .flatten()
        .collect(),
        examples,
        related: detector.rewrites(),
    })
}

/// The page of a rewrite.
pub(crate) fn of_rewrite(words: &Words, rewrite: &dyn Rewrite) -> Result<Explained, Problem> {
    let header = Header::of(rewrite.source());
    let say = |part: &str| words.say(&format!("rewrite-{}-{part}", rewrite.id()));
    let mut examples = Vec::new();
    for (heading, id) in [("Before", "manual-before"), ("After", "manual-after")] {
        for text in header.examples(heading) {
            let session = read(words, text)?;
            examples.push(Example {
                heading: words.say(id),
                notes: Vec::new(),
                scene: drawn(&session, Vec::new())?,
            });
        }
    }
    let listed = |heading: &str, prefix: &str, codes: &[&str]| {
        let told = codes
            .iter()
            .map(|code| words.say(&format!("{prefix}-{code}")));
        let told: Vec<String> = told.collect();
        (!told.is_empty()).then(|| (words.say(heading), words.list(&told)))
    };
    Ok(Explained {
        code: rewrite.code(),
        name: say("title"),
        theme: None,
        summary: summary(words, &header),
        sentences: [
            Some((words.say("manual-how"), say("how"))),
            listed("manual-loses", "loses", rewrite.loses()),
            listed("manual-procedures", "procedure", rewrite.procedures()),
        ]
        .into_iter()
        .flatten()
        .collect(),
        examples,
        related: rewrite.answers(),
    })
}

/// The first sentence of a file, for those who read English.
fn summary(words: &Words, header: &Header) -> Option<String> {
    match words.language() {
        kaizu_model::Language::En => Some(header.summary().replace('\n', " ")),
        kaizu_model::Language::Ja => None,
    }
}

/// Which waste it is, and the best practices against it.
fn kinds(words: &Words, detector: &dyn Detector) -> Option<(String, String)> {
    let waste = detector
        .waste()
        .map(|it| words.say(&format!("waste-{}", it.code())));
    let practices = detector.practices().iter();
    let practices = practices.map(|n| words.say(&format!("practice-{n}")));
    let told: Vec<String> = waste.into_iter().chain(practices).collect();
    (!told.is_empty()).then(|| (words.say("manual-kinds"), words.list(&told)))
}

/// An example with what `detector` sees in it.
fn found_in(
    words: &Words,
    detector: &dyn Detector,
    heading: String,
    text: &str,
) -> Result<Example, Problem> {
    let session = read(words, text)?;
    let document = session.document();
    let flow = session.choose(None, None)?;
    let graph = Graph::of(document, flow).map_err(|refusal| session.refused(&refusal))?;
    let found = find_in(&graph, &Cancel::default()).into_iter();
    let own: Vec<Finding> = found.filter(|it| it.code == detector.code()).collect();
    let teller = Teller::new(words, document, flow);
    let told = own.iter().map(|finding| teller.tell(&graph, finding));
    let notes = told.flat_map(|told| std::iter::once(told.sentence).chain(told.guards));
    Ok(Example {
        heading,
        notes: notes.collect(),
        scene: drawn(&session, marked(&own))?,
    })
}

/// The session of an example, whose text is a whole flow.
fn read(words: &Words, text: &str) -> Result<Session, Problem> {
    Session::read(text.as_bytes(), Form::Notation, None, words.language())
}

/// The picture of the only flow, with nothing around it.
fn drawn(session: &Session, marks: Vec<Mark>) -> Result<Scene, Problem> {
    let document = session.document();
    let flow = session.choose(None, None)?;
    let drawing = Drawing {
        document,
        flow,
        placement: kaizu_layout::place(document, flow, &session.wording()),
        marks,
        caption: Caption {
            language: session.words().language(),
            ..Caption::default()
        },
    };
    Ok(excerpt(&drawing, &[]))
}
