//! Catchup: a cluster of polite servers that bring each other's logs up to date, one message at a time.
//!
//! Read the modules in this order; each uses only those before it, but for `words` and `sorted`, which
//! all may use.
//!
//! - [`registry`]: who there is; [`log`], [`store`]: what is on a server's disk, and the state machine that
//!   it is replayed into; [`client`]: what may be asked, and the answers;
//! - [`rule`]: what can be switched off; [`protocol`]: what a protocol is, with one file for each; [`catalog`]: the table of them;
//! - [`server`], [`network`], [`cluster`]: one server, what is between servers, and all that can matter;
//! - [`history`]: what is remembered beside that;
//! - [`action`], [`moves`], [`event`], [`simulation`], [`legality`]: what may be done, and what it means here;
//!   what happened; the one step function; and what is possible;
//! - [`property`], [`reference`], [`properties`]: what is promised and hoped for, and whether it holds;
//! - [`script`]: the text language; [`run`]: a text being stepped, forwards and backwards;
//! - [`search`]: whether some order of events breaks a promise, and the shortest that does;
//! - [`comparison`]: the same trouble under several protocols, and what it costs;
//! - [`lesson`]: what a text says and asks beside what happens; [`lessons`]: texts that come with the page;
//! - [`web`], and in the WebAssembly that searches `worker`: the only modules that know JavaScript, but for the part of
//!   [`words`] that asks the page what to say.
//!
//! Nothing in here, these excepted, reads a clock or does IO; `weather` draws from a seed that it is given.

pub mod words;

pub mod sorted;

pub mod registry;

pub mod log;

pub mod store;

pub mod client;

pub mod property;

pub mod rule;

pub mod protocol;

pub mod catalog;

pub mod server;

pub mod network;

pub mod cluster;

pub mod history;

pub mod action;

pub mod moves;

pub mod event;

pub mod simulation;

pub mod legality;

pub mod weather;

pub mod reference;

pub mod properties;

pub mod script;

pub mod run;

pub mod search;

pub mod comparison;

pub mod lesson;

pub mod lessons;

#[cfg(all(target_arch = "wasm32", not(feature = "search")))]
pub mod web;

#[cfg(all(target_arch = "wasm32", feature = "search"))]
pub mod worker;
