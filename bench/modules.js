// Runs in a browser: drives modules of the page one by one, in the page's own frame, and times them. `parts.js` says
// what the numbers are to be compared with. All durations are in milliseconds.

import pageHtml from "../index.html?raw";
import init, { Run, catalog, entry_fault, is_name, setSpeaker, without_guide } from "../pkg/catchup.js";
import { roomKey, serverFolder, serverKey } from "../www/disks/format.js";
import { createKeeper } from "../www/disks/keeper.js";
import { readRoom } from "../www/disks/reading.js";
import { createLadder } from "../www/ladder/ladder.js";
import { createServers } from "../www/servers/servers.js";
import { unpack } from "../www/session/outlines.js";
import { learnRest, lessonText, speak } from "../www/words/languages.js";
import { say } from "../www/words/say.js";

/** @import { Frame, Outline, Write } from "../pkg/catchup.js" */
/** @import { View } from "../www/types.js" */

const NAMES = ["every", "tom", "dick", "and", "harry"];
const HEAD = `title The bench\nprotocol ask_length\nservers ${NAMES.join(" ")}\n`;

await Promise.all([init(), speak("en").then(learnRest)]);
setSpeaker({ say });
const choices = catalog();
document.body.replaceChildren(...new DOMParser().parseFromString(pageHtml, "text/html").body.children);

/** Draws real steps at the end of a conversation of 10,000 messages, steps back, and jumps. */
export async function ladder() {
  const messageCount = 10_000;
  const messagesANomination = 14;
  const nominations = Array.from({ length: Math.ceil(messageCount / messagesANomination) }, (_, round) => `${nominate(round)}\nsettle\n`);
  const walk = createWalk(HEAD + nominations.join(""));
  createServers(element("servers"), () => {}, () => {}).draw(walk.seek(walk.length()));
  const { draw, settle } = createLadder(element("ladder"), () => {});
  const drawTimed = (/** @type {View} */ view) => timed(() => (draw(view), settle()));

  const first = [await drawTimed(walk.seek(walk.length()))];
  const step = await repeat(30, (round) => drawTimed(walk.view().frame.in_flight.length > 0 ? walk.act("step") : walk.act(nominate(round))), 15);
  const back = await repeat(30, () => drawTimed(walk.seek(walk.cursor() - 1)), 5);
  const random = createRandom();
  const jump = await repeat(40, () => drawTimed(walk.seek(Math.floor(random() * walk.length()))), 2);
  return { first, step, back, jump };
}

/** Draws the heads of five servers with 1,000 entries each, of which one server's log grows: at rest, and with the stores spread out. */
export async function servers() {
  const entries = Array.from({ length: 1000 }, (_, place) => NAMES.map((name) => `disk ${name} 0 set key-${place + 1} ${place + 1}\n`).join(""));
  const walk = createWalk(HEAD + entries.join(""));
  const root = element("servers");
  const { draw } = createServers(root, () => {}, () => {});
  const grow = async (/** @type {number} */ round) => {
    draw(walk.act(`client tom set new-${round} ${round}`));
    const step = walk.act("step");
    const duration = await timed(() => draw(step));
    draw(walk.act("step"));
    return duration;
  };
  const rest = await repeat(30, grow, 10);
  for (const name of NAMES) {
    const all = [...root.querySelectorAll("button")].find((button) => button.getAttribute("aria-label")?.endsWith(` pairs of ${name}`));
    if (!all) throw new Error(`there is no button that spreads the store of ${name} out`);
    all.click();
  }
  const spread = await repeat(30, grow, 10);
  return { rest, spread };
}

/**
 * Carries out actions without building their sentences, and seeks in a run of 10,000 actions. A run is read with all
 * its actions carried out; reading its start alone is taken off where it says so. A seek to where a run stands
 * already does nothing but build the frame, which is taken off likewise.
 */
export async function wasm() {
  const article = without_guide(await lessonText(choices.defaults.lesson));
  const articleStart = article.slice(0, article.indexOf("\nclient "));
  const round = `client dick set key value\nsettle\n${nominate(2)}\nsettle\n`;
  const actionsARound = 22;
  const run = new Run(HEAD + round.repeat(Math.ceil(10_000 / actionsARound)));
  const long = run.script();
  const readArticle = await repeat(30, () => timeToRead(article, 100), 10);
  const readArticleStart = await repeat(30, () => timeToRead(articleStart, 100), 10);
  const readLong = await repeat(10, () => timeToRead(long, 1), 2);

  run.seek(run.length);
  const random = createRandom();
  /** @type {number[]} */
  const seekAlone = [];
  const seek = await repeat(200, () => {
    const moment = Math.floor(random() * run.length);
    const duration = time(() => run.seek(moment));
    run.seek(moment + 1);
    const again = time(() => run.seek(moment));
    seekAlone.push(again - time(() => run.seek(moment)));
    return duration;
  }, 50);
  return { readArticle, readArticleStart, articleLength: lengthOf(article), readLong, longLength: run.length, seek, seekAlone: seekAlone.slice(50) };
}

/** Reads a calm run of Raft and a stormy one, of 10,000 actions each, and lets it storm for as long. */
export async function raft() {
  const head = "protocol raft\nservers every tom dick and harry\n";
  const calmDay = new Run(`${head}prompt every timeout\nsettle\n${"client every set key value\nsettle\n".repeat(1000)}`);
  const calm = new Run(calmDay.script());
  /** @type {string} */
  let script = "";
  const storm = await repeat(5, () => {
    const run = new Run(head);
    const duration = time(() => run.apply("storm 7 10000"));
    script = run.script();
    run.free();
    return duration;
  }, 1);
  const readCalm = await repeat(10, () => timeToRead(calm.script(), 1), 2);
  const readStorm = await repeat(10, () => timeToRead(script, 1), 2);
  return { readCalm, calmLength: calm.length, storm, readStorm };
}

/**
 * Appends 5,000 entries to five disks in the real storage, one write each and all in one, and reads them back. What
 * the storage itself needs for as many keys is measured beside it, in turn, since it takes twice as long at one time as at another.
 */
export async function disks() {
  const room = "sandbox";
  const entries = Array.from({ length: 1000 }, (_, place) => ({ term: 0, command: `set key-${place} ${place}` }));
  const checks = { entryFault: entry_fault, isName: is_name, limits: choices.limits };
  const fail = () => {
    throw new Error("the storage failed");
  };
  const keeper = createKeeper({ storage: localStorage, locks: navigator.locks, checks, onLost: fail, onGained: fail, onFailed: fail });
  await keeper.open(room);
  /** Appends as the page does, of whose frames the keeper looks at this much. @param {readonly Write[]} writes What to write. */
  const commit = (writes) => {
    const failure = keeper.commit(/** @type {Frame} */ ({ servers: NAMES.map((name) => ({ name })), writes }));
    if (failure !== null || !keeper.keeps()) fail();
  };
  const oneByOne = () => entries.forEach((entry, keep) => {
    for (const server of NAMES) commit([{ server, term: 0, voted_for: null, keep, append: [entry], damage: [] }]);
  });
  const keysAlone = () => entries.forEach(({ command }, place) => {
    for (const server of NAMES) localStorage.setItem(serverKey(serverFolder(room, server), place + 1), `00000000 0 ${command}`);
  });
  const atOnce = () => commit(NAMES.map((server) => ({ server, term: 0, voted_for: null, keep: 0, append: entries, damage: [] })));
  const emptied = async () => {
    localStorage.clear();
    localStorage.setItem(roomKey(room, "=registry"), NAMES.join(" "));
    // The browser sends changes to another process in the background.
    await sleep(500);
  };
  const timedAlone = async (/** @type {() => void} */ work) => (await emptied(), time(work));
  /** @type {number[]} */
  const setKeys = [];
  const append = await repeat(10, async (round) => {
    // Neither is always the first.
    if (round % 2 === 0) setKeys.push(await timedAlone(keysAlone));
    const duration = await timedAlone(oneByOne);
    if (round % 2 === 1) setKeys.push(await timedAlone(keysAlone));
    return duration;
  }, 2);
  const appendAtOnce = await repeat(5, () => timedAlone(atOnce), 1);
  const read = await repeat(5, () => time(() => {
    const found = readRoom(localStorage, room, checks);
    if (found?.servers.length !== NAMES.length || found.servers.some((server) => server.fault || server.entries.length !== entries.length)) throw new Error("the room was read back wrong");
  }), 1);
  return { append, setKeys: setKeys.slice(2), appendAtOnce, read };
}

/**
 * A run with the views that the page would draw of it.
 * @param {string} text The run.
 */
function createWalk(text) {
  const run = new Run(text);
  let frame = run.seek(0);
  /** @type {Outline[][]} */
  let history = unpack(run.outline(0, run.length));
  const view = () => viewOf(frame, run.length, history);
  return {
    cursor: () => run.cursor,
    length: () => run.length,
    view,
    /** @param {number} moment Where to go. */
    seek(moment) {
      frame = run.seek(moment);
      return view();
    },
    /** @param {string} line An action, after which nothing is ahead. */
    act(line) {
      const from = run.cursor;
      frame = run.apply(line);
      history = [...history.slice(0, from + 1), ...unpack(run.outline(from + 1, run.length))];
      return view();
    },
  };
}

/**
 * @param {Frame} frame A moment.
 * @param {number} length How many moments the run has.
 * @param {readonly (readonly Outline[])[]} history What happened in each.
 * @returns {View} What the page would draw, with nothing selected and nothing to tell.
 */
function viewOf(frame, length, history) {
  const run = { frame, cursor: frame.moment, length, history, title: "The bench", protocol: "ask_length", rulesOff: [], story: [], room: "sandbox" };
  const state = { status: "", stepBlocked: null, instead: null, next: { says: "", offers: [], aims: false }, playing: false, running: null, speed: /** @type {const} */ ("normal"), selected: null, whole: null };
  return { catalog: choices, ...run, ...state, sent: [], notices: [], fault: null, brokenDisks: [], lesson: null, progress: {} };
}

/**
 * @param {number} round Counts from 0.
 * @returns {string} The action that nominates a server, in turn.
 */
function nominate(round) {
  return `client ${NAMES[round % NAMES.length]} youre_the_leader`;
}

/**
 * @param {string} text A run.
 * @param {number} count How often to read it.
 * @returns {number} How long it takes once, on the average.
 */
function timeToRead(text, count) {
  return time(() => {
    for (let round = 0; round < count; round += 1) new Run(text).free();
  }) / count;
}

/**
 * @param {string} text A run.
 * @returns {number} How many actions it has.
 */
function lengthOf(text) {
  const run = new Run(text);
  const { length } = run;
  run.free();
  return length;
}

/**
 * Measures some rounds that do not count, and then those that do.
 * @param {number} count How many count.
 * @param {(round: number) => number | Promise<number>} measure Measures once; rounds count from 0, warming up included.
 * @param {number} warmingUp How many do not count.
 * @returns {Promise<number[]>} What was measured.
 */
async function repeat(count, measure, warmingUp) {
  const samples = [];
  for (let round = 0; round < warmingUp + count; round += 1) samples.push(await measure(round));
  return samples.slice(warmingUp);
}

/**
 * Times a drawing with the layout that it makes necessary, after whatever was drawn before is painted.
 * @param {() => void} draw Draws.
 * @returns {Promise<number>} How long it took.
 */
async function timed(draw) {
  for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return time(() => {
    draw();
    document.body.getBoundingClientRect();
  });
}

/**
 * @param {() => void} work What to do.
 * @returns {number} How long it took.
 */
function time(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** @param {number} duration How long to wait. */
function sleep(duration) {
  return new Promise((resolve) => setTimeout(resolve, duration));
}

/** @returns {() => number} Gives numbers from 0 to below 1 that look random, the same ones each time. */
function createRandom() {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * @param {string} id The id of a part of the page.
 * @returns {HTMLElement} That part.
 */
function element(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`index.html has no element with the id ${id}`);
  return found;
}

/** Searches Raft, in the WebAssembly of the worker. */
export async function search() {
  const [{ default: initSearch, Search, setSpeaker }, { searchRaftAgain }] = await Promise.all([import("../pkg/search/catchup.js"), import("./search-raft.js")]);
  await initSearch();
  // Nobody reads what it says here.
  setSpeaker({ say: (id) => id });
  return searchRaftAgain(Search);
}
