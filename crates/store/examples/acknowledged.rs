//! How long an edit takes until it is on the disk, beside one bare insert that is: `acknowledged FOLDER STEPS COUNT`.
//! What `scripts/bench` measures. Prints microseconds as JSON.
#![expect(
    clippy::disallowed_methods,
    reason = "what is measured is time on the clock"
)]
mod row;

use std::error::Error;
use std::io::Write as _;
use std::path::Path;
use std::time::Instant;

use kaizu_model::{Command, Rename, StepId};
use kaizu_store::Store;
use row::{FIRST, document};
use rusqlite::{Connection, params};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, folder, steps, count] = arguments.as_slice() else {
        return Err("acknowledged FOLDER STEPS COUNT".into());
    };
    let (folder, steps, count) = (Path::new(folder), steps.parse()?, count.parse()?);
    let mut store = Store::create(&folder.join("edits.kaizu"), &document(steps), "bench")?;
    let bare = bare(&folder.join("bare.db"))?;
    let (mut edits, mut inserts) = (Vec::new(), Vec::new());
    for n in 0..count {
        let step = StepId(FIRST + n % steps);
        let name = format!("申請書の内容を確かめる {n}");
        let id = step.into();
        let began = Instant::now();
        let command = Command::from(Rename { id, name });
        let change = command.apply(store.document())?;
        store.append(&command, &change, i64::from(n))?;
        edits.push(began.elapsed().as_secs_f64() * 1e6);
        let row = serde_json::to_string(&change)?;
        let began = Instant::now();
        bare.prepare_cached("INSERT INTO journal (at, change) VALUES (?, ?)")?
            .execute(params![n, row])?;
        inserts.push(began.elapsed().as_secs_f64() * 1e6);
    }
    let [edit, insert] = [edits, inserts].map(|mut times: Vec<f64>| {
        times.sort_by(f64::total_cmp);
        let at = |share: usize| times.get(times.len() * share / 100).copied();
        [at(50), at(99)].map(Option::unwrap_or_default)
    });
    let told = serde_json::json!({ "edit": edit, "insert": insert });
    writeln!(std::io::stdout(), "{told}")?;
    Ok(())
}

/// One insert is one transaction, and on the disk when it returns.
fn bare(path: &Path) -> rusqlite::Result<Connection> {
    let bare = Connection::open(path)?;
    bare.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    bare.pragma_update(None, "synchronous", "FULL")?;
    bare.execute_batch(
        "CREATE TABLE journal (revision INTEGER PRIMARY KEY, at INTEGER, change TEXT)",
    )?;
    Ok(bare)
}
