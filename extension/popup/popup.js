// @ts-check
/** The popup: what was found on this page, in words, and what can be done about it. */

import { askForSites } from "../shared/access.js";
import { browser, fillWords, word } from "../shared/browser.js";
import { ask, askTab, PATIENT } from "../shared/messages.js";
import { readSettings } from "../shared/settings.js";

const ICONS = ["off", "clean", "suspicious", "injected", "error"];

/** @param {string} id @returns {any} */
const element = (id) => document.getElementById(id);

/** The tab that the popup speaks of: the active one; where the popup is itself a tab, the one looked at before. */
async function currentTab() {
  const named = new URLSearchParams(location.search).get("tab");
  if (named) return browser.tabs.get(Number(named));
  const own = await browser.tabs.getCurrent();
  if (!own) return (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  const inside = browser.runtime.getURL("");  // the welcome page may have opened later than the page that is asked about
  const tabs = await browser.tabs.query({ currentWindow: true });
  const others = tabs.filter(({ id, url }) => id !== own.id && url && !url.startsWith(inside));
  return others.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0] ?? own;
}

/** @param {any} tab */
async function draw(tab) {
  const settings = await readSettings();
  const state = await askTab(tab.id, "state").catch(withoutPage);
  const paired = Boolean(settings.server && settings.token);
  drawVerdict(state, paired);
  drawFound(state);
  await drawSite(tab);
  element("reports").hidden = !["clean", "suspicious", "injected"].includes(state.state);
  element("again").hidden = !state.error || state.error === "unreachable";
  element("dashboard").hidden = !settings.server;
  element("dashboard").href = settings.server || "#";
  element("options").classList.toggle("main", !paired);
}

/**
 * What to say where no page can be asked: how the last one failed, else what is wrong with the server.
 * @param {any} failure
 */
async function withoutPage(failure) {
  const { last } = await browser.storage.session.get("last");
  if (last?.error) return { state: "error", error: last.error, url: last.url };
  const error = await ask("examine", {}, PATIENT).then(() => failure.code, ({ code }) => code);
  return { state: error === failure.code ? "off" : "error", error };
}

/** @param {any} state @param {boolean} paired */
function drawVerdict(state, paired) {
  const { title, detail } = inWords(state, paired);
  element("title").textContent = title;
  element("detail").textContent = detail;
  element("verdict").dataset.state = state.state;
  element("icon").src = `../icons/${ICONS.includes(state.state) ? state.state : "off"}-32.png`;
}

/** @param {any} state @param {boolean} paired */
function inWords(state, paired) {
  if (!paired) return { title: word("state_unpaired"), detail: word("failed_unpaired") };
  if (state.error) return { title: word(state.error === "unreachable" ? "state_off" : "state_error"), detail: word(`failed_${state.error}`) };
  if (state.own) return { title: word("state_off"), detail: word("popup_own") };
  if (state.mode === "silent") return { title: word("state_off"), detail: word("popup_silent") };
  const reasons = (state.reasons ?? []).slice(0, 2).join(" ");
  if (state.state === "injected" && (state.unseen || state.mode === "correct")) {
    const done = state.unseen ? word("banner_unseen") : word("banner_done", state.corrected, state.total);
    const more = !state.unseen && state.elsewhere > 0 ? word("popup_elsewhere", state.elsewhere) : "";
    return { title: word("state_injected"), detail: [done, more, reasons].filter(Boolean).join(" ") };
  }
  return { title: word(`state_${state.state}`), detail: reasons };
}

/** @param {any} state */
function drawFound(state) {
  element("found").hidden = !(state.total > 0 || state.unseen);
  const rows = (state.phrases ?? []).map(([phrase, count]) => {
    const row = document.createElement("li");
    const text = document.createElement("bdi");
    const times = document.createElement("span");
    text.textContent = phrase;
    times.textContent = word("popup_times", count);
    times.className = "count";
    row.append(text, times);
    return row;
  });
  element("phrases").replaceChildren(...rows);
  element("genuine").hidden = !state.genuine;
  element("genuine").href = state.genuine || "#";
  element("show").hidden = state.mode === "warn" || Boolean(state.unseen);
  const [away, back] = state.corrected > 0 ? ["banner_show", "banner_again"] : ["banner_unmark", "banner_mark"];
  element("show").textContent = word(state.original ? back : away);
  element("show").dataset.original = String(!state.original);
}

/** @param {any} tab */
async function drawSite(tab) {
  const { site, mode, own, scope, everywhere } = await ask("site", { url: tab.url ?? "" });
  element("site").hidden = !site;
  Object.assign(element("site").dataset, { site, scope });
  element("mode-label").textContent = word("popup_mode", site);
  element("mode-default").textContent = word("mode_default", word(`mode_${everywhere}`));
  element("mode").value = own ? mode : "";
}

/** @param {any} tab */
function listenTo(tab) {
  element("show").addEventListener("click", async () => {
    await askTab(tab.id, "showAll", { original: element("show").dataset.original === "true" });
    await draw(tab);
  });
  element("mode").addEventListener("change", async () => {
    const { site, scope } = element("site").dataset;
    const reads = !["", "silent"].includes(element("mode").value);
    if (scope === "picked" && reads && !(await askForSites([site]))) return draw(tab);
    await ask("setSite", { site, mode: element("mode").value || null, tab: tab.id });
    await draw(tab);
  });
  element("wrong").addEventListener("click", async ({ target }) => {
    const wrong = target.closest("button")?.value;
    if (!wrong) return;
    const failed = await ask("report", { url: tab.url, wrong }, PATIENT).then(() => "", (failure) => failure.code);
    element("thanks").textContent = word(failed ? `failed_${failed}` : "report_thanks");
  });
  element("again").addEventListener("click", async () => {
    await askTab(tab.id, "check");
    await draw(tab);
  });
  element("options").addEventListener("click", () => browser.runtime.openOptionsPage());
  browser.runtime.onMessage.addListener((message, sender) => {
    if (message?.name === "state" && sender.tab?.id === tab.id) void draw(tab);
    return false;
  });
}

fillWords(document);
const tab = await currentTab();
listenTo(tab);
await draw(tab);
