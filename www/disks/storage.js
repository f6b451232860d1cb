// The browser's storage as such: whether it can be had, changes that happen whole or not at all, and settings.
//
// What is Catchup's begins with `catchup/`, since other pages of the same site share the storage. Nothing here
// knows what a server is; writing.js does.

/** Every key of Catchup's begins so. */
const OURS = "catchup/";

/** @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">} StorageArea What `localStorage` can do, as far as it is needed. */

/**
 * Why the storage can’t be used: the name of a message, which is the second half of a sentence. Others say it, so that this
 * module needs none.
 * @typedef {"storage-is-full" | "storage-is-blocked" | "storage-fails"} StorageTrouble
 */

/**
 * Finds out whether the storage can be used. A browser that blocks it throws already when the property is read; some
 * views inside other programs have none, or one without its methods. What fails later, `carryOut` and keeper.js notice.
 * @param {() => StorageArea} read Reads the property: `() => window.localStorage`.
 * @returns {{storage: StorageArea, why: null} | {storage: null, why: StorageTrouble}} The storage, or why it can't be used. A storage without room counts as usable while something of ours lies in it: it can be read, and a server whose disk is full is part of the story.
 */
export function openStorage(read) {
  let storage = null;
  try {
    storage = read();
    probe(storage);
    return { storage, why: null };
  } catch (error) {
    if (storage && isQuotaError(error) && hasOurs(storage)) return { storage, why: null };
    return { storage: null, why: troubleOf(error) };
  }
}

/**
 * Uses everything that will be used, and leaves nothing behind.
 * @param {StorageArea} storage What should be a storage.
 * @throws {Error} When it isn't one.
 */
function probe(storage) {
  const key = `${OURS}probe`;
  storage.setItem(key, "1");
  if (storage.getItem(key) !== "1" || !(storage.length > 0) || typeof storage.key(0) !== "string") throw new Error("the storage forgets");
  storage.removeItem(key);
}

/**
 * @param {StorageArea} storage A storage, also one without room.
 * @returns {boolean} Whether it can be read, and something of ours lies in it.
 */
export function hasOurs(storage) {
  try {
    return ourKeys(storage).length > 0;
  } catch {
    return false;
  }
}

/**
 * Reads what a person chose earlier.
 * @param {StorageArea | null} storage Where settings are; null when there is no storage.
 * @param {string} name The setting's name, such as `theme`.
 * @returns {string | null} The value; null when none is known or it can't be read.
 */
export function loadSetting(storage, name) {
  try {
    return storage?.getItem(`${OURS}settings/${name}`) ?? null;
  } catch {
    return null;
  }
}

/**
 * Remembers what a person chose. When that fails the choice holds until the page is closed, which nobody needs to
 * be told.
 * @param {StorageArea | null} storage Where settings are; null when there is no storage.
 * @param {string} name The setting's name, such as `theme`.
 * @param {string | null} value The value; null forgets it.
 */
export function saveSetting(storage, name, value) {
  try {
    if (value === null) storage?.removeItem(`${OURS}settings/${name}`);
    else storage?.setItem(`${OURS}settings/${name}`, value);
  } catch {
    // See above.
  }
}

/**
 * Removes everything that is ours, settings and rooms, and nothing else.
 * @param {StorageArea} storage Where it is.
 * @returns {StorageTrouble | null} Null when all is gone, else why not.
 */
export function forgetAll(storage) {
  try {
    for (const key of ourKeys(storage)) storage.removeItem(key);
    return null;
  } catch (error) {
    return troubleOf(error);
  }
}

/**
 * @typedef {object} Failure Why nothing was written.
 * @property {string | null} failed The server at whose disk it stopped; null for what belongs to the whole room.
 * @property {StorageTrouble} why What happened.
 * @property {boolean} full Whether there was no room, as opposed to anything else.
 * @property {boolean} undone Whether the storage is as it was before. If not, it is in a state that was passed through on the way.
 */

/**
 * @typedef {object} Changes A storage that remembers what it held.
 * @property {string | null} server Whose disk is being written, for the case that it fails.
 * @property {(key: string) => string | null} get The value of a key; null for none.
 * @property {(key: string, value: string, old?: string | null) => void} set Sets a key. Whoever knows what it holds says so, which saves looking.
 * @property {(key: string) => void} remove Removes a key; nothing happens when there is none.
 */

/**
 * Does some work on a storage; when anything throws, takes all of it back.
 * @param {StorageArea} storage Where to work.
 * @param {(changes: Changes) => void} work What to do. It changes the storage by way of the given functions alone.
 * @returns {Failure | null} Null when it was done.
 */
export function carryOut(storage, work) {
  /** @type {[key: string, value: string | null][]} */
  const before = [];
  /** @type {Changes} */
  const changes = {
    server: null,
    get: (key) => storage.getItem(key),
    set(key, value, old = storage.getItem(key)) {
      if (old === value) return;
      before.push([key, old]);
      storage.setItem(key, value);
    },
    remove(key) {
      const old = storage.getItem(key);
      if (old === null) return;
      before.push([key, old]);
      storage.removeItem(key);
    },
  };
  try {
    work(changes);
    return null;
  } catch (error) {
    return { failed: changes.server, why: troubleOf(error), full: isQuotaError(error), undone: takeBack(storage, before) };
  }
}

/**
 * Restores what keys held, the latest first. It stops where that fails: what is left then was passed through on the
 * way, and the order of writes sees to it that every such state can be read. Going on could tear a hole.
 * @param {StorageArea} storage Where to work.
 * @param {[key: string, value: string | null][]} before Keys with what they held, null for nothing, in order of the changes.
 * @returns {boolean} Whether all is restored.
 */
function takeBack(storage, before) {
  try {
    for (const [key, old] of before.reverse()) {
      if (storage.getItem(key) === old) continue;
      if (old === null) storage.removeItem(key);
      else storage.setItem(key, old);
    }
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {StorageArea} storage Where to look.
 * @returns {string[]} All keys of Catchup's, in the storage's order, which means nothing.
 */
function ourKeys(storage) {
  const keys = [];
  for (let position = 0; position < storage.length; position++) {
    const key = storage.key(position);
    if (key?.startsWith(OURS)) keys.push(key);
  }
  return keys;
}

/** What browsers call a storage without room: the standard's name, those of older WebKits and Geckos, and their numbers. */
const QUOTA_NAMES = ["QuotaExceededError", "QUOTA_EXCEEDED_ERR", "NS_ERROR_DOM_QUOTA_REACHED"];
const QUOTA_CODES = [22, 1014];

/**
 * @param {unknown} error What was thrown.
 * @returns {boolean} Whether it says that there is no room.
 */
function isQuotaError(error) {
  const { name, code } = /** @type {{name?: string, code?: number}} */ (Object(error));
  return QUOTA_NAMES.includes(name ?? "") || QUOTA_CODES.includes(code ?? 0);
}

/**
 * What an exception says is for programmers, in words of their own, so none of it is shown.
 * @param {unknown} error What was thrown.
 * @returns {StorageTrouble} What it means for people.
 */
export function troubleOf(error) {
  if (isQuotaError(error)) return "storage-is-full";
  return Object(error).name === "SecurityError" ? "storage-is-blocked" : "storage-fails";
}
