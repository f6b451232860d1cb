// What the page asks of the simulation until its first screen stands, without a browser and without panels, which ask nothing of it. The
// build looks here which functions that calls (split-wasm.js), and a test, what it says.
//
//     node scripts/first-screen.js FOLDER WASM FILE     with the JavaScript in FOLDER and a WebAssembly that counts, writes the numbers of the
//                                                       functions that were called

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createKeeper } from "../www/disks/keeper.js";
import { createSession } from "../www/session/session.js";
import { learn, say } from "../www/words/say.js";
import { root } from "./run.js";
import { calledOf } from "./split-wasm.js";

/** @import { StorageArea } from "../www/disks/storage.js" */
/** @import { View } from "../www/types.js" */
/** @typedef {typeof import("../pkg/catchup.js")} Simulation */

/**
 * Opens a room as the page does.
 * @param {Simulation} simulation The simulation, which speaks already.
 * @param {object} opening What is opened.
 * @param {string} opening.room The room.
 * @param {string} opening.text What it starts with.
 * @param {StorageArea | null} opening.storage Where its disks are; null where nothing can be kept, which has to be told.
 * @param {LockManager} [opening.locks] What keeps other tabs from them, where there is something.
 * @returns {Promise<{ view: View, session: ReturnType<typeof createSession> }>} What is drawn, and by whom.
 */
export async function openRoom({ Run, catalog, entry_fault, is_name, rules }, { room, text, storage, locks }) {
  let drawn = /** @type {View | null} */ (null);
  const choices = catalog();
  const nothing = () => {};
  const keeper = createKeeper({ storage, locks, checks: { entryFault: entry_fault, isName: is_name, limits: choices.limits }, onLost: nothing, onGained: nothing, onFailed: nothing });
  const session = createSession({
    Run,
    catalog: choices,
    rulesOf: rules,
    keeper,
    settings: { get: () => null, set: nothing },
    storageTrouble: storage === null ? "storage-is-blocked" : null,
    draw: (view) => (drawn = view),
    linkTo: () => Promise.reject(new Error("there is no address")),
    copy: () => Promise.resolve(false),
    go: () => Promise.resolve(),
    forgetAll: nothing,
  });
  await session.open({ room, text, former: null, moment: null, fresh: false });
  if (drawn === null) throw new Error(`nothing was drawn of the room ${room}`);
  return { view: drawn, session };
}

/**
 * Opens what somebody sees who was never here, in each language, where all is well and where it is not.
 * @param {Simulation} simulation The simulation.
 */
async function openFirstScreens(simulation) {
  simulation.setSpeaker({ say });
  for (const { language, lessons } of languages()) {
    const { lessons: [first], defaults } = simulation.catalog();
    const rooms = [
      { room: `lesson-${first?.name}`, text: lessons(`${first?.name}`) },
      { room: "sandbox", text: simulation.without_guide(lessons(defaults.lesson)) },
    ];
    for (const opening of rooms) {
      for (const kept of [{ storage: emptyStorage(Infinity), locks: freeLocks }, { storage: emptyStorage(3), locks: freeLocks }, { storage: null }]) {
        const { view, session } = await openRoom(simulation, { ...opening, ...kept });
        if (view.frame.servers.length === 0) throw new Error(`nobody stands in ${opening.room} in ${language}`);
        // A frame has the run in its link, and who leaves the page takes it along.
        session.script();
        session.leave(false);
      }
    }
  }
}

/**
 * Speaks each language in turn, with the words of the first screen.
 * @returns {Iterable<{ language: string, lessons: (name: string) => string }>} Each, with what reads its lessons.
 */
function* languages() {
  // What is learnt last is spoken, and what it lacks is said in English.
  for (const language of ["en", ...readdirSync(path.join(root, "locales")).filter((name) => name !== "en")]) {
    const folder = path.join(root, "locales", language);
    for (const file of readdirSync(path.join(folder, "first"))) learn(language, readFileSync(path.join(folder, "first", file), "utf8"));
    yield { language, lessons: (name) => readFileSync(path.join(folder, "lessons", `${name}.txt`), "utf8") };
  }
}

/** Locks that nobody else has. */
const freeLocks = /** @type {LockManager} */ (/** @type {unknown} */ ({
  request: async (/** @type {string} */ name, /** @type {LockOptions} */ _how, /** @type {(lock: Lock) => unknown} */ hold) => hold({ name, mode: "exclusive" }),
}));

/**
 * @param {number} room After how many changes there is no more room in it.
 * @returns {StorageArea} A storage in memory.
 */
function emptyStorage(room) {
  /** @type {Map<string, string>} */
  const content = new Map();
  let changes = 0;
  return {
    get length() {
      return content.size;
    },
    key: (place) => [...content.keys()][place] ?? null,
    getItem: (key) => content.get(key) ?? null,
    setItem(key, value) {
      if (++changes > room) throw new DOMException("no room", "QuotaExceededError");
      content.set(key, value);
    },
    removeItem: (key) => void content.delete(key),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , folder = "", wasm = "", file = ""] = process.argv;
  /** @type {Simulation} */
  const simulation = await import(pathToFileURL(path.join(folder, "catchup.js")).href);
  const exports = simulation.initSync({ module: readFileSync(wasm) });
  await openFirstScreens(simulation);
  writeFileSync(file, JSON.stringify(calledOf({ ...exports })));
}
