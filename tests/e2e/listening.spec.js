// The page for people who listen to it while it moves: what is spoken, and that it is not too much.

import { expect, test } from "@playwright/test";
import { button, expectMoment, news, open, openAtRest, runScript, slider, status, step } from "./catchup.js";

/** @import { Locator } from "@playwright/test" */

/** Three equal messages, whose deliveries have equal sentences. */
const EQUAL = "protocol walk_back\nservers tom harry\nclient tom youre_the_leader\ndeliver 1\nduplicate 3\nduplicate 3\ndeliver 3\ndeliver 4\ndeliver 5\n";

/**
 * Notes what an element comes to say.
 * @param {Locator} locator The element.
 * @returns {Promise<() => Promise<string[]>>} Gives what it said since, and forgets it.
 */
async function listen(locator) {
  const notes = await locator.evaluateHandle((element) => {
    const said = /** @type {string[]} */ ([]);
    const note = () => said.push((element.textContent ?? "").trim());
    new MutationObserver(note).observe(element, { childList: true, characterData: true, subtree: true });
    return said;
  });
  return () => notes.evaluate((said) => said.splice(0));
}

test("each step by hand is heard, with an equal sentence too, and Back as well", async ({ page }) => {
  await open(page, `#1/5/plain,${encodeURIComponent(EQUAL)}`);
  await expectMoment(page, 5, 7);
  const heard = await listen(status(page));
  await step(page);
  const first = await status(page).innerText();
  expect(await heard()).toEqual([first]);
  await step(page);
  expect(await status(page).innerText()).toBe(first);
  expect(await heard()).toEqual([first]);
  await button(page, "Back").click();
  await expectMoment(page, 6);
  expect(await heard()).toEqual([first]);
});

test("Play at its fastest is heard where it rests, and seen all the way", async ({ page }) => {
  const writes = Array.from({ length: 6 }, (_, number) => `client tom set k${number} ${number}`).join("\n");
  await openAtRest(page);
  await runScript(page, `protocol ask_length\nservers tom harry\n${writes}\nsettle\n`);
  await expectMoment(page, 0, 18);
  await page.getByRole("combobox", { name: "Speed" }).selectOption("Fast");
  const heard = await listen(status(page));
  const shown = await listen(page.getByRole("region", { name: "Playback" }));
  await button(page, "Play").click();
  await expect(button(page, "Pause")).toBeVisible();
  await page.clock.runFor(30_000);
  await expect(button(page, "Play")).toBeVisible();
  await expectMoment(page, 18);
  await expect(status(page)).toBeVisible();
  expect(await heard()).toEqual([await status(page).innerText()]);
  const all = (await shown()).join("\n");
  for (const number of [1, 3, 5]) expect(all).toContain(`set k${number} ${number}, please.`);
});

test("a promise that breaks, and a notice, are heard", async ({ page }) => {
  await open(page, `#1/0/plain,${encodeURIComponent("protocol ask_length\nservers tom dick\nclient tom set a 1\nclient dick set a 2\ndeliver 1\ndeliver 2\n")}`);
  await expectMoment(page, 0, 4);
  const heard = await listen(news(page));
  const sentences = await listen(status(page));
  await step(page, 3);
  expect((await heard()).join(" ")).not.toContain("broken");
  await step(page);
  expect(await heard()).toEqual([expect.stringMatching(/^Logs agree: broken\. /)]);
  expect(await sentences()).toHaveLength(4);
  await button(page, "Copy link").click();
  await expect(news(page)).toHaveText(/^The link .*\.$/);
  // The sentence was heard when the step was made.
  expect(await sentences()).toEqual([]);
});

test("the slider tells where it goes, and nothing else tells it besides", async ({ page }) => {
  await open(page);
  await slider(page).focus();
  await page.keyboard.press("ArrowRight");
  await expectMoment(page, 1);
  await expect(slider(page)).toHaveAttribute("aria-valuetext", `Moment 1 of 19: ${await status(page).innerText()}`);
  await expect(status(page)).toHaveAttribute("aria-live", "off");
  await step(page);
  await expect(status(page)).not.toHaveAttribute("aria-live");
});

test("what a lesson tells and asks is heard after the step, and what came of an answer", async ({ page }) => {
  await open(page, "#lesson-two-servers");
  await expectMoment(page, 2);
  await step(page);
  await expect(status(page)).toContainText("What will harry answer?");
  await expect(news(page)).toHaveText("The story has 3 answers to choose from.");
  await page.getByRole("radio", { name: "Nothing", exact: true }).check();
  await button(page, "Lock it in").click();
  await expectMoment(page, 4);
  await expect(news(page)).toHaveText(/^You said: Nothing\. What came: “0 entries\. Nobody writes to me\.” harry counted /);
  await step(page, 2);
  const told = page.getByRole("complementary", { name: "Story" }).getByText("Both logs are equal.");
  await expect(news(page)).toHaveText((await told.innerText()).replace(/\s+/g, " "));
});

test("the exact text of a message is heard when it is shown whole", async ({ page }) => {
  await open(page);
  await step(page, 2);
  const heard = await listen(status(page));
  await page.getByRole("list", { name: "Conversation" }).getByRole("listitem").first().press("Enter");
  await expect(news(page)).toHaveText(/^Exact text of message 1: ./);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("group", { name: "Exact text of message 1" })).toBeHidden();
  expect(await heard()).toEqual([]);
});

test("news come in a later frame than the sentence, so that they are heard after it", async ({ page }) => {
  await open(page, "#lesson-two-servers");
  await expectMoment(page, 2);
  const line = await news(page).elementHandle();
  const told = await status(page).evaluateHandle((sentence, news) => {
    /** In which frame each came, counted from now. */
    const frames = { now: 0, sentence: -1, news: -1 };
    const count = () => void ((frames.now += 1), requestAnimationFrame(count));
    requestAnimationFrame(count);
    new MutationObserver(() => (frames.sentence = frames.now)).observe(sentence, { childList: true, characterData: true, subtree: true });
    new MutationObserver(() => news?.textContent && (frames.news = frames.now)).observe(/** @type {Element} */ (news), { childList: true });
    return frames;
  }, line);
  await step(page);
  await expect(news(page)).not.toBeEmpty();
  const { sentence, news: after } = await told.jsonValue();
  expect(sentence).toBeGreaterThanOrEqual(0);
  expect(after).toBeGreaterThan(sentence);
});
