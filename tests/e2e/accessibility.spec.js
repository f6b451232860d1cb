// The page for people who listen to it, and for those who see it otherwise.

import { expect, test } from "./test.js";
import { expectAccessible } from "./axe.js";
import { NAMES, button, conversation, expectMoment, logOf, open, openScript, say, server, slider, status, step, trouble } from "./catchup.js";

for (const { schemes, width, height } of /** @type {const} */ ([
  { schemes: ["light"], width: 1400, height: 900 },
  { schemes: ["dark"], width: 1000, height: 720 },
  { schemes: ["light", "dark"], width: 390, height: 844 },
])) {
  test(`axe finds nothing wrong at ${width} px, ${schemes.join(" or ")}`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open(page);
    const look = async (/** @type {string} */ state) => {
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        await expectAccessible(page, `${state}, ${colorScheme}`);
      }
    };
    await look("the start");
    await step(page, 8);
    await button(page, "Drop message 8").or(button(page, "More for message 8")).first().click();
    await conversation(page).last().getByText("Oh, you’re missing entries").click();
    await expect(page.getByRole("group", { name: "Exact text of message 11" })).toBeVisible();
    await look("a message shown whole");
    await button(page, "Kill harry").click();
    await expect(server(page, "harry")).toContainText("memory lost");
    const menu = await trouble(page, "harry");
    await menu.getByRole("button", { name: "Fill the disk" }).click();
    await expect(server(page, "harry")).toContainText("disk full");
    await look("a server killed, its menu open, a future dropped");
    await page.keyboard.press("Escape");
    await button(page, "Settle").click();
    await expect(button(page, "Step")).toBeDisabled();
    await look("nothing in flight");
  });
}

test("axe finds nothing wrong with the dialogs", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page);
  await button(page, "Help").click();
  await expect(page.getByRole("dialog", { name: "How this works" })).toBeVisible();
  await expectAccessible(page, "the help");
  await page.keyboard.press("Escape");

  const { dialog, text } = await openScript(page);
  await expectAccessible(page, "the script");
  await text.fill("fly");
  await dialog.getByRole("button", { name: "Run it" }).click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await expectAccessible(page, "a fault in the script");
  await page.keyboard.press("Escape");

  await page.getByText("About the disks").click();
  await button(page, "Forget everything here").click();
  await expect(page.getByRole("dialog", { name: "Forget everything here?" })).toBeVisible();
  await expectAccessible(page, "the question before forgetting");
});

test("axe finds nothing wrong with nine servers, damaged disks and logs that differ", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const servers = Array.from({ length: 9 }, (_, place) => `server-number-0${place}`);
  const entries = servers.flatMap((name, place) => Array.from({ length: 12 }, (_, index) => `disk ${name} 0 set k${index} ${index === 10 ? place % 2 : index}`));
  const text = `title Nine\nprotocol ask_length\nservers ${servers.join(" ")}\n${entries.join("\n")}\nkill ${servers[3]}\ndamage ${servers[3]} 11\ncut ${servers[0]} ${servers[8]}\nfull ${servers[2]}\n`;
  await open(page, `#1/4/plain,${encodeURIComponent(text)}`);
  await expectMoment(page, 4, 4);
  await expectAccessible(page, "nine servers");
});

test("every name occurs once", async ({ page }) => {
  await open(page);
  await step(page, 3);
  const controls = page.getByRole("button");
  for (const name of ["To the start", "Back", "Step", "Play", "Settle", "Reset"]) await expect(button(page, name)).toHaveCount(1);
  for (const name of NAMES) {
    await expect(server(page, name)).toHaveCount(1);
    await expect(server(page, name).and(page.locator("section"))).toBeVisible();
    for (const verb of ["Kill", "Nominate"]) {
      await expect(button(page, `${verb} ${name}`)).toHaveCount(1);
      await expect(server(page, name).getByRole("button", { name: `${verb} ${name}`, exact: true })).toHaveCount(1);
    }
    for (const list of ["Log", "Store"]) await expect(page.getByRole("list", { name: `${list} of ${name}`, exact: true })).toHaveCount(1);
  }
  for (const id of [3, 4, 5, 6]) {
    for (const verb of ["Deliver", "Drop", "Duplicate"]) await expect(button(page, `${verb} message ${id}`)).toHaveCount(1);
  }
  await expect(slider(page)).toHaveCount(1);
  await expect(page.getByRole("list", { name: "Conversation", exact: true })).toHaveCount(1);
  await expect(page.getByRole("form", { name: "Client", exact: true })).toHaveCount(1);
  await expect(page.getByRole("combobox", { name: "Lesson", exact: true })).toHaveCount(1);
  await expect(page.getByRole("group", { name: "Protocol", exact: true })).toHaveCount(1);
  await expect(page.getByRole("radio").first()).toBeVisible();
  await expect(status(page)).toHaveCount(1);
  const names = await controls.evaluateAll((buttons) => buttons.map((one) => one.getAttribute("aria-label") ?? one.textContent?.replace(/\s+/g, " ").trim() ?? ""));
  expect(names.filter((name, place) => name === "" || names.indexOf(name) !== place)).toEqual([]);
});

test("a person who listens meets the servers and the conversation as lists", async ({ page }) => {
  await open(page);
  await step(page, 3);
  await button(page, "Kill harry").click();
  await expect(server(page, "tom")).toMatchAriaSnapshot(`
    - region "tom":
      - heading "tom" [level=2]
      - button "Kill tom"
      - button "Trouble for tom"
      - paragraph: follower, up
      - button "Nominate tom"
      - heading "Log of tom" [level=3]
      - list "Log of tom":
        - listitem "1 missing"
        - listitem "2 missing"
        - listitem "3 missing"
        - listitem "4 missing"
      - heading "Store of tom" [level=3]
      - list "Store of tom":
        - listitem: empty
  `);
  await expect(server(page, "harry")).toMatchAriaSnapshot(`
    - region "harry":
      - heading "harry" [level=2]
      - button "Restart harry"
      - button "Trouble for harry"
      - paragraph: down
      - button "Nominate harry"
      - heading "Log of harry" [level=3]
      - list "Log of harry"
      - paragraph: memory lost
  `);
  await expect(page.getByRole("heading", { name: "Conversation", exact: true, level: 2 })).toHaveCount(1);
  await expect(page.getByRole("list", { name: "Conversation" })).toMatchAriaSnapshot(`
    - list "Conversation":
      - listitem:
        - paragraph: "client to dick: You’re the leader. (delivered) message 1"
      - listitem:
        - paragraph: "dick to client: Thank you, I’ll see to it. (delivered) message 2"
      - listitem:
        - paragraph: "dick to every: How much of the log do you have? (in flight) message 3"
        - button "Deliver message 3"
        - button "Drop message 3"
        - button "Duplicate message 3"
      - listitem:
        - paragraph: "dick to tom: How much of the log do you have? (in flight) message 4"
        - button "Deliver message 4"
        - button "Drop message 4"
        - button "Duplicate message 4"
      - listitem:
        - paragraph: "dick to and: How much of the log do you have? (in flight) message 5"
        - button "Deliver message 5"
        - button "Drop message 5"
        - button "Duplicate message 5"
      - listitem:
        - paragraph: "dick to harry: How much of the log do you have? (in flight) message 6"
        - button "Deliver message 6"
        - button "Drop message 6"
        - button "Duplicate message 6"
      - listitem: harry killed
  `);
});

test("a place for notices is there for who listens while there is a notice", async ({ page }) => {
  await open(page);
  const notices = page.getByRole("region", { name: "Notices", exact: true });
  await expect(notices).toHaveCount(0);
  await button(page, "Copy link").click();
  await expect(notices).toContainText("link");
  await notices.getByRole("button", { name: "Dismiss this notice" }).click();
  await expect(notices).toHaveCount(0);
});

test("a log without entries says so to who listens", async ({ page }) => {
  await open(page, "#lesson-nobody-is-nominated");
  await expect(server(page, "every")).toMatchAriaSnapshot(`
    - region "every":
      - heading "Log of every" [level=3]
      - list "Log of every"
      - paragraph: empty
      - heading "Store of every" [level=3]
      - list "Store of every":
        - listitem: empty
  `);
});

test("the drawing is hidden from people who listen, and the sentence of each step is spoken", async ({ page }) => {
  await open(page);
  await step(page, 3);
  expect(await page.getByRole("main").evaluate((main) => [...main.querySelectorAll("svg")].filter((drawing) => !drawing.closest("[aria-hidden=true]")).length)).toBe(0);
  const seen = new Set([await status(page).innerText()]);
  const line = await status(page).elementHandle();
  for (let count = 0; count < 5; count += 1) {
    await step(page);
    seen.add(await status(page).innerText());
  }
  expect(seen.size).toBe(6);
  expect(await line?.evaluate((element) => element.isConnected)).toBe(true);
});

test("cells on their way, differing and found different say so in words", async ({ page }) => {
  await open(page);
  await say(page, "tom", "set a 7");
  await button(page, "Settle").click();
  await expect(logOf(page, "tom").first()).toHaveText("1 set a 7 (differs)");
  await expect(page.getByRole("listitem").filter({ hasText: "Logs agree: broken" })).toBeVisible();
});
