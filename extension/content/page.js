// @ts-check
/** Makes of a document what the server is asked about: segments, and for each the block it came from. */
(() => {
  "use strict";
  const wonmun = (globalThis.wonmun ??= {});
  const SEPARATORS = /^[\s|·•,/\\\-–—>›»:]*$/;
  const HEAD = ["description", "og:title", "og:url", "og:description", "keywords", "article:published_time"];

  /** A stretch of a block as it is sent; where it stands is kept in private, which no message takes along. */
  class Segment {
    id = "";
    #base;
    #block;

    /**
     * @param {any} block @param {string} role @param {number} start @param {number} end
     * @param {{href?: string, links?: object[]}} [more]
     */
    constructor(block, role, start, end, more) {
      this.role = role;
      this.text = block.text.slice(start, end);
      Object.assign(this, more);
      if (block.hidden) this.hidden_by = block.hidden;
      if (!block.article) this.article = false;
      this.#block = block;
      this.#base = start;
    }

    /** The block's text and where it stands in the tree. */
    get map() {
      return this.#block.mapped;
    }

    /** Where in the block's text this one begins. */
    get base() {
      return this.#base;
    }

    get block() {
      return this.#block;
    }
  }

  /**
   * The segments of blocks, in the page's order. A block of nothing but links gives a segment for each.
   * @param {any[]} blocks
   * @returns {Segment[]}
   */
  wonmun.segmentsOf = (blocks) => {
    /** @type {Segment[]} */
    const segments = [];
    for (const block of blocks) {
      const onlyLinks = isOnlyLinks(block);
      if (onlyLinks && !block.hidden) {
        for (const link of block.links) segments.push(new Segment(block, "link", link.start, link.end, { href: link.href }));
        continue;
      }
      const links = block.links.map(({ start, end, href }) => ({ offset: start, length: end - start, href }));
      const more = block.hidden && onlyLinks && links.length === 1 ? { href: links[0].href } : links.length ? { links } : {};
      segments.push(new Segment(block, block.hidden ? "hidden" : "text", 0, block.text.length, more));
    }
    return segments;
  };

  /**
   * The title's segment; none where the page has no title.
   * @param {(node: Text) => string} read
   * @returns {Segment[]}
   */
  wonmun.titleSegments = (read) => {
    const node = document.querySelector("head > title")?.firstChild;
    if (!(node instanceof Text)) return [];
    const map = new wonmun.MappedText();
    map.add(node, read(node));
    map.trim();
    if (!map.text) return [];
    const block = { mapped: map, links: [], hidden: "", article: true, text: map.text };
    const title = new Segment(block, "title", 0, map.text.length);
    title.id = "title";
    return [title];
  };

  /**
   * What is sent to the server.
   * @param {Segment[]} segments
   */
  wonmun.payload = (segments) => {
    const page = { url: location.href, title: document.title, meta: headOf(), segments };
    return document.documentElement.lang ? { ...page, lang: document.documentElement.lang } : page;
  };

  /** @returns {Record<string, string>} */
  function headOf() {
    /** @type {Record<string, string>} */
    const head = {};
    const canonical = document.querySelector('link[rel="canonical" i]');
    if (canonical instanceof HTMLLinkElement && canonical.href) head.canonical = canonical.href;
    for (const name of HEAD) {
      const value = headValue(`meta[property="${name}" i], meta[name="${name}" i]`);
      if (value) head[name] = value;
    }
    return head;
  }

  /** @param {string} selector */
  function headValue(selector) {
    return document.querySelector(selector)?.getAttribute("content")?.trim() ?? "";
  }

  /** @param {any} block */
  function isOnlyLinks(block) {
    let at = 0;
    for (const link of block.links) {
      if (!SEPARATORS.test(block.text.slice(at, link.start))) return false;
      at = Math.max(at, link.end);
    }
    return block.links.length > 0 && SEPARATORS.test(block.text.slice(at));
  }
})();
