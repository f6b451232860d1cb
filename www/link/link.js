// Links that hold a whole run: its text, and the moment to open it at. They stand behind the `#` of the address, the
// part that a browser keeps to itself, so no server ever sees what somebody shares.
//
//     #1/MOMENT/plain,TEXT      the text, percent-encoded: short ones can be read and edited in the address bar
//     #1/MOMENT/deflate,DATA    the text in UTF-8, packed with raw deflate, in base64url without padding
//
// A link comes from anybody, so nothing in it is believed: lengths are limited before and while it is unpacked. What
// the text says is for the simulation to check. Left out: a checksum, since a cut link fails to unpack or, when plain,
// does not end with a line's end. Programs that find links in a text leave out, or add, a bracket or a full stop at the
// end; no link of ours ends so, and it is passed over. docs/links.md has all this for people who make links by hand.

import { quoted, say } from "../words/say.js";

/** The version of the format that this file writes. */
const VERSION = "1";

/** How many bytes a run's text can have in UTF-8: the limit of the text language. */
export const TEXT_LIMIT_BYTES = 1_000_000;

/** How many characters a link can have behind the `#`. It holds 1 MB that deflate can't make smaller, and Chromium keeps no longer address than 2 MB. */
const HASH_LIMIT = 2_000_000;

/** How many characters of percent-encoded text are left readable. */
const PLAIN_LIMIT = 1_000;

/** The last moment that a run can have: the limit of the text language. */
const MOMENT_LIMIT = 20_000;

/**
 * Makes a link.
 * @param {string} text The run's whole text, at most 1 MB.
 * @param {number} moment The moment to open it at.
 * @returns {Promise<string>} What to put into `location.hash`, with the `#`.
 * @throws {Error} With a sentence for people, when the text is too long for a link.
 */
export async function encodeLink(text, moment) {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > TEXT_LIMIT_BYTES) throw new Error(say("link-large"));
  const plain = `#${VERSION}/${moment}/plain,${percentEncode(text)}`;
  if (plain.length <= PLAIN_LIMIT) return plain;
  const packed = await pack(bytes);
  const hash = packed === null ? plain : `#${VERSION}/${moment}/deflate,${toBase64Url(packed)}`;
  if (hash.length > HASH_LIMIT) throw new Error(say("link-long"));
  return hash;
}

/**
 * Reads a link.
 * @param {string} hash `location.hash`, with or without the `#`.
 * @returns {Promise<{text: string, moment: number, whole: boolean} | null>} The run's text, unchecked, the moment, which may be past the run's end, and whether the text ends as texts do. Null when this is no link of ours.
 * @throws {Error} With a sentence for people, when it is a link of ours that can't be read.
 */
export async function decodeLink(hash) {
  const ours = /^#?(\d+)\//.exec(hash.slice(0, 32));
  if (!ours) return null;
  if (hash.length > HASH_LIMIT) throw linkError(say("link-has-many-characters", { count: hash.length, limit: HASH_LIMIT }));
  if (ours[1] !== VERSION) throw new Error(say("link-other-format", { theirs: ours[1] ?? "", ours: VERSION }));
  const rest = withoutAddition(hash.slice(ours[0].length));
  const slash = rest.indexOf("/");
  if (slash === -1) throw linkError(say("link-ends-early"));
  const moment = readMoment(rest.slice(0, slash));
  const [, form, data = ""] = /^([a-z]*)(?:,|%2C)(.*)$/is.exec(rest.slice(slash + 1)) ?? [];
  if (form === "plain") return readText(percentDecode(data), moment);
  if (form === "deflate") return readText(readUtf8(await unpack(fromBase64Url(data))), moment);
  throw linkError(say("link-other-form", { found: quoted(rest.slice(slash + 1)) }));
}

/**
 * @param {string} text A run's text.
 * @param {number} moment The moment to open it at.
 * @returns {{text: string, moment: number, whole: boolean}} Both, and whether the text ends with a line's end.
 */
function readText(text, moment) {
  return { text, moment, whole: text.endsWith("\n") };
}

/**
 * Leaves out what a program or a person put behind a link: a plain text ends with a line's end, and packed data has no
 * such signs at all.
 * @param {string} rest A link from its moment on.
 * @returns {string} The same without an addition.
 */
function withoutAddition(rest) {
  const addition = /[)\]}>.,;:!?'"*~]+$/;
  const bare = rest.replace(addition, "");
  return /%0a$/i.test(bare) || /^\d*\/deflate(?:,|%2C)/i.test(bare) ? bare : rest;
}

/**
 * @param {string} what What was found: a sentence.
 * @returns {Error} With the sentence, and what to do.
 */
function linkError(what) {
  return new Error(say("link-broken", { what }));
}

/**
 * @param {string} word What stands in the moment's place.
 * @returns {number} The moment.
 */
function readMoment(word) {
  const moment = /^\d{1,5}$/.test(word) ? Number(word) : Infinity;
  if (moment <= MOMENT_LIMIT) return moment;
  throw linkError(say("link-other-moment", { found: quoted(word), limit: MOMENT_LIMIT }));
}

/**
 * Encodes also what `encodeURIComponent` leaves and programs that look for links in a text leave out at its end.
 * @param {string} text Any text. Half a surrogate pair becomes U+FFFD, as in UTF-8.
 * @returns {string} The text, percent-encoded.
 */
function percentEncode(text) {
  const whole = text.replace(/\p{Surrogate}/gu, "\uFFFD");
  return encodeURIComponent(whole).replace(/[!'()*~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/**
 * @param {string} data Percent-encoded text.
 * @returns {string} The text.
 */
function percentDecode(data) {
  let text;
  try {
    text = decodeURIComponent(data);
  } catch {
    throw linkError(say("link-percent"));
  }
  if (new TextEncoder().encode(text).length > TEXT_LIMIT_BYTES) throw linkError(say("link-holds-large-text"));
  return text;
}

/**
 * Packs with what the browser has. Some know only the wrapped form: two bytes before the same data, and four behind.
 * @param {Uint8Array<ArrayBuffer>} bytes What to pack.
 * @returns {Promise<Uint8Array<ArrayBuffer> | null>} It, packed; null when this browser can't.
 */
async function pack(bytes) {
  try {
    return await packAs("deflate-raw", bytes);
  } catch {
    try {
      return (await packAs("deflate", bytes)).slice(2, -4);
    } catch {
      return null;
    }
  }
}

/**
 * @param {CompressionFormat} format How to pack.
 * @param {Uint8Array<ArrayBuffer>} bytes What to pack.
 * @returns {Promise<Uint8Array<ArrayBuffer>>} It, packed.
 * @throws {Error} When this browser can't.
 */
async function packAs(format, bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream(format));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * Unpacks no further than a text may reach, since a few bytes can unpack to gigabytes.
 * @param {Uint8Array<ArrayBuffer>} packed What was packed.
 * @returns {Promise<Uint8Array<ArrayBuffer>>} What it was made of.
 */
async function unpack(packed) {
  const unpacker = makeUnpacker();
  if (unpacker === null) return unpackByHand(packed);
  const reader = new Blob([packed]).stream().pipeThrough(unpacker).getReader();
  const text = new Uint8Array(TEXT_LIMIT_BYTES);
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw linkError(say("link-packed"));
    });
    if (done) return text.subarray(0, length);
    if (length + value.length > TEXT_LIMIT_BYTES) {
      // Nobody waits for the rest, so nobody needs to know how stopping it went.
      reader.cancel().catch(() => {});
      throw linkError(say("link-unpacks-large"));
    }
    text.set(value, length);
    length += value.length;
  }
}

/** @returns {DecompressionStream | null} What unpacks raw deflate; null when this browser has nothing of the kind. */
function makeUnpacker() {
  try {
    return new DecompressionStream("deflate-raw");
  } catch {
    return null;
  }
}

/**
 * @param {Uint8Array<ArrayBuffer>} packed What was packed.
 * @returns {Promise<Uint8Array<ArrayBuffer>>} What it was made of.
 */
async function unpackByHand(packed) {
  const { inflate } = await import("./inflate.js");
  let unpacked;
  try {
    unpacked = inflate(packed, TEXT_LIMIT_BYTES);
  } catch {
    throw linkError(say("link-packed"));
  }
  if (!unpacked.whole) throw linkError(say("link-unpacks-large"));
  return unpacked.bytes;
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes What should be UTF-8.
 * @returns {string} The text.
 */
function readUtf8(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw linkError(say("link-no-text"));
  }
}

/**
 * @param {Uint8Array} bytes Any bytes.
 * @returns {string} Them in base64url, without padding.
 */
function toBase64Url(bytes) {
  let binary = "";
  // In pieces, since a call takes only so many arguments.
  for (let start = 0; start < bytes.length; start += 0x4000) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x4000));
  }
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/**
 * @param {string} data What should be base64url.
 * @returns {Uint8Array<ArrayBuffer>} The bytes.
 */
function fromBase64Url(data) {
  const strange = /[^A-Za-z0-9_-]/u.exec(data);
  if (strange) throw linkError(say("link-strange", { found: quoted(strange[0]) }));
  if (data.length % 4 === 1) throw linkError(say("link-half-byte"));
  const binary = atob(data.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
}
