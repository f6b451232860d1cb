//! What has to be written to the servers' real disks, so that they hold another moment.

use crate::log::{Disk, Entry, HardState, Index};
use crate::registry::Name;
use crate::server::Disks;

/// What to change on one server's real disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiskWrite {
    pub server: Name,
    pub hard_state: HardState,
    /// How many entries of what is there stay.
    pub keep: Index,
    /// What to append after them.
    pub append: Vec<Entry>,
    /// Which entries to make unreadable.
    pub damage: Vec<Index>,
}

/// The differences that lead from some disks to others, one for each disk that differs.
pub fn writes_between(old: &Disks, new: &Disks) -> Vec<DiskWrite> {
    let gone = |name: &&Name| new.registry.find(name).is_none();
    let gone = old.registry.names().iter().filter(gone);
    let names = new.registry.names().iter().chain(gone);
    names
        .filter_map(|name| write_between(name, &old.of(name), &new.of(name)))
        .collect()
}

fn write_between(server: &Name, old: &Disk, new: &Disk) -> Option<DiskWrite> {
    let mut keep = old.log.common_prefix(&new.log);
    // A damaged entry that is whole again has to be written again, and all after it.
    let is_whole = |index: &Index| !new.damaged.contains(*index);
    if let Some(mended) = old.damaged.iter().find(is_whole) {
        keep = keep.min(mended - 1);
    }
    let append = new.log.entries_after(keep);
    let is_news = |index: &Index| *index > keep || !old.damaged.contains(*index);
    let damage: Vec<Index> = new.damaged.iter().filter(is_news).collect();
    let unchanged = keep == old.log.last_index()
        && append.is_empty()
        && damage.is_empty()
        && old.hard_state == new.hard_state;
    (!unchanged).then(|| DiskWrite {
        server: server.clone(),
        hard_state: new.hard_state,
        keep,
        append,
        damage,
    })
}
