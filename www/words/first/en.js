// What the first screen says, in English.

/** What stands on it. @type {readonly string[]} */
export const catalogues = Object.values(import.meta.glob("../../../locales/en/first/*.ftl", { query: "?raw", import: "default", eager: true }));

/** The lessons that are opened where nobody chose: by who comes for the first time, and in the sandbox. @type {Readonly<Record<string, string>>} */
export const lessons = import.meta.glob("../../../locales/en/lessons/{two-servers,every-tom-dick-and-harry}.txt", { query: "?raw", import: "default", eager: true });
