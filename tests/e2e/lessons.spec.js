// The lessons about Raft: they stand in a group of their own, and what they ask at their ends is found out by the clicks that
// they name. What the runs hold is asserted natively, in `tests/lessons.rs`.

import { expect, test } from "./test.js";
import { button, conversation, expectMoment, logOf, notice, open, server, slider, storeOf } from "./catchup.js";

/** @import { Page } from "@playwright/test" */

/**
 * Opens a lesson's end.
 * @param {Page} page The browser's page.
 * @param {string} lesson Its name.
 */
async function openAtEnd(page, lesson) {
  await open(page, `#lesson-${lesson}`);
  await slider(page).press("End");
  await expect(button(page, "Step")).toBeDisabled();
}

test("lessons are chosen from groups, with the sandbox after them, and one that can't be had now is asked for again", async ({ page }) => {
  const lost = /\/assets\/en-[^/]*\.js$/;
  await page.route(lost, (route) => route.abort());
  await page.goto("./#lesson-figure-7");
  await expect(notice(page, "could not be loaded")).toBeVisible();
  const lessons = page.getByRole("combobox", { name: "Lesson", exact: true });
  const groups = await lessons.locator("optgroup").evaluateAll((all) => all.map((group) => [group.getAttribute("label"), group.children.length]));
  expect(groups).toEqual([
    ["Replication", 10],
    ["Raft", 7],
  ]);
  await expect(lessons.locator("> option")).toHaveText(["Sandbox"]);
  await expect(lessons).toHaveValue("two-servers");
  await page.unroute(lost);
  await lessons.selectOption({ label: "11 · Nobody is nominated" });
  await expect(page.getByText("Lesson 11 of 17", { exact: true })).toBeVisible();
});

test("who is killed is followed by whoever times out", async ({ page }) => {
  await openAtEnd(page, "nobody-is-nominated");
  await button(page, "Kill dick").click();
  await expect(button(page, "Step")).toBeDisabled();
  await server(page, "harry").getByRole("button", { name: "Time out harry" }).click();
  await button(page, "Settle").click();
  for (const text of ["leader", "term 2"]) await expect(server(page, "harry")).toContainText(text);
});

test("after a split vote the page offers time outs, and one of them makes a leader", async ({ page }) => {
  await openAtEnd(page, "two-stand-at-once");
  await expect(page.getByText(/^Nobody leads/)).toBeVisible();
  await server(page, "harry").getByRole("button", { name: "Time out harry" }).click();
  await button(page, "Settle").click();
  for (const text of ["leader", "term 2"]) await expect(server(page, "harry")).toContainText(text);
});

test("what nobody was told to be done goes with a heartbeat", async ({ page }) => {
  await openAtEnd(page, "done-means-committed");
  await expect(logOf(page, "dick").last()).toContainText("set b 2");
  await button(page, "Restart dick").click();
  await server(page, "harry").getByRole("button", { name: "Heartbeat harry" }).click();
  await button(page, "Settle").click();
  await expect(logOf(page, "dick").last()).toContainText("no_op");
  await expect(storeOf(page, "dick")).toHaveText(["a 1"]);
});

for (const [lesson, rule] of /** @type {const} */ ([["an-old-entry", "Commit own terms only"], ["ask-the-leader", "Reads ask a majority"]])) {
  test(`a promise is broken without the rule, and with it none: ${rule}`, async ({ page }) => {
    await openAtEnd(page, lesson);
    await page.getByRole("banner").getByRole("button", { name: "Rules" }).click();
    const rules = page.getByRole("complementary", { name: /^Rules of/ });
    await expect(rules.getByRole("heading", { name: /: broken$/ }).first()).toBeVisible();
    await rules.getByRole("switch", { name: rule }).click();
    await expect(rules.getByRole("switch", { name: rule })).toBeChecked();
    await expect(rules.getByRole("heading", { name: /: broken$/ })).toHaveCount(0);
  });
}

/**
 * @param {Page} page The browser's page.
 * @param {string} text One of the answers to choose from.
 */
const answer = (page, text) => page.getByRole("radio", { name: text, exact: true });

test("a lesson asks before it shows, by keyboard, is left and taken up, and has its goal reached", async ({ page }) => {
  await open(page, "#lesson-two-stand-at-once");
  await button(page, "Step").focus();
  for (let step = 1; step <= 5; step += 1) await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("group", { name: "What will every answer?" })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "What will every answer?" })).toBeVisible();
  await expect(page.getByRole("list", { name: "Key to the drawing" }).getByText("asked", { exact: true })).toBeVisible();
  // A wrong answer: what came stands beside it, with the reason.
  await answer(page, "“Yes, in term 1 I vote for you.”").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(button(page, "Go on")).toBeFocused();
  const card = page.getByRole("region", { name: "What will every answer?" });
  await expect(card.getByRole("listitem").filter({ hasText: "what you said" })).toContainText("Yes, in term 1");
  await expect(card.getByRole("listitem").filter({ hasText: "what came" })).toContainText("I have voted already");
  await expect(card).toContainText("every says no to dick: in term 1 it voted for tom.");
  await page.keyboard.press("Enter");
  await expect(button(page, "Step")).toBeFocused();
  for (let step = 8; step <= 9; step += 1) await page.keyboard.press("ArrowRight");
  // A right one, after a hint.
  await button(page, "Hint").click();
  await expect(page.getByText("how many are more than half of four?")).toBeVisible();
  await answer(page, "Nobody").check();
  await button(page, "Lock it in").click();
  await expect(page.getByRole("listitem").filter({ hasText: "what came, and what you said" })).toContainText("Nobody");
  await page.reload();
  await expect(page.getByRole("listitem").filter({ hasText: "what came, and what you said" })).toContainText("Nobody");
  await slider(page).press("End");
  await expect(page.getByRole("complementary", { name: "Story" }).getByText("At most one can win a term")).toBeInViewport({ ratio: 1 });
  const predicted = page.getByRole("region", { name: "What you predicted" });
  await expect(predicted.getByRole("listitem")).toHaveCount(2);
  await server(page, "harry").getByRole("button", { name: "Time out harry" }).click();
  await button(page, "Settle").click();
  await expect(page.getByRole("region", { name: "Goal" })).toContainText("Goal: reached");
  await page.getByRole("button", { name: /^Next lesson/ }).click();
  await expect(page.getByRole("combobox", { name: "Lesson", exact: true })).toContainText("12 · Two stand at once (done)");
});

/**
 * Goes to a question by keyboard: by the marks on the slider, of which those that would touch stand as one, and on from there.
 * @param {Page} page The browser's page, on a lesson.
 * @param {number} place Which of its questions, from 0.
 */
async function goToQuestion(page, place) {
  const mark = page.getByRole("button", { name: /^Go to moment .*a question/ }).nth(place);
  const [, moment] = /moment (\d+)/.exec((await mark.getAttribute("aria-label")) ?? "") ?? [];
  await mark.press("Enter");
  await expectMoment(page, Number(moment));
  for (let at = Number(moment) + 1; !/ (answer|changes|then)\?$/.test((await slider(page).getAttribute("aria-valuetext")) ?? ""); at += 1) {
    await button(page, "Step").press("Enter");
    await expectMoment(page, at);
  }
}

/**
 * Answers what is asked, by keyboard, and goes on.
 * @param {Page} page The browser's page.
 * @param {number} count Which of the answers to take, counted round.
 * @param {boolean} leaves Whether the page is left in between, and taken up.
 * @returns {Promise<{left: number, right: boolean}>} How many questions the lesson has left, and whether the answer was right.
 */
async function predict(page, count, leaves) {
  const card = page.getByRole("complementary", { name: "Story" }).locator(".card");
  const answers = card.getByRole("radio");
  await expect(answers.first()).toBeVisible();
  const moment = Number(await slider(page).inputValue());
  const place = count % (await answers.count());
  const said = await answers.nth(place).inputValue();
  const [, at, all] = /(\d) of (\d)/.exec(await card.innerText()) ?? [];
  await answers.first().focus();
  await page.keyboard.press("Space");
  for (let down = 0; down < place; down += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(button(page, "Go on")).toBeFocused();
  if (leaves) await page.reload();
  await expect(card.getByRole("listitem").filter({ hasText: "what you said" })).toContainText(said);
  await expect(card.getByRole("listitem").filter({ hasText: "what came" })).toHaveCount(1);
  await expect(card.locator(".reason").first()).not.toBeEmpty();
  const right = (await card.getByRole("listitem").filter({ hasText: "what came" }).innerText()).includes("what you said");
  await button(page, "Go on").press("Enter");
  await expectMoment(page, moment + 2);
  return { left: Number(all) - Number(at), right };
}

test("every lesson can be walked to its end by keyboard, with right answers and wrong ones, left and taken up", async ({ page }) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page, "#lesson-two-servers");
  const titles = (await page.getByRole("combobox", { name: "Lesson", exact: true }).getByRole("option").allTextContents()).map((title) => title.trim()).filter((title) => title !== "Sandbox");
  expect(titles.length).toBeGreaterThanOrEqual(17);
  const story = page.getByRole("complementary", { name: "Story" });
  const came = { right: 0, wrong: 0 };
  for (const title of titles) {
    const name = title.replace(/^\d+ · | \(.*\)$/g, "");
    await expect(story.getByRole("heading", { level: 2, name, exact: true })).toBeVisible();
    await expect(page).toHaveTitle(`${name} · Catchup`);
    await button(page, "Step").focus();
    let asked = 0;
    for (let left = 1; left > 0; ) {
      await goToQuestion(page, asked);
      const answered = await predict(page, came.right + came.wrong, came.right + came.wrong === 3);
      left = answered.left;
      asked += 1;
      came[answered.right ? "right" : "wrong"] += 1;
    }
    await page.keyboard.press("End");
    await expect(button(page, "Step")).toBeDisabled();
    await expect(page.getByRole("region", { name: "What you predicted" }).getByRole("listitem")).toHaveCount(asked);
    expect(await conversation(page).count()).toBeGreaterThan(3);
    await page.getByRole("button", { name: title === titles.at(-1) ? "On to the sandbox" : /^Next lesson: / }).press("Enter");
  }
  expect(came.right).toBeGreaterThan(5);
  expect(came.wrong).toBeGreaterThan(5);
});

test("who listens meets a question, then its answers, then what can be done", async ({ page }) => {
  await open(page, "#lesson-two-servers");
  await button(page, "Step").press("Enter");
  await expect(page.getByRole("region", { name: "What will harry answer?" })).toMatchAriaSnapshot(`
    - region "What will harry answer?":
      - paragraph: Before you see it 1 of 2
      - group "What will harry answer?":
        - paragraph: Message 3 is about to reach harry.
        - radio "Nothing"
        - text: Nothing
        - radio "“0 entries. Nobody writes to me.”"
        - text: “0 entries. Nobody writes to me.”
        - radio "“I have 2 entries, all in order.”"
        - text: “I have 2 entries, all in order.”
      - paragraph:
        - button "Lock it in"
        - button "Skip"
      - button "Hint"
  `);
});

test("Step goes on without an answer, on a narrow page too", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, "#lesson-two-servers");
  await button(page, "Step").click();
  await page.getByRole("button", { name: /^Story/ }).click();
  const group = page.getByRole("group", { name: "What will harry answer?" });
  await expect(group).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await button(page, "Step").click();
  await expect(group).toHaveCount(0);
  await button(page, "Back").click();
  await expect(group).toBeVisible();
});

test("on a phone the story is called by a goal that is open, and opens at it", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, "#lesson-nobody-is-nominated");
  await page.keyboard.press("End");
  const bar = page.getByRole("button", { name: /^Story/ });
  await expect(bar).toContainText("Make harry the leader");
  await expect(bar).toHaveAttribute("aria-expanded", "false");
  await bar.click();
  await expect(page.getByRole("region", { name: "Goal" }).getByText("Make harry the leader")).toBeInViewport({ ratio: 1 });
});

test("who delivers by hand what is asked about goes on in the lesson", async ({ page }) => {
  await open(page, "#lesson-two-servers");
  await button(page, "Step").click();
  await expect(page.getByRole("group", { name: "What will harry answer?" })).toBeVisible();
  await page.getByRole("list", { name: "Conversation" }).getByRole("button", { name: "Deliver message 3" }).click();
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /^Moment 4 of 7: /);
});
