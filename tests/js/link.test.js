// Links that hold a whole run: there and back, and every way in which a link can be broken or mean harm.

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { TEXT_LIMIT_BYTES, decodeLink, encodeLink } from "../../www/link/link.js";
import { seededRandom } from "./fake-storage.js";
import "./speak.js";

const example = "title    Every Tom Dick and Harry\nprotocol ask_length\nservers  every tom dick\ndisk dick 0 set a 1\n\nclient dick youre_the_leader\ndeliver 1\n";

/**
 * Packs bytes into a link as the page does, whatever they are.
 * @param {Buffer} bytes What to pack.
 * @returns {string} A link to moment 0.
 */
function packed(bytes) {
  return `#1/0/deflate,${deflateRawSync(bytes).toString("base64url")}`;
}

test("a short run is readable in its link", async () => {
  assert.equal(await encodeLink("client dick set a 1\n", 3), "#1/3/plain,client%20dick%20set%20a%201%0A");
  assert.match(await encodeLink(example, 0), /^#1\/0\/plain,title/);
  // What programs that look for links in a text would leave out at its end.
  assert.equal(await encodeLink("(*!~')", 0), "#1/0/plain,%28%2A%21%7E%27%29");
});

test("a long run is packed", async () => {
  const text = example.repeat(100);
  const hash = await encodeLink(text, 20_000);
  assert.match(hash, /^#1\/20000\/deflate,[A-Za-z0-9_-]+$/);
  assert.ok(hash.length < text.length / 10, `${hash.length} characters`);
  assert.deepEqual(await decodeLink(hash), { text, moment: 20_000, whole: true });
});

test("every text comes back as it was", async () => {
  const texts = ["", "\n", example, "a%20b", "100 % #/,?&=+", "!'()*~", "\u0000\r\n\t", "\ufeffbegins with a mark", "grüße, 日本語, 🙂".repeat(50), "é\u0301 \u202e"];
  for (const text of texts) {
    for (const hash of [await encodeLink(text, 7), packed(Buffer.from(text))]) {
      assert.deepEqual((await decodeLink(hash))?.text, text);
      assert.deepEqual((await decodeLink(hash.slice(1)))?.text, text, "without the #");
    }
  }
});

test("half a character becomes the sign for one that is unknown", async () => {
  assert.equal((await decodeLink(await encodeLink("a\ud83db", 0)))?.text, "a\ufffdb");
  assert.equal((await decodeLink(await encodeLink("a\ud83db".repeat(1_000), 0)))?.text, "a\ufffdb".repeat(1_000));
});

test("1 MB fits, even when it can't be made smaller, and 1 byte more does not", async () => {
  const random = seededRandom(3);
  const noise = Array.from({ length: TEXT_LIMIT_BYTES }, () => String.fromCharCode(33 + random(94))).join("");
  for (const text of [noise, "a".repeat(TEXT_LIMIT_BYTES), "é".repeat(TEXT_LIMIT_BYTES / 2)]) {
    assert.equal((await decodeLink(await encodeLink(text, 0)))?.text, text);
    await assert.rejects(encodeLink(`${text}a`, 0), /^Error: This run is too long for a link: its text has more than 1 MB\. Copy the text instead\.$/);
  }
});

test("what is no link of ours is none", async () => {
  for (const hash of ["", "#", "#help", "#lesson-five", "#/1/0", "#1", "#one/0/plain,x", "#-1/0/plain,", "help/1", "#1e1/0/plain,x"]) {
    assert.equal(await decodeLink(hash), null, hash);
  }
});

const cut = "It may have been cut on its way: ask for it again, and copy all of it.";

/** @type {[string, string][]} What stands behind the #, and the sentence. */
const broken = [
  ["2/0/plain,x", "This link is written in format 2, and this page reads format 1. Reload the page; if that does not help, ask for the link again."],
  ["01/0/plain,x", "This link is written in format 01, and this page reads format 1. Reload the page; if that does not help, ask for the link again."],
  ["1/", `This link ends before its text begins. ${cut}`],
  ["1/5", `This link ends before its text begins. ${cut}`],
  ["1//plain,x", `This link opens at “”, and a moment from 0 to 20000 was expected. ${cut}`],
  ["1/x/plain,x", `This link opens at “x”, and a moment from 0 to 20000 was expected. ${cut}`],
  ["1/-1/plain,x", `This link opens at “-1”, and a moment from 0 to 20000 was expected. ${cut}`],
  ["1/1.5/plain,x", `This link opens at “1.5”, and a moment from 0 to 20000 was expected. ${cut}`],
  ["1/20001/plain,x", `This link opens at “20001”, and a moment from 0 to 20000 was expected. ${cut}`],
  [`1/${"9".repeat(500)}/plain,x`, `This link opens at “${"9".repeat(60)}…”, and a moment from 0 to 20000 was expected. ${cut}`],
  ["1/0/", `This link holds “” where “plain,” or “deflate,” was expected. ${cut}`],
  ["1/0/plain", `This link holds “plain” where “plain,” or “deflate,” was expected. ${cut}`],
  ["1/0/brotli,x", `This link holds “brotli,x” where “plain,” or “deflate,” was expected. ${cut}`],
  ["1/0/plain,100%", `This link holds a percent sign that is not followed by the bytes of a character. ${cut}`],
  ["1/0/plain,%zz", `This link holds a percent sign that is not followed by the bytes of a character. ${cut}`],
  ["1/0/plain,%ff", `This link holds a percent sign that is not followed by the bytes of a character. ${cut}`],
  [`1/0/plain,${"é".repeat(TEXT_LIMIT_BYTES / 2)}a`, `This link holds a text of more than 1 MB. ${cut}`],
  ["1/0/deflate,ab+c", `This link holds “+”, which does not occur in base64url. ${cut}`],
  ["1/0/deflate,abc=", `This link holds “=”, which does not occur in base64url. ${cut}`],
  ["1/0/deflate,ab🙂", `This link holds “🙂”, which does not occur in base64url. ${cut}`],
  ["1/0/deflate,abcde", `This link holds data that ends within a byte. ${cut}`],
  ["1/0/deflate,", `This link holds data that can’t be unpacked. ${cut}`],
  ["1/0/deflate,____", `This link holds data that can’t be unpacked. ${cut}`],
  [packed(Buffer.from(example.repeat(20))).slice(0, -3), `This link holds data that can’t be unpacked. ${cut}`],
  [packed(Buffer.from([0x61, 0xff, 0x62])), `This link holds bytes that are no text in UTF-8. ${cut}`],
  [packed(Buffer.from([0xed, 0xa0, 0x80])), `This link holds bytes that are no text in UTF-8. ${cut}`],
  [packed(Buffer.alloc(TEXT_LIMIT_BYTES + 1, "a")), `This link unpacks to a text of more than 1 MB. ${cut}`],
  [`1/0/plain,${"a".repeat(2_000_000)}`, `This link has 2000010 characters, and at most 2000000 are read. ${cut}`],
];

for (const [hash, says] of broken) {
  test(`a broken link says what is wrong: ${hash.slice(0, 40)}`, async () => {
    await assert.rejects(decodeLink(hash), { message: says });
  });
}

test("a bomb is put down before it has grown", async () => {
  const bomb = packed(Buffer.alloc(100_000_000));
  const { DecompressionStream } = globalThis;
  let unpacked = 0;
  /** @type {Transformer<Uint8Array, Uint8Array>} */
  const counter = {
    transform(chunk, controller) {
      unpacked += chunk.length;
      controller.enqueue(chunk);
    },
  };
  /** @param {CompressionFormat} format The format. */
  function Counting(format) {
    const { readable, writable } = new DecompressionStream(format);
    return { writable, readable: readable.pipeThrough(new TransformStream(counter)) };
  }
  try {
    Object.assign(globalThis, { DecompressionStream: Counting });
    await assert.rejects(decodeLink(bomb), /more than 1 MB/);
    assert.ok(unpacked > TEXT_LIMIT_BYTES && unpacked < 2 * TEXT_LIMIT_BYTES, `${unpacked} bytes`);
  } finally {
    Object.assign(globalThis, { DecompressionStream });
  }
});

test("a comma that a messenger encoded is still a comma", async () => {
  assert.deepEqual(await decodeLink("#1/2/plain%2Cset%20a"), { text: "set a", moment: 2, whole: false });
});

test("random bytes are a text or an error with a sentence, and nothing else", async () => {
  for (let round = 0; round < 300; round++) {
    const hash = `#1/0/deflate,${randomBytes(round).toString("base64url")}`;
    await decodeLink(hash).then((link) => assert.equal(typeof link?.text, "string"), (error) => assert.match(error.message, /^This link .+\.$/));
  }
});

/**
 * Does something in a browser that has other streams.
 * @param {(format: CompressionFormat) => object} packer Stands for CompressionStream.
 * @param {(format: CompressionFormat) => object} unpacker Stands for DecompressionStream.
 * @param {() => Promise<void>} work What to do.
 */
async function withStreams(packer, unpacker, work) {
  const { CompressionStream, DecompressionStream } = globalThis;
  try {
    Object.assign(globalThis, { CompressionStream: packer, DecompressionStream: unpacker });
    await work();
  } finally {
    Object.assign(globalThis, { CompressionStream, DecompressionStream });
  }
}

const none = /** @type {any} */ (undefined);
const noisy = seededRandom(9);
const longTexts = [example.repeat(100), "é🙂".repeat(5_000), Array.from({ length: 5_000 }, () => String.fromCharCode(33 + noisy(94))).join("")];

test("a browser that can't pack makes a plain link, and a short one where it can", async () => {
  await withStreams(none, none, async () => {
    for (const text of longTexts) assert.equal((await decodeLink(await encodeLink(text, 0)))?.text, text);
    assert.match(await encodeLink(example.repeat(100), 0), /^#1\/0\/plain,/);
    await assert.rejects(encodeLink("é".repeat(400_000), 0), /too long for a link in this browser/);
  });
});

test("a browser that packs only in another form makes the same links", async () => {
  const { CompressionStream } = globalThis;
  /** @param {CompressionFormat} format The format. */
  function Wrapped(format) {
    if (format === "deflate-raw") throw new TypeError("unknown format");
    return new CompressionStream(format);
  }
  for (const text of longTexts) {
    let hash = "";
    await withStreams(/** @type {any} */ (Wrapped), none, async () => {
      hash = await encodeLink(text, 3);
    });
    assert.match(hash, /^#1\/3\/deflate,/);
    assert.deepEqual((await decodeLink(hash))?.text, text);
  }
});

test("a browser that can't unpack opens packed links all the same, and sees what is wrong with them", async () => {
  const unknown = () => {
    throw new TypeError("unknown format");
  };
  for (const unpacker of [none, unknown]) {
    await withStreams(none, unpacker, async () => {
      for (const text of ["", "a", ...longTexts, "a".repeat(TEXT_LIMIT_BYTES)]) assert.equal((await decodeLink(packed(Buffer.from(text))))?.text, text);
      for (const level of [0, 1, 9]) {
        const bytes = deflateRawSync(Buffer.from(example.repeat(50)), { level });
        assert.equal((await decodeLink(`#1/0/deflate,${bytes.toString("base64url")}`))?.text, example.repeat(50), `level ${level}`);
      }
      const hash = packed(Buffer.from(example.repeat(20)));
      for (const cut of [4, 8, hash.length >> 1]) await assert.rejects(decodeLink(hash.slice(0, -cut)), /cut on its way/);
      for (const data of ["", "____", "AAAA", "Bv__"]) await assert.rejects(decodeLink(`#1/0/deflate,${data}`), /can’t be unpacked/);
      await assert.rejects(decodeLink(packed(Buffer.alloc(TEXT_LIMIT_BYTES + 1, "a"))), /more than 1 MB/);
      await assert.rejects(decodeLink(packed(Buffer.from(longTexts[2]?.repeat(250) ?? "").subarray(0, TEXT_LIMIT_BYTES + 1))), /more than 1 MB/);
      await assert.rejects(decodeLink(packed(Buffer.from(randomBytes(TEXT_LIMIT_BYTES + 1)))), /more than 1 MB/);
    });
  }
});

test("a packed link that was cut anywhere is told", async () => {
  const hash = await encodeLink(example.repeat(20), 0);
  const start = hash.indexOf(",") + 1;
  for (let end = start; end < hash.length; end++) await assert.rejects(decodeLink(hash.slice(0, end)), /may have been cut on its way/, `${end}`);
});

test("a plain link that does not end with a line's end is told, and half a sign is a fault", async () => {
  const hash = await encodeLink("servers dick tom\nclient dick set a 12\n", 2);
  assert.equal((await decodeLink(hash))?.whole, true);
  assert.deepEqual(await decodeLink(hash.slice(0, -4)), { text: "servers dick tom\nclient dick set a 1", moment: 2, whole: false });
  await assert.rejects(decodeLink(hash.slice(0, -1)), /percent sign/);
});

test("what a chat program put behind a link is passed over", async () => {
  for (const text of ["client dick set a 12\n", example.repeat(20)]) {
    const hash = await encodeLink(text, 2);
    for (const more of [")", ".", "),", '".', "]", ">", "!"]) assert.deepEqual(await decodeLink(hash + more), { text, moment: 2, whole: true }, more);
  }
  assert.equal((await decodeLink("#1/0/plain,client%20dick%20set%20a%20(1)"))?.text, "client dick set a (1)", "written by hand, it may be meant");
});
