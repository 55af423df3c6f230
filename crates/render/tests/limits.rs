//! Names and sizes that nobody expects.
#![expect(clippy::unwrap_used, reason = "a test may fail")]
mod sample;

use kaizu_model::{Placement, Rect};
use kaizu_render::scene::{Image, Item};
use kaizu_render::{Caption, Failure, Format, Options, draw, export};
use sample::{bytes, caption, marks, picture};

#[test]
fn any_name_can_be_exported_in_every_format() {
    let long = "とても長い名前".repeat(500);
    let names = [
        "<&>\"'",
        "a\u{0}b\u{8}c\u{1f}\u{7f}\u{ffff}",
        "👩‍👩‍👧 ☑ 𠮷野家",
        "か\u{3099}\u{200d}\u{fe0f}\u{e0100}",
        "\u{202e}abc",
        "]]>",
        "",
        &long,
    ];
    for name in names {
        let scene = picture(name);
        for format in Format::ALL {
            let bytes = bytes(&scene, *format);
            assert!(bytes.len() > 1000, "{name} as {format:?}");
            if *format == Format::Pdf {
                assert!(
                    String::from_utf8_lossy(&bytes).contains("pdfaid"),
                    "{name} is not fit for archives"
                );
            }
        }
    }
}

#[test]
fn an_absurdly_large_picture_is_refused_as_pixels_but_not_as_vectors() {
    let mut placement = sample::placement("記入");
    placement.size.w = 4.0e6;
    placement.size.h = 4.0e6;
    let scene = draw(
        &sample::document("記入"),
        sample::FLOW,
        &placement,
        &[],
        &caption(),
    );
    assert!(matches!(
        export(&scene, Format::Png, &Options::default()),
        Err(Failure::TooLarge)
    ));
    assert!(export(&scene, Format::Pdf, &Options::default()).is_ok());
}

#[test]
fn nothing_placed_is_still_a_picture() {
    let scene = draw(
        &sample::document("x"),
        sample::FLOW,
        &Placement::default(),
        &marks(),
        &Caption::default(),
    );
    for format in Format::ALL {
        assert!(!bytes(&scene, *format).is_empty());
    }
}

/// One red pixel.
const RED: &str = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC";

#[test]
fn a_raster_is_painted_and_an_address_opens_nothing() {
    let plain = picture("記入");
    let with = |source: &str| {
        let mut scene = plain.clone();
        let area = Rect::new(10.0, 10.0, 60.0, 40.0);
        let source = source.to_owned();
        scene.items.push(Item::from(Image { area, source }));
        scene
    };
    for format in [Format::Png, Format::Pdf] {
        assert_ne!(bytes(&with(RED), format), bytes(&plain, format));
    }
    let nowhere = with("../../icons/app.svg");
    assert_eq!(bytes(&nowhere, Format::Png), bytes(&plain, Format::Png));
}
