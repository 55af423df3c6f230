//! Which arrows lead back: those that people marked so, and those that close a cycle when the flow is walked without them
//! from its start in the order of the list.
//!
//! A depth-first walk keeps a return (差戻し) a return, where a smallest feedback set could turn any arrow of the
//! cycle round.

/// For each of `ends` (source, target), whether it leads back; `marked` are those of which people say so.
pub(crate) fn returns(n_stops: usize, ends: &[(usize, usize)], marked: &[bool]) -> Vec<bool> {
    let mut leaving = vec![Vec::new(); n_stops];
    let mut is_entered = vec![false; n_stops];
    for (way, (from, to)) in ends.iter().enumerate().filter(|(way, _)| !marked[*way]) {
        leaving[*from].push(way);
        if from != to {
            is_entered[*to] = true;
        }
    }
    let starts = (0..n_stops).filter(|stop| !is_entered[*stop]);
    let mut walk = Walk {
        seen: vec![Seen::Never; n_stops],
        is_return: marked.to_vec(),
    };
    for stop in starts.chain(0..n_stops) {
        walk.from(stop, &leaving, ends);
    }
    walk.is_return
}

#[derive(Clone, Copy, PartialEq)]
enum Seen {
    Never,
    OnTheWay,
    Done,
}

struct Walk {
    seen: Vec<Seen>,
    is_return: Vec<bool>,
}

impl Walk {
    /// Walks without recursion: a flow may be a chain of any length.
    fn from(&mut self, start: usize, leaving: &[Vec<usize>], ends: &[(usize, usize)]) {
        if self.seen[start] != Seen::Never {
            return;
        }
        self.seen[start] = Seen::OnTheWay;
        let mut path = vec![(start, 0)];
        while let Some((stop, next)) = path.pop() {
            let Some(way) = leaving[stop].get(next) else {
                self.seen[stop] = Seen::Done;
                continue;
            };
            path.push((stop, next + 1));
            let target = ends[*way].1;
            match self.seen[target] {
                Seen::Never => {
                    self.seen[target] = Seen::OnTheWay;
                    path.push((target, 0));
                }
                Seen::OnTheWay => self.is_return[*way] = true,
                Seen::Done => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arrow_back_to_an_earlier_step_is_the_return() {
        assert_eq!(
            returns(3, &[(0, 1), (1, 2), (2, 0), (0, 2)], &[false; 4]),
            [false, false, true, false]
        );
    }

    #[test]
    fn a_cycle_without_a_start_is_entered_at_its_first_step() {
        assert_eq!(returns(2, &[(1, 0), (0, 1)], &[false; 2]), [true, false]);
    }

    #[test]
    fn an_arrow_to_itself_leads_back() {
        assert_eq!(returns(1, &[(0, 0)], &[false]), [true]);
    }

    #[test]
    fn what_people_mark_is_the_return_whatever_is_walked_first() {
        // 0 skips to 3, which is sent back to 1.
        let ends = [(0, 3), (0, 1), (1, 2), (2, 3), (3, 1)];
        let marked = [false, false, false, false, true];
        assert_eq!(returns(4, &ends, &marked), marked);
    }
}
