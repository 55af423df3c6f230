//! Pages of the manual as HTML that needs nothing beside it.
use kaizu_analysis::Theme;
use kaizu_render::{Format, Options, export};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::explained::{Example, Explained};
use crate::Problem;
use crate::failures::unpaintable;
use crate::words::Words;

/// How the pages look: readable on a screen and on paper.
const STYLE: &str = "
@font-face { font-family: 'BIZ UDPGothic'; src: url('BIZUDPGothic_400Regular.ttf'); }
@font-face { font-family: 'BIZ UDPGothic'; font-weight: 700; src: url('BIZUDPGothic_700Bold.ttf'); }
body { max-width: 60rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; color: #1a1a1c;
  font: 16px/1.7 'BIZ UDPGothic', 'Yu Gothic UI', 'Hiragino Sans', 'Noto Sans CJK JP', sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.4; }
h2 { margin-top: 2.2rem; font-size: 1.15rem; }
a { color: #0017c1; }
code { font-size: .9em; color: #626264; }
figure { margin: 1rem 0; }
figure svg { display: block; max-width: 100%; height: auto; border: 1px solid #d8d8db; }
.note { margin: .4rem 0; padding: .3rem .9rem; border-left: 4px solid #0017c1; background: #f8f8fb; }
ul.codes { columns: 17rem; padding: 0; list-style: none; }
ul.codes li { padding: .2rem 0; break-inside: avoid; }
dt { margin-top: 1rem; font-weight: 700; } dd { margin: 0; }
@media print { figure { break-inside: avoid; } }
";

/// The file of a page.
pub(super) fn file(code: &str) -> String {
    format!("{code}.html")
}

/// The page that leads to all others.
pub(super) fn contents(words: &Words, detectors: &[Explained], rewrites: &[Explained]) -> String {
    let mut themes: Vec<Theme> = detectors.iter().filter_map(|it| it.theme).collect();
    themes.sort_unstable();
    themes.dedup();
    let body = html! {
        h1 { (words.say("manual-title")) }
        p { (words.say("manual-about")) }
        @for theme in themes {
            h2 { (words.say(&format!("ui-theme-{}", theme.code()))) }
            (codes(detectors.iter().filter(|it| it.theme == Some(theme))))
        }
        h2 { (words.say("manual-rewrites")) }
        (codes(rewrites.iter()))
    };
    whole(words, &words.say("manual-title"), &body)
}

/// The page of one detector or rewrite, with links to `known` pages.
pub(super) fn page(
    words: &Words,
    explained: &Explained,
    known: &[&Explained],
) -> Result<String, Problem> {
    let pictures: Vec<Markup> = explained
        .examples
        .iter()
        .map(|example| figure(words, example))
        .collect::<Result<_, _>>()?;
    let related = || {
        known
            .iter()
            .filter(|it| explained.related.contains(&it.code))
    };
    let related_heading = match explained.theme {
        Some(_) => "manual-answered-by",
        None => "manual-answers",
    };
    let title = format!("{} {}", explained.code, explained.name);
    let body = html! {
        p { a href="index.html" { (words.say("manual-title")) } }
        h1 { (explained.name) " " code { (explained.code) } }
        @if let Some(summary) = &explained.summary { p { (summary) } }
        dl {
            @for (heading, text) in &explained.sentences { dt { (heading) } dd { (text) } }
        }
        @for picture in &pictures { (picture) }
        @if related().next().is_some() {
            h2 { (words.say(related_heading)) }
            (codes(related().copied()))
        }
    };
    Ok(whole(words, &title, &body))
}

fn figure(words: &Words, example: &Example) -> Result<Markup, Problem> {
    let failed = |failure| unpaintable(words, &failure);
    let bytes = export(&example.scene, Format::Svg, &Options::default()).map_err(failed)?;
    let svg = String::from_utf8_lossy(&bytes);
    // A page of HTML has no place for the line that begins a file of XML.
    let svg = svg.find("<svg").map_or("", |begin| &svg[begin..]);
    Ok(html! {
        h2 { (example.heading) }
        @for note in &example.notes { p.note { (note) } }
        figure { (PreEscaped(svg)) }
    })
}

fn codes<'e>(pages: impl Iterator<Item = &'e Explained>) -> Markup {
    html! {
        ul.codes {
            @for it in pages {
                li { a href=(file(it.code)) { (it.name) } " " code { (it.code) } }
            }
        }
    }
}

fn whole(words: &Words, title: &str, body: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(words.say("manual-language")) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body { (body) }
        }
    };
    page.into_string()
}
