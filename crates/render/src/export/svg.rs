//! Scene to SVG 1.1, through the `svg` crate. The reference output: PNG and PDF are made from this tree.
use std::fmt::Write;

use kaizu_model::{Language, Weight};
use svg::Node;
use svg::node::element;

use crate::draw::lettering::face;
use crate::scene::{
    Group, Image, Item, Paint, Path, Rect, Scene, Segment, Stroke, Text, hundredth,
};
use crate::theme;

/// Who will set the letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letters {
    /// Another program, with whatever faces it has.
    Foreign,
    /// Our faces and no others: what they lack is replaced.
    Bundled,
}

/// The scene as a standalone SVG document; fonts are named, not embedded.
pub(super) fn svg(scene: &Scene, letters: Letters) -> String {
    let frame = scene.frame;
    let (w, h) = (number(frame.w.max(1.0)), number(frame.h.max(1.0)));
    let mut root = element::SVG::new()
        .set("version", "1.1")
        .set("xmlns:xlink", "http://www.w3.org/1999/xlink")
        .set("width", w.as_str())
        .set("height", h.as_str())
        .set(
            "viewBox",
            format!("{} {} {w} {h}", number(frame.x), number(frame.y)),
        )
        .set("xml:lang", tag(scene.language))
        .set("font-family", theme::FAMILIES)
        .set("kerning", "0")
        .set("font-kerning", "none");
    if !scene.title.is_empty() {
        root = root.add(element::Title::new(clean(&scene.title)));
    }
    let ground = Rect {
        area: frame,
        radius: 0.0,
        paint: Paint::filled(theme::PAPER),
    };
    root = root.add(node(&Item::from(ground), letters));
    let root = scene
        .items
        .iter()
        .fold(root, |root, item| root.add(node(item, letters)));
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{root}\n")
}

/// The tag of a language in files.
pub(super) fn tag(language: Language) -> &'static str {
    match language {
        Language::Ja => "ja",
        Language::En => "en",
    }
}

fn node(item: &Item, letters: Letters) -> Box<dyn Node> {
    match item {
        Item::Group(it) => group(it, letters),
        Item::Rect(it) => rect(it),
        Item::Path(it) => path(it),
        Item::Text(it) => text(it, letters),
        Item::Image(it) => image(it),
    }
}

fn group(group: &Group, letters: Letters) -> Box<dyn Node> {
    let mut out = element::Group::new();
    if let Some(id) = group.id {
        out = out.set("data-id", id.to_string());
    }
    if let Some(title) = &group.title {
        out = out.add(element::Title::new(clean(title)));
    }
    group
        .items
        .iter()
        .fold(out, |out, item| out.add(node(item, letters)))
        .into()
}

fn rect(rect: &Rect) -> Box<dyn Node> {
    let mut out = element::Rectangle::new()
        .set("x", number(rect.area.x))
        .set("y", number(rect.area.y))
        .set("width", number(rect.area.w.max(0.0)))
        .set("height", number(rect.area.h.max(0.0)));
    if rect.radius > 0.0 {
        out = out.set("rx", number(rect.radius));
    }
    painted(&rect.paint, &mut out);
    out.into()
}

fn path(path: &Path) -> Box<dyn Node> {
    let mut out = element::Path::new().set("d", outline(&path.segments));
    painted(&path.paint, &mut out);
    out.into()
}

/// The `d` of a path.
fn outline(segments: &[Segment]) -> String {
    let mut d = String::new();
    for segment in segments {
        let (letter, points) = match *segment {
            Segment::Move(to) => ('M', vec![to]),
            Segment::Line(to) => ('L', vec![to]),
            Segment::Curve(first, second, to) => ('C', vec![first, second, to]),
            Segment::Close => ('Z', Vec::new()),
        };
        d.push(letter);
        let points = points
            .iter()
            .map(|point| format!("{} {}", number(point.x), number(point.y)));
        d.push_str(&points.collect::<Vec<_>>().join(" "));
    }
    d
}

fn painted(paint: &Paint, out: &mut impl Node) {
    let fill = paint
        .fill
        .map_or_else(|| "none".to_owned(), |colour| colour.to_string());
    out.assign("fill", fill);
    if let Some(stroke) = &paint.stroke {
        stroked(stroke, out);
    }
}

fn stroked(stroke: &Stroke, out: &mut impl Node) {
    out.assign("stroke", stroke.colour.to_string());
    out.assign("stroke-width", number(stroke.width));
    if !stroke.dash.is_empty() {
        let lengths = stroke.dash.iter().map(|length| number(*length));
        out.assign("stroke-dasharray", lengths.collect::<Vec<_>>().join(" "));
    }
    if stroke.is_round {
        out.assign("stroke-linecap", "round");
        out.assign("stroke-linejoin", "round");
    }
}

fn text(text: &Text, letters: Letters) -> Box<dyn Node> {
    let written = clean(&text.content);
    if letters == Letters::Foreign {
        return lettered(text, written).into();
    }
    let run = |run: kaizu_fonts::Run| {
        let mut part = text.clone();
        part.at.x += run.from * text.size;
        let mut out = lettered(&part, run.text);
        if run.family == kaizu_fonts::Family::Fallback {
            out.assign("font-family", kaizu_fonts::FALLBACK_FAMILY);
        }
        out
    };
    let runs = kaizu_fonts::runs(&written, face(text.weight))
        .into_iter()
        .map(run);
    let runs: Vec<element::Element> = runs.collect();
    match <[element::Element; 1]>::try_from(runs) {
        Ok([only]) => only.into(),
        Err(runs) => {
            let out = element::Group::new();
            runs.into_iter().fold(out, element::Group::add).into()
        }
    }
}

/// The element of a text. The library's own puts a line break before the letters, which would show.
fn lettered(text: &Text, letters: String) -> element::Element {
    let mut out = element::Element::new("text");
    out.assign("x", number(text.at.x));
    out.assign("y", number(text.at.y));
    out.assign("font-size", number(text.size.max(0.0)));
    out.assign("fill", text.colour.to_string());
    out.assign("xml:space", "preserve");
    if text.weight == Weight::Bold {
        out.assign("font-weight", "bold");
    }
    out.append(svg::node::Text::new(letters));
    out
}

fn image(image: &Image) -> Box<dyn Node> {
    element::Image::new()
        .set("x", number(image.area.x))
        .set("y", number(image.area.y))
        .set("width", number(image.area.w.max(0.0)))
        .set("height", number(image.area.h.max(0.0)))
        .set("xlink:href", clean(&image.source))
        .into()
}

/// A number as it stands in files: the one place where they are rounded.
fn number(number: f64) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write!(out, "{}", hundredth(number));
    out
}

/// `text` without the characters that XML forbids, and on one line.
fn clean(text: &str) -> String {
    text.chars()
        .filter_map(|letter| match letter {
            '\t' | '\n' | '\r' => Some(' '),
            '\u{fffe}' | '\u{ffff}' => None,
            _ if letter.is_control() => None,
            _ => Some(letter),
        })
        .collect()
}
