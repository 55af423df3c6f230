//! Phrases (文節) of a Japanese text, as `BudouX` finds them.

/// The phrases of `text`, in order and together all of it. A phrase ends only where `allowed` (byte offsets, rising)
/// lets a line end.
pub(crate) fn phrases(text: &str, allowed: &[usize]) -> Vec<String> {
    let model = budoux::models::default_japanese_model();
    let mut phrases = Vec::new();
    let mut phrase = String::new();
    let mut end = 0;
    for word in text.split_inclusive(' ') {
        for part in budoux::parse(model, word) {
            end += part.len();
            phrase.push_str(&part);
            if allowed.binary_search(&end).is_ok() {
                phrases.push(std::mem::take(&mut phrase));
            }
        }
    }
    phrases.push(phrase);
    phrases.retain(|phrase| !phrase.is_empty());
    phrases
}
