//! Text to document.
use super::draft::{Draft, Shape};
use super::keyword::{Field, Keyword as _};
use super::nearest::nearest;
use super::outside::unclosed_quote;
use super::piece::{Piece, fold};
use super::{Expected, Mistake, arrow, canonical, draft, field, head, link, step, voice};
use crate::Document;

/// Reads a text: a document with one process and one flow, ids counted from 1 in the order of the text.
pub fn parse(text: &str) -> Result<Document, Mistake> {
    let (document, _) = read_all(text)?;
    Ok(canonical(&document, draft::FLOW))
}

/// The line, from 1, on which each node of a text stands, in the order of the nodes.
pub fn node_lines(text: &str) -> Result<Vec<usize>, Mistake> {
    read_all(text).map(|(_, lines)| lines)
}

fn read_all(text: &str) -> Result<(Document, Vec<usize>), Mistake> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lines: Vec<Vec<char>> = text.lines().map(|line| line.chars().collect()).collect();
    for (index, chars) in lines.iter().enumerate() {
        quotes_close(Piece::line(chars, index + 1))?;
    }
    let mut draft = Draft::new();
    let directives = lines.iter().enumerate().filter_map(|(index, chars)| {
        let piece = Piece::line(chars, index + 1).trim();
        (piece.sign(0) == Some('@')).then(|| piece.from(1).trim())
    });
    for piece in directives {
        head::read(&mut draft, piece, true)?;
    }
    for (index, chars) in lines.iter().enumerate() {
        read(&mut draft, Piece::line(chars, index + 1))?;
    }
    if draft.nodes.is_empty() {
        return Err(Piece::line(&[], lines.len().max(1)).mistake(Expected::Something));
    }
    link::document(draft)
}

fn quotes_close(line: Piece) -> Result<(), Mistake> {
    match unclosed_quote(line).filter(|_| !is_comment(line.trim())) {
        Some(at) => Err(line.from(at).mistake(Expected::ClosingQuote)),
        None => Ok(()),
    }
}

fn is_comment(piece: Piece) -> bool {
    matches!(
        (piece.sign(0), piece.sign(1)),
        (Some('※'), _) | (Some('/'), Some('/'))
    )
}

fn read<'a>(draft: &mut Draft<'a>, line: Piece<'a>) -> Result<(), Mistake> {
    let piece = line.trim();
    let is_indented = line.chars.first().is_some_and(|c| fold(*c) == ' ');
    match (piece.sign(0), piece.sign(1)) {
        _ if piece.is_empty() || is_comment(piece) => Ok(()),
        (Some('@'), _) => head::read(draft, piece.from(1).trim(), false),
        (Some('#'), Some('#')) => phase(draft, piece.from(2).trim()),
        (Some('#'), _) => {
            draft.process.name = piece.from(1).trim().name();
            Ok(())
        }
        _ if is_indented => below(draft, piece),
        _ if arrow_stands_first(piece) => below(draft, piece),
        _ => step::read(draft, piece),
    }
}

fn phase(draft: &mut Draft, piece: Piece) -> Result<(), Mistake> {
    draft.phase = if piece.is_empty() {
        None
    } else {
        Some(draft.phase_named(piece)?)
    };
    Ok(())
}

/// An arrow line is known by its arrow even where the blanks before it are missing.
fn arrow_stands_first(piece: Piece) -> bool {
    let arrow = piece.find(|piece, at| piece.arrow(at) > 0);
    let colon = piece.find_sign(':');
    match (arrow, colon) {
        (Some(arrow), Some(colon)) => arrow < colon,
        (Some(_), None) => true,
        (None, _) => false,
    }
}

/// A line that says more about the step above.
fn below<'a>(draft: &mut Draft<'a>, piece: Piece<'a>) -> Result<(), Mistake> {
    let Some(mut drawn) = draft.nodes.pop() else {
        return Err(piece.mistake(Expected::StepAbove));
    };
    let at = draft.nodes.len();
    let done = attribute(draft, &mut drawn, at, piece);
    draft.nodes.push(drawn);
    done
}

fn attribute<'a>(
    draft: &mut Draft<'a>,
    drawn: &mut draft::Drawn<'a>,
    at: usize,
    piece: Piece<'a>,
) -> Result<(), Mistake> {
    if let Some(colon) = piece.find_sign(':') {
        let word = piece.part(0, colon).trim();
        if let Some(field) = Field::spelled(&word.folded()) {
            if drawn.shape != Shape::Step && !field.is_common() {
                return Err(piece.mistake(Expected::StepAttribute));
            }
            return field::set(draft, drawn, field, piece.from(colon + 1).trim());
        }
        let end = word.find_sign('[').unwrap_or(word.chars.len());
        if let Some((whose, kind)) = voice::whose(word.part(0, end).trim()) {
            return voice::add(draft, whose, kind, piece.from(end), Some(at));
        }
    }
    if arrow::is_arrow(piece) {
        drawn.arrows.push(arrow::read(piece)?);
        return Ok(());
    }
    let mistake = piece.mistake(Expected::Attribute);
    let colon = piece.find_sign(':').unwrap_or(piece.chars.len());
    let word = piece.part(0, colon).trim().text();
    let value = piece.from(colon + 1).trim().text();
    Err(match nearest(&word, Field::WORDS.iter().copied()) {
        Some(near) => mistake.with_example(format!("  {near}: {value}")),
        None => mistake,
    })
}
