//! How long one edit of a large flow takes: `cargo run --release --example edit_large`.
#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measurement, run by hand"
)]
use std::fmt::Write as _;
use std::sync::Arc;
use std::time::Instant;

use kaizu_session::model::Language;
use kaizu_session::{Desk, DeskOptions};
use serde_json::json;

fn main() {
    let home = std::env::temp_dir().join("kaizu-edit-large");
    let desk = Desk::new(DeskOptions {
        home: home.clone(),
        folder: None,
        language: Language::Ja,
        now_ms: || 0,
        can_choose_files: true,
        hear: Arc::new(|_| {}),
    });
    let mut text = String::from("# 大きな業務\n");
    for n in 0..500 {
        let _ = writeln!(
            text,
            "{}: 手順{n}を処理する 5分",
            ["窓口", "担当", "課長"][n % 3]
        );
    }
    let _ = std::fs::create_dir_all(&home);
    let file = home.join("large.flow");
    let _ = std::fs::write(&file, text);
    let opened = desk.answer_json(&json!({ "type": "open", "path": file }).to_string());
    let field = |text: &str, name: &str| -> String {
        let rest = text
            .split(&format!("\"{name}\":"))
            .nth(1)
            .unwrap_or_default();
        rest.chars().take_while(char::is_ascii_digit).collect()
    };
    let mut serial = field(&opened, "serial");
    let step = opened.split("\"step/").nth(1).unwrap_or_default();
    let step: String = step.chars().take_while(char::is_ascii_digit).collect();
    println!("open: {} bytes", opened.len());
    for n in 0..10 {
        let call = format!(
            r#"{{"type":"send","seen":{serial},"command":{{"type":"rename","id":"step/{step}","name":"名前{n}"}}}}"#
        );
        let began = Instant::now();
        let view = desk.answer_json(&call);
        println!("edit: {:?}, {} bytes", began.elapsed(), view.len());
        serial = field(&view, "serial");
    }
    let began = Instant::now();
    let found = desk.answer_json(&format!(r#"{{"type":"analyze","seen":{serial}}}"#));
    println!("analyze: {:?}, {} bytes", began.elapsed(), found.len());
    let _ = std::fs::remove_dir_all(home);
}
