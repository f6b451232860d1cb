// Lets what is tested speak English: learns every catalogue, as the page does bit by bit.

import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { learn } from "../../www/words/say.js";

const folder = fileURLToPath(new URL("../../locales/en", import.meta.url));
for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) if (file.endsWith(".ftl")) learn("en", readFileSync(path.join(folder, file), "utf8"));
