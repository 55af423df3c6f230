//! What a check turns away: the cases that leave at it, or at the branch right behind it, and where they come back to.
use kaizu_model::{GatewayKind, StepKind};

use crate::controls::is_checking;
use crate::graph::{Arrow, Graph, Index};

/// The ways behind a check: those on which the work goes on, and those on which cases are turned away.
pub struct Rejects {
    /// Where those go on that pass.
    pub passing: Vec<Index>,
    away: Vec<Away>,
}

/// A way on which cases are turned away.
struct Away {
    share: f64,
    /// Where they come back to after a correction; nowhere if the case ends.
    back_to: Vec<Index>,
}

impl Rejects {
    /// The share of the cases that are turned away.
    pub fn share(&self) -> f64 {
        self.away.iter().map(|away| away.share).sum()
    }

    /// The share of the cases for which the work at `node` was in vain: they end, or come back to it or before it.
    pub fn in_vain(&self, graph: &Graph, node: Index) -> f64 {
        let redoes = |to: &Index| *to == node || graph.reach().is_before(*to, node);
        let is_in_vain = |away: &&Away| away.back_to.is_empty() || away.back_to.iter().any(redoes);
        let away = self.away.iter().filter(is_in_vain);
        away.map(|away| away.share).sum()
    }
}

/// What the check at `node` turns away; `None` where no case parts from the others there, or nobody said how many do.
pub fn rejects(graph: &Graph, node: Index) -> Option<Rejects> {
    let parting = parting(graph, node)?;
    let ways: Vec<&Arrow> = graph.leaving(parting).collect();
    let unsaid = ways.iter().filter(|way| way.edge.share.is_none()).count();
    if ways.len() < 2 || ways.iter().any(|way| way.is_parallel()) || unsaid > 1 {
        return None;
    }
    let main = main(graph, &ways)?;
    let continues = |node: Index| {
        let to = ways[main].to;
        node == to || graph.reach().is_before(to, node) || is_checking(graph, node)
    };
    let is_away = |n: &usize| {
        let mut work = onward(graph, ways[*n]).filter(|node| graph.work().contains(*node));
        *n != main && !work.any(continues)
    };
    let (away, passing): (Vec<usize>, Vec<usize>) = (0..ways.len()).partition(is_away);
    let rejects = Rejects {
        passing: passing.into_iter().map(|n| ways[n].to).collect(),
        away: away
            .into_iter()
            .map(|n| Away {
                share: ways[n].share,
                back_to: returning(graph, ways[n]),
            })
            .collect(),
    };
    let ending = rejects.away.iter().filter(|away| away.back_to.is_empty());
    let is_usual = ending.map(|away| away.share).sum::<f64>() > 0.5;
    (!rejects.away.is_empty() && !is_usual).then_some(rejects)
}

/// Where the cases part: at the step itself, or at a branch right behind it to which nothing else leads.
pub fn parting(graph: &Graph, node: Index) -> Option<Index> {
    let mut leaving = graph.leaving(node);
    let first = leaving.next()?;
    if leaving.next().is_some() {
        return Some(node);
    }
    let is_own = graph.gateway(first.to) == Some(GatewayKind::Branch)
        && graph.reaching(first.to).count() == 1;
    is_own.then_some(first.to)
}

/// Where the work goes on: of the ways that come to an end without going back, the one with most of it.
fn main(graph: &Graph, ways: &[&Arrow]) -> Option<usize> {
    let comes_to_an_end = |n: &usize| {
        let to = ways[*n].to;
        let is_end = |end: Index| end == to || graph.reach().is_before(to, end);
        !graph.reach().is_return(ways[*n].from, to) && graph.ends().any(is_end)
    };
    let ending: Vec<usize> = (0..ways.len()).filter(comes_to_an_end).collect();
    if let [only] = ending.as_slice() {
        return Some(*only);
    }
    let work = |n: &usize| {
        let to = ways[*n].to;
        let own = usize::from(graph.work().contains(to));
        own + graph.reach().count_after(to, graph.work())
    };
    ending.into_iter().rev().max_by_key(work)
}

/// What a case comes to on a way, without going back.
fn onward(graph: &Graph, way: &Arrow) -> impl Iterator<Item = Index> {
    let reach = graph.reach();
    let is_onward = !reach.is_return(way.from, way.to);
    let all = is_onward.then(|| reach.after(way.to).chain([way.to]));
    all.into_iter().flatten()
}

/// Whether the city works on a case at `node`. Telling people and filing are done for cases that are turned away, too.
pub(crate) fn is_work(graph: &Graph, node: Index) -> bool {
    let is_aftermath = matches!(
        graph.kind(node),
        Some(
            StepKind::Notify
                | StepKind::Send
                | StepKind::Register
                | StepKind::Keep
                | StepKind::Discard
                | StepKind::Wait
        )
    );
    graph.step(node).is_some() && graph.is_staff(node) && !is_aftermath
}

/// Where the returns on a way lead.
fn returning(graph: &Graph, way: &Arrow) -> Vec<Index> {
    let reach = graph.reach();
    if reach.is_return(way.from, way.to) {
        return vec![way.to];
    }
    let is_on_it = |from: Index| from == way.to || reach.is_before(way.to, from);
    let back = reach.returns().filter(|(from, _)| is_on_it(*from));
    back.map(|(_, to)| to).collect()
}

#[cfg(test)]
mod tests {
    use kaizu_model::notation;

    use super::*;

    /// The share that the step called 見る turns away, and that for which the step called 受ける was in vain.
    fn turned_away(text: &str) -> Option<[f64; 2]> {
        let text = format!("係: 受ける 5分 [#1]\n係: 見る 2分 [#2 確認]\n{text}");
        let document = notation::parse(&text).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let rejects = rejects(&graph, 1)?;
        Some([rejects.share(), rejects.in_vain(&graph, 0)])
    }

    #[test]
    fn cases_that_end_or_go_back_are_turned_away() {
        let ends = "  20% 却下 → #3\n  80% 可 → #4\n係: 却下を知らせる [#3 通知]\n  → ここまで\n係: 決める [#4]\n";
        assert_eq!(turned_away(ends), Some([0.2, 0.2]));
        let told =
            "  20% 却下 → #4\n  80% 可 → #3\n係: 決める [#3]\n係: 結果を知らせる [#4 通知]\n";
        assert_eq!(turned_away(told), Some([0.2, 0.2]));
        let again = "係: よいか [分岐]\n  20% 不備 → #3\n  80% 可 → #4\n住民: 直す [#3]\n  → #1\n係: 決める [#4]\n";
        assert_eq!(turned_away(again), Some([0.2, 0.2]));
        let looked_at_again = again.replace("→ #1", "→ #2");
        assert_eq!(turned_away(&looked_at_again), Some([0.2, 0.0]));
    }

    #[test]
    fn who_goes_another_way_to_the_same_work_is_not_turned_away() {
        let way = "  20% 特例 → #3\n  80% 一般 → #4\n係: 意見を聞く [#3]\n係: 決める [#4]\n";
        assert_eq!(turned_away(way), None);
        let kind = "  20% 特例 → #3\n  80% 一般 → #4\n係: 特例を審査する [#3 審査]\n  → ここまで\n係: 決める [#4]\n係: 払う\n";
        assert_eq!(turned_away(kind), None);
    }

    #[test]
    fn most_cases_pass_also_where_little_is_left_to_do_for_them() {
        let last = "  5% 誤り → #3\n  95% 良 → #4\n係: 直す [#3]\n  → #2\n係: 知らせる [#4 通知]\n";
        assert_eq!(turned_away(last), Some([0.05, 0.0]));
        let more = "  5% 要調査 → #3\n  95% 良 → #4\n係: 調べる [#3]\n  → ここまで\n係: 知らせる [#4 通知]\n";
        assert_eq!(turned_away(more), None);
    }

    #[test]
    fn where_nobody_said_how_many_nothing_is_known() {
        let unsaid =
            "  却下 → #3\n  可 → #4\n係: 却下を知らせる [#3 通知]\n  → ここまで\n係: 決める [#4]\n";
        assert_eq!(turned_away(unsaid), None);
    }
}
