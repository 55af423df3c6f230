//! What holds for flows as offices have them: nested choices, loops and parallel work over up to twelve lanes.
#[path = "sketch/merging.rs"]
mod merging;
#[path = "sketch/nested.rs"]
mod nested;
#[path = "sketch/rules.rs"]
mod rules;
mod sketch;

use kaizu_model::{Placement, Wording};
use nested::flow;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use sketch::{FLOW, Sketch, lane_id};

fn placed(sketch: &Sketch) -> Placement {
    kaizu_layout::place(&sketch.document(), FLOW, &Wording::default())
}

fn near(one: f64, two: f64) -> bool {
    (one - two).abs() < 1e-6
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, rng_seed: RngSeed::Fixed(5), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn boxes_stand_in_their_lanes_and_arrows_go_around_them(sketch in flow()) {
        let broken = rules::broken(&sketch.document(), &placed(&sketch));
        prop_assert!(broken.is_empty(), "{broken:#?}");
    }

    #[test]
    fn two_arrows_run_on_top_of_each_other_only_into_the_same_target(sketch in flow()) {
        let on_top = merging::on_top(&sketch.document(), &placed(&sketch));
        prop_assert!(on_top.is_empty(), "{on_top:#?}");
    }

    #[test]
    fn lanes_lie_below_and_phases_beside_each_other_in_their_order(sketch in flow()) {
        let placement = placed(&sketch);
        for (n, lane) in placement.lanes.iter().enumerate() {
            prop_assert_eq!(lane.id, lane_id(n));
            prop_assert!(near(lane.rect.w, placement.size.w) && lane.rect.h > 0.0);
        }
        prop_assert!(placement.lanes.windows(2).all(|it| near(it[0].rect.bottom(), it[1].rect.y)));
        prop_assert_eq!(placement.phases.len(), sketch.phases.len());
        prop_assert!(placement.phases.windows(2).all(|it| near(it[0].rect.right(), it[1].rect.x)));
        prop_assert!(placement.phases.iter().all(|it| it.rect.w > 0.0));
    }

    #[test]
    fn everything_is_drawn_and_the_same_flow_gives_the_same_bytes(sketch in flow()) {
        let (once, again) = (placed(&sketch), placed(&sketch));
        prop_assert_eq!(once.nodes.len(), sketch.nodes.len());
        prop_assert_eq!(once.edges.len(), sketch.arrows.len());
        prop_assert_eq!(serde_json::to_string(&once).unwrap(), serde_json::to_string(&again).unwrap());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, rng_seed: RngSeed::Fixed(5), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_box_stands_exactly_where_it_is_put_and_the_rest_gives_way(sketch in flow(), chosen in 0..64_usize) {
        let free = placed(&sketch);
        let chosen = chosen % sketch.nodes.len();
        let rect = free.nodes[chosen].rect;
        let beside = [0.0, 100.0, 200.5, 300.0].map(|by| (rect.x + by, rect.y));
        for at in beside.into_iter().chain([(free.size.w + 80.5, rect.y)]) {
            let mut pinned = sketch.clone();
            pinned.nodes[chosen].pin = Some(at);
            let placement = placed(&pinned);
            let put = placement.nodes[chosen].rect;
            prop_assert_eq!((put.x, put.y), at);
            let broken = rules::broken(&pinned.document(), &placement);
            let serious: Vec<_> = broken.iter().filter(|it| !it.starts_with("arrow")).collect();
            prop_assert!(serious.is_empty(), "{serious:#?}");
        }
    }
}
