//! Forms and stores: `@様式 申請書 [2部 保存5年 認印]: 氏名、住所 / 写し`, `@台帳 住民記録 [業務システム]: 氏名`.
use super::draft::{Draft, PROCESS};
use super::head::{declared, labelled};
use super::keyword::Label;
use super::number::quantity;
use super::piece::Piece;
use super::{Expected, Mistake};
use crate::{Form, SealKind, Store, StoreKind};

/// Reads what stands behind `@様式`.
pub(super) fn form(draft: &mut Draft, piece: Piece) -> Result<(), Mistake> {
    let (name, words, list) = declared(piece)?;
    let mut form = Form {
        process: PROCESS,
        name: name.name(),
        items: Vec::new(),
        copies: None,
        attachments: Vec::new(),
        seals: Vec::new(),
        retention_years: None,
    };
    for word in words {
        if let Some(seal) = SealKind::spelled(&word.text()) {
            form.seals.push(seal);
        } else if let Some(value) = word.behind(&["保存", "kept"]) {
            form.retention_years =
                Some(quantity(value, &["年", "y", "years"], Expected::FormWord)?);
        } else {
            form.copies = Some(quantity(word, &["部", "copies"], Expected::FormWord)?);
        }
    }
    if let Some(list) = list {
        let stroke = list.find_sign('/').unwrap_or(list.chars.len());
        form.items = draft.item_list(list.part(0, stroke))?;
        form.attachments = draft.item_list(list.from(stroke + 1))?;
    }
    draft.forms.push(form);
    Ok(())
}

/// Reads what stands behind `@台帳`.
pub(super) fn store(draft: &mut Draft, piece: Piece) -> Result<(), Mistake> {
    let (name, words, list) = declared(piece)?;
    let mut store = Store {
        process: PROCESS,
        name: name.name(),
        kind: None,
        owner: None,
        authoritative_for: Vec::new(),
    };
    for (at, word) in words.iter().enumerate() {
        if let Some((Label::Owner, value)) = labelled(*word) {
            store.owner = Some(value.name());
        } else if let Some(kind) = StoreKind::spelled(&word.text()) {
            store.kind = Some(kind);
        } else {
            return Err(words[at].mistake(Expected::StoreWord));
        }
    }
    if let Some(list) = list {
        store.authoritative_for = draft.item_list(list)?;
    }
    draft.stores.push(store);
    Ok(())
}
