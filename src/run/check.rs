//! Whether a run is what it seems.

use super::{CHECKPOINT_INTERVAL, Run};

impl Run {
    /// # Panics
    /// When an invariant does not hold.
    pub fn check(&self) {
        let (cursor, length) = (self.cursor, self.length());
        assert!(cursor <= length, "at moment {cursor} of {length}");
        assert!(self.tip.moment <= length, "{} of {length}", self.tip.moment);
        self.tip.disks.check();
        assert_eq!(self.checkpoints.len(), length / CHECKPOINT_INTERVAL + 1);
        let mut broken: Vec<_> = self.breaches.iter().map(|one| one.property).collect();
        broken.sort();
        assert!(broken.is_sorted_by(|one, other| one < other), "{broken:?}");
        assert!(self.breaches.iter().all(|one| one.moment <= length));
        let mut state = self.scenario.simulation();
        for moment in 0..=length {
            if moment > 0 {
                state.perform(&self.steps[moment - 1].a_move);
            }
            if moment.is_multiple_of(CHECKPOINT_INTERVAL) {
                let remembered = &self.checkpoints[moment / CHECKPOINT_INTERVAL];
                assert!(*remembered == state, "moment {moment} of {self:?}");
            }
            if moment == cursor {
                assert!(self.now == state, "{self:?}");
            }
        }
    }
}
