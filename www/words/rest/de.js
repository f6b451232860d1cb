// What comes right after the first screen, in German: all that can be said when the conversation goes on, and all lessons.

/** @type {readonly string[]} */
export const catalogues = Object.values(import.meta.glob("../../../locales/de/*.ftl", { query: "?raw", import: "default", eager: true }));

/** The lessons, by the paths of their files. @type {Readonly<Record<string, string>>} */
export const lessons = import.meta.glob("../../../locales/de/lessons/*.txt", { query: "?raw", import: "default", eager: true });
