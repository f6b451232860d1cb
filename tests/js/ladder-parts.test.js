// The words and controls of messages and tags, of which lanes, staves and pictures are made.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as parts from "../../www/ladder/parts.js";
import { fakeDocument, told } from "./fake-document.js";
import "./speak.js";

/** @import { PlacedTag } from "../../www/ladder/layout.js" */
/** @import { PlacedMessage } from "../../www/ladder/placed.js" */
/** @import { Scene } from "../../www/ladder/parts.js" */

fakeDocument();

/** What became of a message that was delivered and changed nothing more. */
const delivered = { state: "delivered", moment: 5, why: null, note: "", committed: 0, term: 0, wait: null };

/**
 * Message 7 in a row from 10 to 14, sent at moment 3.
 * @param {object} [changes] What is different.
 * @param {object} [label] What is different of the message itself.
 * @returns {PlacedMessage}
 */
function placed(changes = {}, label = {}) {
  const message = { id: 7, from: "dick", to: "tom", says: "Hello.", ...label };
  return /** @type {PlacedMessage} */ (/** @type {unknown} */ ({ kind: "message", message, moment: 3, chunk: 1, top: 10, bottom: 14, y: 12, fate: null, ...changes }));
}

/**
 * @param {object} event What happened.
 * @param {object} [changes] What is different.
 * @returns {PlacedTag}
 */
const tag = (event, changes = {}) => /** @type {PlacedTag} */ (/** @type {unknown} */ ({ kind: "tag", event, chunk: 1, y: 12, lanes: [], sides: null, ...changes }));

/**
 * A scene at moment 4 in which nothing in particular is the case.
 * @param {object} [changes] What is different.
 * @returns {Scene}
 */
const scene = (changes = {}) => /** @type {Scene} */ (/** @type {unknown} */ ({ cursor: 4, selected: null, opening: null, now: new Set(), nowTag: null, band: { top: 0, bottom: 0, y: 0 }, open: null, asked: null, instead: null, broken: new Map(), ...changes }));

/** Room of two rem below the row that ends at 14. */
const opening = { chunk: 1, y: 14, height: 2 };

test("an item is filled again when its state, its marks or its place change, and only then", () => {
  const content = (/** @type {object} */ changes, one = placed()) => parts.contentOf(one, scene(changes));
  const plain = content({});
  assert.equal(content({ cursor: 9, selected: 6, asked: 6, instead: { answer: 6, label: "" }, opening }), plain, "what concerns others");
  const marked = [{ selected: 7 }, { asked: 7 }, { instead: { answer: 7, label: "" } }, { selected: 7, asked: 7 }, { selected: 7, instead: { answer: 7, label: "" } }, { asked: 7, instead: { answer: 7, label: "" } }];
  assert.equal(new Set([plain, ...marked.map((changes) => content(changes))]).size, 7, "each mark, and two at once");
  const known = placed({ fate: delivered });
  assert.equal(content({ cursor: 4 }, known), plain, "what comes later does not count");
  assert.notEqual(content({ cursor: 5 }, known), plain);
  const below = placed({ y: 14 });
  assert.notEqual(content({ opening }, below), content({}, below), "what is at its edge moves");
  assert.equal(content({ opening }, placed({ y: 14, chunk: 2 })), plain, "another chunk moves as a whole");
  assert.notEqual(parts.contentOf(tag({}, { y: 15 }), scene({ opening })), parts.contentOf(tag({}, { y: 15 }), scene()));
  assert.equal(parts.contentOf(tag({}), scene({ opening })), parts.contentOf(tag({}), scene()));
});

test("how an item looks hangs on what is now, and on what stands beside it", () => {
  const one = placed();
  const look = (/** @type {object} */ changes) => parts.lookOf(one, scene(changes)).split(" ").filter(Boolean);
  assert.deepEqual(look({}), []);
  assert.deepEqual(look({ now: new Set([7]), open: 7, band: { top: 10, bottom: 14, y: 0 } }), ["now", "open", "in-band"]);
  assert.deepEqual(look({ now: new Set([6]), open: 6, band: { top: 10, bottom: 13, y: 0 } }), []);
  assert.deepEqual(look({ band: { top: 11, bottom: 14, y: 0 } }), []);
  const other = tag({});
  assert.deepEqual([parts.lookOf(other, scene({ nowTag: other })), parts.lookOf(other, scene({ nowTag: tag({}) }))], ["now", ""]);
});

test("what is below a message that is shown whole is drawn further down, and found there again", () => {
  const open = scene({ opening });
  assert.deepEqual([13, 14, 20].map((y) => parts.drawnAt(open, y)), [13, 16, 22]);
  assert.deepEqual([13, 14, 15, 16, 22].map((y) => parts.laidAtDrawn(open, y)), [13, 14, 14, 14, 20]);
  assert.deepEqual([parts.drawnAt(scene(), 20), parts.laidAtDrawn(scene(), 20)], [20, 20]);
});

test("a message in flight has three buttons, as icons with titles or with words", () => {
  assert.deepEqual(told(parts.actions(7, "icons")).filter((line) => !/svg|path/.test(line)), [
    'div class="pill"',
    ...[["deliver", "Deliver"], ["drop", "Drop"], ["duplicate", "Duplicate"]].flatMap(([action, word]) => [
      `  button type="button" data-line="${action} 7" aria-label="${word} message 7" title="${word} message 7"`,
      `    action-mark line="${action} 7"`,
    ]),
  ]);
  const words = told(parts.actions(7, "words"));
  assert.deepEqual([words[0], words[1]], ['div class="pacts"', '  button type="button" data-line="deliver 7" aria-label="Deliver message 7" class="btn"']);
  assert.deepEqual(words.filter((line) => line.trim().startsWith('"')).map((line) => line.trim()), ['"Deliver"', '"Drop"', '"Duplicate"']);
});

test("a number tells what it repeats, in an attribute, so that the text stays the sentence", () => {
  assert.deepEqual(told(parts.numberOf(placed())), ['span class="no" aria-hidden="true" data-number="7"']);
  assert.deepEqual(told(parts.numberOf(placed({}, { copy_of: 3 }))), ['span class="no" aria-hidden="true" data-number="7 again 3"']);
});

test("listeners hear all that is drawn around a sentence, and what is still to come is not told", () => {
  const breaking = placed({ fate: delivered });
  const broken = new Map([[breaking, "Log matching broken"]]);
  const after = (/** @type {PlacedMessage} */ one, cursor = 9) => told(parts.toldAfter(one, { cursor, broken })).join("");
  assert.equal(after(placed()), 'span class="vh told" data-told="message 7"');
  assert.equal(after(placed({}, { copy_of: 3 })), 'span class="vh told" data-told=", message 7"  " copy of 3"');
  const learnt = placed({ fate: { ...delivered, term: 2, committed: 4 } });
  assert.equal(after(learnt), 'span class="vh told" data-told=", message 7"  " takes term 2, committed up to 4"');
  assert.equal(after(learnt, 4), after(placed()));
  assert.deepEqual([parts.learntOf(learnt, 5), parts.learntOf(placed({ fate: delivered }), 5), parts.learntOf(placed(), 5)], [["takes term 2", "committed up to 4"], [], []]);
  assert.equal(after(placed({ fate: { ...delivered, state: "refused", why: "down" } })), 'span class="vh told" data-told=", message 7"  " nobody home"');
  assert.equal(after(placed({ fate: { ...delivered, state: "dropped" } })), after(placed()), "the state is said with the sentence");
  assert.equal(after(breaking), 'span class="vh told" data-told=", message 7"  " Log matching broken"');
});

test("a note says why nobody heard, or what an answer’s no is", () => {
  const note = (/** @type {PlacedMessage} */ one, cursor = 5) => Object.values(parts.noteOf(one, cursor));
  const no = { refusal: "no, I have voted" };
  assert.deepEqual(note(placed({ fate: { ...delivered, state: "dropped" } })), ["dropped", "state", false]);
  assert.deepEqual(note(placed({ fate: { ...delivered, state: "refused", why: "cut" } })), ["link cut", "reason", false]);
  assert.deepEqual(note(placed({ fate: { ...delivered, state: "refused", why: "down" } })), ["nobody home", "reason", false]);
  assert.deepEqual(note(placed({ fate: delivered }, no)), ["no, I have voted", "no", false]);
  assert.deepEqual(note(placed({ fate: delivered }, { ...no, is_vote: true })), ["no, I have voted", "no", true]);
  assert.deepEqual(note(placed({ fate: delivered }, { is_vote: true })), ["", "none", false]);
  assert.deepEqual(note(placed({ fate: { ...delivered, note: "nothing new" } })), ["nothing new", "no", false]);
  assert.deepEqual(note(placed({ fate: delivered }, no), 4), ["", "none", false], "not before it arrives");
});

test("only a vote that is refused is no vote", () => {
  const said = [{ is_vote: true, refusal: "no" }, { is_vote: true }, { refusal: "no" }];
  assert.deepEqual(said.map((label) => parts.isNoVote(placed({}, label).message)), [true, false, false]);
});

test("what is the same in every language is set apart from the words", () => {
  const said = parts.saidParts({ says: "Is every up?", exact: [[3, 5]] });
  assert.deepEqual(said.flatMap(told), ['"Is "', 'span class="kept" translate="no"', '  "every"', '" up?"']);
});

test("a tag says what happened, and to whom for who listens", () => {
  const names = ["client", "every", "tom", "dick"];
  const read = (/** @type {PlacedTag} */ one) => {
    const { text, look, who } = parts.tagOf(one, { layout: { names }, broken: new Map() });
    return [text, look, who];
  };
  const breaking = tag({ kind: "killed", server: "tom" });
  assert.deepEqual(read(breaking), ["killed", "bad", "tom "]);
  const { icon, text, look, breaks } = parts.tagOf(breaking, { layout: { names }, broken: new Map([[breaking, "Log matching broken"]]) });
  assert.deepEqual([icon, text, look, breaks], ["broken", "killed", "broken", ", Log matching broken"]);
  assert.deepEqual(read(tag({ kind: "timed_out", server: "tom", term: 3 })), ["timed out: term 3", "", "tom "]);
  assert.deepEqual(read(tag({ kind: "elected", server: "tom", term: 3 })), ["elected: leads term 3", "", "tom "]);
  assert.deepEqual(read(tag({ kind: "cut", servers: ["every", "tom"] })), ["link cut", "bad", "every to tom: "]);
  assert.deepEqual(read(tag({ kind: "reloaded" })), ["power cut", "bad", ""]);
  assert.deepEqual(read(tag({ kind: "cut", servers: ["every", "tom"] }, { sides: [0, 1, 0] })), ["partition", "", "every, dick | tom: "]);
  assert.deepEqual(read(tag({ kind: "healed", servers: ["every", "tom"] }, { sides: [0, 1, 1] })), ["partition healed", "good", "every | tom, dick: "]);
  assert.throws(() => read(tag({ kind: "sent" })), /no tag for an event of kind sent/);
});
