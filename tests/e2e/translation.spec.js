// A browser that translates the page takes text nodes away and puts elements in their place. The page goes on: what it
// shows afterwards is what it shows to somebody who reads it as it is.

import { button, conversation, expectMoment, open, openScript, say, step } from "./catchup.js";
import { useFont } from "./fonts.js";
import { expect, test } from "./test.js";

/** @import { Page } from "@playwright/test" */

/**
 * How translators treat a text node: some move it into an element of their own, some put another node there.
 * @typedef {"moves" | "replaces"} Manner
 */

/**
 * Translates the page word for word into its own language, and whatever it draws from now on too.
 * @param {Page} page The browser's page.
 * @param {Manner} manner What becomes of text nodes.
 */
async function translate(page, manner) {
  await page.evaluate((manner) => {
    const leftAlone = "font, script, style, textarea, [translate=no], .notranslate";
    /** @param {Node} root Where to look. */
    const translateWithin = (root) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts = /** @type {Text[]} */ ([]);
      if (root instanceof Text) texts.push(root);
      while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
      for (const text of texts) {
        if (!text.data.trim() || !text.parentElement || text.parentElement.closest(leftAlone)) continue;
        const font = document.createElement("font");
        text.replaceWith(font);
        font.append(manner === "moves" ? text : text.data);
      }
    };
    translateWithin(document.body);
    const observer = new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        if (target instanceof Text) translateWithin(target);
        for (const node of addedNodes) if (node.isConnected) translateWithin(node);
      }
    });
    observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  }, manner);
}

/**
 * What somebody does who tries the page out, stopping where there is something new to read.
 * @param {Page} page The browser's page, on a lesson.
 * @param {() => Promise<void>} look Takes in what is shown.
 */
async function tryOut(page, look) {
  await step(page, 3);
  await look();
  await button(page, "Back").click();
  await expectMoment(page, 2);
  await look();
  await conversation(page).last().press("Enter");
  await look();
  await button(page, "Kill tom").click();
  await look();
  await button(page, "Restart tom").click();
  await say(page, "tom", "set z 9");
  await button(page, "Settle").press("Enter");
  await look();

  const { dialog } = await openScript(page);
  await look();
  await dialog.getByRole("button", { name: "Close", exact: true }).click();
  await button(page, "Help").click();
  const help = page.getByRole("dialog", { name: "How this works" });
  await expect(help).toBeVisible();
  await look();
  await help.getByRole("button", { name: "Close", exact: true }).click();
  await expect(help).toBeHidden();
  await button(page, "Side by side").click();
  const compare = page.getByRole("dialog", { name: "Side by side" });
  await expect(compare).toBeVisible();
  await button(page, "Step all").click();
  await button(page, "Step all").click();
  await look();
  await button(page, "Back all").click();
  await look();
  await compare.getByRole("button", { name: "Close", exact: true }).click();

  const lessons = page.getByRole("combobox", { name: "Lesson" });
  for (const lesson of ["figure-7", "a-late-yes"]) {
    await lessons.selectOption(lesson);
    await expectMoment(page, 0);
    await look();
    await step(page, 2);
    await look();
    await button(page, "Settle").press("Enter");
    await look();
  }
}

test("a page whose texts a translator moves or replaces shows every moment as it would untranslated", async ({ browser, baseURL, font }) => {
  test.slow();
  // Without the glide to what is now, of which every look would show another part.
  const complaints = /** @type {string[]} */ ([]);
  const seenBy = async (/** @type {Manner | null} */ manner) => {
    // Without the glide to what is now, of which every look would show another part.
    const context = await browser.newContext({ reducedMotion: "reduce", ...(baseURL === undefined ? {} : { baseURL }) });
    await useFont(context, font);
    const page = await context.newPage();
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => void (message.type() === "error" && complaints.push(message.text())));
    await open(page, "#lesson-every-tom-dick-and-harry");
    if (manner !== null) await translate(page, manner);
    const seen = /** @type {string[]} */ ([]);
    await tryOut(page, async () => void seen.push(await shownText(page)));
    await context.close();
    return seen;
  };
  const original = await seenBy(null);
  for (const manner of /** @type {const} */ (["moves", "replaces"])) expect(await seenBy(manner), manner).toEqual(original);
  expect(complaints).toEqual([]);
});

test("names, commands, keys, values and exact texts are not for a translator", async ({ page }) => {
  await open(page, "#lesson-every-tom-dick-and-harry");
  await say(page, "and", "set every 1");
  await button(page, "Settle").press("Enter");
  await button(page, "Trouble for every").click();
  await button(page, "Cut and").click();
  await page.keyboard.press("Escape");
  await button(page, "Kill every").click();
  await say(page, "harry", "get a");
  expect(await translatable(page)).toEqual([]);
  // Within what a message says, too: in the conversation, in the list beside it, and as a whole.
  await expect(conversation(page).filter({ hasText: "Done: set every 1 is my entry 1." })).toHaveCount(1);
  await expect(page.getByRole("list", { name: "In flight", exact: true })).toContainText("What is a?");
  expect(await translatableWithin(page, "#ladder .say, .flights .what", ["set every 1", "a?"])).toEqual([]);
  await conversation(page).first().press("Enter");
  await expect(page.getByRole("group", { name: /^Exact text/ })).toBeVisible();
  await button(page, "Side by side").click();
  await button(page, "Step all").click();
  expect(await translatable(page)).toEqual([]);
});

/**
 * @param {Page} page The browser's page.
 * @returns {Promise<string[]>} Texts that a translator would translate though they are nothing but a name, a command, a pair of a store or wire text.
 */
async function translatable(page) {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const text = (walker.currentNode.textContent ?? "").trim();
      const parent = walker.currentNode.parentElement;
      if (parent?.closest("[role=status], .sentence, .lights, .said .aside")) {
        // Within a sentence "and" may be a word.
        if (parent.closest("[translate=no]") == null && /\b(tom|dick|harry)\b/.test(text)) found.push(text);
        continue;
      }
      if (!/^(every|tom|dick|and|harry|leader|follower|behind|a|s\d|(set|get|delete) [^.]*|show|show_log|\S+@.*|next_index|resend)( to \w+)?:?$/.test(text)) continue;
      if (parent?.closest("[translate=no], .prose, .cut-link > span") == null && parent?.checkVisibility()) found.push(`${parent.className}: ${text}`);
    }
    return found;
  });
}

/**
 * @param {Page} page The browser's page.
 * @param {string} selector Where to look.
 * @param {readonly string[]} words What no translator may touch.
 * @returns {Promise<string[]>} The texts that hold one of these words and may be translated.
 */
function translatableWithin(page, selector, words) {
  return page.evaluate(({ selector, words }) => {
    const places = [...document.querySelectorAll(selector)];
    if (places.length === 0) throw new Error(`nothing matches ${selector}`);
    return places.flatMap((place) => {
      const copy = /** @type {Element} */ (place.cloneNode(true));
      for (const kept of copy.querySelectorAll("[translate=no]")) kept.replaceWith("…");
      const text = copy.textContent ?? "";
      return words.some((word) => text.includes(word)) ? [text.trim()] : [];
    });
  }, { selector, words });
}

/**
 * @param {Page} page The browser's page.
 * @returns {Promise<string>} All that it shows, as text, a line for each part.
 */
async function shownText(page) {
  // Which lanes tell their term at the upper edge is a matter of how far the conversation has scrolled by now.
  return page.evaluate(async () => {
    // What comes into view is drawn with the next frame.
    for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    return document.body.innerText
      .split("\n")
      .map((line) => line.replaceAll(/\s+/g, " ").trim())
      .filter((line) => line !== "" && !/^t\d+$/.test(line))
      .join("\n");
  });
}
