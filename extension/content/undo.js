// @ts-check
/** What was written into which text node, so that the page's own text comes back byte for byte. */
(() => {
  "use strict";
  const wonmun = (globalThis.wonmun ??= {});
  /** A page that puts its spam back this often within `PATIENCE` ms has won: we stop. */
  wonmun.ATTEMPTS = 8;
  const PATIENCE = 5_000;

  /** @typedef {{before: string, after: string, edits: any[], stretches: any[], times: number, since: number}} Record */

  /** The text nodes that carry findings. */
  wonmun.Ledger = class Ledger {
    /** @type {WeakMap<Text, Record>} */
    #records = new WeakMap();
    #used = false;
    /** @type {Set<Text>} */
    nodes = new Set();

    /** Whether nothing was written into the page yet. */
    get unused() {
      return !this.#used;
    }

    /** A node's data as the page wrote it. @param {Text} node */
    before = (node) => {
      if (!this.#used) return node.data; // most pages: nothing to look up
      const record = this.#records.get(node);
      return record && node.data === record.after ? record.before : node.data;
    };

    /** @param {Text} node @returns {Record | undefined} */
    of(node) {
      return this.#records.get(node);
    }

    /**
     * Writes edits into a node and remembers what stood there.
     * @param {Text} node
     * @param {any[]} edits
     * @returns {boolean} false where this node's page has been fighting back for too long
     */
    write(node, edits) {
      const old = this.#records.get(node);
      const ours = old !== undefined && node.data === old.after;
      const before = ours ? old.before : node.data;
      const edited = { before, edits, ...wonmun.editText(before, edits) };
      const count = ours ? { times: old.times, since: old.since } : wonmun.attempt(old);
      if (count.times > wonmun.ATTEMPTS) return false;
      if (!ours || old.after !== edited.after) {
        this.undo(node);
        this.#redo(node, edited);
      }
      this.#used = true;
      this.#records.set(node, { ...edited, ...count });
      this.nodes.add(node);
      return true;
    }

    /** Puts the correction back where the page has put its own text back. @param {Text} node */
    redo(node) {
      const record = this.#records.get(node);
      if (!record || node.data !== record.before || record.after === record.before) return false;
      Object.assign(record, wonmun.attempt(record));
      if (record.times > wonmun.ATTEMPTS) return false;
      this.#redo(node, record);
      return true;
    }

    /** Gives a node its own text back, unless the page has changed it since. @param {Text} node */
    undo(node) {
      const record = this.#records.get(node);
      if (!record || node.data !== record.after || record.after === record.before) return;
      for (const { start, end, spot, found } of record.stretches.toReversed()) {
        if (spot.corrected) node.replaceData(start, end - start, found);
      }
    }

    /** Gives a node its own text back for good. @param {Text} node */
    release(node) {
      this.undo(node);
      this.#records.delete(node);
      this.nodes.delete(node);
    }

    /** True where the data is what we wrote. @param {Text} node */
    isOurs(node) {
      return this.#records.get(node)?.after === node.data;
    }

    /** Forgets nodes that have left the page. */
    prune() {
      for (const node of this.nodes) if (!node.isConnected) this.nodes.delete(node);
    }

    undoAll() {
      for (const node of this.nodes) this.undo(node);
    }

    redoAll() {
      for (const node of this.nodes) {
        const record = this.#records.get(node);
        if (record && node.data === record.before) this.#redo(node, record);
      }
    }

    /** Undoes everything and forgets it. */
    clear() {
      this.undoAll();
      this.nodes.clear();
      this.#records = new WeakMap();
    }

    /** @param {Text} node @param {{edits: any[]}} record */
    #redo(node, record) {
      for (const { start, end, value, spot } of record.edits.toReversed()) {
        if (spot.corrected) node.replaceData(start, end - start, value);
      }
    }
  };

  /**
   * Counts one more try. Tries that lie far apart do not add up; having given up lasts.
   * @param {{times: number, since: number} | undefined} earlier
   */
  wonmun.attempt = (earlier) => {
    const now = performance.now();
    const fresh = !earlier || (now - earlier.since > PATIENCE && earlier.times <= wonmun.ATTEMPTS);
    return fresh ? { times: 1, since: now } : { times: earlier.times + 1, since: earlier.since };
  };
})();
