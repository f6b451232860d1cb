import assert from "node:assert/strict";
import { test } from "node:test";
import { countFirst, sharedMoments } from "../../www/drawing/history.js";

test("of a list in which those come first for which something holds, they are counted", () => {
  for (let length = 0; length < 9; length += 1) {
    for (let count = 0; count <= length; count += 1) {
      const list = Array.from({ length }, (_, place) => place < count);
      assert.equal(countFirst(list, (holds) => holds), count, `${count} of ${length}`);
    }
  }
});

test("two histories begin with the moments that are the same in both, and not with such as look alike", () => {
  const history = Array.from({ length: 100 }, () => [{}]);
  for (const from of [0, 1, 50, 99]) {
    assert.equal(sharedMoments(history, [...history.slice(0, from), [{}], [{}]]), from);
    assert.equal(sharedMoments(history, history.slice(0, from)), from);
    assert.equal(sharedMoments(history.slice(0, from), history), from);
  }
  assert.equal(sharedMoments(history, history), 100);
});

test("where two histories part is found without looking at all of a long run", () => {
  let looked = 0;
  const history = Array.from({ length: 10_000 }, () => []);
  const seen = new Proxy(history, { get: (list, key) => (key === "length" ? list.length : ((looked += 1), Reflect.get(list, key))) });
  assert.equal(sharedMoments(seen, [...history, []]), 10_000);
  assert.ok(looked < 20, `${looked} moments were looked at`);
});
