//! How fast the search is, and stateright on the same model: what `npm run bench` prints of it. One line of JSON for each.
//!
//!     cargo bench --profile fast --bench search_speed

use std::time::Instant;

use catchup::run::Run;
use catchup::search::{Bound, Bounds, Method, Progress, Search, promises};
use stateright::{Checker, Model};

#[path = "../tests/stateright_model/mod.rs"]
mod stateright_model;

use stateright_model::AskLength;

const BYTES: usize = 8_000_000_000;

fn main() {
    // As many states in both: that the numbers are the same is what makes the rates comparable.
    let model = AskLength {
        disks: vec![vec![7]; 4],
        writes: 0,
        nominations: 2,
        kills: 1,
        duplicates: 0,
    };
    let article = "protocol ask_length\nservers every tom dick and\ndisk every 0 set d 7\ndisk tom 0 set d 7\ndisk dick 0 set d 7\ndisk and 0 set d 7\n";
    let within = [(Bound::Timeouts, 2), (Bound::Kills, 1)];
    let states = tell("article", article, &within, Some(1000), Method::Reduced);
    let begun = Instant::now();
    let checker = model.checker().spawn_bfs().join();
    let found = checker.unique_state_count();
    assert_eq!(found, states, "stateright counts otherwise");
    tell_line("stateright", found, begun, None);

    let raft = "protocol raft\nservers every tom dick\n";
    let within = [(Bound::Writes, 1), (Bound::Timeouts, 2), (Bound::Kills, 1)];
    tell("raft", raft, &within, None, Method::Symmetric);
    tell("raft, nobody alike", raft, &within, None, Method::Reduced);
}

/// Searches all there is, and says how long that took. Returns how many states there are.
fn tell(
    name: &str,
    text: &str,
    within: &[(Bound, u8)],
    in_flight: Option<u32>,
    method: Method,
) -> usize {
    let run = Run::new(text).expect("a text");
    let mut bounds = Bounds::default();
    for (bound, at_most) in within {
        bounds.set(*bound, *at_most);
    }
    bounds.in_flight = in_flight;
    let checked = promises(run.now());
    let begun = Instant::now();
    let progress = end(Search::new(run.now(), &checked, bounds, method, BYTES));
    tell_line(name, progress.states, begun, Some(progress.bytes));
    progress.states
}

fn end(mut search: Search) -> Progress {
    loop {
        search.advance(1_000_000);
        let progress = search.progress();
        if progress.outcome.is_some() {
            return progress;
        }
    }
}

fn tell_line(name: &str, states: usize, begun: Instant, bytes: Option<usize>) {
    let seconds = begun.elapsed().as_secs_f64();
    let bytes = bytes.map_or("null".to_string(), |bytes| format!("{}", bytes / states));
    println!(
        r#"{{"name": "{name}", "states": {states}, "seconds": {seconds:.3}, "bytes_each": {bytes}}}"#
    );
}
