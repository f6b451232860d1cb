//! What is stored is found again, however large the tables become.

use proptest::prelude::*;

use super::arena::Arena;
use super::id_table::IdTable;
use super::states::States;
use super::successor::{Key, Step, Successor};
use super::tables::Id;

proptest! {
    #[test]
    fn a_number_is_found_by_its_hash(
        // Few hashes crowd a few homes, and the last bucket, behind which comes the first.
        hashes in prop::collection::vec(prop_oneof![any::<u32>(), 0u32..4, u32::MAX - 4..=u32::MAX], 0..600),
    ) {
        let mut table = IdTable::new();
        for (number, hash) in hashes.iter().enumerate() {
            prop_assert_eq!(table.find(*hash, |id| id as usize >= number), None);
            let added = table.add(*hash, |id| hashes[id as usize]);
            prop_assert_eq!(added as usize, number);
        }
        for (number, hash) in hashes.iter().enumerate() {
            let found = table.find(*hash, |id| id as usize == number);
            prop_assert_eq!(found, Some(number as Id));
        }
    }

    #[test]
    fn a_row_keeps_its_words_when_later_ones_need_more_room(
        words in 2..=Key::LEN,
        numbers in prop::collection::vec((0..32u32, any::<[Id; Key::LEN]>()), 1..60),
    ) {
        let mut arena = Arena::new(words);
        let keys: Vec<Key> = numbers.iter().map(|(bits, words_of)| key(words, *bits, words_of)).collect();
        for key in &keys {
            arena.make_room([key].into_iter());
            let row = arena.layout.pack(key);
            arena.push(&row[..arena.layout.cells]);
        }
        for (state, key) in (0..).zip(&keys) {
            prop_assert_eq!(arena.key(state), *key);
        }
    }
}

#[test]
fn a_state_is_added_once_and_says_from_where_it_was_found() {
    let mut states = States::new(4);
    let origin = |number: Id| {
        if number % 1000 == 999 {
            number / 2
        } else {
            number * 9 / 10
        }
    };
    let met = |number: Id| Successor {
        origin: origin(number),
        ..Successor::of(key(4, 32, &numbers(number)), Step::Begin)
    };
    for first in (0..100_000).step_by(50) {
        let some: Vec<Successor> = (first.max(100) - 100..first + 50).map(met).collect();
        states.insert(&some);
    }
    assert_eq!(states.len(), 100_000);
    for state in (0..100_000).step_by(333) {
        assert_eq!(states.key(state), met(state).key);
        assert_eq!(states.origin(state), origin(state));
    }
}

/// A key whose first words are these, cut to so many bits.
fn key(words: usize, bits: u32, numbers: &[Id; Key::LEN]) -> Key {
    let mut key = Key {
        words: [0; Key::LEN],
    };
    for (word, number) in key.words.iter_mut().zip(numbers).take(words) {
        *word = (u64::from(*number) & ((1 << bits) - 1)) as Id;
    }
    key
}

fn numbers(number: Id) -> [Id; Key::LEN] {
    std::array::from_fn(|place| number % (50 + place as Id * 100_000))
}
