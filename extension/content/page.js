// @ts-check
/** Makes of a document what the server is asked about: segments, and for each the block it came from. */
(() => {
  "use strict";
  const wonmun = (globalThis.wonmun ??= {});
  /** As `wonmun/page/head.py` reads them. */
  const HEAD = (
    "description og:title og:description og:url og:site_name og:type twitter:title twitter:description keywords news_keywords " +
    "article:published_time article:modified_time article:section author robots syndication-source original-source"
  ).split(" ");
  const LINKS = ["canonical", "amphtml", "shortlink"];
  /** JSON-LD scripts that are sent, and characters of each; a cut one would be no JSON. */
  const SCRIPTS = 5;
  const LONGEST_SCRIPT = 100_000;
  const DATA = /ld\+json/i;
  /** Texts of pictures that are sent, and characters of each. */
  const PICTURES = 300;
  const CAPTION = 300;

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
      if (block.within) this.within = true;
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
      const { onlyLinks } = block;
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

  /** What the page tells machines: meta, links, JSON-LD as it stands, texts of pictures. @returns {Record<string, string>} */
  function headOf() {
    /** @type {Record<string, string>} */
    const head = {};
    const links = firstOf("link", ["rel"]);
    for (const rel of LINKS) {
      const link = links.get(rel);
      if (link instanceof HTMLLinkElement && link.href) head[rel] = link.href;
    }
    const told = firstOf("meta", ["property", "name"]);
    for (const name of HEAD) {
      const value = told.get(name)?.getAttribute("content")?.trim();
      if (value) head[name] = value;
    }
    const data = [...document.scripts].filter((script) => DATA.test(script.getAttribute("type") ?? ""));
    data.slice(0, SCRIPTS).forEach((script, index) => {
      const text = script.textContent ?? "";
      if (text.trim() && text.length <= LONGEST_SCRIPT) head[`ld+json:${index + 1}`] = text;
    });
    for (const name of ["alt", "title"]) {
      const named = [...document.images].filter((img) => img.hasAttribute(name)).slice(0, PICTURES);
      const captions = named.map((img) => (img.getAttribute(name) ?? "").trim().slice(0, CAPTION));
      const texts = [...new Set(captions.filter(Boolean))].join("\n");
      if (texts) head[`img ${name}`] = texts;
    }
    return head;
  }

  /**
   * The first element of a name for each value of these attributes. One walk: a question for each value would go through
   * the whole of a long page again.
   * @param {string} name @param {string[]} attributes @returns {Map<string, Element>}
   */
  function firstOf(name, attributes) {
    /** @type {Map<string, Element>} */
    const found = new Map();
    for (const element of document.getElementsByTagName(name)) {
      for (const attribute of attributes) {
        const value = element.getAttribute(attribute)?.toLowerCase();
        if (value !== undefined && !found.has(value)) found.set(value, element);
      }
    }
    return found;
  }
})();
