//! The bytes of a file as a document, by the form it has.
use kaizu_interchange::Loss;
use kaizu_model::{Document, notation};
use kaizu_store as store;

use crate::failures::{foreign, mistaken, stored};
use crate::form::Form;
use crate::problem::Problem;
use crate::words::Words;

/// What `bytes` hold, and what of it has no home in Kaizu.
pub(crate) fn parsed(
    words: &Words,
    bytes: &[u8],
    form: Form,
) -> Result<(Document, Vec<Loss>), Problem> {
    match form {
        Form::Notation => {
            let text =
                std::str::from_utf8(bytes).map_err(|_| Problem::new(words, "not-text", &[]))?;
            let document = notation::parse(text).map_err(|mistake| mistaken(words, &mistake))?;
            Ok((document, Vec::new()))
        }
        Form::Foreign(format) => {
            kaizu_interchange::read(format, bytes).map_err(|failure| foreign(words, &failure))
        }
        Form::Project => {
            let document =
                store::files::opened(bytes).map_err(|failure| stored(words, &failure))?;
            Ok((document, Vec::new()))
        }
        Form::Picture(_) => {
            let values = [
                ("file", form.ending().to_owned()),
                ("endings", words.list(&Form::endings(true))),
            ];
            Err(Problem::new(words, "unknown-form", &values))
        }
    }
}
