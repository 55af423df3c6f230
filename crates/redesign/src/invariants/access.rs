//! I7: who cannot use a screen still has a way in, and no way asks more of residents than the longest one did.
use kaizu_analysis::{Graph, Index, longest_for_residents};
use kaizu_model::{Contact, Medium};

use super::Seen;
use crate::lineage::Pair;
use crate::proposal::InvariantResult;

/// By how many minutes a case a way may seem longer before it is.
const SAME: f64 = 1e-6;

pub(super) fn check(pair: &Pair) -> InvariantResult {
    let mut seen = Seen::default();
    let ways = assisted(pair.as_is);
    if !ways.is_empty() {
        seen.look();
    }
    if !ways.is_empty() && assisted(pair.to_be).is_empty() {
        for node in ways {
            seen.broken(pair.as_is.id(node), pair.as_is.name(node));
        }
        return seen.result("I7", "access-kept", "access-lost");
    }
    let longest = [pair.as_is, pair.to_be].map(longest_for_residents);
    if let [Some(was), Some(is)] = longest {
        seen.look();
        if is > was + SAME {
            seen.lost(format!("{was:.1} → {is:.1}"));
        }
    }
    seen.result("I7", "access-kept", "access-longer")
}

/// Steps of residents that need no screen of their own: on paper, at a counter, by phone or by post.
fn assisted(graph: &Graph) -> Vec<Index> {
    let needs_no_screen = |n: &Index| {
        graph.step(*n).is_some_and(|step| {
            let by_people = matches!(
                step.contact,
                Some(Contact::InPerson | Contact::Phone | Contact::Post)
            );
            let medium = step.medium_out.or(step.medium_in);
            by_people || medium.is_some_and(|medium| !Medium::is_digital(medium))
        })
    };
    let residents = graph.indices().filter(|n| graph.is_customers(*n));
    residents.filter(needs_no_screen).collect()
}

#[cfg(test)]
mod tests {
    use kaizu_model::Document;
    use kaizu_model::notation::parse;

    use super::super::tests::between;
    use super::*;

    /// Two ways in, of so many minutes each.
    fn flow(electronic: &str, paper: &str) -> Document {
        parse(&format!(
            "住民: 選ぶ [分岐]
  60% 電子 → #E
  40% 紙 → #P
住民: 画面に入力する {electronic}分 [#E 記入 電子→電子]
  → #C
住民: 申請書に書く {paper}分 [#P 記入 {medium}]
受付: 受け取る 2分 [#C 受領]
",
            medium = if paper == "0" {
                "電子→電子"
            } else {
                "紙→紙"
            },
        ))
        .unwrap()
    }

    fn said(before: &Document, after: &Document) -> (bool, &'static str) {
        let result = between([before, after], [None, None], check);
        (result.holds, result.why)
    }

    #[test]
    fn a_way_that_needs_no_screen_stays() {
        let both = flow("5", "9");
        assert_eq!(said(&both, &both), (true, "access-kept"));
        assert_eq!(said(&both, &flow("5", "0")), (false, "access-lost"));
        assert_eq!(
            said(&flow("5", "0"), &flow("5", "0")),
            (true, "access-kept")
        );
    }

    #[test]
    fn the_longest_way_grows_no_longer_whatever_becomes_of_the_mean() {
        let before = flow("5", "9");
        assert_eq!(said(&before, &flow("9", "9")), (true, "access-kept"));
        assert_eq!(said(&before, &flow("1", "10")), (false, "access-longer"));
        assert_eq!(said(&before, &flow("10", "1")), (false, "access-longer"));
    }
}
