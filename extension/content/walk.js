// @ts-check
/** Walks a tree and gives its text by blocks; what is editable, code, or no text is passed by. */
(() => {
  "use strict";
  const wonmun = (globalThis.wonmun ??= {});

  const ELEMENT = 1;
  const TEXT = 3;
  const BLANK = /^[ \t\n\r\f]*$/;
  const VISIBLE = /[^\s\u200b-\u200f\u2060\ufeff\u00ad]/;

  /** @typedef {{start: number, end: number, href: string, anchor: Element}} BlockLink */

  /** One walk; `blocks`, `nodes` (block elements) and `roots` (open shadow roots met on the way) are its result. */
  class Walk {
    /** @type {any[]} see `wonmun.Block` */
    blocks = [];
    /** @type {{element: Element, parent: number, first: number, end: number}[]} parents before their children */
    nodes = [];
    /** @type {ShadowRoot[]} */
    roots = [];
    /** The outermost element that is hidden. @type {Element | null} */
    #hidden = null;
    #hiddenBy = "";
    /** @type {any} the block that the hidden element stands in */
    #around = null;
    /** Blocks before that element. */
    #before = 0;
    /** What was hidden behind the last word, within a sentence if that goes on. @type {any[]} */
    #asides = [];
    /** @type {any} */
    #block = null;
    /** @type {HTMLAnchorElement | null} the link that we are in */
    #anchor = null;
    /** @type {number[]} nodes that are open, innermost last */
    #open = [];

    /**
     * @param {(node: Text) => string} read gives a text node's data as the page wrote it
     * @param {boolean} untouched whether all text is as the page wrote it
     * @param {boolean} drawn whether what is hidden now is hidden for good
     */
    constructor(read, untouched, drawn) {
      this.read = read;
      this.untouched = untouched;
      this.drawn = drawn;
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
      if (wonmun.isSkipped(element, bare)) {
        if (name !== "script" && name !== "style") this.#flush();
        return false;
      }
      if (element.shadowRoot) this.roots.push(element.shadowRoot);
      if (name === "br") {
        this.#flush();
        return false;
      }
      const block = wonmun.isBlock(element);
      if (block) {
        this.#flush();
        this.#begin(element, /** @type {number} */ (this.#open.at(-1)));
      }
      // One without any attribute is no more hidden than what is around it: style sheets address spam by class, id or
      // style, and asking about every element would cost long pages dearly.
      if (this.drawn && !this.#hidden && (!bare || name === "dialog") && (this.#hiddenBy = wonmun.hiddenBy(element, block))) {
        this.#hidden = element;
        this.#around = this.#block; // a paragraph goes on behind what is hidden in it
        this.#before = this.blocks.length;
        this.#asides = [];
        this.#block = null;
      }
      if (name === "a") this.#openLink(/** @type {HTMLAnchorElement} */ (element));
      if (!block || !this.untouched || !wonmun.isPlain(element)) return true;
      this.#here().mapped.take(element, this.read);
      this.#leave(element);
      return false;
    }

    /** @param {Element} element */
    #leave(element) {
      const name = element.localName;
      if (name === "a") this.#closeLink(element);
      if (wonmun.isBlock(element)) {
        this.#flush();
        this.nodes[/** @type {number} */ (this.#open.pop())].end = this.blocks.length;
      }
      if (element === this.#hidden) {
        this.#flush();
        this.#asides = this.#around?.midSentence ? this.blocks.slice(this.#before) : [];
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
      if (this.#asides.length > 0 && !this.#hidden) this.#goOn(data);
      this.#here().mapped.add(node, data);
    }

    /** Text comes behind hidden blocks: they stand within its sentence. @param {string} data */
    #goOn(data) {
      for (const aside of this.#asides) aside.within = VISIBLE.test(data);
      this.#asides = [];
    }

    /** The block that text belongs to now. */
    #here() {
      if (!this.#block) {
        const node = /** @type {number} */ (this.#open.at(-1));
        this.#block = new wonmun.Block(node, this.nodes[node].element, this.#hiddenBy);
        this.#block.veil = this.#hidden;
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
      this.#asides = [];
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

  /**
   * Walks a tree and every open shadow root in it.
   * @param {Element | ShadowRoot} root
   * @param {(node: Text) => string} [read]
   * @param {boolean} [untouched] see `Walk`
   * @param {boolean} [drawn] see `Walk`
   * @returns {{blocks: any[], nodes: object[], roots: ShadowRoot[]}}
   */
  wonmun.walk = (root, read = (node) => node.data, untouched = false, drawn = true) => {
    const walk = new Walk(read, untouched, drawn);
    if (document.designMode !== "on") walk.run(root);
    for (let index = 0; index < walk.roots.length; index += 1) walk.run(walk.roots[index]);
    return { blocks: walk.blocks, nodes: walk.nodes, roots: walk.roots };
  };
})();
