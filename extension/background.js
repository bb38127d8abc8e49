// @ts-check
/** The background: tables of messages, nothing else. The browser may stop it at any time, so it keeps no state. */

import { showBadge } from "./background/badge.js";
import { examine, pair, unpair } from "./background/pairing.js";
import { callServer } from "./background/server.js";
import { MODES, modeFor, modeForFrame, siteOf, withSite } from "./background/sites.js";
import { browser } from "./shared/browser.js";
import { Failure, listen } from "./shared/messages.js";
import { changeSettings, readSettings } from "./shared/settings.js";

/** @param {any} sender */
const isOwnPage = (sender) => typeof sender.url === "string" && sender.url.startsWith(browser.runtime.getURL(""));

/** What content scripts may ask. */
const forContent = {
  /** What is to be done on this page? */
  async begin(_, sender) {
    const settings = await readSettings();
    const paired = Boolean(settings.server && settings.token);
    const mode = modeForFrame(settings, sender.tab?.url ?? "", sender.url ?? "");
    return { mode, paired, automation: settings.automation === true, server: originOf(settings.server) };
  },

  /** Ask the server about a page. The mode is looked up again: the user may have switched the site off just now. */
  async check({ page }, sender) {
    await refuseSilent(sender);
    return callServer("v1/check", { method: "POST", body: page });
  },

  /** Ask for the better answer that the server promised. */
  async again({ id }) {
    return callServer(`v1/check/${encodeURIComponent(id)}`);
  },

  /** Which of a result page's links lead to injected pages? */
  async known({ urls }, sender) {
    await refuseSilent(sender);
    return callServer("v1/known", { method: "POST", body: { urls } });
  },

  async report({ url, wrong, note }) {
    return callServer("v1/reports", { method: "POST", body: note ? { url, wrong, note } : { url, wrong }, once: true });
  },

  async silence(_, sender) {
    const site = siteOf(sender.tab?.url ?? sender.url ?? "");
    if (site) await changeSettings(({ sites }) => ({ sites: withSite(sites, site, "silent") }));
    await tellTab(sender.tab?.id, { name: "settings" });
  },

  /** The top frame's state, for the toolbar button. */
  async state({ state, count, error }, sender) {
    if (!sender.tab || sender.frameId !== 0) return;
    await browser.storage.session.set({ last: { url: sender.url, error: error ?? "" } });
    await showBadge(sender.tab.id, { state, count, error });
  },

  /** A frame found something: the top frame's banner speaks for all. */
  async found({ summary }, sender) {
    if (sender.tab) await tellTab(sender.tab.id, { name: "found", frame: sender.frameId, summary }, { frameId: 0 });
  },

  /** The top frame listens from now on: what frames found before is told again. */
  async listening(_, sender) {
    await tellTab(sender.tab?.id, { name: "tell" });
  },

  /** The top frame's switch between original and corrected text, passed on to every frame. */
  async show({ original }, sender) {
    await tellTab(sender.tab?.id, { name: "show", original });
  },
};

/** What the popup and the options page may ask. */
const forPages = {
  pair: ({ server, code }) => pair(server, code),
  unpair,
  examine,
  report: forContent.report,

  async site({ url }) {
    const settings = await readSettings();
    const site = siteOf(url);
    const { scope } = settings;
    const everywhere = scope === "picked" ? "silent" : settings.mode;
    return { site, mode: modeFor(settings, url), own: Object.hasOwn(settings.sites, site), scope, everywhere };
  },

  /** Set a site's mode; null: back to what holds everywhere. */
  async setSite({ site, mode, tab }) {
    if (mode !== null && !MODES.includes(mode)) throw new Failure("internal", `no mode ${mode}`);
    await changeSettings(({ sites }) => ({ sites: withSite(sites, site, mode) }));
    await tellTab(tab, { name: "settings" });
  },

  async choose({ mode, scope }) {
    await changeSettings((settings) => ({ mode: mode ?? settings.mode, scope: scope ?? settings.scope }));
  },
};

/** @param {number | undefined} tab @param {object} message @param {object} [options] */
async function tellTab(tab, message, options = {}) {
  if (tab === undefined) return;
  await browser.tabs.sendMessage(tab, message, options).catch((reason) => console.debug("wonmun: nobody listens", reason));
}

/** @param {any} sender */
async function refuseSilent(sender) {
  const settings = await readSettings();
  if (modeForFrame(settings, sender.tab?.url ?? "", sender.url ?? "") === "silent") throw new Failure("silent");
}

/** @param {string} server */
function originOf(server) {
  return URL.canParse(server) ? new URL(server).origin : "";
}

// The token is no business of scripts that run beside a page's own (Firefox has no such switch).
browser.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
listen(forPages, isOwnPage);
listen(forContent, (sender) => !isOwnPage(sender));

browser.runtime.onInstalled.addListener(async ({ reason }) => {
  if (reason !== "install") return;
  const { server, token } = await readSettings();
  if (server && token) return;
  const { installType } = await browser.management.getSelf();
  // Loaded unpacked by somebody who is looking at another page: do not take that page away.
  await browser.tabs.create({ url: browser.runtime.getURL("options/options.html#welcome"), active: installType !== "development" });
});
