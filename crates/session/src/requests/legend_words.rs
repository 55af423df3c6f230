//! What the signs of a picture mean, in the words of a language.
use kaizu_model::{Difference, Medium, Transfer};
use kaizu_render::{Heat, Legend};

use crate::words::Words;

/// A word for every sign.
pub(super) fn legend(words: &Words) -> Legend {
    let language = words.language();
    Legend {
        media: Medium::ALL
            .iter()
            .map(|it| (*it, opening(it.word(language))))
            .collect(),
        transfers: Transfer::ALL
            .iter()
            .map(|it| (*it, opening(it.word(language))))
            .collect(),
        differences: Difference::ALL
            .iter()
            .map(|it| (*it, opening(it.word(language))))
            .collect(),
        staff: words.say("legend-staff"),
        residents: words.say("legend-residents"),
        heat: Heat::ALL
            .iter()
            .map(|it| (*it, words.say(heat(*it))))
            .collect(),
        finding: words.say("legend-finding"),
        note: words.say("legend-note"),
        thing: words.say("legend-thing"),
        data: words.say("legend-data"),
        voice: words.say("legend-voice"),
        back: words.say("legend-back"),
        wait: words.say("legend-wait"),
        connector: words.say("legend-connector"),
    }
}

/// What is said of the ground.
fn heat(heat: Heat) -> &'static str {
    match heat {
        Heat::One => "legend-heat-one",
        Heat::Several => "legend-heat-several",
        Heat::Many => "legend-heat-many",
    }
}

/// `word` as the beginning of a line.
fn opening(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
