// A search that is timed, in whatever runs WebAssembly.

/** @import { Search, SearchProgress } from "../pkg/search/catchup.js" */

/**
 * Searches Raft with three servers, two timeouts, one write and one kill.
 * @param {typeof Search} SearchClass The search, loaded.
 * @returns {{ name: string, states: number, seconds: number, bytes_each: number }} How long that took.
 */
export function searchRaft(SearchClass) {
  const script = "protocol raft\nservers every tom dick\n";
  const begun = performance.now();
  const search = new SearchClass({ script, moment: 0, at_most: [["timeouts", 2], ["writes", 1], ["kills", 1]], megabytes: 2_000 });
  for (;;) {
    const { outcome, states, bytes } = /** @type {SearchProgress} */ (search.advance(100_000));
    if (outcome === null) continue;
    search.free();
    return { name: "raft", states, seconds: (performance.now() - begun) / 1000, bytes_each: bytes / states };
  }
}
