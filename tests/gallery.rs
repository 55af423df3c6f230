//! Goldens: pictures that were looked at and approved. A picture that differs is shown beside its golden on a page.
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use resvg::tiny_skia::{Pixmap, PremultipliedColorU8};

/// Set to anything, it makes today's pictures the goldens.
const BLESS: &str = "KAIZU_BLESS";
/// How far a colour may be off, of 255.
const SHADE: u8 = 24;
/// So far off, a pixel is ink on one picture and paper on the other.
const HALF: u8 = 110;
/// One pixel of so many may be off further.
const STRAY: usize = 10_000;
/// How far the middle shade of a tile may be off: two painters smooth edges each in its own way.
const TINT: u32 = 80;

/// Where the approved pictures lie.
pub(crate) fn goldens() -> PathBuf {
    kaizu_tests::repository().join("tests/golden")
}

/// Compares `picture` with the golden `file` byte for byte; what is wrong, where something is.
pub(crate) fn same_bytes(file: &str, picture: &[u8]) -> Option<String> {
    compare(file, picture, |golden| golden == picture)
}

/// Compares the pixels of `picture` with those of the golden `file`.
pub(crate) fn same_pixels(file: &str, picture: &[u8]) -> Option<String> {
    compare(file, picture, |golden| {
        let pixmaps = (Pixmap::decode_png(golden), Pixmap::decode_png(picture));
        let (Ok(old), Ok(new)) = pixmaps else {
            return false;
        };
        let is_off = |(old, new): (&[u8], &[u8])| {
            let mut shades = old.iter().zip(new);
            shades.any(|(old, new)| old.abs_diff(*new) > SHADE)
        };
        let pairs = old.data().chunks(4).zip(new.data().chunks(4));
        let off = pairs.filter(|pair| is_off(*pair)).count();
        let is_as_large = (old.width(), old.height()) == (new.width(), new.height());
        is_as_large && off * STRAY <= old.pixels().len()
    })
}

/// The first page of `pdf` as a PNG, in the `size` that is asked for, as a reader of such files shows it.
pub(crate) fn printed(pdf: &[u8], size: &[&str]) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let (file, page) = (folder.path().join("it.pdf"), folder.path().join("page"));
    fs::write(&file, pdf).unwrap();
    let painted = Command::new("pdftoppm")
        .args(["-png", "-singlefile"])
        .args(size)
        .args([&file, &page])
        .status()
        .unwrap();
    assert!(painted.success());
    fs::read(page.with_extension("png")).unwrap()
}

/// Which share of the pixels of one picture is another shade in the other.
pub(crate) fn difference(one: &[u8], other: &[u8]) -> f64 {
    let (one, other) = (
        Pixmap::decode_png(one).unwrap(),
        Pixmap::decode_png(other).unwrap(),
    );
    let (w, h) = (
        one.width().min(other.width()),
        one.height().min(other.height()),
    );
    assert!(one.width().abs_diff(w) + one.height().abs_diff(h) <= 2);
    let places = (0..h).flat_map(|y| (0..w).map(move |x| (x, y)));
    let off = places.filter(|(x, y)| {
        let shade = |it: &Pixmap| it.pixel(*x, *y).map(PremultipliedColorU8::green).unwrap();
        shade(&one).abs_diff(shade(&other)) > HALF
    });
    off.count() as f64 / (f64::from(w) * f64::from(h))
}

/// The share of tiles of two by two pixels whose middle shade differs.
pub(crate) fn differing(one: &Pixmap, other: &Pixmap) -> f64 {
    assert_eq!((one.width(), one.height()), (other.width(), other.height()));
    let shade = |picture: &Pixmap, left: u32, top: u32| {
        let mut sums = [0_u32; 3];
        for (x, y) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
            let pixel = picture.pixel(left + x, top + y).unwrap();
            let parts = [pixel.red(), pixel.green(), pixel.blue()];
            sums = std::array::from_fn(|part| sums[part] + u32::from(parts[part]));
        }
        sums.map(|sum| sum / 4)
    };
    let (mut tiles, mut off) = (0_u32, 0_u32);
    for top in (0..one.height() - 1).step_by(2) {
        for left in (0..one.width() - 1).step_by(2) {
            let parts = shade(one, left, top)
                .into_iter()
                .zip(shade(other, left, top));
            tiles += 1;
            off += u32::from(parts.into_iter().any(|(a, b)| a.abs_diff(b) > TINT));
        }
    }
    f64::from(off) / f64::from(tiles)
}

fn compare(file: &str, picture: &[u8], is_same: impl Fn(&[u8]) -> bool) -> Option<String> {
    let golden = goldens().join(file);
    if std::env::var_os(BLESS).is_some() {
        fs::create_dir_all(golden.parent().unwrap()).unwrap();
        fs::write(&golden, picture).unwrap();
        return None;
    }
    let old = fs::read(&golden).unwrap_or_default();
    if is_same(&old) {
        return None;
    }
    let page = page(file, &old, picture);
    Some(format!(
        "{file} is not as it was; look at {}, then approve it with {BLESS}=1",
        page.display()
    ))
}

/// Writes old, new and difference side by side; the path of the page.
fn page(file: &str, old: &[u8], new: &[u8]) -> PathBuf {
    let file = &file.replace('/', "-");
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).with_file_name("golden");
    fs::create_dir_all(&folder).unwrap();
    for (name, bytes) in [("old", old), ("new", new)] {
        fs::write(folder.join(format!("{name}-{file}")), bytes).unwrap();
    }
    let html = format!(
        "<!doctype html><meta charset=\"utf-8\"><title>{file}</title>\n\
         <style>img {{ width: 100% }} div {{ position: relative }}\n\
         div img + img {{ position: absolute; left: 0; top: 0; mix-blend-mode: difference }}</style>\n\
         <h2>old</h2><img src=\"old-{file}\">\n\
         <h2>new</h2><img src=\"new-{file}\">\n\
         <h2>difference</h2><div><img src=\"old-{file}\"><img src=\"new-{file}\"></div>\n"
    );
    let page = folder.join(format!("{file}.html"));
    fs::write(&page, html).unwrap();
    page
}
