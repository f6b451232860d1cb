// Servers pulled apart: a partition is drawn by dragging a card by its grip, alone, or along its neighbours to take them with
// it. Dragged once more, it comes back. The menu of what can befall a server does the same by keys and for people who listen.

import { html, nothing } from "../drawing/template.js";
import { apartLines, joinLines } from "../drawing/partition.js";
import { say, sayAround } from "../words/say.js";

/** @import { Frame } from "../../pkg/catchup.js" */

/** A card that is moved by less than this, in px, stays where it is: nobody parts servers by accident. */
const LEAST = 24;
/** How far below the pointer it is said what would happen, in px, and how much room that has at least. */
const BELOW = 22;
const ROOM = 260;

/** @typedef {{ x: number, y: number }} Point In px, in the window. */

/**
 * Makes what follows the pointer.
 * @param {HTMLElement} cards What holds the cards, in order of registration.
 * @param {(lines: readonly string[]) => void} acts Carries out several actions as one gesture.
 * @param {() => void} changed Draws the cards again.
 * @returns {{ isOn(): boolean, side(): ReadonlySet<string>, says(frame: Frame): unknown }} `side` has the servers that are being pulled
 *   apart, `says` tells what would happen if the pointer let go.
 */
export function createPulling(cards, acts, changed) {
  /** What is pulled, by which server's grip, from where to where; null for nothing. */
  let pull = /** @type {{ name: string, start: Point, end: Point, side: ReadonlySet<string> } | null} */ (null);
  let last = /** @type {Frame | undefined} */ (undefined);

  /** @param {PointerEvent} event A finger or the mouse, on anything. */
  function begin(event) {
    const grip = event.target instanceof Element ? event.target.closest(".grip") : null;
    if (!(grip instanceof HTMLElement) || !event.isPrimary || event.button !== 0) return;
    const start = { x: event.clientX, y: event.clientY };
    grip.setPointerCapture(event.pointerId);
    set({ name: grip.dataset.name ?? "", start, end: start, side: new Set() });
  }

  /** @param {PointerEvent} event A move. */
  function move(event) {
    if (pull === null) return;
    const end = { x: event.clientX, y: event.clientY };
    const near = Math.hypot(end.x - pull.start.x, end.y - pull.start.y) < LEAST;
    set({ ...pull, end, side: new Set(near ? [] : reachedFrom(cards, pull.name, end.x)) });
  }

  function finish() {
    if (pull === null || last === undefined) return;
    const lines = linesFor(last, pull.side);
    set(null);
    if (lines.length > 0) acts(lines);
  }

  /** @param {typeof pull} next What is pulled from now on. */
  function set(next) {
    pull = next;
    changed();
  }

  const giveUp = () => void (pull !== null && set(null));
  cards.addEventListener("pointerdown", begin);
  // Where a drag begins on what can't be selected, WebKit selects what it passes all the same.
  cards.addEventListener("mousedown", (event) => {
    if (event.target instanceof Element && event.target.closest(".grip")) event.preventDefault();
  });
  cards.addEventListener("pointermove", move);
  cards.addEventListener("pointerup", finish);
  cards.addEventListener("pointercancel", giveUp);
  cards.addEventListener("lostpointercapture", giveUp);
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || pull === null) return;
      event.preventDefault();
      event.stopPropagation();
      giveUp();
    },
    { capture: true },
  );

  return {
    isOn: () => pull !== null,
    side: () => pull?.side ?? new Set(),
    says(frame) {
      last = frame;
      if (pull === null) return nothing;
      const left = Math.max(8, Math.min(pull.end.x + 8, document.documentElement.clientWidth - ROOM));
      return html`<p class="pull-says" aria-hidden="true" .style="left:${left}px;top:${pull.end.y + BELOW}px">${outcomeOf(frame, pull)}</p>`;
    },
  };
}

/**
 * The grip of a card. It is for pointers alone.
 * @param {string} name The server.
 */
export function gripOf(name) {
  return html`<span class="grip" data-name=${name} title=${say("server-grip", { name })} aria-hidden="true"></span>`;
}

/**
 * What happens when the pointer lets go.
 * @param {Frame} frame The moment.
 * @param {ReadonlySet<string>} side The servers that are pulled.
 * @returns {string[]} The actions: none where nobody is pulled, or nobody would be left.
 */
function linesFor({ servers, links_cut }, side) {
  if (side.size === 0 || side.size === servers.length) return [];
  const apart = apartLines(servers.map(({ name }) => name), side, links_cut);
  return apart.length > 0 ? apart : joinLines(side, links_cut);
}

/**
 * The same in words.
 * @param {Frame} frame The moment.
 * @param {{ name: string, side: ReadonlySet<string> }} pull What is pulled.
 */
function outcomeOf(frame, { name, side }) {
  const bold = (/** @type {readonly string[]} */ names) => html`<b translate="no">${names.join(", ")}</b>`;
  if (side.size === 0) return sayAround("pull-nobody", { name: bold([name]) });
  if (side.size === frame.servers.length) return say("pull-everybody");
  const names = frame.servers.map((server) => server.name);
  const parts = linesFor(frame, side).some((line) => line.startsWith("cut"));
  return sayAround(parts ? "pull-parts" : "pull-joins", { group: bold(names.filter((one) => side.has(one))), others: bold(names.filter((one) => !side.has(one))) });
}

/**
 * The servers from one to where the pointer is.
 * @param {HTMLElement} cards What holds the cards.
 * @param {string} name The one.
 * @param {number} x Where the pointer is.
 * @returns {string[]} In order of registration, itself with them.
 */
function reachedFrom(cards, name, x) {
  const grips = /** @type {HTMLElement[]} */ ([...cards.querySelectorAll(".grip")]);
  const distances = grips.map((grip) => {
    const { left, right } = /** @type {HTMLElement} */ (grip.closest(".plate")).getBoundingClientRect();
    return Math.max(left - x, x - right);
  });
  const [from, to] = [grips.findIndex((grip) => grip.dataset.name === name), distances.indexOf(Math.min(...distances))].sort((one, other) => one - other);
  return grips.slice(from, (to ?? 0) + 1).map((grip) => grip.dataset.name ?? "");
}
