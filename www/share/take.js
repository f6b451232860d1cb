// Files that the page makes: their names, and how they reach the person.

import { say } from "../words/say.js";

/** How many characters a file's name has at most, without its ending. */
const NAME_MOST = 60;

/**
 * @param {string} title What a run is called.
 * @returns {string} The name of a file for it, without an ending: small letters and digits, as every disk takes them.
 */
export function fileName(title) {
  const words = title.normalize("NFKD").replace(/\p{Mark}/gu, "").toLowerCase().match(/[\p{Letter}\p{Number}]+/gu) ?? [];
  return [...words.join("-")].slice(0, NAME_MOST).join("").replace(/-$/, "") || say("share-file-name");
}

/**
 * Lets the browser save a file.
 * @param {string} name What it is called.
 * @param {Blob} content What is in it.
 */
export function save(name, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser has taken hold of it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
