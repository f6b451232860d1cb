// The words of a picture: where each line stands, beside its arrow, in which type.

import assert from "node:assert/strict";
import { test } from "node:test";
import { laneX } from "../../www/ladder/laid.js";
import { createLayout, layOut } from "../../www/ladder/layout.js";
import { labelsOf, laneHeads, tagLabel } from "../../www/ladder/picture-words.js";
import { fakeDocument, told } from "./fake-document.js";
import "./speak.js";

/** @import { Outline } from "../../pkg/catchup.js" */
/** @import { Frame } from "../../www/ladder/arrows.js" */
/** @import { Scene } from "../../www/ladder/parts.js" */

fakeDocument();

/** A letter is a third of a rem wide, whatever its size. */
const widthOf = (/** @type {string} */ word) => word.length / 3;
const shape = { width: 8, clientWidth: 5, gap: 9, widthOf, linesLimit: 3, linesMost: 3, lineHeight: 1, pillBelow: false, chunkRows: 25 };

/** Lanes stand every ten percent, and heights are what they are. */
const frame = /** @type {Frame} */ (/** @type {unknown} */ ({ x: (/** @type {number} */ lane) => lane * 10, y: (/** @type {number} */ y) => y }));

/**
 * @param {Outline[][]} history What happened, moment by moment, after the start.
 * @param {number} [cursor] The moment that is drawn; the last when it is left out.
 * @returns {Scene}
 */
function sceneOf(history, cursor = history.length) {
  const layout = createLayout(["every", "tom", "dick"], shape);
  layOut(layout, [[], ...history]);
  return /** @type {Scene} */ (/** @type {unknown} */ ({ layout, cursor, broken: new Map(), serverCount: 3 }));
}

/** @type {(id: number, from: string, to: string, more?: object) => Outline} */
const sent = (id, from, to, more = {}) => ({ kind: "sent", message: { id, from, to, says: "Hello.", ...more } });

/**
 * What is drawn of a message, as its texts with their places: `[text, x, aside, drop, style]`.
 * @param {Scene} scene The moment.
 * @param {number} [id] Which message.
 */
function textsOf(scene, id = 1) {
  const placed = scene.layout.byId.get(id);
  assert.ok(placed);
  return { placed, groups: labelsOf(placed, scene, frame).map((group) => textsIn(group)) };
}

/**
 * @param {any} element What is drawn.
 * @returns {{text: string, x: string, aside: number, drop: number, style: string}[]} The texts in it.
 */
function textsIn(element) {
  if (typeof element === "string") return [];
  if (element.localName !== "text") return element.childNodes.flatMap(textsIn);
  const { x, "data-aside": aside, "data-drop": drop } = element.attributes;
  return [{ text: element.textContent, x, aside: Number(aside), drop: Number(drop), style: element.style.cssText }];
}

/** From a line’s middle to its baseline, in a label and in what is smaller. */
const LABEL_DROP = 0.78125 * 0.35;
const SMALL_DROP = 0.6875 * 0.35;

test("the client’s lane has a muted name, a server’s its glyph before a bold one", () => {
  const [client, every] = laneHeads(sceneOf([]), frame, 3);
  assert.deepEqual(textsIn(client), [{ text: "client", x: "0%", aside: 0, drop: 1.5 + LABEL_DROP, style: "font:400 0.78125rem/1 var(--sans);fill:var(--muted);text-anchor:middle" }]);
  assert.deepEqual(textsIn(every), [{ text: "every", x: "10%", aside: 0.5, drop: 1.5 + 0.9375 * 0.35, style: "font:700 0.9375rem/1 var(--sans);fill:var(--ink);text-anchor:middle" }]);
  const glyph = told(every).filter((line) => /^ +(svg|path)/.test(line)).map((line) => line.trim().replace(/ (d|style)="[^"]*"/g, ""));
  const left = -((5 / 3) * 1.12 * 0.9375) / 0.78125 / 2 - 0.5;
  assert.deepEqual(glyph, ['svg x="10%" y="1.5em" overflow="visible"', `svg x="${Math.round(left * 1e4) / 1e4}em" y="0" overflow="visible"`, 'path data-scale="0.0625" data-shift="0 -6"']);
});

test("a label stands above its arrow, line by line, with its number before the first", () => {
  const { placed, groups: [label, ...others] } = textsOf(sceneOf([[sent(1, "every", "tom", { says: "Do you have the first entry?" })], [{ kind: "delivered", id: 1 }]]));
  assert.deepEqual(others, [], "there is no note");
  assert.deepEqual(label?.map(({ text, aside }) => [text, aside]), [["1 Do you have the first", 1], ["entry?", 1]]);
  const bottom = placed.labelY - placed.rise - 0.1875;
  assert.deepEqual(label?.map(({ drop }) => drop), [bottom - 1.5 + LABEL_DROP, bottom - 0.5 + LABEL_DROP]);
  assert.equal(label?.[0]?.style, "font:400 0.78125rem/1 var(--sans);fill:var(--ink);text-anchor:start");
});

test("what has no room in the most lines ends with an ellipsis", () => {
  const { groups: [label] } = textsOf(sceneOf([[sent(1, "every", "tom", { says: "one two three four five six seven eight nine ten eleven twelve thirteen" })]]));
  assert.deepEqual(label?.slice(0, 2).map(({ text }) => text), ["1 one two three four", "five six seven eight"]);
  assert.equal(label?.length, 3);
  assert.match(label?.at(-1)?.text ?? "", /…$/);
  const { groups: [signs] } = textsOf(sceneOf([[sent(1, "every", "tom", { says: "😀".repeat(100) })]]));
  assert.match(signs?.at(-1)?.text ?? "", /^😀+…$/u, "none of them is cut in two");
});

test("in the client’s gap there is less room", () => {
  const says = "Please set a to 1.";
  const lines = (/** @type {string} */ from) => textsOf(sceneOf([[sent(1, from, "every", { says })], [{ kind: "delivered", id: 1 }]])).groups[0]?.length;
  assert.deepEqual([lines("client"), lines("tom")], [2, 1]);
});

test("a message in flight is lifted over its buttons, one that was dropped over its cross", () => {
  const history = /** @type {Outline[][]} */ ([[sent(1, "every", "tom")], [{ kind: "dropped", id: 1, from: "every", to: "tom" }]]);
  const dropOf = (/** @type {number} */ cursor) => textsOf(sceneOf(history, cursor)).groups[0]?.[0]?.drop ?? NaN;
  const { placed } = textsOf(sceneOf(history));
  const bottom = (/** @type {number} */ cursor) => dropOf(cursor) - LABEL_DROP + 0.5;
  assert.ok(placed.labelY - bottom(1) > placed.labelY - bottom(2), "in flight it is higher");
  assert.equal(placed.labelY - bottom(2), Math.max(placed.rise + 0.1875, 0.5));
});

test("a note stands under its arrow, on the side of its label; a server’s no is in italics, a vote’s has a sign", () => {
  const refused = /** @type {const} */ ({ kind: "refused", id: 1, why: "down" });
  const down = textsOf(sceneOf([[sent(1, "every", "tom")], [{ ...refused, from: "every", to: "tom" }]]));
  const top = down.placed.labelY + down.placed.step / 2 + 0.1875;
  const note = { text: "nobody home", aside: 1, drop: top + 0.8125 / 2 + SMALL_DROP, style: "font:600 0.6875rem/1 var(--sans);fill:var(--bad);text-anchor:start" };
  const xOf = (/** @type {number} */ lane) => `${Math.round(laneX(lane, 3) * 1e3) / 1e3}%`;
  assert.deepEqual(down.groups[1], [{ ...note, x: xOf(1) }]);
  const leftwards = textsOf(sceneOf([[sent(1, "tom", "every")], [{ ...refused, from: "tom", to: "every" }]]));
  assert.deepEqual(leftwards.groups[1]?.map(({ x, aside, style }) => [x, aside, style.split(";").at(-1)]), [[xOf(2), -0.75, "text-anchor:end"]]);
  const no = (/** @type {object} */ more) => textsOf(sceneOf([[sent(1, "every", "tom", { refusal: "no, I have voted for somebody else", ...more })], [{ kind: "delivered", id: 1 }]]));
  const plain = no({}).groups[1] ?? [];
  assert.match(plain[0]?.style ?? "", /^font:italic 600 0\.6875rem\/1 var\(--serif\);fill:var\(--ink\)/);
  assert.deepEqual(plain.map(({ aside }) => aside), plain.map(() => 1));
  assert.ok(plain.length > 1 && Math.abs((plain[1]?.drop ?? 0) - (plain[0]?.drop ?? 0) - 0.8125) < 1e-9, "lines are a line apart");
  const vote = no({ is_vote: true });
  assert.deepEqual(vote.groups[1]?.map(({ aside }) => aside), (vote.groups[1] ?? []).map(() => 1 + 0.6875 + 0.25));
  const [, drawnNote] = labelsOf(vote.placed, sceneOf([[sent(1, "every", "tom", { refusal: "no, I have voted for somebody else", is_vote: true })], [{ kind: "delivered", id: 1 }]]), frame);
  assert.ok(told(drawnNote).some((line) => line.includes("stroke:var(--ink)")), "the sign of the ballots");
});

test("what a tear stops is told by its number alone, in the gap of the tear, on the sender’s side", () => {
  const parted = (/** @type {string} */ from, /** @type {string} */ to) => {
    const scene = sceneOf([[{ kind: "cut", servers: ["every", "dick"] }, { kind: "cut", servers: ["tom", "dick"] }], [sent(1, from, to)], [{ kind: "refused", id: 1, from, to, why: "cut" }]]);
    return textsOf(scene).groups;
  };
  const mono = (/** @type {string} */ anchor) => `font:400 0.6875rem/1 var(--mono);fill:var(--bad);text-anchor:${anchor}`;
  assert.deepEqual(parted("every", "dick").map((group) => group.map(({ text, aside, style }) => [text, aside, style])), [[["1", 0.75, mono("start")]]]);
  assert.deepEqual(parted("dick", "every").map((group) => group.map(({ text, aside, style }) => [text, aside, style])), [[["1", -0.75, mono("end")]]]);
  const [[right]] = /** @type {[[{x: string}]]} */ (/** @type {unknown} */ (parted("tom", "dick")));
  const [[left]] = /** @type {[[{x: string}]]} */ (/** @type {unknown} */ (parted("dick", "tom")));
  assert.ok(parseFloat(left.x) > parseFloat(right.x), "each at the lane that it comes from");
});

test("a tag is a box on its lane, between two, or across all, in the colour of what it says", () => {
  const drawnTag = (/** @type {Outline} */ event) => {
    const scene = sceneOf([[event]]);
    const placed = scene.layout.items.find((item) => item.kind === "tag");
    assert.ok(placed?.kind === "tag");
    return { placed, lines: tagLabel(placed, scene, frame).flatMap(told) };
  };
  const killed = drawnTag({ kind: "killed", server: "tom" });
  assert.equal(killed.lines[0], 'g data-tag="killed"');
  assert.ok(killed.lines.some((line) => line.startsWith(`  svg x="20%" y="${Math.round(killed.placed.y * 1e4) / 1e4}em"`)), killed.lines.join("\n"));
  const width = ((6 / 3) * 1.12 * 0.6875) / 0.78125 + 0.875 + 1;
  const inEm = (/** @type {number} */ value) => `${Math.round(value * 1e4) / 1e4}em`;
  assert.ok(killed.lines.includes(`    rect x="${inEm(-width / 2)}" y="-0.625em" width="${inEm(width)}" height="1.25em" rx="3" style="fill:var(--paper);stroke:var(--bad)"`), killed.lines.join("\n"));
  assert.ok(killed.lines.some((line) => /text .*data-aside="0.5625" .*fill:var\(--bad\);text-anchor:middle/.test(line)));
  const timedOut = drawnTag({ kind: "timed_out", server: "tom", term: 1 });
  assert.ok(timedOut.lines.some((line) => line.includes("stroke:var(--edge)")) && timedOut.lines.some((line) => /text .*fill:var\(--ink\)/.test(line)));
  const link = drawnTag({ kind: "cut", servers: ["every", "tom"] });
  assert.ok(link.lines.some((line) => line.startsWith('  svg x="15%"')), link.lines.join("\n"));
  const all = drawnTag({ kind: "reloaded" });
  assert.ok(all.lines.some((line) => line.startsWith(`  rect x="0%" y="${inEm(all.placed.y - 0.8125)}" width="100%"`)) && all.lines.some((line) => /text x="50%"/.test(line)), all.lines.join("\n"));
});

test("a label over a tear, or over further lanes, stands on a ground of its own", () => {
  const ground = (/** @type {Outline[][]} */ history, id = 1) => textsOf(sceneOf(history), id).groups[0]?.every(({ style }) => style.includes("stroke:var(--paper)"));
  assert.equal(ground([[sent(1, "every", "tom")]]), false);
  const long = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen";
  assert.equal(ground([[sent(1, "every", "dick", { says: long })]]), true, "it reaches over tom’s lane");
  assert.equal(ground([[{ kind: "cut", servers: ["every", "dick"] }, { kind: "cut", servers: ["every", "tom"] }], [sent(1, "every", "tom")]]), true, "it stands over the tear");
});
