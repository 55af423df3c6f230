//! The manual: a page for everything Kaizu looks for and everything it proposes, and a page that leads to them.
pub(crate) mod explained;
mod html;

use explained::{Explained, of_detector, of_rewrite};

use crate::Problem;
use crate::words::Words;

/// A file of the manual.
#[derive(Clone, Debug)]
pub struct Page {
    /// What it is called.
    pub file: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Every page, the one that leads to them first.
pub fn manual(words: &Words) -> Result<Vec<Page>, Problem> {
    let detectors = kaizu_analysis::all().iter();
    let detectors: Vec<Explained> = detectors
        .map(|it| of_detector(words, *it))
        .collect::<Result<_, _>>()?;
    let rewrites = kaizu_redesign::all().iter();
    let rewrites: Vec<Explained> = rewrites
        .map(|it| of_rewrite(words, *it))
        .collect::<Result<_, _>>()?;
    let known: Vec<&Explained> = detectors.iter().chain(&rewrites).collect();
    let mut pages = vec![Page {
        file: "index.html".into(),
        bytes: html::contents(words, &detectors, &rewrites).into_bytes(),
    }];
    for it in &known {
        pages.push(Page {
            file: html::file(it.code),
            bytes: html::page(words, it, &known)?.into_bytes(),
        });
    }
    // A page has to look alike on a machine without Japanese faces.
    let letters = kaizu_fonts::files()
        .into_iter()
        .chain(kaizu_fonts::licences());
    pages.extend(letters.map(|(file, bytes)| Page {
        file: file.into(),
        bytes: bytes.into(),
    }));
    Ok(pages)
}
