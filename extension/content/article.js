// @ts-check
/** Which blocks are the article's, and which surround it: as `wonmun/page/article.py` and `segments.py` tell them apart. */
(() => {
  "use strict";
  const wonmun = (globalThis.wonmun ??= {});
  /** Characters outside links from which on a block counts as running text; bylines and buttons are shorter. */
  const RUNNING = 25;
  /** An element goes on being narrowed down while one child holds this share of its running text. */
  const MOST = 0.8;
  /** Shares of the page's running text from which on markup that calls itself the article is believed. */
  const EXPLICIT = 0.4;
  const TAGGED = 0.5;
  /** Share of the page's text from which on a zone's name is not believed, where it is not one half. @type {Record<string, number>} */
  const BELIEVED = { caption: 1, comments: 0.95, footer: 0.95, nav: 0.95 };
  const LEAVES = new Set("p li blockquote h1 h2 h3 h4 h5 h6 dd dt pre tr tbody ul ol dl".split(" "));
  /** A sentence that is a link, and all of its paragraph, is the article's. */
  const SENTENCE = /[.!?。！？…]["”’)\]』」]*$|[다요음함]$/;
  const LINKED = 40;
  /** Running text below which a page shows no article, and hidden text, as many times as that, from which on it will. */
  const LITTLE = 200;
  const TIMES = 4;

  /** @typedef {{element: Element, parent: number, first: number, end: number}} Node a block element, and the blocks of text in it */

  /**
   * Marks each block: `article` is false in what surrounds the article, in blocks of links, and in what is hidden.
   * @param {any[]} blocks @param {Node[]} nodes parents before their children
   */
  wonmun.markArticle = (blocks, nodes) => {
    if (nodes.length === 0) return; // a page that is being written is not read
    const zones = nodes.map(({ element }) => wonmun.zoneOf(element));
    const mass = blocks.map(running);
    const around = aroundArticle(blocks, nodes, zones, sums(mass));
    const counted = sums(mass.map((one, index) => (around[index] ? 0 : one)));
    const weights = nodes.map(({ first, end }) => counted[end] - counted[first]);
    const chosen = nodes[declared(nodes, zones, weights) ?? narrowed(nodes, weights)];
    blocks.forEach((block, index) => {
      const inside = index >= chosen.first && index < chosen.end && !block.hidden;
      const caption = zones[block.node]?.[0] === "caption";
      block.article = inside && (caption || (!around[index] && (!block.onlyLinks || isSentence(block))));
    });
  };

  /**
   * Whether a page has not drawn itself yet, as `wonmun/page/parse.py` tells: it fades in, or waits for a script.
   * @param {any[]} blocks
   */
  wonmun.isUndrawn = (blocks) => {
    const hidden = blocks.reduce((sum, { hidden, links, text }) => sum + (hidden && links.length === 0 ? text.length : 0), 0);
    const shown = blocks.reduce((sum, block) => sum + running(block), 0);
    return shown < LITTLE && hidden > Math.max(LITTLE, TIMES * shown);
  };

  /** @param {any} block how much running text it holds: hidden text none, short pieces little */
  function running(block) {
    if (block.hidden) return 0;
    const size = block.unlinked;
    return size >= RUNNING ? size : 0.1 * Math.max(0, size);
  }

  /** @param {number[]} numbers @returns {number[]} sums of the first none, one, two … */
  function sums(numbers) {
    const found = [0];
    for (const one of numbers) found.push(/** @type {number} */ (found.at(-1)) + one);
    return found;
  }

  /**
   * Which blocks stand in zones around the article. A zone that holds most of the page's text is none: such a page is
   * wrapped in an element with a misleading name.
   * @param {any[]} blocks @param {Node[]} nodes @param {[string, boolean][]} zones @param {number[]} mass sums of it
   */
  function aroundArticle(blocks, nodes, zones, mass) {
    const whole = /** @type {number} */ (mass.at(-1));
    /** @type {boolean[]} */
    const inside = [];
    /** @type {boolean[]} */
    const inArticle = [];
    nodes.forEach(({ element, parent, first, end }, index) => {
      const [zone, explicit] = zones[index];
      const within = inArticle[parent] ?? false;
      const zoned = zone !== "" && !(zone === "header" && within);
      const holdsMost = mass[end] - mass[first] > (BELIEVED[zone] ?? 0.5) * whole;
      inside.push((inside[parent] ?? false) || (zoned && !holdsMost));
      inArticle.push(within || explicit || element.localName === "article");
    });
    return blocks.map(({ node }) => inside[node] ?? false);
  }

  /**
   * The element that calls itself the article's body, else the <article>; undefined where it holds little.
   * @param {Node[]} nodes @param {[string, boolean][]} zones @param {number[]} weights
   */
  function declared(nodes, zones, weights) {
    const all = [...nodes.keys()];
    const tagged = all.filter((index) => nodes[index].element.localName === "article");
    for (const [share, fitting] of /** @type {[number, number[]][]} */ ([[EXPLICIT, all.filter((index) => zones[index][1])], [TAGGED, tagged]])) {
      const most = fitting.reduce((best, index) => Math.max(best, weights[index]), 0);
      if (most > 0 && most >= share * weights[0]) return fitting.findLast((index) => weights[index] >= MOST * most); // of nested ones the innermost
    }
    return undefined;
  }

  /** The deepest element that holds most of the running text. @param {Node[]} nodes @param {number[]} weights */
  function narrowed(nodes, weights) {
    /** @type {Map<number, number>} */
    const heaviest = new Map();
    nodes.forEach(({ parent }, index) => {
      const best = heaviest.get(parent);
      if (parent >= 0 && (best === undefined || weights[index] > weights[best])) heaviest.set(parent, index);
    });
    let at = 0;
    for (let child = heaviest.get(at); child !== undefined && weights[at] > 0 && weights[child] >= MOST * weights[at]; child = heaviest.get(at)) at = child;
    while (nodes[at].parent >= 0 && (LEAVES.has(nodes[at].element.localName) || nodes[at].end - nodes[at].first <= 1)) at = nodes[at].parent;
    return at;
  }

  /** @param {any} block */
  function isSentence({ node, text, links, element }) {
    return node >= 0 && element.localName === "p" && links.length === 1 && text.length >= LINKED && SENTENCE.test(text);
  }
})();
