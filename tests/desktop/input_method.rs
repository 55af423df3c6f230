//! An input method, as `WebKit` tells of it: what it composes in a field, and the keys that it takes for itself.
use fantoccini::error::CmdError;
use serde_json::json;

use crate::driver::Window;

type Done = Result<(), CmdError>;

impl Window {
    /// Begins to compose `text` where steps are written, with every key that means something elsewhere.
    pub(crate) async fn compose(&self, text: &str) -> Done {
        self.method(text, true).await
    }

    /// Ends with `text`. `WebKit` reports the Enter that ended it behind the end, with the code of an input method.
    pub(crate) async fn finish_composing(&self, text: &str) -> Done {
        self.method(text, false).await
    }

    async fn method(&self, text: &str, goes_on: bool) -> Done {
        let field = self.writing().await?;
        let script = format!("{METHOD} compose(...arguments)");
        let arguments = vec![json!(field), json!(text), json!(goes_on)];
        self.client.execute(&script, arguments).await.map(drop)
    }

    /// Composes in every field that is to be seen; how many there are, and what happened to those that gave a key away.
    pub(crate) async fn composed_in_every_field(&self) -> Result<(u64, Vec<String>), CmdError> {
        let script = format!("{METHOD} {EVERYWHERE}");
        let told = self.client.execute_async(&script, Vec::new()).await?;
        Ok(serde_json::from_value(told)?)
    }
}

/// What a field hears from an input method.
const METHOD: &str = "
const KEYS = ['Enter', 'Escape', 'Tab', 'Delete', 'ArrowDown', 'z', 'v', 'F2'];
function write(field, text, isComposing) {
  const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(kind.prototype, 'value').set.call(field, text);
  const told = { data: text, inputType: 'insertCompositionText', isComposing, bubbles: true };
  field.dispatchEvent(new InputEvent('input', told));
}
function compose(field, text, goesOn) {
  field.focus();
  const say = (type) => field.dispatchEvent(new CompositionEvent(type, { data: text, bubbles: true }));
  if (goesOn) say('compositionstart');
  say('compositionupdate');
  write(field, text, goesOn);
  if (!goesOn) say('compositionend');
  for (const key of goesOn ? KEYS : ['Enter']) {
    const told = { key, keyCode: 229, isComposing: goesOn, bubbles: true, cancelable: true };
    field.dispatchEvent(new KeyboardEvent('keydown', told));
    field.dispatchEvent(new KeyboardEvent('keyup', told));
  }
}
";

/// Composes in one field after the other, and looks at what the keys did when the window has answered them.
const EVERYWHERE: &str = "
const done = arguments[arguments.length - 1];
const rest = () => new Promise((answered) => setTimeout(answered, 120));
const texts = (selector) => [...document.querySelectorAll(selector)].map((it) => it.textContent);
const around = (field) => JSON.stringify([
  document.activeElement === field,
  texts('[role=dialog] h2'),
  texts('[role=tab][aria-selected=true]'),
  texts('[role=row][aria-selected=true]'),
]);
const isOpen = (field) => field.checkVisibility() && !field.disabled && !field.readOnly;
const selector = 'input:not([type=radio], [type=checkbox], [type=range], [type=file]), textarea';
(async () => {
  const fields = [...document.querySelectorAll(selector)].filter(isOpen);
  const troubled = [];
  for (const field of fields) {
    const name = field.ariaLabel ?? field.labels?.[0]?.textContent ?? field.placeholder;
    const before = field.value;
    field.focus();
    // What the field before it said may still be on its way, and draw the focus back once.
    for (let n = 0; n === 0 || (document.activeElement !== field && n < 20); n += 1) await rest();
    const was = around(field);
    compose(field, 'じゅうみん', true);
    await rest();
    if (around(field) !== was) troubled.push(`${name}: ${was} became ${around(field)}`);
    if (field.value !== 'じゅうみん') troubled.push(`${name} holds ${field.value}`);
    compose(field, before, false);
    await rest();
  }
  return [fields.length, troubled];
})().then(done, (error) => done([0, [String(error)]]));
";
