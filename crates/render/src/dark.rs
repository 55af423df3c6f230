//! The colours of the picture on a dark screen: for every colour of the theme, the one that takes its place there.
//!
//! One for one, whatever is painted with it: light letters on a dark badge become dark letters on a light one. Files and
//! paper stay light.
use kaizu_model::{Difference, Level};

use crate::charts::Tone;
use crate::scene::Colour;
use crate::theme::{self, Strip};

/// Each colour of the picture and its counterpart in the dark.
pub fn dark() -> Vec<(Colour, Colour)> {
    let neutral = [
        (theme::PAPER, 0x001e_1e21),
        (theme::BAND, 0x0024_2428),
        (theme::HEAD, 0x002c_303b),
        (theme::HEAD_RESIDENT, 0x003c_2b3c),
        (theme::PHASE, 0x0031_3642),
        (theme::LINE, 0x0046_464a),
        (theme::INK, 0x00f1_f1f4),
        (theme::SECONDARY, 0x00b3_b3b6),
        (theme::BORDER, 0x008c_8c90),
        (theme::ARROW, 0x00d6_d6da),
        (theme::ARROW_BACK, 0x0098_989d),
    ];
    let voices = [
        (theme::STAFF, 0x005c_c8d9),
        (theme::RESIDENT, 0x00f2_8cf2),
        (theme::HEAT_ONE, 0x0045_301f),
        (theme::HEAT_SEVERAL, 0x006e_4620),
        (theme::HEAT_MANY, 0x009a_5b1c),
        (theme::EXAMPLE, 0x00ff_d43d),
        (theme::EXAMPLE_GROUND, 0x0038_300f),
    ];
    let strip = |strip: Strip, ground: u32, pattern: u32| {
        let (light_ground, light_pattern) = strip.colours();
        [(light_ground, ground), (light_pattern, pattern)]
    };
    let strips = [
        strip(Strip::Paper, 0x0065_501a, 0x00d9_b34d),
        strip(Strip::Digital, 0x001c_4666, 0x004f_9bd9),
        strip(Strip::Excel, 0x0022_5439, 0x0051_b883),
        strip(Strip::Voice, 0x004b_3473, 0x009b_6fd6),
        strip(Strip::Cash, 0x0041_4147, 0x008c_8c90),
    ];
    let marks = [
        (theme::severity(Level::High), 0x00ff_7171),
        (theme::severity(Level::Medium), 0x00ff_a066),
        (theme::difference(Difference::Changed), 0x007c_c4ff),
        (theme::difference(Difference::New), 0x0071_c598),
    ];
    let charts = [
        (theme::tone(Tone::Today).0, 0x00a9_bfe6),
        (theme::tone(Tone::Today).1, 0x0031_3d52),
        (theme::tone(Tone::Proposal).1, 0x001f_412f),
        (theme::tone(Tone::Plain).1, 0x0038_383d),
        (theme::tone(Tone::Warning).1, 0x0050_2726),
        (theme::TODAY_AREA, 0x005a_739e),
        (theme::SHARED_TINT, 0x0035_4a4e),
    ];
    let all = neutral.into_iter().chain(voices).chain(charts);
    let all = all.chain(strips.into_iter().flatten()).chain(marks);
    let mut pairs: Vec<(Colour, Colour)> = all.map(|(light, dark)| (light, Colour(dark))).collect();
    pairs.sort();
    pairs.dedup();
    pairs
}

/// The rules with which a window shows the picture in the dark: the picture itself stays as files hold it.
pub fn dark_rules() -> String {
    let rule = |(light, dark): (Colour, Colour)| {
        format!(
            "svg [fill=\"{light}\"] {{\n  fill: light-dark({light}, {dark});\n}}\n\
             svg [stroke=\"{light}\"] {{\n  stroke: light-dark({light}, {dark});\n}}\n"
        )
    };
    dark().into_iter().map(rule).collect()
}
