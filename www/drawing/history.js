// Histories, moment by moment. One that goes on from another begins with the very same moments; from the first that is
// another on, all are. So where two part is found without looking at all of a long run.

/**
 * @template Item
 * @param {readonly Item[]} list A list in which those for which something holds come first.
 * @param {(item: Item, place: number) => boolean} holds Whether it does.
 * @returns {number} For how many it does.
 */
export function countFirst(list, holds) {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(/** @type {Item} */ (list[middle]), middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * @template Moment
 * @param {readonly Moment[]} one A history.
 * @param {readonly Moment[]} other Another.
 * @returns {number} With how many moments both begin.
 */
export function sharedMoments(one, other) {
  return one === other ? one.length : countFirst(one, (moment, place) => moment === other[place]);
}

/**
 * Looks at what happened in some moments. A long run has tens of thousands of events, and most of the time would go into an iterator for each
 * moment where the browser has not compiled it yet, as when a run is opened.
 * @template Item
 * @param {readonly (readonly Item[])[]} history What happened in each moment.
 * @param {number} first The first moment to look at.
 * @param {number} end The moment after the last one.
 * @param {(event: Item, moment: number) => void} look Looks at an event.
 */
export function lookAtEvents(history, first, end, look) {
  for (let moment = first; moment < end; moment += 1) {
    const events = history[moment] ?? [];
    for (let place = 0; place < events.length; place += 1) look(/** @type {Item} */ (events[place]), moment);
  }
}
