// Play: a step at a time, each shown for as long as its sentence takes to be read. A timer runs only while it plays.

/** @import { Speed } from "../types.js" */

/**
 * How fast each speed reads, and how long it rests before, which is when the eye looks at what moved. People read about
 * 240 words a minute when they know the words; `fast` is for those who look at the drawing.
 * @type {Readonly<Record<Speed, {wordsPerMinute: number, restMs: number}>>}
 */
const paces = {
  slow: { wordsPerMinute: 140, restMs: 800 },
  normal: { wordsPerMinute: 240, restMs: 400 },
  fast: { wordsPerMinute: 1500, restMs: 100 },
};

/**
 * @param {string} sentence What is to be read.
 * @param {Speed} speed How fast.
 * @returns {number} How long that takes, in milliseconds.
 */
export function readingTime(sentence, speed) {
  const { wordsPerMinute, restMs } = paces[speed];
  const words = sentence.split(/\s+/).filter(Boolean).length;
  return Math.round(restMs + (words * 60_000) / wordsPerMinute);
}

/**
 * @param {() => string} step Takes a step and shows it, having paused when there can be no other; answers the sentence that it shows.
 * @returns {{speed: Speed, playing: () => boolean, play: () => void, pause: () => void}} The speed may be set at any time.
 */
export function createPlayer(step) {
  let playing = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const player = {
    speed: /** @type {Speed} */ ("normal"),
    playing: () => playing,
    play() {
      clearTimeout(timer);
      playing = true;
      const sentence = step();
      if (playing) timer = setTimeout(player.play, readingTime(sentence, player.speed));
    },
    pause() {
      playing = false;
      clearTimeout(timer);
    },
  };
  return player;
}
