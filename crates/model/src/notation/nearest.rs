//! The known word that a misspelt one most likely stands for.

/// The one of `words` nearest to `text`; none where all are far. A word that begins with the same kanji is near enough.
pub(super) fn nearest<'w>(text: &str, words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let text: Vec<char> = crate::folded(text).chars().take(32).collect();
    let mut best: Option<(usize, &str)> = None;
    for word in words {
        let chars: Vec<char> = word.to_lowercase().chars().collect();
        let longest = chars.len().max(text.len());
        let starts_alike = chars.first() == text.first()
            && chars.first().is_some_and(|c| ('一'..='龥').contains(c));
        let distance = distance(&text, &chars);
        let is_near = distance < longest && distance <= (longest / 3).max(1);
        if (is_near || starts_alike) && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, word));
        }
    }
    best.map(|(_, word)| word)
}

/// How many letters have to be put in, left out or exchanged.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut above: Vec<usize> = (0..=other.len()).collect();
    for (row, a) in one.iter().enumerate() {
        let mut before = row + 1;
        let mut line = vec![before];
        for (pair, b) in above.windows(2).zip(other) {
            let exchanged = pair[0] + usize::from(a != b);
            before = exchanged.min(pair[1] + 1).min(before + 1);
            line.push(before);
        }
        above = line;
    }
    above.last().copied().unwrap_or_default()
}
