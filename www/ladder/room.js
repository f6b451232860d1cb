// How much room there is, and what it allows: lanes with labels, or a staff for each message.

import { laneX } from "./laid.js";
import { CHUNK_ROWS } from "./layout.js";

/** @import { Shape } from "./layout.js" */

/**
 * How much room the ladder has.
 * @typedef {object} Room
 * @property {number} width The width of the ladder in px.
 * @property {number} rem One rem in px.
 * @property {boolean} narrow Whether the page has the form for phones.
 * @property {boolean} paper Whether it is printed.
 * @property {(size: number) => (word: string) => number} ruler See `createRuler`.
 */

/**
 * Measures the room, once it is known how much of it a scroll bar takes.
 * @param {HTMLElement} root The element that scrolls.
 * @param {Room['ruler']} ruler Measures words.
 * @returns {Room}
 */
export function measureRoom(root, ruler) {
  root.style.setProperty("--bar", `${root.offsetWidth - root.clientWidth}px`);
  const style = getComputedStyle(root);
  return {
    width: root.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight),
    rem: parseFloat(getComputedStyle(document.documentElement).fontSize),
    narrow: matchMedia("(max-width: 44.9375em)").matches,
    paper: false,
    ruler,
  };
}

/** What is between the margins of the narrowest usual sheet, and the type on paper (style.css), in px. */
const PAPER_WIDTH = 700;
const PAPER_REM = 14;

/**
 * The room on paper. A page can't ask how wide its sheet is, so labels get the room of the narrowest; on others they have more.
 * @param {Room['ruler']} ruler Measures words.
 * @returns {Room}
 */
export function paperRoom(ruler) {
  return { width: PAPER_WIDTH, rem: PAPER_REM, narrow: false, paper: true, ruler };
}

/**
 * Finds out when the page is printed.
 * @param {(printed: boolean) => void} change Called before the page is laid out for paper, and when it is for the screen again.
 */
export function whenPrinted(change) {
  let printed = false;
  const turn = (/** @type {boolean} */ now) => {
    if (now !== printed) change((printed = now));
  };
  const media = matchMedia("print");
  media.addEventListener("change", () => turn(media.matches));
  addEventListener("beforeprint", () => turn(true));
  addEventListener("afterprint", () => turn(false));
}

/** A gap narrower than this cannot hold the three buttons of a message in flight, in rem. */
const GAP_LEAST = 5.1875;
/** A gap narrower than this has labels in smaller type, in rem. */
const GAP_COMPACT = 8.5;
/** What ladder.css takes from a gap on both sides of a label, in rem: beyond the tracks of waits. */
const LABEL_PADDING = { roomy: 1.75, compact: 1.4375 };
/** The type of labels in rem; no text is smaller than this many px. */
const TYPE = { roomy: 0.78125, compact: 0.6875 };
const TYPE_LEAST_PX = 11;
/** The measured widths are exact only as long as characters do not lean on each other. */
const CAUTION = 1.02;

/**
 * The form and the room for labels.
 * @param {Room} room The room.
 * @param {number} serverCount How many servers have a lane.
 * @returns {{kind: 'lines' | 'staves', shape: Shape, key: string}} `key` tells the shape in a text.
 */
export function shapeFor(room, serverCount) {
  const gap = (room.width * 0.88) / Math.max(1, serverCount) / room.rem;
  const compact = gap < GAP_COMPACT;
  const padding = compact ? LABEL_PADDING.compact : LABEL_PADDING.roomy;
  // Steps of a quarter rem, so that dragging the window's edge does not lay everything at each pixel.
  const stepped = (/** @type {number} */ width) => Math.max(3, Math.floor((width - padding) * 4) / 4);
  const size = Math.max(compact ? TYPE.compact : TYPE.roomy, TYPE_LEAST_PX / room.rem);
  const lineHeight = Math.max(compact ? 0.875 : 1, (TYPE_LEAST_PX + 3) / room.rem);
  const width = stepped(gap);
  const clientWidth = stepped((room.width * (laneX(1, Math.max(1, serverCount)) - laneX(0, 1))) / 100 / room.rem);
  const kind = room.narrow || gap < GAP_LEAST ? "staves" : "lines";
  const widthOf = room.ruler(size * CAUTION);
  return {
    kind,
    shape: { width, clientWidth, gap: width + padding, widthOf, linesLimit: 3, linesMost: 6, lineHeight, pillBelow: compact, chunkRows: room.paper ? 1 : CHUNK_ROWS },
    key: `${kind} ${room.paper} ${room.narrow} ${compact} ${width} ${clientWidth} ${size} ${serverCount}`,
  };
}

/** Up to here, a character has a width by its code. */
const LAST_CODE = 255;

/**
 * Measures words by their characters in the page's type, each character once.
 * @param {HTMLElement} root An element of that type.
 * @returns {(size: number) => (word: string) => number} For a size of type in rem, the width of a word in rem.
 */
export function createRuler(root) {
  const context = document.createElement("canvas").getContext("2d");
  const family = getComputedStyle(root).fontFamily;
  const measure = (/** @type {string} */ character) => {
    if (context === null) return 0.5;
    context.font = `100px ${family}`;
    return context.measureText(character).width / 100;
  };
  /** The widths of characters: by their codes, as long as those are small, which they nearly always are; else by themselves. @type {number[]} */
  const byCode = [];
  /** @type {Map<string, number>} */
  const others = new Map();
  /**
   * @param {string} word A word.
   * @param {number} place From where on it is measured.
   * @param {number} before How wide what stands before that is.
   * @returns {number} How wide all of it is, in sizes of the type.
   */
  const measureAll = (word, place, before) => {
    let width = before;
    for (const character of word.slice(place)) {
      let one = others.get(character);
      if (one === undefined) others.set(character, (one = measure(character)));
      width += one;
    }
    return width;
  };
  return (size) => (word) => {
    let width = 0;
    for (let place = 0; place < word.length; place += 1) {
      const code = word.charCodeAt(place);
      if (code > LAST_CODE) return measureAll(word, place, width) * size;
      width += byCode[code] ??= measure(word.charAt(place));
    }
    return width * size;
  };
}
