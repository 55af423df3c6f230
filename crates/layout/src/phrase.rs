//! Phrases (文節) of a Japanese text, as `BudouX` finds them.

/// The phrases of `text`, in order and together all of it.
pub(crate) fn phrases(text: &str) -> Vec<String> {
    let model = budoux::models::default_japanese_model();
    let words = text.split_inclusive(' ');
    let mut phrases: Vec<String> = words.flat_map(|word| budoux::parse(model, word)).collect();
    phrases.retain(|phrase| !phrase.is_empty());
    phrases
}
