// What the page says from the start, in English.

export default Object.values(import.meta.glob("../../../locales/en/*.ftl", { query: "?raw", import: "default", eager: true }));
