//! Writes a project with a long history: `long_history FILE STEPS ROWS`. What `scripts/bench` opens.
mod row;

use std::error::Error;
use std::path::Path;

use kaizu_model::{Command, Rename, StepId};
use kaizu_store::Store;
use row::{FIRST, document};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, file, steps, rows] = arguments.as_slice() else {
        return Err("long_history FILE STEPS ROWS".into());
    };
    let (steps, rows): (u32, u32) = (steps.parse()?, rows.parse()?);
    let mut store = Store::create(Path::new(file), &document(steps), "bench")?;
    for n in 0..rows {
        let (id, name) = (StepId(FIRST + n % steps).into(), format!("確かめる {n}"));
        let command = Command::from(Rename { id, name });
        let change = command.apply(store.document())?;
        store.append(&command, &change, i64::from(n))?;
    }
    Ok(store.close()?)
}
