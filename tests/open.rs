//! The samples, each in a session of its own, and what they are converted to.
use std::path::Path;

use kaizu_model::Language;
use kaizu_render::Format;
use kaizu_session::requests::convert::{Convert, Page};
use kaizu_session::{Edition, Form, Session};
use kaizu_tests::files;

pub(crate) fn samples() -> Vec<(String, Session)> {
    let samples = files("samples", ".flow");
    assert!(!samples.is_empty(), "no samples");
    samples
        .into_iter()
        .map(|(path, _)| (stem(&path), open(&path)))
        .collect()
}

pub(crate) fn stem(path: &Path) -> String {
    path.file_stem().unwrap().to_str().unwrap().to_owned()
}

pub(crate) fn open(path: &Path) -> Session {
    Session::open(path, Language::Ja).unwrap()
}

pub(crate) fn converted(session: &Session, format: Format) -> Vec<u8> {
    let flow = session.choose(None, None).unwrap();
    let question = Convert {
        form: Form::Picture(format),
        page: Page::Fit,
        edition: Edition::default(),
    };
    session.ask(&question, flow).unwrap().bytes
}
