// A panic in the simulation is a bug of ours. It must not cost a person their run.

import { expect, test } from "./test.js";
import { button, expectMoment, notice, open, openScript, step } from "./catchup.js";

test("when the simulation breaks, the page says so, keeps the run and goes on", async ({ page }) => {
  await page.addInitScript(() => {
    const instantiate = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (source, imports) => {
      const { module, instance } = await instantiate(source, imports);
      const exports = { ...instance.exports };
      const apply = /** @type {(...values: unknown[]) => unknown} */ (exports["run_apply"]);
      exports["run_apply"] = (/** @type {unknown[]} */ ...values) => {
        if (Reflect.get(window, "breaks")) {
          Reflect.set(window, "breaks", false);
          throw new WebAssembly.RuntimeError("unreachable");
        }
        return apply(...values);
      };
      return { module, instance: /** @type {WebAssembly.Instance} */ ({ exports }) };
    };
  });
  await open(page);
  await step(page, 4);
  await page.evaluate(() => Reflect.set(window, "breaks", true));
  await button(page, "Kill harry").click();
  await expect(notice(page, "The simulation broke: that is a bug in this page")).toBeVisible();
  await expectMoment(page, 4);
  const { text } = await openScript(page);
  await expect(text).toHaveValue(/client dick youre_the_leader\ndeliver 1\n/);
  await page.keyboard.press("Escape");
  await button(page, "Kill harry").click();
  await expect(button(page, "Restart harry")).toBeVisible();
  await step(page, 1);
});
