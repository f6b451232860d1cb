// The workflow that publishes the page: it builds as the README says, and may do no more than it must.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

/** @param {string} file A path from the project. @returns {string} What is in it. */
const read = (file) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
const workflow = read(".github/workflows/pages.yml");

test("the page is published as the README says that it is built", () => {
  const commands = [...workflow.matchAll(/^ *- run: (.+)$/gm)].map(([, command]) => command);
  assert.deepEqual(commands, ["npm run build"]);
  assert.match(read("README.md"), /^ {4}npm run build /m);
  assert.match(workflow, /path: dist$/m);
});

test("it may read, and only what publishes may publish", () => {
  const [head = "", build = "", deploy = ""] = workflow.split(/^ {2}(?:build|deploy):$/m);
  assert.match(head, /^permissions:\n {2}contents: read\n/m);
  assert.doesNotMatch(build, /permissions:/);
  assert.match(deploy, /permissions:\n {6}pages: write\n {6}id-token: write\n/);
  const uses = [...workflow.matchAll(/uses: (\S+)/g)].map(([, action]) => action ?? "");
  assert.ok(uses.length >= 4);
  for (const action of uses) assert.match(action, /^actions\/[a-z-]+@v\d+$/);
});
