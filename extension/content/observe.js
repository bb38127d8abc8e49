// @ts-check
/** Watches the page change: puts corrections back at once, and hands on what is new, a batch at a time. */
(() => {
  "use strict";
  const wonmun = (globalThis.wonmun ??= {});
  /** Milliseconds that changes are gathered for. */
  const BATCH = 40;
  /** More changed nodes than this: reading the whole page is cheaper. */
  const MANY = 1_000;
  const QUIET = new Set(["script", "style", "link", "meta", "noscript", "wonmun-banner", "wonmun-note"]);
  const OPTIONS = { childList: true, characterData: true, subtree: true };

  wonmun.Observer = class Observer {
    /** @type {Set<Node>} */
    #changed = new Set();
    #timer = 0;
    #redone = false;
    /** Milliseconds until the next batch: a page whose changes take long to read is read less often. */
    #pause = BATCH;
    /** True while the page shows its own text on the reader's wish. */
    paused = false;

    /**
     * @param {any} ledger
     * @param {(nodes: Node[] | null) => void} changed told of new text, and of corrections put back (then
     *   the list may be empty); null: read everything
     */
    constructor(ledger, changed) {
      this.ledger = ledger;
      this.changed = changed;
      this.observer = new MutationObserver((records) => this.#see(records));
      this.watch(document);
    }

    /** Watches one more tree; a tree already watched is not watched twice. @param {Node} root */
    watch(root) {
      this.observer.observe(root, OPTIONS);
    }

    close() {
      this.observer.disconnect();
      clearTimeout(this.#timer);
    }

    /** @param {MutationRecord[]} records */
    #see(records) {
      for (const { type, target, addedNodes, removedNodes } of records) {
        if (type === "characterData") this.#text(target);
        else for (const node of addedNodes) if (!QUIET.has(nameOf(node))) this.#changed.add(node);
        for (const node of removedNodes) if (nameOf(node) === "wonmun-banner") this.#redone = true;
      }
      if ((this.#changed.size > 0 || this.#redone) && !this.#timer) this.#timer = setTimeout(() => this.#flush(), this.#pause);
    }

    /** @param {Node} node */
    #text(node) {
      if (!(node instanceof Text) || this.ledger.isOurs(node)) return;
      if (this.ledger.of(node)?.before !== node.data) this.#changed.add(node);
      else if (!this.paused && this.ledger.redo(node)) this.#redone = true;
    }

    #flush() {
      this.#timer = 0;
      const nodes = [...this.#changed].filter((node) => node.isConnected);
      const redone = this.#redone;
      this.#changed.clear();
      this.#redone = false;
      const began = performance.now();
      if (nodes.length > 0 || redone) this.changed(nodes.length > MANY ? null : nodes);
      this.#pause = Math.max(BATCH, 10 * (performance.now() - began));
    }
  };

  /** @param {Node} node the element's name, alike in HTML and XHTML; "" for what is none */
  function nameOf(node) {
    return /** @type {Element} */ (node).localName ?? "";
  }
})();
