// Parts a WebAssembly in two: what the page calls until its first screen stands, and the rest, which comes after it and then works on the
// same memory. So nobody waits at first for what nobody sees yet, and the simulation knows nothing of it.
//
// Which functions are called is not reckoned but seen: in a WebAssembly that counts. In the first part, what is in the rest has a function of
// the same name, which jumps to it through the table of functions; there the rest puts its own when it comes. Until then such a jump traps.
//
// All is done in WebAssembly's text format, as Binaryen writes it: each field of the module begins on a line of its own, indented by one blank.

/** A name in the text format: bare, or in quotation marks. */
const NAME = String.raw`\$(?:"(?:[^"\\]|\\.)*"|[^\s()"]+)`;

/** The table that functions are called through. */
const TABLE = "$0";

/** What the rest calls the first part in its imports, and the page in turn. */
const FIRST = "first";

/** What the exports of a counting module begin with: one global for each function, in their order. */
const COUNTER = "called:";

/**
 * A function, one of the module's own or an imported one.
 * @typedef {object} Defined
 * @property {string} name Its name.
 * @property {string} text Its whole field.
 * @property {readonly string[]} parameters Their types.
 * @property {string} result What it gives, as it is written; empty for nothing.
 */

/**
 * @param {string} text A module.
 * @returns {string[]} Its fields.
 */
function fieldsOf(text) {
  const lines = text.trimEnd().split("\n");
  if (!lines[0]?.startsWith("(module") || lines.at(-1) !== ")") throw new Error("this is no module as Binaryen writes it");
  /** @type {string[][]} */
  const fields = [];
  for (const line of lines.slice(1, -1)) {
    if (line.startsWith(" (")) fields.push([line]);
    else fields.at(-1)?.push(line);
  }
  return fields.map((field) => field.join("\n"));
}

/**
 * @param {string} field A field.
 * @param {string} kind A kind of field.
 * @returns {boolean} Whether it is one of those.
 */
const is = (field, kind) => field.startsWith(` (${kind} `);

/**
 * @param {string} text A text.
 * @param {string} before What stands before the names that are meant, as a pattern.
 * @returns {string[]} Those names.
 */
const namesIn = (text, before) => [...text.matchAll(new RegExp(`${before}(${NAME})`, "g"))].map(([, name = ""]) => name);

/**
 * @param {string} text A field that defines a function, or imports one.
 * @returns {Defined} What it says of the function.
 */
function defined(text) {
  const [, name, rest = ""] = new RegExp(`\\(func (${NAME})(.*)`).exec(text) ?? [];
  if (name === undefined) throw new Error(`this is no function: ${text.slice(0, 100)}`);
  const parameters = [...rest.matchAll(/\(param (?:\$\S+ )?([^)]*)\)/g)].flatMap(([, types = ""]) => types.split(" "));
  return { name, text, parameters, result: /\(result [^)]*\)/.exec(rest)?.[0] ?? "" };
}

/** @param {Defined} one A function. @returns {string} What it takes and gives, as it is written where it is called or imported. */
const signatureOf = ({ parameters, result }) => [...parameters.map((type) => `(param ${type})`), result].join(" ");

/**
 * @param {string} text A module.
 * @returns {string} The same, which remembers of each function whether it was called.
 */
export function counting(text) {
  let count = 0;
  const fields = fieldsOf(text).map((field) => {
    if (!is(field, "func")) return field;
    const lines = field.split("\n");
    const body = lines.findIndex((line, place) => place > 0 && !line.startsWith("  (local "));
    return lines.toSpliced(body, 0, `  (global.set $${COUNTER}${count++} (i32.const 1))`).join("\n");
  });
  const counters = Array.from({ length: count }, (_none, place) => [
    ` (global $${COUNTER}${place} (mut i32) (i32.const 0))`,
    ` (export "${COUNTER}${place}" (global $${COUNTER}${place}))`,
  ]);
  const at = fields.findIndex((field) => is(field, "func"));
  return moduleOf([...fields.slice(0, at), ...counters.flat(), ...fields.slice(at)]);
}

/**
 * @param {WebAssembly.Exports} exports What a counting module exports.
 * @returns {number[]} Which of its functions were called.
 */
export function calledOf(exports) {
  return Object.entries(exports)
    .filter(([name, value]) => name.startsWith(COUNTER) && value instanceof WebAssembly.Global && value.value === 1)
    .map(([name]) => Number(name.slice(COUNTER.length)));
}

/**
 * @param {string} text A module.
 * @param {readonly number[]} called Which of its functions are called at first.
 * @returns {{ first: string, rest: string }} Its two parts.
 */
export function split(text, called) {
  const fields = fieldsOf(text);
  const functions = fields.filter((field) => is(field, "func")).map(defined);
  const calledFirst = new Set(called);
  const late = functions.filter((_one, place) => !calledFirst.has(place));
  const lateNames = new Set(late.map(({ name }) => name));
  const isLate = (/** @type {string} */ field) => is(field, "func") && lateNames.has(defined(field).name);
  const kept = fields.filter((field) => !isLate(field));

  const reached = new Set(kept.flatMap((field) => namesIn(field, is(field, "elem") ? " " : String.raw`\((?:call|ref\.func|func) `)));
  const jumps = late.filter(({ name }) => reached.has(name));
  const lent = [...new Set(late.flatMap((one) => namesIn(one.text, String.raw`\((?:call|ref\.func) `)))].filter((name) => !lateNames.has(name));
  return {
    first: firstPart(kept, jumps, lent),
    rest: restPart(fields, { jumps, lent, late }),
  };
}

/**
 * @param {readonly string[]} kept The fields that are in the first part.
 * @param {readonly Defined[]} jumps What it calls of the rest.
 * @param {readonly string[]} lent The functions of it that the rest calls.
 * @returns {string} The first part.
 */
function firstPart(kept, jumps, lent) {
  const size = sizeOf(kept);
  const grown = kept.map((field) => (isTable(field) ? tableField(size + jumps.length) : field));
  const at = grown.findIndex((field) => is(field, "func"));
  const shared = [
    ` (export "table" (table ${TABLE}))`,
    ...globalsOf(kept).map(({ name }, place) => ` (export "global${place}" (global ${name}))`),
    ...lent.map((name, place) => ` (export "${place}" (func ${name}))`),
  ];
  return moduleOf([...grown.slice(0, at), ...shared, ...grown.slice(at), ...jumps.map((one, place) => jump(one, size + place))]);
}

/**
 * @param {readonly string[]} fields The fields of the whole.
 * @param {{ jumps: readonly Defined[], lent: readonly string[], late: readonly Defined[] }} how What the first part calls of the rest, what the rest
 *   calls of the first part, and what is in the rest.
 * @returns {string} The rest.
 */
function restPart(fields, { jumps, lent, late }) {
  const size = sizeOf(fields);
  const known = new Map(fields.filter((field) => is(field, "func") || isImported(field)).map(defined).map((one) => [one.name, signatureOf(one)]));
  const borrowed = (/** @type {string | number} */ name, /** @type {string} */ what) => ` (import "${FIRST}" "${name}" (${what}))`;
  return moduleOf([
    ...fields.filter((field) => is(field, "type") || is(field, "rec")),
    ...fields.filter((field) => is(field, "memory")).map((field) => borrowed("memory", field.trim().slice(1, -1))),
    borrowed("table", tableField(size + jumps.length).trim().slice(1, -1)),
    ...fields.filter((field) => is(field, "table") && !isTable(field)).map((field) => borrowed(exportedAs(fields, field), field.trim().slice(1, -1))),
    ...globalsOf(fields).map(({ name, type }, place) => borrowed(`global${place}`, `global ${name} ${type}`)),
    ...lent.map((name, place) => borrowed(place, `func ${name} ${known.get(name)}`)),
    ` (elem (table ${TABLE}) (i32.const ${size}) func ${jumps.map(({ name }) => name).join(" ")})`,
    ...late.map(({ text }) => text),
  ]);
}

/**
 * @param {Defined} late A function of the rest.
 * @param {number} place Where in the table it will be.
 * @returns {string} What the first part has in its place.
 */
function jump(late, place) {
  const taken = late.parameters.map((type, number) => `(param $${number} ${type})`);
  const passed = late.parameters.map((_type, number) => `(local.get $${number})`);
  return ` (func ${late.name} ${[...taken, late.result].join(" ")}\n  (call_indirect ${TABLE} ${signatureOf(late)} ${passed.join(" ")} (i32.const ${place}))\n )`;
}

/** @param {string} field A field. @returns {boolean} Whether it imports a function. */
const isImported = (field) => is(field, "import") && field.includes(" (func ");

/** @param {string} field A field. @returns {boolean} Whether it is the table of functions. */
const isTable = (field) => field.startsWith(` (table ${TABLE} `);

/** @param {number} size How many functions it has room for. @returns {string} The table of functions. */
const tableField = (size) => ` (table ${TABLE} ${size} ${size} funcref)`;

/** @param {readonly string[]} fields A module's fields. @returns {number} How many functions its table has room for. */
function sizeOf(fields) {
  const [, size] = /^ \(table \S+ (\d+)/.exec(fields.find(isTable) ?? "") ?? [];
  if (size === undefined) throw new Error(`the WebAssembly has no table ${TABLE}`);
  return Number(size);
}

/**
 * @param {readonly string[]} fields A module's fields.
 * @returns {{ name: string, type: string }[]} Its globals.
 */
function globalsOf(fields) {
  return fields.filter((field) => is(field, "global")).map((field) => {
    const [, name = "", type = ""] = new RegExp(`^ \\(global (${NAME}) (\\([^)]*\\)|\\S+)`).exec(field) ?? [];
    return { name, type };
  });
}

/**
 * @param {readonly string[]} fields A module's fields.
 * @param {string} table One of them.
 * @returns {string} The name under which the module exports it.
 */
function exportedAs(fields, table) {
  const [name = ""] = namesIn(table, "table ");
  const found = fields.find((field) => is(field, "export") && field.endsWith(` (table ${name}))`));
  if (found === undefined) throw new Error(`the WebAssembly does not export its table ${name}`);
  return JSON.parse(/"[^"]*"/.exec(found)?.[0] ?? '""');
}

/** @param {readonly string[]} fields Fields. @returns {string} The module of them. */
const moduleOf = (fields) => `(module\n${fields.join("\n")}\n)\n`;
