//! A flow, a comparison or the project as the bytes of a file.
use std::path::PathBuf;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kaizu_interchange::Format;
use kaizu_model::{FlowId, NodeId, RecordId};
use kaizu_render::Format as Picture;
use kaizu_store::files::built;
use kaizu_store::{Store, library};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::copy_selection::chosen;
use super::look::flow;
use super::{Ask, Desk};
use crate::edition::Edition;
use crate::form::Form;
use crate::problem::Problem;
use crate::requests::compare;
use crate::requests::convert::{Convert, Page, ToldLoss};
use crate::requests::excerpt::Excerpt;
use crate::session::{APPLICATION, Session};

/// Asks for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "ExportCall", optional_fields)]
pub struct Export {
    /// How the name of the file ends: what it is.
    pub ending: String,
    /// What is exported.
    #[serde(default)]
    pub what: What,
    /// The flow; the one that is looked at where none is named.
    #[serde(default)]
    pub flow: Option<RecordId>,
    /// The sheet of a PDF.
    #[serde(default)]
    pub page: Option<PageSize>,
    /// Of a flow these steps alone; all of it where none is named.
    #[serde(default)]
    #[ts(as = "Option<_>")]
    pub only: Vec<RecordId>,
}

/// What is exported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// One flow; the whole project where the form is one of projects.
    #[default]
    Flow,
    /// A better flow and today's, one above the other.
    Compare,
    /// The project without its history and without the names of people.
    HandOver,
}

/// The sheet of a PDF.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PageSize {
    /// One, as large as the picture.
    #[default]
    #[serde(alias = "FIT")]
    Fit,
    /// A3 landscape.
    #[serde(alias = "A3")]
    A3,
    /// A4 landscape.
    #[serde(alias = "A4")]
    A4,
}

/// A file.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Exported {
    /// What it could be called.
    pub name: String,
    /// Its media type.
    pub media: &'static str,
    /// Its bytes.
    pub base64: String,
    /// What could not be carried over.
    pub losses: Vec<ToldLoss>,
}

impl Ask for Export {
    type Answer = Exported;

    fn answer(self, desk: &Desk) -> Result<Exported, Problem> {
        let file = self.file(desk)?;
        Ok(Exported {
            name: file.name,
            media: media(file.form),
            base64: STANDARD.encode(&file.bytes),
            losses: file.losses,
        })
    }
}

/// A file that is not yet anywhere.
pub(super) struct File {
    name: String,
    form: Form,
    pub(super) bytes: Vec<u8>,
    pub(super) losses: Vec<ToldLoss>,
}

impl Export {
    /// The file. Pictures and texts are made from what is open at this moment, without holding anybody up.
    pub(super) fn file(&self, desk: &Desk) -> Result<File, Problem> {
        let words = desk.words();
        let Some(form) = Form::from_ending(&self.ending) else {
            let values = [
                ("file", self.ending.clone()),
                ("endings", words.list(&Form::endings(false))),
            ];
            return Err(Problem::new(&words, "unknown-form", &values));
        };
        let (session, looked_at) = desk.snapshot()?;
        let edition = desk.edition()?;
        let flow = self.flow.map_or(Ok(looked_at), |id| flow(&session, id))?;
        let (bytes, losses) = match (self.what, form) {
            (What::Compare, _) => {
                let page = self.page.unwrap_or_default().page();
                (
                    compared(&session, flow, (form, page), &edition)?,
                    Vec::new(),
                )
            }
            (What::HandOver, _) => handed_over(&session)?,
            (What::Flow, Form::Project) => desk.project_file()?,
            (What::Flow, _) if !self.only.is_empty() => {
                let (_, nodes) = chosen(&session, flow, &self.nodes())?;
                let question = Excerpt {
                    form,
                    nodes,
                    edition,
                };
                let made = session.ask(&question, flow)?;
                (made.bytes, made.losses)
            }
            (What::Flow, Form::Notation | Form::Foreign(_) | Form::Picture(_)) => {
                let page = self.page.unwrap_or_default().page();
                let question = Convert {
                    form,
                    page,
                    edition,
                };
                let made = session.ask(&question, flow)?;
                (made.bytes, made.losses)
            }
        };
        Ok(File {
            name: name(&session, flow, self.what, form),
            form,
            bytes,
            losses,
        })
    }
}

impl Export {
    /// What of the chosen things can stand by itself: arrows come along where both their ends do.
    fn nodes(&self) -> Vec<RecordId> {
        let is_node = |id: &RecordId| NodeId::try_from(*id).is_ok();
        self.only.iter().copied().filter(is_node).collect()
    }
}

impl Desk {
    /// What a picture of what is shown says, taken out at this moment.
    pub(super) fn edition(&self) -> Result<Edition, Problem> {
        let now = self.now();
        let mut state = self.state();
        let opened = state.opened()?;
        let heat = opened.heat;
        let edition = match &opened.back {
            Some(back) => Edition {
                moment: back.past.name.clone(),
                n_changes: u64::try_from(back.past.revision).unwrap_or_default(),
                at: Some(now),
                heat,
            },
            None => opened.session.edition(now),
        };
        Ok(Edition { heat, ..edition })
    }

    /// The whole project, with everything that can be taken back.
    fn project_file(&self) -> Result<(Vec<u8>, Vec<ToldLoss>), Problem> {
        let now = self.now();
        self.state().opened()?.session.saved_file(now)
    }
}

impl PageSize {
    /// The same as pictures know it.
    pub(super) fn page(self) -> Page {
        match self {
            Self::Fit => Page::Fit,
            Self::A3 => Page::A3,
            Self::A4 => Page::A4,
        }
    }
}

/// The better flow and today's as a file.
fn compared(
    session: &Session,
    flow: FlowId,
    (form, page): (Form, Page),
    edition: &Edition,
) -> Result<Vec<u8>, Problem> {
    let question = compare::Compare::within(session, flow)?;
    let before = question.before(flow);
    let answer = session.ask(&question, before)?;
    let path = PathBuf::from(format!("compare.{}", form.ending()));
    compare::file(session, &question, &answer, before, (&path, page), edition)
}

/// The project without its history and without the names of people, as a file; and what was left out.
fn handed_over(session: &Session) -> Result<(Vec<u8>, Vec<ToldLoss>), Problem> {
    let words = session.words();
    let word = words.say("desk-withheld-name");
    let (document, withheld) = session.document().without_people(&word);
    let bytes = built(|path| Store::create(path, &document, APPLICATION)?.close())
        .map_err(|failure| session.stored(&failure))?;
    let told = [
        ("hand-over-history", 1),
        ("hand-over-people", withheld.people),
        ("hand-over-texts", withheld.texts),
        ("hand-over-short-names", withheld.short_names),
        ("hand-over-other-names", 1),
    ];
    let losses = told.into_iter().filter(|(_, n)| *n > 0).map(|(what, n)| {
        let sentence = words.tell(what, &[("n", n.to_string())]);
        ToldLoss::said(what, String::new(), false, sentence)
    });
    Ok((bytes, losses.collect()))
}

/// What the file could be called: the process, then which flow it shows.
fn name(session: &Session, flow: FlowId, what: What, form: Form) -> String {
    let document = session.document();
    let words = session.words();
    let shown = document.flow(flow).ok();
    let process = shown
        .and_then(|it| document.process(it.process).ok())
        .map_or("", |it| it.name.as_str());
    let shown = shown.map_or_else(String::new, |it| {
        let own = Some(it.name.trim()).filter(|name| !name.is_empty() && *name != process);
        library::file_name(own.unwrap_or_else(|| it.variant.word(words.language())))
    });
    let which = match (what, form) {
        (What::HandOver, _) => words.say("desk-hand-over"),
        (_, Form::Project) => String::new(),
        (What::Compare, _) => format!("{shown} {}", words.say("desk-comparison")),
        (What::Flow, _) => shown,
    };
    let stem = library::file_name(process);
    let stem = [stem.as_str(), which.as_str()].join(" ");
    format!("{}.{}", stem.trim(), form.ending())
}

fn media(form: Form) -> &'static str {
    match form {
        Form::Project => "application/vnd.sqlite3",
        Form::Notation => "text/plain;charset=utf-8",
        Form::Foreign(Format::Json) => "application/json",
        Form::Picture(Picture::Svg) => "image/svg+xml",
        Form::Picture(Picture::Png) => "image/png",
        Form::Picture(Picture::Pdf) => "application/pdf",
    }
}
