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
    let blank = |piece: Piece<'a>| piece.find_sign(' ').unwrap_or(piece.chars.len());
    let first = blank(piece);
    let (voice, rest) = (piece.part(0, first), piece.from(first).trim());
    let (heads, kind, rest) = match whose(voice) {
        Some((voice, kind)) => (Some(voice), Some(kind), rest),
        None => {
            let end = rest
                .find(|rest, at| matches!(rest.sign(at), Some(' ' | ':' | '[')))
                .unwrap_or(rest.chars.len());
            (
                Voice::spelled(&voice.text()),
                ComplaintKind::spelled(&rest.part(0, end).text()),
                rest.from(end).trim(),
            )
        }
    };
    let (Some(voice), Some(kind)) = (heads, kind) else {
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
    } else if let Some(source) = ComplaintSource::spelled(&word.text()) {
        complaint.source = Some(source);
    } else if let Some(value) = word.behind(&["重さ", "severity"]) {
        complaint.severity = Some(whole(value, &[])?);
    } else {
        complaint.count = Some(quantity(word, &["件", "人", "times"], Expected::VoiceWord)?);
    }
    Ok(())
}
