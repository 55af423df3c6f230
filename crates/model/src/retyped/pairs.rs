//! Which things of a text are which things of a document.

/// One thing as it can be recognised.
pub(super) struct Known {
    /// Only things of one class are one another.
    pub(super) class: &'static str,
    /// What tells it, the surest first; nothing where it says nothing.
    pub(super) signs: Vec<String>,
}

/// For each of `new` the place of the one of `old` that it is. Signs are compared in order, the first of several alike with
/// the first; what is left between the same neighbours is the same thing, called otherwise.
pub(super) fn pairs(old: &[Known], new: &[Known]) -> Vec<Option<usize>> {
    let mut found: Vec<Option<usize>> = vec![None; new.len()];
    let mut is_taken = vec![false; old.len()];
    let n_signs = old.iter().chain(new).map(|it| it.signs.len()).max();
    for level in 0..n_signs.unwrap_or_default() {
        let mut waiting: std::collections::BTreeMap<(&str, &str), Vec<usize>> =
            std::collections::BTreeMap::new();
        for (at, it) in old.iter().enumerate().rev() {
            if let Some(sign) = sign(it, level).filter(|_| !is_taken[at]) {
                waiting.entry((it.class, sign)).or_default().push(at);
            }
        }
        for (at, it) in new.iter().enumerate() {
            let Some(sign) = sign(it, level).filter(|_| found[at].is_none()) else {
                continue;
            };
            let alike = waiting.get_mut(&(it.class, sign)).and_then(Vec::pop);
            if let Some(alike) = alike {
                found[at] = Some(alike);
                is_taken[alike] = true;
            }
        }
    }
    by_place(old, new, &mut found, &mut is_taken);
    found
}

fn sign(it: &Known, level: usize) -> Option<&str> {
    let sign = it.signs.get(level)?;
    (!sign.is_empty()).then_some(sign)
}

/// Pairs what is left of each class behind the same neighbour.
fn by_place(old: &[Known], new: &[Known], found: &mut [Option<usize>], is_taken: &mut [bool]) {
    // Where the things that are left of the old begin to be looked for.
    let mut from = 0;
    for (at, it) in new.iter().enumerate() {
        if let Some(known) = found[at] {
            from = known + 1;
            continue;
        }
        let free = (from..old.len())
            .take_while(|at| !is_taken[*at])
            .find(|at| old[*at].class == it.class);
        if let Some(free) = free {
            found[at] = Some(free);
            is_taken[free] = true;
            from = free + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(all: &[&str]) -> Vec<Known> {
        let one = |it: &&str| Known {
            class: "step",
            signs: vec![(*it).to_owned()],
        };
        all.iter().map(one).collect()
    }

    fn paired(old: &[&str], new: &[&str]) -> Vec<Option<usize>> {
        pairs(&known(old), &known(new))
    }

    #[test]
    fn what_is_called_alike_is_the_same_wherever_it_stands() {
        assert_eq!(paired(&["a", "b"], &["b", "a"]), [Some(1), Some(0)]);
        assert_eq!(paired(&["a", "a"], &["a", "a"]), [Some(0), Some(1)]);
    }

    #[test]
    fn what_stands_between_the_same_neighbours_is_the_same_called_otherwise() {
        let new = ["a", "x", "c"];
        assert_eq!(paired(&["a", "b", "c"], &new), [Some(0), Some(1), Some(2)]);
    }

    #[test]
    fn what_is_put_between_others_is_new() {
        assert_eq!(
            paired(&["a", "b"], &["a", "x", "b"]),
            [Some(0), None, Some(1)]
        );
        assert_eq!(paired(&["a"], &["x", "a"]), [None, Some(0)]);
    }
}
