// @ts-check
/**
 * The browser's own permission to read sites. "Only on sites I pick" gives the one for every site back and asks for
 * each picked site's instead. Firefox takes it back; Chromium keeps what the manifest requires, there the
 * extension's own rule holds alone (and the browser's "site access" menu can enforce it).
 */

import { browser } from "./browser.js";

const EVERYWHERE = ["http://*/*", "https://*/*"];

/** @param {string} site @returns {string[]} match patterns for a site and what is below it */
export function originsOf(site) {
  const anyBelow = /^[\d.]+$|^\[|^[^.]+$/.test(site) ? site : `*.${site}`;
  return [`http://${anyBelow}/*`, `https://${anyBelow}/*`];
}

/**
 * Asks for access to sites. Must be called while the user's click is being handled, before anything is awaited.
 * @param {string[]} sites
 * @returns {Promise<boolean>} whether the user agreed
 */
export function askForSites(sites) {
  return ask(sites.flatMap(originsOf));
}

/** Asks for access to every site; see `askForSites`. */
export function askForEverySite() {
  return ask(EVERYWHERE);
}

/** Gives the access to every site back; what was asked for by name stays. */
export async function giveUpEverySite() {
  try {
    await browser.permissions.remove({ origins: EVERYWHERE });
  } catch (reason) {
    console.debug("wonmun: this browser keeps the access that the manifest names", reason);
  }
}

/** @param {string[]} origins */
async function ask(origins) {
  if (origins.length === 0) return true;
  try {
    return await browser.permissions.request({ origins });
  } catch (reason) {
    console.warn("wonmun: access could not be asked for", reason);
    return false;
  }
}
