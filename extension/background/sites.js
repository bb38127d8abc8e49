// @ts-check
/** Which mode a site has: the nearest entry counts, from the host itself up through its parent domains. */

/** @typedef {import("../shared/settings.js").Mode} Mode */
/** @typedef {import("../shared/settings.js").Settings} Settings */

/** @type {readonly Mode[]} */
export const MODES = ["correct", "mark", "warn", "silent"];

/**
 * The name under which a site's mode is kept: its host, less a leading "www.".
 * @param {string} address
 * @returns {string} "" for what has no host or is no web page
 */
export function siteOf(address) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return "";
  }
  if (!/^https?:$/.test(url.protocol) || url.hostname.includes("%")) return "";
  return url.hostname.replace(/^www\.(?=.*\.)/, "").replace(/\.$/, "");
}

/**
 * @param {Settings} settings
 * @param {string} address of the page
 * @returns {Mode}
 */
export function modeFor(settings, address) {
  const site = siteOf(address);
  if (!site) return "silent";
  for (const name of withParents(site)) {
    if (Object.hasOwn(settings.sites, name)) return settings.sites[name];
  }
  return settings.scope === "picked" ? "silent" : settings.mode;
}

/**
 * The mode of a frame: the page around it decides, and a frame of a silent site stays silent anywhere.
 * @param {Settings} settings
 * @param {string} top address of the tab, "" where unknown
 * @param {string} frame address of the frame
 * @returns {Mode}
 */
export function modeForFrame(settings, top, frame) {
  const outer = top ? modeFor(settings, top) : modeFor(settings, frame);
  if (outer === "silent" || !siteOf(frame)) return outer;
  return settings.scope === "all" && modeFor(settings, frame) === "silent" ? "silent" : outer;
}

/**
 * The modes by site with one changed; null takes the site's own entry away.
 * @param {Record<string, Mode>} sites
 * @param {string} site
 * @param {Mode | null} mode
 * @returns {Record<string, Mode>}
 */
export function withSite(sites, site, mode) {
  const { [site]: _, ...others } = sites;
  return mode === null ? others : { ...others, [site]: mode };
}

/** @param {string} site @returns {string[]} */
function withParents(site) {
  if (/^[\d.]+$|^\[/.test(site)) return [site]; // an IP address has no parents
  const labels = site.split(".");
  return labels.map((_, index) => labels.slice(index).join("."));
}
