//! Renames the steps of a project again and again: `rename_often FILE COUNT`. What `scripts/bench` measures.
use std::path::Path;
use std::process::ExitCode;

use kaizu_session::Session;
use kaizu_session::model::{Command, Language, Rename};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, file, count] = arguments.as_slice() else {
        return ExitCode::from(2);
    };
    let done = Session::open(Path::new(file), Language::En)
        .and_then(|mut session| rename(&mut session, count.parse().unwrap_or_default()));
    ExitCode::from(u8::from(done.is_err()))
}

fn rename(session: &mut Session, count: usize) -> Result<(), kaizu_session::Problem> {
    let steps: Vec<_> = session.document().steps().map(|(id, _)| id).collect();
    for (n, step) in steps.iter().cycle().take(count).enumerate() {
        let (id, name) = ((*step).into(), format!("{n}"));
        session.dispatch(&Command::from(Rename { id, name }), 0)?;
    }
    Ok(())
}
