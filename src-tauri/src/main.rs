//! Kaizu in a window. It wires a window, a menu and dialogs to a `Desk`; what a call means is decided there.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]
#![expect(
    clippy::disallowed_methods,
    reason = "a front door reads arguments, the clock and the environment"
)]
#![expect(clippy::disallowed_types, clippy::exit, reason = "Tauri's macro")]
mod commands;
mod menu;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, Once};
use std::time::SystemTime;

use kaizu_session::model::Language;
use kaizu_session::{Desk, DeskOptions, Words, keep_panic};
use tauri::{AppHandle, Emitter as _, Manager as _, RunEvent, WebviewUrl, WebviewWindowBuilder};
use tauri_plugin_dialog::{DialogExt as _, MessageDialogKind};

/// The name under which the interface hears everything.
const HEARD: &str = "kaizu";

fn main() -> ExitCode {
    if lacks_display() {
        return refuse("shell-no-display");
    }
    // GTK panics where it is refused a screen; what it says helps nobody.
    std::panic::set_hook(Box::new(|_| {}));
    match std::panic::catch_unwind(run) {
        Ok(Ok(())) => ExitCode::SUCCESS,
        Ok(Err(_)) | Err(_) => refuse("shell-no-window"),
    }
}

fn run() -> tauri::Result<()> {
    tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, given, folder| {
            if let Some(window) = app.get_webview_window("main") {
                let _ = window.unminimize().and_then(|()| window.set_focus());
            }
            if let Some(file) = given.get(1) {
                commands::open(app, Path::new(&folder).join(file));
            }
        }))
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![
            commands::call,
            commands::choose_file,
            commands::choose_target,
            commands::clip,
        ])
        .on_menu_event(|app, event| menu::chosen(app, event.id()))
        .setup(|app| Ok(set_up(app.handle())?))
        .build(tauri::generate_context!())?
        .run(|app, event| {
            if let RunEvent::Exit = event {
                app.state::<Arc<Desk>>().close();
            }
        });
    Ok(())
}

fn set_up(app: &AppHandle) -> tauri::Result<()> {
    let (home, ear) = (app.path().app_local_data_dir()?, app.clone());
    let (log, storage) = (home.join("kaizu-error.log"), home.join("window"));
    let options = DeskOptions {
        home,
        folder: None,
        language: language(),
        now_ms,
        can_choose_files: true,
        hear: Arc::new(move |event| drop(ear.emit(HEARD, event))),
    };
    let desk = Arc::new(Desk::new(options));
    menu::show(app, desk.words().language())?;
    app.manage(desk);
    watch(app.clone(), log);
    WebviewWindowBuilder::new(app, "main", WebviewUrl::default())
        .title("改図 Kaizu")
        .inner_size(1280.0, 800.0)
        .min_inner_size(900.0, 600.0)
        .data_directory(storage)
        .disable_drag_drop_handler()
        // Only the interface in the binary is ever loaded.
        .on_navigation(|to| to.scheme() == "tauri" || to.host_str() == Some("tauri.localhost"))
        .on_document_title_changed(|window, title| drop(window.set_title(&title)))
        .build()?;
    Ok(())
}

/// Keeps every panic from here on in `log`, and tells the person of the first.
fn watch(app: AppHandle, log: PathBuf) {
    let told = Once::new();
    std::panic::set_hook(Box::new(move |panic| {
        let _ = keep_panic(&log, panic);
        told.call_once(|| {
            let place = [("file", log.display().to_string())];
            let sentence = Words::new(language()).tell("shell-panic", &place);
            let message = app.dialog().message(sentence).title("Kaizu");
            message.kind(MessageDialogKind::Error).show(|_| {});
        });
    }));
}

/// The language of the system; Japanese where it is unknown.
fn language() -> Language {
    match sys_locale::get_locale() {
        Some(tag) if tag.to_lowercase().starts_with("en") => Language::En,
        Some(_) | None => Language::Ja,
    }
}

/// Whether GTK would end the program because there is no screen.
fn lacks_display() -> bool {
    let is_empty = |name| std::env::var_os(name).is_none_or(|value| value.is_empty());
    cfg!(target_os = "linux") && is_empty("DISPLAY") && is_empty("WAYLAND_DISPLAY")
}

/// Says why there is no window; 2 is the status of what could not be done.
fn refuse(sentence: &str) -> ExitCode {
    let words = Words::new(language());
    // Nobody is left to tell where standard error is closed.
    let _ = writeln!(std::io::stderr(), "{}", words.say(sentence));
    ExitCode::from(2)
}

fn now_ms() -> i64 {
    let since = SystemTime::UNIX_EPOCH.elapsed();
    since.map_or(0, |since| since.as_millis() as i64)
}
