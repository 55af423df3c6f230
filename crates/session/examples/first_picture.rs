//! Opens a project as a window does, until its first picture is there: `first_picture FILE HOME`. What `scripts/bench`
//! measures. Prints milliseconds.
#![expect(
    clippy::disallowed_methods,
    reason = "what is measured is time on the clock"
)]
mod window;

use std::io::Write as _;
use std::process::ExitCode;
use std::time::Instant;

use serde_json::json;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, file, home] = arguments.as_slice() else {
        return ExitCode::from(2);
    };
    let desk = window::desk(home);
    let call = json!({ "type": "open", "path": file }).to_string();
    let began = Instant::now();
    let answer = desk.answer_json(&call);
    let took = began.elapsed().as_secs_f64() * 1e3;
    let is_there = answer.starts_with("{\"ok\"");
    let told = writeln!(std::io::stdout(), "{took:.3}");
    ExitCode::from(u8::from(!is_there || told.is_err()))
}
