//! What spans crates: where the repository is and its files, and flows made from one number.
pub mod chance;
pub mod generated;

use std::path::{Path, PathBuf};

/// The folder of the whole repository.
pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .map(Path::to_path_buf)
        .unwrap_or_default()
}

/// Folders of what others wrote or a build left.
const FOREIGN: [&str; 5] = ["target", "node_modules", "dist", "out", ".git"];

/// Every file below `folder` whose name ends in `ending`, in order, with its text.
#[expect(
    clippy::disallowed_methods,
    reason = "these tests read the repository itself"
)]
pub fn files(folder: &str, ending: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut open = vec![repository().join(folder)];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            let inside = std::fs::read_dir(&path).into_iter().flatten().flatten();
            open.extend(
                inside
                    .map(|entry| entry.path())
                    .filter(|path| !FOREIGN.iter().any(|folder| path.ends_with(folder))),
            );
        } else if path.to_str().is_some_and(|name| name.ends_with(ending)) {
            found.push((
                path.clone(),
                std::fs::read_to_string(&path).unwrap_or_default(),
            ));
        }
    }
    found.sort();
    found
}
