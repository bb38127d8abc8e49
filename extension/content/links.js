// @ts-check
/** Planted links lead nowhere while a page is corrected: the click is caught, the page's own code unchanged. */
(() => {
  "use strict";
  const wonmun = (globalThis.wonmun ??= {});

  wonmun.Links = class Links {
    /** @type {WeakSet<Element>} */
    #planted = new WeakSet();
    #stop = new AbortController();
    active = true;

    /** @param {(anchor: Element) => void} caught told of each click that was stopped */
    constructor(caught) {
      /** @param {Event} event */
      const stop = (event) => {
        const anchor = this.active && event.composedPath().find((node) => node instanceof Element && this.#planted.has(node));
        if (!anchor) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        if (event.type !== "mousedown") caught(/** @type {Element} */ (anchor));
      };
      for (const name of ["click", "auxclick", "dragstart"]) {
        addEventListener(name, stop, { capture: true, signal: this.#stop.signal });
      }
    }

    /** Takes over the planted links of these spots. @param {any[]} spots */
    set(spots) {
      this.#planted = new WeakSet(spots.flatMap(plantedIn));
    }

    close() {
      this.#stop.abort();
    }
  };

  /** The links that a finding makes planted ones. @param {any} spot @returns {Element[]} */
  function plantedIn({ finding, segment }) {
    const start = segment.base + finding.offset;
    const end = start + finding.length;
    const touched = segment.block.links.filter((link) => link.start < end && link.end > start);
    const whole = touched.filter((link) => link.start >= start && link.end <= end);
    if (finding.kind === "link" || finding.kind === "hidden") return touched.map(({ anchor }) => anchor);
    return finding.kind === "insertion" ? whole.map(({ anchor }) => anchor) : [];
  }
})();
