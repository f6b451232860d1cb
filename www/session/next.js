// What a person may do next, so that a run's end is never a wall: the sentence of the story's last box, and buttons with
// words. All of it follows from what is shown, whichever lesson or protocol it is.

import { say } from "../words/say.js";

/** @import { Frame, ServerFrame } from "../../pkg/catchup.js" */
/** @import { LessonView, Next, Offer, View } from "../types.js" */

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
 * What to do next. While a lesson's goal is open it is the one thing to do: which act reaches it is for the person to find.
 * @param {Pick<View, "catalog" | "frame" | "cursor" | "length" | "room"> & { lesson: LessonView | null }} view What is shown.
 * @returns {Next} A sentence, and buttons, what fits best first. At the end of a run there is always a button.
 */
export function whatNext(view) {
  const { frame, cursor, length, room, lesson } = view;
  const aims = lesson !== null && lesson.goals.some(({ reached }) => reached === null);
  if (whyNoStep(view) === null) return { says: onTheWay(frame, cursor, length), offers: room === "sandbox" ? otherLesson(view) : [], aims };
  if (!aims) return atTheEnd(view);
  return { says: say(isLeaderless(frame) ? "next-nobody-leads" : "next-goal"), offers: [...otherLesson(view), again()], aims };
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
  const elects = up.some(canTimeOut);
  const leaderless = isLeaderless(view.frame);
  const acts = [...asleep, ...(equal && !leaderless ? [] : prompts(view.frame)), ...(equal || elects ? [] : nominate(view.frame))];
  return {
    says: leaderless ? say("next-nobody-leads") : atTheEndSays(servers, up, equal),
    offers: inLesson ? [...lessons, ...acts, again()] : [...acts, ...lessons, again()],
    aims: false,
  };
}

/**
 * @param {ServerFrame} server A server.
 * @returns {boolean} Whether it can time out: those that can find a leader by themselves.
 */
function canTimeOut({ prompts }) {
  return prompts.some(({ name }) => name === "timeout");
}

/**
 * @param {Frame} frame What is shown.
 * @returns {boolean} Whether there is no leader, and servers find one by themselves.
 */
function isLeaderless({ servers }) {
  const up = servers.filter((server) => server.up);
  return up.some(canTimeOut) && up.every(({ role }) => role !== "leader");
}

/** @returns {Offer} To begin again. */
function again() {
  return { label: say("next-again"), intent: { kind: "reset" } };
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
 * What the protocol offers to one server, whom it helps most: each card has its own button, and here they would be a row of equal ones.
 * @param {Frame} frame What is shown.
 * @returns {Offer[]} None where it offers nothing.
 */
function prompts(frame) {
  const up = frame.servers.filter((server) => server.up);
  const newest = up.filter(({ role }) => role === "leader").reduce((best, server) => (best && best.term >= server.term ? best : server), /** @type {ServerFrame | undefined} */ (undefined));
  const chosen = newest ?? longest(up);
  if (!chosen) return [];
  const { name } = chosen;
  // A title of its own is said to a server; else it is the prompt's name, a verb.
  return chosen.prompts.map(({ name: prompt, title }) => ({ label: say(title === prompt ? "next-let" : "prompt-to", { name, prompt: title }), intent: { kind: "act", line: `prompt ${name} ${prompt}` } }));
}

/**
 * @param {Frame} frame What is shown.
 * @returns {Offer[]} To nominate the leader that is up or, without one, whoever has the longest log.
 */
function nominate({ servers, reference }) {
  const up = servers.filter((server) => server.up);
  const chosen = up.find((server) => server.name === reference?.server) ?? longest(up);
  if (!chosen) return [];
  const label = say(chosen.role === "leader" ? "next-nominate-again" : "next-nominate", { name: chosen.name });
  return [{ label, intent: { kind: "act", line: `client ${chosen.name} youre_the_leader` } }];
}

/**
 * @param {readonly ServerFrame[]} up Some servers.
 * @returns {ServerFrame | undefined} The first of those with the longest log; none of none.
 */
function longest(up) {
  return up.reduce((best, server) => (best && best.log.length >= server.log.length ? best : server), up[0]);
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

