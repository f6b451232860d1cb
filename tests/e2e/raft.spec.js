// What a person sees where servers vote: who is what, what is committed, and how they come to lead.

import { expect, test } from "./test.js";
import { expectAccessible } from "./axe.js";
import { button, conversation, logOf, open, runScript, server, slider, step, trouble } from "./catchup.js";

/** @import { Page } from "@playwright/test" */

const servers = ["every", "tom", "dick", "and", "harry"];

/** tom asks the four others for their votes. */
const election = ["protocol raft", `servers ${servers.join(" ")}`, "prompt tom timeout"];

/** harry leads term 1 with one friend; then tom leads term 2 on the other side. */
const parted = [
  "protocol raft",
  `servers ${servers.join(" ")}`,
  "prompt harry timeout",
  "settle",
  ...["every", "tom", "dick"].flatMap((one) => [`cut ${one} and`, `cut ${one} harry`]),
  "client harry set b 9",
  "settle",
  "prompt tom timeout",
  "settle",
];

/**
 * Opens the end of a run.
 * @param {Page} page The browser's page.
 * @param {readonly string[]} lines Its text.
 */
async function openAtEnd(page, lines) {
  await open(page);
  await runScript(page, lines.join("\n"));
  await slider(page).press("End");
}

/**
 * @param {Page} page The browser's page.
 * @param {string} name A server.
 * @returns {Promise<{x: number, y: number}>} The middle of the grip by which its card is dragged.
 */
async function gripOf(page, name) {
  const box = await page.locator(`.grip[data-name="${name}"]`).boundingBox();
  if (box === null) throw new Error(`${name} has no grip`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/**
 * Drags a card, and holds it.
 * @param {Page} page The browser's page.
 * @param {string} name Whose.
 * @param {readonly string[]} over Over whose cards. Where it ends at its own, the mouse comes back to where it was.
 */
async function dragGrips(page, name, over) {
  const start = await gripOf(page, name);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  for (const other of over) {
    const { x, y } = await gripOf(page, other);
    const isBack = other === name && over.length > 1;
    await page.mouse.move(isBack ? start.x : x, isBack ? start.y : y + 30, { steps: 3 });
  }
}

test("a plate tells the role, the term, the vote, and whom a server follows", async ({ page }) => {
  await open(page);
  await runScript(page, election.join("\n"));
  for (const text of ["follower", "term 0", "vote: none", "follows nobody yet"]) await expect(server(page, "every")).toContainText(text);
  await expect(server(page, "every").getByRole("button", { name: "Time out every", exact: true })).toBeVisible();
  await step(page, 1);
  for (const text of ["candidate", "term 1", "vote: tom", "1 of 3 votes"]) await expect(server(page, "tom")).toContainText(text);
  await button(page, "Settle").click();
  for (const text of ["leader", "term 1", "reaches 5 of 5"]) await expect(server(page, "tom")).toContainText(text);
  for (const text of ["follower", "term 1", "vote: tom", "follows tom"]) await expect(server(page, "every")).toContainText(text);
  await expect(server(page, "tom").getByRole("button", { name: "Heartbeat tom", exact: true })).toBeVisible();
  await button(page, "Kill every").click();
  for (const text of ["down", "term 1", "vote: tom", "knows nothing"]) await expect(server(page, "every")).toContainText(text);
  await expect(server(page, "tom")).toContainText("reaches 4 of 5");
});

test("plates are equally high, whatever their servers are, and grow with none of it", async ({ page }) => {
  await openAtEnd(page, parted);
  await button(page, "Kill dick").click();
  await expect(server(page, "dick")).toContainText("memory lost");
  const heights = await page.locator(".plate").evaluateAll((plates) => plates.map((plate) => Math.round(plate.getBoundingClientRect().height)));
  expect(new Set(heights).size, `${heights}`).toBe(1);
});

test("what a log holds says whether it is committed, and what will go", async ({ page }) => {
  await openAtEnd(page, parted);
  await expect(logOf(page, "tom")).toHaveText(["1 no_op (committed)", "2 no_op (committed)"]);
  await expect(logOf(page, "harry")).toHaveText(["1 no_op (committed)", "2 set b 9 (not committed, will be removed)"]);
  await expect(server(page, "harry")).toContainText("goes when healed");
  await expect(server(page, "harry")).toContainText("stale leader");
  await expect(server(page, "harry")).toContainText("reaches 2 of 5");
  await expect(server(page, "tom")).not.toContainText("stale");
  // A lesson asks what becomes of such an entry, so there it is not told.
  await open(page, "#lesson-two-leaders");
  await slider(page).press("End");
  await expect(logOf(page, "tom")).toHaveText(["1 no_op (committed)", "2 set a 1 (not committed)", "3 missing"]);
  await expect(server(page, "tom")).not.toContainText("will be removed");
});

test("who does not vote is told by a word, and is offered no time out", async ({ page }) => {
  await open(page);
  await runScript(page, "protocol raft\nservers every tom dick bob\nvoters every tom dick");
  await expect(server(page, "bob")).toContainText("follower, no voter");
  await expect(server(page, "every")).not.toContainText("no voter");
  await expect(server(page, "bob").getByRole("button", { name: "Time out bob" })).toHaveCount(0);
});

test("the conversation tells who timed out, who was elected, which terms are taken and what is committed", async ({ page }) => {
  await open(page);
  await runScript(page, [...election, "settle"].join("\n"));
  await step(page, 1);
  await expect(conversation(page).first()).toHaveText("tom timed out: term 1");
  await slider(page).press("End");
  await expect(conversation(page).filter({ hasText: "tom elected: leads term 1" })).toHaveCount(1);
  await expect(conversation(page).filter({ hasText: /^tom to dick: Do you vote for me in term\s1\?.*\(delivered\) takes term 1/ })).toHaveCount(1);
  await expect(conversation(page).filter({ hasText: "committed up to 1" })).toHaveCount(1);
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(conversation(page).filter({ hasText: "tom elected: leads term 1" })).toHaveCount(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});

test("a request that was declined with a leader’s name is said to that one by a button beside Step", async ({ page }) => {
  await openAtEnd(page, [...election, "settle", "client every set k 5"]);
  await step(page, 1);
  const ask = button(page, "Ask tom instead");
  await expect(ask).toHaveCount(2);
  // A third one stands in the answer, once that is shown whole; it works as the others do.
  await conversation(page).last().press("Enter");
  await conversation(page).last().getByRole("button", { name: "Ask tom instead" }).click();
  await expect(conversation(page).last()).toHaveText(/^client to tom: set k 5, please\./);
  await button(page, "Back").click();
  await ask.first().focus();
  await page.keyboard.press("Enter");
  await expect(conversation(page).last()).toHaveText(/^client to tom: set k 5, please\./);
  await expect(ask).toHaveCount(0);
});

test("a write that can't be done is shown as waiting, with why and what helps, until it is answered", async ({ page }) => {
  await openAtEnd(page, [...election, "settle", "kill every", "kill dick", "kill and", "client tom set k 5", "settle"]);
  const waiting = page.getByRole("list", { name: "Waiting", exact: true }).getByRole("listitem");
  await expect(waiting).toHaveText(/set k 5 at.*tom.*2 of 5 can be reached, and it takes 3: restart one\./s);
  for (const width of [390, 800, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await button(page, "Back").click();
    await step(page, 1);
    await expect(page.getByRole("group", { name: "Waiting at tom" })).toContainText("2 of 5 can be reached");
    await expect(page.getByRole("group", { name: "Waiting at tom" }).getByText(/waits/)).toBeInViewport();
  }
  await waiting.getByRole("button", { name: "Restart every" }).click();
  await expect(waiting).toContainText("nothing is in flight");
  await waiting.getByRole("button", { name: "Heartbeat tom" }).click();
  await expect(waiting).toContainText("deliver them");
  await button(page, "Settle").click();
  await expect(conversation(page).filter({ hasText: "Done: set k 5" })).toHaveCount(1);
  await expect(waiting).toHaveCount(0);
  await expect(page.getByRole("group", { name: "Waiting at tom" })).toHaveCount(0);
});

test("the leader is killed by one click, and changes of voters are ready to be sent", async ({ page }) => {
  await openAtEnd(page, [...election, "settle", "start bob"]);
  await button(page, "add_server bob").click();
  await button(page, "Settle").click();
  await expect(server(page, "bob")).toContainText("vote: none");
  await expect(server(page, "bob")).not.toContainText("no voter");
  // For the eye a configuration has the marks of its voters.
  await expect(logOf(page, "tom").last()).toHaveText(/^\s*2 configuration every tom dick and harry bob \(committed\)/);
  await expect(logOf(page, "tom").last().locator(".voters .glyph")).toHaveCount(6);
  await expect(button(page, "remove_server bob")).toBeVisible();
  await page.getByRole("button", { name: /^Kill the leader/ }).click();
  await expect(server(page, "tom")).toContainText("memory lost");
  await expect(page.getByRole("button", { name: /^Kill the leader/ })).toHaveCount(0);
});

for (const { width, scheme } of /** @type {const} */ ([{ width: 1440, scheme: "light" }, { width: 1000, scheme: "dark" }, { width: 390, scheme: "dark" }])) {
  test(`axe finds nothing wrong with two leaders and a request that waits, ${width} px, ${scheme}`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await openAtEnd(page, [...parted, "prompt every timeout"]);
    await expect(server(page, "every")).toContainText("candidate");
    await expectAccessible(page, "two leaders, and a candidate");
  });
}

test("a menu isolates a server or parts two groups by one gesture, and heals all", async ({ page }) => {
  await openAtEnd(page, [...election, "settle"]);
  const menu = await trouble(page, "tom");
  await menu.getByRole("button", { name: "Isolate tom", exact: true }).click();
  await expect(conversation(page).last()).toHaveText("every, dick, and, harry | tom: partition");
  await expect(server(page, "tom")).toContainText("reaches 1 of 5");
  await menu.getByRole("button", { name: "Heal all", exact: true }).click();
  await expect(server(page, "tom")).toContainText("reaches 5 of 5");
  const groups = menu.getByRole("form", { name: "Two groups" });
  await groups.getByRole("checkbox", { name: "every", exact: true }).check();
  await groups.getByRole("checkbox", { name: "dick", exact: true }).press("Space");
  await groups.getByRole("button", { name: "Part them" }).click();
  await expect(conversation(page).last()).toHaveText("every, tom, dick | and, harry: partition");
  await expect(server(page, "tom")).toContainText("reaches 3 of 5");
  await page.keyboard.press("Escape");
  await page.getByRole("complementary", { name: "Client and network" }).getByRole("button", { name: "Heal all", exact: true }).click();
  await expect(conversation(page).filter({ hasText: "every, tom, dick | and, harry: partition healed" })).toHaveCount(1);
  await expect(server(page, "tom")).toContainText("reaches 5 of 5");
});

test("what a tear stops is told by its number for the eye, and whole for people who listen", async ({ page }) => {
  await openAtEnd(page, parted);
  const stopped = conversation(page).filter({ hasText: /^harry to every: Entry\s2.*\(refused\) link cut/ });
  await expect(stopped).toHaveCount(1);
  await stopped.scrollIntoViewIfNeeded();
  const [arrow, dick] = await Promise.all([stopped.boundingBox(), server(page, "dick").boundingBox()]);
  expect(arrow && dick && arrow.x >= dick.x, "it ends before dick’s side").toBe(true);
});

test("the key tells the signs that come about where servers vote, and lies whole under the drawing", async ({ page }) => {
  // A run from a link has no notice beside it, in whose place the key would stand.
  await open(page, `#1/9/plain,${encodeURIComponent(`${parted.join("\n")}\n`)}`);
  const key = page.getByRole("list", { name: "Key to the drawing" });
  for (const width of [1440, 1280, 1190]) {
    await page.setViewportSize({ width, height: 900 });
    for (const sign of ["candidate", "stale leader", "committed", "not committed", "partition"]) await expect(key.getByText(sign, { exact: true })).toBeVisible();
    const beyond = await key.evaluate((list) => [...list.children].filter((item) => item.getBoundingClientRect().right > list.getBoundingClientRect().right + 1).map((item) => item.textContent));
    expect(beyond, `at ${width} px`).toEqual([]);
  }
  // Who presents has no room for it.
  await button(page, "Present").click();
  await expect(key).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(key).toBeVisible();
  await open(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const sign of ["stale leader", "asked"]) await expect(key.getByText(sign, { exact: true })).toBeHidden();
  await expect(key.getByText("entry surplus", { exact: true })).toBeVisible();
});

test("a partition is drawn by dragging cards apart, given up on the way, and undone by dragging them again", async ({ page }) => {
  await openAtEnd(page, [...election, "settle"]);
  const reach = server(page, "tom");
  const before = await conversation(page).count();
  // Back where it came from, by Escape, and over everybody: nothing happens.
  await dragGrips(page, "and", ["harry", "and"]);
  await page.mouse.up();
  await dragGrips(page, "and", ["harry"]);
  await expect(page.getByText("Let go to part and, harry from every, tom, dick.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText("Let go to part")).toHaveCount(0);
  await page.mouse.up();
  await dragGrips(page, "every", ["harry"]);
  await expect(page.getByText("Nobody would be left on the other side.")).toBeVisible();
  await page.mouse.up();
  await expect(conversation(page)).toHaveCount(before);
  await dragGrips(page, "and", ["harry"]);
  await page.mouse.up();
  await expect(conversation(page).last()).toHaveText("every, tom, dick | and, harry: partition");
  await expect(reach).toContainText("reaches 3 of 5");
  // One more by itself: what was parted stays so.
  await dragGrips(page, "every", ["every"]);
  await page.mouse.up();
  await expect(conversation(page).last()).toHaveText("every | tom, dick | and, harry: partition");
  await dragGrips(page, "harry", ["and"]);
  await expect(page.getByText("Let go to let and, harry reach every, tom, dick again.")).toBeVisible();
  await page.mouse.up();
  await expect(reach).toContainText("reaches 4 of 5");
});

test("a finger parts servers by a grip, and scrolls everywhere else", async ({ browser }) => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await openAtEnd(page, [...election, "settle"]);
  await expect(server(page, "tom")).toContainText("reaches 5 of 5");
  const finger = await page.context().newCDPSession(page);
  const touch = (/** @type {"touchStart" | "touchMove" | "touchEnd"} */ type, /** @type {{x: number, y: number}[]} */ ...touchPoints) => finger.send("Input.dispatchTouchEvent", { type, touchPoints });
  const drag = async (/** @type {{x: number, y: number}} */ { x, y }) => {
    await touch("touchStart", { x, y });
    for (const part of [10, 20, 30, 40, 50]) await touch("touchMove", { x, y: y + part });
    await touch("touchEnd");
  };
  const plate = await page.locator(".plate").first().boundingBox();
  await drag({ x: (plate?.x ?? 0) + 60, y: (plate?.y ?? 0) + 40 });
  await drag(await gripOf(page, "every"));
  await expect(server(page, "tom")).toContainText("reaches 4 of 5");
  await page.close();
});

test("a vote that is not given says why, in ink and with a crossed box", async ({ page }) => {
  await openAtEnd(page, ["protocol raft", "servers every tom dick and", "disk dick 1 set a 1", "prompt tom timeout", "prompt and timeout", ...[1, 2, 3].map((id) => `deliver ${id}`), ...[7, 8, 9].map((id) => `deliver ${id}`)]);
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(conversation(page).filter({ hasText: /^dick to tom: Sorry, my log is newer: it ends with entry\s1 of term\s1\. \(delivered\) no: has a newer log/ }).locator(".icon-crossed")).toBeVisible();
    await expect(conversation(page).filter({ hasText: /^and to tom: Sorry, in term\s1 I voted for myself\. \(delivered\) no: voted for itself/ }).locator(".icon-crossed")).toBeVisible();
    // The question does not tell the answer a second time.
    await expect(conversation(page).filter({ hasText: /^tom to dick: Do you vote for me/ })).not.toContainText("no:");
  }
});

test("the first visible row repeats the term of each lane, wherever the conversation stands", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ reducedMotion: "reduce" });
  // With nine servers labels reach over lanes, one in the first row too.
  await openAtEnd(page, ["protocol raft", `servers ${servers.join(" ")} bob zoe max ann`, "prompt tom timeout", "settle"]);
  await expectSignsClear(page);
  for (let count = 0; count < 4; count += 1) {
    await page.keyboard.press("ArrowLeft");
    await expectSignsClear(page);
  }
  await openAtEnd(page, parted);
  const signs = page.locator(".term-sign");
  await expect(signs).toHaveText(["t2", "t2", "t2", "t1", "t1"]);
  await conversation(page).filter({ hasText: "partition" }).scrollIntoViewIfNeeded();
  await expect(signs).toHaveText(["t1", "t1", "t1", "t1", "t1"]);
  await expectSignsClear(page);
});

/**
 * Waits until the terms at the upper edge stand clear of all labels.
 * @param {Page} page The browser's page.
 */
async function expectSignsClear(page) {
  const signs = page.locator(".term-sign");
  await expect(signs).not.toHaveCount(0);
  const touching = await signs.evaluateAll((all) => {
    const labels = [...document.querySelectorAll(".ladder .say")].map((label) => label.getBoundingClientRect());
    const boxes = all.map((sign) => sign.getBoundingClientRect());
    return boxes.filter((box) => labels.some((label) => label.left < box.right - 2 && label.right > box.left + 2 && label.top < box.bottom && label.bottom > box.top));
  });
  expect(touching).toEqual([]);
}

test("a promise that was broken marks the cells that it names, and slider and conversation where that happened", async ({ page }) => {
  await openAtEnd(page, ["protocol raft", "without up_to_date_check", "servers every tom dick", "prompt tom timeout", ...[1, 3, 5, 6].map((id) => `deliver ${id}`), "prompt every timeout", "deliver 7", "deliver 9", "client dick show"]);
  await expect(logOf(page, "every")).toHaveText(["1 no_op (not committed, breaks a promise, differs)"]);
  await expect(server(page, "every")).not.toContainText("will be removed");
  await button(page, "Go to moment 8: Leader completeness broken").click();
  await expect(logOf(page, "every")).toHaveText(["1 no_op (not committed, breaks a promise, differs)"]);
  await expect(page.getByText("Step 8 of 9", { exact: true })).toBeVisible();
  await expect(conversation(page).filter({ hasText: "Leader completeness broken" })).toHaveText(["every elected: leads term 2, Leader completeness broken"]);
  await button(page, "Back").click();
  await expect(conversation(page).filter({ hasText: "Leader completeness broken" })).toHaveCount(0);
});

test("in forced colours an entry that is not committed is told by its hatching, in columns, in rows and on a phone", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  const grounds = () => logOf(page, "tom").evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).backgroundImage !== "none"));
  for (const names of [servers, [...servers, "bob"]]) {
    await openAtEnd(page, ["protocol raft", `servers ${names.join(" ")}`, "prompt tom timeout", "settle", "client tom set a 1", "step"]);
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await expect.poll(grounds, `${names.length} servers at ${width} px`).toEqual([false, true]);
    }
  }
  // The light theme, chosen by hand, on a dark ground of the system’s.
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
  await page.getByRole("button", { name: /^Theme/ }).click();
  await expect(page.getByRole("button", { name: /^Theme: light/i })).toBeVisible();
  const numbers = () => logOf(page, "tom").evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell.querySelector(".index") ?? cell)).map(({ color, backgroundColor }) => color !== backgroundColor));
  await expect.poll(numbers, "numbers are seen on their ground").toEqual([true, true]);
});

test("the side panel tells how an election stands, voter by voter, and who leads what", async ({ page }) => {
  await openAtEnd(page, ["protocol raft", `servers ${servers.join(" ")}`, "disk harry 1 set a 1", "prompt tom timeout", "deliver 4", "deliver 5", "deliver 1"]);
  const votes = page.getByRole("list", { name: "Votes for tom" }).getByRole("listitem");
  await expect(votes).toHaveText([/every\s*yes, in flight/, /tom\s*yes, its own/, /dick\s*asked, in flight/, /and\s*asked, in flight/, /harry\s*no: has a newer log/]);
  await openAtEnd(page, parted);
  await expect(page.getByRole("table", { name: "Who leads what" }).getByRole("row")).toHaveText([/leader\s*term\s*reaches/, /tom\s*\(leader\)\s*2\s*3 of 5/, /harry\s*\(stale leader\)\s*1\s*2 of 5/]);
});
