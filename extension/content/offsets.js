// @ts-check
/** Text as it is read (white space collapsed), and where each stretch of it stands in the tree. UTF-16 units. */
(() => {
  "use strict";
  const wonmun = (globalThis.wonmun ??= {});
  const SPACE = /[ \t\n\r\f]+/g;
  const UNEVEN = /[\t\n\r\f]| {2}/;

  /** @typedef {{at: number, node: any, from: number, length: number}} Run */
  /** @typedef {{node: any, start: number, end: number}} Place a stretch of one text node's data */

  /** The text of a block, put together from text nodes. */
  wonmun.MappedText = class MappedText {
    text = "";
    /** @type {Run[]} ascending; each stretch of `text` that stands in one node without a gap */
    runs = [];

    /**
     * Adds a text node's data, its white space collapsed as a browser draws it.
     * @param {any} node
     * @param {string} data
     */
    add(node, data) {
      if (!UNEVEN.test(data) && !(data.startsWith(" ") && this.#closed())) {
        this.#run(node, 0, data);
        return;
      }
      let from = 0;
      for (const match of data.matchAll(SPACE)) {
        this.#run(node, from, data.slice(from, match.index));
        if (!this.#closed()) this.#run(node, match.index, " ");
        from = match.index + match[0].length;
      }
      this.#run(node, from, data.slice(from));
    }

    /** Takes the white space at the end away. */
    trim() {
      this.text = this.text.trimEnd();
    }

    /**
     * Where a stretch of the text stands: a place for each text node it touches, in order.
     * @param {number} start
     * @param {number} end
     * @returns {Place[]}
     */
    locate(start, end) {
      /** @type {Place[]} */
      const places = [];
      for (let index = this.#runAt(start); index < this.runs.length && this.runs[index].at < end; index += 1) {
        const { at, node, from, length } = this.runs[index];
        const first = from + Math.max(0, start - at);
        const last = from + Math.min(length, end - at);
        const previous = places.at(-1);
        if (first >= last) continue;
        if (previous?.node === node) previous.end = last;
        else places.push({ node, start: first, end: last });
      }
      return places;
    }

    /** True where white space would be dropped: at the beginning, and after other white space. */
    #closed() {
      return this.text === "" || this.text.endsWith(" ");
    }

    /** @param {any} node @param {number} from @param {string} piece */
    #run(node, from, piece) {
      if (!piece) return;
      const last = this.runs.at(-1);
      if (last && last.node === node && last.from + last.length === from) last.length += piece.length;
      else this.runs.push({ at: this.text.length, node, from, length: piece.length });
      this.text += piece;
    }

    /** The index of the run that holds `offset`. @param {number} offset */
    #runAt(offset) {
      let low = 0;
      let high = this.runs.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.runs[middle].at <= offset) low = middle + 1;
        else high = middle;
      }
      return Math.max(0, low - 1);
    }
  };
})();
