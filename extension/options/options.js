// @ts-check
/** The options page: pairing, what happens on pages, and on which. With `#welcome` it is the first-run page. */

import { siteOf } from "../background/sites.js";
import { askForEverySite, askForSites, giveUpEverySite } from "../shared/access.js";
import { browser, fillWords, word } from "../shared/browser.js";
import { ask, PATIENT } from "../shared/messages.js";
import { DEFAULTS, readSettings } from "../shared/settings.js";

const DEFAULT_SERVER = "http://127.0.0.1:8765";
const MODES = ["correct", "mark", "warn", "silent"];

/** @param {string} id @returns {any} */
const element = (id) => document.getElementById(id);

/** As last drawn: a click must be able to ask for access before anything is awaited. */
let settings = DEFAULTS;

async function draw() {
  settings = await readSettings();
  const server = settings.server || DEFAULT_SERVER;
  element("server").value ||= server; // what somebody is typing stays
  element("welcome").hidden = Boolean(settings.token) && location.hash !== "#welcome";
  element("sample").href = new URL("/sample/", URL.canParse(server) ? server : DEFAULT_SERVER).href;
  element("unpair").hidden = !settings.token;
  check("mode", settings.mode);
  check("scope", settings.scope);
  drawSites(settings.sites);
}

/** @param {string} name @param {string} value */
function check(name, value) {
  const input = document.querySelector(`input[name="${name}"][value="${CSS.escape(value)}"]`);
  if (input instanceof HTMLInputElement) input.checked = true;
}

/** @param {Record<string, string>} sites */
function drawSites(sites) {
  const rows = Object.entries(sites).sort(([a], [b]) => a.localeCompare(b)).map(([site, mode]) => siteRow(site, mode));
  element("sites").replaceChildren(...rows);
}

/** @param {string} site @param {string} mode */
function siteRow(site, mode) {
  const row = document.createElement("li");
  const name = document.createElement("bdi");
  name.textContent = site;
  const select = document.createElement("select");
  select.setAttribute("aria-label", word("popup_mode", site));
  for (const one of MODES) select.append(new Option(word(`mode_${one}`), one, false, one === mode));
  select.addEventListener("change", () => ask("setSite", { site, mode: select.value }));
  const remove = document.createElement("button");
  remove.type = "button";
  remove.textContent = word("sites_remove");
  remove.setAttribute("aria-label", word("sites_remove_named", site));
  remove.addEventListener("click", () => ask("setSite", { site, mode: null }));
  row.append(name, select, remove);
  return row;
}

/** @param {string} state @param {string} text */
function say(state, text) {
  element("status").dataset.state = state;
  element("status").textContent = text;
}

async function sayHowItStands() {
  const { server, token } = await readSettings();
  if (!token) return say("unpaired", word("failed_unpaired"));
  try {
    const { version } = await ask("examine", {}, PATIENT);
    say("paired", word("pairing_done", server, version));
  } catch (failure) {
    say("failed", word(`failed_${failure.code}`));
  }
}

element("pairing").addEventListener("submit", async (/** @type {Event} */ event) => {
  event.preventDefault();
  say("unpaired", word("pairing_running"));
  try {
    await ask("pair", { server: element("server").value, code: element("code").value }, PATIENT);
    element("code").value = "";
    element("server").value = (await readSettings()).server;
    await sayHowItStands();
  } catch (failure) {
    say("failed", word(`failed_${failure.code}`));
  }
});
element("unpair").addEventListener("click", async () => {
  await ask("unpair");
  await sayHowItStands();
});
element("modes").addEventListener("change", ({ target }) => ask("choose", { mode: target.value }));
element("scopes").addEventListener("change", async ({ target }) => {
  const picked = Object.keys(settings.sites).filter((site) => settings.sites[site] !== "silent");
  const server = URL.canParse(settings.server) ? [new URL(settings.server).hostname] : [];
  const agreed = await (target.value === "all" ? askForEverySite() : askForSites([...picked, ...server]));
  if (!agreed) return draw();
  if (target.value === "picked") await giveUpEverySite();
  await ask("choose", { scope: target.value });
});
element("add-site").addEventListener("submit", async (/** @type {Event} */ event) => {
  event.preventDefault();
  const input = element("new-site");
  const site = siteOf(/:\/\//.test(input.value) ? input.value.trim() : `http://${input.value.trim()}`);
  input.setCustomValidity(site ? "" : word("sites_bad"));
  if (!input.reportValidity()) return;
  const { scope, mode } = settings;
  if (scope === "picked" && !(await askForSites([site]))) return;
  const active = mode === "silent" ? "correct" : mode;
  await ask("setSite", { site, mode: scope === "picked" ? active : "silent" });
  input.value = "";
});
element("new-site").addEventListener("input", () => element("new-site").setCustomValidity(""));
browser.storage.onChanged.addListener(draw);

fillWords(document);
await draw();
await sayHowItStands();
