//! Items that a step reads or writes, as they are printed.
use super::keyword::{Claim, Label};
use super::print::Page;
use super::quote::{name, quoted};
use crate::{Access, AccessChange, Medium};

/// Items with a comma between them.
pub(super) fn accesses(page: &Page, all: &[Access]) -> String {
    let all: Vec<String> = all.iter().map(|it| access(page, it)).collect();
    all.join("、")
}

fn access(page: &Page, access: &Access) -> String {
    let mut carried: Vec<String> = Vec::new();
    carried.extend(access.medium.map(|medium| medium.ja().to_owned()));
    carried.extend(access.is_structured.map(|is_structured| {
        let claim = if is_structured {
            Claim::Structured
        } else {
            Claim::Picture
        };
        claim.ja().to_owned()
    }));
    carried.extend(access.change.map(|change| change.ja().to_owned()));
    carried.extend(access.store.as_ref().map(|it| store(it)));
    let origin = access.copied_from.as_ref();
    carried.extend(origin.map(|it| format!("{}:{}", Label::CopiedFrom.ja(), name(it))));
    let item = page.item(access.item);
    if carried.is_empty() {
        item
    } else {
        format!("{item}<{}>", carried.join("・"))
    }
}

/// A store; in quotes where its beginning would be read as something else.
fn store(text: &str) -> String {
    let first = text.split('・').next().unwrap_or_default();
    let is_misread = Medium::spelled(first).is_some()
        || AccessChange::spelled(first).is_some()
        || matches!(
            Claim::spelled(&crate::folded(first)),
            Some(Claim::Structured | Claim::Picture)
        );
    if is_misread { quoted(text) } else { name(text) }
}
