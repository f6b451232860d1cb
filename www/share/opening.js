// A run from a file: read, looked at, and handed over as a text. What can't be opened changes nothing, and is told in a sentence.

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
    if (fault !== null) throw new Error(`${called(files[0])} can’t be opened. ${fault}`);
  } catch (error) {
    tell(`${error instanceof Error ? error.message : error} The run on the screen is as it was.`);
  }
}

/**
 * @param {readonly File[]} files What a person chose.
 * @returns {Promise<string>} The text of the one that it should be.
 * @throws {Error} With a sentence, when there is no such text.
 */
export async function readText(files) {
  const [file, ...more] = files;
  if (!file) throw new Error("Nothing was found that is a file. Choose a text file that holds a run.");
  if (more.length > 0) throw new Error(`These are ${files.length} files, and one run is open at a time. Choose one of them.`);
  if (file.size > TEXT_LIMIT_BYTES) throw new Error(`${called(file)} has ${Math.ceil(file.size / 1000)} kB, and the text of a run has at most ${TEXT_LIMIT_BYTES / 1000} kB. Choose another file.`);
  let bytes;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    throw new Error(`${called(file)} can’t be read: it may be a folder, or gone by now. Choose a text file that holds a run.`);
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
  throw new Error(`${called(file)} is no text in UTF-8. Choose a text file such as “Save as text” makes, or save yours as UTF-8.`);
}

/**
 * @param {File | undefined} file A file.
 * @returns {string} Its name, as a sentence has it.
 */
function called(file) {
  const name = file?.name ?? "";
  return `“${name.length > 60 ? `${name.slice(0, 59)}…` : name}”`;
}
