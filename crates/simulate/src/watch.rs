//! Somebody who looks on while a flow is played.
use kaizu_model::EdgeId;

use crate::calendar::Moment;

/// Somebody who looks on while a flow is played; everything is told in the order in which it happens.
pub(crate) trait Watch {
    /// A case comes.
    fn comes(&mut self, _case: u64, _at: Moment) {}
    /// A case is handed on along an arrow.
    fn goes(&mut self, _case: u64, _edge: EdgeId, _at: Moment) {}
    /// A case comes to a step.
    fn reaches(&mut self, _case: u64, _place: u32, _at: Moment) {}
    /// Work on it begins that ends at `until`; by the people of `group`, where they had to be waited for.
    fn begins(
        &mut self,
        _case: u64,
        _place: u32,
        _group: Option<u32>,
        _at: Moment,
        _until: Moment,
    ) {
    }
    /// It leaves a step.
    fn leaves(&mut self, _case: u64, _place: u32, _at: Moment) {}
    /// A case ends.
    fn ends(&mut self, _case: u64, _at: Moment) {}
    /// Whether to go on.
    fn is_content(&self) -> bool {
        false
    }
}

/// Nobody.
pub(crate) struct Nobody;

impl Watch for Nobody {}
