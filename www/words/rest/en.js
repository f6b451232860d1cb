// What comes right after the first screen, in English: all that can be said when the conversation goes on, and all lessons.

/** @type {readonly string[]} */
export const catalogues = Object.values(import.meta.glob("../../../locales/en/*.ftl", { query: "?raw", import: "default", eager: true }));

/** The lessons, by the paths of their files. @type {Readonly<Record<string, string>>} */
export const lessons = import.meta.glob("../../../locales/en/lessons/*.txt", { query: "?raw", import: "default", eager: true });
