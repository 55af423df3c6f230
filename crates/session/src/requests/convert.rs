//! A flow or project in another form.
use kaizu_interchange::Loss;
use kaizu_model::FlowId;
pub use kaizu_render::Page;
use serde::Serialize;
use ts_rs::TS;

use super::Request;
use super::painted::painted;
use super::picture::drawing;
use crate::edition::Edition;
use crate::form::Form;
use crate::problem::Problem;
use crate::session::Session;

/// Asks for the file.
#[derive(Clone, Debug)]
pub struct Convert {
    /// What it is to be.
    pub form: Form,
    /// The sheet of a PDF.
    pub page: Page,
    /// What a picture says of its moment.
    pub edition: Edition,
}

/// A part that was not carried over as it stood.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ToldLoss {
    /// The kind of loss.
    pub what: &'static str,
    /// Where.
    pub at: String,
    /// Whether something of it lives on.
    pub kept: bool,
    /// What stood there.
    pub detail: String,
    /// As a sentence.
    pub sentence: String,
}

impl ToldLoss {
    /// What happened, in words of its own, and to which thing.
    pub(crate) fn said(what: &'static str, at: String, kept: bool, sentence: String) -> Self {
        Self {
            what,
            at,
            kept,
            detail: String::new(),
            sentence,
        }
    }
}

/// A finished file.
#[derive(Clone, Debug)]
pub struct Converted {
    /// What to write.
    pub bytes: Vec<u8>,
    /// What could not be carried over, on reading and on writing.
    pub losses: Vec<ToldLoss>,
}

impl Request for Convert {
    type Answer = Converted;

    fn answer(&self, session: &Session, flow: FlowId) -> Result<Converted, Problem> {
        let document = session.document();
        document
            .flow(flow)
            .map_err(|refusal| session.refused(&refusal))?;
        let mut losses: Vec<Loss> = session.losses().to_vec();
        let bytes = match self.form {
            Form::Project => session.project_file()?,
            Form::Notation => kaizu_model::notation::print(document, flow).into_bytes(),
            Form::Foreign(format) => {
                let written = kaizu_interchange::write(format, document, flow);
                let (bytes, lost) = written.map_err(|failure| session.foreign(&failure))?;
                losses.extend(lost);
                bytes
            }
            Form::Picture(format) => {
                let drawings = [drawing(session, flow, &self.edition)?];
                painted(session, &drawings, (format, self.page), &self.edition)?
            }
        };
        Ok(Converted {
            bytes,
            losses: losses.iter().map(|loss| told(session, loss)).collect(),
        })
    }
}

/// A loss, with its sentence.
pub(crate) fn told(session: &Session, loss: &Loss) -> ToldLoss {
    let values = [("at", loss.at.clone()), ("detail", loss.detail.clone())];
    ToldLoss {
        what: loss.what.code(),
        at: loss.at.clone(),
        kept: loss.kept,
        detail: loss.detail.clone(),
        sentence: session
            .words()
            .tell(&format!("loss-{}", loss.what.code()), &values),
    }
}
