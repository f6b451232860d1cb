// The servers' heads: what a leader believes of its followers is marked where it lies, and names read as sentences.

import { expect, test } from "./test.js";
import { expectMoment, open, server, slider, trouble } from "./catchup.js";
import { LONG_NAMES } from "./layout.js";

/** @import { Page } from "@playwright/test" */

/**
 * Where the marks for what is next stand, counted in cells of the first row.
 * @param {Page} page The browser's page.
 * @param {string} name The leader.
 * @returns {Promise<number[]>} For each mark the index over or under which it stands, in order.
 */
function nextMarks(page, name) {
  return page.getByRole("list", { name: `Log of ${name}`, exact: true }).evaluate((log) => {
    const cells = [...log.children].map((cell) => cell.getBoundingClientRect());
    const first = cells[0];
    if (!first || !log.parentElement) return [];
    const marks = [...log.parentElement.querySelectorAll(".pegs .glyph.hollow")].filter((mark) => mark.checkVisibility());
    const rowWide = cells[1] && cells[1].left > first.left;
    return marks.map((mark) => {
      const { left, right, top, bottom } = mark.getBoundingClientRect();
      const row = [...cells.keys()].find((place) => (rowWide ? (left + right) / 2 < (cells[place]?.right ?? 0) : (top + bottom) / 2 < (cells[place]?.bottom ?? 0)));
      return (row ?? cells.length) + 1;
    }).sort((one, other) => one - other);
  });
}

for (const { width, height } of [{ width: 1440, height: 900 }, { width: 1920, height: 1080 }, { width: 1280, height: 720 }]) {
  test(`what is next for a follower is marked also beyond the leader's last entry, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page, "#lesson-figure-7");
    await slider(page).fill("14");
    await expectMoment(page, 14);
    const table = page.getByRole("table", { name: "What leader believes" });
    const believed = await table.getByRole("row").evaluateAll((rows) => rows.slice(1).map((row) => Number(row.lastElementChild?.textContent)));
    expect(believed).toContain(11);
    expect(await nextMarks(page, "leader")).toEqual(believed.sort((one, other) => one - other));
  });
}

test("what is next stands below the last entry of a column, too", async ({ page }) => {
  await open(page, "#lesson-walking-back");
  await page.keyboard.press("End");
  await expect(server(page, "dick")).toContainText("leader");
  expect(await nextMarks(page, "dick")).toEqual([6, 6]);
});

test("what logs are compared with is told in one line of text, beside the disks", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, "#lesson-two-servers");
  const told = page.locator(".r-disk").getByText("compared with");
  await expect(told).toHaveText(/compared with dick, the leader/);
  // The name runs within the sentence: the comma after it stands on the name's line.
  const apart = await told.evaluate((element) => {
    const name = element.querySelector(".named");
    const after = [...element.childNodes].findLast((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.includes(","));
    if (!name || !after) return null;
    const range = document.createRange();
    range.setStart(after, 0);
    range.setEnd(after, 1);
    return Math.abs(name.getBoundingClientRect().bottom - range.getBoundingClientRect().bottom);
  });
  expect(apart).toBeLessThan(4);
});

test("the buttons of nine cards are in line, however many lines a name takes, and get no edges where colours are forced", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, `#1/0/plain,${encodeURIComponent("title Nine\nprotocol raft\nservers every server-number-01 dick and harry bob server-number-02 al jo\n")}`);
  const buttons = page.getByRole("button", { name: /^(Kill|Time out) / }).and(page.locator(".plate button"));
  await expect(buttons).toHaveCount(18);
  // Whether cards stand or lie is decided once they are laid out.
  await expect.poll(() => buttons.evaluateAll((all) => {
    const found = all.map((button) => {
      const ground = getComputedStyle(button.closest(".plate") ?? button).backgroundColor;
      const isBare = getComputedStyle(button).borderTopColor === ground;
      return `${button.classList.contains("kill") ? "kill" : "time out"} at ${Math.round(button.getBoundingClientRect().top)}, ${isBare ? "bare" : "with edges"}`;
    });
    return [...new Set(found)].sort();
  })).toEqual([expect.stringMatching(/^kill at \d+, bare$/), expect.stringMatching(/^time out at \d+, with edges$/)]);
  // Where logs lie, a name of two lines stands clear of what is above and below.
  const gaps = await page.locator(".whose > span").evaluateAll((names) => {
    const boxes = names.map((name) => name.getBoundingClientRect());
    return boxes.slice(1).map(({ top }, place) => top - (boxes[place]?.bottom ?? 0));
  });
  expect(gaps).toHaveLength(9);
  expect(Math.min(...gaps)).toBeGreaterThan(3);
});

for (const { protocol, start, room } of [
  { protocol: "walk_back", start: `disk ${LONG_NAMES[0]} 1 set a 1\nclient ${LONG_NAMES[0]} youre_the_leader\nstep\nstep\n`, room: 10 },
  { protocol: "raft", start: `prompt ${LONG_NAMES[0]} timeout\nsettle\nclient ${LONG_NAMES[0]} set a 1\nsettle\n`, room: 9 },
])
  test(`in a low window nine servers with long names have whole plates, and leave room to the conversation, under ${protocol}`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await open(page, `#1/0/plain,${encodeURIComponent(`title Nine\nprotocol ${protocol}\nservers ${LONG_NAMES.join(" ")}\n${start}`)}`);
    await page.keyboard.press("End");
    await expect(server(page, LONG_NAMES[0] ?? "")).toContainText("leader");
    const sizes = await page.evaluate(() => {
      const [heads, ladder] = ["#servers", "#ladder"].map((part) => document.querySelector(part));
      const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
      return { beyond: (heads?.scrollHeight ?? 0) - (heads?.clientHeight ?? 0), room: (ladder?.clientHeight ?? 0) / rem };
    });
    expect(sizes.beyond).toBeLessThanOrEqual(1);
    expect(sizes.room).toBeGreaterThanOrEqual(room);
  });

for (const { width, height } of [{ width: 1440, height: 900 }, { width: 1280, height: 720 }, { width: 768, height: 1024 }])
  test(`what nine servers are and are offered stands on their plates, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page, `#1/0/plain,${encodeURIComponent(`title Nine\nprotocol raft\nservers ${LONG_NAMES.join(" ")}\nprompt ${LONG_NAMES[0]} timeout\nsettle\nprompt ${LONG_NAMES[3]} timeout\n`)}`);
    await page.keyboard.press("End");
    await expect(server(page, LONG_NAMES[3] ?? "")).toContainText("candidate");
    const beyond = await page.locator(".plate").evaluateAll((plates) => plates.flatMap((plate) => [...plate.querySelectorAll(".role > span, .prompt .verb")].flatMap((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const frame = (element.closest(".prompt") ?? plate).getBoundingClientRect();
      const texts = [...range.getClientRects()].filter(({ width }) => width > 1);
      return texts.some(({ left, right }) => left < frame.left || right > frame.right) ? [element.textContent] : [];
    })));
    expect(beyond).toEqual([]);
    // Term and vote are on the disk: where logs lie, they stand in its row, and the plates are a row lower.
    const row = server(page, LONG_NAMES[3] ?? "").locator(".disk");
    await expect(row).toContainText(`term 2 vote: ${LONG_NAMES[3]}`);
  });

for (const lang of ["en", "de"])
  test(`where logs lie, the row of a disk has room for whom it voted for, in ${lang}`, async ({ page }) => {
    await open(page, `?lang=${lang}#1/0/plain,${encodeURIComponent("title Nine\nprotocol raft\nservers every tom dick and harry anna bert cleo dora\nprompt every timeout\nsettle\n")}`);
    await page.keyboard.press("End");
    const votes = page.locator(".disk .vote");
    await expect(votes).toHaveText(Array.from({ length: 9 }, () => /: every$/));
    for (const { width, media } of /** @type {const} */ ([{ width: 1440, media: "screen" }, { width: 1280, media: "screen" }, { width: 1024, media: "screen" }, { width: 718, media: "print" }])) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ media });
      expect(await votes.evaluateAll((all) => all.filter((vote) => vote.scrollWidth > vote.clientWidth).length), `${media} of ${width} px`).toBe(0);
    }
  });

test("of two groups, each name stands nearer to its own box than to the next one", async ({ page }) => {
  await open(page, "#lesson-nobody-is-nominated");
  const menu = await trouble(page, "every");
  const gaps = await menu.locator(".sides label").evaluateAll((labels) => labels.map((label, place) => {
    const [own, next] = [label, labels[place + 1]].map((one) => one?.querySelector("input")?.getBoundingClientRect());
    const words = document.createRange();
    words.selectNodeContents(label);
    words.setStartAfter(label.querySelector("input") ?? label);
    const { left, right, top } = words.getBoundingClientRect();
    // The next one may begin a line.
    return own && next && next.top < top + 24 && next.left > left ? next.left - right - (left - own.right) : 24;
  }));
  expect(gaps).toHaveLength(4);
  expect(Math.min(...gaps)).toBeGreaterThan(4);
});
