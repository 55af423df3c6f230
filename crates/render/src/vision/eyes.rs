//! How eyes that lack a kind of cone see a colour, and what they can tell apart.
use palette::color_difference::Ciede2000;
use palette::{IntoColor, Lab, LinSrgb, Srgb};

use crate::dark::dark;
use crate::scene::Colour;

/// Two colours this far apart (CIEDE2000) are told apart at a glance, also on a bad projector.
const APART: f32 = 10.0;
/// Who looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Eyes {
    Protan,
    Deutan,
    Tritan,
    Grey,
}

impl Eyes {
    const ALL: [Self; 4] = [Self::Protan, Self::Deutan, Self::Tritan, Self::Grey];

    fn letter(self) -> char {
        match self {
            Self::Protan => 'p',
            Self::Deutan => 'd',
            Self::Tritan => 't',
            Self::Grey => 'g',
        }
    }

    /// Rows for red, green and blue light: Machado, Oliveira and Fernandes 2009, severity 1; Rec. 709 for grey.
    fn matrix(self) -> [[f32; 3]; 3] {
        match self {
            Self::Protan => [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            Self::Deutan => [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
            Self::Tritan => [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
            Self::Grey => [[0.2126, 0.7152, 0.0722]; 3],
        }
    }

    fn see(self, colour: Colour) -> Lab {
        let light: LinSrgb = screen(colour).into_linear();
        let from = [light.red, light.green, light.blue];
        let [red, green, blue] = self.matrix().map(|row| {
            let sum: f32 = row.iter().zip(from).map(|(part, light)| part * light).sum();
            sum.clamp(0.0, 1.0)
        });
        LinSrgb::new(red, green, blue).into_color()
    }
}

pub(super) fn screen(colour: Colour) -> Srgb<f32> {
    let part = |shift: u32| ((colour.0 >> shift) & 0xff) as u8;
    Srgb::new(part(16), part(8), part(0)).into_format()
}

/// The colour itself, and the one in its place in the dark.
pub(super) fn appearances(colour: Colour) -> [Colour; 2] {
    let pairs = dark();
    let counterpart = pairs.iter().find(|(light, _)| *light == colour);
    [
        colour,
        counterpart.expect("every colour has a counterpart").1,
    ]
}

/// Which eyes tell `one` from `other` by colour alone, in light and dark: `p`, `d` and `t` lack a cone, `g` sees greys.
pub(super) fn told_by_colour(one: Colour, other: Colour) -> String {
    let pairs = appearances(one).into_iter().zip(appearances(other));
    let pairs: Vec<(Colour, Colour)> = pairs.collect();
    let is_told = |eyes: &Eyes| {
        pairs
            .iter()
            .all(|(one, other)| eyes.see(*one).difference(eyes.see(*other)) >= APART)
    };
    let told = Eyes::ALL.into_iter().filter(is_told);
    told.map(Eyes::letter).collect()
}
