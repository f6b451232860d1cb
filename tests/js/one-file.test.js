// The page in one file: all of it, nothing twice, and nothing that ends an element too early.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { oneFile, withinScript } from "../../scripts/one-file.js";

const page = `<!doctype html>
<head>
<meta charset="utf-8">
<meta property="og:image" content="./preview.png">
<link rel="icon" href="./icon.svg" type="image/svg+xml">
<script src="./early.js"></script>
<script type="module" crossorigin src="./assets/index-1.js"></script>
<link rel="stylesheet" href="./assets/style-1.css">
</head>
<body>
</body>
</html>
`;
const plain = { early: 'early("$&")', icon: "<svg/>" };
const made = [
  { fileName: "index.html", source: page },
  { fileName: "assets/index-1.js", code: 'main("</script>", "<!--", "$1")' },
  { fileName: "assets/style-1.css", source: new TextEncoder().encode("a{}") },
  { fileName: "licenses.md", source: "# Licences -->" },
];

test("everything is inside, known by its checksum, and cannot end its element", () => {
  const html = oneFile(made, plain);
  const main = 'main("\\x3C/script>", "\\x3C!--", "$1")';
  assert.ok(html.includes(`<script type="module">${main}</script>\n</body>`));
  assert.ok(html.includes('<script>early("$&")</script>'));
  assert.ok(html.includes("<style>a{}</style>"));
  assert.ok(html.includes('href="data:image/svg+xml,%3Csvg%2F%3E"'));
  assert.ok(html.includes("<!--\n# Licences - ->-->"));
  assert.ok(html.includes(`'sha256-${createHash("sha256").update(main).digest("base64")}'`));
  assert.doesNotMatch(html, /"\.\/|og:image/);
});

test("a file that would be left out stops the build", () => {
  assert.throws(() => oneFile([...made, { fileName: "assets/worker-1.js", code: "" }], plain), /catchup\.html would lack assets\/worker-1\.js/);
  assert.throws(() => oneFile([...made, { fileName: "assets/picture-1.png", source: "" }], plain), /catchup\.html would lack assets\/picture-1\.png/);
});

test("a page that does not look as expected stops the build", () => {
  const strange = made.map((file) => (file.fileName === "index.html" ? { ...file, source: page.replace("</body>", "") } : file));
  assert.throws(() => oneFile(strange, plain), /The page has nothing like/);
});

test("a worker becomes a part of the script that starts it", () => {
  const starts = 'const one = new Worker(new URL("./search.js", import.meta.url), { type: "module" });\nconst two = new Worker(\n  new URL("../other.js", import.meta.url),\n  { type: "module", name: "other" },\n);\n';
  assert.equal(withinScript(starts), 'import InlineWorker0 from "./search.js?worker&inline";\nimport InlineWorker1 from "../other.js?worker&inline";\nconst one = new InlineWorker0();\nconst two = new InlineWorker1();\n');
  assert.equal(withinScript("new WorkerPool()"), "new WorkerPool()");
});
