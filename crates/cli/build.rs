//! Makes sure that the folder of the built interface is there, so that the program builds without it as well.
#![expect(
    clippy::disallowed_methods,
    reason = "a build script asks its environment and makes a folder"
)]
use std::path::Path;

/// Where the interface is built into.
const BUILT: &str = "../../ui/dist";

fn main() -> std::io::Result<()> {
    std::fs::create_dir_all(Path::new(BUILT))?;
    println!("cargo::rerun-if-changed=build.rs");
    // Otherwise it is read at run time, and a new interface is no reason to build the program again.
    if std::env::var("PROFILE").as_deref() == Ok("release") {
        println!("cargo::rerun-if-changed={BUILT}");
    }
    Ok(())
}
