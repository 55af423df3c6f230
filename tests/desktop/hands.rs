//! What a person does in the window, named by what they read there.
use std::time::Instant;

use fantoccini::elements::Element;
use fantoccini::error::CmdError;

use crate::driver::{PATIENCE, Window};

type Done = Result<(), CmdError>;

const ENTER: &str = "\u{E007}";
const HOME: &str = "\u{E011}";
/// Held down until the end of what is typed.
pub(crate) const CTRL: &str = "\u{E009}";
pub(crate) const ALT: &str = "\u{E00A}";
/// Each card at the left.
pub(crate) const CARDS: &str =
    "//*[@role='grid']//*[@role='row'][.//button[contains(@aria-label, '並べ替える')]]";

/// The card of the step `name`.
pub(crate) fn card(name: &str) -> String {
    format!("{CARDS}[contains(., '{name}')]")
}

impl Window {
    /// Presses the button that is called so.
    pub(crate) async fn press(&self, id: &str) -> Done {
        let name = self.say(id);
        self.click(&format!(
            "//button[contains(., '{name}')][not(@disabled)][not(@role)]"
        ))
        .await
    }

    /// Where the text `id` stands.
    pub(crate) fn text(&self, id: &str) -> String {
        format!("//*[contains(text(), '{}')]", self.say(id))
    }

    /// Chooses a word of a row.
    async fn choose(&self, word: &str) -> Done {
        self.click(&format!("//*[@role='radio'][normalize-space(.)='{word}']"))
            .await
    }

    pub(crate) async fn open_sample(&self, name: &str) -> Done {
        self.click(&format!(
            "//button[starts-with(normalize-space(.), '{name}')]"
        ))
        .await?;
        self.writing().await.map(drop)
    }

    pub(crate) async fn open_recent(&self, name: &str) -> Done {
        self.click(&format!("//*[@role='row'][contains(., '{name}')]//button"))
            .await?;
        self.writing().await.map(drop)
    }

    /// The field in which steps are written.
    pub(crate) async fn writing(&self) -> Result<Element, CmdError> {
        let name = self.say("ui-cards-write-label");
        self.sees(&format!("//input[@aria-label='{name}']")).await
    }

    pub(crate) async fn write_step(&self, name: &str) -> Done {
        let field = self.writing().await?;
        field.send_keys(&format!("{name}{ENTER}")).await?;
        self.sees(&card(name)).await.map(drop)
    }

    /// Writes steps one after the other, without looking whether they arrive.
    pub(crate) async fn burst(&self, name: &str, count: usize) -> Done {
        let field = self.writing().await?;
        let steps: Vec<String> = (0..count).map(|n| format!("{name}{n}")).collect();
        field.send_keys(&(steps.join(ENTER) + ENTER)).await
    }

    /// Opens the history and goes to the project as it was created.
    pub(crate) async fn look_back_to_the_start(&self) -> Done {
        self.press("ui-header-history").await?;
        let slider = self.sees("//input[@type='range']").await?;
        slider.send_keys(HOME).await?;
        self.sees(&self.text("ui-history-restore")).await.map(drop)
    }

    /// What stands in the field in which steps are written.
    pub(crate) async fn written(&self) -> Result<String, CmdError> {
        let value = self.writing().await?.prop("value").await?;
        Ok(value.unwrap_or_default())
    }

    pub(crate) async fn enter(&self) -> Done {
        self.writing().await?.send_keys(ENTER).await
    }

    /// Writes what staff complain of on the last step.
    pub(crate) async fn say_of(&self, step: &str, text: &str) -> Done {
        self.click(&card(step)).await?;
        self.open_tab("ui-complaints").await?;
        self.choose("職員").await?;
        self.choose("不満").await?;
        let example = self.say("ui-voices-text-example");
        let field = self.sees(&format!("//*[@placeholder='{example}']")).await?;
        field.send_keys(&format!("{text}{ENTER}")).await?;
        let voice = format!("//*[self::li or @role='listitem'][contains(., '{text}')]");
        self.sees(&voice).await.map(drop)
    }

    /// Has a proposal composed; how many changes are taken, of how many.
    pub(crate) async fn propose(&self) -> Result<(u32, u32), CmdError> {
        let proposal = self.say("ui-header-propose");
        self.choose(&proposal).await?;
        self.press("ui-propose-start").await?;
        self.accepted().await
    }

    /// Takes the first change, or leaves it.
    pub(crate) async fn decide_on_the_first(&self) -> Done {
        self.click("(//label[.//input[@type='checkbox']][contains(., 'を採用する')])[1]")
            .await
    }

    /// Waits until another number of changes than `count` is taken; which.
    pub(crate) async fn accepted_other_than(&self, count: u32) -> Result<u32, CmdError> {
        let begun = Instant::now();
        loop {
            let (accepted, _) = self.accepted().await?;
            if accepted != count {
                return Ok(accepted);
            }
            assert!(begun.elapsed() < PATIENCE, "still {count} changes");
        }
    }

    async fn accepted(&self) -> Result<(u32, u32), CmdError> {
        let told = self
            .sees("//*[not(*)][starts-with(normalize-space(.), '採用 ')][contains(., '/')]")
            .await?
            .text()
            .await?;
        let numbers: Vec<u32> = told
            .split(|it: char| !it.is_ascii_digit())
            .filter_map(|it| it.parse().ok())
            .collect();
        match numbers.as_slice() {
            [accepted, total] => Ok((*accepted, *total)),
            _ => panic!("no numbers in {told}"),
        }
    }

    /// Presses the keys, one while the other is held down, wherever the keyboard is.
    pub(crate) async fn keys(&self, keys: &[&str]) -> Done {
        let focused = self.client.active_element().await?;
        focused.send_keys(&keys.concat()).await
    }

    /// The field that is called so.
    pub(crate) fn field(&self, id: &str) -> String {
        format!("//input[@placeholder='{}']", self.say(id))
    }

    /// Opens the tab that is called so.
    pub(crate) async fn open_tab(&self, id: &str) -> Done {
        let tab = self.say(id);
        self.click(&format!(
            "//*[@role='tab'][starts-with(normalize-space(.), '{tab}')]"
        ))
        .await
    }
}
