//! Some steps of a flow in another form: a picture of them alone, or their text.
use kaizu_model::{FlowId, Mark, NodeId, Refusal, notation};
use kaizu_render::{Caption, Cut, Drawing, Format, Options, excerpt, export, fitting, print};

use super::Request;
use super::convert::{Converted, told};
use super::picture::{marks, title};
use crate::edition::Edition;
use crate::form::Form;
use crate::{Problem, Session};

/// Asks for the file.
#[derive(Clone, Debug)]
pub struct Excerpt {
    /// What it is to be.
    pub form: Form,
    /// Which steps, gateways and events.
    pub nodes: Vec<NodeId>,
    /// What a PDF says of its moment.
    pub edition: Edition,
}

impl Request for Excerpt {
    type Answer = Converted;

    fn answer(&self, session: &Session, flow: FlowId) -> Result<Converted, Problem> {
        let refused = |refusal: Refusal| session.refused(&refusal);
        let piece = session
            .document()
            .excerpt(flow, &self.nodes)
            .map_err(refused)?;
        let mut losses = Vec::new();
        let bytes = match self.form {
            // Only what was chosen is handed over, never the project around it.
            Form::Project => session.over_document(piece).project_file()?,
            Form::Notation => notation::print(&piece, flow).into_bytes(),
            Form::Foreign(format) => {
                let written = kaizu_interchange::write(format, &piece, flow);
                let (bytes, lost) = written.map_err(|failure| session.foreign(&failure))?;
                losses = lost;
                bytes
            }
            Form::Picture(format) => self.painted(session, flow, format)?,
        };
        let losses = losses.iter().map(|loss| told(session, loss)).collect();
        Ok(Converted { bytes, losses })
    }
}

impl Excerpt {
    /// The picture: laid out by itself, with all that is known about these steps.
    fn painted(&self, session: &Session, flow: FlowId, format: Format) -> Result<Vec<u8>, Problem> {
        let refused = |refusal: Refusal| session.refused(&refusal);
        let document = session.document();
        let piece = document.excerpt(flow, &self.nodes).map_err(refused)?;
        let is_here =
            |mark: &Mark| NodeId::try_from(mark.at).is_ok_and(|it| self.nodes.contains(&it));
        let words = session.words();
        let drawing = Drawing {
            document: &piece,
            flow,
            placement: kaizu_layout::place(&piece, flow, &session.wording()),
            marks: marks(session, flow, self.edition.heat)?
                .into_iter()
                .filter(is_here)
                .collect(),
            caption: Caption {
                language: words.language(),
                title: title(words, document, flow),
                ..Caption::default()
            },
        };
        let cut = document.cut_edges(flow, &self.nodes).into_iter();
        let cuts = cut.map(|(_, edge)| {
            if self.nodes.contains(&edge.from) {
                Cut::Behind(edge.from)
            } else {
                Cut::Before(edge.to)
            }
        });
        let scene = excerpt(&drawing, &cuts.collect::<Vec<Cut>>());
        let bytes = match format {
            Format::Svg | Format::Png => export(&scene, format, &Options::default()),
            Format::Pdf => print(&[fitting(&scene)], self.edition.made()),
        };
        bytes.map_err(|failure| session.unpaintable(&failure))
    }
}
