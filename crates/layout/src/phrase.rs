//! Phrases (文節) of a Japanese text, as `BudouX` finds them: every letter is looked at in forty ways.

/// Where the phrases of `text` end.
pub(crate) fn ends(text: &str) -> Vec<usize> {
    let model = budoux::models::default_japanese_model();
    let words = text.split_inclusive(' ');
    let mut end = 0;
    let phrases = words.flat_map(|word| budoux::parse(model, word));
    phrases
        .map(|phrase| {
            end += phrase.len();
            end
        })
        .collect()
}
