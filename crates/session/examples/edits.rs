//! Writes a step behind one in the middle of a project's flow and takes it back, as a window does, until the answer that
//! the window paints is there: `edits FILE HOME ROUNDS PAUSE`, with a pause of so many milliseconds before each, as people make
//! them. Prints the median milliseconds of both, and the answer's bytes.
#![expect(
    clippy::disallowed_methods,
    reason = "what is measured is time on the clock"
)]
mod window;

use std::io::Write as _;
use std::process::ExitCode;
use std::thread::sleep;
use std::time::{Duration, Instant};

use kaizu_session::Desk;
use serde_json::{Value, json};

/// What one call took, in milliseconds; its answer, and how long that is.
struct Asked {
    took: f64,
    view: Value,
    bytes: usize,
}

fn ask(desk: &Desk, call: &Value) -> Option<Asked> {
    let text = call.to_string();
    let began = Instant::now();
    let answer = desk.answer_json(&text);
    let took = began.elapsed().as_secs_f64() * 1e3;
    let bytes = answer.len();
    let answer: Value = serde_json::from_str(&answer).ok()?;
    let view = answer.get("ok")?.clone();
    Some(Asked { took, view, bytes })
}

/// A number behind the last `/` of a record's name.
fn number(id: &str) -> Option<u32> {
    id.rsplit('/').next()?.parse().ok()
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn measured(file: &str, home: &str, rounds: usize, pause: Duration) -> Option<String> {
    let desk = window::desk(home);
    let whole = ask(&desk, &json!({ "type": "open", "path": file }))?;
    let flow = number(whole.view["flow"].as_str()?)?;
    let mut steps: Vec<(f64, u32, u64)> = whole.view["records"]
        .as_object()?
        .iter()
        .filter_map(|(id, record)| {
            let number = number(id.strip_prefix("step/")?)?;
            let x = whole.view["painting"]["areas"][id]["x"].as_f64()?;
            Some((x, number, record["step"]["lane"].as_u64()?))
        })
        .collect();
    steps.sort_by(|one, two| one.0.total_cmp(&two.0));
    let (_, after, lane) = *steps.get(steps.len() / 2)?;
    let (mut added, mut taken_back, mut bytes) = (Vec::new(), Vec::new(), 0);
    let mut view = whole.view;
    for _ in 0..rounds {
        let (next, seen) = (view["next"].as_u64()?, &view["serial"]);
        let command = json!({
            "type": "add_step", "step": next, "edge": next + 1, "flow": flow, "lane": lane,
            "name": "追加する", "after": format!("step/{after}"),
        });
        sleep(pause);
        let edit = ask(
            &desk,
            &json!({ "type": "send", "command": command, "seen": seen }),
        )?;
        sleep(pause);
        let back = ask(
            &desk,
            &json!({ "type": "undo", "seen": edit.view["serial"] }),
        )?;
        added.push(edit.took);
        taken_back.push(back.took);
        bytes = edit.bytes;
        view = back.view;
    }
    let (added, taken_back) = (median(added), median(taken_back));
    Some(format!("{added:.2} {taken_back:.2} {bytes}"))
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, file, home, rounds, pause] = arguments.as_slice() else {
        return ExitCode::from(2);
    };
    let (Ok(rounds), Ok(pause)) = (rounds.parse(), pause.parse()) else {
        return ExitCode::from(2);
    };
    let Some(told) = measured(file, home, rounds, Duration::from_millis(pause)) else {
        return ExitCode::FAILURE;
    };
    let is_told = writeln!(std::io::stdout(), "{told}").is_ok();
    ExitCode::from(u8::from(!is_told))
}
