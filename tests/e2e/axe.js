// What axe says of the page.

import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "./test.js";

/** @import { Page } from "@playwright/test" */

/**
 * Lets axe judge the page as it is.
 * @param {Page} page The browser's page, which has no frames of another origin.
 * @param {string} state What it shows, for the case that something is wrong.
 * @param {string} [within] A selector of the part to look at; all of the page when it is left out.
 */
export async function expectAccessible(page, state, within) {
  // In its legacy mode axe judges in the page alone. Else it opens a page of its own each time, to put together what it found in frames.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join("\n    ")}`);
  expect(found, state).toEqual([]);
}
