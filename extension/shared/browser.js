// @ts-check
/** The browser's extension API. No other module names `browser` or `chrome`. */

export const browser = globalThis.browser ?? globalThis.chrome;

/**
 * A word of the interface, in the browser's language.
 * @param {string} key of `_locales/…/messages.json`
 * @param {...(string | number)} parts what `$1`, `$2` … stand for
 * @returns {string}
 */
export function word(key, ...parts) {
  return browser.i18n.getMessage(key, parts.map(String)) || key;
}

/**
 * Fills every element that names a key: `data-word` its text, `data-label` its accessible name.
 * @param {Document} document
 */
export function fillWords(document) {
  document.documentElement.lang = browser.i18n.getUILanguage();
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = word(element.getAttribute("data-word") ?? "");
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", word(element.getAttribute("data-label") ?? ""));
  }
}
