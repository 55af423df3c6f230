//! A power cut at any moment: of what was not synced anything may be lost, and every acknowledged edit is there.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
use kaizu_torture::disk::Disk;
use kaizu_torture::life;
use kaizu_torture::victim::{Victim, Why, told};
use kaizu_torture::{seed, size, tell};

/// One project until the power goes. Gives how many edits were acknowledged, and whether one more was found.
fn cut(disk: &Disk, mut it: Victim) -> Result<(usize, bool), Why> {
    let operations = 2 + it.luck.below(400);
    disk.plug(it.folder.path(), operations).unwrap();
    let mut store = it.open().ok();
    while let Some(open) = &mut store {
        let deed = life::deed(&mut it.luck, open.document());
        match life::done(open, &deed) {
            Ok(true) => {
                let hash = life::hash(open.document());
                it.known.acknowledge(open.revision().0, hash)?;
            }
            Ok(false) => {}
            Err(_) if disk.is_dark() => break,
            Err(failure) => return Err(told(&failure)),
        }
        if it.luck.once_in(20) {
            store = None;
            if !disk.is_dark() {
                store = it.open().ok();
            }
        }
    }
    drop(store);
    let left = tempfile::tempdir().unwrap();
    disk.unplug(left.path(), &mut it.luck).unwrap();
    it.path = left.path().join("project.kaizu");
    it.folder = left;
    let before = it.known.last();
    let store = it.open().map_err(|failure| told(&failure))?;
    it.known.compare(&store, 1, 0, &mut it.luck)?;
    drop(store);
    it.is_whole()?;
    Ok((it.known.acknowledged, it.known.last() > before))
}

#[test]
fn a_power_cut_loses_no_acknowledged_edit() {
    let disk = Disk::get().unwrap();
    let (cuts, seed) = (size("KAIZU_POWER_CUTS", 200), seed());
    let (mut acknowledged, mut unacknowledged) = (0, 0);
    for n in 0..cuts {
        let (name, writing) = life::MODES[n % life::MODES.len()];
        let case = seed.wrapping_mul(1_000_033).wrapping_add(n as u64);
        let (edits, is_more) = cut(&disk, Victim::new(case, writing).unwrap())
            .map_err(|why| format!("seed {seed}, power cut {n}, {name}: {why}"))
            .unwrap();
        acknowledged += edits;
        unacknowledged += usize::from(is_more);
    }
    tell(
        "power cuts",
        &[
            ("power cuts", &cuts),
            ("edits acknowledged", &acknowledged),
            ("edits found that nobody acknowledged", &unacknowledged),
            ("edits lost", &0),
        ],
    );
}
