// What takes a run along.

import assert from "node:assert/strict";
import { test } from "node:test";
import { frameOf } from "../../www/share/frame.js";

test("the HTML of a frame shows the run, and hostile text stays text", () => {
  const code = frameOf("https://example.org/a&b/?old#1/3/plain,servers%20tom%0A", 'A "title" <b>&');
  assert.match(code, /^<iframe src="https:\/\/example\.org\/a&amp;b\/\?embed#1\/3\/plain,servers%20tom%0A" title="Catchup: A &quot;title&quot; &lt;b&gt;&amp;" width="100%" height="\d+"/);
  assert.equal(code.match(/[<>]/g)?.length, 4);
});

test("a page on a disk has no frame to offer", () => {
  assert.throws(() => frameOf("file:///home/catchup.html#1/0/plain,x", "A run"), /opened from a disk/);
});
