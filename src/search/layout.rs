//! How the words of a key are laid out in a row of bits.

use super::successor::Key;
use super::tables::Id;

/// A row has as few cells as there can be. Of the words, each of which is in one cell, all but the last are nodes and have as
/// many bits as there is room for; the last, the context, has as many as it needs, and one more.
#[derive(Clone, Copy)]
pub struct Layout {
    pub words: usize,
    /// How many cells a row has.
    pub cells: usize,
    node_bits: u32,
    context_bits: u32,
    places: [Place; Key::LEN],
}

/// Where a word is in a row.
#[derive(Clone, Copy, Default)]
struct Place {
    cell: u8,
    shift: u8,
}

/// A piece of a row.
pub type Cell = u64;

/// A row that may have more cells than are used.
pub type Row = [Cell; Layout::CELL_LIMIT];

impl Layout {
    /// Two words of any size fit into a cell.
    pub const CELL_LIMIT: usize = Key::LEN.div_ceil(2);

    /// One in which nodes and contexts up to these numbers have room.
    pub fn with_room(words: usize, node: Id, context: Id) -> Layout {
        let context_bits = (bits(context) + 1).min(Id::BITS);
        let cells = 1..=Layout::CELL_LIMIT;
        let mut layouts = cells.flat_map(|cells| {
            let widths = (bits(node)..=Id::BITS).rev();
            let layouts = widths.map(|node_bits| Layout::of(words, node_bits, context_bits));
            layouts.filter(move |layout| layout.cells == cells)
        });
        layouts.next().expect("all words fit into the most cells")
    }

    fn of(words: usize, node_bits: u32, context_bits: u32) -> Layout {
        let mut layout = Layout {
            words,
            cells: 1,
            node_bits,
            context_bits,
            places: [Place::default(); Key::LEN],
        };
        let mut used = 0;
        for word in 0..words {
            let bits = layout.bits_of(word);
            if used + bits > Cell::BITS {
                layout.cells += 1;
                used = 0;
            }
            layout.places[word] = Place {
                cell: layout.cells as u8 - 1,
                shift: used as u8,
            };
            used += bits;
        }
        layout
    }

    /// Whether nodes and contexts up to these numbers have room in it.
    pub fn has_room(&self, node: Id, context: Id) -> bool {
        bits(node) <= self.node_bits && bits(context) <= self.context_bits
    }

    /// Lays out a key; what is behind the row's cells is 0.
    #[inline]
    pub fn pack(&self, key: &Key) -> Row {
        // The usual numbers are known when it is compiled: see the head of `search.rs`.
        match self.words {
            4 => self.pack_words(4, key),
            6 => self.pack_words(6, key),
            words => self.pack_words(words, key),
        }
    }

    #[inline]
    pub fn unpack(&self, row: &[Cell]) -> Key {
        match self.words {
            4 => self.unpack_words(4, row),
            6 => self.unpack_words(6, row),
            words => self.unpack_words(words, row),
        }
    }

    /// The context of a key, without the rest.
    #[inline]
    pub fn context(&self, row: &[Cell]) -> Id {
        self.word(row, self.words - 1, self.context_bits)
    }

    #[inline(always)]
    fn pack_words(&self, words: usize, key: &Key) -> Row {
        let mut row = [0; Layout::CELL_LIMIT];
        for (word, place) in key.words[..words].iter().zip(&self.places) {
            row[usize::from(place.cell)] |= Cell::from(*word) << place.shift;
        }
        row
    }

    #[inline(always)]
    fn unpack_words(&self, count: usize, row: &[Cell]) -> Key {
        let mut words = [0; Key::LEN];
        for (number, node) in words[..count - 1].iter_mut().enumerate() {
            *node = self.word(row, number, self.node_bits);
        }
        words[count - 1] = self.word(row, count - 1, self.context_bits);
        Key { words }
    }

    /// A word that has so many bits.
    #[inline(always)]
    fn word(&self, row: &[Cell], number: usize, bits: u32) -> Id {
        let Place { cell, shift } = self.places[number];
        let all = Cell::MAX >> (Cell::BITS - bits);
        (row[usize::from(cell)] >> shift & all) as Id
    }

    fn bits_of(&self, word: usize) -> u32 {
        if word + 1 == self.words {
            self.context_bits
        } else {
            self.node_bits
        }
    }
}

/// How many bits a number needs: at least one.
fn bits(number: Id) -> u32 {
    (number | 1).ilog2() + 1
}
