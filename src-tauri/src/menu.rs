//! The menu in the language of the window. Its items say what was chosen; the interface knows what to do, and its
//! table of shortcuts alone holds the keys: a key of the menu would be taken from an input method or a text field.
use kaizu_session::Words;
use kaizu_session::model::Language;
use serde_json::json;
use tauri::menu::{MenuBuilder, MenuId, SubmenuBuilder};
use tauri::{AppHandle, Emitter as _};

use crate::HEARD;

/// Each menu and the actions under it, with lines between them.
const MENUS: [&str; 4] = [
    "file: open - file move save-copy hand-over - export print copy-picture - close quit",
    "edit: undo redo - list - find replace - history backups - erase",
    "view: zoom-whole zoom-in zoom-out - language",
    "help: help",
];

/// Puts the menu in `language` on the window.
pub(crate) fn show(app: &AppHandle, language: Language) -> tauri::Result<()> {
    let words = Words::new(language);
    let mut menu = MenuBuilder::new(app);
    for (name, actions) in MENUS.iter().filter_map(|menu| menu.split_once(": ")) {
        let mut submenu = SubmenuBuilder::new(app, words.say(&format!("shell-menu-{name}")));
        for action in actions.split(' ') {
            submenu = match action {
                "-" => submenu.separator(),
                id => submenu.text(id, words.say(&format!("shell-action-{id}"))),
            };
        }
        menu = menu.item(&submenu.build()?);
    }
    app.set_menu(menu.build()?).map(drop)
}

/// Tells the interface what was chosen.
pub(crate) fn chosen(app: &AppHandle, id: &MenuId) {
    if id == "quit" {
        app.exit(0);
    } else {
        let _ = app.emit(HEARD, json!({ "type": "menu", "action": id.as_ref() }));
    }
}
