// What the layout of the conversation promises: where rows stand, what waits, and that nothing that stays ever moves.

import assert from "node:assert/strict";
import { test } from "node:test";
import { laidAt, laneSegments, laneX, nowAt, rowTopAfter, stateOf } from "../../www/ladder/laid.js";
import { CHUNK_ROWS, createLayout, firstDifference, layOut } from "../../www/ladder/layout.js";
import { spanOf } from "../../www/ladder/rows.js";
import { linesOf, widthsOf } from "../../www/ladder/widths.js";
import "./speak.js";

/** @import { Outline } from "../../pkg/catchup.js" */
/** @import { Layout, Shape } from "../../www/ladder/layout.js" */
/** @import { PlacedMessage } from "../../www/ladder/placed.js" */

/** Characters are half a rem wide, and twenty of them fit into a line. @type {Shape} */
const shape = { width: 10, clientWidth: 10, gap: 12, widthOf: (word) => word.length / 2, linesLimit: 3, linesMost: 5, lineHeight: 1, pillBelow: false, chunkRows: CHUNK_ROWS };
const servers = ["every", "tom", "dick", "and", "harry"];

/**
 * A history made by hand. Each call of `add` is one moment.
 * @returns {{history: Outline[][], add: (...events: object[]) => void, send: (from: string, to: string, says?: string) => object, deliver: (id: number) => object}}
 */
function scene() {
  /** @type {Outline[][]} */
  const history = [[]];
  let sent = 0;
  return {
    history,
    add(...events) {
      history.push(/** @type {Outline[]} */ (events));
    },
    send(from, to, says = "Hello.") {
      sent += 1;
      return { kind: "sent", message: { id: sent, from, to, says } };
    },
    deliver: (id) => ({ kind: "delivered", id }),
  };
}

/** The client nominates dick, who asks the four others in one moment. */
function nomination() {
  const one = scene();
  one.add(one.send("client", "dick"));
  one.add(
    one.deliver(1),
    { kind: "nominated", server: "dick", term: 0 },
    ...["client", "every", "tom", "and", "harry"].map((to) => one.send("dick", to)),
  );
  return one;
}

/**
 * Lays a history afresh.
 * @param {Outline[][]} history The events of each moment.
 * @returns {Layout}
 */
function laid(history) {
  const layout = createLayout(servers, shape);
  layOut(layout, history);
  return layout;
}

/**
 * A message of a layout.
 * @param {Layout} layout The layout.
 * @param {number} id The message's id.
 * @returns {PlacedMessage}
 */
function message(layout, id) {
  const placed = layout.byId.get(id);
  assert.ok(placed, `message ${id}`);
  return placed;
}

test("with five servers the lanes stand where the mock has them", () => {
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5].map((lane) => Math.round(laneX(lane, 5) * 10) / 10),
    [4.8, 20.8, 38.4, 56, 73.6, 91.2],
  );
});

test("what a leader says to both sides shares rows, the farthest pair first", () => {
  const layout = laid(nomination().history);
  const rows = [2, 3, 4, 5, 6].map((id) => message(layout, id).row);
  assert.deepEqual(rows, [1, 2, 3, 2, 1]);
});

test("on paper a moment of many rows has a chunk for each message, in the order of the list", () => {
  const layout = createLayout(servers, { ...shape, chunkRows: 1 });
  layOut(layout, nomination().history);
  assert.deepEqual(layout.items.map((item) => item.kind === "message" && [item.message.id, item.row, item.chunk]), [1, 2, 3, 4, 5, 6].map((id) => [id, id - 1, id - 1]));
  assert.deepEqual(layout.chunks.map(({ firstItem }) => firstItem), [0, 1, 2, 3, 4, 5]);
  for (const [place, { top }] of layout.chunks.entries()) assert.ok(message(layout, place + 1).top >= top && (layout.chunks[place + 1]?.top ?? Infinity) >= message(layout, place + 1).bottom);
});

test("each partner of a leader has a gap of its own, on the side that faces the leader, whoever leads", () => {
  for (const leader of servers) {
    const one = scene();
    const others = ["client", ...servers.filter((name) => name !== leader)];
    one.add({ kind: "nominated", server: leader, term: 0 });
    one.add(...others.map((to) => one.send(leader, to)));
    one.add(...others.map((from) => one.send(from, leader)));
    const layout = laid(one.history);
    const gaps = others.map((_, index) => message(layout, index + 1).gap);
    assert.deepEqual([...gaps].sort(), [0, 1, 2, 3, 4], leader);
    assert.deepEqual(
      others.map((_, index) => message(layout, others.length + index + 1).gap),
      gaps,
      leader,
    );
  }
});

test("an arrow that arrives in its turn goes straight to its lane", () => {
  const one = nomination();
  one.add(one.deliver(3), one.send("every", "dick"));
  one.add(one.deliver(4), one.send("tom", "dick"));
  one.add(one.deliver(7));
  const layout = laid(one.history);
  for (const id of [1, 3, 4, 7]) assert.equal(message(layout, id).fate?.wait, null, `message ${id}`);
});

test("an arrow that was overtaken waits beside its lane, and is let in just above its answer", () => {
  const one = nomination();
  one.add(one.deliver(3), one.send("every", "dick"));
  one.add(one.deliver(7));
  one.add(one.deliver(4), one.send("tom", "dick"));
  const layout = laid(one.history);
  const wait = message(layout, 4).fate?.wait;
  assert.ok(wait?.answered);
  assert.equal(wait.top, message(layout, 4).end);
  assert.ok(wait.bottom < message(layout, 8).y && wait.bottom > message(layout, 7).end);
});

test("an arrow never arrives above something that had already happened on its lane", () => {
  const one = scene();
  one.add(one.send("every", "tom"));
  one.add({ kind: "killed", server: "tom" });
  one.add({ kind: "refused", id: 1, from: "every", to: "tom", why: "down" });
  const layout = laid(one.history);
  const wait = message(layout, 1).fate?.wait;
  const tag = layout.items[1];
  assert.ok(wait && tag?.kind === "tag" && wait.bottom > tag.y);
});

test("rows come one below the other, and every arrow ends within its row", () => {
  const layout = laid(nomination().history);
  let before = 0;
  for (const id of [1, 2, 3, 4]) {
    const placed = message(layout, id);
    assert.ok(placed.y > before);
    before = placed.end;
  }
  assert.ok(before < laidAt(layout, 2).bottom);
});

test("a state holds from its own moment on", () => {
  const one = nomination();
  one.add({ kind: "dropped", id: 3, from: "dick", to: "every" });
  const placed = message(laid(one.history), 3);
  assert.deepEqual(
    [2, 3, 9].map((cursor) => stateOf(placed, cursor)),
    ["in flight", "dropped", "dropped"],
  );
});

test("what becomes of a message later moves nothing that stands already", () => {
  const one = nomination();
  const early = laid(one.history.slice());
  one.add({ kind: "dropped", id: 4, from: "dick", to: "tom" });
  one.add({ kind: "killed", server: "harry" });
  one.add({ kind: "refused", id: 6, from: "dick", to: "harry", why: "down" });
  const late = laid(one.history);
  for (const id of [1, 2, 3, 4, 5, 6]) {
    const { fate: _one, ...first } = message(early, id);
    const { fate: _other, ...second } = message(late, id);
    assert.deepEqual(first, second);
  }
});

test("a new future is laid from where it differs, and ends as if it had been laid afresh", () => {
  const one = nomination();
  one.add(one.deliver(3), one.send("every", "dick"));
  one.add({ kind: "killed", server: "and" });
  one.add({ kind: "registered", server: "bob" }, { kind: "restarted", server: "bob" });
  const layout = laid(one.history);
  const first = message(layout, 1);
  const future = one.history.slice(0, 3);
  future.push(/** @type {Outline[]} */ ([{ kind: "dropped", id: 3 }]));
  assert.equal(firstDifference(layout, future), 3);
  layOut(layout, future);
  assert.equal(message(layout, 1), first);
  assert.deepEqual(layout, laid(future));
});

test("a lane tells when its server is up, leads, or only thinks that it still leads", () => {
  const one = nomination();
  one.add({ kind: "nominated", server: "tom", term: 0 });
  one.add({ kind: "killed", server: "dick" });
  one.add({ kind: "restarted", server: "dick" });
  const layout = laid(one.history);
  const looks = laneSegments(layout, 3, 0, laidAt(layout, 5).bottom, 5).map(({ up, leads }) => `${up ? "up" : "down"} ${leads}`);
  assert.deepEqual(looks, ["up no", "up latest", "up older", "down no", "up no"]);
  assert.deepEqual(
    laneSegments(layout, 3, 0, 50, 1).map(({ leads }) => leads),
    ["no"],
  );
});

test("a server that registers later has no lane above its tag", () => {
  const one = nomination();
  one.add({ kind: "registered", server: "bob" }, { kind: "restarted", server: "bob" });
  const layout = laid(one.history);
  const tags = layout.items.filter((item) => item.kind === "tag");
  assert.equal(tags.length, 1);
  assert.equal(laneSegments(layout, 6, 0, 100, 3)[0]?.top, tags[0]?.kind === "tag" ? tags[0].y : -1);
  assert.deepEqual(laneSegments(layout, 6, 0, 100, 2), []);
});

test("a power cut is one band, after which everyone is up and nobody leads", () => {
  const one = nomination();
  one.add(
    { kind: "reloaded" },
    ...servers.map((server) => ({ kind: "killed", server })),
    ...[2, 3, 4, 5, 6].map((id) => ({ kind: "dropped", id, from: "dick", to: "tom" })),
    ...servers.map((server) => ({ kind: "restarted", server })),
  );
  const layout = laid(one.history);
  assert.deepEqual(
    layout.items.slice(6).map((item) => item.kind === "tag" && item.event.kind),
    ["reloaded"],
  );
  for (let lane = 1; lane <= 5; lane += 1)
    assert.deepEqual({ ...layout.changes[lane]?.at(-1), moment: 0, y: 0 }, { moment: 0, y: 0, up: true, leads: "no", term: 0 });
});

test("now is where a moment drew something, else at the message that it delivered", () => {
  const one = nomination();
  one.add(one.deliver(2));
  one.add({ kind: "rejected" });
  const layout = laid(one.history);
  assert.deepEqual(nowAt(layout, 2).ids, [2, 3, 4, 5, 6]);
  assert.deepEqual(nowAt(layout, 3).ids, [2]);
  assert.ok(nowAt(layout, 3).bottom <= laidAt(layout, 2).bottom);
  assert.deepEqual(nowAt(layout, 4), nowAt(layout, 3));
  const told = scene();
  told.add(told.send("tom", "dick"));
  told.add(told.deliver(1), { kind: "killed", server: "dick" });
  const now = nowAt(laid(told.history), 2);
  assert.deepEqual([now.ids, now.tag?.event.kind], [[1], "killed"], "what arrived is now, beside the tag that it led to");
});

test("a long conversation is cut into chunks of whole rows", () => {
  const one = scene();
  for (let count = 0; count < CHUNK_ROWS * 3; count += 1) one.add(one.send("every", "tom"));
  const layout = laid(one.history);
  assert.deepEqual(
    layout.chunks.map((chunk) => chunk.firstItem),
    [0, CHUNK_ROWS, CHUNK_ROWS * 2],
  );
  for (const item of layout.items) if (item.kind === "message") assert.ok(item.y > (layout.chunks[item.chunk]?.top ?? 0));
});

test("a label takes as many lines as its words need", () => {
  assert.deepEqual(
    ["Hello.", "How much of the log do you have?", "x".repeat(35), "word ".repeat(60).trim(), ""].map((text) => linesOf(widthsOf(text, shape), shape, 10)),
    [1, 2, 2, 15, 1],
  );
});

test("a word and the number that it is tied to are measured as one", () => {
  assert.deepEqual(widthsOf("Yes, in term 5, after entry 12 of 20.", shape), [2, 1, 3.5, 2.5, 4, 1, 1.5]);
  assert.equal(linesOf(widthsOf("in term 5", shape), shape, 3.5), 2);
});

test("a label that needs many lines reaches over the free gaps above its own arrow, and no further than it needs", () => {
  const long = "word ".repeat(28).trim();
  assert.deepEqual(spanOf(widthsOf("Hello.", shape), shape, 1, 1, 4), { first: 1, last: 1, lines: 1, cut: false });
  // Four words fit into one gap, and four or five more into each further one.
  assert.deepEqual(spanOf(widthsOf(long, shape), shape, 1, 1, 4), { first: 1, last: 3, lines: 3, cut: false });
  assert.deepEqual(spanOf(widthsOf(long, shape), shape, 4, 2, 5), { first: 2, last: 4, lines: 3, cut: false });
  assert.deepEqual(spanOf(widthsOf(long, shape), shape, 0, 0, 2), { first: 0, last: 1, lines: 4, cut: false });
  assert.deepEqual(spanOf(widthsOf(long, shape), shape, 1, 1, 2), { first: 1, last: 1, lines: 5, cut: true });
});

test("a label never lies on its own arrow, however far it reaches", () => {
  const long = "word ".repeat(40).trim();
  for (const [from, to] of /** @type {const} */ ([["dick", "harry"], ["harry", "dick"], ["every", "dick"], ["dick", "client"]])) {
    const one = scene();
    one.add({ kind: "nominated", server: "dick", term: 0 });
    one.add(one.send(from, to, long));
    const { labelY, rise, first, last, from: start, to: goal, y, step, top, lines } = message(laid(one.history), 1);
    const bottom = labelY - rise;
    for (const lane of [first, last + 1]) assert.ok(bottom <= y + step * Math.abs(lane - start) + 1e-9, `${from} to ${to}`);
    assert.ok(bottom - lines * shape.lineHeight >= top, "the label is within its row");
    assert.ok(Math.min(start, goal) <= first && last < Math.max(start, goal));
  }
});

test("the row after a height is found at every moment, also among rows of one moment", () => {
  const one = nomination();
  one.add({ kind: "killed", server: "every" });
  one.add(one.deliver(4), one.send("tom", "dick"));
  const layout = laid(one.history);
  const tops = [...new Set(layout.items.flatMap((item) => (item.kind === "message" ? [item.top] : [])))].sort((one, other) => one - other);
  for (const top of tops) assert.equal(rowTopAfter(layout, 4, top), top);
  const second = message(layout, 3);
  assert.equal(rowTopAfter(layout, 4, second.top - 0.1), second.top);
  assert.equal(rowTopAfter(layout, 1, 100), laidAt(layout, 1).bottom);
  assert.equal(rowTopAfter(layout, 4, 0), laidAt(layout, 0).bottom);
});

test("a wait on a lane's left has the one track that there is", () => {
  const one = scene();
  one.add({ kind: "nominated", server: "dick", term: 0 });
  for (const from of ["every", "tom", "every"]) one.add(one.send(from, "dick"));
  one.add(one.send("dick", "client"));
  for (const id of [1, 2, 3]) one.add(one.deliver(id));
  const layout = laid(one.history);
  assert.deepEqual(layout.waits.map(({ track }) => track), [0, 0, 0]);
});

/** tom stands for term 2 and is elected, while dick leads term 1. */
function election() {
  const one = scene();
  one.add({ kind: "timed_out", server: "dick", term: 1 }, one.send("dick", "tom"));
  one.add(one.deliver(1), { kind: "term_taken", server: "tom", term: 1 }, one.send("tom", "dick"));
  one.add(one.deliver(2), { kind: "elected", server: "dick", term: 1 });
  one.add({ kind: "timed_out", server: "tom", term: 2 }, one.send("tom", "every"));
  one.add(one.deliver(3), { kind: "term_taken", server: "every", term: 2 }, one.send("every", "tom"));
  one.add(one.deliver(4), { kind: "elected", server: "tom", term: 2 }, { kind: "committed", server: "tom", last: 3 });
  return one;
}

test("a lane tells who stands, who leads, and who is stale from where another one leads a later term", () => {
  const layout = laid(election().history);
  const looks = (/** @type {number} */ lane) => layout.changes[lane]?.map(({ leads, term }) => `${leads} ${term}`);
  assert.deepEqual(looks(3), ["no 0", "stands 1", "latest 1", "stale 1"], "dick");
  assert.deepEqual(looks(2), ["no 0", "no 1", "stands 2", "latest 2"], "tom");
  const elected = layout.items.findLast((item) => item.kind === "tag");
  assert.equal(layout.changes[3]?.at(-1)?.y, elected?.y, "at the height of the tag, not where dick hears of it");
});

test("who is elected late, for an earlier term, replaces nobody and is stale at once", () => {
  const one = scene();
  one.add({ kind: "elected", server: "tom", term: 3 });
  one.add({ kind: "elected", server: "dick", term: 2 });
  const layout = laid(one.history);
  assert.deepEqual([layout.changes[2]?.at(-1)?.leads, layout.changes[3]?.at(-1)?.leads], ["latest", "stale"]);
});

test("a term begins where the message was heard, with room for its chip, and the message remembers what it told", () => {
  const layout = laid(election().history);
  const { end, fate } = message(layout, 1);
  assert.equal(layout.changes[2]?.[1]?.y, end);
  assert.ok(message(layout, 2).top >= end + 1.375, "the next row is clear of the chip");
  assert.deepEqual([fate?.term, fate?.committed, message(layout, 4).fate?.committed], [1, 0, 3]);
});

test("a label that passes by a lane stands clear of the chip that the row above it may get there", () => {
  const one = scene();
  const ask = "Do you vote for me in term 4? My log ends with entry 2 of term 2.";
  one.add({ kind: "timed_out", server: "every", term: 4 }, { kind: "term_taken", server: "every", term: 4 }, ...["tom", "dick", "and"].map((to) => one.send("every", to, ask)));
  // On paper what is said to the nearest stands first.
  const layout = createLayout(servers, { ...shape, chunkRows: 1 });
  layOut(layout, one.history);
  for (const id of [1, 2]) {
    const [told, under] = [message(layout, id), message(layout, id + 1)];
    assert.ok(under.first < under.last, "its label reaches over the lane");
    const foot = told.end + 1.3125;
    const top = under.labelY - under.rise - 0.1875 - under.lines * shape.lineHeight;
    assert.ok(top >= foot + 0.125, `${foot} is the chip's foot, and the label begins at ${top}`);
  }
});

test("with another future, terms and elections that are no longer told are forgotten", () => {
  const { history } = election();
  const layout = laid(history);
  layOut(layout, history.slice(0, 3));
  assert.deepEqual(layout, laid(history.slice(0, 3)));
});
