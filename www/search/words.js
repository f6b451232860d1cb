// What the view says: of bounds, of how far a search is, of how it ended, and of actions.

import { say, sayAround } from "../words/say.js";

/** @import { Message } from "../../pkg/catchup.js" */
/** @import { SearchOutcome, SearchProgress } from "../../pkg/search/catchup.js" */
/** @import { Within } from "./search.js" */
/** @import { Rescued } from "./telling.js" */

/** The messages that say what a bound is called, and what it is about. */
const BOUNDS = /** @type {Readonly<Record<string, readonly [string, string]>>} */ ({
  writes: ["bound-writes", "bound-writes-says"],
  reads: ["bound-reads", "bound-reads-says"],
  timeouts: ["bound-timeouts", "bound-timeouts-says"],
  heartbeats: ["bound-heartbeats", "bound-heartbeats-says"],
  kills: ["bound-kills", "bound-kills-says"],
  drops: ["bound-drops", "bound-drops-says"],
  duplicates: ["bound-duplicates", "bound-duplicates-says"],
  changes: ["bound-changes", "bound-changes-says"],
  cuts: ["bound-cuts", "bound-cuts-says"],
  in_flight: ["bound-in-flight", "bound-in-flight-says"],
});

/** The messages for actions, by their verbs, and for what servers offer, by its name. */
const VERBS = /** @type {Readonly<Record<string, string>>} */ ({
  deliver: "action-deliver",
  drop: "action-drop",
  duplicate: "action-duplicate",
  kill: "action-kill",
  restart: "action-restart",
  cut: "action-cut",
  heal: "action-heal",
});
const PROMPTS = /** @type {Readonly<Record<string, string>>} */ ({ timeout: "action-timeout", heartbeat: "action-heartbeat", resend: "action-resend" });

/** What is called otherwise where nobody votes. */
const WITHOUT_VOTES = /** @type {Readonly<Record<string, readonly [string, string]>>} */ ({
  timeouts: ["bound-nominations", "bound-nominations-says"],
  heartbeats: ["bound-resends", "bound-resends-says"],
});

/**
 * @param {string} name Any word.
 * @returns {boolean} Whether it is a bound under some protocol.
 */
export const isBound = (name) => Object.hasOwn(BOUNDS, name);

/**
 * @param {unknown} error Why what searches does not start.
 * @returns {string} What to do about it.
 */
export function startTroubleSays(error) {
  return say(error instanceof WebAssembly.CompileError ? "search-too-new" : "search-not-loaded");
}

/**
 * @param {string} name A bound's name, or `in_flight`.
 * @param {boolean} votes Whether servers vote for who leads.
 * @returns {{ title: string, says: string }} What it is called, and what it is about.
 */
export function boundWords(name, votes) {
  const [title, says] = (votes ? undefined : WITHOUT_VOTES[name]) ?? BOUNDS[name] ?? [];
  return { title: title ? say(title) : name, says: says ? say(says) : "" };
}

/**
 * @param {Within} within The bounds of a search.
 * @param {boolean} votes Whether servers vote for who leads.
 * @returns {string} What may come after the first action.
 */
export function boundsSay({ at_most, in_flight }, votes) {
  const bounds = at_most.filter(([, most]) => most > 0).map(([name, most]) => `${boundWords(name, votes).title} ${most}`);
  if (in_flight !== undefined) bounds.push(`${boundWords("in_flight", votes).title} ${in_flight}`);
  return bounds.length === 0 ? say("ahead-only-deliveries") : say("ahead-bounds", { bounds: bounds.join(", ") });
}

/**
 * @param {number} count A number.
 * @returns {string} With its thousands apart.
 */
export function grouped(count) {
  return `${count}`.replace(/\B(?=(\d{3})+$)/g, "\u202f");
}

/**
 * The headline of a result.
 * @param {SearchOutcome} outcome How the search ended.
 * @returns {string} A few words.
 */
export function headline(outcome) {
  switch (outcome.kind) {
    case "broken":
      return say("search-broken-in", { count: outcome.actions.length });
    case "holds":
      return outcome.everything ? say("search-holds") : say("search-holds-so-far");
    case "out_of_memory":
      return say("search-out-of-memory");
    case "nothing_to_check":
      return say("search-nothing-to-check");
  }
}

/**
 * What a result means, and no more than that.
 * @param {SearchOutcome} outcome How the search ended.
 * @param {SearchProgress} progress How far it was.
 * @returns {string} Sentences.
 */
export function meaning(outcome, progress) {
  const seen = { count: progress.states, states: grouped(progress.states), depth: progress.by_depth.length - 1 };
  switch (outcome.kind) {
    case "broken":
      return reachedSays(progress);
    case "holds":
      return outcome.everything ? say("search-holds-means", seen) : say("search-holds-so-far-means", seen);
    case "out_of_memory":
      return say("search-out-of-memory-means", { depth: progress.depth });
    case "nothing_to_check":
      return say("search-nothing-to-check-means");
  }
}

/**
 * What to do next, where nothing was found.
 * @param {SearchOutcome} outcome How the search ended.
 */
export function nextSays({ kind }) {
  return kind === "out_of_memory" ? say("search-try-less") : kind === "holds" ? say("search-try-more") : "";
}

/**
 * What the nearest run that does not break means.
 * @param {Rescued["rescue"]} rescue How looking for it ended.
 * @param {number} count How many actions the run has that breaks.
 * @returns {string} Sentences.
 */
export function nearestMeans(rescue, count) {
  if (rescue.kind === "never") return say("search-nearest-never");
  if (rescue.kind === "out_of_memory") return say("search-nearest-out-of-memory");
  if (rescue.kind === "stopped") return say("search-nearest-stopped");
  const action = rescue.same + 1;
  if (!rescue.nearest) return rescue.actions.length === 0 ? say("search-near-without", { action }) : say("search-near-before", { action });
  if (rescue.actions.length === 0) return action === count ? say("search-nearest-without-last", { action }) : say("search-nearest-without", { action });
  return action === count ? say("search-nearest-before-last", { action }) : say("search-nearest-before", { action });
}

/**
 * What that run is called.
 * @param {Rescued | null} nearest How looking for it ended; null as long as it is looked for.
 */
export const nearestTitle = (nearest) => (nearest?.rescue.kind === "found" && !nearest.rescue.nearest ? say("search-near") : say("search-nearest"));

/**
 * That it is looked for, and how far that is.
 * @param {number} states How many states were met; 0 before the first word of it.
 */
export const lookingSays = (states) => (states === 0 ? say("search-nearest-looking") : say("search-nearest-looked", { count: states, states: grouped(states) }));

/**
 * What a search says of short runs: that nothing breaks, in so many actions or fewer.
 * @param {SearchProgress} progress How far it is.
 */
export function reachedSays({ depth, by_depth: byDepth }) {
  const states = byDepth.slice(0, depth + 1).reduce((sum, count) => sum + count, 0);
  return say("search-reached", { depth, count: states, states: grouped(states) });
}

/** With fewer states nobody can tell yet how much memory each takes. */
const TELLING = 100_000;

/**
 * @param {SearchProgress} progress How far a search is.
 * @param {number} megabytes How much memory it may take, in millions of bytes.
 * @returns {number | null} Among the runs of how many actions the memory will be full, if there are as many times more of the next few as there were last; null when not of the next two.
 */
export function fullAt({ states, depth, bytes, by_depth: byDepth }, megabytes) {
  const [last = 0, before = 0] = [byDepth[depth], byDepth[depth - 1]];
  if (states < TELLING || last <= before) return null;
  const room = (megabytes * 1e6 * states) / bytes;
  const seen = byDepth.slice(0, depth + 1).reduce((sum, count) => sum + count, 0);
  const growth = last / before;
  if (seen + last * growth > room) return depth + 1;
  return seen + last * growth * (1 + growth) > room ? depth + 2 : null;
}

/**
 * How far a search is, in a sentence.
 * @param {SearchProgress} progress How far.
 */
export const progressSentence = ({ states, depth }) => say("search-progress", { count: states, states: grouped(states), depth });

/**
 * @param {number} last When it was said last how far a search is, in milliseconds since it began.
 * @param {number} now What the time is.
 * @returns {boolean} Whether people who listen are to be told again: the longer it takes, the more seldom, from every 5 seconds to once a minute.
 */
export const isToBeTold = (last, now) => now - last >= Math.min(Math.max(last, 5_000), 60_000);

/**
 * That a search was stopped, and what that means.
 * @param {SearchProgress} progress How far it was.
 */
export const stoppedMeans = ({ states, depth }) => say("search-stopped-means", { count: states, states: grouped(states), depth });

/**
 * @param {string} line An action line.
 * @returns {[message: string, values: Record<string, string>]} What was done, as a message in the words of the page's buttons, and what it speaks of.
 */
function actionMessage(line) {
  const [verb = "", ...rest] = line.split(" ");
  const [server = "", ...more] = rest;
  if (verb === "client" && more.join(" ") === "youre_the_leader") return ["action-nominate", { what: server }];
  if (verb === "client") return ["action-client", { server, text: more.join(" ") }];
  if (verb !== "prompt") return [VERBS[verb] ?? "action-prompt", { prompt: verb, what: rest.join(" ") }];
  const prompt = more[0] ?? "";
  const what = [server, ...more.slice(1)].join(" ");
  return [PROMPTS[prompt] ?? "action-prompt", { prompt, what }];
}

/**
 * @param {string} line An action line.
 * @param {(exact: string) => unknown} draw Draws what is the same in every language.
 * @returns {unknown[]} What was done, to be drawn.
 */
export function actionDrawn(line, draw) {
  const [message, values] = actionMessage(line);
  return sayAround(message, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, draw(value)])));
}

/**
 * @param {string} line An action line.
 * @returns {string} What is to be done.
 */
export function actionSays(line) {
  const [message, values] = actionMessage(line);
  return say(message, values);
}

/**
 * @param {string} line An action line.
 * @param {readonly Message[]} inFlight The messages in flight.
 * @returns {{ from: string, to: string } | null} Whose message it is about; null when it is about none.
 */
export function routeOf(line, inFlight) {
  const [verb = "", id] = line.split(" ");
  if (!["deliver", "drop", "duplicate"].includes(verb)) return null;
  return inFlight.find((message) => message.id === Number(id)) ?? null;
}

/**
 * @param {string} line An action line.
 * @returns {string} The same for both ways to name a link.
 */
export function keyOf(line) {
  const [verb = "", ...names] = line.split(" ");
  return verb === "cut" || verb === "heal" ? [verb, ...names.sort()].join(" ") : line;
}
