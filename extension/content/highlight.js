// @ts-check
/** The two custom highlights: ranges over text, no element added, nothing for the page to trip over. */
(() => {
  "use strict";
  const wonmun = (globalThis.wonmun ??= {});
  const CORRECTED = "wonmun-corrected";
  const MARKED = "wonmun-marked";
  /** As in content.css (a test compares them): Firefox does not let highlights' style into shadow roots. */
  const INSIDE = `
    ::highlight(wonmun-corrected) { background-color: #c8f0d2; color: #08361a; text-decoration: underline solid #1c8a4a 2px; }
    ::highlight(wonmun-marked) { background-color: #ffe3a3; color: #4a2c00; text-decoration: underline wavy #b45309 1.5px; }
    @media print { ::highlight(wonmun-corrected), ::highlight(wonmun-marked) {
      background-color: transparent; color: inherit; text-decoration: none; } }
  `;
  /** @type {CSSStyleSheet | undefined} */
  let sheet;
  /** The shadow roots that have the sheet. @type {Set<ShadowRoot>} */
  const styled = new Set();

  /**
   * Highlights every stretch of the ledger that is in the page.
   * @param {any} ledger
   * @returns {{range: Range, spot: any, node: Text}[]} the ranges, in the order of the nodes
   */
  wonmun.highlight = (ledger) => {
    const shown = [];
    const corrected = new Highlight();
    const marked = new Highlight();
    for (const node of ledger.nodes) {
      const record = ledger.of(node);
      if (!node.isConnected || node.data !== record.after) continue;
      style(node.getRootNode());
      for (const { start, end, spot } of record.stretches) {
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, end);
        if (start < end) (spot.corrected ? corrected : marked).add(range);
        if (start < end || node === spot.places[0].node) shown.push({ range, spot, node });
      }
    }
    register(CORRECTED, corrected);
    register(MARKED, marked);
    return shown;
  };

  /** Takes every highlight away. */
  wonmun.unhighlight = () => {
    CSS.highlights.delete(CORRECTED);
    CSS.highlights.delete(MARKED);
    for (const root of styled) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
    styled.clear();
  };

  /** @param {Node} root */
  function style(root) {
    if (!(root instanceof ShadowRoot) || styled.has(root)) return;
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(INSIDE);
    }
    styled.add(root);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }

  /** @param {string} name @param {Highlight} highlight */
  function register(name, highlight) {
    if (highlight.size > 0) CSS.highlights.set(name, highlight);
    else CSS.highlights.delete(name);
  }
})();
