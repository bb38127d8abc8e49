// @ts-check
/** The two custom highlights: ranges over text, no element added, nothing for the page to trip over. */
(() => {
  "use strict";
  const wonmun = (globalThis.wonmun ??= {});
  const CORRECTED = "wonmun-corrected";
  const MARKED = "wonmun-marked";

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
  };

  /** @param {string} name @param {Highlight} highlight */
  function register(name, highlight) {
    if (highlight.size > 0) CSS.highlights.set(name, highlight);
    else CSS.highlights.delete(name);
  }
})();
