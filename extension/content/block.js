// @ts-check
/** A block of a page's text: a paragraph, a heading, a cell, with the links in it. */
(() => {
  "use strict";
  const wonmun = (globalThis.wonmun ??= {});
  const MID_SENTENCE = /[\p{L}\p{N}]\s*$/u;
  const SEPARATORS = /^[\s|·•,/\\\-–—>›»:]*$/;

  /** @typedef {{start: number, end: number, href: string, anchor: Element}} BlockLink */

  /** A stretch of text that is read as one: a paragraph, a heading, a cell. */
  wonmun.Block = class Block {
    mapped = new wonmun.MappedText();
    /** @type {BlockLink[]} */
    links = [];

    /** Whether it is the article's, no menu or footer around it; see `markArticle`. */
    article = true;

    /** Whether it is hidden in the middle of a sentence that is shown. */
    within = false;

    /** The outermost element that hides it. @type {Element | null} */
    veil = null;

    /**
     * @param {number} node of the walk's nodes, the innermost around it
     * @param {Element} element that node's
     * @param {string} hidden what hides it, "" where nothing does
     */
    constructor(node, element, hidden) {
      this.node = node;
      this.element = element;
      this.hidden = hidden;
    }

    get text() {
      return this.mapped.text;
    }

    /** Characters outside its links. */
    get unlinked() {
      let size = this.text.length;
      for (const { start, end } of this.links) size -= end - start;
      return size;
    }

    /** Whether more of a sentence is to come, as `wonmun/page/buffer.py` tells. */
    get midSentence() {
      return MID_SENTENCE.test(this.text);
    }

    /** Whether it is nothing but links, save for separators. */
    get onlyLinks() {
      if (this.links.length === 0) return false;
      let at = 0;
      for (const link of this.links) {
        if (!SEPARATORS.test(this.text.slice(at, link.start))) return false;
        at = Math.max(at, link.end);
      }
      return SEPARATORS.test(this.text.slice(at));
    }
  };
})();
