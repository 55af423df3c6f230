//! Reads the configuration of the window for the build.
fn main() {
    println!("cargo::rerun-if-changed=../ui/dist");
    tauri_build::build();
}
