// The marks over the slider: where servers were killed and restarted, links cut and healed, leaders nominated,
// messages dropped, and promises broken as far as is known. Each is a button that goes there. A run may have 20,000 moments, so each moment is looked at once,
// and marks that would touch stand as one.

import { sharedMoments } from "../drawing/history.js";
import { html } from "../drawing/template.js";
import { eventRows } from "../drawing/event-rows.js";
import { icon } from "../drawing/icons.js";
import { say } from "../words/say.js";

/** @import { Frame, Outline } from "../../pkg/catchup.js" */
/** @import { IconName } from "../drawing/icon-paths.js" */
/** @import { View } from "../types.js" */

/**
 * What is marked at one moment. A run may have thousands of marks, and few of them are told.
 * @typedef {{ icon: IconName, says: () => string }} Mark `says` tells it in a few words.
 */

/** How much of the slider a mark takes, in px: what a finger needs, and a little between two. */
const markWidthPx = 26;

/** A mark that stands for more than this many names the first of them. */
const namedAtMost = 3;

/**
 * Makes the marks; the playback bar draws what it returns.
 * @param {(moment: number) => void} go Goes to a moment.
 * @returns {{ draw(view: Pick<View, "frame" | "history" | "length" | "cursor"> & Partial<Pick<View, "lesson">>, width: number): unknown }} `draw` gives the
 *   template for a slider of so many px.
 */
export function createMarks(go) {
  /** The events that were looked at, and what mark each moment has. */
  let seen = /** @type {readonly (readonly Outline[])[]} */ ([]);
  const marks = /** @type {(Mark | undefined)[]} */ ([]);
  /** Groups of marks that stand as one, and the width for which they were made. */
  let groups = /** @type {Group[]} */ ([]);
  let madeFor = "";
  let stop = -1;
  /** @type {unknown} */
  let drawn = null;

  return {
    draw({ frame, history, length, cursor, lesson }, width) {
      const changed = look(history);
      const broken = brokenIn(frame);
      const asks = lesson?.asks ?? [];
      const form = `${width} ${[...broken.keys()].join()} ${asks.join()}`;
      if (changed || madeFor !== form) {
        const all = broken.size === 0 && asks.length === 0 ? marks : withQuestions(marks.map((mark, moment) => broken.get(moment) ?? mark), asks);
        groups = group(all, length, (100 * markWidthPx) / Math.max(1, width));
        madeFor = form;
        drawn = null;
      }
      // One of them is reached with the Tab key: the last that lies behind.
      const behind = Math.max(0, groups.findLastIndex(({ moment }) => moment <= cursor));
      if (drawn === null || behind !== stop) {
        stop = behind;
        drawn = groups.map((one, place) => button(one, place === behind, go));
      }
      return drawn;
    },
  };

  /**
   * Looks at the moments that are new.
   * @param {View["history"]} history The events of all moments.
   * @returns {boolean} Whether anything changed.
   */
  function look(history) {
    const shared = sharedMoments(seen, history);
    const changed = shared < seen.length || shared < history.length;
    marks.length = shared;
    for (const events of history.slice(shared)) marks.push(markOf(events));
    seen = history;
    return changed;
  }
}

/**
 * Walks from mark to mark with the arrow keys, as in any tool bar.
 * @param {KeyboardEvent} event A key on one of the marks.
 */
export function walkMarks(event) {
  const all = /** @type {HTMLElement[]} */ ([.../** @type {HTMLElement} */ (event.currentTarget).querySelectorAll("button")]);
  const here = all.indexOf(/** @type {HTMLElement} */ (event.target));
  const place = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: all.length - 1 }[event.key];
  if (place === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  all[place]?.focus();
}

/**
 * @param {(Mark | undefined)[]} marks The mark of each moment.
 * @param {readonly number[]} asks The moments that have a question.
 * @returns {(Mark | undefined)[]} The marks, with the questions.
 */
function withQuestions(marks, asks) {
  for (const moment of asks) {
    const mark = marks[moment];
    marks[moment] = { icon: "ask", says: () => [...(mark ? [mark.says()] : []), say("mark-question")].join(", ") };
  }
  return marks;
}

/**
 * @param {readonly Outline[]} events What happened in one moment.
 * @returns {Mark | undefined} Its mark; absent when the moment needs none.
 */
function markOf(events) {
  for (const event of events) {
    const { mark } = eventRows[event.kind];
    if (mark) return { icon: mark.icon, says: () => say(mark.says, whoseOf(event)) };
  }
  return undefined;
}

/**
 * Where promises were broken up to a moment.
 * @param {Frame} frame The moment.
 * @returns {Map<number, Mark>} By moments, in the order in which the promises are told.
 */
function brokenIn({ invariants }) {
  /** @type {Map<number, Mark>} */
  const broken = new Map();
  for (const { kind, broken_at, title } of invariants) {
    if (kind !== "always" || broken_at === undefined) continue;
    const before = broken.get(broken_at);
    broken.set(broken_at, { icon: "broken", says: () => [...(before ? [before.says()] : []), say("mark-broken", { title })].join(", ") });
  }
  return broken;
}


/**
 * @param {Outline} event What happened.
 * @returns {import("../words/say.js").Values} To whom or what.
 */
function whoseOf(event) {
  if ("servers" in event) return { one: event.servers[0], other: event.servers[1] };
  if ("server" in event) return { name: event.server };
  return "id" in event ? { id: event.id } : {};
}

/**
 * Marks that stand as one.
 * @typedef {{ moment: number, percent: number, icon: IconName, says: string[], more: number }} Group `moment` is the
 *   first's, `percent` where it stands; `says` has a few words for some, and `more` counts the others.
 */

/**
 * @param {readonly (Mark | undefined)[]} marks The mark of each moment.
 * @param {number} length How many moments the slider spans.
 * @param {number} nearest How near two groups may stand, in hundredths of the slider.
 * @returns {Group[]} In order of time.
 */
function group(marks, length, nearest) {
  /** @type {Group[]} */
  const groups = [];
  for (let moment = 0; moment < marks.length; moment += 1) {
    const mark = marks[moment];
    if (!mark) continue;
    const percent = length === 0 ? 0 : (moment / length) * 100;
    const before = groups.at(-1);
    if (!before || percent - before.percent >= nearest) groups.push({ moment, percent, icon: mark.icon, says: [tell(mark, moment)], more: 0 });
    else if (before.says.length < namedAtMost) before.says.push(tell(mark, moment));
    else before.more += 1;
    // What is gravest gives its sign to all that stand together.
    const last = groups.at(-1);
    if (last && mark.icon === "broken") last.icon = "broken";
  }
  return groups;
}

/** What was told of marks: they are grouped anew with each step at the end of a run. @type {WeakMap<Mark, string>} */
const told = new WeakMap();

/**
 * @param {Mark} mark A mark.
 * @param {number} moment Its moment.
 * @returns {string} "moment 3: dick killed".
 */
function tell(mark, moment) {
  const known = told.get(mark);
  if (known !== undefined) return known;
  const says = say("mark-at", { moment, mark: mark.says() });
  told.set(mark, says);
  return says;
}

/**
 * A mark stands where it is to a tenth of a percent, which is less than a px beside the slider's thumb: more would move all of a long run
 * with each step.
 * @param {Group} group What it stands for.
 * @param {boolean} stop Whether the Tab key reaches it.
 * @param {(moment: number) => void} go Goes to a moment.
 */
function button({ moment, percent, icon: name, says, more }, stop, go) {
  const marks = says.join(", ");
  const label = more > 0 ? say("mark-go-and-more", { marks, count: more }) : say("mark-go", { marks });
  return html`<button class="mark ${name}" type="button" tabindex=${stop ? "0" : "-1"} .style="left:${percent.toFixed(1)}%" aria-label=${label} title=${label} @click=${() => go(moment)}>${icon(name)}</button>`;
}
