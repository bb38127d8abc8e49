// @ts-check
/** The look that banner and note share, and how their elements are made: no innerHTML, no style of the page. */
(() => {
  "use strict";
  const wonmun = (globalThis.wonmun ??= {});

  const COMMON = `
    :host { all: initial !important; color-scheme: light dark; --back: #fff; --text: #1d1b20; --soft: #5b5660; --line: #cfc9d3;
      --red: #b3261e; --red-back: #fdeceb; --green: #14683a; --amber: #8a4b00; }
    @media (prefers-color-scheme: dark) { :host { --back: #211f24; --text: #f2eef5; --soft: #c2bcc8; --line: #4b4651;
      --red: #ffb4ab; --red-back: #3a1a18; --green: #8fdcab; --amber: #ffc778; } }
    * { box-sizing: border-box; font-family: system-ui, "Noto Sans CJK KR", "Apple SD Gothic Neo", "Malgun Gothic", sans-serif; }
    button, a { font-size: 13px; line-height: 1.3; color: var(--text); }
    button { background: transparent; border: 1px solid var(--line); border-radius: 6px; padding: 6px 10px; cursor: pointer;
      min-height: 30px; white-space: nowrap; }
    button:hover { background: color-mix(in srgb, var(--text) 10%, transparent); }
    button:disabled { opacity: .5; cursor: default; }
    :focus-visible { outline: 2px solid var(--text); outline-offset: 2px; }
    [hidden] { display: none !important; }
  `;

  /**
   * Makes an element with a shadow root of its own and puts it before the page's body: whoever goes by the
   * keyboard comes upon it first, as the eye does.
   * @param {string} name
   * @param {string} css
   * @param {boolean} open true only for tests: otherwise the page cannot look inside
   * @returns {{host: HTMLElement, shadow: ShadowRoot}}
   */
  wonmun.makeHost = (name, css, open) => {
    const host = document.createElement(name);
    const shadow = host.attachShadow({ mode: open ? "open" : "closed", delegatesFocus: false });
    addSheet(shadow, COMMON + css);
    // What an earlier run of the extension (before an update) or the page itself put there under this name.
    if (name !== "wonmun-mark") for (const old of document.querySelectorAll(name)) old.remove();
    wonmun.putHost(host);
    return { host, shadow };
  };

  /** @param {HTMLElement} host */
  wonmun.putHost = (host) => {
    const { documentElement, body } = document;
    documentElement.insertBefore(host, body?.parentNode === documentElement ? body : null);
  };

  /**
   * Makes an element.
   * @param {string} tag
   * @param {Record<string, any>} [properties] text, class, on (event handlers); everything else is an attribute
   * @param {...(Node | string)} children
   */
  wonmun.make = (tag, properties = {}, ...children) => {
    const element = document.createElement(tag);
    const { text, on = {}, ...attributes } = properties;
    if (text !== undefined) element.textContent = text;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    for (const [name, handler] of Object.entries(on)) element.addEventListener(name, handler);
    element.append(...children);
    return element;
  };

  /**
   * A constructed sheet is not subject to the page's Content-Security-Policy; where the browser keeps it from
   * content scripts, a style element does.
   * @param {ShadowRoot} shadow @param {string} css
   */
  function addSheet(shadow, css) {
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      shadow.adoptedStyleSheets = [sheet];
    } catch {
      shadow.append(wonmun.make("style", { text: css }));
    }
  }
})();
