// The drawn conversation: no label lies on another or on a lane, a chosen message is seen whole and hides nothing, and
// the list says all that is drawn.

import { expect, test } from "./test.js";
import { conversation, expectMoment, open, slider, step } from "./catchup.js";
import { goTo } from "./layout.js";

/** @import { Page } from "@playwright/test" */

/** Messages that overtake each other, are dropped, refused by a server that is down, and refused by a link that is cut. */
const OVERTAKING = [
  "title Overtaking",
  "protocol walk_back",
  "servers dick tom harry",
  "client dick youre_the_leader",
  "settle",
  "client dick set a 1",
  "client dick set b 2",
  ...["deliver 7", "deliver 8", "deliver 14", "deliver 11", "drop 13", "kill tom", "deliver 10", "cut dick harry", "deliver 15", "duplicate 12"],
].join("\n");

const NINE = [
  "title Nine servers",
  "protocol walk_back",
  "servers every tom dick and harry bob eve zoe max",
  "disk dick 1 set a 1",
  "disk dick 1 set b 2",
  "disk tom 1 set z 2",
  "client dick youre_the_leader",
  "settle",
  "client dick set c 3",
  "client dick set d 4",
  "settle",
].join("\n");

/**
 * The address of a run.
 * @param {string} text The run's text.
 * @param {number} moment Where to stand.
 * @returns {string}
 */
function address(text, moment) {
  return `#1/${moment}/plain,${encodeURIComponent(`${text}\n`)}`;
}

/**
 * Looks for labels, notes, buttons and tags that lie on each other, on a lane, or too near to a wait.
 * @param {Page} page The browser's page.
 * @returns {Promise<string[]>} What lies where it should not.
 */
function collisions(page) {
  return page.evaluate(() => {
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const boxesOf = (/** @type {Element} */ element) => {
      // What is for listeners only has a place, but nobody sees it.
      return [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).flatMap((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return [...range.getClientRects()].filter((box) => box.width > 2 && box.height > 2);
      });
    };
    const texts = [...document.querySelectorAll(".ladder .say, .ladder .note, .ladder .pill, .ladder .tag-item:not(.across) .tag")].flatMap((element) => {
      const wide = element.closest(".wide") !== null && element.matches(".say");
      const boxes = element.matches(".say") ? boxesOf(element) : [element.matches(".note") ? (boxesOf(element)[0] ?? element.getBoundingClientRect()) : element.getBoundingClientRect()];
      return boxes.map((box) => ({ box, wide, tag: element.matches(".tag"), item: element.parentElement, text: element.textContent ?? "" }));
    });
    const lanes = [...document.querySelectorAll(".ladder .lines-drawing .lifeline")].map((lane) => lane.getBoundingClientRect());
    const waits = [...document.querySelectorAll(".ladder .lines-drawing .wait")].map((wait) => wait.getBoundingClientRect());
    /** @type {string[]} */
    const found = [];
    texts.forEach(({ box, wide, tag, item, text }, index) => {
      for (const other of texts.slice(index + 1)) {
        if (other.item === item) continue;
        const [across, down] = [Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left), Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top)];
        if (across > 0.5 && down > 1.5) found.push(`“${text}” lies on “${other.text}”`);
      }
      if (tag) return;
      // Over several gaps a label stands before the lanes that it crosses.
      if (!wide) for (const lane of lanes) if (box.left < lane.left + 1 && box.right > lane.right - 1 && box.top < lane.bottom && box.bottom > lane.top) found.push(`“${text}” lies on a lane`);
      if (!wide && text !== "")
        for (const wait of waits) {
          const apart = Math.max(wait.left - box.right, box.left - wait.right);
          if (apart < 6 && wait.top < box.bottom && wait.bottom > box.top && wait.height > rem / 2) found.push(`“${text}” is ${apart.toFixed(1)} px from a wait`);
        }
    });
    for (const say of document.querySelectorAll(".ladder .say"))
      if (say.scrollHeight > say.clientHeight + 1 && !say.getAttribute("title")) found.push(`“${say.textContent}” is cut, and nothing tells the rest`);
    // What was stopped at a tear shows its number alone.
    for (const text of document.querySelectorAll(".ladder .msg:not(.torn) .say, .ladder .no, .ladder .note, .ladder .tag, .ladder .entry-note"))
      if (parseFloat(getComputedStyle(text).fontSize) < 11) found.push(`“${text.textContent}” is smaller than 11 px`);
    return [...new Set(found)];
  });
}

/**
 * Goes to a moment with the slider.
 * @param {Page} page The browser's page.
 * @param {number} moment The moment.
 */
async function seek(page, moment) {
  await slider(page).fill(`${moment}`);
  await expectMoment(page, moment);
}

for (const { width, height } of [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 768, height: 1024 },
  { width: 720, height: 450 },
]) {
  test(`no label lies on another, on a lane or near a wait, in any lesson and with nine servers, ${width} px wide`, async ({ page }) => {
    // Some hundred and thirty moments are looked at.
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open(page);
    const options = await page.getByRole("combobox", { name: "Lesson" }).locator("option").evaluateAll((options) => options.map((option) => ({ name: option.getAttribute("value"), text: option.textContent ?? "" })));
    const lessons = options.filter(({ name }) => name !== "sandbox").map(({ name, text }) => ({ hash: `#lesson-${name}`, title: text.replace(/^\d+ · /, "") }));
    expect(lessons.length).toBeGreaterThan(15);
    for (const { hash, title } of [...lessons, { hash: address(OVERTAKING, 0), title: "Overtaking" }, { hash: address(NINE, 0), title: "Nine servers" }]) {
      await goTo(page, hash, title);
      const length = Number(await slider(page).getAttribute("max"));
      for (let moment = Math.min(3, length); moment <= length; moment += Math.max(1, Math.round(length / 6))) {
        await seek(page, moment);
        expect(await collisions(page), `${title} at moment ${moment}`).toEqual([]);
      }
    }
  });
}

test("after every step a whole row stands at the upper edge, and now is seen whole, or what a lesson asks about", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page, "#lesson-figure-7");
  const length = Number(await slider(page).getAttribute("max"));
  const moments = [4, 9, 14, 20, 27, 35, length, 31, 22, 11, 5].map((moment) => ({ lesson: "Figure 7", size: { width: 1280, height: 720 }, moment }));
  for (const { lesson, size, moment } of [...moments, ...[47, 49, 51].map((moment) => ({ lesson: "A network in two", size: { width: 1440, height: 900 }, moment }))]) {
    await page.setViewportSize(size);
    if (lesson === "A network in two") await goTo(page, "#lesson-two-leaders", lesson);
    await seek(page, moment);
    const cut = await page.evaluate(() => {
      const view = /** @type {HTMLElement} */ (document.querySelector(".ladder")).getBoundingClientRect();
      const over = (/** @type {Element} */ element) => element.getBoundingClientRect().top < view.top - 0.5 && element.getBoundingClientRect().bottom > view.top + 0.5;
      const band = /** @type {Element} */ (document.querySelector(".ladder .asking-ring") ?? document.querySelector(".ladder .band")).getBoundingClientRect();
      return { labels: [...document.querySelectorAll(".ladder :is(.say, .commit-pointer)")].filter(over).map((mark) => mark.textContent), whole: band.height > view.height || (band.top >= view.top && band.bottom <= view.bottom) };
    });
    expect(cut, `${lesson}, moment ${moment}`).toEqual({ labels: [], whole: true });
  }
});

test("on a phone too, however long the sentence, now is seen whole and no sentence is cut above it", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page, "#lesson-with-hints");
  const length = Number(await slider(page).getAttribute("max"));
  for (let moment = 4; moment <= length; moment += 1) {
    await step(page, moment - Number(await slider(page).inputValue()));
    await expect
      .poll(
        () =>
          page.evaluate(() => {
            const view = /** @type {HTMLElement} */ (document.querySelector(".ladder")).getBoundingClientRect();
            const top = view.top + (document.querySelector(".ladder .names")?.getBoundingClientRect().height ?? 0);
            const now = [...document.querySelectorAll(".ladder .staff-item.now")].map((item) => item.getBoundingClientRect());
            const height = now.reduce((sum, box) => sum + box.height, 0);
            const cut = [...document.querySelectorAll(".ladder .psay")].map((say) => say.getBoundingClientRect()).filter((box) => box.top < top - 1 && box.bottom > top + 4);
            return cut.length === 0 && (height > view.bottom - top || now.every((box) => box.top >= top - 1 && box.bottom <= view.bottom + 1));
          }),
        { message: `moment ${moment}` },
      )
      .toBe(true);
  }
});

for (const { width, height } of [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 320, height: 640 },
]) {
  test(`a chosen message is seen whole and hides no other, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ reducedMotion: "reduce" });
    const writes = Array.from({ length: 8 }, (_, number) => `client tom set k ${number}`).join("\n");
    await open(page, address(`protocol walk_back\nservers tom dick harry\nclient tom youre_the_leader\ndeliver 1\n${writes}`, 10));
    await expectMoment(page, 10, 10);
    const item = conversation(page).nth(1);
    await item.scrollIntoViewIfNeeded();
    await item.getByText("Thank you, I’ll see to it.").click();
    const wire = page.getByRole("group", { name: "Exact text of message 2", exact: true });
    await expect(wire).toBeVisible();
    const state = await item.evaluate((chosen) => {
      const ladder = /** @type {HTMLElement} */ (chosen.closest(".ladder"));
      const view = ladder.getBoundingClientRect();
      const names = ladder.querySelector(".names")?.getBoundingClientRect().height ?? 0;
      const inside = [".say, .psay", "button", ".detail"].flatMap((parts) => [...chosen.querySelectorAll(parts)]).filter((part) => {
        const box = part.getBoundingClientRect();
        return box.top < view.top + names - 0.5 || box.bottom > Math.min(view.bottom, innerHeight) + 0.5;
      });
      const detail = /** @type {HTMLElement} */ (chosen.querySelector(".detail")).getBoundingClientRect();
      const hidden = [...ladder.querySelectorAll('[role="listitem"]')].filter((other) => {
        const box = (other.querySelector(".say, .psay") ?? other).getBoundingClientRect();
        return other !== chosen && Math.min(box.bottom, detail.bottom) - Math.max(box.top, detail.top) > 1 && Math.min(box.right, detail.right) - Math.max(box.left, detail.left) > 1;
      });
      return { outside: inside.map((part) => part.className), hidden: hidden.map((other) => other.textContent) };
    });
    expect(state).toEqual({ outside: [], hidden: [] });
  });
}

test("an arrow is chosen by a click on it, marked with its sentence, and forgotten before it was sent", async ({ page }) => {
  await open(page, address(OVERTAKING, 24));
  const chosen = page.locator("[aria-current=true], [aria-current=step]").filter({ has: page.getByRole("group", { name: /^Exact text/ }) });
  await conversation(page).filter({ hasText: "(dropped)" }).scrollIntoViewIfNeeded();
  const point = await page.evaluate(() => {
    const dropped = /** @type {SVGLineElement} */ (document.querySelector(".ladder .a.dropped"));
    const box = dropped.getBoundingClientRect();
    return { x: box.left + box.width * 0.25, y: box.top + box.height / 2 };
  });
  await page.mouse.click(point.x, point.y);
  await expect(chosen).toHaveCount(1);
  await expect(chosen).toContainText("(dropped)");
  await slider(page).fill("10");
  await expect(chosen).toHaveCount(0);
  await slider(page).fill("24");
  await expect(chosen).toContainText("(dropped)");
});

test("the list says all that the drawing says", async ({ page }) => {
  await open(page, address(OVERTAKING, 24));
  const list = await page.getByRole("list", { name: "Conversation", exact: true }).ariaSnapshot();
  expect(list).toContain("(refused) nobody home, message 10");
  expect(list).toContain("(refused) link cut, message 15");
  expect(list).toContain("(dropped) message 13");
  expect(list).toContain("(in flight) copy of 12, message 17");
  await open(page, "#lesson-with-hints");
  await step(page, 7);
  expect(await page.getByRole("list", { name: "Conversation", exact: true }).ariaSnapshot()).toContain("(delivered) no: another entry 7, message");
});

test("in forced colours a chosen message is marked by more than its ground", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  await open(page, address(OVERTAKING, 24));
  const sentence = conversation(page).filter({ hasText: "(dropped)" }).locator("p").first();
  const outline = () => sentence.evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(await outline()).toBe("none");
  await sentence.click();
  await expect(page.getByRole("group", { name: "Exact text of message 13" })).toBeVisible();
  expect(await outline()).toBe("solid");
});

test("after a step its arrow travels, if motion is wanted, and then nothing moves", async ({ page }) => {
  const moving = () => page.evaluate(() => document.getAnimations().filter((animation) => animation instanceof CSSAnimation && animation.animationName === "travel").length);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await open(page, "#lesson-figure-7");
  await page.evaluate(() => {
    Object.assign(window, { travelled: 0 });
    document.addEventListener("animationstart", (event) => {
      if (event.animationName === "travel") Object.assign(window, { travelled: Number(Object.entries(window).find(([name]) => name === "travelled")?.[1]) + 1 });
    });
  });
  const travelled = () => page.evaluate(() => /** @type {{travelled: number} & Window} */ (/** @type {unknown} */ (window)).travelled);
  await step(page);
  await expect.poll(travelled).toBeGreaterThan(0);
  await expect.poll(moving).toBe(0);
  await expect(page.locator(".travels")).toHaveCount(0);
  await page.emulateMedia({ reducedMotion: "reduce" });
  const before = await travelled();
  await step(page, 3);
  expect(await travelled()).toBe(before);
});

/**
 * All that is drawn of the conversation, in an order of its own: what an element was before must not be seen.
 * @param {Page} page The browser's page.
 * @returns {Promise<string[]>} One text for each chunk.
 */
function drawn(page) {
  return page.locator("#ladder .chunk").evaluateAll((chunks) => {
    /** @type {(node: Node) => string} */
    const told = (node) => {
      if (!(node instanceof Element)) return node instanceof Text ? node.data : "";
      const attributes = [...node.attributes].filter(({ name }) => name !== "tabindex").map(({ name, value }) => `${name}=${value.replace(/ travels( leftwards)?/, "")}`);
      return `<${[node.localName, ...attributes.sort()].join(" ")}>${[...node.childNodes].map(told).join("")}</>`;
    };
    return chunks.map(told);
  });
}

test("a run that takes the place of another one is drawn as if there had been no other", async ({ page, context }) => {
  const head = "title One and another\nprotocol walk_back\nservers every tom dick\n";
  const begun = `${head}client every youre_the_leader\ndeliver 1\ndeliver 4\n`;
  // Of the same messages one is let in later than before; what was a message is a tag; another lane, at the same height.
  const runs = [
    [`${begun}deliver 3\nkill tom\nrestart tom`, 6],
    [`${begun}kill dick\nrestart dick\nclient every set a 1\ndeliver 3\nkill tom\nrestart tom`, 9],
    [`${head}kill tom\nkill dick\nrestart tom\nrestart dick\nkill every\nrestart every`, 6],
    [`${head}client tom youre_the_leader\ndeliver 1\ndeliver 4\ndeliver 3\nkill tom\nrestart tom`, 6],
  ];
  const other = await context.newPage();
  await open(page, address(`${runs[0]?.[0]}`, 6));
  for (const [text, moment] of runs.slice(1)) {
    const there = address(`${text}`, Number(moment));
    await page.evaluate((hash) => (location.hash = hash), there);
    await expect(page).toHaveURL(new RegExp(`/${moment}/plain`));
    await other.goto("about:blank");
    await open(other, there);
    await expectMoment(other, Number(moment), Number(moment));
    const fresh = await drawn(other);
    await expect.poll(() => drawn(page)).toEqual(fresh);
  }
});
