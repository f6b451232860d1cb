// The lessons in English that are opened when somebody chooses them, by the paths of their files.

/** @type {Readonly<Record<string, string>>} */
export const lessons = import.meta.glob(["../../../locales/en/lessons/*.txt", "!../../../locales/en/lessons/{two-servers,every-tom-dick-and-harry}.txt"], { query: "?raw", import: "default", eager: true });
