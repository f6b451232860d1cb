// What the page says from the start, in German.

export default Object.values(import.meta.glob("../../../locales/de/*.ftl", { query: "?raw", import: "default", eager: true }));
