//! Voices (声): whose, of what kind, about which steps, and the words themselves.
use super::draft::{Draft, DraftVoice, FLOW};
use super::head::labelled;
use super::keyword::Label;
use super::number::{quantity, whole};
use super::piece::Piece;
use super::{Expected, Mistake};
use crate::{Complaint, ComplaintKind, ComplaintSource, Voice};

/// Reads `職員 不満 #A39、#A40 [3件 重さ2]: text` behind `@声`.
pub(super) fn read<'a>(draft: &mut Draft<'a>, piece: Piece<'a>) -> Result<(), Mistake> {
    let stop = |from: usize| {
        let is_stop = |piece: Piece<'a>, at| matches!(piece.sign(at), Some(' ' | ':' | '['));
        let rest = piece.from(from);
        from + rest.find(is_stop).unwrap_or(rest.chars.len())
    };
    let first = stop(0);
    // Either 職員の不満, or 職員 and 不満 apart.
    let head = [first, stop(first + 1)].into_iter().find_map(|end| {
        let (voice, kind) = whose(piece.part(0, end))?;
        Some((voice, kind, piece.from(end).trim()))
    });
    let Some((voice, kind, rest)) = head else {
        return Err(piece.mistake(Expected::Voice));
    };
    add(draft, voice, kind, rest, None)
}

/// Parts `職員の不満` into voice and kind.
pub(super) fn whose(piece: Piece) -> Option<(Voice, ComplaintKind)> {
    let at = piece.find_sign('の').or_else(|| piece.find_sign(' '))?;
    let voice = Voice::spelled(&piece.part(0, at).text())?;
    Some((voice, ComplaintKind::spelled(&piece.from(at + 1).text())?))
}

/// Adds the voice that `piece` tells: steps, bracket, colon, words. `below` is the step it stands under.
pub(super) fn add<'a>(
    draft: &mut Draft<'a>,
    voice: Voice,
    kind: ComplaintKind,
    piece: Piece<'a>,
    below: Option<usize>,
) -> Result<(), Mistake> {
    let colon = piece.find_sign(':');
    let colon = colon.ok_or_else(|| piece.mistake(Expected::VoiceText))?;
    let (steps, bracket) = piece.part(0, colon).trim().cut_bracket()?;
    let text = piece.from(colon + 1).trim().name();
    let mut complaint = Complaint::new(FLOW, voice, kind, text);
    for word in bracket.map_or_else(Vec::new, Piece::words) {
        set(draft, &mut complaint, word)?;
    }
    draft.voices.push(DraftVoice {
        complaint,
        below,
        steps: steps.list(),
    });
    Ok(())
}

fn set(draft: &mut Draft, complaint: &mut Complaint, word: Piece) -> Result<(), Mistake> {
    if let Some((Label::Phase, value)) = labelled(word) {
        complaint.phase = Some(draft.phase_named(value)?);
    } else if let Some((Label::Template, value)) = labelled(word) {
        complaint.template = Some(value.name());
    } else if let Some((Label::ResolvedBy, value)) = labelled(word) {
        complaint.resolved_by = Some(value.name());
    } else if let Some(source) = ComplaintSource::spelled(&word.text()) {
        complaint.source = Some(source);
    } else if let Some(value) = word.behind(&["重さ", "severity"]) {
        complaint.severity = Some(whole(value, &[])?);
    } else {
        complaint.count = Some(quantity(word, &["件", "人", "times"], Expected::VoiceWord)?);
    }
    Ok(())
}
