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
  /** What may stand in a block that is read as a whole: its text is the block's, without a gap. */
  const INLINE = new Set("b strong em i u s mark small sub sup span cite".split(" "));
  const FEW = 20;
  const ELEMENT = 1;
  const TEXT = 3;
  const BLANK = /^[ \t\n\r\f]*$/;

  /** @typedef {{start: number, end: number, href: string, anchor: Element}} BlockLink */

  /** One walk; `blocks`, `nodes` (block elements) and `roots` (open shadow roots met on the way) are its result. */
  class Walk {
    /** @type {any[]} see `wonmun.Block` */
    blocks = [];
    /** @type {{element: Element, parent: number, first: number, end: number}[]} parents before their children */
    nodes = [];
    /** @type {ShadowRoot[]} */
    roots = [];
    /** @type {Element | null} the outermost element that is hidden */
    #hidden = null;
    #hiddenBy = "";
    /** @type {any} the block that the hidden element stands in */
    #around = null;
    /** @type {any} */
    #block = null;
    /** @type {HTMLAnchorElement | null} the link that we are in */
    #anchor = null;
    /** @type {number[]} nodes that are open, innermost last */
    #open = [];

    /**
     * @param {(node: Text) => string} read gives a text node's data as the page wrote it
     * @param {boolean} untouched whether all text is as the page wrote it
     */
    constructor(read, untouched) {
      this.read = read;
      this.untouched = untouched;
    }

    /** @param {Element | ShadowRoot} root */
    run(root) {
      const host = root instanceof ShadowRoot ? root.host : root;
      this.#open = [];
      this.#begin(host, this.nodes.length > 0 ? 0 : -1);
      if (root === host && !this.#enter(host)) return;
      /** @type {Node | null} */
      let node = root.firstChild;
      while (node) {
        const type = node.nodeType;
        if (type === TEXT) this.#text(/** @type {Text} */ (node));
        else if (type === ELEMENT && this.#enter(/** @type {Element} */ (node))) {
          const child = node.firstChild;
          if (child) {
            node = child;
            continue;
          }
          this.#leave(/** @type {Element} */ (node));
        }
        let next = node.nextSibling;
        while (!next) {
          node = node.parentNode;
          if (!node || node === root) break;
          this.#leave(/** @type {Element} */ (node));
          next = node.nextSibling;
        }
        node = next;
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
      const bare = !element.hasAttributes();
      if (SKIPPED.has(name) || (!bare && isEditor(element))) {
        if (name !== "script" && name !== "style") this.#flush();
        return false;
      }
      if (element.shadowRoot) this.roots.push(element.shadowRoot);
      if (name === "br") {
        this.#flush();
        return false;
      }
      const block = BLOCKS.has(name);
      if (block) {
        this.#flush();
        this.#begin(element, /** @type {number} */ (this.#open.at(-1)));
      }
      // One without any attribute is no more hidden than what is around it: style sheets address spam by class, id or
      // style, and asking about every element would cost long pages dearly.
      if (!this.#hidden && (!bare || name === "dialog") && (this.#hiddenBy = hiddenBy(element, block))) {
        this.#hidden = element;
        this.#around = this.#block; // a paragraph goes on behind what is hidden in it
        this.#block = null;
      }
      if (name === "a") this.#openLink(/** @type {HTMLAnchorElement} */ (element));
      if (!block || !this.untouched || !isPlain(element)) return true;
      this.#here().mapped.take(element, this.read);
      this.#leave(element);
      return false;
    }

    /** @param {Element} element */
    #leave(element) {
      const name = element.localName;
      if (name === "a") this.#closeLink(element);
      if (BLOCKS.has(name)) {
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
      const data = this.read(node);
      if (!this.#block && BLANK.test(data)) return; // nothing is begun by white space, and much of it stands between blocks
      this.#here().mapped.add(node, data);
    }

    /** The block that text belongs to now. */
    #here() {
      if (!this.#block) {
        const node = /** @type {number} */ (this.#open.at(-1));
        this.#block = new wonmun.Block(node, this.nodes[node].element, this.#hiddenBy);
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
      const link = this.#block?.links.findLast((/** @type {BlockLink} */ one) => one.anchor === anchor);
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
      block.links = block.links.filter((/** @type {BlockLink} */ link) => link.end > link.start);
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

  /** Whether an element holds nothing but text and a few elements around some of it. @param {Element} element */
  function isPlain(element) {
    let child = element.firstElementChild;
    for (let count = 0; child; child = child.nextElementSibling, count += 1) {
      const alone = child.firstElementChild === null && child.shadowRoot === null && !child.hasAttributes();
      if (count === FEW || !alone || !INLINE.has(child.localName)) return false;
    }
    return true;
  }

  /** What hides an element. @param {Element} element @param {boolean} block */
  function hiddenBy(element, block) {
    if (!element.firstChild) return "";
    return wonmun.undrawnBy(element) || (block ? wonmun.putAwayBy(element) : "");
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
   * @param {boolean} [untouched] see `Walk`
   * @returns {{blocks: any[], nodes: object[], roots: ShadowRoot[]}}
   */
  wonmun.walk = (root, read = (node) => node.data, untouched = false) => {
    const walk = new Walk(read, untouched);
    if (document.designMode !== "on") walk.run(root);
    for (let index = 0; index < walk.roots.length; index += 1) walk.run(walk.roots[index]);
    return { blocks: walk.blocks, nodes: walk.nodes, roots: walk.roots };
  };
})();
