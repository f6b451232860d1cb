// What the page says from the start, in German.

export default Object.values(import.meta.glob("../../../locales/de/*.ftl", { query: "?raw", import: "default", eager: true }));

const files = /** @type {Record<string, string>} */ (import.meta.glob("../../../locales/de/lessons/*.txt", { query: "?raw", import: "default", eager: true }));

/** The lessons in German, by their names. @type {Readonly<Record<string, string>>} */
export const lessons = Object.fromEntries(Object.entries(files).map(([path, text]) => [path.replace(/^.*\/|\.txt$/g, ""), text]));
