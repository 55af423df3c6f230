//! What the interface may ask of the shell: a call to the desk, two dialogs, and the clipboard.
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, Once, PoisonError};

use arboard::{Clipboard, ImageData};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use kaizu_session::desk::Event;
use kaizu_session::{Answer, Call, Desk, Form, Problem, note_call};
use serde_json::Value;
use tauri::async_runtime::spawn_blocking;
use tauri::{AppHandle, Manager as _, WebviewWindow, Wry, image::Image};
use tauri_plugin_dialog::{DialogExt as _, FileDialogBuilder};

/// On Linux the content lasts as long as whoever put it there.
static CLIPBOARD: Mutex<Option<Clipboard>> = Mutex::new(None);
/// The file the program was started with is opened when the interface is there to show it.
static STARTED: Once = Once::new();

/// Passes one call to the desk.
#[tauri::command]
pub(crate) async fn call(app: AppHandle, call: Value) -> Result<Answer, Problem> {
    let worker = app.clone();
    let answered = spawn_blocking(move || {
        note_call(&call);
        let desk = desk(&worker);
        let call = serde_json::from_value::<Call>(call)
            .map_err(|error| problem(&worker, "unreadable-call", &error))?;
        if let (Call::Hello(_), Some(file)) = (&call, std::env::args_os().nth(1)) {
            STARTED.call_once(|| open_now(&desk, Path::new(&file)));
        }
        desk.caught(call)
    });
    let answer = answered
        .await
        .map_err(|error| problem(&app, "internal", &error))??;
    if let Answer::SetLanguage(hello) = &answer {
        let _ = crate::menu::show(&app, hello.language);
    }
    Ok(answer)
}

/// The file that a person chooses to open.
#[tauri::command]
pub(crate) async fn choose_file(window: WebviewWindow) -> Option<PathBuf> {
    let readable = Form::all().into_iter().filter(|form| form.is_readable());
    let endings: Vec<&str> = readable.map(Form::ending).collect();
    let dialog = dialog(&window, "shell-open").add_filter("Kaizu", &endings);
    let chosen = spawn_blocking(move || dialog.blocking_pick_file()).await;
    chosen.ok()??.into_path().ok()
}

/// Where a person wants a file called `name` to go. It keeps its ending, and nothing is replaced unasked.
#[tauri::command]
pub(crate) async fn choose_target(window: WebviewWindow, mut name: String) -> Option<PathBuf> {
    let ending = Path::new(&name).extension()?.to_str()?.to_owned();
    loop {
        let dialog = dialog(&window, "shell-save").set_file_name(&name);
        let dialog = dialog.add_filter(ending.to_uppercase(), &[&ending]);
        let chosen = spawn_blocking(move || dialog.blocking_save_file()).await;
        let mut chosen = chosen.ok()??.into_path().ok()?;
        if Form::of(&chosen).is_some_and(|form| form.ending() == ending) {
            return Some(chosen);
        }
        chosen.add_extension(&ending);
        if !chosen.exists() {
            return Some(chosen);
        }
        // The dialog asked about another name: it asks once more, about this one.
        name = chosen.file_name()?.to_string_lossy().into_owned();
    }
}

/// Puts `text`, or an opaque picture as `png` in base 64, on the clipboard where one is given; then says which text is there.
#[tauri::command]
pub(crate) async fn clip(app: AppHandle, text: String, png: String) -> Result<String, Problem> {
    let done = spawn_blocking(move || -> anyhow::Result<String> {
        let mut owner = CLIPBOARD.lock().unwrap_or_else(PoisonError::into_inner);
        let clipboard = owner.take().map_or_else(Clipboard::new, Ok)?;
        let clipboard = owner.insert(clipboard);
        if !text.is_empty() {
            clipboard.set_text(text)?;
        } else if !png.is_empty() {
            let picture = Image::from_bytes(&BASE64_STANDARD.decode(png)?)?;
            clipboard.set_image(ImageData {
                width: picture.width() as usize,
                height: picture.height() as usize,
                bytes: picture.rgba().into(),
            })?;
        }
        Ok(clipboard.get_text().unwrap_or_default())
    });
    let done = done.await.map_err(anyhow::Error::from).flatten();
    done.map_err(|error| problem(&app, "no-clipboard", &error))
}

/// Opens `file` in the window that is already there.
pub(crate) fn open(app: &AppHandle, file: PathBuf) {
    let desk = desk(app);
    drop(spawn_blocking(move || open_now(&desk, &file)));
}

fn open_now(desk: &Desk, file: &Path) {
    if let Err(problem) = desk.open_given(file) {
        desk.tell(Event::Told { problem });
    }
}

fn desk(app: &AppHandle) -> Arc<Desk> {
    Arc::clone(&app.state::<Arc<Desk>>())
}

fn dialog(window: &WebviewWindow, title: &str) -> FileDialogBuilder<Wry> {
    let title = desk(window.app_handle()).words().say(title);
    window.dialog().file().set_parent(window).set_title(title)
}

fn problem(app: &AppHandle, code: &str, reason: &impl ToString) -> Problem {
    Problem::new(&desk(app).words(), code, &[("reason", reason.to_string())])
}
