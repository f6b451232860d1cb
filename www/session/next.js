// What a person may do next, so that a run's end is never a wall: the sentence of the story's last box, and buttons with
// words. All of it follows from what is shown, whichever lesson or protocol it is.

import { say } from "../words/say.js";

/** @import { Frame, ServerFrame } from "../../pkg/catchup.js" */
/** @import { Next, Offer, View } from "../types.js" */


/**
 * Why there is no next step.
 * @param {Pick<View, "frame" | "cursor" | "length">} view What is shown.
 * @returns {string | null} A sentence; null when there is a step.
 */
export function whyNoStep({ frame, cursor, length }) {
  if (cursor < length || frame.in_flight.length > 0) return null;
  return say(frame.servers.some((server) => server.up) ? "next-no-message" : "next-no-message-nobody-up");
}

/**
 * What to do next.
 * @param {Pick<View, "catalog" | "frame" | "cursor" | "length" | "room">} view What is shown.
 * @returns {Next} A sentence, and buttons, what fits best first. At the end of a run there is always a button.
 */
export function whatNext(view) {
  const { frame, cursor, length, room } = view;
  if (whyNoStep(view) !== null) return atTheEnd(view);
  return { says: onTheWay(frame, cursor, length), offers: room === "sandbox" ? otherLesson(view) : [] };
}

/**
 * @param {Frame} frame What is shown.
 * @param {number} cursor Its moment.
 * @param {number} length How many moments the run has.
 * @returns {string} What to do while Step goes on.
 */
function onTheWay({ in_flight }, cursor, length) {
  if (cursor === 0) return say("next-at-start");
  if (cursor < length) return say("next-recorded");
  return say("next-in-flight", { count: in_flight.length });
}

/**
 * What to do when Step can't go on.
 * @param {Pick<View, "catalog" | "frame" | "room">} view What is shown.
 * @returns {Next} A sentence and at least one button.
 */
function atTheEnd(view) {
  const { servers } = view.frame;
  const up = servers.filter((server) => server.up);
  const equal = up.length > 0 && up.every((server) => sameLog(server, up[0]));
  const asleep = servers.filter((server) => !server.up && server.damaged.length === 0).map(wake);
  const lessons = otherLesson(view);
  const inLesson = view.room.startsWith("lesson-");
  // Where servers can time out they find a leader by themselves.
  const elects = up.some(({ prompts }) => prompts.some(({ name }) => name === "timeout"));
  const leaderless = elects && up.every(({ role }) => role !== "leader");
  const acts = [...asleep, ...(equal && !leaderless ? [] : up.flatMap(promptsOf)), ...(equal || elects ? [] : nominate(view.frame))];
  const again = { label: say("next-again"), intent: /** @type {const} */ ({ kind: "reset" }) };
  return {
    says: leaderless ? say("next-nobody-leads") : atTheEndSays(servers, up, equal),
    offers: inLesson ? [...lessons, ...acts, again] : [...acts, ...lessons, again],
  };
}

/**
 * @param {readonly ServerFrame[]} servers All of them.
 * @param {readonly ServerFrame[]} up Those that are up.
 * @param {boolean} equal Whether all logs of those are equal.
 * @returns {string} How it ended, and what a person may do.
 */
function atTheEndSays(servers, up, equal) {
  if (servers.length === 0) return say("next-no-server");
  if (up.length === 0) return say("next-nobody-up");
  if (!equal) return say("next-not-equal");
  const down = servers.length - up.length;
  return down === 0 ? say("next-equal", { up: up.length }) : say("next-equal-of-those-up", { up: up.length, down });
}

/**
 * The lesson to go on with: the next one, the sandbox after the last, and the first from everywhere else.
 * @param {Pick<View, "catalog" | "room">} view What is shown.
 * @returns {Offer[]} One offer; none when there is no lesson at all.
 */
function otherLesson({ catalog: { lessons }, room }) {
  const here = lessons.findIndex(({ name }) => room === `lesson-${name}`);
  const lesson = lessons[here + 1];
  if (lesson) return [{ label: say(here === -1 ? "next-first-lesson" : "next-lesson", { title: lesson.title }), intent: { kind: "open", lesson: lesson.name } }];
  return here === -1 ? [] : [{ label: say("next-sandbox"), intent: { kind: "open", lesson: "sandbox" } }];
}

/**
 * @param {ServerFrame} server A server that is down, with a disk that can be read.
 * @returns {Offer} To restart it.
 */
function wake({ name }) {
  return { label: say("next-bring-up", { name }), intent: { kind: "act", line: `restart ${name}` } };
}

/**
 * @param {ServerFrame} server A server that is up.
 * @returns {Offer[]} What its protocol offers.
 */
function promptsOf({ name, prompts }) {
  // A title of its own is said to a server; else it is the prompt's name, a verb.
  return prompts.map(({ name: prompt, title }) => ({ label: say(title === prompt ? "next-let" : "prompt-to", { name, prompt: title }), intent: { kind: "act", line: `prompt ${name} ${prompt}` } }));
}

/**
 * @param {Frame} frame What is shown.
 * @returns {Offer[]} To nominate the leader that is up or, without one, whoever has the longest log.
 */
function nominate({ servers, reference }) {
  const up = servers.filter((server) => server.up);
  const longest = up.reduce((best, server) => (best && best.log.length >= server.log.length ? best : server), up[0]);
  const chosen = up.find((server) => server.name === reference?.server) ?? longest;
  if (!chosen) return [];
  const label = say(chosen.role === "leader" ? "next-nominate-again" : "next-nominate", { name: chosen.name });
  return [{ label, intent: { kind: "act", line: `client ${chosen.name} youre_the_leader` } }];
}

/**
 * @param {ServerFrame} one A server.
 * @param {ServerFrame | undefined} other Another.
 * @returns {boolean} Whether their logs hold the same.
 */
function sameLog(one, other) {
  const [ours, theirs] = [one.log, other?.log ?? []];
  return ours === theirs || (ours.length === theirs.length && ours.every(({ term, command }, place) => theirs[place]?.term === term && theirs[place]?.command === command));
}

