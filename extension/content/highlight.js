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
      for (const stretch of record.stretches) {
        const { spot } = stretch;
        const range = rangeOf(node, stretch);
        if (!range.collapsed) (spot.corrected ? corrected : marked).add(range);
        if (!range.collapsed || node === spot.places[0].node) shown.push({ range, spot, node });
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

  /**
   * Where a stretch is seen. Of what was taken out nothing is left to see: there the letters on either side tell
   * of it (in the phrase's first node; an empty rest of it in other nodes has no range).
   * @param {Text} node @param {{start: number, end: number, spot: any}} stretch
   */
  function rangeOf(node, { start, end, spot }) {
    const gone = start === end && node === spot.places[0].node && spot.finding.replacements[0].value === "";
    const range = document.createRange();
    range.setStart(node, gone ? Math.max(0, start - 1) : start);
    range.setEnd(node, gone ? Math.min(node.length, end + 1) : end);
    return range;
  }

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
