//! A second, plain implementation of the protocol `raft`, written from the specification alone, to check another one against.
//!
//! Slow and clear rather than clever: a server is plain data, a turn changes one server and says what it sends, and the properties
//! are functions over the whole history. What is quoted is the specification; where it is silent, `docs/raft.md` says what was chosen.
//! Left out: the protocols that are not `raft`, `damage`, the short forms `calm` and `storm`, limits (only the highest term), sentences.

pub mod model;
pub mod properties;
pub mod random;
pub mod text;
pub mod turn;
pub mod values;
