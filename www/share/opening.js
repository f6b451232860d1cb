// A run from a file: read, looked at, and handed over as a text. What can't be opened changes nothing, and is told in a sentence.

import { quoted, say } from "../words/say.js";

/** How many bytes a run's text can have: the limit of the text language. */
const TEXT_LIMIT_BYTES = 1_000_000;

/**
 * What opening needs of the world.
 * @typedef {object} World
 * @property {(text: string) => string | null} load Opens a run in the place of the one that is shown, which can be brought back. Gives why that can't be; null when it was done.
 * @property {(text: string) => void} tell Tells the person something.
 */

/**
 * @param {readonly File[]} files What a person chose, or dropped onto the page.
 * @param {World} world What it needs.
 */
export async function openFile(files, { load, tell }) {
  try {
    const text = await readText(files);
    const fault = load(text);
    if (fault !== null) throw new Error(say("opening-fault", { file: called(files[0]), fault }));
  } catch (error) {
    tell(say("opening-failed", { why: error instanceof Error ? error.message : `${error}` }));
  }
}

/**
 * @param {readonly File[]} files What a person chose.
 * @returns {Promise<string>} The text of the one that it should be.
 * @throws {Error} With a sentence, when there is no such text.
 */
export async function readText(files) {
  const [file, ...more] = files;
  if (!file) throw new Error(say("opening-no-file"));
  if (more.length > 0) throw new Error(say("opening-many-files", { count: files.length }));
  if (file.size > TEXT_LIMIT_BYTES) throw new Error(say("opening-large", { file: called(file), count: Math.ceil(file.size / 1000), limit: TEXT_LIMIT_BYTES / 1000 }));
  let bytes;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    throw new Error(say("opening-unreadable", { file: called(file) }));
  }
  return decoded(bytes, file).replace(/\r\n?/g, "\n");
}

/**
 * @param {ArrayBuffer} bytes What is in a file.
 * @param {File} file The file.
 * @returns {string} The same as a text.
 */
function decoded(bytes, file) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!text.includes("\0")) return text;
  } catch {
    // It is told below, like what is text for nobody.
  }
  throw new Error(say("opening-no-text", { file: called(file) }));
}

/**
 * @param {File | undefined} file A file.
 * @returns {string} Its name, as a sentence has it.
 */
function called(file) {
  return quoted(file?.name ?? "");
}
