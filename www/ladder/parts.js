// The words and controls of a message or a tag. Both forms of the ladder, lanes and staves, are made of them, so that
// a listener meets the same list in both.

import { eventRows } from "../drawing/event-rows.js";
import { html, icon } from "../drawing/elements.js";
import { partsOf, stateName } from "../drawing/sentence.js";
import { say } from "../words/say.js";
import { tied } from "../words/ties.js";
import { stateOf } from "./laid.js";
import { numbersIn, stubOf } from "./stubs.js";

/** @import { Label, Message, NameSpan } from "../../pkg/catchup.js" */
/** @import { Layout, Placed, PlacedTag } from "./layout.js" */
/** @import { PlacedMessage } from "./placed.js" */
/** @import { IconName } from "../drawing/icon-paths.js" */
/** @import { Waiting } from "../drawing/waiting.js" */

/**
 * Room between two rows: what is below moves down while a message is shown whole, so that it hides nothing.
 * @typedef {object} Opening
 * @property {number} chunk The chunk of the message.
 * @property {number} y Where the message's row ends, in rem.
 * @property {number} height In rem.
 */

/**
 * Everything that a drawing of one moment needs.
 * @typedef {object} Scene
 * @property {Layout} layout
 * @property {number} cursor The moment that is shown.
 * @property {number | null} selected The id of the message that is shown in full.
 * @property {Message | null} whole That message with all that it holds.
 * @property {Opening | null} opening The room that the whole of the selected message takes among the rows; null for none.
 * @property {ReadonlySet<number>} now The ids of the messages that are now.
 * @property {PlacedTag | null} nowTag The tag that is now.
 * @property {{top: number, bottom: number, y: number}} band The rows that are now, and where the word stands.
 * @property {number | null} open The first message in flight among those that are now: on staves its buttons are there.
 * @property {number | null} next The message that Step delivers: its button for that stands out; null for none.
 * @property {number | null} asked The message of which a lesson asks what comes of it, before it arrives; null for none.
 * @property {{name: string, from: number, to: number} | null} answer Whose answer to it is asked for, and between which lanes that would go; null for nobody’s.
 * @property {ReadonlyMap<Placed, string>} broken What broke a promise: the tag of its moment, else the message that was heard; and what it broke.
 * @property {boolean} travels Whether the arrows that are now grow from their senders: after a single step.
 * @property {number} serverCount How many servers have a lane.
 * @property {readonly Standstill[]} waiting The requests that wait now.
 * @property {{answer: number | null, label: string} | null} instead The answer whose request can be said to somebody else, and
 * what the button for that says; null for none.
 */

/**
 * A request that waits, and where it arrived.
 * @typedef {Waiting & {lane: number, y: number, id: number}} Standstill
 */

/**
 * Says all that decides what an item holds, so that an item is filled again only when this text changes.
 * @param {Placed} placed The message or tag.
 * @param {Scene} scene The moment.
 * @returns {string}
 */
export function contentOf(placed, scene) {
  const { opening } = scene;
  const moved = opening?.chunk === placed.chunk && placed.y >= opening.y ? opening.height : 0;
  const broken = scene.broken.get(placed) ?? "";
  if (placed.kind === "tag") return `${moved} ${broken}`;
  const { id } = placed.message;
  const marks = (scene.selected === id ? 1 : 0) + (scene.instead?.answer === id ? 2 : 0) + (scene.asked === id ? 4 : 0);
  return `${stateOf(placed, scene.cursor)} ${marks} ${moved} ${broken} ${placed.fate?.why === "cut" ? numbersIn(stubOf(placed, scene)) : ""}`;
}

/**
 * Says all else that decides how an item looks: what comes and goes with "now". On lanes the style sheet does the rest.
 * @param {Placed} placed The message or tag.
 * @param {Scene} scene The moment.
 * @returns {string}
 */
export function lookOf(placed, scene) {
  if (placed.kind === "tag") return placed === scene.nowTag ? "now" : "";
  const { id } = placed.message;
  return `${scene.now.has(id) ? "now" : ""} ${scene.open === id ? "open" : ""} ${scene.next === id ? "next" : ""} ${isInBand(placed, scene) ? "in-band" : ""}`;
}

/**
 * Where a height of the ladder is drawn: further down below a message that is shown whole.
 * @param {Scene} scene The moment.
 * @param {number} y The height in rem.
 * @returns {number} In rem from the top of all that is drawn.
 */
export function drawnAt({ opening }, y) {
  return opening !== null && y >= opening.y ? y + opening.height : y;
}

/**
 * The height of the ladder that is drawn at a place, the other way round than `drawnAt`.
 * @param {Scene} scene The moment.
 * @param {number} y The place in rem.
 * @returns {number} In rem; the end of the row above within the room of a message that is shown whole.
 */
export function laidAtDrawn({ opening }, y) {
  return opening !== null && y >= opening.y ? Math.max(opening.y, y - opening.height) : y;
}

/**
 * Whether a message stands in the rows that are now, as itself or beside what is now.
 * @param {PlacedMessage} placed The message.
 * @param {Scene} scene The moment.
 * @returns {boolean}
 */
export function isInBand(placed, scene) {
  return placed.top >= scene.band.top && placed.bottom <= scene.band.bottom;
}

/**
 * The actions on a message in flight, for a small pill or for large buttons.
 * @param {number} id The message's id.
 * @param {'icons' | 'words'} form Whether the buttons show icons alone.
 * @returns {HTMLElement}
 */
export function actions(id, form) {
  const buttons = /** @type {const} */ ([["deliver", "ladder-deliver"], ["drop", "ladder-drop"], ["duplicate", "ladder-duplicate"]]).map(([action, message]) => {
    const label = say(message, { id });
    const button = html("button", { type: "button", "data-line": `${action} ${id}`, "aria-label": label }, icon(action));
    const mark = html("action-mark", { line: `${action} ${id}` });
    if (form === "icons") button.title = label;
    else {
      button.className = "btn";
      button.append(say(action));
    }
    button.append(mark);
    return button;
  });
  return html("div", { class: form === "icons" ? "pill" : "pacts" }, ...buttons);
}

/** A command of so many characters at most stands whole in a line. */
const KEPT_WHOLE = 12;

/** What was said of two ends: a ladder has few, and many messages between them. @type {Map<string, string>} */
const routes = new Map();

/**
 * @param {string} from Who speaks.
 * @param {string} to Whom it speaks to.
 * @returns {string} "dick to every".
 */
export function routeOf(from, to) {
  const ends = `${from} ${to}`;
  let route = routes.get(ends);
  if (route === undefined) routes.set(ends, (route = say("route", { from, to })));
  return route;
}

/**
 * @param {{id: number, copy_of?: number | undefined}} message A message.
 * @returns {string} Its number, and what it repeats: "5 again 3".
 */
export function numberIn({ id, copy_of }) {
  return copy_of === undefined ? `${id}` : `${id} ${say("message-again", { id: copy_of })}`;
}

/**
 * The number of a message and what it repeats. Both are drawn by the stylesheet from attributes: the item's text
 * stays the sentence alone, for listeners and for searching.
 * @param {PlacedMessage} placed The message.
 * @param {string} number What to tell, where that is something else.
 * @returns {HTMLElement}
 */
export function numberOf(placed, number = numberIn(placed.message)) {
  return html("span", { class: "no", "aria-hidden": "true", "data-number": number });
}

/**
 * Text for listeners only.
 * @param {string} text The text, with the blanks that separate it from its neighbours.
 * @returns {HTMLElement}
 */
export function heard(text) {
  return html("span", { class: "vh" }, text);
}

/**
 * Names for listeners only, which no translator touches: "every" and "and" are names here.
 * @param {string} text The names, with what joins and separates them.
 * @returns {HTMLElement}
 */
export function heardNames(text) {
  return html("span", { class: "vh", translate: "no" }, text);
}

/**
 * What a message says, for the eye and the ear: commands, keys and values are left alone by translators.
 * @param {{ says: string, exact?: NameSpan[] | undefined }} message The message.
 * @returns {(string | HTMLElement)[]}
 */
export function saidParts({ says, exact }) {
  return partsOf(says, exact).map(({ text, isName }) => (isName ? html("span", text.length <= KEPT_WHOLE ? { class: "kept", translate: "no" } : { translate: "no" }, text) : tied(text)));
}

/**
 * What a label says, with its number.
 * @param {Label} message The message.
 * @param {boolean} compact Whether gaps may be too narrow for a short command.
 * @returns {string}
 */
export function labelOf(message, compact) {
  return `${numberIn(message)} ${tied(keptWhole(message, compact))}`;
}

/**
 * @param {{ says: string, exact?: NameSpan[] | undefined }} message The message.
 * @param {boolean} compact Whether gaps may be too narrow for a short command.
 * @returns {string} Its sentence as its lines are reckoned, none of which ends within a short command.
 */
export function keptWhole({ says, exact }, compact) {
  let text = says;
  if (exact === undefined || compact) return text;
  for (const [start, length] of exact) {
    const end = start + length;
    if (length <= KEPT_WHOLE) text = text.slice(0, start) + text.slice(start, end).replaceAll(" ", "\u00a0") + text.slice(end);
  }
  return text;
}

/**
 * What follows a sentence and its state for listeners: all that is drawn around it. The number is added by the
 * stylesheet: see `numberOf`.
 * @param {PlacedMessage} placed The message.
 * @param {Pick<Scene, "cursor" | "broken">} scene The moment.
 * @returns {HTMLElement} "nobody home, copy of 3, message 12".
 */
export function toldAfter(placed, { cursor, broken }) {
  const { id, copy_of } = placed.message;
  const breaks = broken.get(placed);
  const note = noteOf(placed, cursor);
  const parts = [...(note.look === "reason" || note.look === "no" ? [note.text] : []), ...learntOf(placed, cursor), ...(breaks === undefined ? [] : [breaks]), ...(copy_of === undefined ? [] : [say("ladder-copy-of", { id: copy_of })])];
  const number = say("ladder-message", { id });
  return parts.length === 0 ? html("span", { class: "vh told", "data-told": number }) : html("span", { class: "vh told", "data-told": `, ${number}` }, ` ${parts.join(", ")}`);
}

/**
 * What its receiver learnt by a message, which the drawing tells on the lane.
 * @param {PlacedMessage} placed The message.
 * @param {number} cursor The moment.
 * @returns {string[]} "takes term 3", "committed up to 4".
 */
export function learntOf({ fate }, cursor) {
  if (fate === null || fate.moment > cursor) return [];
  return [...(fate.term > 0 ? [say("ladder-takes-term", { term: fate.term })] : []), ...(fate.committed > 0 ? [say("ladder-committed", { index: fate.committed })] : [])];
}

/**
 * A short note beside an arrow.
 * @typedef {object} Note
 * @property {string} text Empty for none.
 * @property {'state' | 'reason' | 'no' | 'none'} look Whether it repeats the message's state, says why it was not heard, or
 * is the "no" of an answer that did arrive, or what of a delivery is easily overlooked.
 * @property {boolean} isVote Whether it is the "no" of somebody who was asked for a vote.
 */

/**
 * The note under an arrow: why it was not heard, or that the answer is a no.
 * @param {PlacedMessage} placed The message.
 * @param {number} cursor The moment.
 * @returns {Note}
 */
export function noteOf(placed, cursor) {
  const state = stateOf(placed, cursor);
  if (state === "dropped") return { text: stateName(state), look: "state", isVote: false };
  if (state === "refused") return { text: say(placed.fate?.why === "cut" ? "tag-cut" : "ladder-nobody-home"), look: "reason", isVote: false };
  // "Refused" is the word for what nobody heard; a server's no has words of its own.
  const text = state === "in flight" ? "" : (placed.message.refusal ?? placed.fate?.note ?? "");
  return { text, look: text === "" ? "none" : "no", isVote: text !== "" && isNoVote(placed.message) };
}

/**
 * @param {Label} message A message.
 * @returns {boolean} Whether it says that somebody does not vote for who asked.
 */
export function isNoVote({ is_vote, refusal }) {
  return is_vote === true && refusal !== undefined;
}

/**
 * The sides of a partition, for listeners: "every, tom | and".
 * @param {readonly number[]} sides For each server its group.
 * @param {readonly string[]} names The lanes' names.
 * @returns {string}
 */
function sidesIn(sides, names) {
  const groups = Array.from({ length: Math.max(...sides) + 1 }, (_, group) => names.filter((_, lane) => lane > 0 && sides[lane - 1] === group).join(", "));
  return groups.join(" | ");
}

/**
 * How a tag looks and reads.
 * @param {PlacedTag} placed The tag.
 * @param {{ layout: Pick<Layout, "names">, broken: Scene["broken"] }} scene The moment.
 * @returns {{icon: IconName, text: string, look: string, who: string, breaks: string}} `who` is for listeners, with the blank after it,
 * and so is what it broke, with a comma before it; empty for nothing.
 */
export function tagOf(placed, { layout: { names }, broken }) {
  const breaks = broken.get(placed);
  const tag = plainTagOf(placed, names);
  return breaks === undefined ? { ...tag, breaks: "" } : { ...tag, icon: "broken", look: "broken", breaks: `, ${breaks}` };
}

/**
 * How a tag looks and reads that breaks no promise.
 * @param {PlacedTag} placed The tag.
 * @param {readonly string[]} names The lanes' names.
 * @returns {{icon: IconName, text: string, look: string, who: string}}
 */
function plainTagOf(placed, names) {
  const { event } = placed;
  const { tag } = eventRows[event.kind];
  if (tag === null) throw new Error(`no tag for an event of kind ${event.kind}`);
  const who = "servers" in event ? `${routeOf(event.servers[0] ?? "", event.servers[1] ?? "")}: ` : "server" in event ? `${event.server} ` : "";
  if (placed.sides !== null) {
    const cut = event.kind === "cut";
    return { ...tag, text: say(cut ? "tag-partition" : "tag-partition-healed"), look: cut ? "" : "good", who: `${sidesIn(placed.sides, names)}: ` };
  }
  const text = event.kind === "timed_out" || event.kind === "elected" ? say(tag.says, { term: event.term }) : say(tag.says);
  return { ...tag, text, who };
}
