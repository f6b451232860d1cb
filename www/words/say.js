// What is said to people. Each sentence stands as a message in a catalogue, `locales/LANGUAGE/*.ftl` (Project Fluent), where
// a translator finds it; here it is asked for by name, with what it speaks of. The simulation asks here as well.

// By its path, since tests load this module into a browser that knows no packages.
import { FluentBundle, FluentNumber, FluentResource } from "../../node_modules/@fluent/bundle/esm/index.js";

/**
 * What a message speaks of: `{ $count }` in a catalogue is the value `count`. A message can choose its words by a number.
 * @typedef {Readonly<Record<string, string | number>>} Values
 */

/** A number as the simulation writes it, "1000", and not in groups of digits. Messages still choose their words by it. */
class PlainNumber extends FluentNumber {
  /** @override */
  toString() {
    return String(this.value);
  }
}

/** The languages in which messages are looked for, in this order. @type {{ language: string, bundle: FluentBundle }[]} */
const known = [];
/** The texts that they were made of. @type {{ language: string, text: string }[]} */
const learned = [];
/** What messages without values say, so that each is made once. @type {Map<string, string>} */
const said = new Map();

/**
 * Adds a catalogue. The language that was learnt last is spoken; what it lacks is said in those before.
 * @param {string} language A tag such as `de`.
 * @param {string} text The catalogue's text.
 * @throws {Error} When it has a message that another one has.
 */
export function learn(language, text) {
  let bundle = known.find((one) => one.language === language)?.bundle;
  if (!bundle) known.unshift({ language, bundle: (bundle = new FluentBundle(language, { useIsolating: false })) });
  const [fault] = bundle.addResource(new FluentResource(text));
  if (fault) throw fault;
  learned.push({ language, text });
  said.clear();
}

/** @returns {readonly { language: string, text: string }[]} The catalogues that were learnt, in order, for a worker to learn them too. */
export const catalogues = () => learned;

/**
 * @param {string} message The name of a message.
 * @param {Values} [values] What it speaks of.
 * @returns {string} What it says.
 * @throws {Error} When no catalogue has it, or it speaks of something that is not among the values: both are bugs.
 */
export function say(message, values) {
  if (values) return format(message, values);
  let text = said.get(message);
  if (text === undefined) said.set(message, (text = format(message, {})));
  return text;
}

/** What surrounds the place of a value that is no text, in a text: characters that Unicode keeps for the inner affairs of programs. */
const [PLACE_BEGINS, PLACE_ENDS] = ["\uFDD4", "\uFDD5"];

/**
 * The same where some values are to be drawn: a key cap, a link, a name in bold.
 * @template T
 * @param {string} message The name of a message.
 * @param {Readonly<Record<string, string | number | T>>} values What it speaks of.
 * @returns {(string | T)[]} What it says, with those values in their places.
 */
export function sayAround(message, values) {
  const drawn = /** @type {(string | T)[]} */ ([]);
  /** @param {string | T} one What is drawn there: a value, or one of these characters that stands in a text. */
  const placeOf = (one) => `${PLACE_BEGINS}${drawn.push(one) - 1}${PLACE_ENDS}`;
  const told = Object.fromEntries(Object.entries(values).map(([name, value]) => {
    if (typeof value === "string") return [name, value.replace(/[\uFDD4\uFDD5]/g, placeOf)];
    return [name, typeof value === "number" ? value : placeOf(value)];
  }));
  const parts = format(message, told).split(/\uFDD4(\d+)\uFDD5/);
  return parts.map((part, place) => (place % 2 === 0 ? part : /** @type {string | T} */ (drawn[Number(part)]))).filter((part) => part !== "");
}

/** How many characters of a quotation are shown, as in the simulation's sentences. */
const SHOWN = 60;

/**
 * @param {string} text What somebody wrote.
 * @returns {string} The same in quotation marks, cut short so that a sentence stays a sentence.
 */
export function quoted(text) {
  const shown = text.slice(0, SHOWN).replace(/\p{Surrogate}/gu, "\uFFFD");
  return say(text.length > SHOWN ? "quoted-beginning" : "quoted", { text: shown });
}

/**
 * @param {string} message The name of a message.
 * @param {Values} values What it speaks of.
 * @returns {string} What it says.
 */
function format(message, values) {
  for (const { bundle } of known) {
    const pattern = bundle.getMessage(message)?.value;
    if (!pattern) continue;
    const plain = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === "number" ? new PlainNumber(value) : value]));
    return bundle.formatPattern(pattern, plain);
  }
  throw new Error(`No catalogue has the message ${message}.`);
}
