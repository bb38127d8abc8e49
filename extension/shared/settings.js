// @ts-check
/** What the user chose, kept in `storage.local`; every change passes one lock, so that none is lost. */

import { browser } from "./browser.js";

/** @typedef {"correct" | "mark" | "warn" | "silent"} Mode */
/**
 * @typedef {object} Settings
 * @property {string} server base address of the server, "" before pairing
 * @property {string} token what the server gave for the one-time code, "" before pairing
 * @property {boolean} automation true only where a test wrote it: pages then show their state
 * @property {Mode} mode what happens on sites that have no mode of their own
 * @property {Record<string, Mode>} sites mode by host; a host's subdomains follow it
 * @property {"all" | "picked"} scope picked: only sites that have a mode of their own are checked
 */

/** @type {Settings} */
export const DEFAULTS = Object.freeze({
  server: "",
  token: "",
  automation: false,
  mode: "correct",
  sites: {},
  scope: "all",
});

/** @returns {Promise<Settings>} */
export async function readSettings() {
  return /** @type {Promise<Settings>} */ (browser.storage.local.get({ ...DEFAULTS }));
}

/**
 * Changes settings; whoever else changes them at the same moment waits.
 * @param {(settings: Settings) => Partial<Settings>} change gives the keys to write
 * @returns {Promise<Settings>} the settings after it
 */
export async function changeSettings(change) {
  return navigator.locks.request("wonmun-settings", async () => {
    const settings = await readSettings();
    const changed = change(settings);
    await browser.storage.local.set(changed);
    return { ...settings, ...changed };
  });
}
