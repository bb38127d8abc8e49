// @ts-check
/** Text as it is read (white space collapsed), and where each stretch of it stands in the tree. UTF-16 units. */
(() => {
  "use strict";
  const wonmun = (globalThis.wonmun ??= {});
  const SPACE = /[ \t\n\r\f]+/g;
  const SHOW_TEXT = 4;
  const UNEVEN = /[\t\n\r\f]| {2}/;

  /** @typedef {{at: number, node: any, from: number, length: number}} Run */
  /** @typedef {{node: any, start: number, end: number}} Place a stretch of one text node's data */

  /** The text of a block, put together from text nodes. */
  wonmun.MappedText = class MappedText {
    text = "";
    /** @type {Run[]} */
    #runs = [];
    /** @type {{element: Element, read: (node: any) => string} | null} what was read as a whole, and is not mapped yet */
    #whole = null;

    /** Ascending; each stretch of `text` that stands in one node without a gap. @returns {Run[]} */
    get runs() {
      if (this.#whole) this.#map(this.#whole);
      return this.#runs;
    }

    /**
     * Takes an element's text as a whole. Which of its text nodes holds what is found out when it is asked for: on most
     * pages nothing is found, and nobody asks.
     * @param {Element} element of which all text is shown, in one piece
     * @param {(node: any) => string} read gives a text node's data
     */
    take(element, read) {
      const data = element.textContent ?? "";
      const even = UNEVEN.test(data) ? data.replace(SPACE, " ") : data;
      this.text = even.startsWith(" ") ? even.slice(1) : even;
      this.#whole = { element, read };
    }

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
      const { runs } = this;
      for (let index = runAt(runs, start); index < runs.length && runs[index].at < end; index += 1) {
        const { at, node, from, length } = runs[index];
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
      const last = this.#runs.at(-1);
      if (last && last.node === node && last.from + last.length === from) last.length += piece.length;
      else this.#runs.push({ at: this.text.length, node, from, length: piece.length });
      this.text += piece;
    }

    /** Maps what was taken as a whole; nothing where the page has changed it since. @param {{element: Element, read: (node: any) => string}} whole */
    #map({ element, read }) {
      this.#whole = null;
      const map = new MappedText();
      const nodes = element.ownerDocument.createTreeWalker(element, SHOW_TEXT);
      for (let node = nodes.nextNode(); node; node = nodes.nextNode()) map.add(node, read(node));
      map.trim();
      if (map.text === this.text) this.#runs = map.#runs;
    }
  };

  /** The index of the run that holds `offset`. @param {Run[]} runs @param {number} offset */
  function runAt(runs, offset) {
    let low = 0;
    let high = runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (runs[middle].at <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }
})();
