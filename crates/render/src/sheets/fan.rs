//! Circles along a cut: each at the height of its arrow, or as near to it as the others leave room.
use crate::theme;

/// From the middle of one circle to the middle of the next, at the least.
const PITCH: f64 = 2.0 * theme::CONNECTOR + 4.0;

/// Where circles go whose arrows lie at `wished`, in order, between `low` and `high`; and half their width.
pub(super) fn fan(wished: &[f64], low: f64, high: f64) -> (Vec<f64>, f64) {
    let room = (high - low).max(1.0);
    // A cut that very many arrows cross has smaller circles rather than circles on top of each other.
    let pitch = PITCH.min(room / wished.len().max(1) as f64);
    let radius = theme::CONNECTOR.min(pitch / 2.0 - 0.5).max(0.5);
    // Neighbours that come too near to each other move apart together, around the middle of what each of them wishes:
    // the regression that keeps an order (pool adjacent violators).
    let mut blocks: Vec<(f64, usize)> = Vec::new();
    for (n, at) in wished.iter().enumerate() {
        let mut block = (at - n as f64 * pitch, 1);
        while let Some(last) = blocks.last().filter(|last| last.0 > block.0) {
            let n_both = last.1 + block.1;
            let sum = last.0 * last.1 as f64 + block.0 * block.1 as f64;
            block = (sum / n_both as f64, n_both);
            blocks.pop();
        }
        blocks.push(block);
    }
    let (low, high) = (low + radius, high - radius);
    let last = wished.len().saturating_sub(1) as f64;
    let free = blocks
        .iter()
        .flat_map(|(at, n)| std::iter::repeat_n(*at, *n));
    let placed = free.enumerate().map(|(n, at)| {
        let most = high - last * pitch;
        at.min(most).max(low.min(most)) + n as f64 * pitch
    });
    (placed.collect(), radius)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn circles_stay_with_their_arrows_where_there_is_room() {
        assert_eq!(fan(&[20.0, 90.0], 0.0, 200.0).0, [20.0, 90.0]);
    }

    #[test]
    fn near_neighbours_move_apart_around_their_middle_and_stay_inside() {
        let half = PITCH / 2.0;
        assert_eq!(
            fan(&[100.0, 100.0], 0.0, 200.0).0,
            [100.0 - half, 100.0 + half]
        );
        for wished in [[3.0, 4.0, 5.0], [196.0, 197.0, 199.0]] {
            let (placed, radius) = fan(&wished, 0.0, 200.0);
            assert!(
                placed[0] >= radius && placed[2] <= 200.0 - radius,
                "{placed:?}"
            );
            assert!(
                placed
                    .windows(2)
                    .all(|pair| pair[1] - pair[0] >= 2.0 * radius)
            );
        }
    }

    #[test]
    fn too_many_circles_become_smaller_and_never_lie_on_each_other() {
        let wished: Vec<f64> = (0..20).map(f64::from).collect();
        let (placed, radius) = fan(&wished, 0.0, 100.0);
        assert!(
            placed
                .windows(2)
                .all(|pair| pair[1] - pair[0] >= 2.0 * radius)
        );
        assert!(placed[0] - radius >= 0.0 && placed[19] + radius <= 100.0 + 1e-9);
    }
}
