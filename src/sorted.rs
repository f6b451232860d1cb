//! A set and a map kept as sorted lists: for a handful of small values, and for what mostly grows at its
//! end, that is smaller than a tree, in memory and in the WebAssembly that the page loads.

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

    /// # Panics
    /// When the invariant does not hold.
    pub fn check(&self) {
        let ascends = self.values.is_sorted_by(|one, other| one < other);
        assert!(ascends, "a set out of order");
    }
}

/// Values that are found by their keys.
///
/// Invariant: the keys ascend, none twice.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SortedMap<K, V> {
    pairs: Vec<(K, V)>,
}

impl<K, V> Default for SortedMap<K, V> {
    fn default() -> SortedMap<K, V> {
        SortedMap { pairs: Vec::new() }
    }
}

impl<K: Ord, V> SortedMap<K, V> {
    /// Gives the key this value, in place of any that it had.
    pub fn insert(&mut self, key: K, value: V) {
        match self.place(&key) {
            Ok(position) => self.pairs[position].1 = value,
            Err(position) => self.pairs.insert(position, (key, value)),
        }
    }

    /// The key's value, made first if it has none.
    pub fn get_or_insert_with(&mut self, key: K, make: impl FnOnce() -> V) -> &mut V {
        let position = self.place(&key).unwrap_or_else(|position| {
            self.pairs.insert(position, (key, make()));
            position
        });
        &mut self.pairs[position].1
    }

    pub fn get(&self, key: &K) -> Option<&V> {
        let position = self.place(key).ok()?;
        Some(&self.pairs[position].1)
    }

    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// In ascending order of the keys.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.pairs.iter().map(|(key, value)| (key, value))
    }

    /// In ascending order of the keys.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.pairs.iter_mut().map(|(_, value)| value)
    }

    /// The same values under other keys.
    pub fn with_keys(self, renamed: impl Fn(K) -> K) -> SortedMap<K, V> {
        let mut map = SortedMap::default();
        for (key, value) in self.pairs {
            map.insert(renamed(key), value);
        }
        map
    }

    /// # Panics
    /// When the invariant does not hold.
    pub fn check(&self) {
        let ascends = self.pairs.is_sorted_by(|(one, _), (other, _)| one < other);
        assert!(ascends, "a map out of order");
    }

    /// Where the key is, or where it belongs.
    fn place(&self, key: &K) -> Result<usize, usize> {
        self.pairs.binary_search_by(|(known, _)| known.cmp(key))
    }
}
