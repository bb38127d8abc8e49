// @ts-check
/** The toolbar button: an icon for each state, the number of places, and a title that says it in words. */

import { browser, word } from "../shared/browser.js";

/** States that have an icon of their own. */
export const STATES = ["off", "clean", "suspicious", "injected", "error"];
const RED = "#b3261e";
const GREY = "#5f6368";

/**
 * Shows a tab's state on the button.
 * @param {number} tab
 * @param {{state: string, count?: number, error?: string}} shown
 */
export async function showBadge(tab, { state, count = 0, error }) {
  const known = STATES.includes(state) ? state : "off";
  const text = known === "error" ? "!" : count > 0 ? String(Math.min(count, 999)) : "";
  const title = error ? word(`failed_${error}`) : word(`state_${known}`);
  try {
    await Promise.all([
      browser.action.setIcon({ tabId: tab, path: { 16: `/icons/${known}-16.png`, 32: `/icons/${known}-32.png` } }),
      browser.action.setBadgeText({ tabId: tab, text }),
      browser.action.setBadgeBackgroundColor({ tabId: tab, color: known === "injected" ? RED : GREY }),
      browser.action.setTitle({ tabId: tab, title: `wonmun: ${title}` }),
    ]);
  } catch (reason) {
    console.debug("wonmun: the tab closed before its button could be drawn", reason);
  }
}
