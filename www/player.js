// Play: a step at a time, by a timer that runs only while it plays.

/** @import { Speed } from "./types.js" */

/** How long Play waits between two steps, in milliseconds. */
const PACE_MS = { slow: 2000, normal: 1000, fast: 250 };

/**
 * @param {() => void} step Takes a step and shows it, having paused when there can be no other.
 * @returns {{speed: Speed, playing: () => boolean, play: () => void, pause: () => void}} The speed may be set at any time.
 */
export function createPlayer(step) {
  /** @type {ReturnType<typeof setTimeout> | null} */
  let timer = null;
  const player = {
    speed: /** @type {Speed} */ ("normal"),
    playing: () => timer !== null,
    play() {
      // Set before the step, so that what the step shows is a page that plays.
      timer = setTimeout(player.play, PACE_MS[player.speed]);
      step();
    },
    pause() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
  return player;
}
