//! How wide the channels between columns are.

/// From an upright track to the box beside it.
const CHANNEL_MARGIN: f64 = 18.0;

/// The middle and the width of a channel.
pub(crate) fn channel(extent: Option<(f64, f64)>, room: (f64, f64), least: f64) -> (f64, f64) {
    let Some((low, high)) = extent else {
        let width = least.max(room.0 + room.1);
        return (width / 2.0, width);
    };
    let (before, after) = (room.0.max(CHANNEL_MARGIN), room.1.max(CHANNEL_MARGIN));
    let width = before + high - low + after;
    let spare = (least - width).max(0.0);
    (before + spare / 2.0 - low, width + spare)
}
