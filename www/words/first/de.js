// What the first screen says, in German, and what it shows.

/** What panels say on it. @type {readonly string[]} */
export const catalogues = Object.values(import.meta.glob("../../../locales/de/first/*.ftl", { query: "?raw", import: "default", eager: true }));

/** What first screens show. While the page is worked on none is recorded. @type {Readonly<Record<string, import("../../types.js").View>>} */
export const screens = import.meta.env.DEV ? {} : Object.assign({}, ...Object.values(import.meta.glob("../../../pkg/screens/de.json", { import: "default", eager: true })));
