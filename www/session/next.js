// What a person may do next, so that a run's end is never a wall: the sentence of the story's last box, and buttons with
// words. All of it follows from what is shown, whichever lesson or protocol it is.

/** @import { Frame, ServerFrame } from "../../pkg/catchup.js" */
/** @import { Next, Offer, View } from "../types.js" */

/** How many servers there can be is how far these have to count. */
const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/**
 * Why there is no next step.
 * @param {Pick<View, "frame" | "cursor" | "length">} view What is shown.
 * @returns {string | null} A sentence; null when there is a step.
 */
export function whyNoStep({ frame, cursor, length }) {
  if (cursor < length || frame.in_flight.length > 0) return null;
  return frame.servers.some((server) => server.up) ? "Nothing is in flight, so there is no message to deliver." : "Nothing is in flight, and no server is up.";
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
  if (cursor === 0) return "Nothing moves until you say so. Press Step, or do something of your own at any moment.";
  if (cursor < length) return "Step follows the recorded run. Deliver, drop or kill something, and it becomes your own.";
  return in_flight.length === 1 ? "One message is in flight. Deliver it, drop it, or send it twice." : `${in_flight.length} messages are in flight. Deliver them in any order you like.`;
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
  const again = { label: "Once more from the start", intent: /** @type {const} */ ({ kind: "reset" }) };
  return {
    says: leaderless ? "Nobody leads, and nothing is in flight. Time somebody out, and an election begins." : atTheEndSays(servers, up, equal),
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
  if (servers.length === 0) return "There is no server yet. Start one under “Another server”.";
  if (up.length === 0) return "No server is up, so nothing can be said. Restart one, then let the client say something.";
  if (!equal) return "Nothing is in flight, and the logs are not equal yet. Let the client say something, or make somebody the leader.";
  const down = servers.length - up.length;
  const reached = up.length === 1 ? "One server is up, and nobody to compare its log with" : up.length === 2 ? "Both logs are equal" : `All ${NUMBERS[up.length]} logs are equal`;
  if (down === 0) return `${reached}. Nothing is in flight: let the client say something, kill somebody, or go on.`;
  return `${up.length === 1 ? reached : `${reached} of those that are up`}. ${capital(NUMBERS[down] ?? `${down}`)} ${down === 1 ? "is" : "are"} down.`;
}

/**
 * The lesson to go on with: the next one, the sandbox after the last, and the first from everywhere else.
 * @param {Pick<View, "catalog" | "room">} view What is shown.
 * @returns {Offer[]} One offer; none when there is no lesson at all.
 */
function otherLesson({ catalog: { lessons }, room }) {
  const here = lessons.findIndex(({ name }) => room === `lesson-${name}`);
  const lesson = lessons[here + 1];
  if (lesson) return [{ label: `${here === -1 ? "Lesson 1" : "Next lesson"}: ${lesson.title}`, intent: { kind: "open", lesson: lesson.name } }];
  return here === -1 ? [] : [{ label: "On to the sandbox", intent: { kind: "open", lesson: "sandbox" } }];
}

/**
 * @param {ServerFrame} server A server that is down, with a disk that can be read.
 * @returns {Offer} To restart it.
 */
function wake({ name }) {
  return { label: `Bring ${name} back up`, intent: { kind: "act", line: `restart ${name}` } };
}

/**
 * @param {ServerFrame} server A server that is up.
 * @returns {Offer[]} What its protocol offers.
 */
function promptsOf({ name, prompts }) {
  // A title of its own is said to a server; else it is the prompt's name, a verb.
  return prompts.map((prompt) => ({ label: prompt.title === prompt.name ? `Let ${name} ${prompt.title}` : `${prompt.title} ${name}`, intent: { kind: "act", line: `prompt ${name} ${prompt.name}` } }));
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
  const label = `Make ${chosen.name} the leader${chosen.role === "leader" ? " again" : ""}`;
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

/**
 * @param {string} words Any words.
 * @returns {string} The same with a capital letter.
 */
function capital(words) {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
