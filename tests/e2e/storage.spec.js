// A storage that is full, blocked, or in another tab's hands.

import { expect, test } from "./test.js";
import { EXAMPLE_LENGTH, FULL_LOG, NO_LOG, button, conversation, expectLogs, expectMoment, logOf, notice, open, readScript, say, server, step, stored, storedCounts } from "./catchup.js";

/** @import { Page } from "@playwright/test" */

/**
 * Lets the browser have no room for what lies under some keys.
 * @param {Page} page The browser's page, before it is opened.
 * @param {string} part What those keys contain.
 */
async function limitStorage(page, part) {
  await page.addInitScript((part) => {
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, value) {
      if (key.includes(part)) throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
      set.call(this, key, value);
    };
  }, part);
}

test("when the browser’s storage is full, the server’s disk is full, and the run records it before the step", async ({ page }) => {
  await limitStorage(page, "/sandbox/tom/");
  await open(page);
  await step(page, 12);
  await button(page, "Step").click();
  await expect(notice(page, "The browser’s storage is full, so tom’s disk is full from here on.")).toBeVisible();
  await expectMoment(page, 14);
  await expect(server(page, "tom")).toContainText("disk full");
  await expectLogs(page, { every: FULL_LOG, tom: NO_LOG });
  const script = await readScript(page);
  expect(script.slice(script.indexOf("full tom") - 1)).toEqual(expect.arrayContaining(["deliver 11", "full tom", "deliver 12"]));
  expect(script.indexOf("full tom") + 1).toBe(script.indexOf("deliver 12"));

  await button(page, "Settle").click();
  await expectLogs(page, { every: FULL_LOG, tom: NO_LOG, and: FULL_LOG, harry: FULL_LOG });
  await expect(conversation(page).filter({ hasText: /^tom to dick: .*full/ })).toHaveCount(1);
  expect(await storedCounts(page)).toEqual({ and: 4, dick: 4, every: 4, harry: 4 });
});

test("a jump over the moment at which the storage is full stops nowhere else", async ({ page }) => {
  await limitStorage(page, "/sandbox/tom/");
  await open(page);
  await button(page, "Settle").click();
  await expect(server(page, "tom")).toContainText("disk full");
  await expectLogs(page, { every: FULL_LOG, tom: NO_LOG, and: FULL_LOG, harry: FULL_LOG });
  await expect(conversation(page).filter({ hasText: "(in flight)" })).toHaveCount(0);
  await expect(notice(page, "A new future begins here.")).toHaveCount(0);
});

test("with all storage full from the start the page works in memory, and says so", async ({ page }) => {
  await limitStorage(page, "");
  await open(page);
  await expect(notice(page, /works in memory/)).toContainText("full");
  await button(page, "Settle").click();
  await expectLogs(page, { harry: FULL_LOG });
});

/** What a browser may have in the place of `localStorage`. */
const BROKEN = {
  "is blocked": () => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("Access is denied for this document.", "SecurityError");
      },
    });
  },
  "is null": () => void Object.defineProperty(window, "localStorage", { get: () => null }),
  "is undefined": () => void Object.defineProperty(window, "localStorage", { get: () => undefined }),
  "has no methods": () => void Object.defineProperty(window, "localStorage", { get: () => ({}) }),
  "can’t be read": () => {
    Storage.prototype.getItem = () => {
      throw new DOMException("x", "NS_ERROR_FILE_CORRUPTED");
    };
  },
  "can’t be listed": () => {
    Storage.prototype.key = () => {
      throw new DOMException("x", "NS_ERROR_FILE_CORRUPTED");
    };
  },
  "has no length": () =>
    void Object.defineProperty(Storage.prototype, "length", {
      get() {
        throw new DOMException("x", "NS_ERROR_FILE_CORRUPTED");
      },
    }),
};

/**
 * Does what a person does who doesn't care about storage, and sees that all of it works.
 * @param {Page} page The browser's page, opened.
 */
async function expectItWorksInMemory(page) {
  await button(page, "Settle").click();
  await expectLogs(page, { harry: FULL_LOG });
  const told = notice(page, "in memory: what you do");
  await expect(told).toHaveCount(1);
  await expect(told).not.toContainText(/propert|function|undefined|null|NS_ERROR|\bx\b/);
  await button(page, "Kill harry").click();
  await button(page, "Restart harry").click();
  await expect(server(page, "harry")).toContainText("follower, up");
  await expectLogs(page, { harry: FULL_LOG });
  await button(page, "Reset").click();
  await expect(notice(page, "Back at this room’s own start.")).toBeVisible();
  await expect(notice(page, "were written anew")).toHaveCount(0);
  await expect(notice(page, "Another tab")).toHaveCount(0);
}

for (const [what, spoil] of Object.entries(BROKEN)) {
  test(`where the storage ${what} the page works in memory, and says so in words for people`, async ({ page }) => {
    await page.addInitScript(spoil);
    await open(page);
    await expectItWorksInMemory(page);
    await button(page, "Theme: auto").click();
    await expect(button(page, "Theme: light")).toBeVisible();
  });

  test(`where the storage ${what} from some moment on the page goes on in memory`, async ({ page }) => {
    await open(page);
    await step(page, 2);
    await button(page, "Kill harry").click();
    await page.evaluate(spoil);
    await page.evaluate(() => {
      // What holds the storage already meets the same.
      for (const name of /** @type {const} */ (["setItem", "removeItem"])) {
        Storage.prototype[name] = () => {
          throw new DOMException("x", "NS_ERROR_FILE_CORRUPTED");
        };
      }
    });
    await button(page, "Restart harry").click();
    await expectItWorksInMemory(page);
  });
}

test("a storage that can only be read no longer brings servers up all the same", async ({ page }) => {
  await open(page);
  await button(page, "Kill dick").click();
  await page.evaluate(() => {
    Storage.prototype.getItem = () => {
      throw new DOMException("x", "NS_ERROR_FILE_CORRUPTED");
    };
  });
  await button(page, "Restart dick").click();
  await expect(server(page, "dick")).toContainText("follower, up");
  await expectLogs(page, { dick: FULL_LOG });
  await expect(notice(page, "The disks can’t be kept any longer")).toBeVisible();
});

test("a second tab works in memory, says so, and can take over; the first tab says so then", async ({ page, context }) => {
  await open(page);
  await step(page, 12);
  const second = await context.newPage();
  await open(second);
  await expect(notice(second, "Another tab has this room open, so this one works in memory.")).toBeVisible();
  await expectMoment(second, 12, EXAMPLE_LENGTH);
  const disks = await stored(page);
  await button(second, "Settle").click();
  await expectLogs(second, { harry: FULL_LOG });
  expect(await stored(page)).toEqual(disks);
  await expectMoment(page, 12, EXAMPLE_LENGTH);

  await button(second, "Take over here").click();
  await expect(notice(second, "Another tab has this room open")).toHaveCount(0);
  await expect.poll(() => storedCounts(second)).toEqual({ and: 4, dick: 4, every: 4, harry: 4, tom: 4 });
  await expect(notice(page, "Another tab took this room over, so this one works in memory from now on.")).toBeVisible();
  await step(page);
  await expectLogs(page, { tom: FULL_LOG });
  expect(await storedCounts(second)).toEqual({ and: 4, dick: 4, every: 4, harry: 4, tom: 4 });

  await button(page, "Take over here").click();
  await expect(notice(second, "Another tab took this room over")).toBeVisible();
  await expect.poll(() => storedCounts(page)).toEqual({ dick: 4, every: 4, tom: 4 });
});

test("a second tab gets the room without asking when the first is closed", async ({ page, context }) => {
  await open(page);
  await step(page, 12);
  await page.close();
  const second = await context.newPage();
  await open(second);
  await expectMoment(second, 12, EXAMPLE_LENGTH);
  await expect(notice(second, "Everything is as you left it.")).toBeVisible();
  await expect(notice(second, "Another tab has this room open")).toHaveCount(0);
  await expectLogs(second, { every: FULL_LOG });
});

for (const { how, locks } of [{ how: "by its lock", locks: true }, { how: "without locks", locks: false }]) {
  test(`a second tab has the room when the first is closed, ${how}, and goes on where that one stood`, async ({ page, context }) => {
    test.slow();
    if (!locks) await context.addInitScript(() => Object.defineProperty(navigator, "locks", { value: undefined }));
    await open(page);
    await step(page, 2);
    const second = await context.newPage();
    await open(second);
    await expect(notice(second, "Another tab has this room open, so this one works in memory.")).toBeVisible();
    await page.bringToFront();
    await step(page, 11);
    await page.close({ runBeforeUnload: true });
    await expect(notice(second, "The other tab has let this room go, so this one keeps its disks from now on, and goes on where that one stood.")).toBeVisible();
    await expect(notice(second, "Another tab has this room open")).toHaveCount(0);
    await expectMoment(second, 13, EXAMPLE_LENGTH);
    await step(second, 3);
    const counts = await storedCounts(second);
    await second.reload();
    await expectMoment(second, 16, EXAMPLE_LENGTH);
    expect(await storedCounts(second)).toEqual(counts);
  });
}

test("what was done in a second tab counts when the first goes elsewhere, and nothing of the first is lost", async ({ page, context }) => {
  test.slow();
  await open(page);
  await say(page, "tom", "set t 1");
  await button(page, "Settle").click();
  await expect(logOf(page, "tom").first()).toContainText("1 set t 1");
  const second = await context.newPage();
  await open(second);
  await expect(notice(second, "Another tab has this room open")).toBeVisible();
  await say(second, "harry", "set h 2");
  await button(second, "Settle").click();
  await expect(logOf(second, "harry").first()).toContainText("1 set h 2");

  await page.getByRole("combobox", { name: "Lesson" }).selectOption("asked-twice");
  await expect(notice(second, "The other tab has let this room go, so this one keeps its disks from now on. They hold what you see here; the run of the other tab was put aside.")).toBeVisible();
  await expect(logOf(second, "harry").first()).toContainText("1 set h 2");
  await expect.poll(() => storedCounts(second)).toMatchObject({ harry: 1 });
  await button(second, "Bring it back").click();
  await expect(logOf(second, "harry").first()).toHaveText("1 missing");
  await expect(logOf(second, "tom").first()).toContainText("1 set t 1");
});

test("a disk that can’t be used is told as such, and can be written anew", async ({ page }) => {
  await open(page);
  await step(page, 2);
  await page.evaluate(() => localStorage.setItem("catchup/1/sandbox/=protocol", "xyz"));
  await page.reload();
  await expect(notice(page, "The disks in this browser can’t be used")).toContainText("xyz");
  await expect(notice(page, "Another tab")).toHaveCount(0);
  const disks = await stored(page);
  await step(page);
  expect(await stored(page)).toEqual(disks);
  await button(page, "Write them anew").click();
  await expect(notice(page, "The disks in this browser can’t be used")).toHaveCount(0);
  expect((await stored(page))["catchup/1/sandbox/=protocol"]).toBe("ask_length");
  await step(page, 13);
  expect(await storedCounts(page)).toEqual({ dick: 4, every: 4, tom: 4 });
});

test.describe("without locks, as on plain http", () => {
  test.beforeEach(async ({ context }) => {
    await context.addInitScript(() => Object.defineProperty(navigator, "locks", { value: undefined }));
  });

  test("a second and a third tab are noticed, and no disk mixes what two of them wrote", async ({ page, context }) => {
    test.slow();
    await open(page);
    await step(page, 13);
    const second = await context.newPage();
    await open(second);
    const third = await context.newPage();
    await open(third);
    for (const tab of [second, third]) await expect(notice(tab, "Another tab has this room open")).toBeVisible();
    const disks = await stored(page);
    await say(second, "dick", "set q 9");
    await button(second, "Settle").click();
    await expect(logOf(second, "dick")).toHaveCount(5);
    expect(await stored(page)).toEqual(disks);

    await button(third, "Take over here").click();
    await expect(notice(third, "Another tab")).toHaveCount(0);
    await expect(notice(page, "Another tab took this room over")).toBeVisible();
    await say(page, "dick", "set x 1");
    await button(page, "Settle").click();
    await expect(logOf(page, "dick")).toHaveCount(5);
    expect(await stored(third)).toEqual(disks);
    await say(third, "dick", "set y 2");
    await button(third, "Settle").click();
    await expect(logOf(third, "dick")).toHaveCount(5);
    expect(Object.values(await stored(third, "catchup/1/sandbox/dick/")).map((value) => value.slice(9))).toEqual(["0 set a 1", "0 set b 2", "0 set c 3", "0 set d 4", "0 set y 2"]);
  });

  test("a page that is loaded again has its room, and so has the next when it is closed", async ({ page, context }) => {
    await open(page);
    await step(page, 3);
    await page.reload();
    await expect(notice(page, "Everything is as you left it.")).toBeVisible();
    await step(page);
    await page.close();
    const next = await context.newPage();
    await open(next);
    await expectMoment(next, 4, EXAMPLE_LENGTH);
    await expect(notice(next, "Another tab")).toHaveCount(0);
    expect(Object.keys(await stored(next, "catchup/ask/"))).toEqual([]);
  });
});
