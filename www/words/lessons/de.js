// The lessons in German that are opened when somebody chooses them, by the paths of their files.

/** @type {Readonly<Record<string, string>>} */
export const lessons = import.meta.glob(["../../../locales/de/lessons/*.txt", "!../../../locales/de/lessons/{two-servers,every-tom-dick-and-harry}.txt"], { query: "?raw", import: "default", eager: true });
