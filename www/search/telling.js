// From the page to a search, and back: where it begins, and what it found as a run with sentences.

import { say } from "../words/say.js";

/** @import { Event, Frame, NameSpan, RuleRow, Run } from "../../pkg/catchup.js" */
/** @import { SearchRescue } from "../../pkg/search/catchup.js" */
/** @import { Dispatch, View } from "../types.js" */

/**
 * What the view needs of the world.
 * @typedef {object} World
 * @property {typeof Run} Run The simulation.
 * @property {(protocol: string) => readonly RuleRow[]} rulesOf Has the rules of a protocol.
 * @property {() => string} script Gives the text of the run on the page.
 * @property {() => View | null} view Gives what is on the page.
 * @property {Dispatch} dispatch Takes what the person asks for.
 * @property {(text: string, moment: number) => Promise<string>} linkTo Makes the address that holds a run.
 * @property {{ get(room: string): string | null, set(room: string, text: string | null): void }} kept What is kept with each room of what is open in it.
 */

/**
 * An action of the run that was found, with its reason, and for a delivery from whom to whom.
 * @typedef {{ line: string, says: string, names: readonly NameSpan[] | undefined, route: { from: string, to: string } | null }} Step
 */

/**
 * A run that was found: its text, what is done in it after the moment where the search began, and its last moment.
 * @typedef {{ text: string, moment: number, steps: readonly Step[], end: Frame }} Told
 */

/**
 * The nearest run that does not break: how looking for it ended, perhaps by the person, and the run, if there is one.
 * @typedef {{ rescue: SearchRescue | { kind: "stopped" }, told: Told | null }} Rescued
 */

/**
 * From where it is searched: the text up to the moment, and what is shown of it. `promises` are the titles of those that are kept there.
 * @typedef {{ text: string, moment: number, protocol: string, servers: number, votes: boolean, promises: readonly string[], facts: readonly (readonly [string, string])[] }} Start
 */

/**
 * @param {World} world Has the run.
 * @param {boolean} atStart Whether its start is meant, and not where it stands.
 * @returns {Start | null} From where it is searched; null before anything is shown.
 */
export function startOf({ Run, rulesOf, script, view }, atStart) {
  const shown = view();
  if (shown === null) return null;
  const { catalog, protocol, frame, rulesOff } = shown;
  const cursor = atStart ? 0 : shown.cursor;
  const row = catalog.protocols.find(({ name }) => name === protocol);
  const run = new Run(script());
  const text = run.script_of(0, cursor);
  const start = run.seek(cursor);
  run.free();
  const rules = rulesOf(protocol);
  const off = rules.filter(({ name }) => rulesOff.includes(name)).map(({ title }) => title);
  return {
    text,
    moment: cursor,
    protocol,
    servers: frame.servers.length,
    votes: votesIn(shown),
    promises: start.invariants.filter(({ kind, holds }) => kind === "always" && holds).map(({ title }) => title),
    facts: [
      [say("search-from-protocol"), row?.title ?? protocol],
      ...(rules.length > 0 ? [/** @type {const} */ ([say("search-from-rules-off"), off.length === 0 ? say("search-from-no-rules-off") : off.join(", ")])] : []),
      [say("search-from-servers"), `${frame.servers.length}`],
      [say("search-from-start"), cursor === 0 ? say("search-at-the-start") : say("search-at-step", { moment: cursor })],
    ],
  };
}

/**
 * @param {View} view What is on the page.
 * @returns {boolean} Whether its servers vote for who leads.
 */
export function votesIn({ catalog, protocol }) {
  return catalog.protocols.some(({ name, votes }) => votes && name === protocol);
}

/** Whoever has so much recorded before them is not told what comes of it in one go. */
const RECORDED_LIMIT = 500;

/**
 * What the buttons do that go on along the run, read off its text: to make a run of it takes long where it is long.
 * @param {string} script The text of the run on the page.
 * @param {Pick<View, "cursor" | "length"> & { frame: Pick<View["frame"], "in_flight"> }} view What is on the page.
 * @returns {{ step: string | null, settle: string | null }} The action line that Step would carry out, null for none; and those of Settle, which does what is recorded, and then delivers whatever is in flight, null for too many.
 */
export function onwardLines(script, { cursor, length, frame }) {
  const [oldest] = frame.in_flight;
  if (cursor === length) return { step: oldest ? `deliver ${oldest.id}` : null, settle: "settle" };
  // A run's text ends with a line for each action.
  const recorded = plainLines(script).slice(cursor - length);
  return { step: recorded[0] ?? null, settle: recorded.length > RECORDED_LIMIT ? null : [...recorded, "settle"].join("\n") };
}

/**
 * @param {string} text The text of a run.
 * @returns {string[]} Its lines but for comments and empty ones.
 */
function plainLines(text) {
  return text.split("\n").map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}

/**
 * Carries out what was found.
 * @param {World} world Has the simulation.
 * @param {Start} start Where the search began.
 * @param {readonly string[]} actions What is done from there.
 * @returns {Told} The run.
 */
export function tell({ Run }, { text, moment }, actions) {
  const whole = `${text}${actions.map((line) => `${line}\n`).join("")}`;
  const run = new Run(whole);
  const events = run.events(moment + 1, run.length);
  const end = run.seek(run.length);
  run.free();
  return { text: whole, moment: moment + actions.length, end, steps: actions.map((line, place) => stepOf(line, events[place]?.[0])) };
}

/**
 * @param {string} line An action line.
 * @param {Event | undefined} event What it brought about itself.
 * @returns {Step} The action with its reason.
 */
function stepOf(line, event) {
  const route = event !== undefined && "from" in event ? { from: event.from, to: event.to } : null;
  return { line, says: event?.says ?? "", names: event?.names, route };
}

/**
 * Carries out the run next to one that breaks which does not.
 * @param {World} world Has the simulation.
 * @param {Start} start Where the search began.
 * @param {readonly string[]} broken What is done from there in the run that breaks.
 * @param {SearchRescue} rescue What was found.
 * @returns {Rescued} The same, with the run.
 */
export function tellRescue(world, start, broken, rescue) {
  if (rescue.kind !== "found") return { rescue, told: null };
  return { rescue, told: tell(world, start, [...broken.slice(0, rescue.same), ...rescue.actions]) };
}

/**
 * @param {string} script The text of a run.
 * @param {string} text The text of another one.
 * @returns {boolean} Whether the run begins with all of the other. Comments say nothing of that: those after the last action go with the future.
 */
export function beginsWith(script, text) {
  const all = plainLines(script);
  return plainLines(text).every((line, place) => all[place] === line);
}
