// From a view to what the drawing needs of it.

import { fatedIn, laidAt, nowAt, stateOf } from "./laid.js";
import { lookAtEvents } from "../drawing/history.js";
import { createElections } from "../drawing/standing.js";
import { waitingIn } from "../drawing/waiting.js";
import { say } from "../words/say.js";

/** @import { View } from "../types.js" */
/** @import { Standstill } from "./parts.js" */
/** @import { Layout, Placed } from "./layout.js" */
/** @import { Scene } from "./parts.js" */

const elections = createElections();

/**
 * The requests that wait now, each where it arrived. Equal ones at one server are told apart by their order alone.
 * @param {View} view What to draw.
 * @param {Layout} layout Its layout.
 * @returns {Standstill[]} In order of servers.
 */
function standstills({ frame, history, cursor }, { asked, names }) {
  if (asked.length === 0) return [];
  const rest = asked.filter(({ moment }) => moment <= cursor);
  return waitingIn(frame, elections(history, cursor)).flatMap((waiting) => {
    const place = rest.findLastIndex(({ lane, request }) => names[lane] === waiting.server && request === waiting.request);
    return rest.splice(place, place < 0 ? 0 : 1).map(({ lane, y, id }) => ({ ...waiting, lane, y, id }));
  });
}

/**
 * What a lesson asks of a message that is about to arrive.
 * @param {View} view What to draw.
 * @param {Layout} layout Its layout.
 * @returns {Pick<Scene, "asked" | "answer">}
 */
function askedIn({ lesson }, layout) {
  const question = lesson?.question;
  const placed = question?.said === null && question.message !== null ? layout.byId.get(question.message) : undefined;
  if (!question || !placed) return { asked: null, answer: null };
  const name = question.answerer;
  return { asked: placed.message.id, answer: name === placed.message.to ? { name, from: placed.to, to: placed.from } : null };
}

/**
 * The message that Step delivers: what comes next in the recorded run, and at its end the oldest.
 * @param {Pick<View, "history" | "cursor" | "frame">} view What to draw.
 * @returns {number | null} Null where Step does something else.
 */
export function nextIn({ history, cursor, frame }) {
  const ahead = history[cursor + 1];
  if (ahead === undefined) return frame.in_flight.reduce((/** @type {number | null} */ oldest, { id }) => Math.min(id, oldest ?? id), null);
  for (const event of ahead) if (event.kind === "delivered" || event.kind === "refused") return event.id;
  return null;
}

/**
 * What broke promises.
 * @param {View} view What to draw.
 * @param {Layout} layout Its layout.
 * @returns {Map<Placed, string>} The tag of the moment, else the message that was heard then, and what it broke.
 */
export function brokenIn({ frame }, layout) {
  /** @type {Map<Placed, string>} */
  const broken = new Map();
  for (const { kind, broken_at, title } of frame.invariants) {
    if (kind !== "always" || !broken_at) continue;
    const { events, itemCount } = laidAt(layout, broken_at);
    const tag = layout.items.slice(laidAt(layout, broken_at - 1).itemCount, itemCount).findLast((item) => item.kind === "tag");
    const placed = tag ?? fatedIn(layout, events).at(-1);
    if (placed !== undefined) broken.set(placed, [...(broken.has(placed) ? [broken.get(placed)] : []), say("mark-broken", { title })].join(", "));
  }
  return broken;
}

/**
 * What a view needs to be drawn, from its layout.
 * @param {View} view What to draw.
 * @param {Layout} layout Its layout.
 * @returns {Scene}
 */
export function sceneOf(view, layout) {
  const now = nowAt(layout, view.cursor);
  const open = now.ids.find((id) => {
    const placed = layout.byId.get(id);
    return placed !== undefined && stateOf(placed, view.cursor) === "in flight";
  });
  const chosen = view.selected === null ? undefined : layout.byId.get(view.selected);
  return {
    layout,
    cursor: view.cursor,
    // What is not sent yet can't be marked.
    selected: chosen !== undefined && chosen.moment <= view.cursor ? chosen.message.id : null,
    whole: view.whole,
    opening: null,
    now: new Set(now.ids),
    nowTag: now.tag,
    band: now,
    open: open ?? null,
    next: nextIn(view),
    ...askedIn(view, layout),
    broken: brokenIn(view, layout),
    travels: false,
    serverCount: view.frame.servers.length,
    waiting: standstills(view, layout),
    instead: view.instead && { answer: view.instead.answer, label: view.instead.offer.label },
  };
}

/**
 * The chunks that hold what is now, in order.
 * @param {Scene} scene The moment.
 * @returns {number[]}
 */
export function chunksOfNow(scene) {
  const chunks = [...scene.now].map((id) => scene.layout.byId.get(id)?.chunk ?? 0);
  if (scene.nowTag !== null) chunks.push(scene.nowTag.chunk);
  return [...new Set(chunks)].sort((one, other) => one - other);
}

/**
 * The servers of a view at moment 0: those that are there, without those that registered since.
 * @param {View} view The view.
 * @returns {string[]}
 */
export function serversAtStart(view) {
  const registered = new Set();
  lookAtEvents(view.history, 0, view.cursor + 1, (event) => {
    if (event.kind === "registered") registered.add(event.server);
  });
  return view.frame.servers.map((server) => server.name).filter((name) => !registered.has(name));
}

/**
 * Whether a layout begins with the servers of a view. It is asked only when the history changed from its beginning.
 * @param {Layout} layout The layout.
 * @param {View} view The view.
 * @returns {boolean}
 */
export function startsLike(layout, view) {
  const start = layout.names.filter((_, lane) => lane > 0 && layout.laneMoments[lane] === 0);
  return start.join(" ") === serversAtStart(view).join(" ");
}

/**
 * Whether a layout's lanes can carry the servers of a view; a cheap test that finds another run at once.
 * @param {Layout} layout The layout.
 * @param {View} view The view.
 * @returns {boolean}
 */
export function sameServers(layout, view) {
  return view.frame.servers.every((server, index) => (layout.names[index + 1] ?? server.name) === server.name);
}
