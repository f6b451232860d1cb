// What comes right after the first screen, in English: all that can be said when the conversation goes on, and the other lessons.

/** @type {readonly string[]} */
export const catalogues = Object.values(import.meta.glob("../../../locales/en/*.ftl", { query: "?raw", import: "default", eager: true }));

/** The lessons that are opened when somebody chooses them, by the paths of their files. @type {Readonly<Record<string, string>>} */
export const lessons = import.meta.glob(["../../../locales/en/lessons/*.txt", "!../../../locales/en/lessons/{two-servers,every-tom-dick-and-harry}.txt"], { query: "?raw", import: "default", eager: true });
