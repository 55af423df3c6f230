//! A page with every picture, to look through: in light and dark, and as colour-blind eyes and greyscale see it.
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use kaizu_render::dark_rules;

/// How people see whose eyes lack one kind of cone: rows for red, green and blue light, from Machado, Oliveira and Fernandes
/// 2009, "A Physiologically-based Model for Simulation of Color Vision Deficiency", severity 1.
const EYES: [(&str, &str, &str); 4] = [
    (
        "protan",
        "1型(P型)",
        "0.152286 1.052583 -0.204868 0 0  0.114503 0.786281 0.099216 0 0  -0.003882 -0.048116 1.051998 0 0  0 0 0 1 0",
    ),
    (
        "deutan",
        "2型(D型)",
        "0.367322 0.860646 -0.227968 0 0  0.280085 0.672501 0.047413 0 0  -0.011820 0.042940 0.968881 0 0  0 0 0 1 0",
    ),
    (
        "tritan",
        "3型(T型)",
        "1.255528 -0.076749 -0.178779 0 0  -0.078411 0.930809 0.147602 0 0  0.004733 0.691367 0.303900 0 0  0 0 0 1 0",
    ),
    (
        "grey",
        "白黒",
        "0.2126 0.7152 0.0722 0 0  0.2126 0.7152 0.0722 0 0  0.2126 0.7152 0.0722 0 0  0 0 0 1 0",
    ),
];

/// The faces of the pictures, which the page finds beside itself.
const FACES: [(&str, &str, u32); 3] = [
    ("BIZUDPGothic_400Regular.ttf", "BIZ UDPGothic", 400),
    ("BIZUDPGothic_700Bold.ttf", "BIZ UDPGothic", 700),
    ("NotoSansJP_400Regular.ttf", "Noto Sans JP", 400),
];

/// Writes the page, under a heading each with the pictures that belong there by name; its path.
pub(crate) fn write(rooms: &[(&str, Vec<(String, String)>)]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).with_file_name("exhibition");
    fs::create_dir_all(&folder).unwrap();
    let fonts = kaizu_tests::repository().join("crates/fonts/files");
    for (file, ..) in FACES {
        fs::copy(fonts.join(file), folder.join(file)).unwrap();
    }
    let mut figures = String::new();
    for (heading, pictures) in rooms {
        write!(figures, "<h2>{heading}</h2><section>").unwrap();
        for (name, picture) in pictures {
            let (_, picture) = picture.split_once('\n').unwrap();
            writeln!(
                figures,
                "<figure>{picture}<figcaption>{name}</figcaption></figure>"
            )
            .unwrap();
        }
        figures.push_str("</section>");
    }
    let page = folder.join("index.html");
    fs::write(&page, html(&figures)).unwrap();
    page
}

fn html(figures: &str) -> String {
    let mut filters = String::new();
    let mut choices = String::new();
    let mut rules = dark_rules();
    for (file, family, weight) in FACES {
        writeln!(
            rules,
            "@font-face {{ font-family: \"{family}\"; font-weight: {weight}; src: url(\"{file}\") }}"
        )
        .unwrap();
    }
    for (name, word, matrix) in EYES {
        write!(
            filters,
            "<filter id=\"{name}\" color-interpolation-filters=\"linearRGB\"><feColorMatrix values=\"{matrix}\"/></filter>"
        )
        .unwrap();
        write!(
            choices,
            "<label><input type=\"radio\" name=\"eyes\" id=\"eyes-{name}\">{word}</label>"
        )
        .unwrap();
        writeln!(
            rules,
            "body:has(#eyes-{name}:checked) section {{ filter: url(#{name}) }}"
        )
        .unwrap();
    }
    format!(
        "<!doctype html><html lang=\"ja\"><meta charset=\"utf-8\"><title>改図の図のしるし</title>\n<style>\n\
         body {{ font: 14px \"BIZ UDPGothic\", \"Noto Sans JP\", sans-serif; margin: 24px; background: light-dark(#f5f6f8, #161618); color: light-dark(#1a1a1c, #f1f1f4) }}\n\
         nav {{ position: sticky; top: 0; padding: 8px 0; background: inherit; z-index: 1 }}\n\
         nav label {{ margin-right: 16px }}\n\
         figure {{ margin: 0 }} figcaption {{ font-size: 12px }}\n\
         section {{ display: flex; flex-wrap: wrap; gap: 16px; align-items: end }}\n\
         figure svg {{ max-width: calc(100vw - 64px); height: auto }}\n\
         :root {{ color-scheme: light }} :root:has(#dark:checked) {{ color-scheme: dark }}\n\
         {rules}</style>\n\
         <svg width=\"0\" height=\"0\" style=\"position:absolute\">{filters}</svg>\n\
         <h1>図としるし</h1>\n\
         <nav><label><input type=\"checkbox\" id=\"dark\">暗い画面</label>\
         <label><input type=\"radio\" name=\"eyes\" checked>そのまま</label>{choices}</nav>\n{figures}</html>\n"
    )
}
