// @ts-check
/** From findings to edits of text nodes. Nothing is replaced unless exactly the found text stands there. */
(() => {
  "use strict";
  const wonmun = (globalThis.wonmun ??= {});

  /** @typedef {{start: number, end: number, value: string, spot: any}} Edit of one node's data as the page wrote it */

  /**
   * Places each finding in the tree. A finding whose text is not what stands there, or that overlaps one
   * already placed, is dropped.
   * @param {any[]} segments
   * @param {any[]} findings
   * @param {(node: any) => string} read gives a text node's data as the page wrote it, now
   * @returns {any[]} spots: {finding, segment, places, corrected}
   */
  wonmun.placeFindings = (segments, findings, read) => {
    const byId = new Map(segments.map((segment) => [segment.id, segment]));
    const order = new Map(segments.map(({ id }, index) => [id, index]));
    const spots = [];
    /** @type {Map<any, number>} */
    const done = new Map();
    for (const finding of [...findings].sort((a, b) => order.get(a.segment) - order.get(b.segment) || a.offset - b.offset)) {
      const segment = byId.get(finding.segment);
      const end = finding.offset + finding.length;
      if (!segment || segment.text.slice(finding.offset, end) !== finding.found || !finding.found) continue;
      if (finding.offset < (done.get(segment) ?? 0)) continue;
      const places = segment.map.locate(segment.base + finding.offset, segment.base + end);
      const standing = places.map(({ node, start, end: last }) => read(node).slice(start, last)).join("");
      if (solid(standing) !== solid(finding.found)) continue; // the page has changed since it was read
      done.set(segment, end);
      spots.push({ finding, segment, places, corrected: false });
    }
    return spots;
  };

  /** @param {string} text */
  function solid(text) {
    return text.replace(/\s+/g, "");
  }

  /**
   * The edits that correct spots: the replacement goes into the first node of a split phrase, the rest of the
   * phrase is taken out of the others, and the elements stay.
   * @param {any[]} spots
   * @param {string} mode
   * @returns {Map<any, Edit[]>} by text node, ascending
   */
  wonmun.planEdits = (spots, mode) => {
    /** @type {Map<any, Edit[]>} */
    const plan = new Map();
    for (const spot of spots) {
      const best = spot.finding.replacements?.[0];
      spot.corrected = mode === "correct" && spot.finding.apply === true && typeof best?.value === "string";
      spot.places.forEach(({ node, start, end }, index) => {
        const value = index === 0 && spot.corrected ? best.value : "";
        const edit = { start, end, value, spot };
        const edits = plan.get(node);
        if (edits) edits.push(edit);
        else plan.set(node, [edit]);
      });
    }
    for (const edits of plan.values()) edits.sort((a, b) => a.start - b.start);
    return plan;
  };

  /**
   * What a node's data becomes, and where each edit's text then stands.
   * @param {string} before
   * @param {Edit[]} edits ascending, without overlap; edits of uncorrected spots leave the text alone
   * @returns {{after: string, stretches: {start: number, end: number, spot: any, found: string}[]}}
   */
  wonmun.editText = (before, edits) => {
    let after = "";
    let at = 0;
    const stretches = [];
    for (const { start, end, value, spot } of edits) {
      after += before.slice(at, start);
      const found = before.slice(start, end);
      const now = spot.corrected ? value : found;
      stretches.push({ start: after.length, end: after.length + now.length, spot, found });
      after += now;
      at = end;
    }
    return { after: after + before.slice(at), stretches };
  };
})();
