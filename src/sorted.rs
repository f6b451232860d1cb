//! A set kept as a sorted list: for a handful of small values it is smaller than a tree, in memory and
//! in the WebAssembly that the page loads.

/// Invariant: ascending, no value twice.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SortedSet<T> {
    values: Vec<T>,
}

impl<T> Default for SortedSet<T> {
    fn default() -> SortedSet<T> {
        SortedSet { values: Vec::new() }
    }
}

impl<T: Copy + Ord> SortedSet<T> {
    /// False when it was there already.
    pub fn insert(&mut self, value: T) -> bool {
        let place = self.values.binary_search(&value);
        if let Err(position) = place {
            self.values.insert(position, value);
        }
        place.is_err()
    }

    /// False when it was not there.
    pub fn remove(&mut self, value: T) -> bool {
        let place = self.values.binary_search(&value);
        if let Ok(position) = place {
            self.values.remove(position);
        }
        place.is_ok()
    }

    pub fn contains(&self, value: T) -> bool {
        self.values.binary_search(&value).is_ok()
    }

    pub fn remove_above(&mut self, limit: T) {
        while self.values.last().is_some_and(|&value| value > limit) {
            self.values.pop();
        }
    }

    /// The smallest value.
    pub fn first(&self) -> Option<T> {
        self.values.first().copied()
    }

    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// In ascending order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = T> {
        self.values.iter().copied()
    }
}
