//! The keys of all states, one behind the other, each as a row of bits.

use super::layout::{Cell, Layout};
use super::successor::Key;
use super::tables::Id;

/// How many states a piece of the arena has, so that the arena grows without being copied.
const PIECE: usize = 1 << 14;

pub struct Arena {
    pub layout: Layout,
    pieces: Vec<Vec<Cell>>,
    len: usize,
    /// All nodes and all contexts there were, their bits put together.
    nodes: Id,
    contexts: Id,
}

impl Arena {
    pub fn new(words: usize) -> Arena {
        Arena {
            layout: Layout::with_room(words, 0, 0),
            pieces: Vec::new(),
            len: 0,
            nodes: 0,
            contexts: 0,
        }
    }

    pub fn len(&self) -> usize {
        self.len
    }

    #[inline]
    pub fn row(&self, state: Id) -> &[Cell] {
        let first = state as usize % PIECE * self.layout.cells;
        &self.pieces[state as usize / PIECE][first..first + self.layout.cells]
    }

    #[inline]
    pub fn key(&self, state: Id) -> Key {
        self.layout.unpack(self.row(state))
    }

    #[inline]
    pub fn context(&self, state: Id) -> Id {
        self.layout.context(self.row(state))
    }

    /// Adds a row, which is in the layout of the others.
    #[inline]
    pub fn push(&mut self, row: &[Cell]) {
        assert!(self.len < Id::MAX as usize - 1, "too many states to count");
        if self.len.is_multiple_of(PIECE) {
            self.pieces.push(Vec::with_capacity(PIECE * row.len()));
        }
        if let Some(piece) = self.pieces.last_mut() {
            piece.extend_from_slice(row);
        }
        self.len += 1;
    }

    /// Sees to it that each word of these keys has room in a row.
    pub fn make_room<'a>(&mut self, keys: impl Iterator<Item = &'a Key>) {
        let last = self.layout.words - 1;
        for key in keys {
            self.nodes |= key.words[..last].iter().fold(0, |all, node| all | node);
            self.contexts |= key.words[last];
        }
        if !self.layout.has_room(self.nodes, self.contexts) {
            self.lay_out_anew();
        }
    }

    pub fn bytes(&self) -> usize {
        self.pieces.len() * PIECE * self.layout.cells * size_of::<Cell>()
    }

    #[cold]
    fn lay_out_anew(&mut self) {
        let before = self.layout;
        self.layout = Layout::with_room(before.words, self.nodes, self.contexts);
        let cells = self.layout.cells;
        for piece in &mut self.pieces {
            let mut anew = Vec::with_capacity(PIECE * cells);
            for row in piece.chunks(before.cells) {
                let row = self.layout.pack(&before.unpack(row));
                anew.extend_from_slice(&row[..cells]);
            }
            *piece = anew;
        }
    }
}
