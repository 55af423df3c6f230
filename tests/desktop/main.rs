//! The real window, driven by `WebKitWebDriver` as a person drives it. Needs a screen: `xvfb-run cargo test -p kaizu-desktop`.
#![cfg(target_os = "linux")]
#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "what a test cannot set up ends it"
)]
#![expect(clippy::expect_used, reason = "what is missing is said by name")]
#![expect(
    clippy::disallowed_methods,
    reason = "these tests look at processes and files"
)]
mod driver;
mod hands;
mod input_method;
mod processes;

use driver::{Home, Window};
use fantoccini::error::CmdError;

type Done = Result<(), CmdError>;

const SAMPLE: &str = "旅費精算";
const STEP: &str = "控えを綴じる";

#[tokio::test]
async fn after_a_kill_the_edit_is_there_and_so_is_its_undo() -> Done {
    let home = Home::new();
    let window = Window::open(&home, &[]).await;
    window.open_sample(SAMPLE).await?;
    window.write_step(STEP).await?;
    window.kill();

    let window = Window::open(&home, &[]).await;
    window.open_recent(SAMPLE).await?;
    window.sees(&hands::card(STEP)).await?;
    window.press("ui-header-undo").await?;
    window.sees_no_more(&hands::card(STEP)).await?;
    window.press("ui-header-redo").await?;
    window.sees(&hands::card(STEP)).await?;
    window.close().await
}

#[tokio::test]
async fn killed_in_a_burst_of_edits_the_window_goes_back_to_the_first_and_takes_that_back() -> Done
{
    let home = Home::new();
    let window = Window::open(&home, &[]).await;
    window.open_sample(SAMPLE).await?;
    let before = window.count(hands::CARDS).await?;
    window.burst("急ぎの手順", 12).await?;
    window.sees(&hands::card("急ぎの手順3")).await?;
    window.kill();

    let window = Window::open(&home, &[]).await;
    window.open_recent(SAMPLE).await?;
    window.sees(&hands::card("急ぎの手順3")).await?;
    let after = window.count(hands::CARDS).await?;
    assert!(after >= before + 4, "{after} cards of {before} and a burst");
    window.look_back_to_the_start().await?;
    window.sees_no_more(&hands::card("急ぎの手順0")).await?;
    assert_eq!(window.count(hands::CARDS).await?, before);
    window.press("ui-history-restore").await?;
    window.sees_no_more(&window.text("ui-history-back")).await?;
    assert_eq!(window.count(hands::CARDS).await?, before);
    window.press("ui-header-undo").await?;
    window.sees(&hands::card("急ぎの手順3")).await?;
    assert_eq!(window.count(hands::CARDS).await?, after);
    window.close().await
}

#[tokio::test]
async fn a_person_draws_tags_proposes_and_accepts() -> Done {
    let home = Home::new();
    let window = Window::open(&home, &[]).await;
    window.open_sample(SAMPLE).await?;
    window.write_step(STEP).await?;
    window.say_of(STEP, "同じ控えが二つある").await?;
    let (accepted, total) = window.propose().await?;
    assert!(accepted > 0 && accepted <= total, "{accepted} of {total}");
    window.decide_on_the_first().await?;
    let fewer = window.accepted_other_than(accepted).await?;
    assert!(fewer < accepted, "{fewer} of {accepted} are left");
    window.decide_on_the_first().await?;
    let again = window.accepted_other_than(fewer).await?;
    assert_eq!(again, accepted);
    window.close().await
}

#[tokio::test]
async fn what_an_input_method_composes_is_neither_written_early_nor_swallowed() -> Done {
    let home = Home::new();
    let window = Window::open(&home, &[]).await;
    window.open_sample(SAMPLE).await?;
    let before = window.count(hands::CARDS).await?;
    window.compose("ひかえ").await?;
    assert_eq!(window.count(hands::CARDS).await?, before);
    assert_eq!(window.written().await?, "ひかえ");
    window.finish_composing(STEP).await?;
    assert_eq!(window.count(hands::CARDS).await?, before);
    assert_eq!(window.written().await?, STEP);
    window.enter().await?;
    window.sees(&hands::card(STEP)).await?;
    assert_eq!(window.count(hands::CARDS).await?, before + 1);
    window.close().await
}

#[tokio::test]
async fn no_field_gives_a_key_of_an_input_method_away() -> Done {
    let home = Home::new();
    let window = Window::open(&home, &[]).await;
    window.open_sample(SAMPLE).await?;
    window.write_step(STEP).await?;
    window.click(&hands::card(STEP)).await?;
    let places = [
        ("ui-step", None),
        ("ui-complaints", None),
        ("ui-form-table", Some("6")),
        ("ui-form-text", Some("7")),
    ];
    for (tab, key) in places {
        match key {
            Some(key) => window.keys(&[hands::ALT, key]).await?,
            None => window.open_tab(tab).await?,
        }
        window
            .sees(&format!(
                "//*[@role='tab'][@aria-selected='true'][starts-with(normalize-space(.), '{}')]",
                window.say(tab)
            ))
            .await?;
        let (n, troubled) = window.composed_in_every_field().await?;
        assert!(n > 0, "{tab} has no field");
        assert_eq!(troubled, Vec::<String>::new(), "{tab}");
    }
    window.keys(&[hands::CTRL, "h"]).await?;
    window.sees(&window.field("ui-replace-by")).await?;
    let (n, troubled) = window.composed_in_every_field().await?;
    assert!(n > 1, "the fields of finding and replacing are not there");
    assert_eq!(troubled, Vec::<String>::new());
    window.close().await
}

#[tokio::test]
async fn a_copied_picture_can_be_pasted_and_nothing_of_it_is_transparent() -> Done {
    let home = Home::new();
    let window = Window::open(&home, &[]).await;
    window.open_sample(SAMPLE).await?;
    window.press("ui-header-export").await?;
    // The dialog is complete once the number of sheets is known.
    window
        .sees("//*[@role='status'][contains(., '枚')]")
        .await?;
    window.press("ui-export-copy").await?;
    window.sees(&window.text("ui-export-copied")).await?;
    let pasted = arboard::Clipboard::new().unwrap().get_image().unwrap();
    assert!(pasted.width > 400, "{} pixels wide", pasted.width);
    let mut pixels = pasted.bytes.chunks_exact(4);
    assert!(pixels.all(|pixel| pixel.last() == Some(&u8::MAX)));
    window.close().await
}

#[test]
fn the_window_opens_no_socket() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let own = processes::sockets(&[std::process::id()]);
    assert!(!own.is_empty(), "a socket of this test is not seen");
    drop(listener);

    let home = Home::new();
    let app = home.start(&[driver::sample("travel-expense-payment")]);
    // The interface asked for the file it was started with: everything that belongs to a window runs.
    home.waits_for("recent.json");
    let family = processes::family(app.id());
    assert!(family.len() >= 3, "the window has only {family:?}");
    assert_eq!(processes::sockets(&family), Vec::<String>::new());
}

#[test]
fn without_a_screen_the_program_says_so() {
    let told = std::process::Command::new(driver::APP)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env("LANG", "en_US.UTF-8")
        .output()
        .unwrap();
    assert_eq!(told.status.code(), Some(2));
    let said = String::from_utf8(told.stderr).unwrap();
    assert!(said.contains("kaizu serve"), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
}
