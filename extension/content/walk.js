// @ts-check
/** Walks a tree and gives its text by blocks; what is editable, code, or no text is passed by. */
(() => {
  "use strict";
  const wonmun = (globalThis.wonmun ??= {});

  const BLOCKS = new Set(
    (
      "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure " +
      "footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p search section summary table tbody td " +
      "tfoot th thead tr ul"
    ).split(" "),
  );
  const SKIPPED = new Set(
    (
      "script style noscript template textarea input select option datalist button output iframe object embed svg math " +
      "canvas audio video code pre kbd samp tt xmp listing plaintext wonmun-banner wonmun-note"
    ).split(" "),
  );
  const EDITORS = new Set(["textbox", "searchbox", "combobox", "spinbutton"]);
  const SEPARATORS = /^[\s|·•,/\\\-–—>›»:]*$/;

  /** @typedef {{start: number, end: number, href: string, anchor: Element}} BlockLink */

  /** A stretch of text that is read as one: a paragraph, a heading, a cell. */
  class Block {
    mapped = new wonmun.MappedText();
    /** @type {BlockLink[]} */
    links = [];

    /** Whether it is the article's, no menu or footer around it; see `markArticle`. */
    article = true;

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

    /** Whether it is nothing but links, save for separators. */
    get onlyLinks() {
      let at = 0;
      for (const link of this.links) {
        if (!SEPARATORS.test(this.text.slice(at, link.start))) return false;
        at = Math.max(at, link.end);
      }
      return this.links.length > 0 && SEPARATORS.test(this.text.slice(at));
    }
  }

  /** One walk; `blocks`, `nodes` (block elements) and `roots` (open shadow roots met on the way) are its result. */
  class Walk {
    /** @type {Block[]} */
    blocks = [];
    /** @type {{element: Element, parent: number, first: number, end: number}[]} parents before their children */
    nodes = [];
    /** @type {ShadowRoot[]} */
    roots = [];
    /** @type {Element | null} the outermost element that is hidden */
    #hidden = null;
    #hiddenBy = "";
    /** @type {Block | null} the block that the hidden element stands in */
    #around = null;
    /** @type {Block | null} */
    #block = null;
    /** @type {HTMLAnchorElement | null} the link that we are in */
    #anchor = null;
    /** @type {number[]} nodes that are open, innermost last */
    #open = [];

    /** @param {(node: Text) => string} read gives a text node's data as the page wrote it */
    constructor(read) {
      this.read = read;
    }

    /** @param {Element | ShadowRoot} root */
    run(root) {
      const host = root instanceof ShadowRoot ? root.host : root;
      this.#open = [];
      this.#begin(host, this.nodes.length > 0 ? 0 : -1);
      if (root === host && !this.#enter(host)) return;
      let node = root.firstChild;
      while (node) {
        const inside = node.nodeType === Node.ELEMENT_NODE ? this.#enter(/** @type {Element} */ (node)) : false;
        if (node.nodeType === Node.TEXT_NODE) this.#text(/** @type {Text} */ (node));
        if (inside && node.firstChild) {
          node = node.firstChild;
          continue;
        }
        if (inside) this.#leave(/** @type {Element} */ (node));
        while (node && node !== root && !node.nextSibling) {
          node = node.parentNode;
          if (node && node !== root) this.#leave(/** @type {Element} */ (node));
        }
        node = node === root ? null : (node?.nextSibling ?? null);
      }
      this.#flush();
      for (const open of new Set([0, ...this.#open])) this.nodes[open].end = this.blocks.length;
    }

    /** @param {Element} element @param {number} parent */
    #begin(element, parent) {
      const first = this.blocks.length;
      this.#open.push(this.nodes.push({ element, parent, first, end: first }) - 1);
    }

    /** @param {Element} element @returns {boolean} whether to look inside */
    #enter(element) {
      const name = element.localName;
      if (SKIPPED.has(name) || isEditor(element)) {
        if (name !== "script" && name !== "style") this.#flush();
        return false;
      }
      if (element.shadowRoot) this.roots.push(element.shadowRoot);
      if (name === "br") {
        this.#flush();
        return false;
      }
      if (BLOCKS.has(name)) {
        this.#flush();
        this.#begin(element, /** @type {number} */ (this.#open.at(-1)));
      }
      if (!this.#hidden && (this.#hiddenBy = hiddenBy(element, name))) {
        this.#hidden = element;
        this.#around = this.#block; // a paragraph goes on behind what is hidden in it
        this.#block = null;
      }
      if (name === "a") this.#openLink(/** @type {HTMLAnchorElement} */ (element));
      return true;
    }

    /** @param {Element} element */
    #leave(element) {
      if (element.localName === "a") this.#closeLink(element);
      if (BLOCKS.has(element.localName)) {
        this.#flush();
        this.nodes[/** @type {number} */ (this.#open.pop())].end = this.blocks.length;
      }
      if (element === this.#hidden) {
        this.#flush();
        this.#hidden = null;
        this.#hiddenBy = "";
        this.#block = this.#around;
        this.#around = null;
      }
    }

    /** @param {Text} node */
    #text(node) {
      this.#here().mapped.add(node, this.read(node));
    }

    /** The block that text belongs to now. */
    #here() {
      if (!this.#block) {
        const node = /** @type {number} */ (this.#open.at(-1));
        this.#block = new Block(node, this.nodes[node].element, this.#hiddenBy);
        if (this.#anchor) this.#block.links.push(linkFrom(0, this.#anchor)); // a link around whole blocks
      }
      return this.#block;
    }

    /** @param {HTMLAnchorElement} anchor */
    #openLink(anchor) {
      if (!anchor.hasAttribute("href")) return;
      this.#anchor = anchor;
      this.#block?.links.push(linkFrom(this.#block.text.length, anchor));
    }

    /** @param {Element} anchor */
    #closeLink(anchor) {
      const link = this.#block?.links.findLast((one) => one.anchor === anchor);
      if (link && this.#block) link.end = this.#block.text.length;
      if (this.#anchor === anchor) this.#anchor = null;
    }

    #flush() {
      const block = this.#block;
      this.#block = null;
      if (!block) return;
      for (const link of block.links) if (link.end === link.start) link.end = block.text.length; // still open here
      block.mapped.trim();
      if (!block.text) return;
      for (const link of block.links) link.end = Math.min(link.end, block.text.length);
      block.links = block.links.filter((link) => link.end > link.start);
      this.blocks.push(block);
    }
  }

  /** @param {number} start @param {HTMLAnchorElement} anchor @returns {BlockLink} */
  function linkFrom(start, anchor) {
    return { start, end: start, href: anchor.href, anchor };
  }

  /** @param {Element} element */
  function isEditor(element) {
    const editable = element.getAttribute("contenteditable");
    if (editable !== null && editable.toLowerCase() !== "false") return true;
    const role = element.getAttribute("role");
    return role !== null && EDITORS.has(role);
  }

  /**
   * What hides an element. One without any attribute is no more hidden than what is around it: style sheets
   * address spam by class, id or style, and asking about every element would cost long pages dearly.
   * @param {Element} element @param {string} name
   */
  function hiddenBy(element, name) {
    if (!element.firstChild || (!element.hasAttributes() && name !== "dialog")) return "";
    return wonmun.undrawnBy(element) || (BLOCKS.has(name) ? wonmun.putAwayBy(element) : "");
  }

  /** @param {Node} node whether it stands in something that the walk passes by */
  wonmun.isPassedBy = (node) => {
    for (let element = node.parentElement; element; element = element.parentElement) {
      if (SKIPPED.has(element.localName) || isEditor(element)) return true;
    }
    return false;
  };

  /** @param {Node} node the nearest block around it, or the root it stands in */
  wonmun.blockAround = (node) => {
    let element = node instanceof Element ? node : node.parentElement;
    while (element?.parentElement && !BLOCKS.has(element.localName)) element = element.parentElement;
    return element ?? node.getRootNode();
  };

  /**
   * Walks a tree and every open shadow root in it.
   * @param {Element | ShadowRoot} root
   * @param {(node: Text) => string} [read]
   * @returns {{blocks: Block[], nodes: object[], roots: ShadowRoot[]}}
   */
  wonmun.walk = (root, read = (node) => node.data) => {
    const walk = new Walk(read);
    if (document.designMode !== "on") walk.run(root);
    for (let index = 0; index < walk.roots.length; index += 1) walk.run(walk.roots[index]);
    return { blocks: walk.blocks, nodes: walk.nodes, roots: walk.roots };
  };
})();
